//! What the days show, in Spanish. A rise is worth a look and nobody's failure.

use ebb_core::insight::TrendDirection;

use crate::i18n::counted;
use crate::i18n::keys::Insight;

fn days(n: usize) -> String {
    counted(n, "día", "días")
}

fn in_points(n: &str) -> String {
    match n {
        "1" => "1 punto".to_owned(),
        _ => format!("{n} puntos"),
    }
}

/// On which day, or on how many.
fn when(day: Option<&str>, times: usize) -> String {
    match day {
        Some(day) => format!("el {day}"),
        None => format!("en {}", days(times)),
    }
}

pub const INSIGHT: Insight = Insight {
    menu: "Mis olas",
    title: "Resumen",
    empty: "Esta página se llena con lo que anotas",
    empty_lead: "Unos pocos días bastan para una primera imagen. Aquí nada es una calificación.",
    empty_list: [
        "Cuántas veces vienen las ganas y qué tan fuertes son",
        "Qué las despierta y a qué hora del día",
        "Cómo se mueven el ánimo, el estrés, el sueño y la energía",
        "Qué tan fuertes eran las ganas antes y después de cada ejercicio",
    ],
    usual: "La ola habitual",
    usual_says: |start, end, minutes, n| {
        format!(
            "En promedio {start} al inicio y {end} a los {minutes} minutos, en {}.",
            counted(n, "episodio", "episodios")
        )
    },
    usual_not_yet: |n, needed| {
        format!(
            "Esto es una muestra. La tuya se dibuja con {needed} episodios o más en los que volviste a poner un número. Hasta ahora hay {n}."
        )
    },
    empty_span: "En estos días no se anotó nada. No se sabe cómo fueron, y está bien.",
    show_numbers: "Ver los números",
    day: "Día",
    hour: "Hora",
    number: "Ganas",
    mean: "Fuerza media",
    unknown: "no se sabe",
    key_none: "ninguna",
    key_unknown: "no se sabe",
    not_yet: |n, needed| format!("Todavía no alcanza ({n} de {needed})."),
    no_direction: "Si son más o menos con el tiempo se dice a partir de cuatro semanas, con anotaciones en 7 días o más de cada mitad. Los días varían demasiado para verlo antes.",
    no_item_direction: "Donde no se dice un cambio, hacen falta cuatro semanas, con 7 respuestas o más en cada mitad. Los días varían demasiado para verlo antes.",
    days_unknown: |n| {
        format!(
            "No se anotó nada en {}. Eso cuenta como no sabido, nunca como cero.",
            days(n)
        )
    },
    cravings: "Ganas de consumir",
    per_day: "Cuántas cada día",
    cravings_on_days: |n, on| match n {
        0 => format!(
            "Ningún episodio de ganas anotado, en {} con anotaciones.",
            days(on)
        ),
        _ => format!(
            "{}, en {} con anotaciones.",
            counted(
                n,
                "episodio de ganas anotado",
                "episodios de ganas anotados"
            ),
            days(on)
        ),
    },
    most: |n, day, times| format!("Lo más en un día: {n}, {}.", when(day, times)),
    count_trend: |direction, first, second, telling| match direction {
        TrendDirection::Falling => {
            format!("Menos en la segunda mitad: {second} al día, después de {first}.")
        }
        TrendDirection::Rising => format!(
            "Más en la segunda mitad: {second} al día, después de {first}. Vale la pena mirarlo: ¿qué fue distinto?"
        ),
        TrendDirection::Unclear => format!(
            "{first} al día en la primera mitad, {second} en la segunda. Tus días varían: una diferencia menor que {telling} puede ser casualidad. Con más días se ven cambios más pequeños."
        ),
    },
    strongest_per_day: "Las más fuertes de cada día",
    strongest_of: "La más fuerte",
    strongest: |strength, day, times| {
        format!("Lo más fuerte: {strength} de 10, {}.", when(day, times))
    },
    no_strength: "En estos días no se anotó qué tan fuertes fueron.",
    strength_unknown: |n| format!("Sin número en {}.", days(n)),
    strength_trend: |direction, first, second, telling| match direction {
        TrendDirection::Falling => format!(
            "Todos tus números de ganas juntos fueron más bajos en la segunda mitad: {second} en promedio, después de {first}."
        ),
        TrendDirection::Rising => format!(
            "Todos tus números de ganas juntos fueron más altos en la segunda mitad: {second} en promedio, después de {first}. Vale la pena mirarlo: ¿qué fue distinto?"
        ),
        TrendDirection::Unclear => format!(
            "Todos tus números de ganas juntos: {first} en promedio en la primera mitad, {second} en la segunda. Una diferencia menor que {telling} puede ser casualidad."
        ),
    },
    pick_day: "Mira un día",
    picked_day: |day, cravings, strongest| {
        let cravings = match cravings {
            None => return format!("{day}: no se sabe"),
            Some(0) if strongest.is_some_and(|strength| strength != "0") => {
                "ninguna anotada en su momento".to_owned()
            }
            Some(0) => "sin ganas anotadas".to_owned(),
            Some(n) => counted(n, "episodio de ganas", "episodios de ganas"),
        };
        match strongest {
            Some(strongest) => format!("{day}: {cravings}, lo más fuerte {strongest} de 10"),
            None => format!("{day}: {cravings}"),
        }
    },
    triggers: "Qué despertó las ganas",
    trigger: |n, mean| match n {
        1 => format!("una vez, {mean} de 10"),
        _ => format!("{n} veces, {mean} de 10 en promedio"),
    },
    triggers_overlap: "Si hubo dos detonantes, cuenta en ambos.",
    without_trigger: |n| format!("Ganas sin detonante anotado: {n}."),
    hours: "A qué hora del día",
    busiest_hour: |hour, n, all| {
        format!("En la hora que empieza a las {hour} hubo más que en cualquier otra: {n} de {all}.")
    },
    no_busiest_hour: "Ninguna hora destaca más de lo que puede ser casualidad.",
    weekdays: "En qué días de la semana",
    weekday: "Día de la semana",
    busiest_time: |weekday, from, to, n, all| {
        format!(
            "El {} entre las {from} y las {to} hubo más que en cualquier otro momento de la semana: {n} de {all}.",
            weekday.to_lowercase()
        )
    },
    no_busiest_time: "Ningún momento de la semana destaca más de lo que puede ser casualidad.",
    hour_short: |hour| match hour {
        0 => "12a".to_owned(),
        1..12 => format!("{hour}a"),
        12 => "12p".to_owned(),
        _ => format!("{}p", hour - 12),
    },
    check_ins: "Cómo he estado",
    check_ins_lead: "Cada línea va de 0 a 10. Un corte en ella es un día sin respuesta.",
    no_check_ins: "En estos días no anotaste cómo estabas. Toma medio minuto.",
    between: |low, high, n| {
        if low == high {
            format!("{low} en {}.", days(n))
        } else {
            format!("Entre {low} y {high}, en {}.", days(n))
        }
    },
    item_trend: |direction, first, second, telling| match direction {
        TrendDirection::Rising => {
            format!("Más alto en la segunda mitad: {second}, después de {first}.")
        }
        TrendDirection::Falling => {
            format!("Más bajo en la segunda mitad: {second}, después de {first}.")
        }
        TrendDirection::Unclear => format!(
            "{first} en la primera mitad, {second} en la segunda. Una diferencia menor que {telling} puede ser casualidad."
        ),
    },
    not_answered: |items| format!("Sin respuesta en estos días: {items}."),
    helped: "Antes y después de los ejercicios",
    helped_lead: "Estos son todos tus números de antes y después de un ejercicio. Las ganas también bajan solas, y las fuertes bajan más. Por eso solo se dice que un ejercicio terminó más bajo cuando las ganas bajaron claramente más con él, desde el mismo comienzo.",
    no_practice: "Ponle número a las ganas antes y después de un ejercicio. Desde la quinta vez, aquí se ve cómo cambiaron.",
    weaker: |points| format!("{} menos", in_points(points)),
    stronger: |points| format!("{} más", in_points(points)),
    same: "sin cambio",
    effect: |change, weaker, n| format!("En promedio, {change}. Bajaron {weaker} de {n} veces."),
    against: |lower, without, n| {
        let cravings = counted(n, "episodio de ganas", "episodios de ganas");
        if lower {
            format!(
                "Más bajas después: sin ejercicio y desde el mismo comienzo, en {cravings} el cambio fue, en promedio, {without}."
            )
        } else {
            format!(
                "Sin ejercicio y desde el mismo comienzo, en {cravings} el cambio fue, en promedio, {without}. La diferencia puede ser casualidad."
            )
        }
    },
    no_against: |n, needed| {
        format!(
            "Para comparar hacen falta {needed} episodios de ganas con un número nuevo después y sin ejercicio. Por ahora hay {n}."
        )
    },
    exercise: "Ejercicio",
    times: "Veces",
    before: "Antes",
    afterwards: "Después",
    before_key: "El anillo es tu promedio antes y el punto tu promedio después, de 0 a 10.",
    easing: "Con los minutos",
    easing_lead: "Qué tan fuertes eran después las ganas de estos días, junto a su comienzo.",
    after: |minutes| format!("A los {minutes} minutos"),
    eased: |change, n| {
        format!(
            "En promedio, {change}, en {}.",
            counted(n, "episodio de ganas", "episodios de ganas")
        )
    },
    slips: "Tropiezos",
    slips_noted: |n| match n {
        0 => "Ningún tropiezo anotado en estos días.".to_owned(),
        _ => format!(
            "{} en estos días. Los demás días siguen contando.",
            counted(n, "tropiezo anotado", "tropiezos anotados")
        ),
    },
};
