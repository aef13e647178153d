//! Sharing, in English.

use ebb_core::export::fhir::Measure;
use ebb_core::insight::CheckInItem;
use ebb_core::share::review::ReviewMeasure;
use ebb_core::share::{Category, KeyError, LinkError, Preset, ShareError};

use crate::i18n::counted as plural;
use crate::i18n::keys::{Review, Share};
use crate::platform::capture::CaptureError;

pub const SHARE: Share = Share {
    notice: "Private. These are a person’s own notes about substance-use treatment, shared by that person. Read them only for that person’s care. Do not pass them on or use them in any other way without written consent, unless the law allows it. In the United States, that law is 42 CFR part 2.",
    notice_short: "Private: do not pass on without written consent (42 CFR part 2)",
    title: "Share",
    lead: "Choose what to show your therapist. You see all of it first, and Ebb sends nothing by itself: you hand over a sealed file.",
    choose: "What to share",
    preset: |preset| match preset {
        Preset::NextAppointment => "For my next appointment",
        Preset::CravingsAndSkills => "Just cravings and skills",
        Preset::Everything => "Everything",
    },
    from: "From",
    until: "Until",
    bad_range: "Please choose two days, the earlier one first.",
    kinds: "Which parts",
    kinds_hint: "“Things to live for” are your pictures and your messages to yourself. Ebb never chooses them for you.",
    kind: category,
    notes: "With my notes",
    names: "With people’s names",
    names_hint: "If you leave this off, names that Ebb knows are covered up, even in notes. A name it does not know stays as you wrote it.",
    tell: "Say how many entries I left out, by kind",
    single: "Entry by entry",
    single_hint: "Uncheck anything you want to keep to yourself.",
    see: "See what will be shared",
    nothing: "Nothing is chosen for these days.",
    preview: "This is what will be shared",
    preview_lead: "Your therapist will see this page, made from the same file. There is nothing else in it.",
    size: |kb| format!("The file will take up about {kb} kB."),
    back: "Change what I share",
    hand_over: "Who can open it",
    by_phrase: "With a phrase of eight words",
    by_phrase_hint: "Say the words out loud or over the phone, not in the same message as the file.",
    nobody: "Nobody has been added yet.",
    no_choice: "Please choose who can open it.",
    my_therapist: "your therapist",
    seal: "Seal it",
    sealing: "Sealing. This can take a few seconds.",
    sealed: "It is sealed",
    sealed_for: |names| format!("Only {names} can open it."),
    phrase: "The phrase",
    phrase_words: "Write these words down now, or say them to the person who will open the file. Ebb does not keep them.",
    download: "Save the file",
    send: "Send the file",
    downloaded: "The file is in your downloads. Hand it over however you like.",
    not_handed: "The browser did not take the file. Please try saving it instead.",
    copy_link: "Copy as a link",
    link_copied: "Copied. The link holds the sealed file.",
    link_words: "It is small enough for a link. The sealed file is in the part of the address after the #, which no server sees.",
    link_too_long: "This is too much for a link. Please save the file instead.",
    qr: "As a picture to scan",
    qr_words: "Your therapist can scan this from your screen.",
    done: "Done",
    shared_title: "Shared so far",
    shared_none: "Nothing has been shared yet.",
    shared_line: |when, range, to, n| {
        format!("{when}: {range}, {}, {to}", plural(n, "entry", "entries"))
    },
    by_phrase_short: "with a phrase",
    again: "Choose the same again",
    people_title: "Who I share with",
    people_lead: "Add your therapist’s key once, ideally together in a session. From then on, only they can open what you share with them.",
    people_there: "Already added",
    people_none: "Nobody has been added yet.",
    key: "Key or link",
    key_hint: "It begins with age1, or it is a link with a # in it.",
    picture: "A picture of the code",
    picture_none: "No code was found in the picture, or this browser cannot read it. Please paste the key.",
    camera: "Use the camera",
    camera_on: "Hold the code in front of the camera. The picture stays on this device.",
    camera_problem: |why| match why {
        CaptureError::Refused => {
            "Ebb was not allowed to use the camera. You can allow it in the browser’s settings, or use a picture or the text."
        }
        CaptureError::Missing => {
            "No camera was found, or another app is using it. You can use a picture of the code or the text."
        }
    },
    check: "Check the key",
    words_title: "Compare these words",
    words_lead: "Your therapist’s screen shows six words. Are they the same, in this order?",
    name: "What I call them",
    add: "The words match: add",
    added: |name| format!("{name} was added."),
    known: |name| format!("You have already added this key: {name}."),
    remove: "Remove",
    removed: |name| format!("{name} was removed. They keep what you shared before."),
    tasks_title: "From my therapist",
    tasks_lead: "Open a file with exercises, questionnaires or goals. You decide about each one, and nothing you already have is changed.",
    my_key: "My own key",
    my_key_lead: "Give this to your therapist if they want to seal what they send you.",
    make_key: "Make my key",
    preparing: "Getting it ready.",
    making_key: "Making the key.",
    file: "The file",
    no_file: "Please pick a file.",
    open: "Open it",
    opening: "Opening. This can take a few seconds.",
    made_on: |day| format!("Made on {day}."),
    nothing_added: "Nothing is added until you say so.",
    take: "Add this",
    taken: "Added",
    unreadable_items: |n| format!("{} could not be read.", plural(n, "item", "items")),
    enter_phrase: "The phrase",
    enter_phrase_hint: "Eight words. Capital letters and punctuation do not matter.",
    mine_title: "For myself",
    mine_lead: "All your entries, to print or to save in a form that other software can read. These files are not sealed: anyone who has them can read them.",
    csv: "Save as a table (CSV)",
    fhir: "Save for a clinic’s system (FHIR)",
    fhir_words,
    see_and_print: "See all and print",
    saved_file: "The file is in your downloads.",
    phrase_count: |n| format!("A phrase has eight words. Here are {n}."),
    phrase_unknown: |place| format!("Word {place} is not one of Ebb’s words. Please check it."),
    phrase_typo: "These words do not belong together. One of them may have been misheard.",
    problem,
    key_problem: |error| match error {
        KeyError::NotAKey => "This is not a key. A key begins with age1.",
        KeyError::Secret => {
            "This is the secret part of a key, which should never be passed on. Ask for the public part, which begins with age1."
        }
        KeyError::Incomplete => "The end of the key is missing. Please copy all of it.",
        KeyError::Typo => "A letter of this key is not right. Please copy it again.",
    },
    link_problem: |error| match error {
        LinkError::Foreign => "This is not a key or a link from Ebb.".to_owned(),
        LinkError::Newer => {
            "This link was made by a newer version of Ebb. Please update first.".to_owned()
        }
        LinkError::Cut { found, expected } => format!(
            "This link was cut off: only {found} of {expected} characters are here. Please ask for the file."
        ),
        LinkError::Damaged => {
            "This link was changed on the way. Please ask for it again.".to_owned()
        }
        LinkError::TooLong(_) => {
            "This is too much for a link. Please use the file instead.".to_owned()
        }
    },
};

