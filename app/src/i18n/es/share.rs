//! Compartir, en español.

use ebb_core::export::fhir::Measure;
use ebb_core::insight::CheckInItem;
use ebb_core::share::review::ReviewMeasure;
use ebb_core::share::{Category, KeyError, LinkError, Preset, ShareError};

use crate::i18n::counted as plural;
use crate::i18n::keys::{Review, Share};
use crate::platform::capture::CaptureError;

pub const SHARE: Share = Share {
    notice: "Privado. Son notas propias de una persona sobre su tratamiento por consumo de sustancias, y las comparte ella misma. Léelas solo para atender a esa persona. No las pases a nadie ni las uses de otra manera sin su consentimiento por escrito, salvo que la ley lo permita. En Estados Unidos, esa ley es 42 CFR parte 2.",
    notice_short: "Privado: no lo pases a nadie sin consentimiento por escrito (42 CFR parte 2)",
    title: "Compartir",
    lead: "Elige qué mostrarle a tu terapeuta. Primero lo ves todo, y Ebb no envía nada por su cuenta: tú entregas un archivo sellado.",
    choose: "Qué compartir",
    preset: |preset| match preset {
        Preset::NextAppointment => "Para mi próxima cita",
        Preset::CravingsAndSkills => "Solo ganas y ejercicios",
        Preset::Everything => "Todo",
    },
    from: "Desde",
    until: "Hasta",
    bad_range: "Elige dos días, primero el más antiguo.",
    kinds: "Qué partes",
    kinds_hint: "«Cosas por las que vivir» son tus imágenes y los mensajes para ti. Ebb nunca las elige por ti.",
    kind: category,
    notes: "Con mis notas",
    names: "Con nombres de personas",
    names_hint: "Si no lo marcas, Ebb tapa los nombres que conoce, también en las notas. Un nombre que no conoce queda como lo escribiste.",
    tell: "Decir cuántas anotaciones dejé fuera, por tipo",
    single: "Anotación por anotación",
    single_hint: "Quita la marca de lo que no quieras compartir.",
    see: "Ver lo que se va a compartir",
    nothing: "No hay nada elegido en estos días.",
    preview: "Esto es lo que se va a compartir",
    preview_lead: "Tu terapeuta verá esta página, hecha del mismo archivo. No hay nada más en él.",
    size: |kb| format!("El archivo ocupará unos {kb} kB."),
    back: "Cambiar lo que comparto",
    hand_over: "Quién puede abrirlo",
    by_phrase: "Con una frase de ocho palabras",
    by_phrase_hint: "Di las palabras en persona o por teléfono, no en el mismo mensaje que el archivo.",
    nobody: "Todavía no hay nadie.",
    no_choice: "Elige quién puede abrirlo.",
    my_therapist: "tu terapeuta",
    seal: "Sellarlo",
    sealing: "Sellando. Puede tardar unos segundos.",
    sealed: "Está sellado",
    sealed_for: |names| format!("Solo {names} puede abrirlo."),
    phrase: "La frase",
    phrase_words: "Anota ahora estas palabras o díselas a quien va a abrir el archivo. Ebb no las guarda.",
    download: "Guardar el archivo",
    send: "Enviar el archivo",
    downloaded: "El archivo está en tus descargas. Entrégalo como quieras.",
    not_handed: "El navegador no aceptó el archivo. Mejor intenta guardarlo.",
    copy_link: "Copiar como enlace",
    link_copied: "Copiado. El enlace lleva el archivo sellado.",
    link_words: "Es tan pequeño que cabe en un enlace. El archivo sellado va en la parte de la dirección después del #, que ningún servidor ve.",
    link_too_long: "Es demasiado para un enlace. Mejor guarda el archivo.",
    qr: "Como imagen para escanear",
    qr_words: "Tu terapeuta puede escanearla de tu pantalla.",
    done: "Listo",
    shared_title: "Lo que has compartido",
    shared_none: "Todavía no se ha compartido nada.",
    shared_line: |when, range, to, n| {
        format!(
            "{when}: {range}, {}, {to}",
            plural(n, "anotación", "anotaciones")
        )
    },
    by_phrase_short: "con una frase",
    again: "Elegir lo mismo otra vez",
    people_title: "Con quién comparto",
    people_lead: "Agrega una vez la clave de tu terapeuta, de preferencia en una sesión. Desde entonces, solo esa persona puede abrir lo que le compartes.",
    people_there: "Ya agregadas",
    people_none: "Todavía no hay nadie.",
    key: "Clave o enlace",
    key_hint: "Empieza con age1, o es un enlace con un #.",
    picture: "Una imagen del código",
    picture_none: "No se encontró un código en la imagen, o este navegador no puede leerlo. Pega la clave.",
    camera: "Usar la cámara",
    camera_on: "Pon el código delante de la cámara. La imagen no sale de este dispositivo.",
    camera_problem: |why| match why {
        CaptureError::Refused => {
            "Ebb no tiene permiso para usar la cámara. Puedes darlo en los ajustes del navegador, o usar una imagen o el texto."
        }
        CaptureError::Missing => {
            "No hay cámara, o la está usando otra aplicación. Puedes usar una imagen del código o el texto."
        }
    },
    check: "Revisar la clave",
    words_title: "Comparen estas palabras",
    words_lead: "La pantalla de tu terapeuta muestra seis palabras. ¿Son las mismas, en este orden?",
    name: "Cómo llamo a esta persona",
    add: "Las palabras coinciden: agregar",
    added: |name| format!("Agregaste a {name}."),
    known: |name| format!("Ya agregaste esta clave: {name}."),
    remove: "Quitar",
    removed: |name| format!("Quitaste a {name}. Conserva lo que le compartiste antes."),
    tasks_title: "De mi terapeuta",
    tasks_lead: "Abre un archivo con ejercicios, cuestionarios o metas. Tú decides sobre cada uno, y nada de lo que ya tienes cambia.",
    my_key: "Mi propia clave",
    my_key_lead: "Dásela a tu terapeuta si quiere sellar lo que te envía.",
    make_key: "Crear mi clave",
    preparing: "Se está preparando.",
    making_key: "Creando la clave.",
    file: "El archivo",
    no_file: "Elige un archivo.",
    open: "Abrirlo",
    opening: "Abriendo. Puede tardar unos segundos.",
    made_on: |day| format!("Hecho el {day}."),
    nothing_added: "No se agrega nada hasta que tú lo digas.",
    take: "Agregar esto",
    taken: "Agregado",
    unreadable_items: |n| match n {
        1 => "1 cosa no se pudo leer.".to_owned(),
        n => format!("{n} cosas no se pudieron leer."),
    },
    enter_phrase: "La frase",
    enter_phrase_hint: "Ocho palabras. No importan las mayúsculas ni la puntuación.",
    mine_title: "Para mí",
    mine_lead: "Todas tus anotaciones, para imprimirlas o para guardarlas de modo que otras aplicaciones puedan leerlas. Estos archivos no están sellados: quien los tenga puede leerlos.",
    csv: "Guardar como tabla (CSV)",
    fhir: "Guardar para el sistema de una clínica (FHIR)",
    fhir_words,
    see_and_print: "Ver todo e imprimir",
    saved_file: "El archivo está en tus descargas.",
    phrase_count: |n| format!("Una frase tiene ocho palabras. Aquí hay {n}."),
    phrase_unknown: |place| {
        format!("La palabra {place} no es una de las palabras de Ebb. Revísala.")
    },
    phrase_typo: "Estas palabras no corresponden. Puede que una se haya oído mal.",
    problem,
    key_problem: |error| match error {
        KeyError::NotAKey => "Esto no es una clave. Una clave empieza con age1.",
        KeyError::Secret => {
            "Esta es la parte secreta de una clave, que nunca se debe compartir. Pide la parte pública, que empieza con age1."
        }
        KeyError::Incomplete => "Falta el final de la clave. Cópiala entera.",
        KeyError::Typo => "Hay un error en esta clave. Cópiala otra vez.",
    },
    link_problem: |error| match error {
        LinkError::Foreign => "Esto no es una clave ni un enlace de Ebb.".to_owned(),
        LinkError::Newer => {
            "Este enlace se hizo con una versión más nueva de Ebb. Actualiza primero.".to_owned()
        }
        LinkError::Cut { found, expected } => format!(
            "Este enlace está cortado: solo hay {found} de {expected} caracteres. Pide el archivo."
        ),
        LinkError::Damaged => "Este enlace cambió en el camino. Pídelo otra vez.".to_owned(),
        LinkError::TooLong(_) => "Es demasiado para un enlace. Mejor usa el archivo.".to_owned(),
    },
};

