//! The screens in English.

use crate::i18n::counted;
use crate::i18n::keys::{
    CheckInTexts, Craving, Exercises, FollowUp, History, Now, People, Settings, Slip, Sos,
};

pub const NOW: Now = Now {
    menu: "Now",
    title: "What do you need right now?",
    craving: "I have a craving",
    craving_hint: "Rate it, ride it out. It will pass.",
    breathe: "Breathe",
    checkin: "Check in",
    slip: "I had a slip",
    plans: "My plans",
    programme: "My programme",
    therapist: "I am a therapist",
    today: "Today",
    nothing_yet: "Nothing written yet today. That is fine.",
    rate_again: "Rate it again",
    go_on: "Go on with it",
    open_craving: |intensity, time| {
        format!("Your craving at {time} was {intensity} of 10. How is it now?")
    },
    cravings: |n| counted(n, "craving noted", "cravings noted"),
    practices: |n| counted(n, "exercise done", "exercises done"),
    checkins: |n| counted(n, "check-in", "check-ins"),
};

pub const CRAVING: Craving = Craving {
    title: "A craving",
    intensity: "How strong is it?",
    strength: "Strength",
    none: "none",
    strongest: "strongest ever",
    intensity_missing: "Please tap a number first. A rough guess is fine.",
    more: "Add more, if you like",
    triggers: "What set it off?",
    feelings: "What do you feel?",
    place: "Where are you?",
    company: "Who is with you?",
    substance: "A craving for",
    thought: "What went through your mind?",
    did: "What did you do?",
    outcome: "How did it go?",
    passed: "It passed",
    eased: "It got weaker",
    still_here: "It is still here",
    used: "I used",
};

pub const FOLLOW_UP: FollowUp = FollowUp {
    title: "You noticed it",
    passes: "An urge rises, peaks and falls. Most fade within half an hour, even if you do nothing. You only have to ride this one.",
    skills: "Do one of these now",
    all_skills: "See all exercises",
    again: "How it moves",
    now: "How strong is it now?",
    after: |minutes| match minutes {
        0 => "at first".to_owned(),
        minutes => format!("{minutes} min"),
    },
    next: |minutes| {
        format!("Ebb asks again {minutes} minutes after it began. You can leave this page.")
    },
    no_more: "You can come back to this craving in your history.",
    used: "Thank you for being honest. A slip is not the end, and nothing you won is lost.",
    add_more: "Add what set it off",
};

pub const CHECK_IN: CheckInTexts = CheckInTexts {
    title: "Check in",
    lead: "Skip whatever you like. One answer is enough.",
    mood: ["Mood", "very low", "very good"],
    stress: ["Stress", "none", "the most"],
    sleep: ["Sleep last night", "very bad", "very good"],
    energy: ["Energy", "none", "full"],
    craving_now: ["Craving right now", "none", "strongest ever"],
    craving_strongest: ["Strongest craving today", "none", "strongest ever"],
    presence: ["How present you feel", "far away", "right here"],
    halt: "Are you any of these?",
    hungry: "Hungry",
    angry: "Angry",
    lonely: "Lonely",
    tired: "Tired",
    halt_none: "None of them",
    medication: "Medication for recovery",
    medication_taken: "Taken as prescribed",
    medication_missed: "Missed some",
    medication_none: "None prescribed",
    skills: "Skills you used",
    note: "Something good, or anything on your mind",
    saved: "Your check-in is saved.",
    nothing_answered: "Nothing is filled in yet. One answer is enough.",
};

pub const SLIP: Slip = Slip {
    title: "A slip",
    lead: "You are here, and that matters. A slip is something that happened, not who you are. The days you won stay won.",
    safety: "First, stay safe",
    tolerance: "After days without using, the body can take less than before. The amount you used to take can now be too much, most of all with opioids. Do not use alone, and keep naloxone near.",
    overdose: "Signs of an overdose? Get help now",
    set_off: "What set it off?",
    substance: "What was it?",
    amount: "How much?",
    happened: "What happened?",
    next_day: "What will you do in the next 24 hours?",
    reach: "Who is the one person you will reach?",
    saved: "It is saved. Everything you built is still there.",
};

pub const EXERCISES: Exercises = Exercises {
    menu: "Exercises",
    title: "Exercises",
    lead: "Pick one. You can stop whenever you like.",
    loading: "Getting the exercises…",
    some_unreadable: "Some exercises could not be read and are left out. The rest are fine.",
    minutes: |low, high| {
        if low == high {
            format!("{low} min")
        } else {
            format!("{low}–{high} min")
        }
    },
    takes: "Takes",
    good_when: "Good when",
    urge: "When an urge is here",
    breathing: "Breathe",
    grounding: "Come back to here and now",
    mindfulness: "Notice",
    body: "Body",
    thinking: "Think it through",
    planning: "Plan and practice",
};

