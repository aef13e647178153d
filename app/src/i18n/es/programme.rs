//! The programme in Spanish.

use crate::i18n::counted;
use crate::i18n::keys::{Agenda, Ask, Asked, Calendar, Programme, TodayTexts};

pub const PROGRAMME: Programme = Programme {
    title: "Mi programa",
    lead: "Lo que viene y en lo que estás trabajando. Llena solo lo que ayude.",
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
    bring_list: "Para hablar",
    bring_lead: "Escríbelo cuando se te ocurra. Espera aquí hasta que lo digas.",
    add_bring: "Agregar algo para hablar",
    brought: |what| format!("Dicho: {what}"),
    goals: "Metas",
    add_goal: "Agregar una meta",
    next_step: |step| format!("Siguiente paso: {step}"),
    review_on: |day| format!("Mirarla otra vez el {day}"),
    tasks: "Cosas por hacer",
    add_assignment: "Agregar algo que me dejaron",
    add_commitment: "Agregar algo que dije que haría",
    mark_done: |what| format!("Hecho: {what}"),
    due: |day| format!("Para el {day}"),
    how_went: "¿Cómo te fue? Cualquier respuesta está bien.",
    medicines: "Medicación para la recuperación",
    medicines_lead: "Tomada como te la indicaron, es tratamiento. Nunca cuenta como tropiezo.",
    add_medicine: "Agregar un medicamento",
    today_taken: |name| format!("{name} hoy"),
    dose: "Medicación",
    group: Asked {
        title: "Un grupo",
        lead: "Su semana de siempre. Abajo puedes mover o cancelar una fecha sola.",
        asks: [
            Ask::new("Nombre", ""),
            Ask::new("Tipo", ""),
            Ask::new("Días", ""),
            Ask::new("Empieza a las", ""),
            Ask::new("Minutos", ""),
            Ask::new(
                "Reloj",
                "Sigue a esta hora aunque cambie el horario o viajes.",
            ),
            Ask::new("Primera fecha posible", ""),
            Ask::new("Última fecha", "Déjala vacía si sigue."),
            Ask::rows(
                "Fechas distintas",
                "Una fecha de siempre, y la fecha y hora nuevas. Sin fecha y hora nuevas, queda cancelada.",
                &["Fecha de siempre", "Fecha nueva", "Hora nueva"],
            ),
            Ask::new("Dónde", ""),
        ],
    },
    session: Asked {
        title: "Grupo",
        lead: "Antes, después, o las dos cosas.",
        asks: [
            Ask::new(
                "Algo para llevar",
                "Una pregunta, una preocupación, algo que salió bien.",
            ),
            Ask::new("¿Estuviste?", "Déjalo abierto hasta que haya sido."),
            Ask::new("Lo que me llevo", "Con una frase basta."),
            Ask::new("Para practicar hasta la próxima vez", ""),
            Ask::new("Un ejercicio que va con eso", ""),
            Ask::new("Ya lo practiqué", ""),
        ],
    },
    appointment: Asked {
        title: "Una cita",
        lead: "Los temas se llenan solos con lo que anotas.",
        asks: [
            Ask::new("Con", ""),
            Ask::new("Tipo", ""),
            Ask::new("Fecha", ""),
            Ask::new("Empieza a las", ""),
            Ask::new("Minutos", ""),
            Ask::new("Reloj", ""),
            Ask::new("Dónde", ""),
            Ask::new("Preguntas para llevar", ""),
            Ask::new("¿Se hizo?", "Déjalo abierto hasta que haya sido."),
            Ask::new("Notas de después", ""),
        ],
    },
    bring: Asked {
        title: "Para hablar",
        lead: "",
        asks: [
            Ask::new("De qué quiero hablar", ""),
            Ask::new("Para un grupo y no para una cita", ""),
        ],
    },
    goal: Asked {
        title: "Una meta",
        lead: "Pequeña y clara es mejor que grande y vaga.",
        asks: [
            Ask::new(
                "Lo que quiero",
                "Por ejemplo: ir a todos los grupos del martes este mes.",
            ),
            Ask::new("Cómo voy a saber que la logré", ""),
            Ask::rows("Pasos pequeños", "", &["Paso", "Hecho"]),
            Ask::new("Mirarla otra vez el", ""),
            Ask::new("Cómo va", ""),
        ],
    },
    assignment: Asked {
        title: "Algo que me dejaron",
        lead: "",
        asks: [
            Ask::new("Lo que hay que hacer", ""),
            Ask::new("Lo dejó", ""),
            Ask::new("Para cuándo", ""),
        ],
    },
    commitment: Asked {
        title: "Algo que dije que haría",
        lead: "No se te quita nada si no sale.",
        asks: [
            Ask::new("Lo que dije que haría", ""),
            Ask::new("Se lo dije a", ""),
            Ask::new("Para cuándo", ""),
            Ask::new("¿Cómo te fue?", "Déjalo abierto hasta entonces."),
        ],
    },
    medicine: Asked {
        title: "Un medicamento",
        lead: "Como lo escribió quien te lo receta. Ebb no da consejos sobre dosis: pregúntale antes de cambiar algo.",
        asks: [
            Ask::new("Nombre", ""),
            Ask::new("Cómo se toma", "Con tus palabras."),
            Ask::rows("Horas", "Puede quedar vacío.", &["Hora"]),
            Ask::new("Desde", ""),
            Ask::new("Hasta", "Déjalo vacío si sigue."),
        ],
    },
    upcoming_dates: "Próximas fechas",
    past_dates: "Fechas pasadas",
    was_there: "Estuve",
    was_not: "No estuve",
    agenda: Agenda {
        title: "Para conversar",
        since: |day| format!("Desde la última cita, el {day}:"),
        since_ever: "De todo lo que has anotado hasta ahora:",
        days: |n| {
            format!(
                "Se sabe algo de {}. De los demás días no se sabe.",
                counted(n, "día", "días")
            )
        },
        cravings: |n, strongest| {
            let words = counted(n, "momento de ganas", "momentos de ganas");
            match strongest {
                Some(strongest) => format!("{words}, lo más fuerte {strongest} de 10"),
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
        lead: "Ebb puede escribir un archivo con tus grupos y citas. El calendario de tu teléfono lo lee y te avisa. Ebb no envía nada a ninguna parte.",
        remind: "Avisarme",
        remind_never: "Sin aviso",
        minutes_before: |minutes| match minutes {
            60 => "1 hora antes".to_owned(),
            minutes if minutes % 60 == 0 => format!("{} horas antes", minutes / 60),
            minutes => format!("{minutes} minutos antes"),
        },
        discreet: "Ocultar nombres y lugares",
        discreet_hint: "Otras personas pueden ver tu calendario. Así cada fecha se llama «Ocupado».",
        discreet_name: "Ocupado",
        save: "Guardar el archivo del calendario",
        saved: "El archivo está guardado. Ábrelo para agregar las fechas a tu calendario.",
        not_saved: "El archivo no se pudo guardar aquí. Intenta otra vez, por favor.",
        nothing: "Primero agrega un grupo o una cita.",
    },
    today: TodayTexts {
        group: |time, name| format!("{time} · {name}"),
        medicine: |name| format!("{name}: ¿cómo fue la toma?"),
        check_in: "Anotar cómo estoy, cuando me quede bien",
        homework: |what| format!("Para practicar: {what}"),
        goal: |what| format!("Mirar otra vez: {what}"),
        questionnaire: |title| format!("Responder: {title}"),
        lesson: |title| format!("Leer: {title}"),
        after: |day| format!("Día {day} de 90: mira tu plan otra vez"),
    },
};
