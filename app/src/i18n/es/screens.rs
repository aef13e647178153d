//! The screens in Spanish.

use std::cmp::Ordering;

use ebb_core::content::crisis::Region;

use crate::i18n::counted;
use crate::i18n::keys::{
    CheckInTexts, Craving, Exercises, FollowUp, History, Now, People, Settings, Slip, Sos,
};

pub const NOW: Now = Now {
    menu: "Ahora",
    title: "¿Qué necesitas en este momento?",
    craving: "Tengo ganas de consumir",
    craving_hint: "Ponles un número y atraviesa la ola. Van a pasar.",
    breathe: "Respirar",
    checkin: "Cómo estoy",
    slip: "Tuve un tropiezo",
    plans: "Mis planes",
    programme: "Mi programa",
    therapist: "Soy terapeuta",
    today: "Hoy",
    nothing_yet: "Hoy todavía no hay nada anotado. Agrega algo cuando quieras.",
    rate_again: "Ponles un número otra vez",
    go_on: "Continuar",
    open_craving: |intensity, time| {
        format!("A las {time} tus ganas eran {intensity} de 10. ¿Cómo están ahora?")
    },
    cravings: |n| {
        counted(
            n,
            "episodio de ganas anotado",
            "episodios de ganas anotados",
        )
    },
    practices: |n| counted(n, "ejercicio hecho", "ejercicios hechos"),
    checkins: |n| counted(n, "registro de cómo estoy", "registros de cómo estoy"),
    others: |n| counted(n, "anotación más", "anotaciones más"),
};

pub const CRAVING: Craving = Craving {
    title: "Ganas de consumir",
    intensity: "¿Qué tan fuertes son?",
    strength: "Fuerza",
    none: "ninguna",
    strongest: "más fuertes que nunca",
    intensity_missing: "Primero toca un número, por favor. Basta con uno aproximado.",
    saves: "Toca un número y queda guardado. Puedes deshacerlo.",
    more: "Agrega más, si quieres",
    triggers: "¿Qué despertó las ganas?",
    feelings: "¿Qué sientes?",
    place: "¿Dónde estás?",
    company: "¿Con quién estás?",
    substance: "¿Ganas de qué?",
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
    passes: "Las ganas suben, llegan a lo más alto y bajan. Muchas veces ceden en media hora, y a veces tardan más. Solo tienes que atravesar estas.",
    ride: "Atraviesa la ola",
    skills: "O prueba una de estas cosas",
    all_skills: "Ver todos los ejercicios",
    again: "Cómo van cambiando",
    now: "¿Qué tan fuertes son ahora?",
    asked: |minutes| format!("Pasaron {minutes} minutos. ¿Qué tan fuertes son ahora?"),
    taken_back: "Deshecho.",
    after: |minutes| match minutes {
        0 => "al inicio".to_owned(),
        minutes => format!("{minutes} min"),
    },
    went: |start, end, minutes| {
        let in_minutes = counted(usize::try_from(minutes).unwrap_or(0), "minuto", "minutos");
        match start.cmp(&end) {
            Ordering::Equal => {
                format!("Al inicio eran {start} y al final {end}, {in_minutes} después.")
            }
            Ordering::Greater => format!("Bajaron de {start} a {end} en {in_minutes}."),
            Ordering::Less => format!(
                "Subieron de {start} a {end} en {in_minutes}. Eso pasa, y no hiciste nada mal."
            ),
        }
    },
    usual: "La línea pálida es como suelen ir tus ganas.",
    next: |minutes| {
        format!(
            "Ebb volverá a preguntar {minutes} minutos después del inicio. Mientras tanto, puedes salir de esta página."
        )
    },
    no_more: "Más tarde puedes encontrar este episodio en «Mis olas».",
    used: "Un tropiezo no es el final. Los días de antes siguen contando, y puedes pedir ayuda con lo que viene.",
    add_more: "Anota qué despertó las ganas",
};

