//! The way through the programme, and family, in English.

use crate::i18n::counted;
use crate::i18n::keys::{Ask, Asked, Family, Helped, Way};

fn days(n: i64) -> String {
    counted(usize::try_from(n).unwrap_or(0), "day", "days")
}

pub const WAY: Way = Way {
    title: "My way through",
    lead: "From the programme to what comes after it, at your pace.",
    days: "My days",
    days_lead: "Every day without using counts once it is over, and stays counted. A slip takes its own day and nothing else.",
    days_safety: "Is it alcohol, benzodiazepines or other sedatives that you are stopping? Stopping suddenly can be dangerous. Talk to a doctor or your program first.",
    days_safety_more: "Stopping safely, and when it is an emergency",
    add_start: "Count days",
    without: |what| format!("Without: {what}"),
    without_all: "Without using",
    won: |n| format!("{} counted in all", days(n)),
    current: |n| format!("{} in a row now", days(n)),
    best: |n| format!("{} in the best run", days(n)),
    reached: |n| format!("Reached: {}", days(n)),
    next: |n| format!("Next: {}", days(n)),
    hide: "Hide day counts",
    hidden: "Day counts are hidden. They go on in the background, and you can show them again in",
    show_legend: "Counted days",
    show: "Show day counts",
    phases: "Phases",
    phases_lead: "When each one began or will begin, and what changes with it.",
    add_phase: "Add a phase",
    phase_now: "Now",
    phase_from: |day| format!("From {day}"),
    hours: |n| format!("{n} hours a week"),
    step_down: "Before I step down",
    step_down_lead: "Things worth settling while there is still a lot of support. Tick what is done.",
    begin_list: "Start the list",
    own_line: "Add a line of my own",
    item: |name| {
        match name {
            "talked-it-over" => "I have talked it over with my counsellor",
            "next-appointment" => "My first appointment after is fixed",
            "who-to-call" => "I know whom to call on a bad evening",
            "safety-plan" => "My safety plan is written",
            "relapse-plan" => "My plan for keeping well is written",
            "medication-refill" => "My medication is refilled, and I know who prescribes it",
            "meetings" => "I have a meeting or group that goes on",
            "usual-week" => "I know what a usual week will look like",
            "told-someone" => "Someone close to me knows what changes",
            other => other,
        }
        .to_owned()
    },
    phase: Asked {
        title: "A phase",
        lead: "An intensive programme has nine hours a week or more; outpatient treatment has fewer.",
        asks: [
            Ask::new("Kind", ""),
            Ask::new("From", ""),
            Ask::new("Hours a week", ""),
            Ask::new(
                "What changes with it",
                "Fewer groups, back to work, a new counsellor…",
            ),
        ],
    },
    start: Asked {
        title: "Count days",
        lead: "If it is alcohol, benzodiazepines or other sedatives, do not stop all at once and alone: talk to a doctor first. Moving the date to an earlier one only adds days. It is never a slip.",
        asks: [
            Ask::new("First day", ""),
            Ask::new("Without what? Leave it open for everything.", ""),
        ],
    },
};

pub const HELPED: Helped = Helped {
    title: "Rated lower after",
    why: "By your own ratings: with these, cravings fell clearly further than cravings you rated again without an exercise. It shows what went together, not what caused it.",
    show: "Show these first",
    times: |weaker, n| format!("Weaker {weaker} of {n} times"),
};

pub const FAMILY: Family = Family {
    title: "For my family",
    lead: "To read together. It is for people who want to help and are not sure how.",
    helps: "What helps",
    helps_list: [
        "Ask how today was, and listen without mending it.",
        "Notice what goes well, and say so.",
        "Say what you will do and what you will not, and keep to it.",
        "Keep alcohol and drugs out of shared rooms while things are new.",
        "Learn the early signs together, and agree what each of you does then.",
        "Look after yourself: your own sleep, friends and support.",
    ],
    hurts: "What makes it harder",
    hurts_list: [
        "Searching, testing and checking up in secret.",
        "Bringing up the past in an argument.",
        "Threats that nobody means to carry out.",
        "Covering up, paying and explaining, so that nothing is felt.",
        "Taking a slip as proof that nothing worked.",
    ],
    ask: "How to ask",
    ask_words: "Short, kind, and one thing at a time. For example:",
    ask_list: [
        "‘What would make this evening easier?’",
        "‘Do you want advice, or company?’",
        "‘Shall I come along, or wait for you here?’",
        "‘I am worried. Can we look at your plan together?’",
    ],
    builder: "Saying it with ‘I’",
    builder_words: "‘I feel… when… because… What I would like is…’ It says what is going on in me and leaves room for an answer. The exercise builds one sentence with you.",
    build: "Build a sentence",
    summary: "A summary to show",
    summary_lead: "You choose what is in it. It stays on this screen until you show it or print it.",
    pick: "What goes in?",
    pick_days: "My days",
    pick_phase: "Where I am in the programme",
    pick_groups: "When I have groups",
    pick_goals: "My goals",
    pick_reasons: "My reasons",
    pick_helps: "Whom I call when it is hard",
    own_words: "Something in my own words",
    show: "This is what they see",
    nothing_picked: "Nothing is chosen yet.",
    heading: "How I am doing",
    note: "A family session can be noted as an appointment ‘with family’ or as a group.",
};
