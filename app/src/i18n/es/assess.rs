//! Questionnaires and lessons in Spanish.

use ebb_core::instrument::ScoreChange;

use crate::i18n::counted;
use crate::i18n::keys::{Assess, Lessons};

pub const ASSESS: Assess = Assess {
    title: "Cuestionarios",
    lead: "Preguntas cortas que te muestran, a ti y a tu terapeuta, cómo van las cosas. Ninguna respuesta está mal, y nada sale de este dispositivo si tú no lo compartes.",
    kind: "Cuestionario",
    loading: "Un momento…",
    missing: "No se pudieron cargar los cuestionarios. Lo que anotaste está a salvo.",
    nowhere: "No hay ningún cuestionario en esta dirección.",
    all: "Todos los cuestionarios",
    minutes: |minutes| format!("Unos {}", counted(minutes.into(), "minuto", "minutos")),
    due: "Ahora es un buen momento.",
    any_time: "Cuando te quede bien.",
    next: |day| format!("La próxima vez, desde el {day}."),
    last: |day| format!("La última vez fue el {day}."),
    never: "Todavía no lo has hecho.",
    fill: "Responder",
    last_result: "Último resultado",
    to_check: "Uno de varios textos en circulación",
    other_language: "Solo en inglés",
    origin: "De dónde viene",
    start: "Empezar",
    go_on: "Seguir",
    afresh: "Empezar de nuevo",
    too_old: "Lo empezaste hace más de un día. Sus preguntas ya hablan de otros días, así que empieza de nuevo.",
    kept: "Cada respuesta se guarda al instante. Puedes parar y seguir durante un día.",
    question: |number, of| format!("Pregunta {number} de {of}"),
    back: "Atrás",
    pass_on: "Siguiente",
    door_title: "Puede que esto baste por hoy",
    door_words: "Tus dos primeras respuestas son bajas. Puedes terminar aquí, o seguir y responder el resto.",
    door_finish: "Terminar aquí",
    door_go_on: "Responder el resto",
    door_result: |limit| format!("Por debajo de {limit}, no hace falta el resto del formulario."),
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
    crisis_words: "Gracias por tu honestidad. Esos pensamientos pesan, y pueden pasar. No tienes que cargarlos a solas: las personas de abajo responden de día y de noche. Si sientes que podrías actuar por un pensamiento así, llama ahora.",
    crisis_sos: "Más ayuda ahora",
    crisis_go_on: "Lo que respondiste está guardado. Puedes seguir cuando quieras.",
    unfinished: |n| format!("Sin terminar, {}", counted(n, "respuesta", "respuestas")),
    result: |value, high, band| match band {
        Some(band) => format!("{value} de {high}, {band}"),
        None => format!("{value} de {high}"),
    },
    band: |band, from, to| format!("En el rango llamado «{band}», de {from} a {to}."),
    better_high: "Aquí un número más alto significa que hay más cosas que te sostienen.",
    no_verdict: "Un número así sirve para empezar a hablar con tu terapeuta. No es un juicio ni un diagnóstico.",
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
    lead: "De pocos minutos cada una, en el orden que quieras. También funcionan sin red.",
    kind: "Lección",
    missing: "No se pudieron cargar las lecciones. Lo que anotaste está a salvo.",
    nowhere: "No hay ninguna lección en esta dirección.",
    all: "Todas las lecciones",
    minutes: |minutes| format!("{minutes} min"),
    read: "Leída",
    count: |read, all| format!("Has leído {read} de {all}."),
    next: |title| format!("Siguiente lección: {title}"),
    check: "Un repaso corto",
    check_lead: "No es un examen y no se cuenta nada. Toca lo que te parezca.",
    exercise: "Pruébalo",
    exercise_lead: "El ejercicio que va con esta lección:",
    mark: "Ya la leí",
    takeaway: "¿Qué te llevas de ella?",
    takeaway_saved: "Lo que te llevas quedó guardado.",
    takeaway_blank: "Escribe primero una o dos palabras, o déjalo así.",
    sources: "De dónde viene esto",
};
