//! Backups: what they hold, what restoring does, and what is refused with which reason.
#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

use std::collections::BTreeMap;

use ebb_core::backup::{self, Backup, BackupError, BundleError, Limits, Proof, ProofError};
use ebb_core::journal::Journal;
use ebb_core::moment::Moment;
use ebb_core::vault::WorkFactor;
use ebb_tests::diary::{Diary, craving, mood, noted, rerating};
use ebb_tests::sealing::{age_file, age_file_for_a_key, armored, cuts, flips, passphrase};

const WORDS: &str = "copper window marble";
/// Far under the floor, so that a test of thousands of files ends.
const CHEAP: u8 = 1;

fn issued() -> Moment {
    "2026-11-25T09:00:00.000-05:00".parse().unwrap()
}

/// Three days: a craving with a rating, a check-in, and one that was deleted.
fn diary() -> Diary {
    let mut diary = Diary::at("2026-11-20T12:00:00.000-05:00");
    let strong = diary.log(craving(8));
    diary.clock("2026-11-20T12:20:00.000-05:00");
    diary.log(rerating(strong, 3, 20));
    diary.clock("2026-11-21T20:00:00.000-05:00");
    let gone = diary.log(noted("not for anybody"));
    diary.clock("2026-11-22T20:00:00.000-05:00");
    diary.log(mood(6));
    diary.delete(gone).unwrap();
    diary
}

fn bundle_of(journal: &Journal) -> Vec<u8> {
    backup::bundle(journal, issued(), None).unwrap()
}

fn read(bundle: &[u8]) -> Result<Backup, BackupError> {
    backup::read(bundle, &Limits::default())
}

fn of(journal: &Journal) -> Backup {
    read(&bundle_of(journal)).unwrap()
}

fn open(file: &[u8]) -> Result<Vec<u8>, BackupError> {
    backup::open(file, &passphrase(WORDS), &Limits::default())
}

/// What the backup of one diary does to another.
fn restored(from: &Diary, to: &mut Diary) -> usize {
    let records = of(&from.journal).restore(&to.journal);
    let count = records.len();
    for record in records {
        assert!(to.journal.absorb(record));
    }
    count
}

#[test]
fn a_backup_seals_opens_and_proves_to_be_the_journal() {
    let diary = diary();
    let words = passphrase(WORDS);
    let bundle = bundle_of(&diary.journal);
    let file = backup::seal(&bundle, &words, WorkFactor::FLOOR).unwrap();
    assert_eq!(open(&file).unwrap(), bundle);
    let proof = backup::prove(&file, &words, &diary.journal, &Limits::default());
    let expected = Proof {
        records: 4,
        entries: 2,
        issued_at: issued(),
    };
    assert_eq!(proof, Ok(expected));
}

#[test]
fn a_backup_of_something_else_does_not_prove() {
    let mut diary = diary();
    let words = passphrase(WORDS);
    let file = age_file(&bundle_of(&diary.journal), WORDS, CHEAP);
    let prove = |journal: &Journal| backup::prove(&file, &words, journal, &Limits::default());
    diary.log(mood(1));
    assert_eq!(
        prove(&diary.journal),
        Err(ProofError::Differs {
            missing: 1,
            foreign: 0
        })
    );
    assert_eq!(
        prove(&Journal::default()),
        Err(ProofError::Differs {
            missing: 0,
            foreign: 4
        })
    );
    let other = backup::prove(
        &file,
        &passphrase("other"),
        &diary.journal,
        &Limits::default(),
    );
    assert_eq!(other, Err(BackupError::WrongPassphrase.into()));
}

