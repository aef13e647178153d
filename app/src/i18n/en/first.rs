//! The first look around, the example, and the keyboard, in English.

use ebb_core::example::Words;

use crate::i18n::keys::{ExampleTexts, Keys, Told, Welcome};

pub const WELCOME: Welcome = Welcome {
    step: |step, steps| format!("{step} of {steps}"),
    purpose: Told {
        title: "An urge is a wave",
        lead: "It rises, peaks and falls. Many urges ease within half an hour, and some take longer. Ebb is here to help you ride them out.",
        list: [
            "In a craving, tap one number, then do something that helps.",
            "Between sessions, keep track of how you are, your plans and your program.",
            "Over time, see what sets your cravings off and what helps you.",
        ],
    },
    promise: Told {
        title: "What you write stays yours",
        lead: "It is kept in this browser and goes nowhere else.",
        list: [
            "There is no account and no server.",
            "Nothing is counted, tracked or sent.",
            "It leaves this device only when you make a backup or share something with your therapist.",
            "You can lock it. SOS always works, even when Ebb is locked.",
        ],
    },
    kept: Told {
        title: "Where it is kept",
        lead: "Only here, on this device. This is how safe it is in this browser:",
        list: ["Make a backup now and then to keep it safe. You will find it in Settings."],
    },
    next: "Next",
    back: "Back",
    skip: "Skip this",
    begin: "Go to Ebb",
    about: "Getting to know Ebb",
    again: "Look around again",
};

pub const EXAMPLE: ExampleTexts = ExampleTexts {
    look: "Look at an example month",
    look_words: "See how Ebb looks after a month of use. The month is made up and is not mixed with your own entries.",
    name: "Example",
    bar: "This is a made-up month. None of it is saved.",
    back: "Back to my own",
    month: Words {
        thoughts: [
            "Just one wouldn’t hurt. I know how that goes.",
            "Nobody would notice.",
            "I wanted the noise to stop.",
            "It was loud for ten minutes, and then it wasn’t.",
        ],
        notes: [
            "Slept through the night for once.",
            "A friend called. It was good to hear her voice.",
            "Long shift, but I went to group.",
            "Walked by the river instead.",
            "Cooked a real meal.",
        ],
        group: "Evening group",
        takeaways: [
            "A craving is a wave, not an order.",
            "I can ask for help before it gets bad.",
            "When I’m tired, I need a plan.",
        ],
        goals: [
            [
                "Sleep before midnight",
                "Phone out of the bedroom",
                "No coffee after four",
            ],
            [
                "Find a meeting near home",
                "Ask in group",
                "Go once and see what it’s like",
            ],
        ],
        bring: "I’m worried about the holidays with my family",
        slip: "Payday. I stayed out too long with old friends, then went home.",
        after_slip: "Group at six. Phone off until then. Tell them.",
    },
};

pub const KEYS: Keys = Keys {
    title: "Keyboard shortcuts",
    lead: "Each one is a single key. They work when you are not typing.",
    on: "Use shortcuts",
    off_words: "You can turn them off in Settings.",
    this_list: "This list",
    plans: "My plans",
    in_history: "Move from entry to entry in Days",
    leave: "Leave right away",
    arrows: "↑ ↓",
    twice: "Esc Esc",
    choose_entry: "Choose an entry to read or change it here.",
};