const fn category(kind: Category) -> &'static str {
    match kind {
        Category::Cravings => "Cravings",
        Category::CheckIns => "Check-ins",
        Category::Slips => "Slips",
        Category::Skills => "Exercises I did",
        Category::Questionnaires => "Questionnaires",
        Category::ToBring => "What I want to talk about",
        Category::Goals => "Goals",
        Category::Tasks => "Assignments and commitments",
        Category::Groups => "Groups",
        Category::Medication => "Medication",
        Category::Lessons => "Lessons",
        Category::Programme => "My path through the program",
        Category::Plans => "Plans",
        Category::People => "People and numbers",
        Category::Keepsakes => "Things to live for",
    }
}

const fn problem(error: ShareError) -> &'static str {
    match error {
        ShareError::NotAge => "This is not a file that Ebb has sealed.",
        ShareError::NeedsKey => "This file was sealed for a key. A phrase does not open it.",
        ShareError::NeedsPhrase => "This file was sealed with a phrase. Please type the phrase.",
        ShareError::WrongPhrase => {
            "This phrase does not open the file. It may belong to another one."
        }
        ShareError::WrongKey => "This file was sealed for someone else’s key.",
        ShareError::Incomplete => "The end of the file is missing. Please ask for it again.",
        ShareError::Damaged => "The file is damaged. Please ask for it again.",
        ShareError::TooHeavy(_) => {
            "This file asks for more work than is safe. Ebb did not make it."
        }
        ShareError::TooLarge => "This file is larger than Ebb can read.",
        ShareError::TooManyEntries => "This file has more entries than Ebb can read.",
        ShareError::Newer => "This file was made by a newer version of Ebb. Please update first.",
        ShareError::ABackup => {
            "This is a backup, which holds a whole journal. It is meant only for the person who made it."
        }
        ShareError::AnAssignment => "These are assignments. Open them under “From my therapist.”",
        ShareError::AShare => "This is a share, not assignments.",
        ShareError::Foreign => "There is nothing from Ebb in this file.",
        ShareError::Forged => {
            "The signature does not fit: someone has changed this file or made it up. Nothing was read."
        }
        ShareError::OtherRecipient => {
            "This was made for someone else, who passed it on. Nothing was read."
        }
        ShareError::Expired => {
            "The person allowed this to be kept only until a day that has passed. Ask them for a new one."
        }
        ShareError::OtherSigner => {
            "This was signed with another key than this person’s. It was not added. Compare words with the person, face to face or by phone."
        }
        ShareError::NotSigned => {
            "This person signs what they share, and this is not signed. It was not added."
        }
        ShareError::OtherPerson => "This share is from another person. It was not added.",
    }
}