const fn category(kind: Category) -> &'static str {
    match kind {
        Category::Cravings => "Ganas",
        Category::CheckIns => "Registros",
        Category::Slips => "Tropiezos",
        Category::Skills => "Ejercicios que hice",
        Category::Questionnaires => "Cuestionarios",
        Category::ToBring => "Temas para hablar",
        Category::Goals => "Metas",
        Category::Tasks => "Tareas y compromisos",
        Category::Groups => "Grupos",
        Category::Medication => "Medicación",
        Category::Lessons => "Lecciones",
        Category::Programme => "Mi camino por el programa",
        Category::Plans => "Planes",
        Category::People => "Personas y números",
        Category::Keepsakes => "Cosas por las que vivir",
    }
}

const fn problem(error: ShareError) -> &'static str {
    match error {
        ShareError::NotAge => "Este no es un archivo que Ebb haya sellado.",
        ShareError::NeedsKey => "Este archivo se selló para una clave. Una frase no lo abre.",
        ShareError::NeedsPhrase => "Este archivo se selló con una frase. Escribe la frase.",
        ShareError::WrongPhrase => "Esta frase no abre el archivo. Puede ser la de otro.",
        ShareError::WrongKey => "Este archivo se selló para la clave de otra persona.",
        ShareError::Incomplete => "Falta el final del archivo. Pídelo otra vez.",
        ShareError::Damaged => "El archivo está dañado. Pídelo otra vez.",
        ShareError::TooHeavy(_) => {
            "Este archivo exige más trabajo del que es seguro. No lo hizo Ebb."
        }
        ShareError::TooLarge => "Este archivo es más grande de lo que Ebb puede leer.",
        ShareError::TooManyEntries => {
            "Este archivo tiene más anotaciones de las que Ebb puede leer."
        }
        ShareError::Newer => {
            "Este archivo se hizo con una versión más nueva de Ebb. Actualiza primero."
        }
        ShareError::ABackup => {
            "Esto es una copia de seguridad, con un diario entero. Es solo para la persona que la hizo."
        }
        ShareError::AnAssignment => "Estas son tareas. Ábrelas en «De mi terapeuta».",
        ShareError::AShare => "Esto es algo compartido, no son tareas.",
        ShareError::Foreign => "No hay nada de Ebb en este archivo.",
        ShareError::Forged => {
            "La firma no corresponde: alguien cambió este archivo o lo inventó. No se leyó nada."
        }
        ShareError::OtherRecipient => {
            "Esto se hizo para otra persona, que lo pasó. No se leyó nada."
        }
        ShareError::Expired => {
            "La persona permitió guardarlo solo hasta un día que ya pasó. Pídele uno nuevo."
        }
        ShareError::OtherSigner => {
            "Esto se firmó con una clave que no es la de esta persona. No se agregó. Comparen las palabras, en persona o por teléfono."
        }
        ShareError::NotSigned => {
            "Esta persona firma lo que comparte, y esto no está firmado. No se agregó."
        }
        ShareError::OtherPerson => "Esto lo compartió otra persona. No se agregó.",
    }
}

