//! The first look around, the example, and the keyboard, in Spanish.

use ebb_core::example::Words;

use crate::i18n::keys::{ExampleTexts, Keys, Told, Welcome};

pub const WELCOME: Welcome = Welcome {
    step: |step, steps| format!("{step} de {steps}"),
    purpose: Told {
        title: "Las ganas son una ola",
        lead: "Suben, llegan a lo más alto y bajan. A menudo ceden en media hora, aunque no hagas nada. Ebb está para que puedas atravesarlas.",
        list: [
            "Con ganas de consumir: toca un número y luego haz algo que ayuda.",
            "Entre sesiones: cómo estás, tus planes, tu programa.",
            "Con el tiempo: ve qué despierta las ganas y qué te ayuda.",
        ],
    },
    promise: Told {
        title: "Lo que escribes es tuyo",
        lead: "Se guarda en este navegador y no va a ninguna parte.",
        list: [
            "No hay cuentas ni servidor.",
            "Nada se cuenta, se rastrea ni se envía.",
            "Solo sale cuando tú lo sacas: una copia de seguridad, o algo para tu terapeuta.",
            "Puedes ponerle un bloqueo. El SOS funciona siempre, también con Ebb bloqueado.",
        ],
    },
    kept: Told {
        title: "Dónde se guarda",
        lead: "Solo aquí, en este dispositivo. Así de seguro está en este navegador:",
        list: ["Una copia de vez en cuando lo protege. La haces en Ajustes."],
    },
    next: "Seguir",
    back: "Atrás",
    skip: "Saltar esto",
    begin: "Ir a Ebb",
    about: "Conocer Ebb",
    again: "Ver otra vez la presentación",
};

pub const EXAMPLE: ExampleTexts = ExampleTexts {
    look: "Ver un mes de ejemplo",
    look_words: "Un mes inventado muestra lo que habrá aquí. No se mezcla con lo tuyo.",
    name: "Ejemplo",
    bar: "Este mes es inventado. No se guarda nada de él.",
    back: "Volver a lo mío",
    month: Words {
        thoughts: [
            "Una sola no haría daño. Ya sé cómo termina eso.",
            "Nadie se daría cuenta.",
            "Quería que parara el ruido.",
            "Fue muy fuerte diez minutos, y luego ya no.",
        ],
        notes: [
            "Por fin dormí toda la noche.",
            "Me llamó una amistad. Qué bien oír una voz.",
            "Turno largo, pero fui al grupo.",
            "Mejor caminé junto al río.",
            "Cociné algo de verdad.",
        ],
        group: "Grupo de la tarde",
        takeaways: [
            "Las ganas son una ola, no una orden.",
            "Puedo pedir ayuda antes de que esté mal.",
            "Cuando hay cansancio, planeo con tiempo.",
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
                "Ir una vez y ver",
            ],
        ],
        bring: "Me preocupan las fiestas con mi familia",
        slip: "Día de pago. Me quedé demasiado con gente de antes, y luego me fui a casa.",
        after_slip: "Grupo a las seis. Teléfono apagado. Contarlo.",
    },
};

pub const KEYS: Keys = Keys {
    title: "Atajos de teclado",
    lead: "Una tecla para cada cosa, mientras no escribes en un campo.",
    on: "Usar atajos",
    off_words: "Se pueden apagar en Ajustes.",
    this_list: "Esta lista",
    plans: "Mis planes",
    in_history: "De una anotación a otra en el historial",
    leave: "Salir enseguida",
    arrows: "↑ ↓",
    twice: "Esc Esc",
    choose_entry: "Elige una anotación para leerla o cambiarla aquí.",
};
