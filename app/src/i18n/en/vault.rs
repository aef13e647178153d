//! The lock and the backup, in English.

use crate::i18n::counted as plural;
use crate::i18n::keys::{Backup, Lock, Storage};

pub const LOCK: Lock = Lock {
    title: "Lock",
    off: "There is no lock",
    off_words: "Whoever holds this device can read what is in Ebb. With a lock, everything is sealed, and only your passphrase or your recovery code opens it.",
    never_needs: "SOS, the help lines and breathing work without unlocking.",
    lost_both: "If you lose both the passphrase and the recovery code, nobody can open your entries again. Not even the people who make Ebb.",
    passphrase: "Passphrase",
    passphrase_hint: "Four or more words that do not belong together are easy to type and hard to guess. Pasting works too.",
    show: "Show what I type",
    estimating: "Looking at how strong it is…",
    no_estimate: "How strong it is could not be looked at without the network. Four words that do not belong together are strong.",
    weak: "Weak: somebody who takes the device could guess it.",
    fair: "Fair: guessing it would take long.",
    strong: "Strong.",
    common: "Many people choose something like it.",
    repeated: "It repeats itself.",
    in_a_row: "It follows the keyboard or the alphabet.",
    date: "Dates are tried first.",
    few_words: "Another word or two would help a lot.",
    short: "Longer is better.",
    make: "Make the lock",
    making: "Making the lock. This takes some seconds on purpose: it makes guessing slow.",
    stop: "Stop",
    finishing: "Finishing…",
    code_title: "Your recovery code",
    code_words: "It opens Ebb when the passphrase is forgotten. Write it down, print it, or put it where you keep passwords. Not on this device alone.",
    copy: "Copy",
    copied: "Copied. Paste it somewhere safe now.",
    not_copied: "It could not be copied here. Please write it down.",
    print: "Print",
    prove: "The last two groups of the code",
    prove_hint: "Read them from what you kept. It shows that the code is safe with you.",
    not_proven: "These are not the last two groups. Look at what you kept once more.",
    put_on: "Put the lock on",
    is_on: "The lock is on",
    is_on_words: "Everything you write is sealed on this device. A browser cannot promise that nothing of a key is ever left in memory; locking Ebb or closing it is the best there is.",
    sealing: |percent| {
        format!("Sealing what was written before: {percent} %. You can go on using Ebb.")
    },
    unsealing: |percent| format!("Taking the lock off: {percent} %. You can go on using Ebb."),
    now: "Lock now",
    after: "Lock by itself after",
    minutes: |minutes| match minutes {
        0 => "Never".to_owned(),
        60 => "1 hour".to_owned(),
        minutes => plural(usize::from(minutes), "minute", "minutes"),
    },
    change: "Change the passphrase",
    old: "Passphrase now",
    new: "New passphrase",
    changed: "The passphrase was changed. Your recovery code stays the same.",
    new_code: "Make a new recovery code",
    new_code_words: "The old code opens nothing any more.",
    new_code_done: "I have kept it",
    take_off: "Take the lock off",
    take_off_words: "Everything is stored readable again on this device.",
    locked_title: "Ebb is locked",
    locked_words: "What you wrote is sealed. Your passphrase opens it.",
    unlock: "Unlock",
    unlocking: "Opening. This takes some seconds on purpose: it makes guessing slow.",
    use_code: "Use the recovery code instead",
    use_passphrase: "Use the passphrase instead",
    code: "Recovery code",
    help_title: "Help without unlocking",
    help_words: "You do not need the passphrase for this.",
    wrong: "That did not open it. Look at capital letters and the language of the keyboard, then try again.",
    wrong_code: "This code does not open this lock. Perhaps it is from another device, or a newer one was made.",
    typo: "A letter of the code is not right. It has seven groups of four. Compare it with what you kept.",
    unusable: "Please type a passphrase of at most 1000 characters, in one line.",
    damaged: "This way of opening is damaged. Try the other one: the passphrase or the recovery code. If neither opens it, bring in a backup on a fresh start.",
    broken: "It could not be done this time. Nothing was changed. Please try again.",
    meanwhile: "The lock was changed in another tab meanwhile, so this change was not made. Look at how it is now, then try again if you still want to.",
};

