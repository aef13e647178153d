//! The screens in Spanish.

use crate::i18n::counted;
use crate::i18n::keys::{
    CheckInTexts, Craving, Exercises, FollowUp, History, Now, People, Settings, Slip, Sos,
};

pub const NOW: Now = Now {
    menu: "Ahora",
    title: "¿Qué necesitas en este momento?",
    craving: "Tengo ganas de consumir",
    craving_hint: "Ponles un número y acompáñalas. Van a pasar.",
    breathe: "Respirar",
    checkin: "Cómo estoy",
    slip: "Tuve un tropiezo",
    plans: "Mis planes",
    programme: "Mi programa",
    therapist: "Soy terapeuta",
    today: "Hoy",
    nothing_yet: "Hoy todavía no hay nada anotado. Está bien así.",
    rate_again: "Ponles número otra vez",
    go_on: "Seguir desde ahí",
    open_craving: |intensity, time| {
        format!("A las {time} tus ganas eran {intensity} de 10. ¿Cómo están ahora?")
    },
    cravings: |n| counted(n, "momento de ganas anotado", "momentos de ganas anotados"),
    practices: |n| counted(n, "ejercicio hecho", "ejercicios hechos"),
    checkins: |n| counted(n, "registro de cómo estoy", "registros de cómo estoy"),
};

pub const CRAVING: Craving = Craving {
    title: "Ganas de consumir",
    intensity: "¿Qué tan fuertes son?",
    strength: "Fuerza",
    none: "ninguna",
    strongest: "lo más fuerte",
    intensity_missing: "Primero toca un número, por favor. Más o menos está bien.",
    more: "Agrega más, si quieres",
    triggers: "¿Qué las despertó?",
    feelings: "¿Qué sientes?",
    place: "¿Dónde estás?",
    company: "¿Con quién estás?",
    substance: "Ganas de",
    thought: "¿Qué te pasó por la mente?",
    did: "¿Qué hiciste?",
    outcome: "¿Cómo te fue?",
    passed: "Pasaron",
    eased: "Bajaron",
    still_here: "Siguen aquí",
    used: "Consumí",
};

pub const FOLLOW_UP: FollowUp = FollowUp {
    title: "Te diste cuenta",
    passes: "Las ganas suben, llegan a lo más alto y bajan. Casi siempre se van en media hora, aunque no hagas nada. Solo tienes que pasar estas.",
    skills: "Haz una de estas cosas ahora",
    all_skills: "Ver todos los ejercicios",
    again: "Cómo se mueven",
    now: "¿Qué tan fuertes son ahora?",
    after: |minutes| match minutes {
        0 => "al inicio".to_owned(),
        minutes => format!("{minutes} min"),
    },
    next: |minutes| {
        format!(
            "Ebb vuelve a preguntar {minutes} minutos después del inicio. Puedes salir de esta página."
        )
    },
    no_more: "Puedes volver a estas ganas desde tu historial.",
    used: "Gracias por tu honestidad. Un tropiezo no es el final, y nada de lo que ganaste se pierde.",
    add_more: "Anota qué las despertó",
};

pub const CHECK_IN: CheckInTexts = CheckInTexts {
    title: "Cómo estoy",
    lead: "Salta lo que quieras. Con una respuesta basta.",
    mood: ["Ánimo", "muy bajo", "muy bueno"],
    stress: ["Estrés", "nada", "lo más alto"],
    sleep: ["Cómo dormí anoche", "muy mal", "muy bien"],
    energy: ["Energía", "nada", "toda"],
    craving_now: ["Ganas en este momento", "ninguna", "lo más fuerte"],
    craving_strongest: ["Las ganas más fuertes de hoy", "ninguna", "lo más fuerte"],
    presence: ["Qué tan presente te sientes", "muy lejos", "aquí mismo"],
    halt: "¿Sientes algo de esto?",
    hungry: "Hambre",
    angry: "Enojo",
    lonely: "Soledad",
    tired: "Cansancio",
    halt_none: "Nada de eso",
    medication: "Medicación para la recuperación",
    medication_taken: "La tomé como me la indicaron",
    medication_missed: "Me faltó alguna toma",
    medication_none: "No me indicaron ninguna",
    skills: "Habilidades que usaste",
    note: "Algo bueno, o lo que tengas en mente",
    saved: "Quedó guardado cómo estás.",
    nothing_answered: "Todavía no hay nada respondido. Con una respuesta basta.",
};