pub const REVIEW: Review = Review {
    about: |made, first, last| format!("Hecho el {made}. Abarca del {first} al {last}."),
    counts: |n| format!("Contiene {}:", plural(n, "anotación", "anotaciones")),
    left_out: "Dejado fuera a propósito:",
    left_out_unknown: "No dice qué quedó fuera.",
    reratings: "Mediciones posteriores",
    sessions: "Grupos y reuniones, uno por uno",
    count_of: |kind, n| format!("{kind}: {n}"),
    unreadable: |n| match n {
        1 => "1 anotación no se pudo leer.".to_owned(),
        n => format!("{n} anotaciones no se pudieron leer."),
    },
    oversized: |n| {
        format!(
            "{} con más de lo que Ebb puede leer.",
            plural(n, "anotación", "anotaciones")
        )
    },
    ahead: |n| {
        format!(
            "{} de días posteriores a cuando se hizo: un reloj andaba mal, o alguien cambió el archivo.",
            plural(n, "anotación es", "anotaciones son")
        )
    },
    person: |mark| format!("Persona {mark}"),
    range: |first, last| format!("{first} a {last}"),
    since: "Desde la última sesión",
    since_session: |day| format!("La última que está anotada fue el {day}. Desde ese día:"),
    since_unknown: "No hay ninguna sesión anotada, así que esto es todo lo compartido:",
    since_counts: |cravings, strongest, slips, practices| {
        let strongest = strongest.map_or(String::new(), |n| format!(" (el más fuerte, {n} de 10)"));
        format!(
            "{}{strongest}, {}, {}.",
            plural(cravings, "episodio de ganas", "episodios de ganas"),
            plural(slips, "tropiezo", "tropiezos"),
            plural(practices, "ejercicio", "ejercicios")
        )
    },
    medication: |missed, noted| match noted {
        0 => "Medicación: nada anotado.".to_owned(),
        _ => format!(
            "Medicación: faltó en {missed} de {} con anotación.",
            plural(noted, "día", "días")
        ),
    },
    groups: |attended, missed| format!("Grupos: fue a {attended}, faltó a {missed}."),
    moved_little: |points| format!("casi igual (menos de {points})"),
    moved_worse: "peor, lo suficiente para significar algo",
    moved_better: "mejor, lo suficiente para significar algo",
    slips_marked: "Las líneas punteadas marcan tropiezos.",
    agenda: "Qué mirar primero",
    flags: "Mira esto primero, por favor",
    no_flags: "Aquí no hay ningún tropiezo. Lo que no se compartió no se sabe.",
    asked_last: |day, title, item, answer| {
        format!(
            "Pensamientos de no querer vivir ({title}, pregunta {item}): se preguntó por última vez el {day}. La respuesta fue «{answer}»."
        )
    },
    not_asked: "Pensamientos de no querer vivir: no se preguntó por ellos en lo que se compartió, así que no se sabe.",
    flag_answer: |day, title, value, item| {
        format!("{day}: {title}, la pregunta {item} se respondió con {value}.")
    },
    flag_slip: |day| format!("{day}: un tropiezo."),
    talk: "Temas para hablar",
    no_talk: "No hay nada anotado.",
    changes: "Lo que cambió más que por casualidad",
    against_half: "La segunda mitad de estos días junto a la primera.",
    against_share: |first, last| format!("Junto a lo compartido del {first} al {last}."),
    no_changes: "Nada cambió más de lo que puede ser casualidad, o son muy pocos días para saberlo.",
    other_changes: "Los demás números. Están demasiado cerca, o son de muy pocos días, para decir algo.",
    score_changes: "Cuestionarios, con el cambio que se sabe que dice algo, donde se conoce.",
    about_the_same: |points| format!("más o menos igual (menos de {points} puntos)"),
    means_something: |points| format!("{points} puntos o más, que se sabe que dice algo"),
    change: |name, before, now, n_before, n_now| {
        format!("{name}: {before} → {now} (de {n_before} y {n_now} valores)")
    },
    measure: |measure| match measure {
        ReviewMeasure::CravingsPerDay => "Ganas por día",
        ReviewMeasure::CravingStrength => "Fuerza de las ganas",
        ReviewMeasure::SkillsPerDay => "Ejercicios por día",
        ReviewMeasure::CheckIn(item) => match item {
            CheckInItem::Mood => "Ánimo",
            CheckInItem::Stress => "Estrés",
            CheckInItem::Sleep => "Sueño",
            CheckInItem::Energy => "Energía",
            CheckInItem::CravingNow => "Ganas en el registro",
            CheckInItem::CravingStrongest => "Las ganas más fuertes del día",
            CheckInItem::Confidence => "Confianza para la noche",
            CheckInItem::Presence => "Atención",
        },
        ReviewMeasure::Score { .. } => "",
    },
    triggers: "Los detonantes más frecuentes",
    hours: "Cuándo vinieron las ganas",
    few_cravings: |needed| {
        format!(
            "Menos de {needed} episodios de ganas: muy pocos para hablar de horas y días de la semana."
        )
    },
    none: "No hay en lo compartido.",
    skills: "Ejercicios, según los números de antes y después",
    missing: "Días sin anotaciones",
    missing_days: |missing, of| {
        format!(
            "No se anotó nada en {missing} de {}. Eso no quiere decir que fueran bien.",
            plural(of, "día", "días")
        )
    },
    timeline: "Todas las anotaciones",
    search: "Buscar",
    filter: "Mostrar solo",
    found: |n| plural(n, "anotación", "anotaciones"),
    charts: "Gráficas",
    instruments: "Cuestionarios",
    no_instruments: "No hay ningún cuestionario en lo compartido.",
    version: |form, scoring| {
        format!("Versión de las preguntas: {form}. Versión de la puntuación: {scoring}.")
    },
    item: "Pregunta",
    item_table: "Respuesta por respuesta",
    goals: "Metas",
    no_goals: "No hay ninguna meta en lo compartido.",
    tasks: "Tareas",
    no_tasks: "No hay ninguna tarea en lo compartido.",
    done_on: |day| format!("Hecho el {day}"),
    due_on: |day| format!("Para el {day}"),
    open: "Pendiente",
};

