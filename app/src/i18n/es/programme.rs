//! The programme in Spanish.

use crate::i18n::counted;
use crate::i18n::keys::{Agenda, Ask, Asked, Calendar, Programme, TodayTexts};

pub const PROGRAMME: Programme = Programme {
    title: "Mi programa",
    lead: "Lo que viene y en lo que estás trabajando. Llena solo lo que te ayude.",
    coming: "Lo que viene",
    nothing_coming: "Nada en las próximas dos semanas.",
    plans: "Mis planes",
    way: "Mi camino",
    family: "Para mi familia",
    groups: "Grupos y reuniones",
    add_group: "Agregar un grupo",
    weekly: |days, at| match days {
        [first, rest @ ..] if rest.len() < 6 => {
            let rest = rest.iter().map(|day| format!(", {}", day.to_lowercase()));
            format!("{first}{}, {at}", rest.collect::<String>())
        }
        _ => format!("Todos los días, {at}"),
    },
    appointments: "Citas",
    add_appointment: "Agregar una cita",
    bring_list: "Temas para hablar",
    bring_lead: "Escríbelo cuando se te ocurra. Se queda aquí hasta que lo hables.",
    add_bring: "Agregar un tema para hablar",
    brought: |what| format!("Ya lo hablé: {what}"),
    goals: "Metas",
    add_goal: "Agregar una meta",
    next_step: |step| format!("Siguiente paso: {step}"),
    review_on: |day| format!("Revisarla el {day}"),
    tasks: "Cosas por hacer",
    add_assignment: "Agregar una tarea que me dieron",
    add_commitment: "Agregar algo que dije que haría",
    mark_done: |what| format!("Hecho: {what}"),
    due: |day| format!("Para el {day}"),
    every_weeks: |weeks| match weeks {
        1 => "Cada semana".to_owned(),
        _ => format!("Cada {weeks} semanas"),
    },
    stop: |what| format!("Ya no: {what}"),
    how_went: "¿Cómo te fue? Cualquier respuesta está bien.",
    medicines: "Medicación para la recuperación",
    medicines_lead: "La medicación que tomas como te la indicaron es tratamiento. Nunca cuenta como tropiezo.",
    add_medicine: "Agregar un medicamento",
    today_taken: |name| format!("{name} hoy"),
    dose: "Medicación",
    group: Asked {
        title: "Un grupo",
        lead: "Anota cuándo se reúne cada semana. Más abajo puedes mover o cancelar una sola fecha.",
        asks: [
            Ask::new("Nombre", ""),
            Ask::new("Tipo", ""),
            Ask::new("Días", ""),
            Ask::new("Empieza a las", ""),
            Ask::new("Duración en minutos", ""),
            Ask::new(
                "Zona horaria",
                "El grupo sigue a esta hora aunque cambie el horario o viajes.",
            ),
            Ask::new("Primera fecha", ""),
            Ask::new("Última fecha", "Déjala en blanco si no tiene final."),
            Ask::rows(
                "Fechas distintas",
                "Pon la fecha de siempre, y después la fecha y hora nuevas. Si las dejas en blanco, ese día no hay grupo.",
                &["Fecha de siempre", "Fecha nueva", "Hora nueva"],
            ),
            Ask::new("Dónde", ""),
            Ask::new("Cómo llegar", ""),
        ],
    },
    session: Asked {
        title: "Grupo",
        lead: "Llénalo antes del grupo, después o las dos veces.",
        asks: [
            Ask::new(
                "Algo para plantear",
                "Una pregunta, una preocupación, algo que salió bien.",
            ),
            Ask::new("¿Fuiste?", "Déjalo sin responder hasta que haya pasado."),
            Ask::new("Lo que me llevo", "Con una frase basta."),
            Ask::new("Lo que voy a practicar hasta la próxima vez", ""),
            Ask::new("Un ejercicio que va con eso", ""),
            Ask::new("Ya lo practiqué", ""),
        ],
    },
    appointment: Asked {
        title: "Una cita",
        lead: "Ebb prepara los temas con lo que anotas.",
        asks: [
            Ask::new("Con", ""),
            Ask::new("Tipo", ""),
            Ask::new("Fecha", ""),
            Ask::new("Empieza a las", ""),
            Ask::new("Duración en minutos", ""),
            Ask::new("Zona horaria", ""),
            Ask::new("Dónde", ""),
            Ask::new("Preguntas para hacer", ""),
            Ask::new(
                "¿Se hizo la cita?",
                "Déjalo sin responder hasta que haya pasado.",
            ),
            Ask::new("Notas después de la cita", ""),
        ],
    },
    bring: Asked {
        title: "Un tema para hablar",
        lead: "",
        asks: [
            Ask::new("De qué quiero hablar", ""),
            Ask::new("Es para un grupo y no para una cita", ""),
        ],
    },
    goal: Asked {
        title: "Una meta",
        lead: "Que sea pequeña y clara, para que puedas ver cuándo la lograste.",
        asks: [
            Ask::new(
                "Lo que quiero",
                "Por ejemplo: ir a todos los grupos del martes este mes.",
            ),
            Ask::new("Cómo voy a saber que la logré", ""),
            Ask::rows("Pasos pequeños", "", &["Paso", "Hecho"]),
            Ask::new("Revisarla el", ""),
            Ask::new("Cómo va", ""),
        ],
    },
    assignment: Asked {
        title: "Una tarea que me dieron",
        lead: "",
        asks: [
            Ask::new("Lo que tengo que hacer", ""),
            Ask::new("Quién me la dio", ""),
            Ask::new("Para cuándo", ""),
        ],
    },
    commitment: Asked {
        title: "Algo que dije que haría",
        lead: "Si no sale, no pierdes nada.",
        asks: [
            Ask::new("Lo que dije que haría", ""),
            Ask::new("Se lo dije a", ""),
            Ask::new("Para cuándo", ""),
            Ask::new("¿Cómo te fue?", "Déjalo sin responder hasta entonces."),
        ],
    },
    medicine: Asked {
        title: "Un medicamento",
        lead: "Anótalo como te lo recetaron. Ebb no da consejos sobre dosis, así que pregunta a quien te lo receta antes de cambiar algo.",
        asks: [
            Ask::new("Nombre", ""),
            Ask::new("Cómo lo tomo", "Con tus palabras."),
            Ask::rows("Horas", "Puedes dejarlo en blanco.", &["Hora"]),
            Ask::new("Desde", ""),
            Ask::new("Hasta", "Déjalo en blanco si no tiene final."),
        ],
    },
    upcoming_dates: "Próximas fechas",
    past_dates: "Fechas pasadas",
    was_there: "Fui",
    was_not: "No fui",
    agenda: Agenda {
        title: "Temas para hablar",
        since: |day| format!("Desde la última cita, el {day}:"),
        since_ever: "De todo lo que has anotado hasta ahora:",
        days: |n| {
            format!(
                "Anotaste algo en {}. De los demás días no se sabe nada.",
                counted(n, "día", "días")
            )
        },
        cravings: |n, strongest| {
            let words = counted(n, "episodio de ganas", "episodios de ganas");
            match strongest {
                Some(strongest) => format!("{words}, el más fuerte de {strongest} de 10"),
                None => words,
            }
        },
        slips: |n| counted(n, "tropiezo anotado", "tropiezos anotados"),
        practices: |n| counted(n, "ejercicio hecho", "ejercicios hechos"),
        questionnaires: |n| counted(n, "cuestionario respondido", "cuestionarios respondidos"),
        groups: |attended, missed| {
            let words = counted(attended, "grupo al que fui", "grupos a los que fui");
            match missed {
                0 => words,
                missed => format!("{words}, {missed} a los que no"),
            }
        },
        takeaways: "Lo que me llevé de los grupos",
        questions: "Mis preguntas",
        to_bring: "De lo que quería hablar",
    },
    calendar: Calendar {
        title: "En el calendario de mi teléfono",
        lead: "Ebb puede crear un archivo con tus grupos y citas. El calendario de tu teléfono lo lee y te avisa. Ebb no envía nada a ninguna parte.",
        remind: "Avisarme",
        remind_never: "Sin aviso",
        minutes_before: |minutes| match minutes {
            60 => "1 hora antes".to_owned(),
            minutes if minutes % 60 == 0 => format!("{} horas antes", minutes / 60),
            minutes => format!("{minutes} minutos antes"),
        },
        discreet: "Ocultar nombres y lugares",
        discreet_hint: "Úsalo si otras personas pueden ver tu calendario. Así cada fecha se llama «Ocupado».",
        discreet_name: "Ocupado",
        save: "Guardar el archivo del calendario",
        saved: "El archivo está guardado. Ábrelo para agregar las fechas a tu calendario.",
        not_saved: "El archivo no se pudo guardar aquí. Intenta otra vez, por favor.",
        nothing: "Primero agrega un grupo o una cita.",
    },
    today: TodayTexts {
        group: |time, name| format!("{time} · {name}"),
        medicine: |name| format!("{name}: ¿cómo lo tomaste?"),
        check_in: "Anotar cómo estoy, cuando quiera",
        intention: "Elegir una intención para hoy",
        day: |words| format!("Hoy: {words}"),
        look_back: "Mirar de nuevo el día",
        homework: |what| format!("Para practicar: {what}"),
        goal: |what| format!("Revisar tu meta: {what}"),
        questionnaire: |title| format!("Responder: {title}"),
        lesson: |title| format!("Leer: {title}"),
        after: |day| format!("Día {day} de 90: revisa tu plan"),
    },
};
