//! What is refused, and with which reason.

use ebb_core::backup::{self, Backup, BackupError, BackupLimits};
use ebb_tests::diary::{Diary, noted};
use ebb_tests::sealing::{age_file, age_file_for_a_key, armored, cuts, flips, passphrase};

use super::{CHEAP, WORDS, bundle_of, diary, issued, open, read};

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
    let tight = BackupLimits {
        bytes: file.len(),
        ..BackupLimits::default()
    };
    let open_in = |limits: &BackupLimits| backup::open(&file, &passphrase(WORDS), limits);
    assert_eq!(open_in(&tight), Err(BackupError::WrongPassphrase));
    let tighter = BackupLimits {
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
    let generous = BackupLimits {
        work: 63,
        ..BackupLimits::default()
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