#[test]
fn a_bundle_is_json_with_one_record_a_line_and_nothing_of_what_was_deleted() {
    let text = String::from_utf8(bundle_of(&diary().journal)).unwrap();
    assert!(text.starts_with(
        r#"{"ebb":"backup","v":1,"issued_at":"2026-11-25T09:00:00.000-05:00","count":4,"records":["#
    ));
    assert_eq!(
        text.lines()
            .filter(|l| l.starts_with(r#"{"v":1,"id""#))
            .count(),
        4
    );
    assert!(!text.contains("not for anybody"));
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(json["records"].as_array().unwrap().len(), 4);
    assert_eq!(text.len() % 1024, 0);
}

#[test]
fn preferences_travel_untouched() {
    let journal = diary().journal;
    let preferences = r#"{"language":"es","day_ends":240,"more":[1, 2]}"#;
    let bundle = backup::bundle(&journal, issued(), Some(preferences)).unwrap();
    let backup = read(&bundle).unwrap();
    assert_eq!(backup.preferences.as_deref(), Some(preferences));
    for no_object in ["[]", "1", "{", "{} {}", ""] {
        let refused = backup::bundle(&journal, issued(), Some(no_object));
        assert_eq!(refused, Err(BundleError::Preferences), "{no_object}");
    }
}

#[test]
fn a_preview_tells_what_is_in_it_and_what_would_happen() {
    let mut phone = diary();
    let mut laptop = phone.copied_to(2);
    phone.clock("2026-11-23T12:00:00.000-05:00");
    let new = phone.log(craving(5));
    phone.log(rerating(new, 2, 20));
    let roots: Vec<_> = laptop.journal.entries().map(|(root, _)| root).collect();
    phone.edit(roots[1], mood(9)).unwrap();
    laptop.clock("2026-11-24T12:00:00.000-05:00");
    laptop.delete(roots[0]).unwrap();
    let only_here = laptop.log(mood(2));
    let preview = of(&phone.journal).compare(&laptop.journal);
    assert_eq!(preview.issued_at, issued());
    let days = preview.first.zip(preview.last).unwrap();
    assert_eq!(
        (days.0.to_string(), days.1.to_string()),
        ("2026-11-20".to_owned(), "2026-11-23".to_owned())
    );
    assert_eq!(
        preview.kinds,
        BTreeMap::from([("check_in", 1), ("craving", 2)])
    );
    let counts = (
        preview.new,
        preview.changed,
        preview.already_here,
        preview.deleted_here,
        preview.deletes,
    );
    assert_eq!(counts, (1, 1, 0, 1, 0));
    phone.journal.merge(&laptop.journal);
    phone.delete(only_here).unwrap();
    assert_eq!(of(&phone.journal).compare(&laptop.journal).deletes, 1);
}

#[test]
fn a_later_rating_alone_changes_its_craving() {
    let mut phone = Diary::at("2026-11-20T12:00:00.000-05:00");
    let root = phone.log(craving(8));
    let laptop = phone.copied_to(2);
    phone.log(rerating(root, 3, 20));
    let preview = of(&phone.journal).compare(&laptop.journal);
    assert_eq!((preview.changed, preview.already_here), (1, 0));
}

#[test]
fn restoring_into_an_empty_journal_gives_what_was_seen() {
    let phone = diary();
    let mut new = Diary::at("2026-11-25T12:00:00.000-05:00");
    assert_eq!(restored(&phone, &mut new), 4);
    assert_eq!(new.seen(), phone.seen());
    assert_eq!(restored(&phone, &mut new), 0);
}

#[test]
fn what_was_deleted_here_stays_deleted_and_not_a_word_of_it_is_written() {
    let phone = diary();
    let mut laptop = phone.copied_to(2);
    let root = laptop.journal.entries().next().unwrap().0;
    laptop.delete(root).unwrap();
    for id in laptop.journal.erasable() {
        laptop.journal.forget(id);
    }
    let before = laptop.seen();
    assert_eq!(restored(&phone, &mut laptop), 0);
    assert_eq!(laptop.seen(), before);
}

#[test]
fn what_the_backup_knows_as_deleted_is_deleted_here() {
    let mut phone = diary();
    let mut laptop = phone.copied_to(2);
    let root = phone.journal.entries().next().unwrap().0;
    phone.delete(root).unwrap();
    assert!(laptop.journal.get(root).is_some());
    restored(&phone, &mut laptop);
    assert!(laptop.journal.get(root).is_none());
    assert_eq!(laptop.seen(), phone.seen());
}

#[test]
fn a_record_that_contradicts_one_here_changes_nothing() {
    let mut one = Diary::at("2026-11-20T12:00:00.000-05:00");
    let mut other = one.copied_to(1);
    other.boundary = one.boundary;
    one.log(mood(1));
    // The same device, clock and randomness, so the same id.
    let mut twin = Diary::at("2026-11-20T12:00:00.000-05:00");
    twin.log(mood(9));
    assert_eq!(of(&twin.journal).compare(&one.journal).contradicting, 1);
    assert_eq!(restored(&twin, &mut one), 0);
    assert_eq!(one.seen(), [mood(1)]);
}

#[test]
fn records_that_cannot_be_read_do_not_keep_the_others_back() {
    let text = String::from_utf8(bundle_of(&diary().journal)).unwrap();
    let text = text.replacen(r#""count":4"#, r#""count":7"#, 1).replacen(
        "\"records\":[",
        r#""records":[{"v":9},{"v":1,"id":"x"},42,"#,
        1,
    );
    let backup = read(text.as_bytes()).unwrap();
    assert_eq!((backup.newer, backup.unreadable), (1, 2));
    assert_eq!(backup.journal.records().count(), 4);
    let preview = backup.compare(&Journal::default());
    assert_eq!((preview.newer, preview.unreadable), (1, 2));
}

#[test]
fn a_file_that_is_no_backup_is_told_apart() {
    assert_eq!(open(b""), Err(BackupError::NotAge));
    assert_eq!(open(b"PK\x03\x04 a zip"), Err(BackupError::NotAge));
    assert_eq!(open(&bundle_of(&diary().journal)), Err(BackupError::NotAge));
    assert_eq!(open(&age_file_for_a_key(b"{}")), Err(BackupError::ToAKey));
    assert_eq!(
        open(armored(&age_file_for_a_key(b"{}")).as_bytes()),
        Err(BackupError::ToAKey)
    );
    assert_eq!(
        open(b"age-encryption.org/v2\nwho knows"),
        Err(BackupError::Newer)
    );
    assert_eq!(
        open(b"age-encryption.org/x\nwho knows"),
        Err(BackupError::Damaged)
    );
}

#[test]
fn an_age_file_with_something_else_inside_is_not_a_backup() {
    for other in [
        &b""[..],
        b"Dear diary",
        b"[]",
        b"{}",
        br#"{"ebb":"share","v":1}"#,
        br#"{"ebb":1,"v":1}"#,
        b"\xff\xfe\x00",
        br#"{"resourceType":"Bundle"}"#,
    ] {
        let plain = open(&age_file(other, WORDS, CHEAP)).unwrap();
        assert_eq!(read(&plain), Err(BackupError::NotABackup));
    }
}

#[test]
fn a_bundle_of_a_newer_build_is_refused_as_such() {
    let newer = br#"{"ebb":"backup","v":2,"whatever":["else"]}"#;
    assert_eq!(read(newer), Err(BackupError::Newer));
    let far = br#"{"ebb":"backup","v":4294967296}"#;
    assert_eq!(read(far), Err(BackupError::Newer));
}

#[test]
fn a_bundle_that_contradicts_itself_is_damaged() {
    let whole = String::from_utf8(bundle_of(&diary().journal)).unwrap();
    for damaged in [
        whole.replacen(r#""count":4"#, r#""count":3"#, 1),
        whole.replacen(r#""count":4"#, r#""count":5"#, 1),
        whole.replacen(r#""count":4,"#, "", 1),
        whole.replacen(r#""v":1"#, r#""v":0"#, 1),
        whole.replacen(r#""v":1,"#, r#""v":1,"more":true,"#, 1),
        whole.replacen("2026-11-25T", "2026-13-25T", 1),
        whole.replacen(r#""count""#, r#""preferences":[],"count""#, 1),
        whole.replacen(r#""records":["#, r#""records":{},"x":["#, 1),
        whole.trim_end().trim_end_matches('}').to_owned(),
        format!("{whole}{{}}"),
    ] {
        assert_eq!(read(damaged.as_bytes()), Err(BackupError::Damaged));
    }
}

#[test]
fn files_over_the_limits_are_refused_before_they_cost_anything() {
    let huge = vec![0_u8; 200 * 1024 * 1024];
    assert_eq!(open(&huge), Err(BackupError::TooLarge));
    assert_eq!(read(&huge), Err(BackupError::TooLarge));
    // A wrong passphrase does not matter: nothing is derived.
    let file = age_file(&vec![b' '; 10_000], "other words", CHEAP);
    let tight = Limits {
        bytes: file.len(),
        ..Limits::default()
    };
    let open_in = |limits: &Limits| backup::open(&file, &passphrase(WORDS), limits);
    assert_eq!(open_in(&tight), Err(BackupError::WrongPassphrase));
    let tighter = Limits {
        bytes: 9_999,
        ..tight
    };
    assert_eq!(open_in(&tighter), Err(BackupError::TooLarge));
}

#[test]
fn a_million_records_are_refused_whatever_the_count_says() {
    for count in [1_000_000, 3] {
        let mut text = format!(
            r#"{{"ebb":"backup","v":1,"issued_at":"{}","count":{count},"records":["#,
            issued()
        );
        text.push_str(&"0,".repeat(999_999));
        text.push_str("0]}");
        assert_eq!(read(text.as_bytes()), Err(BackupError::TooManyRecords));
    }
}

#[test]
fn json_nested_without_end_is_refused() {
    let head = format!(
        r#"{{"ebb":"backup","v":1,"issued_at":"{}","count":1,"records":["#,
        issued()
    );
    let deep = "[".repeat(1_000_000);
    assert_eq!(read(deep.as_bytes()), Err(BackupError::NotABackup));
    let open_only = format!("{head}{deep}");
    assert_eq!(read(open_only.as_bytes()), Err(BackupError::Damaged));
    let closed = format!("{head}{deep}{}]}}", "]".repeat(1_000_000));
    assert!(matches!(
        read(closed.as_bytes()),
        Ok(Backup { unreadable: 1, .. }) | Err(BackupError::Damaged)
    ));
}

#[test]
fn a_file_that_asks_for_too_much_work_is_refused_before_any_is_done() {
    let file = age_file(b"{}", WORDS, CHEAP);
    let at = file.windows(3).position(|part| part == b" 1\n").unwrap();
    let mut heavy = file;
    heavy.splice(at + 1..at + 2, *b"25");
    assert_eq!(open(&heavy), Err(BackupError::TooHeavy(25)));
    // Nobody can raise the cap by the limits.
    let generous = Limits {
        work: 63,
        ..Limits::default()
    };
    let opened = backup::open(&heavy, &passphrase(WORDS), &generous);
    assert_eq!(opened, Err(BackupError::TooHeavy(25)));
}

#[test]
fn a_header_without_end_is_refused_at_once() {
    let mut file = b"age-encryption.org/v1\n".to_vec();
    for _ in 0..5_000_000 {
        file.extend_from_slice(b"-> a\n\n");
    }
    assert_eq!(open(&file), Err(BackupError::Damaged));
}

#[test]
fn every_cut_of_a_file_is_told_from_damage() {
    let file = age_file(&bundle_of(&diary().journal), WORDS, CHEAP);
    let mut mistaken = 0;
    for cut in cuts(&file).skip(1) {
        match open(cut) {
            Err(BackupError::Incomplete) => {}
            // A cut of exactly what bundles are filled up to.
            Err(BackupError::Damaged) => mistaken += 1,
            other => panic!("{other:?} at {}", cut.len()),
        }
    }
    assert!(mistaken <= file.len() / 1024, "{mistaken}");
}

#[test]
fn every_flipped_bit_of_a_file_is_found() {
    let bundle = br#"{"ebb":"backup","v":1}"#;
    let file = age_file(bundle, WORDS, CHEAP);
    assert_eq!(open(&file).unwrap(), bundle);
    for damaged in flips(&file) {
        assert!(open(&damaged).is_err());
    }
}

#[test]
fn damage_in_the_middle_of_a_large_file_is_damage_and_a_cut_there_is_a_cut() {
    let mut diary = Diary::at("2026-11-20T12:00:00.000-05:00");
    for _ in 0..1_000 {
        diary.log(noted(&"calm ".repeat(20)));
    }
    let file = age_file(&bundle_of(&diary.journal), WORDS, CHEAP);
    assert!(file.len() > 3 * 65_552);
    assert_eq!(read(&open(&file).unwrap()).unwrap().journal, diary.journal);
    for at in [70_000, 140_000, file.len() - 1] {
        let mut damaged = file.clone();
        damaged[at] ^= 1;
        assert_eq!(open(&damaged), Err(BackupError::Damaged), "{at}");
    }
    let header = file.windows(5).position(|part| part == b"\n--- ").unwrap() + 5 + 44 + 16;
    for at in [70_000, header + 65_552, header + 65_552 + 7, file.len() - 3] {
        assert_eq!(open(&file[..at]), Err(BackupError::Incomplete), "{at}");
    }
}

#[test]
fn an_armored_file_opens_too_and_a_cut_one_is_told_apart() {
    let bundle = bundle_of(&diary().journal);
    let text = armored(&age_file(&bundle, WORDS, CHEAP));
    assert_eq!(open(text.as_bytes()).unwrap(), bundle);
    assert_eq!(open(text.replace('\n', "\r\n").as_bytes()).unwrap(), bundle);
    assert_eq!(
        open(&text.as_bytes()[..text.len() / 2]),
        Err(BackupError::Incomplete)
    );
    let damaged = text.replacen("\nY", "\n*", 1);
    assert_ne!(damaged, text);
    assert_eq!(open(damaged.as_bytes()), Err(BackupError::Damaged));
}
