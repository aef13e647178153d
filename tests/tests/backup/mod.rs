//! Backups: what they hold and what restoring does.
#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

mod refused;

use std::collections::BTreeMap;

use ebb_core::backup::{self, Backup, BackupError, BackupLimits, BundleError, Proof, ProofError};
use ebb_core::log::Journal;
use ebb_core::time::Moment;
use ebb_core::vault::WorkFactor;
use ebb_tests::diary::{Diary, craving, mood, noted, rerating};
use ebb_tests::sealing::{age_file, passphrase};

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
    backup::read(bundle, &BackupLimits::default())
}

fn of(journal: &Journal) -> Backup {
    read(&bundle_of(journal)).unwrap()
}

fn open(file: &[u8]) -> Result<Vec<u8>, BackupError> {
    backup::open(file, &passphrase(WORDS), &BackupLimits::default())
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
    let proof = backup::prove(&file, &words, &diary.journal, &BackupLimits::default());
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
    let prove = |journal: &Journal| backup::prove(&file, &words, journal, &BackupLimits::default());
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
        &BackupLimits::default(),
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
