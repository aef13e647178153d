//! The plans in Spanish.

use crate::i18n::keys::{Ask, Asked, FormTexts, Plans};

const PERSON: &[&str] = &["Nombre", "Número de teléfono", "En qué puede ayudar"];

pub const SHEET: FormTexts = FormTexts {
    add_row: "Agregar otra línea",
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
    zone_none: "Mi hora local, esté donde esté",
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
        "let_go" => "La dejé de lado",
        "kept" => "Lo cumplí",
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
    lead: "Hazlos en un momento tranquilo, para tenerlos listos en uno difícil. Una sola línea ya es un plan, y puedes cambiarlo cuando quieras.",
    not_yet: "Todavía sin escribir.",
    changed: |day| format!("Último cambio: {day}."),
    locked: "Mientras el bloqueo está puesto, este plan está sellado como todo lo demás y solo puedes leerlo después de desbloquear Ebb. Si puedes necesitarlo sin desbloquear, imprímelo o cópialo a mano y tenlo cerca.",
    safety: Asked {
        title: "Plan de seguridad",
        lead: "Para momentos en los que te cuesta mantenerte a salvo. Empieza desde arriba y detente cuando se haga más fácil. Si no se hace más fácil, pasa a las personas y las líneas de ayuda.",
        asks: [
            Ask::new(
                "Señales de que viene un momento difícil",
                "Pensamientos, emociones, lugares, cosas que empiezas o dejas de hacer. ¿Qué notarías primero?",
            ),
            Ask::new(
                "Lo que puedo hacer por mi cuenta",
                "Cosas pequeñas que ya te sirvieron o que son fáciles de empezar: una ducha, una caminata, música, respirar.",
            ),
            Ask::new(
                "Personas y lugares que me distraen",
                "Un lugar con gente, o alguien que es buena compañía. No hace falta decirle por qué.",
            ),
            Ask::rows(
                "Personas a las que puedo pedir ayuda",
                "Personas a las que podrías contarles cómo estás de verdad.",
                PERSON,
            ),
            Ask::rows(
                "Profesionales y líneas de ayuda",
                "Tu terapeuta, tu clínica, una línea a la que llamarías. Las líneas de tu país también están debajo del plan.",
                PERSON,
            ),
            Ask::new(
                "Hacer más seguro mi entorno",
                "¿Qué podrías guardar, darle a alguien o poner fuera de tu alcance? ¿Quién podría ayudarte con eso?",
            ),
        ],
    },
    relapse: Asked {
        title: "Plan para seguir bien",
        lead: "Cómo puedes notar a tiempo que las cosas se ponen más difíciles, y qué vas a hacer entonces.",
        asks: [
            Ask::new(
                "Mis primeras señales",
                "Muchas veces aparecen días antes: saltarte comidas o grupos, escuchar canciones de antes, pensar «por una no pasa nada», ocultarle cosas a la gente.",
            ),
            Ask::rows(
                "Si pasa esto, voy a hacer aquello",
                "Una situación y una cosa por hacer en cada línea. Que sea sencillo.",
                &["Cuando", "Entonces voy a"],
            ),
            Ask::rows("Personas que conocen este plan", "", PERSON),
        ],
    },
    reasons: Asked {
        title: "Mis motivos",
        lead: "Por qué haces esto, con tus palabras. Pon primero el más importante.",
        asks: [Ask::new(
            "Motivos",
            "Personas, planes, tu cuerpo, una mañana que recuerdas.",
        )],
    },
    places: Asked {
        title: "Lugares adonde ir",
        lead: "Adónde puedes ir cuando quedarte donde estás es un riesgo: un lugar que esté abierto, un lugar con gente, un lugar tranquilo.",
        asks: [Ask::rows(
            "Lugares",
            "",
            &["Dónde", "Cuándo está abierto, o quién está ahí"],
        )],
    },
    situation: Asked {
        title: "Una situación de riesgo",
        lead: "Haz un plan para una situación. No tiene que ser perfecto.",
        asks: [
            Ask::new(
                "La situación",
                "El día de pago, una boda, el camino a casa que pasa por la tienda…",
            ),
            Ask::new("Qué podría despertar las ganas", ""),
            Ask::new(
                "¿Cómo puedo evitarla?",
                "Déjalo en blanco si no puedes evitarla.",
            ),
            Ask::new(
                "Cuando esté en ella, voy a…",
                "Decir que no, irme después de una hora, llamar a alguien, pedir primero un refresco.",
            ),
            Ask::new("¿Cuánta confianza tengo en superarla?", ""),
        ],
    },
    situations: "Situaciones de riesgo",
    situations_lead: "Situaciones que ya sabes que serán difíciles, con un plan para cada una.",
    add_situation: "Agregar una situación",
    after: Asked {
        title: "Mis primeros 90 días después del programa",
        lead: "Las semanas después de un programa son terreno nuevo. Decide ahora qué vas a seguir haciendo, y mira este plan otra vez los días 7, 30, 60 y 90.",
        asks: [
            Ask::new(
                "Primer día sin el programa",
                "Déjalo en blanco si todavía no lo sabes.",
            ),
            Ask::new(
                "Lo que voy a seguir haciendo",
                "Reuniones, llamadas, sueño, los ejercicios que ayudan.",
            ),
            Ask::new(
                "Cómo es una semana normal",
                "Ayuda tener cosas que se repiten: trabajo, comidas, ejercicio, ver a gente.",
            ),
            Ask::new(
                "A qué voy a prestar atención",
                "Tus propias primeras señales.",
            ),
            Ask::new(
                "Cuando se ponga difícil, voy a…",
                "Lo primero que vas a hacer, y luego lo que sigue.",
            ),
            Ask::rows("A quién voy a llamar", "", PERSON),
        ],
    },
    day_of_90: |day| format!("Día {day} de 90"),
    help_lines: "Líneas de ayuda y respiración",
};
