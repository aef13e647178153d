//! English.

mod assess;
mod clinician;
mod desk;
mod first;
mod insight;
mod plans;
mod player;
mod programme;
mod recovery_progress;
mod screens;
mod settings;
mod share;
mod tags;
mod tools;
mod trust;
mod vault;

use ebb_core::content::crisis;

use super::keys::{Common, EntryTexts, Kinds, More, NotFound, PlanShown, Problems, Shell, Texts};
use super::{Help, Language, Spoken};
pub use tools::TOOLS;

/// What is in the first download.
pub static SPOKEN: Spoken = Spoken {
    language: Language::En,
    texts: &TEXTS,
    more: None,
    help: None,
    tools: None,
};

/// Help in an emergency.
pub static HELP: Help = Help {
    lines: crisis::ENGLISH,
    emergencies: crisis::ENGLISH_EMERGENCIES,
};

static TEXTS: Texts = Texts {
    shell: Shell {
        leave: "Leave",
        skip: "Skip to content",
        menu: "Main menu",
        program: "Program",
        update_ready: "A newer version of Ebb is ready. Nothing you wrote will be lost.",
        take_update: "Update now",
        reload: "Reload",
        part_missing: "This page did not load",
        part_missing_words: "You may be offline. What you saved is safe, and SOS still works.",
    },
    common: Common {
        save: "Save",
        saving: "Saving…",
        saved: "Saved",
        add: "Add",
        undo: "Undo",
        choose_file: "Choose a file",
        close: "Close",
        clear: "Clear answer",
        delete: "Delete",
        deleted: "Deleted.",
        restored: "It is back.",
        own_words: "In my own words",
        remind: "Remind me",
        when: "When did it happen? Leave this blank if it is happening now.",
        opening: "Opening your journal…",
        try_again: "Try again",
        known: "What is known about this",
        known_nothing: "No study of this as an app is known.",
        known_people: |people| match people {
            1 => "1 person took part.".to_owned(),
            people => format!("{people} people took part."),
        },
    },
    problems: Problems {
        blocked: "This browser does not let Ebb store anything, so this could not be saved. What you wrote is still on the screen. Allow storage for this site, or leave the private window, then save again.",
        full: "There is no space left on this device, so this could not be saved. What you wrote is still on the screen. Free up some space, then save again.",
        newer: "A newer version of Ebb is open in another tab. Reload this page to continue. What you wrote is kept.",
        outdated: "Ebb was changed in another tab. Reload this page to continue. What you wrote is kept.",
        locked: "Ebb is locked, so this could not be saved. What you wrote is still on the screen. Unlock Ebb, then save again.",
        part: "Part of Ebb has not loaded, so nothing can be saved yet. What you write stays on the screen. Check your connection, then try again.",
        failed: "This could not be saved just now. What you wrote is still on the screen. Please try saving again.",
        number: "Please write a whole number in this range.",
        future: "That time has not come yet. Choose an earlier one, or leave this blank if it is happening now.",
        date: "That is not a date and time. Choose another, or leave this blank if it is happening now.",
        gone: "That entry is no longer here.",
        nothing_answered: "Nothing is filled in yet. One answer is enough.",
        no_takeaway: "Write a word or two first, or skip this.",
        erased: "It was erased and cannot be brought back.",
        blank: "Please write something here.",
        too_long: |length, limit| {
            format!(
                "This has {length} characters, and there is room for {limit}. Nothing was cut off. Please shorten it, or put the rest in a second entry."
            )
        },
        not_a_tag: "Please use one line that does not begin with #.",
        content: "The exercises could not be loaded. Your entries are safe.",
        example: "This is an example, so nothing you do here is saved. Go back to your own journal to write.",
    },
    kinds: Kinds {
        craving: "Craving",
        checkin: "Check-in",
        slip: "Slip",
        practice: "Exercise",
        person: "Person",
        plan_used: "Plan used",
    },
    now: screens::NOW,
    craving: screens::CRAVING,
    followup: screens::FOLLOW_UP,
    helped: recovery_progress::HELPED,
    checkin: screens::CHECK_IN,
    slip: screens::SLIP,
    exercises: screens::EXERCISES,
    player: player::PLAYER,
    history: screens::HISTORY,
    entry: EntryTexts {
        title: "Entry",
        delete: "Delete this entry",
    },
    plan_shown: PlanShown {
        title: "Your plan for this",
        when: |what| format!("If: {what}"),
        then: |what| format!("Then: {what}"),
        with: |who| format!("with {who}"),
        call: |who| format!("call {who}"),
        go: |place| format!("go to {place}"),
        did: "I did it",
        noted: "Noted.",
    },
    insight: insight::INSIGHT,
    sos: screens::SOS,
    people: screens::PEOPLE,
    settings: screens::SETTINGS,
    storage: vault::STORAGE,
    not_found: NotFound {
        title: "There is nothing here",
        words: "This address does not lead anywhere. Your entries are safe.",
        home: "Go to the first screen",
    },
    tag: tags::tag,
};

/// The texts of screens that come later.
pub static MORE: More = More {
    assess: assess::ASSESS,
    aloud: player::ALOUD,
    blocks: player::BLOCKS,
    future_scenes: "Scenes I wrote",
    lessons: assess::LESSONS,
    lock: vault::LOCK,
    backup: vault::BACKUP,
    sheet: plans::SHEET,
    plans: plans::PLANS,
    programme: programme::PROGRAMME,
    recovery_progress: recovery_progress::RECOVERY_PROGRESS,
    family: recovery_progress::FAMILY,
    share: share::SHARE,
    trust: trust::TRUST,
    desk: desk::DESK,
    review: share::REVIEW,
    clinician: clinician::CLINICIAN,
    settings: settings::SETTINGS,
    welcome: first::WELCOME,
    example: first::EXAMPLE,
    keys: first::KEYS,
};