pub const CHECK_IN: CheckInTexts = CheckInTexts {
    title: "Cómo estoy",
    lead: "Omite lo que quieras. Con una respuesta basta.",
    more: "Más",
    mood: ["Ánimo", "muy bajo", "muy bueno"],
    stress: ["Estrés", "ninguno", "el máximo"],
    sleep: ["Cómo dormí anoche", "muy mal", "muy bien"],
    energy: ["Energía", "ninguna", "la máxima"],
    craving_now: ["Ganas en este momento", "ninguna", "más fuertes que nunca"],
    craving_strongest: [
        "Las ganas más fuertes de hoy",
        "ninguna",
        "más fuertes que nunca",
    ],
    confidence: [
        "Qué tan seguro es para ti pasar esta noche sin consumir",
        "nada",
        "del todo",
    ],
    presence: ["Qué tan presente te sientes", "muy lejos", "aquí y ahora"],
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
    saved: "Tu registro quedó guardado.",
    nothing_answered: "Todavía no hay ninguna respuesta. Con una basta.",
};

pub const SLIP: Slip = Slip {
    title: "Un tropiezo",
    lead: "Estás aquí, y eso importa. Un tropiezo es algo que pasó, no quien eres, y los días de antes siguen contando.",
    safety: "Primero, cuídate",
    tolerance: "Después de días sin consumir, tu cuerpo tolera menos que antes. La cantidad que tomabas antes ahora puede ser demasiada, sobre todo con opioides. No consumas a solas y ten naloxona cerca.",
    overdose: "¿Señales de sobredosis? Busca ayuda ahora",
    withdrawal: "Si llevas varios días bebiendo, o tomando benzodiazepinas u otros sedantes, no los dejes de golpe y a solas. Dejarlos de repente puede causar convulsiones.",
    withdrawal_more: "Cómo dejarlo sin peligro, y cuándo es una emergencia",
    suicide: "Si piensas en quitarte la vida, habla con alguien ahora, por favor. No necesitas tener nada claro para llamar.",
    suicide_more: "A quién llamar o escribir",
    set_off: "¿Qué lo provocó?",
    substance: "¿Qué consumiste?",
    amount: "¿Cuánto?",
    happened: "¿Qué pasó?",
    next_day: "¿Qué vas a hacer en las próximas 24 horas?",
    reach: "¿A quién vas a buscar para hablar?",
    saved: "Todo lo que has construido sigue ahí.",
    tell: "Contarle a mi terapeuta",
};

pub const EXERCISES: Exercises = Exercises {
    menu: "Habilidades",
    title: "Habilidades",
    lead: "Elige uno. Puedes parar cuando quieras.",
    loading: "Cargando los ejercicios…",
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
    mindfulness: "Observar",
    body: "Cuerpo",
    thinking: "Pensarlo bien",
    planning: "Planear y practicar",
};

pub const HISTORY: History = History {
    title: "Días",
    span: "Cuánto mostrar",
    week: "Semana",
    month: "Mes",
    earlier: "Antes",
    later: "Después",
    empty: "En estos días no se anotó nada.",
    range: |first, last| format!("{first} a {last}"),
    delete: |name| format!("Borrar {name}"),
    jump: "Ir a un mes",
    choose_month: "Elige un mes",
    kinds: "Qué mostrar",
    all_kinds: "Todo",
};

