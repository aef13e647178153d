//! The first look around, the example, and the keyboard, in English.

use ebb_core::example::Words;

use crate::i18n::keys::{ExampleTexts, Keys, Told, Welcome};

pub const WELCOME: Welcome = Welcome {
    step: |step, steps| format!("{step} of {steps}"),
    purpose: Told {
        title: "An urge is a wave",
        lead: "It rises, peaks and falls. It often eases within half an hour, even if you do nothing. Ebb is here so you can ride it.",
        list: [
            "In a craving: tap one number, then do something that helps.",
            "Between sessions: how you are, your plans, your programme.",
            "Over time: see what sets cravings off, and what helps you.",
        ],
    },
    promise: Told {
        title: "What you write stays yours",
        lead: "It is kept in this browser and goes nowhere.",
        list: [
            "There is no account and no server.",
            "Nothing is counted, tracked or sent.",
            "It leaves only when you take it out: a backup, or a share for your therapist.",
            "You can lock it. SOS always works, also when it is locked.",
        ],
    },
    kept: Told {
        title: "Where it is kept",
        lead: "Only here, on this device. This is how safe it is in this browser:",
        list: ["A backup now and then keeps it safe. You make one in Settings."],
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
    look_words: "A made-up month shows what will be here. It is not mixed with yours.",
    name: "Example",
    bar: "This is a made-up month. Nothing of it is kept.",
    back: "Back to mine",
    month: Words {
        thoughts: [
            "Just one would not hurt. I know how that goes.",
            "Nobody would notice.",
            "I wanted the noise to stop.",
            "It was loud for ten minutes, then it was not.",
        ],
        notes: [
            "Slept through for once.",
            "A friend called. Good to hear a voice.",
            "Long shift, but I went to group.",
            "Walked by the river instead.",
            "Cooked something real.",
        ],
        group: "Evening group",
        takeaways: [
            "A craving is a wave, not an order.",
            "I can ask for help before it is bad.",
            "Tired is when I plan ahead.",
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
                "Go once and see",
            ],
        ],
        bring: "The holidays with my family worry me",
        slip: "Payday. I stayed too long with old friends, then I went home.",
        after_slip: "Group at six. Phone off. Tell them.",
    },
};

pub const KEYS: Keys = Keys {
    title: "Keyboard shortcuts",
    lead: "One key each, while you are not writing in a field.",
    on: "Use shortcuts",
    off_words: "They can be switched off in Settings.",
    this_list: "This list",
    plans: "My plans",
    in_history: "From entry to entry in History",
    leave: "Leave at once",
    arrows: "↑ ↓",
    twice: "Esc Esc",
    choose_entry: "Choose an entry to read or change it here.",
};
