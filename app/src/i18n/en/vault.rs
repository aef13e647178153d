//! The lock and the backup, in English.

use crate::i18n::counted as plural;
use crate::i18n::keys::{Backup, Lock, Storage};

pub const LOCK: Lock = Lock {
    title: "Lock",
    off: "There is no lock",
    off_words: "Anyone who has this device can read what is in Ebb. With a lock, everything is sealed, and only your passphrase or your recovery code opens it.",
    never_needs: "SOS, the helplines and breathing work without unlocking.",
    lost_both: "If you lose both the passphrase and the recovery code, nobody can open your entries again, not even the people who make Ebb.",
    passphrase: "Passphrase",
    passphrase_hint: "Four or more unrelated words are easy to type and hard to guess. You can paste it, too.",
    show: "Show what I type",
    estimating: "Checking how strong it is…",
    no_estimate: "Ebb cannot check how strong it is while you are offline. Four unrelated words are strong.",
    weak: "Weak: someone who takes the device could guess it.",
    fair: "Fair: guessing it would take a long time.",
    strong: "Strong.",
    common: "Many people choose something like this.",
    repeated: "It repeats itself.",
    in_a_row: "It follows the keyboard or the alphabet.",
    date: "Dates are among the first things people guess.",
    few_words: "Another word or two would help a lot.",
    short: "Longer is better.",
    make: "Set up the lock",
    making: "Setting up the lock. This takes a few seconds on purpose, to make guessing slow.",
    stop: "Stop",
    finishing: "Finishing…",
    code_title: "Your recovery code",
    code_words: "It opens Ebb if you forget the passphrase. Write it down, print it, or put it where you keep your passwords, and do not keep it only on this device.",
    copy: "Copy",
    copied: "Copied. Paste it somewhere safe now. After a minute Ebb empties the clipboard, if this browser lets it.",
    not_copied: "It could not be copied here. Please write it down.",
    print: "Print",
    prove: "The last two groups of the code",
    prove_hint: "Read them from your copy, to make sure that you have the code.",
    not_proven: "These are not the last two groups. Please check your copy.",
    put_on: "Turn on the lock",
    is_on: "The lock is on",
    is_on_words: "Everything you write is sealed on this device. A browser cannot promise that no trace of a key stays in memory. Locking or closing Ebb is the best protection there is.",
    sealing: |percent| {
        format!("Sealing what you wrote before: {percent}%. You can keep using Ebb.")
    },
    unsealing: |percent| format!("Turning off the lock: {percent}%. You can keep using Ebb."),
    now: "Lock now",
    after: "Lock automatically after",
    minutes: |minutes| match minutes {
        0 => "Never".to_owned(),
        60 => "1 hour".to_owned(),
        minutes => plural(usize::from(minutes), "minute", "minutes"),
    },
    hidden_after: "Lock when Ebb is out of sight for",
    hidden_hint: "Another tab, another app, or the screen turned off. On some phones, choosing a file counts, too.",
    hidden_minutes: |minutes| match minutes {
        None => "Never".to_owned(),
        Some(0) => "Lock at once".to_owned(),
        Some(minutes) => plural(usize::from(minutes), "minute", "minutes"),
    },
    change: "Change the passphrase",
    old: "Current passphrase",
    new: "New passphrase",
    changed: "The passphrase was changed. Your recovery code stays the same.",
    new_code: "Make a new recovery code",
    new_code_words: "The old code no longer works.",
    panic: "Panic phrase",
    panic_words: "Someone may make you open Ebb. Type this phrase wherever Ebb asks for the passphrase, and it erases everything in this browser and then looks like a first visit. Until that is done, it looks like a wrong passphrase. Only a backup brings your entries back.",
    panic_limits: "It does not erase backups, or a copy that someone made of this device before. Nobody can tell from what Ebb keeps whether there is a panic phrase, and no screen says it, so remember it well.",
    panic_use: "Use this panic phrase",
    panic_none: "Have no panic phrase",
    panic_done: "Done. From now on, this phrase erases everything.",
    panic_removed: "Done. No phrase erases anything now.",
    panic_same: "The panic phrase and the passphrase must be different, and a recovery code cannot be a panic phrase.",
    passkey: "Unlock with a passkey",
    passkey_words: "Your device can open Ebb with your finger, your face, or its PIN. The passphrase and the recovery code still open it, too.",
    passkey_forced: "A finger can be forced: someone can press yours on the sensor, or hold the device up to your face. The panic phrase does not help there, because nothing is typed. If someone might do that to you, it is safer to open Ebb with the passphrase only.",
    passkey_add: "Set up a passkey",
    passkey_adding: "Setting up the passkey. Your device asks you twice.",
    passkey_added: "Done. The passkey opens Ebb from now on.",
    passkey_remove: "Remove the passkey",
    passkey_removed: "Done. The passkey no longer opens Ebb. You can delete it from your device, too.",
    passkey_unlock: "Unlock with the passkey",
    passkey_refused: "The passkey was not used, and nothing was changed. The passphrase and the recovery code open Ebb as before.",
    passkey_unfit: "A passkey from this device or browser cannot open Ebb, so nothing was changed. If one was made just now, you can delete it in the settings of your device.",
    take_off: "Turn off the lock",
    take_off_words: "Everything on this device will be stored unsealed again.",
    locked_title: "Ebb is locked",
    locked_words: "What you wrote is sealed. Your passphrase opens it.",
    unlock: "Unlock",
    unlocking: "Opening. This takes a few seconds on purpose, to make guessing slow.",
    use_code: "Use the recovery code instead",
    use_passphrase: "Use the passphrase instead",
    code: "Recovery code",
    help_title: "Help without unlocking",
    help_words: "You do not need the passphrase for this.",
    wrong: "That did not open it. Check capital letters and the keyboard language, then try again.",
    wrong_code: "This code does not open this lock. It may be from another device, or you may have made a newer one.",
    typo: "One character of the code is not right. The code has seven groups of four. Compare it with your copy.",
    unusable: "Please type a passphrase of at most 1000 characters, in one line.",
    damaged: "This way of opening is damaged. Try the other one: the passphrase or the recovery code. If neither opens it, start fresh and restore a backup.",
    broken: "That did not work this time. Nothing was changed. Please try again.",
    meanwhile: "The lock was changed in another tab in the meantime, so this change was not made. See how it is now, then try again if you still want to.",
    use_it: "Use the new lock",
    new_key: "Also make a new key and a new recovery code",
    new_key_words: "With a new key, a copy that someone made of this device before opens nothing that you write from now on. Without it, an old passphrase or code still opens such a copy. A passkey has to be set up again.",
    changed_key: "Done. Only the new passphrase and the new recovery code open Ebb now.",
    not_as_left: "Something in Ebb is not as you left it. Settings says what.",
    missing: |pieces, day| {
        let pieces = plural(pieces, "piece", "pieces");
        let day = day
            .map(|day| format!(", the newest from {day}"))
            .unwrap_or_default();
        format!(
            "Something that Ebb kept here is gone or was changed from outside: {pieces}{day}. Everything else is here. If you have a backup, restoring it brings back what is in it."
        )
    },
    planted: |pieces| {
        let pieces = plural(pieces, "piece was", "pieces were");
        format!(
            "{pieces} put here by something other than your Ebb. Ebb set this aside and does not show it."
        )
    },
    unchecked: "The list of what Ebb keeps here was damaged, so Ebb cannot be sure that nothing is missing.",
    other_vault: "The lock was changed from outside. If that was not you, change the passphrase and make a new key.",
    vault_missing_title: "The lock is damaged",
    vault_missing: "What you wrote is sealed, and the part of the lock that your passphrase opens is gone. Ebb has not changed anything. If you have a backup, you can erase what is here and restore it.",
    lost_title: "Lost both the passphrase and the code?",
    lost_words: "Then nobody can open what is here. You can erase everything in this browser and start over, with a backup if you have one.",
    lost_sure: "Yes, I am sure. Erase everything",
};