pub const REVIEW: Review = Review {
    about: |made, first, last| format!("Made on {made}. It covers {first} to {last}."),
    counts: |n| format!("It holds {}:", plural(n, "entry", "entries")),
    left_out: "Left out by choice:",
    left_out_unknown: "It does not say what was left out.",
    reratings: "Rated again later",
    sessions: "Groups and meetings, one by one",
    count_of: |kind, n| format!("{kind}: {n}"),
    unreadable: |n| format!("{} could not be read.", plural(n, "entry", "entries")),
    oversized: |n| {
        format!(
            "{} had more in it than Ebb can read.",
            plural(n, "entry", "entries")
        )
    },
    ahead: |n| {
        format!(
            "{} dated after this was made: a clock was wrong, or the file was changed.",
            plural(n, "entry is", "entries are")
        )
    },
    person: |mark| format!("Person {mark}"),
    range: |first, last| format!("{first} to {last}"),
    since: "Since the last session",
    since_session: |day| format!("The last one noted was on {day}. From that day on:"),
    since_unknown: "No session is noted, so this is all of the share:",
    since_counts: |cravings, strongest, slips, practices| {
        let strongest = strongest.map_or(String::new(), |n| format!(" (the strongest {n} of 10)"));
        format!(
            "{}{strongest}, {}, {}.",
            plural(cravings, "craving", "cravings"),
            plural(slips, "slip", "slips"),
            plural(practices, "exercise", "exercises")
        )
    },
    medication: |missed, noted| match noted {
        0 => "Medication: nothing noted.".to_owned(),
        _ => format!(
            "Medication: missed on {missed} of {} with a note.",
            plural(noted, "day", "days")
        ),
    },
    groups: |attended, missed| format!("Groups: {attended} attended, {missed} missed."),
    moved_little: |points| format!("about the same (under {points})"),
    moved_worse: "worse, by enough to mean something",
    moved_better: "better, by enough to mean something",
    slips_marked: "Dashed lines mark slips.",
    agenda: "What to look at first",
    flags: "Please look at this first",
    no_flags: "No slip is in this share. What was not shared is not known.",
    asked_last: |day, title, item, answer| {
        format!(
            "Thoughts of not wanting to live ({title}, question {item}): last asked on {day}. The answer was “{answer}”."
        )
    },
    not_asked: "Thoughts of not wanting to live: not asked in what was shared, so nothing is known about them.",
    flag_answer: |day, title, value, item| {
        format!("{day}: {title}, question {item} was answered with {value}.")
    },
    flag_slip: |day| format!("{day}: a slip."),
    talk: "To talk about",
    no_talk: "Nothing is noted.",
    changes: "What changed by more than chance",
    against_half: "The later half of these days beside the earlier half.",
    against_share: |first, last| format!("Beside the share that covers {first} to {last}."),
    no_changes: "Nothing changed by more than chance can bring, or there are too few days to tell.",
    other_changes: "The other numbers. They are too close together, or rest on too few days, to say anything.",
    score_changes: "Questionnaires, with the change that is known to mean something where it is known.",
    about_the_same: |points| format!("about the same (less than {points} points)"),
    means_something: |points| format!("{points} points or more, which is known to mean something"),
    change: |name, before, now, n_before, n_now| {
        format!("{name}: {before} → {now} (from {n_before} and {n_now} values)")
    },
    measure: |measure| match measure {
        ReviewMeasure::CravingsPerDay => "Cravings a day",
        ReviewMeasure::CravingStrength => "Strength of cravings",
        ReviewMeasure::SkillsPerDay => "Exercises a day",
        ReviewMeasure::CheckIn(item) => match item {
            CheckInItem::Mood => "Mood",
            CheckInItem::Stress => "Stress",
            CheckInItem::Sleep => "Sleep",
            CheckInItem::Energy => "Energy",
            CheckInItem::CravingNow => "Craving at check-in",
            CheckInItem::CravingStrongest => "Strongest craving of the day",
            CheckInItem::Confidence => "How sure of the night",
            CheckInItem::Presence => "Attention",
        },
        ReviewMeasure::Score { .. } => "",
    },
    triggers: "Most frequent triggers",
    hours: "When cravings came",
    few_cravings: |needed| {
        format!("Fewer than {needed} cravings: too few to tell of hours and weekdays.")
    },
    none: "None in this share.",
    skills: "Exercises, by rating before and after",
    missing: "Days without entries",
    missing_days: |missing, of| {
        format!(
            "Nothing was written on {missing} of {}. That does not mean they went well.",
            plural(of, "day", "days")
        )
    },
    timeline: "All entries",
    search: "Search",
    filter: "Show only",
    found: |n| plural(n, "entry", "entries"),
    charts: "Charts",
    instruments: "Questionnaires",
    no_instruments: "No questionnaire is in this share.",
    version: |form, scoring| {
        format!("Version of the questions: {form}. Version of the scoring: {scoring}.")
    },
    item: "Question",
    item_table: "Answer by answer",
    goals: "Goals",
    no_goals: "No goal is in this share.",
    tasks: "Assignments",
    no_tasks: "No assignment is in this share.",
    done_on: |day| format!("Done on {day}"),
    due_on: |day| format!("Due {day}"),
    open: "Open",
};