pub const SLIP: Slip = Slip {
    title: "Un tropiezo",
    lead: "Estás aquí, y eso importa. Un tropiezo es algo que pasó, no quien eres. Los días que ganaste siguen ganados.",
    safety: "Primero, cuídate",
    tolerance: "Después de días sin consumir, el cuerpo aguanta menos que antes. La cantidad de antes ahora puede ser demasiada, sobre todo con opioides. No consumas a solas y ten naloxona cerca.",
    overdose: "¿Señales de sobredosis? Busca ayuda ahora",
    set_off: "¿Qué lo provocó?",
    substance: "¿Qué fue?",
    amount: "¿Cuánto?",
    happened: "¿Qué pasó?",
    next_day: "¿Qué vas a hacer en las próximas 24 horas?",
    reach: "¿A qué persona vas a buscar?",
    saved: "Quedó guardado. Todo lo que construiste sigue ahí.",
};

pub const EXERCISES: Exercises = Exercises {
    menu: "Ejercicios",
    title: "Ejercicios",
    lead: "Elige uno. Puedes parar cuando quieras.",
    loading: "Trayendo los ejercicios…",
    some_unreadable: "Algunos ejercicios no se pudieron leer y no aparecen. Los demás están bien.",
    minutes: |low, high| {
        if low == high {
            format!("{low} min")
        } else {
            format!("{low}–{high} min")
        }
    },
    takes: "Dura",
    good_when: "Sirve cuando",
    urge: "Cuando hay ganas",
    breathing: "Respirar",
    grounding: "Volver al aquí y ahora",
    mindfulness: "Notar",
    body: "Cuerpo",
    thinking: "Pensarlo bien",
    planning: "Planear y practicar",
};

pub const HISTORY: History = History {
    menu: "Historial",
    title: "Mirar atrás",
    span: "Cuánto mostrar",
    week: "Semana",
    month: "Mes",
    earlier: "Antes",
    later: "Después",
    empty: "En estos días no se anotó nada.",
    range: |first, last| format!("{first} a {last}"),
    delete: |name| format!("Borrar {name}"),
};

pub const SOS: Sos = Sos {
    button: "SOS",
    title: "Ayuda ahora",
    lead: "No tienes que pasar esto a solas. Estas personas responden.",
    call: |whom| {
        let to = if whom.starts_with(|c: char| c.is_ascii_digit()) {
            "al"
        } else {
            "a"
        };
        format!("Llamar {to} {whom}")
    },
    text: |whom| {
        let to = if whom.starts_with(|c: char| c.is_ascii_digit()) {
            "al"
        } else {
            "a"
        };
        format!("Mensaje {to} {whom}")
    },
    text_word: |word, number| format!("Escribir {word} al {number}"),
    breathe: "Respira con esto",
    breathe_words: "Toma aire por la nariz en 4, suéltalo despacio en 6. Otra vez. Más largo al soltar que al tomar.",
    overdose: "Si crees que alguien tiene una sobredosis",
    overdose_steps: [
        "Llama al número de emergencia de arriba. Di que alguien no respira bien.",
        "Dale naloxona si tienes. Una segunda dosis después de 2 a 3 minutos si nada cambia.",
        "¿Respira? Acuesta a la persona de lado, con la rodilla de arriba doblada y la boca hacia el suelo.",
        "¿No respira? Haz lo que te diga la persona del teléfono.",
        "Quédate hasta que llegue la ayuda.",
    ],
    nobody_watches: "Nadie vigila esta aplicación. No envía nada ni llama a nadie por su cuenta.",
    plan: "Mi plan de seguridad",
    places: "Lugares a donde ir",
    meetings: "Reuniones y grupos",
    us: "Estados Unidos",
    ca: "Canadá",
    uk: "Reino Unido",
    ie: "Irlanda",
    au: "Australia",
    elsewhere: "Otro lugar",
};