pub const BACKUP: Backup = Backup {
    title: "Backup",
    words: "A backup is one sealed file with everything in Ebb. It brings your entries back when the browser deletes them or the device is lost, and it brings phone and laptop together.",
    make_title: "Make a backup",
    passphrase: "Passphrase for the file",
    passphrase_hint: "It can be the one of your lock. Without it nobody can open the file, so keep it.",
    make: "Make a backup",
    making: "Sealing the file, then opening it again to be sure. This takes some seconds.",
    made: |entries| {
        format!(
            "Backup made and checked: it was opened again and holds {}.",
            plural(entries, "entry", "entries")
        )
    },
    made_words: "It is in your downloads. Move it somewhere that is not this device. The free program \u{201c}age\u{201d} opens it too, without Ebb.",
    not_saved: "The file was made, but this browser did not take it. Nothing was changed. Please try again.",
    restore_title: "Bring a backup in",
    restore_words: "You see what is in it before anything changes. Entries are added, never doubled, and what you deleted stays deleted.",
    file: "Backup file",
    file_passphrase: "Its passphrase",
    look: "Look inside",
    looking: "Opening the file. This takes some seconds.",
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
                "{} cannot be read and are left out.",
                plural(unread, "record", "records")
            ));
        }
        if preview.newer > 0 {
            lines.push(format!(
                "{} need a newer Ebb and are left out. Update Ebb, then bring it in again.",
                plural(preview.newer, "record", "records")
            ));
        }
        lines
    },
    nothing_new: "Everything in it is here already.",
    bring_in: "Bring it in",
    brought_in: |count| {
        format!(
            "Done. {} added.",
            plural(count, "record was", "records were")
        )
    },
    leave: "Leave it",
    last: |when, entries| {
        format!(
            "Last backup: {when}, with {}.",
            plural(entries, "entry", "entries")
        )
    },
    never: "No backup was made in this browser yet.",
    since: |count| format!("{} since then.", plural(count, "new entry", "new entries")),
    wrong: "This passphrase does not open the file. Look at capital letters and the language of the keyboard. Nothing was changed.",
    not_age: "This file is no backup: it is not a sealed file. Nothing was changed.",
    to_a_key: "This file was sealed for somebody’s key, so no passphrase opens it. It may be a share for a therapist. Nothing was changed.",
    incomplete: "The end of this file is missing. Perhaps a download broke off; get it again. Nothing was changed.",
    damaged: "This file is damaged and cannot be opened. Nothing was changed. If you have another copy, try that one.",
    too_heavy: "This file asks for more memory than Ebb allows, so it was not opened. Ebb never makes such files. Nothing was changed.",
    too_large: "This file is larger than any backup of Ebb, so it was not opened. Nothing was changed.",
    newer: "A newer Ebb made this file. Update Ebb, then try again. Nothing was changed.",
    something_else: "The file opens, but there is no backup of Ebb in it. Nothing was changed.",
    unreadable_file: "The browser could not read this file. Please choose it again.",
};

pub const STORAGE: Storage = Storage {
    title: "Where your words are kept",
    only_here: "Only in this browser, on this device. There is no account and no server, so nobody else has them.",
    may_go: "This browser may delete them when space is short, when its data is cleared, or in Safari after seven days without a visit. Putting Ebb on the home screen and making a backup now and then protects you.",
    promised: "This browser has promised to keep them. Clearing its data still deletes them, so make a backup now and then.",
    understood: "Understood",
    new_here: "New here? A minute to look around",
    emptied: "This browser has thrown away what Ebb kept here. It is not your fault. If you have a backup, bring it in under Settings, Backup.",
    more: "More about storage",
    rescue: "Save what cannot be read",
    rescue_words: "A file with these records exactly as they are stored. A newer Ebb, or somebody who helps you, may be able to read them.",
};
