//! The plans in Spanish.

use crate::i18n::keys::{Ask, Asked, Plans, SheetTexts};

const PERSON: &[&str] = &["Nombre", "Número de teléfono", "En qué puede ayudar"];

pub const SHEET: SheetTexts = SheetTexts {
    add_row: "Agregar otra",
    row: |n| format!("Línea {n}"),
    add_known: |name| format!("Agregar a {name}"),
    step: |step, steps| format!("Paso {step} de {steps}"),
    back: "Atrás",
    next: "Siguiente paso",
    begin: "Empezar",
    edit: "Editar",
    delete: "Borrar",
    print: "Imprimir",
    zone_here: |name| format!("La hora de {name}"),
    zone_none: "Mi propia hora, donde sea que esté",
    no_exercise: "Ninguno",
    low: "nada",
    high: "por completo",
    option: |name| match name {
        "yes" => "Sí",
        "no" => "No",
        "programme" => "Parte de mi programa",
        "meeting" => "Reunión de ayuda mutua",
        "family" => "Con la familia",
        "counselling" => "Terapia",
        "medical" => "Médico o quien receta",
        "other" => "Otra cosa",
        "open" => "Sigo en eso",
        "reached" => "Lograda",
        "let_go" => "La dejé ir, y está bien",
        "kept" => "La cumplí",
        "partly" => "En parte",
        "not_this_time" => "Esta vez no",
        "iop" => "Intensivo ambulatorio (IOP)",
        "outpatient" => "Ambulatorio",
        "aftercare" => "Seguimiento",
        "as_prescribed" => "La tomé como me la indicaron",
        "missed" => "Me faltó alguna toma",
        "otherwise" => "La tomé de otra manera",
        "0" => "Lunes",
        "1" => "Martes",
        "2" => "Miércoles",
        "3" => "Jueves",
        "4" => "Viernes",
        "5" => "Sábado",
        "6" => "Domingo",
        _ => "",
    },
};

pub const PLANS: Plans = Plans {
    title: "Mis planes",
    lead: "Hechos en una hora tranquila, para una difícil. Una sola línea ya es un plan, y puedes cambiarlo cuando quieras.",
    not_yet: "Todavía sin escribir.",
    changed: |day| format!("Último cambio: {day}."),
    locked: "Con el bloqueo puesto, este plan está sellado como todo lo demás: se abre al desbloquear Ebb. Si puedes necesitarlo sin desbloquear, imprímelo o cópialo a mano y tenlo cerca.",
    safety: Asked {
        title: "Plan de seguridad",
        lead: "Para una hora en la que cuesta mantenerte a salvo. Léelo desde arriba y para donde se haga más fácil. Si no pasa, sigue con las personas y las líneas de ayuda.",
        asks: [
            Ask::new(
                "Señales de que viene un momento difícil",
                "Pensamientos, emociones, lugares, cosas que empiezas o dejas de hacer. ¿Qué notarías primero?",
            ),
            Ask::new(
                "Lo que puedo hacer por mi cuenta",
                "Cosas pequeñas que ya sirvieron o que son fáciles de empezar: una ducha, caminar, música, respirar.",
            ),
            Ask::new(
                "Personas y lugares que me distraen",
                "Un lugar con gente, o alguien que es buena compañía. No hace falta decirle por qué.",
            ),
            Ask::rows(
                "Personas a las que puedo pedir ayuda",
                "A quienes podrías contarles cómo es de verdad.",
                PERSON,
            ),
            Ask::rows(
                "Profesionales y líneas de ayuda",
                "Tu terapeuta, tu clínica, una línea a la que llamarías. Las líneas de tu país también están debajo del plan.",
                PERSON,
            ),
            Ask::new(
                "Hacer más seguro lo que me rodea",
                "¿Qué se podría guardar, dar a alguien o poner lejos? ¿Quién podría ayudarte con eso?",
            ),
        ],
    },
    relapse: Asked {
        title: "Plan para seguir bien",
        lead: "Cómo notas a tiempo que algo se va torciendo, y qué haces entonces.",
        asks: [
            Ask::new(
                "Mis primeras señales",
                "Muchas veces días antes: saltarte comidas o grupos, canciones de antes, «una no hace nada», ocultar cosas a la gente.",
            ),
            Ask::rows(
                "Si pasa esto, hago aquello",
                "Una situación y una cosa por hacer. Cuanto más simple, mejor.",
                &["Cuando", "Entonces yo"],
            ),
            Ask::rows("Personas que conocen este plan", "", PERSON),
        ],
    },
    reasons: Asked {
        title: "Mis motivos",
        lead: "Por qué haces esto, con tus palabras. El primero también es el primero para ti.",
        asks: [Ask::new(
            "Motivos",
            "Personas, planes, tu cuerpo, una mañana que recuerdas.",
        )],
    },
    places: Asked {
        title: "Lugares a donde ir",
        lead: "A dónde puedes ir cuando quedarte es un riesgo: un lugar abierto, un lugar con gente, un lugar tranquilo.",
        asks: [Ask::rows(
            "Lugares",
            "",
            &["Dónde", "Cuándo está abierto, o quién está ahí"],
        )],
    },
    situation: Asked {
        title: "Una situación de riesgo",
        lead: "Una situación, un plan. No tiene que ser perfecto.",
        asks: [
            Ask::new(
                "La situación",
                "El día de pago, una boda, el camino a casa que pasa por la tienda…",
            ),
            Ask::new("Qué podría despertar las ganas", ""),
            Ask::new(
                "¿Cómo puedo no entrar en ella?",
                "Déjalo vacío si no se puede evitar.",
            ),
            Ask::new(
                "Cuando esté en ella, voy a…",
                "Decir que no, irme en una hora, llamar a alguien, pedir primero.",
            ),
            Ask::new("¿Qué tanto confío en que la voy a pasar?", ""),
        ],
    },
    situations: "Situaciones de riesgo",
    situations_lead: "Lo que ya sabes que será difícil, con un plan para cada cosa.",
    add_situation: "Agregar una situación",
    after: Asked {
        title: "Mis primeros 90 días después",
        lead: "Las semanas después de un programa son terreno nuevo. Decide ahora qué vas a mantener, y míralo otra vez los días 7, 30, 60 y 90.",
        asks: [
            Ask::new(
                "Primer día sin el programa",
                "Déjalo vacío si todavía no lo sabes.",
            ),
            Ask::new(
                "Lo que sigo haciendo",
                "Reuniones, llamadas, sueño, los ejercicios que ayudan.",
            ),
            Ask::new(
                "Cómo es una semana normal",
                "Los puntos fijos ayudan: trabajo, comida, movimiento, gente.",
            ),
            Ask::new("Lo que vigilo", "Las primeras señales, las tuyas."),
            Ask::new(
                "Cuando se pone difícil, yo…",
                "Lo primero, y luego lo que sigue.",
            ),
            Ask::rows("A quién llamo", "", PERSON),
        ],
    },
    day_of_90: |day| format!("Día {day} de 90"),
    help_lines: "Líneas de ayuda y respiración",
};