pub const BACKUP: Backup = Backup {
    title: "Backup",
    words: "A backup is one sealed file with everything in Ebb. It brings your entries back if the browser deletes them or you lose the device, and it lets you have the same journal on your phone and your laptop.",
    make_title: "Make a backup",
    passphrase: "Passphrase for the file",
    passphrase_hint: "It can be the same as for your lock. Without it, nobody can open the file, so keep it safe.",
    make: "Make a backup",
    making: "Sealing the file, then opening it again to be sure. This takes a few seconds.",
    made: |entries| {
        format!(
            "Backup made and checked: it was opened again and holds {}.",
            plural(entries, "entry", "entries")
        )
    },
    made_words: "It is in your downloads. Move it somewhere other than this device. The free software \u{201c}age\u{201d} can open it too, without Ebb.",
    not_saved: "The file was made, but this browser did not take it. Nothing was changed. Please try again.",
    restore_title: "Restore a backup",
    restore_words: "You see what is in it before anything changes. Entries are added but never duplicated, and what you deleted stays deleted.",
    file: "Backup file",
    file_passphrase: "Its passphrase",
    look: "Look inside",
    looking: "Opening the file. This takes a few seconds.",
    no_file: "Please choose a file first.",
    preview_title: "What is in it",
    issued: |when| format!("Made on {when}."),
    range: |first, last| {
        if first == last {
            format!("From {first}.")
        } else {
            format!("From {first} to {last}.")
        }
    },
    preview: |preview| {
        let entries = |count| plural(count, "entry", "entries");
        let all: usize = preview.kinds.values().sum();
        let mut lines = vec![format!("It holds {}.", entries(all))];
        let parts = [
            (preview.new, "new here"),
            (preview.changed, "newer than here"),
            (preview.already_here, "already here"),
            (preview.deleted_here, "deleted here, and stay deleted"),
            (preview.deletes, "deleted there, and will be deleted here"),
        ];
        for (count, what) in parts {
            if count > 0 {
                lines.push(format!("{}: {what}.", entries(count)));
            }
        }
        let unread = preview.unreadable + preview.contradicting;
        if unread > 0 {
            lines.push(format!(
                "{} left out.",
                plural(
                    unread,
                    "record cannot be read and is",
                    "records cannot be read and are"
                )
            ));
        }
        if preview.newer > 0 {
            lines.push(format!(
                "{} left out. Update Ebb, then restore this backup again.",
                plural(
                    preview.newer,
                    "record needs a newer version of Ebb and is",
                    "records need a newer version of Ebb and are"
                )
            ));
        }
        lines
    },
    nothing_new: "Everything in it is here already.",
    bring_in: "Restore it",
    brought_in: |count| {
        format!(
            "Done. {} added.",
            plural(count, "record was", "records were")
        )
    },
    leave: "Cancel",
    last: |when, entries| {
        format!(
            "Last backup: {when}, with {}.",
            plural(entries, "entry", "entries")
        )
    },
    never: "No backup has been made in this browser yet.",
    since: |count| format!("{} since then.", plural(count, "new entry", "new entries")),
    wrong: "This passphrase does not open the file. Check capital letters and the keyboard language. Nothing was changed.",
    not_age: "This file is not a backup, because it is not sealed. Nothing was changed.",
    to_a_key: "This file was sealed for someone’s key, so no passphrase opens it. It may be a share for a therapist. Nothing was changed.",
    incomplete: "The end of this file is missing. A download may have been cut off, so get the file again. Nothing was changed.",
    damaged: "This file is damaged and cannot be opened. Nothing was changed. If you have another copy, try that one.",
    too_heavy: "This file asks for more memory than Ebb allows, so it was not opened. Ebb never makes such files. Nothing was changed.",
    too_large: "This file is larger than any backup from Ebb, so it was not opened. Nothing was changed.",
    newer: "A newer version of Ebb made this file. Update Ebb, then try again. Nothing was changed.",
    something_else: "The file opens, but there is no backup from Ebb in it. Nothing was changed.",
    unreadable_file: "The browser could not read this file. Please choose it again.",
};

pub const STORAGE: Storage = Storage {
    title: "Where your words are kept",
    only_here: "Only in this browser, on this device. There is no account and no server.",
    may_go: "This browser may delete them when space runs low, when its data is cleared, or, in Safari, after seven days without a visit. To protect them, put Ebb on the home screen and make a backup now and then.",
    promised: "This browser has promised to keep them. Clearing its data still deletes them, so make a backup now and then.",
    understood: "Got it",
    new_here: "New here? Take a minute to look around",
    emptied: "This browser has deleted what Ebb kept here. It is not your fault. If you have a backup, restore it in Settings, under Backup.",
    more: "More about storage",
    rescue: "Save what cannot be read",
    rescue_words: "This is a file with these records exactly as they are stored. A newer version of Ebb, or someone who helps you, may be able to read them.",
};
