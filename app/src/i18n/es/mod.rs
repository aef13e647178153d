//! Spanish, as it is spoken in Latin America and the United States, with `tú`.

mod assess;
mod clinician;
mod desk;
mod first;
mod insight;
mod plans;
mod player;
mod programme;
mod recovery_progress;
mod screens;
mod settings;
mod share;
mod tags;
mod tools;
mod trust;
mod vault;

use ebb_core::content::crisis;

use super::keys::{Common, EntryTexts, Kinds, More, NotFound, PlanShown, Problems, Shell, Texts};
use super::{Help, Language, Spoken};

/// All of it.
pub static SPOKEN: Spoken = Spoken {
    language: Language::Es,
    texts: &TEXTS,
    more: Some(&MORE),
    help: Some(&HELP),
    tools: Some(&tools::TOOLS),
};

/// Help in an emergency.
static HELP: Help = Help {
    lines: crisis::SPANISH,
    emergencies: crisis::SPANISH_EMERGENCIES,
};

static TEXTS: Texts = Texts {
    shell: Shell {
        leave: "Salir",
        skip: "Ir al contenido",
        menu: "Menú principal",
        program: "Programa",
        update_ready: "Hay una versión más nueva de Ebb. No se pierde nada de lo que escribiste.",
        take_update: "Actualizar ahora",
        reload: "Recargar",
        part_missing: "Esta página no se cargó",
        part_missing_words: "Puede que no tengas conexión. Lo que guardaste está a salvo, y el SOS funciona como siempre.",
    },
    common: Common {
        save: "Guardar",
        saving: "Guardando…",
        saved: "Guardado",
        add: "Agregar",
        undo: "Deshacer",
        choose_file: "Elegir un archivo",
        close: "Cerrar",
        clear: "Borrar respuesta",
        delete: "Borrar",
        deleted: "Borrado.",
        restored: "Está de vuelta.",
        own_words: "Con mis palabras",
        remind: "Recuérdamelo",
        when: "¿Cuándo fue? Déjalo en blanco si es ahora.",
        opening: "Abriendo tu diario…",
        try_again: "Intentar otra vez",
        known: "Qué se sabe de esto",
        known_nothing: "No se conoce ningún estudio de esto como aplicación.",
        known_people: |people| match people {
            1 => "Participó 1 persona.".to_owned(),
            people => format!("Participaron {people} personas."),
        },
    },
    problems: Problems {
        blocked: "Este navegador no deja que Ebb guarde nada aquí, así que no se pudo guardar. Lo que escribiste sigue en la pantalla. Permite el almacenamiento para este sitio, o sal de la ventana privada, y guarda otra vez.",
        full: "No queda espacio en este dispositivo, así que no se pudo guardar. Lo que escribiste sigue en la pantalla. Libera espacio y guarda otra vez.",
        newer: "Hay una versión más nueva de Ebb abierta en otra pestaña. Recarga esta página para seguir. Lo que escribiste se conserva.",
        outdated: "Ebb cambió en otra pestaña. Recarga esta página para seguir. Lo que escribiste se conserva.",
        locked: "Ebb está bloqueado, así que no se pudo guardar. Lo que escribiste sigue en la pantalla. Desbloquea Ebb y guarda otra vez.",
        part: "Una parte de Ebb no se cargó, así que todavía no se puede guardar nada. Lo que escribes sigue en la pantalla. Revisa tu conexión e intenta otra vez.",
        failed: "Esta vez no se pudo guardar. Lo que escribiste sigue en la pantalla. Guarda otra vez, por favor.",
        number: "Escribe un número entero en este rango, por favor.",
        future: "Esa hora todavía no llega. Elige una que ya pasó, o déjala en blanco si es ahora.",
        date: "Eso no es una fecha con hora. Elige otra, o déjala en blanco si es ahora.",
        gone: "Esa anotación ya no está aquí.",
        nothing_answered: "Todavía no hay ninguna respuesta. Con una basta.",
        no_takeaway: "Escribe primero una o dos palabras, o déjalo así.",
        erased: "Se borró del todo y no se puede recuperar.",
        blank: "Escribe algo aquí, por favor.",
        too_long: |length, limit| {
            format!(
                "Esto tiene {length} caracteres, y caben {limit}. No se cortó nada. Acórtalo, por favor, o pon el resto en otra anotación."
            )
        },
        not_a_tag: "Usa una sola línea que no empiece con #, por favor.",
        content: "No se pudieron cargar los ejercicios. Lo que anotaste está a salvo.",
        example: "Esto es un ejemplo, así que nada de lo que hagas aquí se guarda. Vuelve a tu diario para escribir.",
    },
    kinds: Kinds {
        craving: "Ganas",
        checkin: "Cómo estoy",
        slip: "Tropiezo",
        practice: "Ejercicio",
        person: "Persona",
        plan_used: "Plan usado",
    },
    now: screens::NOW,
    craving: screens::CRAVING,
    followup: screens::FOLLOW_UP,
    helped: recovery_progress::HELPED,
    checkin: screens::CHECK_IN,
    slip: screens::SLIP,
    exercises: screens::EXERCISES,
    player: player::PLAYER,
    history: screens::HISTORY,
    entry: EntryTexts {
        title: "Anotación",
        delete: "Borrar esta anotación",
    },
    plan_shown: PlanShown {
        title: "Tu plan para esto",
        when: |what| format!("Si pasa: {what}"),
        then: |what| format!("Entonces: {what}"),
        with: |who| format!("con {who}"),
        call: |who| format!("llamar a {who}"),
        go: |place| format!("ir a {place}"),
        did: "Lo hice",
        noted: "Anotado.",
    },
    insight: insight::INSIGHT,
    sos: screens::SOS,
    people: screens::PEOPLE,
    settings: screens::SETTINGS,
    storage: vault::STORAGE,
    not_found: NotFound {
        title: "Aquí no hay nada",
        words: "Esta dirección no lleva a ninguna parte. Lo que anotaste está a salvo.",
        home: "Ir a la primera pantalla",
    },
    tag: tags::tag,
};

static MORE: More = More {
    assess: assess::ASSESS,
    aloud: player::ALOUD,
    blocks: player::BLOCKS,
    future_scenes: "Escenas que escribí",
    lessons: assess::LESSONS,
    lock: vault::LOCK,
    backup: vault::BACKUP,
    sheet: plans::SHEET,
    plans: plans::PLANS,
    programme: programme::PROGRAMME,
    recovery_progress: recovery_progress::RECOVERY_PROGRESS,
    family: recovery_progress::FAMILY,
    settings: settings::SETTINGS,
    welcome: first::WELCOME,
    example: first::EXAMPLE,
    keys: first::KEYS,
    share: share::SHARE,
    trust: trust::TRUST,
    desk: desk::DESK,
    review: share::REVIEW,
    clinician: clinician::CLINICIAN,
};