pub const HISTORY: History = History {
    menu: "History",
    title: "Looking back",
    span: "How much to show",
    week: "Week",
    month: "Month",
    earlier: "Earlier",
    later: "Later",
    empty: "Nothing was written in these days.",
    range: |first, last| format!("{first} to {last}"),
    delete: |name| format!("Delete {name}"),
};

pub const SOS: Sos = Sos {
    button: "SOS",
    title: "Help now",
    lead: "You do not have to do this alone. These people answer.",
    call: |whom| format!("Call {whom}"),
    text: |whom| format!("Text {whom}"),
    text_word: |word, number| format!("Text {word} to {number}"),
    breathe: "Breathe with this",
    breathe_words: "In through the nose for 4, out slowly for 6. Again. Longer out than in.",
    overdose: "If someone may be overdosing",
    overdose_steps: [
        "Call the emergency number above. Say that someone is not breathing well.",
        "Give naloxone if you have it. A second dose after 2 to 3 minutes if nothing changes.",
        "Breathing? Lay them on their side, top knee bent, mouth open to the floor.",
        "Not breathing? Do what the person on the phone tells you.",
        "Stay until help comes.",
    ],
    nobody_watches: "Nobody watches this app. It sends nothing and calls nobody by itself.",
    plan: "My safety plan",
    places: "Places to go",
    meetings: "Meetings and groups",
    us: "United States",
    ca: "Canada",
    uk: "United Kingdom",
    ie: "Ireland",
    au: "Australia",
    elsewhere: "Somewhere else",
};

pub const PEOPLE: People = People {
    title: "My people",
    empty: "Add one person you could call. It takes half a minute, and it is there when you need it.",
    add: "Add a person",
    name: "Name",
    phone: "Phone number",
    good_for: "What they can help with",
    line: "What I would say, ready to send",
    not_a_phone: "That does not look like a phone number. Digits, spaces and + are fine.",
};

pub const SETTINGS: Settings = Settings {
    title: "Settings",
    look: "How it looks",
    language: "Language",
    theme: "Light or dark",
    theme_auto: "Like the device",
    theme_light: "Light",
    theme_dark: "Dark",
    text: "Text size",
    text_normal: "Normal",
    text_large: "Large",
    text_larger: "Larger",
    days: "How it works",
    boundary: "My day ends at",
    boundary_hint: "Night owl or night shift? Move it. Old entries stay on their day.",
    region: "Help lines for",
    cues: "While breathing",
    sound: "A soft sound",
    vibration: "A short vibration",
    keep: "Keep it safe",
    truth: "Where your data is",
    only_here: "Everything you write stays in this browser, on this device. Ebb has no server and no account.",
    entries: |n| format!("It holds {}.", counted(n, "entry", "entries")),
    persisted: "The browser has promised not to clear it by itself.",
    not_persisted: "The browser has not promised to keep it. When space runs low it may clear it.",
    persistence_unknown: "The browser does not say whether it may clear it.",
    installed: "Ebb is installed as an app.",
    not_installed: "Ebb is not installed. Adding it to the home screen makes it safer from clearing.",
    space: |tenths, quota| format!("It uses {}.{} MB of {quota} MB.", tenths / 10, tenths % 10),
    private_window: "In a private window everything is gone when the window closes.",
    safari: "Safari clears a site you have not opened for seven days of use, unless it is on the home screen.",
    set_aside: |newer, damaged| {
        let mut words = Vec::new();
        if newer > 0 {
            words.push(format!(
                "{} by a newer Ebb.",
                counted(newer, "entry was written", "entries were written")
            ));
        }
        if damaged > 0 {
            words.push(format!(
                "{} not be read.",
                counted(damaged, "entry could", "entries could")
            ));
        }
        words.push("Nothing was removed; the rest of the journal is complete.".to_owned());
        words.join(" ")
    },
    erase: "Delete everything",
    erase_words: "Removes every entry, person, draft and setting from this browser.",
    erase_question: "Delete everything?",
    erase_detail: "Nobody can bring it back. We cannot either.",
    erase_yes: "Delete it all",
    erase_no: "Keep it",
    not_kept: "This browser did not keep that setting.",
    not_medical: "Ebb is a companion. It is not a medical device and does not replace treatment.",
};
