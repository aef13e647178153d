//! The first look around, the example, and the keyboard, in Spanish.

use ebb_core::example::Words;

use crate::i18n::keys::{ExampleTexts, Keys, Told, Welcome};

pub const WELCOME: Welcome = Welcome {
    step: |step, steps| format!("{step} de {steps}"),
    purpose: Told {
        title: "Las ganas son una ola",
        lead: "Suben, llegan a lo más alto y bajan. Muchas veces ceden en media hora, y a veces tardan más. Ebb te ayuda a atravesarlas.",
        list: [
            "Si tienes ganas de consumir, toca un número y luego haz algo que te ayude.",
            "Entre sesiones, anota cómo estás y ten a mano tus planes y tu programa.",
            "Con el tiempo, mira qué despierta tus ganas y qué te ayuda.",
        ],
    },
    promise: Told {
        title: "Lo que escribes es tuyo",
        lead: "Se guarda en este navegador y no va a ninguna otra parte.",
        list: [
            "No hay cuentas ni servidor.",
            "No se cuenta, no se rastrea y no se envía nada.",
            "Solo sale de este dispositivo si haces una copia de seguridad o le compartes algo a tu terapeuta.",
            "Puedes ponerle un bloqueo. El SOS funciona siempre, aunque Ebb esté bloqueado.",
        ],
    },
    kept: Told {
        title: "Dónde se guarda",
        lead: "Solo aquí, en este dispositivo. Así de seguro está en este navegador:",
        list: [
            "Haz una copia de seguridad de vez en cuando para protegerlo. La encuentras en Ajustes.",
        ],
    },
    next: "Seguir",
    back: "Atrás",
    skip: "Omitir esto",
    begin: "Ir a Ebb",
    about: "Conocer Ebb",
    again: "Ver otra vez la presentación",
};

pub const EXAMPLE: ExampleTexts = ExampleTexts {
    look: "Ver un mes de ejemplo",
    look_words: "Mira cómo se ve Ebb después de un mes de uso. El mes es inventado y no se mezcla con lo tuyo.",
    name: "Ejemplo",
    bar: "Este mes es inventado. Nada de esto se guarda.",
    back: "Volver a lo mío",
    month: Words {
        thoughts: [
            "Una sola no haría daño. Ya sé cómo termina eso.",
            "Nadie se daría cuenta.",
            "Quería que parara el ruido.",
            "Fue muy fuerte durante diez minutos, y luego ya no.",
        ],
        notes: [
            "Por fin dormí toda la noche.",
            "Me llamó una amiga. Me hizo bien oír su voz.",
            "Turno largo, pero fui al grupo.",
            "En vez de eso caminé junto al río.",
            "Cociné una comida de verdad.",
        ],
        group: "Grupo de la tarde",
        takeaways: [
            "Las ganas son una ola, no una orden.",
            "Puedo pedir ayuda antes de que se ponga difícil.",
            "Cuando estoy sin energía, necesito un plan.",
        ],
        goals: [
            [
                "Dormir antes de medianoche",
                "Dejar el teléfono fuera del cuarto",
                "Nada de café después de las cuatro",
            ],
            [
                "Encontrar una reunión cerca de casa",
                "Preguntar en el grupo",
                "Ir una vez y ver cómo es",
            ],
        ],
        bring: "Me preocupan las fiestas con mi familia",
        slip: "Día de pago. Me quedé demasiado tiempo con gente de antes y luego me fui a casa.",
        after_slip: "Grupo a las seis. Teléfono apagado hasta entonces. Contarlo ahí.",
    },
};

pub const KEYS: Keys = Keys {
    title: "Atajos de teclado",
    lead: "Cada uno es una sola tecla. Funcionan cuando no estás escribiendo.",
    on: "Usar atajos",
    off_words: "Puedes desactivarlos en Ajustes.",
    this_list: "Esta lista",
    plans: "Mis planes",
    in_history: "Pasar de una anotación a otra en Días",
    leave: "Salir enseguida",
    arrows: "↑ ↓",
    twice: "Esc Esc",
    choose_entry: "Elige una anotación para leerla o cambiarla aquí.",
};
