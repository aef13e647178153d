//! Reminders, if-then plans and finding in Spanish.

use ebb_core::import::{Column, ImportError};
use ebb_core::log::ReminderFor;

use crate::i18n::counted;
use crate::i18n::keys::{
    Ask, Asked, DayTexts, Find, Harder, IfThenTexts, ImportTexts, KeepsakeWords, Keepsakes,
    Meetings, MessageTexts, NotificationTexts, ReductionTexts, Reminders, Tools, TrialTexts,
};
use crate::platform::capture::CaptureError;
use crate::platform::sound::RecordingError;

/// The texts of screens that come last.
pub static TOOLS: Tools = Tools {
    reminders: Reminders {
        title: "Recordatorios",
        lead: "El calendario de tu teléfono puede recordarte cosas aunque Ebb esté cerrado. Ebb hace un archivo pequeño: ábrelo una vez y el recordatorio queda en tu calendario. No se envía nada a ninguna parte.",
        none: "Todavía no hay recordatorios.",
        add: "Recuérdame",
        of: |of| match of {
            ReminderFor::CheckIn => "Anotar cómo estoy",
            ReminderFor::Questionnaire => "Un cuestionario",
            ReminderFor::Medicine => "Medicación",
            ReminderFor::Exercise => "Un ejercicio",
            ReminderFor::Group => "Un grupo",
            ReminderFor::HardHour => "Una hora difícil",
            ReminderFor::Other => "Otra cosa",
        },
        named: |of, name| format!("{of}: {name}"),
        hard_hour: |hour, n| format!("{hour}, cuando vinieron {n} de tus episodios de ganas"),
        what: "Para qué es",
        days: "Qué días",
        no_days: "Elige al menos un día.",
        every_day: "Todos los días",
        at: "A qué hora",
        no_time: "Elige una hora.",
        says: "Lo que mostrará tu calendario",
        says_hint: |neutral| {
            format!(
                "Otras personas pueden ver tu calendario. Si lo dejas en blanco, dice «{neutral}»."
            )
        },
        neutral: "Un rato para mí",
        save: "Guardar y poner en mi calendario",
        saved: "Guardado. Abre el archivo para ponerlo en tu calendario.",
        not_handed: "Quedó guardado aquí, pero el navegador no tomó el archivo. Puedes intentarlo de nuevo en la lista.",
        again: "Archivo de calendario",
        all: "Todos en un solo archivo",
        change: "Cambiar",
        stop: "Detener",
        stopped: "Detenido. Puede seguir en tu calendario: abre el archivo para quitarlo de ahí.",
        take_out: "Archivo para quitarlo",
        how: "Cambiarlo o quitarlo",
        how_words: [
            "Cambia el recordatorio aquí y abre su archivo nuevo: tu calendario lo pone en lugar del anterior.",
            "Detenlo aquí y abre el archivo que lo acompaña: tu calendario lo quita.",
            "Algunos calendarios preguntan antes, y otros solo agregan. Si el anterior sigue ahí, bórralo a mano.",
            "Suena según el reloj del lugar donde estés, también de viaje. Tu calendario necesita permiso para mostrar avisos.",
        ],
        more_there_are: |shown, all| {
            format!("Se muestran los {shown} más nuevos de {all}. El archivo los tiene todos.")
        },
        file: "recordatorio.ics",
        here: NotificationTexts {
            title: "Mientras Ebb está abierto",
            tick: "Mostrar también mis recordatorios como notificaciones en este dispositivo",
            asking: "Tu navegador te está preguntando. No se muestra nada hasta que lo permitas.",
            when: "Una notificación solo puede llegar mientras Ebb está abierto en una pestaña y sin bloquear, y un teléfono puede retenerla mientras usas otra aplicación. El resto del tiempo te avisa tu calendario. En un iPhone o iPad, solo funciona si abres Ebb desde la pantalla de inicio.",
            shows: |neutral| {
                format!(
                    "Muestra lo mismo que tu calendario: «{neutral}», a menos que hayas escrito otra cosa. Si pusiste un bloqueo, siempre dice solo «{neutral}». Tu navegador agrega la dirección de este sitio, y tu dispositivo puede guardar una lista de sus notificaciones."
                )
            },
            refused: "Tu navegador no recibió tu permiso para mostrar notificaciones, así que esto sigue desactivado.",
            blocked: "Tu navegador bloquea las notificaciones de este sitio, así que esto sigue desactivado hasta que las permitas en sus ajustes y vuelvas a marcar la casilla.",
            unsupported: "Este navegador no puede mostrar notificaciones aquí, así que esto sigue desactivado; en un iPhone o iPad se puede cuando Ebb está en la pantalla de inicio.",
            withdrawn: "Tu navegador ya no deja que este sitio muestre notificaciones, así que esto quedó desactivado.",
        },
    },
    if_then: IfThenTexts {
        title: "Planes «si pasa, entonces»",
        lead: "Decide ahora qué harás cuando llegue un momento difícil. Elige una cosa de cada lista: toma menos de un minuto. Ebb te muestra el plan cuando llega ese momento.",
        none: "Todavía no hay planes de este tipo.",
        add: "Hacer un plan",
        when: "Si pasa esto…",
        when_hint: "Primero está lo que más se repite en tu propio diario.",
        triggers: "Esto me da ganas",
        hours: "Llega esta hora",
        places: "Estoy aquí",
        company: "Estoy con",
        then: "…entonces voy a",
        exercises: "Hacer esto",
        call: "Llamar a",
        go: "Ir a",
        words: "O con mis palabras",
        needs_both: "Elige una cosa para «si» y una para «entonces».",
        save: "Guardar este plan",
        uses: |n| format!("Lo usaste {}.", counted(n, "vez", "veces")),
        weaker: |weaker, rated| {
            format!(
                "Durante la hora siguiente, las ganas fueron más débiles en {weaker} de {rated}."
            )
        },
        note: "Las ganas también bajan solas, así que esto no muestra qué logró el plan.",
    },
    trial: TrialTexts {
        title: "¿Cuál me ayuda más?",
        lead: [
            "Elige dos ejercicios. Después de guardar tus ganas, con un toque el azar elige uno de los dos. Al final, Ebb te dice si uno de ellos te ayudó más.",
            "No se te niega nada. Siempre puedes hacer otra cosa, o nada, y la ayuda inmediata está donde siempre. Lo que cuenta es lo que salió, así que hacer otra cosa no echa nada a perder.",
            "Ebb dice el resultado cuando la prueba termina, y nunca antes de 30 días. Los primeros números pueden engañar.",
        ],
        new: "Empezar una prueba",
        first: "Un ejercicio",
        second: "El otro ejercicio",
        cravings: "Para cuántos episodios de ganas",
        cravings_hint: "Con más episodios, la respuesta es más clara. Puedes parar cuando quieras.",
        start: "Empezar",
        needs_both: "Elige dos ejercicios.",
        same: "Son el mismo. Elige dos ejercicios distintos.",
        runs: "En marcha",
        two: |a, b| format!("{a} o {b}"),
        so_far: |drawn, of| format!("{drawn} de {of} episodios de ganas"),
        how: "Guarda tus ganas como siempre. Durante los diez minutos siguientes verás «Elige por mí». Más tarde, vuelve a medirlas: de eso sale el resultado.",
        stop: "Terminar esta prueba",
        stop_question: "¿Terminar esta prueba?",
        stop_detail: "Ya no se elegirán más ejercicios. Lo que hay hasta ahora se conserva, y Ebb dice el resultado si alcanza.",
        stop_no: "Seguir con ella",
        past: "Pruebas terminadas",
        last_hour: "Las últimas ganas todavía se pueden medir. Vuelve a mirar en una hora.",
        too_few: |[a, b], (of_a, of_b), needed| {
            format!(
                "Todavía no alcanza para decir algo. Hacen falta {needed} episodios medidos de nuevo con cada ejercicio. Hay {of_a} con {a} y {of_b} con {b}."
            )
        },
        too_early: |day| format!("Todavía no. Ebb dice el resultado a partir del {day}."),
        more: |more, other, points| {
            format!(
                "{more} te ayudó más: las ganas terminaron {points} puntos más abajo que con {other}."
            )
        },
        no_more: "No quedó claro que uno de los dos ayude más.",
        favors: |points, exercise| format!("{points} puntos a favor de {exercise}"),
        no_difference: "ninguna diferencia",
        between: |low, high| {
            format!(
                "Lo más probable es que la diferencia esté entre {low} y {high}. Un rango así acierta 8 de cada 10 veces."
            )
        },
        rests_on: |[a, b], (of_a, of_b)| {
            format!(
                "De {} cuando salió {a} y {} cuando salió {b}, medidos de nuevo en menos de una hora.",
                counted(of_a, "episodio", "episodios"),
                counted(of_b, "episodio", "episodios")
            )
        },
        note: "Esto habla de ti y de estas semanas. El otro ejercicio sigue siendo bueno para cuando haga falta.",
        pick: "Elige por mí",
        pick_hint: "Para tu prueba. También puedes hacer cualquier otra cosa.",
        picked: |exercise| format!("Salió: {exercise}"),
        begin: |exercise| format!("Ir a {exercise}"),
        or_not: "Otra cosa también está bien. Cuenta igual.",
        draw: "Elegido al azar",
    },
    find: Find {
        title: "Buscar",
        words: "Palabras",
        kind: "De qué tipo",
        any_kind: "De cualquier tipo",
        first: "Desde",
        last: "Hasta",
        least: "Ganas de al menos",
        any_strength: "De cualquier fuerza",
        search: "Buscar",
        found: |n| format!("{}.", counted(n, "resultado", "resultados")),
        none: "No se encontró nada. Prueba con menos palabras o más días.",
        more: "Mostrar más",
        back: "Todo, día por día",
    },
    import: ImportTexts {
        title: "Traer de otra aplicación",
        lead: "Si llevabas notas en otra aplicación, expórtalas ahí como CSV o JSON y elige el archivo aquí. Se lee solo en este dispositivo. Antes de agregar algo ves qué llegaría, y puedes deshacerlo.",
        file: "El archivo",
        problem: |error| match error {
            ImportError::TooLarge => "Este archivo es demasiado grande. No se cambió nada.",
            ImportError::Encoding => {
                "Las letras de este archivo están guardadas de una forma que Ebb no puede leer. Expórtalo otra vez y elige UTF-8, o guárdalo desde una hoja de cálculo como «CSV UTF-8». No se cambió nada."
            }
            _ => {
                "Este archivo no es una tabla que Ebb pueda leer. Necesita una línea con encabezados y una línea por cada anotación, o una lista en JSON. No se cambió nada."
            }
        },
        columns: "¿Qué hay en cada columna?",
        columns_words: "Ebb hizo una suposición. Cambia lo que no sea así y omite lo que no quieras traer.",
        column: |column| match column {
            Column::Skip => "Omitirla",
            Column::Day => "Fecha, como 2026-11-29",
            Column::DayMonth => "Fecha con el día primero: 29/11/2026",
            Column::MonthDay => "Fecha con el mes primero: 11/29/2026",
            Column::Time => "Hora",
            Column::Mood => "Ánimo",
            Column::Craving => "Las ganas más fuertes, de 0 a 10",
            Column::Note => "Notas",
            Column::Tags => "Cosas que hice, varias en una celda",
            Column::Did => "Algo que hice: sí o no",
            Column::Slip => "Un tropiezo: sí o no",
        },
        preview: "Lo que llegaría",
        no_day: "Di qué columna tiene la fecha.",
        would: |n| format!("{}.", counted(n, "anotación nueva", "anotaciones nuevas")),
        days: |first, last| format!("Del {first} al {last}."),
        already: |n| {
            format!(
                "{} aquí.",
                counted(n, "anotación ya está", "anotaciones ya están")
            )
        },
        left_out: |n| {
            format!(
                "{} fuera: sin fecha legible, de un día que aún no llega o sin contenido.",
                counted(n, "línea queda", "líneas quedan")
            )
        },
        bring: "Agregarlas",
        done: |n| {
            format!(
                "{}.",
                counted(n, "anotación agregada", "anotaciones agregadas")
            )
        },
        taken_back: "Se deshizo lo agregado.",
    },
    harder: Harder {
        title: "Noches más difíciles",
        told: |marked, hard, [low, high, usual]| {
            format!(
                "Antes de cada noche pasada, Ebb miró solo lo que se sabía a las 5 de la tarde y marcó {marked} como más difíciles. {hard} lo fueron. De 100 noches así, entre {low} y {high} pueden ser difíciles; de 100 de todas tus noches, lo fueron {usual}."
            )
        },
        today: "Esta noche se parece a las que marca. Aun así puede ir bien. ¿Qué o a quién podrías tener cerca?",
        not_today: "Esta noche no se parece a las que marca. Eso no es una promesa.",
        what: "Difícil quiere decir ganas de 6 o más, o un tropiezo, después de las 5 de la tarde. Solo se usan tus propias noches: el día de la semana, la noche anterior, cuánta confianza tenías, cómo dormiste y si hubo ganas más temprano.",
    },
    day: DayTexts {
        title: "Un día con forma",
        lead: "Di por la mañana qué quieres del día y míralo de nuevo por la noche. Cada cosa toma medio minuto. Puedes saltarte cualquier mitad y cualquier día: no se cuenta nada.",
        whole: Asked {
            title: "Día",
            lead: "",
            asks: [
                Ask::new("Hoy quiero", ""),
                Ask::new("En una frase", ""),
                Ask::new("¿Cómo salió?", "Cualquier respuesta está bien."),
                Ask::new("Algo que ayudó o estuvo bien", ""),
                Ask::new("Lo que mañana necesita", ""),
                Ask::new(
                    "Cuánto consumí hoy",
                    "En lo que cuentas en tu plan para consumir menos. 0 también es una respuesta. Déjalo en blanco si prefieres no decirlo.",
                ),
            ],
        },
        morning: [
            "Esta mañana",
            "Elige una cosa o varias. Que sea pequeña está bien.",
        ],
        evening: ["Esta noche", "Con una respuesta basta."],
        no_morning: "Todavía no hay una intención.",
        no_evening: "Todavía no lo has mirado de nuevo.",
        set: "Elegir una intención para hoy",
        look_back: "Mirar de nuevo el día",
        change: "Cambiar",
    },
    reduction: ReductionTexts {
        plan: Asked {
            title: "Un plan para consumir menos",
            lead: "Para quienes lo acordaron con su profesional de salud. Anota los pasos con sus fechas, apunta por la noche lo que consumiste y mira las dos cosas juntas.",
            asks: [
                Ask::new("De qué quiero consumir menos", ""),
                Ask::new("Lo que cuento", "Por ejemplo: tragos, cigarros, veces."),
                Ask::rows(
                    "Los pasos",
                    "Lo que acordaste para siete días. Deja en blanco el número que no tenga límite.",
                    &[
                        "Desde",
                        "Cuántos como máximo",
                        "En cuántos días como máximo (de 0 a 7)",
                    ],
                ),
                Ask::new("Acordado con", ""),
                Ask::new(
                    "Qué más acordamos",
                    "Por ejemplo: a quién llamar si se pone difícil.",
                ),
            ],
        },
        caution: "Por favor, no lo hagas a solas. Reducir o dejar demasiado rápido el alcohol o los sedantes puede ser peligroso cuando el cuerpo está acostumbrado. Si tiemblas, sudas, ves u oyes cosas que no están o tienes una convulsión, pide ayuda de emergencia de inmediato.",
        step: |day, limits| format!("Desde el {day}: como máximo {}", limits.join(", ")),
        units: |n, unit| format!("{n} {unit}"),
        days: |n| counted(n, "día", "días"),
        no_limits: |day| format!("Desde el {day}: sin límite"),
        noted: "De siete en siete días",
        none_noted: "Todavía no hay nada anotado. Puedes anotar lo que consumiste cuando mires de nuevo un día.",
        span: |last| format!("Siete días hasta el {last}"),
        told: |units, days, noted| {
            format!(
                "{units} en {days}; {}",
                counted(noted, "día anotado", "días anotados")
            )
        },
        planned: |limits| format!("Plan: como máximo {limits}"),
        note_today: "Anotar lo que consumí hoy",
    },
    meetings: Meetings {
        title: "Mis reuniones",
        lead: "Las reuniones a las que vas o a las que quizá quieras ir, con los días y cómo llegar.",
        none: "Todavía no hay reuniones. Agrega una o abre una lista que te hayan dado.",
        add: "Agregar una reunión",
        next: |when| format!("La próxima: {when}"),
        way: "Cómo llegar:",
        hand_on: "Darle esta lista a alguien",
        hand_on_words: "El archivo tiene los nombres, días, horas y lugares de estas reuniones, y nada sobre ti. Se abre en cualquier hoja de cálculo.",
        save: "Guardar la lista como archivo",
        saved: "El archivo quedó guardado.",
        not_saved: "El navegador no tomó el archivo.",
        take_in: "Abrir una lista",
        take_in_words: "Una clínica o una amistad puede darte un archivo con reuniones. Tú eliges cuáles agregar.",
        file: "El archivo con reuniones",
        not_a_list: "Este archivo no es una lista de reuniones. Necesita columnas llamadas nombre, días y hora. No se cambió nada.",
        already: |n| {
            format!(
                "{} en tu lista.",
                counted(n, "reunión ya está", "reuniones ya están")
            )
        },
        left_out: |n| {
            format!(
                "{}: sin nombre, o sin un día o una hora que se pueda leer.",
                counted(n, "línea quedó fuera", "líneas quedaron fuera")
            )
        },
        bring: "Agregar estas reuniones",
        nothing_new: "No hay nada nuevo en esta lista.",
        done: |n| format!("{}.", counted(n, "reunión agregada", "reuniones agregadas")),
        taken_back: "Se quitaron otra vez.",
    },
    keepsakes: Keepsakes {
        title: "Cosas por las que vivir",
        lead: "Imágenes de personas, lugares o animales por los que quieres estar aquí, y mensajes para ti con tu propia voz. Tú eliges dónde los muestra Ebb.",
        none: "Todavía no hay ninguna imagen.",
        full: |most| format!("Ebb guarda hasta {most} imágenes. Borra una para agregar otra."),
        add: "Agregar una imagen",
        add_words: "Ebb guarda una copia pequeña, sin el lugar ni la hora que las cámaras escriben en las fotos. Queda bajo llave y en las copias de seguridad como todo lo demás, y solo la compartes si eliges «Cosas por las que vivir» al compartir. Elige una en la que no haya drogas ni bebidas, por favor.",
        file: "La imagen",
        chosen: "La imagen que elegiste",
        line: "Una línea debajo, si quieres",
        keep: "Guardarla",
        needs_one: "Primero elige una imagen, por favor.",
        too_large: "Este archivo es demasiado grande. Elige una imagen de menos de 40 MB. No se cambió nada.",
        unreadable: "El navegador no puede leer este archivo como imagen. Puede estar dañado o ser de un tipo que no conoce. No se cambió nada.",
        after_craving: "Mostrarla después de unas ganas",
        in_help: "Mostrarla en «Ayuda ahora», donde otras personas pueden verla",
        picture: "Imagen",
        recording: "Mensaje de voz",
        mine: KeepsakeWords {
            picture: "Una imagen mía",
            play: "Escuchar mi mensaje",
        },
        shared: KeepsakeWords {
            picture: "Una imagen",
            play: "Escuchar el mensaje",
        },
        message: MessageTexts {
            title: "Un mensaje para ti",
            words: "En un buen día, di lo que te gustaría escuchar en uno difícil. Puede durar hasta un minuto. La grabación se queda en este dispositivo, bajo llave y en las copias de seguridad como todo lo demás, y solo la compartes si eliges «Cosas por las que vivir» al compartir.",
            record: "Grabar un mensaje",
            asking: "El navegador puede preguntarte si Ebb puede usar el micrófono.",
            recording: "Grabando. Empieza cuando quieras.",
            time: |now, most| format!("{now} de {most}"),
            cancel: "Cancelar",
            recorded: "Grabado. Si quieres, escúchalo antes de guardarlo.",
            full_length: "La grabación se detuvo porque un mensaje no puede durar más. Puedes guardarlo así, o grabarlo de nuevo un poco más corto.",
            line: "Una línea que lo acompañe, si quieres",
            keep: "Guardar este mensaje",
            again: "Grabar de nuevo",
            full: |most| format!("Ebb guarda hasta {most} mensajes. Borra uno para grabar otro."),
            unsupported: "Este navegador no puede grabar sonido. Una versión más nueva u otro navegador sí puede. Todo lo demás de esta página funciona como siempre.",
            problem: |why| match why {
                RecordingError::Capture(CaptureError::Refused) => {
                    "Ebb no tiene permiso para usar el micrófono. Puedes darlo en los ajustes del navegador e intentarlo de nuevo. No se perdió nada."
                }
                RecordingError::Capture(CaptureError::Missing) => {
                    "No se encontró ningún micrófono, o lo está usando otra aplicación. Revísalo e inténtalo de nuevo. No se perdió nada."
                }
                RecordingError::Unreadable => {
                    "La grabación no funcionó. Inténtalo de nuevo, por favor. No se cambió nada más."
                }
            },
            not_played: "Este navegador no puede reproducir el mensaje. El navegador que lo grabó sí puede.",
            after_craving: "Ofrecerlo después de unas ganas",
            in_help: "Ofrecerlo en «Ayuda ahora», donde otras personas pueden oírlo",
        },
    },
};
