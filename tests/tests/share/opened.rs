//! What opens, what does not, and with which reason.

use ebb_core::log::Entry;
use ebb_core::share::review::agenda;
use ebb_core::share::{
    self, Identity, IdentityError, Opener, Phrase, Preset, SealedFor, ShareError, sealed_for,
};
use ebb_core::vault::WorkFactor;
use ebb_tests::sealing::{age_file, armored, passphrase};
use ebb_tests::weeks::Weeks;

use super::{LAST, bytes, limits, selection};

#[test]
fn a_sealed_share_opens_with_the_right_phrase_or_key_and_says_what_is_wrong_otherwise() {
    let weeks = Weeks::new(1, LAST);
    let bundle = bytes(&weeks, &selection(&weeks, Preset::CravingsAndSkills));
    let (phrase, other) = (Phrase::new(5), Phrase::new(6));
    let by_phrase = share::sealed_for_phrase(&bundle, &phrase, WorkFactor::FLOOR).unwrap();
    assert_eq!(sealed_for(&by_phrase), Ok(SealedFor::Phrase));
    let identities = [(); 3].map(|()| Identity::generate().unwrap());
    let keys = [identities[0].public(), identities[1].public()];
    let for_keys = share::sealed_for_keys(&bundle, &keys).unwrap();
    assert_eq!(sealed_for(&for_keys), Ok(SealedFor::Keys(2)));
    let armored_too = armored(&for_keys).into_bytes();
    assert_eq!(sealed_for(&armored_too), Ok(SealedFor::Keys(2)));

    let open = |file: &[u8], with| share::open(file, with, &limits());
    assert_eq!(
        open(&by_phrase, Opener::Phrase(&phrase)).as_ref(),
        Ok(&bundle)
    );
    for identity in &identities[..2] {
        assert_eq!(open(&for_keys, Opener::Key(identity)).as_ref(), Ok(&bundle));
        assert_eq!(
            open(&armored_too, Opener::Key(identity)).as_ref(),
            Ok(&bundle)
        );
    }
    for (file, with, error) in [
        (
            &by_phrase[..],
            Opener::Phrase(&other),
            ShareError::WrongPhrase,
        ),
        (
            &by_phrase,
            Opener::Key(&identities[0]),
            ShareError::NeedsPhrase,
        ),
        (&for_keys, Opener::Key(&identities[2]), ShareError::WrongKey),
        (&for_keys, Opener::Phrase(&phrase), ShareError::NeedsKey),
        (
            &for_keys[..for_keys.len() - 9],
            Opener::Key(&identities[0]),
            ShareError::Incomplete,
        ),
        (
            &for_keys[..12],
            Opener::Key(&identities[0]),
            ShareError::Incomplete,
        ),
        (b"hello", Opener::Phrase(&phrase), ShareError::NotAge),
        (b"", Opener::Phrase(&phrase), ShareError::NotAge),
    ] {
        assert_eq!(open(file, with), Err(error));
    }
    let mut changed = for_keys.clone();
    let middle = changed.len() / 2;
    changed[middle] ^= 1;
    assert_eq!(
        open(&changed, Opener::Key(&identities[0])),
        Err(ShareError::Damaged)
    );
    let heavy = age_file(b"{}", phrase.text(), 1);
    let work = heavy.windows(3).position(|bytes| bytes == b" 1\n").unwrap();
    let heavy = [&heavy[..work], b" 25\n", &heavy[work + 3..]].concat();
    let refused = open(&heavy, Opener::Phrase(&phrase));
    assert!(
        matches!(refused, Err(ShareError::TooHeavy(25))),
        "{refused:?}"
    );
}

#[test]
fn an_identity_is_sealed_exported_and_restored() {
    let identity = Identity::generate().unwrap();
    let words = passphrase("clinic words");
    let file = identity.seal(&words, WorkFactor::FLOOR).unwrap();
    assert!(file.starts_with("-----BEGIN AGE ENCRYPTED FILE-----"));
    let restored = Identity::open(file.as_bytes(), &words, 20).unwrap();
    assert_eq!(restored.public(), identity.public());
    assert_eq!(restored.secret(), identity.secret());
    let error = |file: &[u8], words: &str, work| {
        Identity::open(file, &passphrase(words), work)
            .err()
            .unwrap()
    };
    assert_eq!(
        error(file.as_bytes(), "other", 20),
        IdentityError::WrongPassphrase
    );
    assert_eq!(
        error(file.as_bytes(), "clinic words", 14),
        IdentityError::TooHeavy(15)
    );
    assert_eq!(
        error(&file.as_bytes()[..300], "clinic words", 20),
        IdentityError::Incomplete
    );
    assert_eq!(
        error(b"hello", "clinic words", 20),
        IdentityError::NotAnIdentity
    );
    let foreign = age_file(b"{\"ebb\":\"backup\"}", "clinic words", 1);
    assert_eq!(
        error(&foreign, "clinic words", 20),
        IdentityError::NotAnIdentity
    );
}

