//! Exercises being done, in Spanish.

use crate::i18n::counted;
use crate::i18n::keys::{AloudTexts, BlocksTexts, Player};

pub const ALOUD: AloudTexts = AloudTexts {
    title: "Escuchar en vez de leer",
    steps: "Leer los pasos en voz alta",
    tap: "Puedes cerrar los ojos. Cuando un paso te espera, un toque en cualquier parte de él lleva al siguiente.",
    how_fast: "Qué tan rápido",
    slower: "Más lento",
    normal: "Normal",
    faster: "Más rápido",
    read: "Leer esta lección en voz alta",
    stop: "Dejar de leer",
    go_on: "Seguir leyendo",
    none: "Este dispositivo no tiene una voz propia en español, así que Ebb no puede leer en voz alta aquí. Las voces que envían el texto por internet no se usan nunca. Quizás puedas agregar una voz en los ajustes de tu dispositivo.",
    stopped: "La voz se detuvo. Puedes seguir cuando quieras.",
};

pub const PLAYER: Player = Player {
    nowhere: "Este ejercicio no está aquí. Quizá ahora se llama de otro modo.",
    all: "Ver todos los ejercicios",
    cautions: "Antes de empezar",
    sources: "De dónde viene esto",
    before: "¿Qué tan fuertes son las ganas ahora? Puedes omitirlo.",
    cues: "Avisos en cada cambio",
    start: "Empezar",
    kept: "Ya lo habías empezado, y quedó guardado dónde ibas.",
    go_on: "Seguir donde ibas",
    afresh: "Empezar de nuevo",
    step: |step, steps| format!("Paso {step} de {steps}"),
    left: |minutes| match minutes {
        0 => "Falta menos de un minuto".to_owned(),
        1 => "Falta 1 minuto más o menos".to_owned(),
        minutes => format!("Faltan unos {minutes} minutos"),
    },
    own_pace: "A tu ritmo",
    round: |round, rounds| format!("{round} de {rounds}"),
    breathe: "Respira",
    breathe_in: "Toma aire",
    hold: "Mantén",
    breathe_out: "Suelta",
    rest: "Descansa",
    phase: |word, seconds| format!("{word}, {seconds}."),
    pause: "Pausa",
    resume: "Continuar",
    paused: "En pausa",
    back: "Atrás",
    next: "Siguiente",
    skip: "Omitir este paso",
    finish: "Terminar",
    write: "Escríbelas, si quieres",
    thing: |sense, n| format!("{sense}, {n}"),
    in_own_words: "Con tus palabras",
    example: |words| format!("Por ejemplo: {words}"),
    question: "Una pregunta",
    yes: "Sí",
    no: "No",
    look: "Míralo",
    completed: "Lo hiciste",
    stopped: "Paraste aquí, y está bien",
    practised: |seconds| match seconds {
        0..60 => "Le dedicaste un momento. Eso cuenta.".to_owned(),
        seconds => format!(
            "Le dedicaste {}.",
            counted(
                usize::try_from(seconds.saturating_add(30) / 60).unwrap_or(0),
                "minuto",
                "minutos"
            )
        ),
    },
    after: "¿Qué tan fuertes son las ganas ahora? Puedes omitirlo.",
    change: |change| match change {
        ..0 => format!(
            "Bajaron {}. Te quedaste con ellas, y cedieron.",
            change.unsigned_abs()
        ),
        0 => "Igual que antes. Te quedaste con ellas, y eso cuenta.".to_owned(),
        _ => format!(
            "Subieron {change}. Eso pasa, y no hiciste nada mal. Las ganas muchas veces crecen antes de irse. Prueba otro ejercicio o llama a alguien."
        ),
    },
    note: "Una nota, si quieres",
    note_kept: "Nota",
    too_long: "Algo que escribiste es demasiado largo para guardarlo. Puedes acortarlo en esta página.",
    play_on: "Seguir con el ejercicio",
    saved: "Quedó guardado en tu diario.",
    to_craving: "Volver a tus ganas",
    to_now: "Ir a Ahora",
    another: "Elegir otro ejercicio",
};

pub const BLOCKS: BlocksTexts = BlocksTexts {
    board: "El tablero de bloques",
    left: "A la izquierda",
    right: "A la derecha",
    turn: "Girar",
    drop: "Hasta abajo",
    keys: "Con teclado: las flechas; la de arriba gira.",
    lines: |n| format!("Filas llenas: {n}."),
};
