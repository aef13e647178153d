//! The screens in English.

use std::cmp::Ordering;

use ebb_core::content::crisis::Region;

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
    programme: "My program",
    therapist: "I am a therapist",
    today: "Today",
    nothing_yet: "Nothing written yet today. Add something whenever you like.",
    rate_again: "Rate it again",
    go_on: "Continue",
    open_craving: |intensity, time| {
        format!("At {time} your craving was {intensity} of 10. How is it now?")
    },
    cravings: |n| counted(n, "craving noted", "cravings noted"),
    practices: |n| counted(n, "exercise done", "exercises done"),
    checkins: |n| counted(n, "check-in", "check-ins"),
    others: |n| counted(n, "other entry", "other entries"),
};

pub const CRAVING: Craving = Craving {
    title: "A craving",
    intensity: "How strong is it?",
    strength: "Strength",
    none: "none",
    strongest: "strongest ever",
    intensity_missing: "Please tap a number first. A rough guess is fine.",
    saves: "Tap a number and it is saved. You can take it back.",
    more: "Add more, if you like",
    triggers: "What set it off?",
    feelings: "What do you feel?",
    place: "Where are you?",
    company: "Who is with you?",
    substance: "What are you craving?",
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
    passes: "An urge rises, peaks and falls. Many ease within half an hour, and some take longer. You only have to ride out this one.",
    ride: "Ride it",
    skills: "Or try one of these",
    all_skills: "See all exercises",
    again: "How it is changing",
    now: "How strong is it now?",
    asked: |minutes| format!("{minutes} minutes have passed. How strong is it now?"),
    taken_back: "Taken back.",
    after: |minutes| match minutes {
        0 => "at first".to_owned(),
        minutes => format!("{minutes} min"),
    },
    went: |start, end, minutes| {
        let in_minutes = counted(usize::try_from(minutes).unwrap_or(0), "minute", "minutes");
        match start.cmp(&end) {
            Ordering::Equal => {
                format!("It was {start} at first and {end} at the end, {in_minutes} later.")
            }
            Ordering::Greater => format!("It went from {start} to {end} in {in_minutes}."),
            Ordering::Less => format!(
                "It rose from {start} to {end} in {in_minutes}. That happens, and you did nothing wrong."
            ),
        }
    },
    usual: "The pale line is how your cravings usually go.",
    next: |minutes| {
        format!(
            "Ebb will ask again {minutes} minutes after it began. You can leave this page until then."
        )
    },
    no_more: "You can find this craving in My waves later.",
    used: "A slip is not the end. The days before it still count, and you can get help with what comes next.",
    add_more: "Add what set it off",
};

pub const CHECK_IN: CheckInTexts = CheckInTexts {
    title: "Check in",
    lead: "Skip whatever you like. One answer is enough.",
    more: "More",
    mood: ["Mood", "very low", "very good"],
    stress: ["Stress", "none", "the most"],
    sleep: ["Sleep last night", "very bad", "very good"],
    energy: ["Energy", "none", "full"],
    craving_now: ["Craving right now", "none", "strongest ever"],
    craving_strongest: ["Strongest craving today", "none", "strongest ever"],
    confidence: [
        "How sure you are to get through tonight without using",
        "not at all",
        "fully",
    ],
    presence: ["How present you feel", "far away", "right here"],
    halt: "Are you any of these?",
    hungry: "Hungry",
    angry: "Angry",
    lonely: "Lonely",
    tired: "Tired",
    halt_none: "None of these",
    medication: "Medication for recovery",
    medication_taken: "Taken as prescribed",
    medication_missed: "Missed some doses",
    medication_none: "None prescribed",
    skills: "Skills you used",
    note: "Something good, or anything on your mind",
    saved: "Your check-in is saved.",
    nothing_answered: "Nothing is filled in yet. One answer is enough.",
};

pub const SLIP: Slip = Slip {
    title: "A slip",
    lead: "You are here, and that matters. A slip is something that happened, not who you are, and the days before it still count.",
    safety: "First, stay safe",
    tolerance: "After days without using, your body can handle less than before. The amount you used to take can now be too much, especially with opioids. Do not use alone, and keep naloxone close by.",
    overdose: "Signs of an overdose? Get help now",
    withdrawal: "If you have been drinking for days, or taking benzodiazepines or other sedatives, do not stop all at once and alone. Stopping suddenly can cause seizures.",
    withdrawal_more: "Stopping safely, and when it is an emergency",
    suicide: "If you are thinking of ending your life, please talk to someone now. You do not have to be sure of anything to call.",
    suicide_more: "Who to call or text",
    set_off: "What set it off?",
    substance: "What did you use?",
    amount: "How much?",
    happened: "What happened?",
    next_day: "What will you do in the next 24 hours?",
    reach: "Who will you reach out to?",
    saved: "Everything you have built is still there.",
    tell: "Tell my therapist",
};