/// What a clinic's system shows for each of Ebb's measures.
fn fhir_words(measure: Measure) -> &'static str {
    match measure {
        Measure::Craving => "Ganas de consumir, de 0 (nada) a 10 (las más fuertes)",
        Measure::CravingTriggers | Measure::SlipTriggers => "Detonante",
        Measure::CravingFeelings => "Sentimiento",
        Measure::CravingPlace => "Lugar",
        Measure::CravingCompany => "Compañía",
        Measure::CravingSubstance => "Ganas de qué",
        Measure::CheckIn => "Registro de cómo estoy",
        Measure::CheckInHungry => "Hambre",
        Measure::CheckInAngry => "Enojo",
        Measure::CheckInLonely => "Soledad",
        Measure::CheckInTired => "Cansancio",
        Measure::CheckInMedication => "Medicación para la recuperación",
        Measure::CheckInSkills => "Habilidad usada",
        Measure::Practice => "Ejercicio hecho",
        Measure::PracticeBefore => "Ganas antes, de 0 a 10",
        Measure::PracticeAfter => "Ganas después, de 0 a 10",
        Measure::PlanUsed => "Plan «si pasa, entonces» usado",
        Measure::DayPlan => "Plan del día",
        Measure::DayPlanWants => "Lo que quería del día",
        Measure::DayPlanUsed => "Consumo, en lo que cuenta el plan",
        Measure::Slip => "Tropiezo",
        Measure::SlipSubstance => "Sustancia",
        Measure::MedicationTaken => "tomada como fue recetada",
        Measure::MedicationMissed => "no tomada",
        Measure::MedicationNone => "ninguna recetada",
        Measure::Item(CheckInItem::Mood) => "Ánimo, de 0 (muy bajo) a 10 (muy bueno)",
        Measure::Item(CheckInItem::Stress) => "Estrés, de 0 (nada) a 10 (lo máximo)",
        Measure::Item(CheckInItem::Sleep) => "Sueño, de 0 (muy malo) a 10 (muy bueno)",
        Measure::Item(CheckInItem::Energy) => "Energía, de 0 (ninguna) a 10 (la máxima)",
        Measure::Item(CheckInItem::CravingNow) => "Ganas ahora, de 0 a 10",
        Measure::Item(CheckInItem::CravingStrongest) => "Las ganas más fuertes de hoy, de 0 a 10",
        Measure::Item(CheckInItem::Confidence) => {
            "Confianza de pasar esta noche sin consumir, de 0 (nada) a 10 (total)"
        }
        Measure::Item(CheckInItem::Presence) => "Atención al presente, de 0 a 10",
    }
}
