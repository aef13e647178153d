//! The plans in English.

use crate::i18n::keys::{Ask, Asked, Plans, SheetTexts};

const PERSON: &[&str] = &["Name", "Phone number", "What they can help with"];

pub const SHEET: SheetTexts = SheetTexts {
    add_row: "Add another",
    row: |n| format!("Line {n}"),
    add_known: |name| format!("Add {name}"),
    step: |step, steps| format!("Step {step} of {steps}"),
    back: "Back",
    next: "Next step",
    begin: "Begin",
    edit: "Change it",
    delete: "Delete it",
    print: "Print",
    zone_here: |name| format!("The clock in {name}"),
    zone_none: "My own clock, wherever I am",
    no_exercise: "None",
    low: "not at all",
    high: "entirely",
    option: |name| match name {
        "yes" => "Yes",
        "no" => "No",
        "programme" => "Part of my programme",
        "meeting" => "Mutual-help meeting",
        "family" => "With family",
        "counselling" => "Counselling",
        "medical" => "Doctor or prescriber",
        "other" => "Something else",
        "open" => "Working on it",
        "reached" => "Reached",
        "let_go" => "Let go, and that is fine",
        "kept" => "Kept",
        "partly" => "Partly",
        "not_this_time" => "Not this time",
        "iop" => "Intensive outpatient (IOP)",
        "outpatient" => "Outpatient",
        "aftercare" => "Aftercare",
        "as_prescribed" => "Taken as prescribed",
        "missed" => "Missed some",
        "otherwise" => "Taken another way",
        "0" => "Monday",
        "1" => "Tuesday",
        "2" => "Wednesday",
        "3" => "Thursday",
        "4" => "Friday",
        "5" => "Saturday",
        "6" => "Sunday",
        _ => "",
    },
};

pub const PLANS: Plans = Plans {
    title: "My plans",
    lead: "Made in a calm hour, for a hard one. A single line is already a plan, and you can change it whenever you like.",
    not_yet: "Not written yet.",
    changed: |day| format!("Last changed on {day}."),
    locked: "With a lock on, this plan is sealed like everything else: it opens once Ebb is unlocked. If you may need it without unlocking, print it or copy it out by hand and keep it close.",
    safety: Asked {
        title: "Safety plan",
        lead: "For an hour in which staying safe feels hard. Read it from the top and stop where it gets easier. If it does not, go on to the people and the help lines.",
        asks: [
            Ask::new(
                "Signs that a hard time is coming",
                "Thoughts, feelings, places, things you start or stop doing. What would you notice first?",
            ),
            Ask::new(
                "What I can do on my own",
                "Small things that have worked before, or that are easy to start: a shower, a walk, music, breathing.",
            ),
            Ask::new(
                "People and places that take my mind off it",
                "Somewhere with others around, or someone who is good company. You need not tell them why.",
            ),
            Ask::rows(
                "People I can ask for help",
                "Those you could tell how it really is.",
                PERSON,
            ),
            Ask::rows(
                "Professionals and help lines",
                "Your counsellor, your clinic, a line you would call. The lines for your country stand below the plan too.",
                PERSON,
            ),
            Ask::new(
                "Making it safer around me",
                "What could be put away, handed to someone or kept out of reach? Who could help with it?",
            ),
        ],
    },
    relapse: Asked {
        title: "Plan for keeping well",
        lead: "How you notice early that things are sliding, and what you do then.",
        asks: [
            Ask::new(
                "My early signs",
                "Often days before: skipping meals or groups, old songs, ‘one would be fine’, keeping things from people.",
            ),
            Ask::rows(
                "If this happens, I do that",
                "One situation and one thing to do. The simpler, the better.",
                &["When", "Then I"],
            ),
            Ask::rows("People who know this plan", "", PERSON),
        ],
    },
    reasons: Asked {
        title: "My reasons",
        lead: "Why you are doing this, in your own words. The first one comes first for you too.",
        asks: [Ask::new(
            "Reasons",
            "People, plans, your body, a morning you remember.",
        )],
    },
    places: Asked {
        title: "Places to go",
        lead: "Where you can go when staying is risky: somewhere open, somewhere with people, somewhere quiet.",
        asks: [Ask::rows(
            "Places",
            "",
            &["Where", "When it is open, or who is there"],
        )],
    },
    situation: Asked {
        title: "A risky situation",
        lead: "One situation, one plan. It need not be perfect.",
        asks: [
            Ask::new(
                "The situation",
                "Payday, a wedding, the way home past the shop…",
            ),
            Ask::new("What could set it off", ""),
            Ask::new(
                "How can I stay out of it?",
                "Leave it empty if it cannot be avoided.",
            ),
            Ask::new(
                "When I am in it, I will…",
                "Say no, leave after an hour, call someone, order first.",
            ),
            Ask::new("How sure am I that I come through it?", ""),
        ],
    },
    situations: "Risky situations",
    situations_lead: "What you already know will be hard, with a plan for each.",
    add_situation: "Add a situation",
    after: Asked {
        title: "My first 90 days after",
        lead: "The weeks after a programme are new ground. Decide now what you keep, and look at it again on days 7, 30, 60 and 90.",
        asks: [
            Ask::new(
                "First day without the programme",
                "Leave it empty if you do not know yet.",
            ),
            Ask::new(
                "What I keep doing",
                "Meetings, calls, sleep, the exercises that help.",
            ),
            Ask::new(
                "What a usual week looks like",
                "Fixed points help: work, food, movement, people.",
            ),
            Ask::new("What I watch for", "The early signs that are yours."),
            Ask::new("When it gets hard, I…", "The first thing, then the next."),
            Ask::rows("Whom I call", "", PERSON),
        ],
    },
    day_of_90: |day| format!("Day {day} of 90"),
    help_lines: "Help lines and breathing",
};