#[test]
fn bad_bundles_are_told_apart_and_none_hangs() {
    let weeks = Weeks::new(1, LAST);
    let good = bytes(&weeks, &selection(&weeks, Preset::CravingsAndSkills));
    let text = String::from_utf8(good.clone()).unwrap();
    let read = |text: &str| share::read(text.as_bytes(), &limits()).err();
    let first_entry = text.lines().nth(1).unwrap();
    let entry = first_entry.trim_end_matches(',');
    let count = share::read(&good, &limits()).unwrap().entries();
    let head = |count: usize| {
        format!(
            r#"{{"ebb":"share","v":1,"person":"00000000000000000000000001","issued_at":"2026-11-24T22:00:00.000-05:00","first":"2026-11-01","last":"2026-11-24","notice":"n","count":{count},"counts":{{"craving":{count}}},"entries":["#
        )
    };
    assert_eq!(read("hello"), Some(ShareError::Foreign));
    assert_eq!(read("{}"), Some(ShareError::Foreign));
    assert_eq!(read(r#"{"ebb":"backup","v":1}"#), Some(ShareError::ABackup));
    assert_eq!(
        read(r#"{"ebb":"assignment","v":1}"#),
        Some(ShareError::AnAssignment)
    );
    assert_eq!(
        read(&text.replacen("\"v\":2", "\"v\":3", 1)),
        Some(ShareError::Newer)
    );
    assert_eq!(read(&text[..text.len() / 2]), Some(ShareError::Damaged));
    assert_eq!(
        read(&text.replacen(&format!("{first_entry}\n"), "", 1)),
        Some(ShareError::Damaged)
    );
    let wrong = text.replacen(&format!("\"count\":{count}"), "\"count\":7", 1);
    assert_eq!(read(&wrong), Some(ShareError::Damaged));
    let million = format!("{}{}{{}}]}}", head(1_000_000), "{},".repeat(999_999));
    assert_eq!(read(&million), Some(ShareError::TooManyEntries));
    let lying = million.replacen("1000000", "5", 2);
    assert_eq!(read(&lying), Some(ShareError::TooManyEntries));
    let deep = format!("{}{}", head(1), "[".repeat(100_000));
    assert_eq!(read(&deep), Some(ShareError::Damaged));

    let long = entry.replacen(
        "\"intensity\"",
        &format!("\"thought\":\"{}\",\"intensity\"", "x".repeat(10_000_000)),
        1,
    );
    let with_long = format!("{}{entry},{long}]}}", head(2));
    let share = share::read(with_long.as_bytes(), &limits()).unwrap();
    assert_eq!(
        (share.entries(), share.oversized, share.unreadable),
        (1, 1, 0)
    );
    let odd = format!("{}{entry},{{\"new\":1}}]}}", head(2));
    let share = share::read(odd.as_bytes(), &limits()).unwrap();
    assert_eq!((share.entries(), share.unreadable), (1, 1));
}

#[test]
fn what_could_fool_the_eye_or_the_clock_is_made_safe_or_counted() {
    let head = r#"{"ebb":"share","v":1,"person":"00000000000000000000000001","issued_at":"2026-11-24T22:00:00.000-05:00","first":"2026-11-01","last":"2026-11-24","notice":"n\u202e","count":2,"counts":{"slip":2},"entries":["#;
    let slip = |number: u8, day: &str, words: &str| {
        format!(
            r#"{{"id":"0000000000000000000000000{number}","happened_at":"{day}T10:00:00.000-05:00","local_day":"{day}","entry":{{"slip":{{"happened":"{words}"}}}}}}"#
        )
    };
    let text = format!(
        "{head}{},{}]}}",
        slip(1, "2026-11-20", "not\\u202eevil <script>alert(1)</script>"),
        slip(2, "2031-01-01", "later"),
    );
    let share = share::read(text.as_bytes(), &limits()).unwrap();
    assert_eq!((share.ahead, share.notice.as_str()), (1, "n\u{fffd}"));
    let Entry::Slip(slip) = &share.journal.entries().next().unwrap().1.entry else {
        panic!("a slip");
    };
    let words = slip.happened.as_ref().unwrap().as_str();
    assert_eq!(words, "not\u{fffd}evil <script>alert(1)</script>");
    assert!(agenda(&share, None, &[]).is_ok());
}
