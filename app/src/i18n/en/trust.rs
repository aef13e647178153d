//! Verified people, in English.

use ebb_core::log::Trust;
use ebb_core::share::ENGLISH_WORDS;

use crate::i18n::counted as plural;
use crate::i18n::keys::TrustWords;

pub const TRUST: TrustWords = TrustWords {
    with: "Who it is for",
    state: |trust| match trust {
        Trust::NotVerified => "not verified",
        Trust::Verified => "verified",
        Trust::Changed => "key changed, not verified",
        Trust::Revoked => "key no longer used",
    },
    not_verified_hint: |name| {
        format!(
            "You have not compared {name}’s words yet. Anyone could have made this key. Compare the words together under “Who I share with.”"
        )
    },
    purpose: "What it is for (optional)",
    purpose_hint: "For example: to prepare my next appointment. They will see this.",
    keep: "How long they may keep it",
    keep_days: |days| plural(usize::try_from(days).unwrap_or(0), "day", "days"),
    keep_hint: "Ebb on their side deletes it after that. It cannot take back a printout or a copy.",
    kept_until: |day| format!("It may be kept until {day}."),
    for_purpose: |purpose| format!("What it is for: {purpose}"),
    signed: |words| {
        format!("Signed with this person’s key. Their screen shows these words: {words}")
    },
    not_signed: "Not signed: anyone who has your public key could have made this. Ask the person if it is theirs.",
    will_be_signed: "It will be signed with your key for this person, so they can tell it is from you.",
    handed_title: |name| format!("Did it get to {name}?"),
    handed_hint: "Say so once you handed it over. Until then, the next share starts from the same day, so that no day is left out.",
    handed: "Yes, I handed it over",
    handed_done: "Noted. The next share to them starts from here.",
    their_words: "Their words",
    key_hint: "Stop using a key if their device was lost or stolen, or it is not theirs. Make a new key for yourself if someone else may have had your device; your next share carries your old key’s word for it.",
    own_words: |name| format!("Your words, as {name} sees them"),
    key_words: ENGLISH_WORDS,
    numbers: |numbers| {
        format!("If the other screen is in another language, compare these numbers: {numbers}")
    },
    matches: "The words match",
    add_unverified: "Add without comparing",
    verified_now: |name| format!("{name} is verified."),
    revoke: "Stop using this key",
    revoked_now: |name| format!("{name}’s key is no longer used."),
    renew: "New key for me",
    renewed_now: |name| format!("You have a new key for {name}."),
    new_key_of: |name| {
        format!("This is a new key from {name}, signed with the key you already have.")
    },
    take_new_key: "Use the new key",
    taken_new_key: |name| format!("{name}’s new key is in use."),
    was_revoked: "You said that this key should no longer be used. It was not added.",
    same_name: |name| {
        format!(
            "Careful: you already have {name} with another key. If they really have a new key, compare the words with them in person first. If someone sent you this key, ask {name} by phone."
        )
    },
    replace: |name| format!("The words match: this is {name}’s new key"),
    add_anyway: "Add it as a second, unverified person",
    from_known: |name, day| format!("From {name}, signed and verified, made on {day}."),
    from_unverified: |name| {
        format!("Signed with the key you have for {name}. You have not compared the words yet.")
    },
    from_unknown: "Signed by someone who is not on your list. Do not take a name in it as fact.",
    from_unsigned: |name| match name {
        Some(name) => {
            format!("Not signed. It says it is from “{name}”, but anyone could have written that.")
        }
        None => "Not signed: nothing shows who made it.".to_owned(),
    },
    sign_hint: "With it, Ebb signs this, so the person can tell it is from you. Without it, nothing is signed.",
    renew_own: "Renew my key",
    renew_own_lead: "If someone else may have had your key or its passphrase, make a new one. Your old key signs it, so people who scan the new code or open the new link see that it is yours. What was sealed for the old key still opens.",
    own_renewed: "Your new key is ready. Show it to each person, and save it as a file.",
    show_key: "Show my key",
    show_key_lead: "Type your passphrase to show your key. Ebb checks that the key shown is really yours.",
    key_swapped: "The key kept in this browser is not the one inside your key file. Someone may have changed it. Remove it, then import your key from its file.",
    restore_people: "People this backup would add",
    restore_people_hint: "Check only those whose words you know. A backup someone else made could hold a false key.",
    restore_person: |name, words| format!("{name}: {words}"),
};