/// What a clinic's system shows for each of Ebb's measures.
fn fhir_words(measure: Measure) -> &'static str {
    match measure {
        Measure::Craving => "Craving, 0 (none) to 10 (the strongest ever)",
        Measure::CravingTriggers | Measure::SlipTriggers => "Trigger",
        Measure::CravingFeelings => "Feeling",
        Measure::CravingPlace => "Place",
        Measure::CravingCompany => "Company",
        Measure::CravingSubstance => "For what",
        Measure::CheckIn => "Check-in",
        Measure::CheckInHungry => "Hungry",
        Measure::CheckInAngry => "Angry",
        Measure::CheckInLonely => "Lonely",
        Measure::CheckInTired => "Tired",
        Measure::CheckInMedication => "Medication for recovery",
        Measure::CheckInSkills => "Skill used",
        Measure::Practice => "Exercise done",
        Measure::PracticeBefore => "Craving before, 0 to 10",
        Measure::PracticeAfter => "Craving after, 0 to 10",
        Measure::PlanUsed => "If-then plan used",
        Measure::DayPlan => "Day plan",
        Measure::DayPlanWants => "What I wanted of the day",
        Measure::DayPlanUsed => "Used, in the unit of the plan",
        Measure::Slip => "Slip",
        Measure::SlipSubstance => "Substance",
        Measure::MedicationTaken => "taken as prescribed",
        Measure::MedicationMissed => "missed",
        Measure::MedicationNone => "none prescribed",
        Measure::Item(CheckInItem::Mood) => "Mood, 0 (very low) to 10 (very good)",
        Measure::Item(CheckInItem::Stress) => "Stress, 0 (none) to 10 (the most)",
        Measure::Item(CheckInItem::Sleep) => "Sleep, 0 (very bad) to 10 (very good)",
        Measure::Item(CheckInItem::Energy) => "Energy, 0 (none) to 10 (full)",
        Measure::Item(CheckInItem::CravingNow) => "Craving now, 0 to 10",
        Measure::Item(CheckInItem::CravingStrongest) => "Strongest craving today, 0 to 10",
        Measure::Item(CheckInItem::Confidence) => {
            "How sure to get through tonight without using, 0 (not at all) to 10 (fully)"
        }
        Measure::Item(CheckInItem::Presence) => "Attention to the present, 0 to 10",
    }
}