pub const PEOPLE: People = People {
    title: "Mi gente",
    empty: "Agrega a una persona a la que podrías llamar. Toma medio minuto, y ahí estará cuando la necesites.",
    add: "Agregar a una persona",
    name: "Nombre",
    phone: "Número de teléfono",
    good_for: "En qué puede ayudar",
    line: "Lo que diría, listo para enviar",
    not_a_phone: "Eso no parece un número de teléfono. Puedes usar números, espacios y +.",
};

pub const SETTINGS: Settings = Settings {
    title: "Ajustes",
    look: "Cómo se ve",
    language: "Idioma",
    theme: "Claro u oscuro",
    theme_auto: "Como el dispositivo",
    theme_light: "Claro",
    theme_dark: "Oscuro",
    text: "Tamaño del texto",
    text_normal: "Normal",
    text_large: "Grande",
    text_larger: "Más grande",
    days: "Cómo funciona",
    boundary: "Mi día termina a las",
    boundary_hint: "¿Trasnochas o trabajas de noche? Cámbialo. Lo ya anotado se queda en su día.",
    region: "Líneas de ayuda de",
    cues: "Al respirar",
    sound: "Un sonido suave",
    vibration: "Una vibración corta",
    keep: "Cuida lo tuyo",
    truth: "Dónde están tus datos",
    only_here: "Todo lo que escribes se queda en este navegador, en este dispositivo. Ebb no tiene servidor ni cuentas.",
    entries: |n| format!("Aquí hay {}.", counted(n, "anotación", "anotaciones")),
    persisted: "El navegador prometió no borrar tus datos por su cuenta.",
    not_persisted: "El navegador no prometió conservar tus datos. Si falta espacio, puede borrarlos.",
    persistence_unknown: "El navegador no dice si puede borrar tus datos.",
    installed: "Ebb está instalado como aplicación.",
    not_installed: "Ebb no está instalado. En la pantalla de inicio tus datos están más a salvo.",
    space: |tenths, quota| format!("Usa {}.{} MB de {quota} MB.", tenths / 10, tenths % 10),
    private_window: "En una ventana privada todo se va cuando la cierras.",
    safari: "Safari borra un sitio que no abriste en siete días de uso, salvo que esté en la pantalla de inicio.",
    set_aside: |newer, damaged| {
        let mut words = Vec::new();
        if newer > 0 {
            words.push(format!(
                "{} con un Ebb más nuevo.",
                counted(newer, "anotación se escribió", "anotaciones se escribieron")
            ));
        }
        if damaged > 0 {
            words.push(format!(
                "{} leer.",
                counted(
                    damaged,
                    "anotación no se pudo",
                    "anotaciones no se pudieron"
                )
            ));
        }
        words.push("No se quitó nada; el resto del diario está completo.".to_owned());
        words.join(" ")
    },
    erase: "Borrar todo",
    erase_words: "Quita de este navegador todas las anotaciones, personas, borradores y ajustes.",
    erase_question: "¿Borrar todo?",
    erase_detail: "Nadie puede recuperarlo, ni siquiera nosotros.",
    erase_yes: "Borrar todo",
    erase_no: "Conservarlo",
    not_kept: "Este navegador no guardó ese ajuste.",
    not_medical: "Ebb es una compañía. No es un dispositivo médico y no reemplaza un tratamiento.",
};
