//! The plans in English.

use crate::i18n::keys::{Ask, Asked, FormTexts, Plans};

const PERSON: &[&str] = &["Name", "Phone number", "What they can help with"];

pub const SHEET: FormTexts = FormTexts {
    add_row: "Add another",
    row: |n| format!("Line {n}"),
    add_known: |name| format!("Add {name}"),
    step: |step, steps| format!("Step {step} of {steps}"),
    back: "Back",
    next: "Next step",
    begin: "Start",
    edit: "Edit",
    delete: "Delete",
    print: "Print",
    zone_here: |name| format!("The time in {name}"),
    zone_none: "My local time, wherever I am",
    no_exercise: "None",
    low: "not at all",
    high: "completely",
    option: |name| match name {
        "yes" => "Yes",
        "no" => "No",
        "programme" => "Part of my program",
        "meeting" => "Mutual-help meeting",
        "family" => "With family",
        "counselling" => "Counseling",
        "medical" => "Doctor or prescriber",
        "other" => "Something else",
        "open" => "Working on it",
        "reached" => "Reached",
        "let_go" => "Set aside",
        "kept" => "Kept",
        "partly" => "Partly",
        "not_this_time" => "Not this time",
        "iop" => "Intensive outpatient (IOP)",
        "outpatient" => "Outpatient",
        "aftercare" => "Aftercare",
        "as_prescribed" => "Taken as prescribed",
        "missed" => "Missed some doses",
        "otherwise" => "Taken differently",
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
    lead: "Make these in a calm moment, so they are ready for a hard one. Even one line is a plan, and you can change it whenever you like.",
    not_yet: "Not written yet.",
    changed: |day| format!("Last changed on {day}."),
    locked: "While the lock is on, this plan is sealed like everything else, and you can read it only after unlocking Ebb. If you may need it without unlocking, print it or copy it by hand and keep it close.",
    safety: Asked {
        title: "Safety plan",
        lead: "For times when staying safe feels hard. Start at the top and stop when it gets easier. If it does not get easier, go to the people and the helplines.",
        asks: [
            Ask::new(
                "Signs that a hard time is coming",
                "Thoughts, feelings, places, things you start or stop doing. What would you notice first?",
            ),
            Ask::new(
                "What I can do on my own",
                "Small things that have worked before or are easy to start: a shower, a walk, music, breathing.",
            ),
            Ask::new(
                "People and places that take my mind off it",
                "Somewhere with others around, or someone who is good company. You do not have to tell them why.",
            ),
            Ask::rows(
                "People I can ask for help",
                "People you could tell how things really are.",
                PERSON,
            ),
            Ask::rows(
                "Professionals and helplines",
                "Your counselor, your clinic, a line you would call. The lines for your country are also listed below the plan.",
                PERSON,
            ),
            Ask::new(
                "Making my surroundings safer",
                "What could you put away, give to someone or keep out of reach? Who could help you with that?",
            ),
        ],
    },
    relapse: Asked {
        title: "Plan for staying well",
        lead: "How you can tell early that things are getting harder, and what you will do then.",
        asks: [
            Ask::new(
                "My early signs",
                "They often show up days before: skipping meals or groups, playing old songs, thinking “one would be fine,” keeping things from people.",
            ),
            Ask::rows(
                "If this happens, I will do that",
                "One situation and one thing to do in each line. Keep it simple.",
                &["When", "Then I will"],
            ),
            Ask::rows("People who know this plan", "", PERSON),
        ],
    },
    reasons: Asked {
        title: "My reasons",
        lead: "Why you are doing this, in your own words. Put the most important one first.",
        asks: [Ask::new(
            "Reasons",
            "People, plans, your body, a morning you remember.",
        )],
    },
    places: Asked {
        title: "Places to go",
        lead: "Where you can go when it is risky to stay where you are: somewhere that is open, somewhere with people, somewhere quiet.",
        asks: [Ask::rows(
            "Places",
            "",
            &["Where", "When it is open, or who is there"],
        )],
    },
    situation: Asked {
        title: "A risky situation",
        lead: "Make one plan for one situation. It does not have to be perfect.",
        asks: [
            Ask::new(
                "The situation",
                "Payday, a wedding, the way home past the store…",
            ),
            Ask::new("What could set it off", ""),
            Ask::new(
                "How can I stay out of it?",
                "Leave this blank if you cannot avoid it.",
            ),
            Ask::new(
                "When I am in it, I will…",
                "Say no, leave after an hour, call someone, order a soda first.",
            ),
            Ask::new("How confident am I that I can get through it?", ""),
        ],
    },
    situations: "Risky situations",
    situations_lead: "Situations you already know will be hard, with a plan for each.",
    add_situation: "Add a situation",
    after: Asked {
        title: "My first 90 days after the program",
        lead: "The weeks after a program are new ground. Decide now what you will keep doing, and look at this plan again on days 7, 30, 60 and 90.",
        asks: [
            Ask::new(
                "First day without the program",
                "Leave this blank if you do not know yet.",
            ),
            Ask::new(
                "What I will keep doing",
                "Meetings, calls, sleep, the exercises that help.",
            ),
            Ask::new(
                "What a typical week looks like",
                "Things that happen every week help: work, meals, exercise, seeing people.",
            ),
            Ask::new("What I will watch for", "Your own early signs."),
            Ask::new(
                "When it gets hard, I will…",
                "The first thing you will do, then the next.",
            ),
            Ask::rows("Who I will call", "", PERSON),
        ],
    },
    day_of_90: |day| format!("Day {day} of 90"),
    help_lines: "Helplines and breathing",
};