pub const SOS: Sos = Sos {
    button: "SOS",
    title: "Ayuda ahora",
    lead: "No tienes que pasar por esto a solas. Si una vida está en peligro, llama primero al número de emergencia.",
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
    breathe_words: "Toma aire por la nariz contando hasta 4 y suéltalo despacio contando hasta 6. Sigue así, siempre más largo al soltar que al tomar.",
    nobody_watches: "Nadie está mirando esta aplicación. No envía nada ni llama a nadie por su cuenta.",
    plan: "Mi plan de seguridad",
    places: "Lugares adonde ir",
    meetings: "Reuniones y grupos",
    where_now: "¿Dónde estás en este momento?",
    where_words: "Tu dispositivo no lo deja claro, así que Ebb muestra los números de los dos lugares. Tu respuesta se queda en este dispositivo. Puedes cambiarla, o elegir otro país, en «Líneas de ayuda de».",
    region: |region| match region {
        Region::Us => "Estados Unidos",
        Region::Ca => "Canadá",
        Region::Uk => "Reino Unido",
        Region::Ie => "Irlanda",
        Region::Au => "Australia",
        Region::Nz => "Nueva Zelanda",
        Region::Mx => "México",
        Region::Es => "España",
        Region::Co => "Colombia",
        Region::Ar => "Argentina",
        Region::Cl => "Chile",
        Region::Pe => "Perú",
        Region::Ec => "Ecuador",
        Region::Elsewhere => "Otro lugar",
    },
};

pub const PEOPLE: People = People {
    title: "Mi gente",
    empty: "Agrega a una persona a la que podrías llamar. Toma medio minuto, y ahí estará cuando la necesites.",
    add: "Agregar a una persona",
    name: "Nombre",
    phone: "Número de teléfono",
    good_for: "En qué puede ayudar",
    line: "Un mensaje que puedo enviarle",
    not_a_phone: "Eso no parece un número de teléfono. Puedes usar números, espacios y +.",
};

pub const SETTINGS: Settings = Settings {
    title: "Ajustes",
    look: "Apariencia",
    language: "Idioma",
    theme: "Claro u oscuro",
    theme_auto: "Igual que el dispositivo",
    theme_light: "Claro",
    theme_dark: "Oscuro",
    text: "Tamaño del texto",
    text_normal: "Normal",
    text_large: "Grande",
    text_larger: "Más grande",
    days: "Cómo funciona",
    boundary: "Mi día termina a las",
    boundary_hint: "Si te acuestas tarde o trabajas de noche, elige una hora más tarde. Lo ya anotado se queda en su día.",
    region: "Líneas de ayuda de",
    cues: "En los ejercicios de respiración",
    sound: "Un sonido suave",
    vibration: "Una vibración corta",
    keep: "Protege tus datos",
    truth: "Dónde están tus datos",
    only_here: "Todo lo que escribes se queda en este navegador, en este dispositivo. Ebb no tiene servidor ni cuentas.",
    entries: |n| format!("Aquí hay {}.", counted(n, "anotación", "anotaciones")),
    persisted: "El navegador prometió no borrar tus datos por su cuenta.",
    not_persisted: "El navegador no prometió conservar tus datos. Si falta espacio, puede borrarlos.",
    persistence_unknown: "El navegador no dice si puede borrar tus datos.",
    installed: "Ebb está instalado como aplicación.",
    not_installed: "Ebb no está instalado. Si lo agregas a la pantalla de inicio, tus datos están más a salvo.",
    space: |tenths, quota| format!("Usa {}.{} MB de {quota} MB.", tenths / 10, tenths % 10),
    private_window: "En una ventana privada se pierde todo cuando la cierras.",
    safari: "Safari borra los datos de un sitio que no abriste en siete días de uso, salvo que esté en la pantalla de inicio.",
    quarantined: |newer, damaged| {
        let mut words = Vec::new();
        if newer > 0 {
            words.push(format!(
                "{} con una versión más nueva de Ebb.",
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
        words.push("No se quitó nada, y el resto del diario está completo.".to_owned());
        words.join(" ")
    },
    erase: "Borrar todo",
    erase_words: "Quita de este navegador todas las anotaciones, personas, borradores y ajustes.",
    erase_question: "¿Borrar todo?",
    erase_detail: "Nadie puede recuperarlo, ni siquiera nosotros.",
    erase_yes: "Borrar todo",
    erase_no: "Conservarlo",
    not_kept: "Este navegador no guardó ese ajuste.",
    not_medical: "Ebb te acompaña. No es un dispositivo médico ni reemplaza un tratamiento.",
};
