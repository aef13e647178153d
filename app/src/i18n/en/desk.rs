//! A therapist's desk, in English.

use ebb_core::desk::Order;

use crate::i18n::counted as plural;
use crate::i18n::keys::DeskWords;

pub const DESK: DeskWords = DeskWords {
    title: "Desk",
    lead: "Keep what people share with you and see each week beside the ones before. Everything here is sealed with your passphrase and stays in this browser.",
    law_title: "What this becomes in law",
    law: "What you keep here is a record of substance-use treatment. In the United States it can fall under 42 CFR Part 2 and HIPAA, with rules for consent, passing on, keeping and deleting. Your clinic decides whether you may keep it here, and for how long. If you are not sure, use “For therapists” instead: it keeps nothing.",
    make_title: "Set up a desk",
    make_lead: "This is optional. Do it only on a computer that your clinic allows for patient records.",
    agree: "My clinic allows me to keep these records on this computer.",
    must_agree: "Please check with your clinic first, then check the box.",
    passphrase: "A passphrase for the desk",
    make: "Set it up",
    recovery_title: "Your recovery code",
    recovery_words: "Write this code down and keep it somewhere safe. If you forget the passphrase, nothing else opens the desk.",
    recovery_kept: "I wrote it down",
    unlock_title: "The desk is locked",
    unlock_secret: "Passphrase or recovery code",
    unlock: "Open the desk",
    expired: |n| {
        format!(
            "Ebb removed {}: the people who shared allowed you to keep them only until a day that has passed.",
            plural(n, "share", "shares")
        )
    },
    unnamed: |mark| format!("Person {mark}"),
    add_title: "Add a share",
    add: "Add to the desk",
    added: |name| format!("Added to {name}."),
    already_there: "This share is already here.",
    people: |n| plural(n, "person", "people"),
    nobody: "Nobody is here yet. Add a share to begin.",
    unreadable: |n| format!("{} could not be read again.", plural(n, "share", "shares")),
    order: "Who comes first",
    order_by: |order| match order {
        Order::Flags => "Crisis answers and slips",
        Order::Change => "More cravings than before",
        Order::Silence => "Not heard from for longest",
        Order::Name => "By name",
    },
    verified: "verified",
    not_verified: "not verified",
    not_signed: "not signed",
    last_share: |day, days| match days {
        0 => format!("Last share: today, {day}"),
        1 => format!("Last share: yesterday, {day}"),
        days => format!("Last share: {days} days ago, {day}"),
    },
    no_share: "No share is kept now",
    days_known: |n| plural(n, "day known", "days known"),
    week: "Last week shared",
    before: "Four weeks before",
    cravings: |n, strength, days| {
        let cravings = plural(n, "craving", "cravings");
        let known = plural(days, "day known", "days known");
        match strength {
            Some(strength) => format!("{cravings}, mean strength {strength} ({known})"),
            None => format!("{cravings} ({known})"),
        }
    },
    check_ins: |n| plural(n, "check-in", "check-ins"),
    slips: |n| format!("{} in four weeks", plural(n, "slip", "slips")),
    crisis: |n| {
        format!(
            "{} about not wanting to live in four weeks",
            plural(n, "answer", "answers")
        )
    },
    due: |titles| format!("Due again: {titles}"),
    scores_changed: |n| format!("{} clearly", plural(n, "score changed", "scores changed")),
    homework: |done, all| format!("Homework: {done} of {all} done"),
    more_cravings: "more cravings than before",
    fewer_cravings: "fewer cravings than before",
    back: "Back to the list",
    name: "What you call them",
    save_name: "Save the name",
    compare_title: "Is it really them?",
    compare_lead: "In a session, compare these words with their screen, under “Who I share with.” They see them as their own words.",
    compared: "The words match",
    not_compared: "They no longer match",
    no_words: "Nothing they shared is signed, so there are no words to compare.",
    which: "What to read",
    all_together: "All together",
    notes_title: "My notes",
    notes_lead: "Sealed with the desk and never sent.",
    note: "A note",
    add_note: "Keep the note",
    sent_title: "What I gave them",
    sent_none: "Nothing yet.",
    fate_unknown: "nothing shared tells of it yet",
    fate_taken: "taken, not done yet",
    fate_done: |day| format!("done on {day}"),
    fate_answered: |day| format!("taken, last answered on {day}"),
    give_title: "Give an assignment",
    no_reply_key: "Their shares carry no key to seal for. Use “Give an assignment” with a phrase.",
    erase: "Erase this person",
    erase_question: "Erase everything about this person?",
    erase_detail: "All their shares, your notes and what you gave them are taken out of this browser. A backup you made before still has them.",
    erase_yes: "Erase",
    erase_no: "Keep",
    erased: "Everything about them was erased.",
    keep_title: "Files and backup",
    csv: "Save the list as a table (CSV)",
    fhir: "Save everyone for a clinic’s system (FHIR, NDJSON)",
    backup_title: "Backup",
    backup_passphrase: "A passphrase for the backup",
    backup: "Save a backup",
    backed_up: "The backup is in your downloads. It opens with its passphrase, here or with the age program.",
    restore_title: "Bring a backup in",
    restore_file: "Backup file",
    restore_passphrase: "The backup’s passphrase",
    restore: "Bring it in",
    restored: |n| match n {
        0 => "Everything in the backup was already here.".to_owned(),
        n => format!("{} brought in.", plural(n, "record was", "records were")),
    },
    close: "Lock the desk",
    plain: "The table and the FHIR file are not sealed. Protect them as you do your other records.",
};
