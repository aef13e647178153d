//! What the days show, in English. A rise is worth a look and nobody's failure.

use ebb_core::insight::TrendDirection;

use crate::i18n::counted;
use crate::i18n::keys::Insight;

fn days(n: usize) -> String {
    counted(n, "day", "days")
}

fn in_points(n: &str) -> String {
    match n {
        "1" => "1 point".to_owned(),
        _ => format!("{n} points"),
    }
}

/// On which day, or on how many.
fn when(day: Option<&str>, times: usize) -> String {
    match day {
        Some(day) => format!("on {day}"),
        None => format!("on {}", days(times)),
    }
}

pub const INSIGHT: Insight = Insight {
    menu: "My waves",
    title: "Summary",
    empty: "This page fills as you write",
    empty_lead: "A few days are enough for a first picture. Nothing here is a grade.",
    empty_list: [
        "How many cravings come, and how strong they are",
        "What sets them off, and at what time of day",
        "How mood, stress, sleep and energy move",
        "How strong cravings were before and after each exercise",
    ],
    usual: "The usual wave",
    usual_says: |start, end, minutes, n| {
        format!(
            "On average {start} at first and {end} after {minutes} minutes, over {}.",
            counted(n, "craving", "cravings")
        )
    },
    usual_not_yet: |n, needed| {
        format!(
            "This is a sample. Yours is drawn from {needed} cravings on that were rated again; so far there are {n}."
        )
    },
    empty_span: "Nothing was written in these days. How they were is not known, and that is fine.",
    show_numbers: "Show the numbers",
    day: "Day",
    hour: "Hour",
    number: "Cravings",
    mean: "Mean strength",
    unknown: "not known",
    key_none: "none",
    key_unknown: "not known",
    not_yet: |n, needed| format!("Not enough yet ({n} of {needed})."),
    no_direction: "Whether they become more or fewer is told from four weeks on, with entries on 7 days or more in each half. Days differ too much to see it sooner.",
    no_item_direction: "Where no change is told, it takes four weeks, with 7 answers or more in each half. Days differ too much to see it sooner.",
    days_unknown: |n| {
        format!(
            "Nothing was written on {}. That counts as not known, never as none.",
            days(n)
        )
    },
    cravings: "Cravings",
    per_day: "How many each day",
    cravings_on_days: |n, on| match n {
        0 => format!("No craving noted, on {} with entries.", days(on)),
        _ => format!(
            "{} noted, on {} with entries.",
            counted(n, "craving", "cravings"),
            days(on)
        ),
    },
    most: |n, day, times| format!("The most in one day: {n}, {}.", when(day, times)),
    count_trend: |direction, first, second, telling| match direction {
        TrendDirection::Falling => {
            format!("Fewer in the later half: {second} a day, after {first}.")
        }
        TrendDirection::Rising => format!(
            "More in the later half: {second} a day, after {first}. Worth a look: what was different?"
        ),
        TrendDirection::Unclear => format!(
            "{first} a day in the earlier half, {second} in the later. Your days vary, so less than {telling} apart can be chance. More days show smaller changes."
        ),
    },
    strongest_per_day: "The strongest each day",
    strongest_of: "Strongest",
    strongest: |strength, day, times| {
        format!("The strongest: {strength} of 10, {}.", when(day, times))
    },
    no_strength: "No strength was rated in these days.",
    strength_unknown: |n| format!("Not rated on {}.", days(n)),
    strength_trend: |direction, first, second, telling| match direction {
        TrendDirection::Falling => format!(
            "All your craving ratings together were weaker in the later half: {second} on average, after {first}."
        ),
        TrendDirection::Rising => format!(
            "All your craving ratings together were stronger in the later half: {second} on average, after {first}. Worth a look: what was different?"
        ),
        TrendDirection::Unclear => format!(
            "All your craving ratings together: {first} on average in the earlier half, {second} in the later. Less than {telling} apart can be chance."
        ),
    },
    pick_day: "Look at one day",
    picked_day: |day, cravings, strongest| {
        let cravings = match cravings {
            None => return format!("{day}: not known"),
            Some(0) if strongest.is_some_and(|strength| strength != "0") => {
                "none noted as it came".to_owned()
            }
            Some(0) => "no craving".to_owned(),
            Some(n) => counted(n, "craving", "cravings"),
        };
        match strongest {
            Some(strongest) => format!("{day}: {cravings}, the strongest {strongest} of 10"),
            None => format!("{day}: {cravings}"),
        }
    },
    triggers: "What set them off",
    trigger: |n, mean| match n {
        1 => format!("once, {mean} of 10"),
        _ => format!("{n} times, {mean} of 10 on average"),
    },
    triggers_overlap: "A craving with two triggers counts for both.",
    without_trigger: |n| format!("Cravings without a trigger noted: {n}."),
    hours: "At what time of day",
    busiest_hour: |hour, n, all| {
        format!("More came in the hour from {hour} than in any other: {n} of {all}.")
    },
    no_busiest_hour: "No hour stands out by more than chance can bring.",
    weekdays: "On which weekdays",
    weekday: "Weekday",
    busiest_time: |weekday, from, to, n, all| {
        format!(
            "More came on a {weekday} between {from} and {to} than at any other time of the week: {n} of {all}."
        )
    },
    no_busiest_time: "No time of the week stands out by more than chance can bring.",
    hour_short: |hour| match hour {
        0 => "12a".to_owned(),
        1..12 => format!("{hour}a"),
        12 => "12p".to_owned(),
        _ => format!("{}p", hour - 12),
    },
    check_ins: "Check-ins",
    check_ins_lead: "Each line runs from 0 to 10. A break in it is a day without an answer.",
    no_check_ins: "No check-ins in these days. One takes half a minute.",
    between: |low, high, n| {
        if low == high {
            format!("{low} on {}.", days(n))
        } else {
            format!("Between {low} and {high}, on {}.", days(n))
        }
    },
    item_trend: |direction, first, second, telling| match direction {
        TrendDirection::Rising => format!("Higher in the later half: {second}, after {first}."),
        TrendDirection::Falling => format!("Lower in the later half: {second}, after {first}."),
        TrendDirection::Unclear => format!(
            "{first} in the earlier half, {second} in the later. Less than {telling} apart can be chance."
        ),
    },
    not_answered: |items| format!("Not answered in these days: {items}."),
    helped: "Before and after exercises",
    helped_lead: "These are all your ratings before and after an exercise. Cravings also ease without one, and strong ones fall further. So an exercise is called lower only when cravings fell clearly further with it, from the same start.",
    no_practice: "Rate a craving before and after an exercise. From the fifth time on, this shows how it changed.",
    weaker: |points| format!("{} weaker", in_points(points)),
    stronger: |points| format!("{} stronger", in_points(points)),
    same: "no change",
    effect: |change, weaker, n| {
        format!("On average {change}. It got weaker {weaker} of {n} times.")
    },
    against: |lower, without, n| {
        let cravings = counted(n, "craving", "cravings");
        if lower {
            format!(
                "Rated lower after: without an exercise, from the same start, {cravings} were on average {without}."
            )
        } else {
            format!(
                "Without an exercise, from the same start, {cravings} were on average {without}. The difference can be chance."
            )
        }
    },
    no_against: |n, needed| {
        format!(
            "To compare, Ebb needs {needed} cravings that were rated again without an exercise. So far there are {n}."
        )
    },
    exercise: "Exercise",
    times: "Times",
    before: "Before",
    afterwards: "After",
    before_key: "The ring is your average before, the dot your average after, from 0 to 10.",
    easing: "As minutes pass",
    easing_lead: "How strong cravings of these days were later, beside their start.",
    after: |minutes| format!("After {minutes} minutes"),
    eased: |change, n| {
        format!(
            "On average {change}, over {}.",
            counted(n, "craving", "cravings")
        )
    },
    slips: "Slips",
    slips_noted: |n| match n {
        0 => "No slip noted in these days.".to_owned(),
        _ => format!(
            "{} noted in these days. All your other days still count.",
            counted(n, "slip", "slips")
        ),
    },
};
