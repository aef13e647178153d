//! The way through the programme, and family, in Spanish.

use crate::i18n::counted;
use crate::i18n::keys::{Ask, Asked, Family, Helped, RecoveryProgress};

fn days(n: i64) -> String {
    counted(usize::try_from(n).unwrap_or(0), "día", "días")
}

pub const RECOVERY_PROGRESS: RecoveryProgress = RecoveryProgress {
    title: "Mi camino",
    lead: "Del programa a lo que viene después, a tu propio ritmo.",
    days: "Mis días",
    days_lead: "Cada día sin consumir cuenta cuando termina, y sigue contando. Un tropiezo cambia solo su propio día.",
    days_safety: "¿Estás dejando el alcohol, las benzodiazepinas u otros sedantes? Dejarlos de repente puede ser peligroso. Habla primero con un médico o con tu programa.",
    days_safety_more: "Cómo dejarlo sin peligro, y cuándo es una emergencia",
    add_start: "Contar días",
    without: |what| format!("Sin: {what}"),
    without_all: "Sin consumir nada",
    won: |n| format!("{} en total", days(n)),
    current: |n| {
        let n = usize::try_from(n).unwrap_or(0);
        format!("{} ahora", counted(n, "día seguido", "días seguidos"))
    },
    best: |n| format!("{} en el periodo más largo", days(n)),
    reached: |n| format!("Alcanzado: {}", days(n)),
    next: |n| format!("Lo siguiente: {}", days(n)),
    hide: "Ocultar los días contados",
    hidden: "Los días contados están ocultos. Se siguen contando sin mostrarse, y puedes volver a verlos en",
    show_legend: "Días contados",
    show: "Mostrar los días contados",
    phases: "Etapas",
    phases_lead: "Cuándo empezó o va a empezar cada una, y qué cambia con ella.",
    add_phase: "Agregar una etapa",
    phase_now: "Ahora",
    phase_from: |day| format!("Desde el {day}"),
    hours: |n| {
        let hours = counted(usize::from(n), "hora", "horas");
        format!("{hours} por semana")
    },
    step_down: "Antes de bajar de intensidad",
    step_down_lead: "Cosas que conviene resolver mientras todavía tienes mucho apoyo. Marca lo que ya está.",
    begin_list: "Empezar la lista",
    own_line: "Agregar algo mío",
    item: |name| {
        match name {
            "talked-it-over" => "Ya lo hablé con mi terapeuta",
            "next-appointment" => "Ya tengo fecha para mi primera cita después del programa",
            "who-to-call" => "Sé a quién llamar en una noche mala",
            "safety-plan" => "Mi plan de seguridad está escrito",
            "relapse-plan" => "Mi plan para seguir bien está escrito",
            "medication-refill" => "Tengo mi medicación y sé quién me la receta",
            "meetings" => "Tengo una reunión o un grupo que va a continuar",
            "usual-week" => "Sé cómo va a ser una semana normal",
            "told-someone" => "Alguien cercano sabe lo que va a cambiar",
            other => other,
        }
        .to_owned()
    },
    phase: Asked {
        title: "Una etapa",
        lead: "Un programa intensivo tiene nueve horas por semana o más, y el tratamiento ambulatorio tiene menos.",
        asks: [
            Ask::new("Tipo", ""),
            Ask::new("Desde", ""),
            Ask::new("Horas por semana", ""),
            Ask::new(
                "Qué cambia con ella",
                "Menos grupos, volver al trabajo, otro terapeuta…",
            ),
        ],
    },
    start: Asked {
        title: "Contar días",
        lead: "Si es alcohol, benzodiazepinas u otros sedantes, no los dejes de golpe y a solas: habla primero con un médico. Mover la fecha a un día anterior solo suma días y nunca cuenta como tropiezo.",
        asks: [
            Ask::new("Primer día", ""),
            Ask::new("¿Sin qué? Déjalo en blanco si es sin consumir nada.", ""),
        ],
    },
};

pub const HELPED: Helped = Helped {
    title: "Más bajas después",
    why: "Según tus propios números: con estos ejercicios las ganas bajaron claramente más que cuando volviste a ponerles número sin un ejercicio. Muestra qué fue junto, no qué fue la causa.",
    show: "Mostrar estos primero",
    times: |weaker, n| format!("Bajaron {weaker} de {n} veces"),
};

pub const FAMILY: Family = Family {
    title: "Para mi familia",
    lead: "Para leer en familia. Es para quienes quieren ayudar y no saben bien cómo.",
    helps: "Lo que ayuda",
    helps_list: [
        "Preguntar cómo estuvo el día y escuchar sin tratar de resolverlo.",
        "Notar lo que va bien y decirlo.",
        "Decir qué se va a hacer y qué no, y cumplirlo.",
        "No tener alcohol ni drogas en los espacios comunes mientras todo es nuevo.",
        "Aprender en familia las primeras señales y acordar qué va a hacer cada quien.",
        "Cuidarse también: el propio sueño, las amistades y el apoyo.",
    ],
    hurts: "Lo que lo hace más difícil",
    hurts_list: [
        "Revisar sus cosas, hacerle pruebas y vigilar a escondidas.",
        "Sacar el pasado en una discusión.",
        "Hacer amenazas que nadie piensa cumplir.",
        "Encubrir, pagar y dar excusas para que nada tenga consecuencias.",
        "Tomar un tropiezo como prueba de que nada sirvió.",
    ],
    ask: "Cómo preguntar",
    ask_words: "Con pocas palabras, con cariño y una cosa a la vez. Por ejemplo:",
    ask_list: [
        "«¿Qué haría más fácil esta noche?»",
        "«¿Quieres un consejo o solo compañía?»",
        "«¿Te acompaño o te espero aquí?»",
        "«Esto me preocupa. ¿Miramos tu plan?»",
    ],
    builder: "Decirlo con «yo»",
    builder_words: "«Me siento… cuando… porque… Lo que me gustaría es…» Una frase así dice lo que te pasa y deja lugar para una respuesta. El ejercicio te ayuda a armar una.",
    build: "Armar una frase",
    summary: "Un resumen para mostrar",
    summary_lead: "Tú eliges qué lleva. Se queda en esta pantalla hasta que lo muestres o lo imprimas.",
    pick: "¿Qué lleva?",
    pick_days: "Mis días",
    pick_phase: "En qué parte del programa estoy",
    pick_groups: "Cuándo tengo grupos",
    pick_goals: "Mis metas",
    pick_reasons: "Mis motivos",
    pick_helps: "A quién llamo cuando es difícil",
    own_words: "Algo con mis palabras",
    show: "Esto es lo que van a ver",
    nothing_picked: "Todavía no elegiste nada.",
    heading: "Cómo voy",
    note: "Puedes agregar una sesión con la familia como una cita «con la familia» o como un grupo.",
};
