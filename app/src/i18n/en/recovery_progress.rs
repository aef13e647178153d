//! The way through the programme, and family, in English.

use crate::i18n::counted;
use crate::i18n::keys::{Ask, Asked, Family, Helped, RecoveryProgress};

fn days(n: i64) -> String {
    counted(usize::try_from(n).unwrap_or(0), "day", "days")
}

pub const RECOVERY_PROGRESS: RecoveryProgress = RecoveryProgress {
    title: "My path",
    lead: "From the program to what comes after it, at your own pace.",
    days: "My days",
    days_lead: "Every day without using counts once it is over, and it stays counted. A slip changes only its own day.",
    days_safety: "Are you stopping alcohol, benzodiazepines or other sedatives? Stopping suddenly can be dangerous. Talk to a doctor or your program first.",
    days_safety_more: "Stopping safely, and when it is an emergency",
    add_start: "Count days",
    without: |what| format!("Without: {what}"),
    without_all: "Without using",
    won: |n| format!("{} in all", days(n)),
    current: |n| format!("{} in a row now", days(n)),
    best: |n| format!("{} in the longest run", days(n)),
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
    hours: |n| {
        let hours = counted(usize::from(n), "hour", "hours");
        format!("{hours} a week")
    },
    step_down: "Before I step down",
    step_down_lead: "Things worth settling while you still have a lot of support. Check off what is done.",
    begin_list: "Start the list",
    own_line: "Add one of my own",
    item: |name| {
        match name {
            "talked-it-over" => "I have talked it over with my counselor",
            "next-appointment" => "My first appointment after the program is set",
            "who-to-call" => "I know who to call on a bad night",
            "safety-plan" => "My safety plan is written",
            "relapse-plan" => "My plan for staying well is written",
            "medication-refill" => "My medication is refilled, and I know who prescribes it",
            "meetings" => "I have a meeting or group that will continue",
            "usual-week" => "I know what a typical week will look like",
            "told-someone" => "Someone close to me knows what will change",
            other => other,
        }
        .to_owned()
    },
    phase: Asked {
        title: "A phase",
        lead: "An intensive program has nine hours a week or more, and outpatient treatment has fewer.",
        asks: [
            Ask::new("Kind", ""),
            Ask::new("From", ""),
            Ask::new("Hours a week", ""),
            Ask::new(
                "What changes with it",
                "Fewer groups, back to work, a new counselor…",
            ),
        ],
    },
    start: Asked {
        title: "Count days",
        lead: "If it is alcohol, benzodiazepines or other sedatives, do not stop all at once and alone: talk to a doctor first. Moving the date to an earlier day only adds days and never counts as a slip.",
        asks: [
            Ask::new("First day", ""),
            Ask::new("Without what? Leave this blank for everything.", ""),
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
        "Ask how today was, and listen without trying to fix it.",
        "Notice what goes well, and say so.",
        "Say what you will do and what you will not do, and stick to it.",
        "Keep alcohol and drugs out of shared rooms while things are new.",
        "Learn the early signs together, and agree on what each of you will do then.",
        "Look after yourself: your own sleep, friends and support.",
    ],
    hurts: "What makes it harder",
    hurts_list: [
        "Searching their things, testing them and checking up on them in secret.",
        "Bringing up the past in an argument.",
        "Making threats that nobody means to carry out.",
        "Covering up, paying and making excuses, so that nothing has consequences.",
        "Taking a slip as proof that nothing worked.",
    ],
    ask: "How to ask",
    ask_words: "Keep it short and kind, and ask one thing at a time. For example:",
    ask_list: [
        "“What would make this evening easier?”",
        "“Do you want advice, or just company?”",
        "“Should I come along, or wait for you here?”",
        "“I’m worried. Can we look at your plan together?”",
    ],
    builder: "Saying it with “I”",
    builder_words: "“I feel… when… because… What I would like is…” A sentence like this says what is going on in you and leaves room for an answer. The exercise helps you build one.",
    build: "Build a sentence",
    summary: "A summary to show",
    summary_lead: "You choose what is in it. It stays on this screen until you show it or print it.",
    pick: "What goes in?",
    pick_days: "My days",
    pick_phase: "Where I am in the program",
    pick_groups: "When I have groups",
    pick_goals: "My goals",
    pick_reasons: "My reasons",
    pick_helps: "Who I call when it is hard",
    own_words: "Something in my own words",
    show: "This is what they will see",
    nothing_picked: "Nothing is chosen yet.",
    heading: "How I am doing",
    note: "You can add a family session as an appointment “with family” or as a group.",
};