pub const EXERCISES: Exercises = Exercises {
    menu: "Skills",
    title: "Skills",
    lead: "Pick one. You can stop whenever you like.",
    loading: "Loading the exercises…",
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
    grounding: "Come back to the here and now",
    mindfulness: "Notice",
    body: "Body",
    thinking: "Think it through",
    planning: "Plan and practice",
};

pub const HISTORY: History = History {
    title: "Days",
    span: "How much to show",
    week: "Week",
    month: "Month",
    earlier: "Earlier",
    later: "Later",
    empty: "Nothing was written on these days.",
    range: |first, last| format!("{first} to {last}"),
    delete: |name| format!("Delete {name}"),
    jump: "Go to a month",
    choose_month: "Choose a month",
    kinds: "What to show",
    all_kinds: "Everything",
};

pub const SOS: Sos = Sos {
    button: "SOS",
    title: "Help now",
    lead: "You do not have to do this alone. If a life is in danger, call the emergency number first.",
    call: |whom| format!("Call {whom}"),
    text: |whom| format!("Text {whom}"),
    text_word: |word, number| format!("Text {word} to {number}"),
    breathe: "Breathe with this",
    breathe_words: "Breathe in through your nose for a count of 4, then out slowly for a count of 6. Keep going, with each breath longer out than in.",
    nobody_watches: "Nobody is watching this app. It sends nothing and calls nobody on its own.",
    plan: "My safety plan",
    places: "Places to go",
    meetings: "Meetings and groups",
    where_now: "Where are you right now?",
    where_words: "Your device does not make this clear, so Ebb shows the numbers for both places. Your answer stays on this device. You can change it, or choose another country, under “Helplines for.”",
    region: |region| match region {
        Region::Us => "United States",
        Region::Ca => "Canada",
        Region::Uk => "United Kingdom",
        Region::Ie => "Ireland",
        Region::Au => "Australia",
        Region::Nz => "New Zealand",
        Region::Mx => "Mexico",
        Region::Es => "Spain",
        Region::Co => "Colombia",
        Region::Ar => "Argentina",
        Region::Cl => "Chile",
        Region::Pe => "Peru",
        Region::Ec => "Ecuador",
        Region::Elsewhere => "Somewhere else",
    },
};

pub const PEOPLE: People = People {
    title: "My people",
    empty: "Add someone you could call. It takes half a minute, and the number is here when you need it.",
    add: "Add a person",
    name: "Name",
    phone: "Phone number",
    good_for: "What they can help with",
    line: "A message I can send them",
    not_a_phone: "That does not look like a phone number. Digits, spaces and + are fine.",
};

pub const SETTINGS: Settings = Settings {
    title: "Settings",
    look: "Appearance",
    language: "Language",
    theme: "Light or dark",
    theme_auto: "Same as the device",
    theme_light: "Light",
    theme_dark: "Dark",
    text: "Text size",
    text_normal: "Normal",
    text_large: "Large",
    text_larger: "Larger",
    days: "How it works",
    boundary: "My day ends at",
    boundary_hint: "If you are up late or work nights, choose a later time. Earlier entries stay on their day.",
    region: "Helplines for",
    cues: "During breathing exercises",
    sound: "A soft sound",
    vibration: "A short vibration",
    keep: "Protect your data",
    truth: "Where your data is",
    only_here: "Everything you write stays in this browser, on this device. Ebb has no server and no account.",
    entries: |n| format!("It holds {}.", counted(n, "entry", "entries")),
    persisted: "The browser has promised not to clear it on its own.",
    not_persisted: "The browser has not promised to keep it, and may clear it when space runs low.",
    persistence_unknown: "The browser does not say whether it may clear it.",
    installed: "Ebb is installed as an app.",
    not_installed: "Ebb is not installed. If you add it to the home screen, your data is less likely to be cleared.",
    space: |tenths, quota| format!("It uses {}.{} MB of {quota} MB.", tenths / 10, tenths % 10),
    private_window: "In a private window, everything is gone when the window closes.",
    safari: "Safari clears the data of a site you have not opened in seven days of use, unless the site is on the home screen.",
    quarantined: |newer, damaged| {
        let mut words = Vec::new();
        if newer > 0 {
            words.push(format!(
                "{} by a newer version of Ebb.",
                counted(newer, "entry was written", "entries were written")
            ));
        }
        if damaged > 0 {
            words.push(format!(
                "{} not be read.",
                counted(damaged, "entry could", "entries could")
            ));
        }
        words.push("Nothing was removed, and the rest of the journal is complete.".to_owned());
        words.join(" ")
    },
    erase: "Delete everything",
    erase_words: "This removes every entry, person, draft and setting from this browser.",
    erase_question: "Delete everything?",
    erase_detail: "Nobody can bring it back, not even us.",
    erase_yes: "Delete it all",
    erase_no: "Keep it",
    not_kept: "This browser did not save that setting.",
    not_medical: "Ebb is a companion. It is not a medical device and does not replace treatment.",
};
