//! Questionnaires and lessons in Spanish.

use ebb_core::content::instrument::ScoreChange;

use crate::i18n::counted;
use crate::i18n::keys::{Assess, Lessons};

pub const ASSESS: Assess = Assess {
    title: "Cuestionarios",
    lead: "Preguntas cortas que les muestran, a ti y a tu terapeuta, cómo van cambiando las cosas. Ninguna respuesta está mal, y nada sale de este dispositivo si tú no lo compartes.",
    kind: "Cuestionario",
    loading: "Cargando…",
    missing: "No se pudieron cargar los cuestionarios. Lo que anotaste está a salvo.",
    nowhere: "No hay ningún cuestionario en esta dirección.",
    all: "Todos los cuestionarios",
    minutes: |minutes| format!("Unos {}", counted(minutes.into(), "minuto", "minutos")),
    due: "Ahora es un buen momento.",
    any_time: "Cuando quieras.",
    next: |day| format!("La próxima vez, desde el {day}."),
    last: |day| format!("La última vez fue el {day}."),
    never: "Todavía no lo has hecho.",
    fill: "Responder",
    last_result: "Último resultado",
    to_check: "Las copias publicadas difieren un poco en el texto",
    other_language: "Solo en inglés",
    origin: "De dónde viene",
    start: "Empezar",
    go_on: "Continuar",
    afresh: "Empezar de nuevo",
    too_old: "Lo empezaste hace más de un día. Ahora sus preguntas hablarían de otros días, así que empieza de nuevo.",
    kept: "Cada respuesta se guarda al instante. Puedes parar y continuar en el plazo de un día.",
    question: |number, of| format!("Pregunta {number} de {of}"),
    back: "Atrás",
    pass_on: "Siguiente",
    door_result: "Esa vez solo se hicieron las dos primeras preguntas. No se preguntó por pensamientos de no querer vivir.",
    end_title: "Esa fue la última pregunta",
    end_words: "Todo está respondido.",
    gaps_title: "Ya casi",
    gaps_words: |n| {
        format!(
            "Falta responder {}. Para ver un resultado hacen falta todas. {} para ir a ella.",
            counted(n, "pregunta", "preguntas"),
            if n == 1 { "Tócala" } else { "Toca una" }
        )
    },
    if_you_like: "Solo si quieres:",
    finish: "Ver el resultado",
    crisis_title: "Tú importas. Habla con alguien ahora, por favor",
    crisis_words: "Esos pensamientos pesan, y pueden pasar. No tienes que cargarlos a solas. Llama o escribe a uno de estos números y cuenta lo que anotaste aquí. Si crees que ahora podrías llevarlos a cabo, llama al número de emergencia.",
    crisis_sos: "Más ayuda ahora",
    crisis_go_on: "Lo que respondiste está guardado. Puedes seguir cuando quieras.",
    crisis_own: "Tu plan y tu gente",
    crisis_no_plan: "Todavía no escribiste un plan de seguridad ni agregaste personas. Los números de arriba sirven sin él. Puedes escribir un plan ahora, o junto con tu terapeuta.",
    crisis_no_people: "En tu plan todavía no hay nadie a quien llamar. Los números de arriba sirven igual. Puedes agregar personas en tu plan o en SOS.",
    crisis_plan: "Mi plan de seguridad",
    crisis_begin_plan: "Escribir un plan de seguridad",
    crisis_bring: "Agregar a lo que voy a hablar",
    crisis_brought: "Está en tu lista de lo que vas a hablar",
    crisis_note: |title, answer, day| {
        format!(
            "{title}, pensamientos de no querer vivir o de hacerme daño: respondí «{answer}» el {day}."
        )
    },
    next_day_ask: "Pregúntame mañana cómo va",
    next_day_title: "¿Cómo estás hoy?",
    next_day: |days| {
        let when = match days {
            1 => "Ayer".to_owned(),
            days => format!("Hace {days} días"),
        };
        format!("{when} anotaste pensamientos difíciles en un cuestionario. ¿Cómo va eso hoy?")
    },
    next_day_easier: "Mejor",
    next_day_same: "Más o menos igual",
    next_day_harder: "Más difícil",
    next_day_never: "No me preguntes esto",
    next_day_easier_said: "De acuerdo. El SOS sigue a un toque, cuando lo quieras.",
    next_day_never_said: "Ebb no volverá a preguntar esto. Puedes activarlo otra vez debajo de la pregunta, en el cuestionario.",
    next_day_help: "Es mucho peso, y no tienes que cargarlo a solas. Habla hoy con alguien: una de estas líneas, alguien de tu gente o tu programa.",
    unfinished: |n| format!("Sin terminar, {}", counted(n, "respuesta", "respuestas")),
    result: |value, high, band| match band {
        Some(band) => format!("{value} de {high}, {band}"),
        None => format!("{value} de {high}"),
    },
    band: |band, from, to| format!("En el rango llamado «{band}», de {from} a {to}."),
    better_high: "Aquí un número más alto significa que hay más cosas que te sostienen.",
    no_verdict: "Un número así puede servir para empezar una conversación con tu terapeuta. No es un juicio ni un diagnóstico.",
    change: |says, before, now, day, points| {
        let numbers = format!("Antes, el {day}: {before}; ahora: {now}.");
        match says {
            ScoreChange::NotKnown => numbers,
            ScoreChange::AboutTheSame => format!(
                "{numbers} Más o menos igual: se sabe que un cambio dice algo a partir de {points} puntos."
            ),
            ScoreChange::Lower => {
                format!(
                    "{numbers} Más bajo, por {points} puntos o más, que es lo que se sabe que dice algo."
                )
            }
            ScoreChange::Higher => {
                format!(
                    "{numbers} Más alto, por {points} puntos o más, que es lo que se sabe que dice algo."
                )
            }
        }
    },
    doubt: "Lo que se sabe de estas sumas",
    other_version: "Esto se respondió con otra versión del formulario. Los números quedan como eran y no se comparan con los nuevos.",
    answers: "Tus respuestas",
    version: |form, scoring| format!("Formulario {form}, puntuado según {scoring}."),
    pick_result: "Mira un resultado",
    over_time: "Con el tiempo",
    trend: |words| {
        format!(
            "{}. De {} el {} a {} el {}. El más bajo, {}; el más alto, {}.",
            counted(words.n, "vez", "veces"),
            words.first,
            words.first_day,
            words.last,
            words.last_day,
            words.low,
            words.high
        )
    },
    trend_bands: |bands| format!("Donde cambia el fondo empieza un rango publicado: {bands}."),
    band_from: |band, from| format!("{band} desde {from}"),
    earlier_version: "Otra versión del formulario o de su puntuación, en una línea propia.",
    day: "Día",
    score: "Puntos",
    range: "Rango",
    show_numbers: "Ver los números",
};

pub const LESSONS: Lessons = Lessons {
    title: "Lecciones",
    lead: "Cada una toma unos minutos, y puedes leerlas en el orden que quieras. También funcionan sin conexión.",
    kind: "Lección",
    missing: "No se pudieron cargar las lecciones. Lo que anotaste está a salvo.",
    nowhere: "No hay ninguna lección en esta dirección.",
    all: "Todas las lecciones",
    minutes: |minutes| format!("{minutes} min"),
    read: "Leída",
    count: |read, all| format!("Has leído {read} de {all}."),
    next: |title| format!("Siguiente lección: {title}"),
    check: "Un repaso corto",
    check_lead: "No es un examen y nada se califica. Toca la respuesta que te parezca.",
    exercise: "Pruébalo",
    exercise_lead: "El ejercicio que va con esta lección:",
    mark: "Ya la leí",
    takeaway: "¿Qué te llevas de ella?",
    takeaway_saved: "Quedó guardado lo que te llevas.",
    sources: "De dónde viene esto",
};
