//! What other trackers wrote is brought in as it was meant, or not at all.
#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

use ebb_core::import::{Column, Here, Import, ImportError, guess, import, read};
use ebb_core::journal::DeviceId;
use ebb_core::log::{CheckIn, Entry, Journal, Record};
use ebb_core::text::Tag;
use ebb_core::time::{DayBoundary, LocalDay, Moment};
use ebb_tests::diary::Diary;
use proptest::prelude::*;

const DAYLIO: &str = "\u{feff}full_date,date,weekday,time,mood,activities,note_title,note\r\n\
    2026-11-21,November 21,Saturday,11:54 PM,rad,\"clean | cook | clean\",\"A party\",\"Went, and \"\"left\"\"\r\nearly\"\r\n\
    2026-11-20,November 20,Friday,9:05,awful,,,\r\n";
const CHECKMARKS: &str = "Date,Meditate,No alcohol,\n2026-11-21,YES_MANUAL,NO,\n2026-11-20,UNKNOWN,YES_AUTO,\n2026-11-19,UNKNOWN,SKIP,\n";
const ALCHOHALT: &str = r##"{"version":2,"goals":{"dailyCap":0},"entries":[
    {"ts":1795212000000,"volumeMl":330,"craving":7,"halt":["tired","lonely"],"alt":"tea"},
    {"ts":1795212000,"craving":42,"halt":[],"alt":"#walk"}]}"##;

fn utc(ms: i64) -> Option<Moment> {
    Moment::new(ms, 0).ok()
}

fn wall(day: LocalDay, minute: u16) -> Option<Moment> {
    let midnight = day.days_since(LocalDay::new(1970, 1, 1).unwrap()) * 86_400_000;
    utc(midnight + i64::from(minute) * 60_000)
}

fn into(text: &str, journal: &Journal) -> Import {
    let table = read(text.as_bytes()).unwrap();
    let here = Here {
        now: "2026-11-29T20:00:00.000Z".parse().unwrap(),
        device: DeviceId::new(7),
        boundary: DayBoundary::default(),
        wall: &wall,
        at: &utc,
    };
    import(&table, &guess(&table), &here, journal)
}

fn check_ins(records: &[Record]) -> Vec<(String, CheckIn)> {
    let told = records.iter().map(|record| match &record.entry {
        Entry::CheckIn(check_in) => (record.happened_at.to_string(), check_in.clone()),
        other => unreachable!("{other:?}"),
    });
    told.collect()
}

#[test]
fn daylio_keeps_its_days_times_moods_activities_and_words() {
    let found = check_ins(&into(DAYLIO, &Journal::default()).records);
    let (at, rad) = &found[0];
    assert_eq!(at, "2026-11-21T23:54:00.000+00:00");
    assert_eq!(rad.mood.unwrap().get(), 10);
    let skills: Vec<_> = rad.skills.iter().map(Tag::as_str).collect();
    assert_eq!(skills, ["clean", "cook"]);
    let note = rad.note.as_ref().unwrap().as_str();
    assert_eq!(note, "A party\nWent, and \"left\"\nearly");
    let (at, awful) = &found[1];
    assert_eq!(
        (at.as_str(), awful.mood.unwrap().get()),
        ("2026-11-20T09:05:00.000+00:00", 0)
    );
}

#[test]
fn habits_that_were_kept_are_told_by_name_and_a_day_without_one_is_left_out() {
    let found = into(CHECKMARKS, &Journal::default());
    let told = check_ins(&found.records);
    assert_eq!(told[0].1.skills[0].as_str(), "Meditate");
    assert_eq!(told[1].1.skills[0].as_str(), "No alcohol");
    assert_eq!((told.len(), found.left_out), (2, 1));
}

#[test]
fn a_list_in_json_is_a_table_and_a_number_off_the_scale_is_not_taken() {
    let told = check_ins(&into(ALCHOHALT, &Journal::default()).records);
    assert_eq!(told[0].0, told[1].0);
    assert_eq!(told[0].1.craving_strongest.unwrap().get(), 7);
    assert_eq!(told[0].1.skills.len(), 2);
    assert_eq!(told[1].1.craving_strongest, None);
    assert_eq!(told[1].1.note.as_ref().unwrap().as_str(), "#walk");
}

#[test]
fn days_first_or_months_first_is_told_from_what_is_there() {
    let columns = |day: &str| guess(&read(format!("Date,Mood\n{day},3\n").as_bytes()).unwrap());
    assert_eq!(columns("29/11/2026")[0], Column::DayMonth);
    assert_eq!(columns("11/29/2026")[0], Column::MonthDay);
    assert_eq!(columns("2026-11-29")[0], Column::Day);
    let text = "Date;Mood\n21.11.2026;3\n22.11.2026;5\n";
    let told = check_ins(&into(text, &Journal::default()).records);
    assert_eq!(told[0].0, "2026-11-21T12:00:00.000+00:00");
    // One to five.
    assert_eq!(
        [told[0].1.mood.unwrap().get(), told[1].1.mood.unwrap().get()],
        [5, 10]
    );
}

#[test]
fn the_same_file_twice_changes_nothing_and_what_was_taken_back_can_come_again() {
    let mut diary = Diary::at("2026-11-29T20:00:00.000Z");
    let first = into(DAYLIO, &diary.journal);
    assert_eq!(
        first.days,
        Some(("2026-11-20".parse().unwrap(), "2026-11-21".parse().unwrap()))
    );
    for record in first.records {
        diary.journal.absorb(record);
    }
    let again = into(DAYLIO, &diary.journal);
    assert_eq!((again.records.len(), again.already_here), (0, 2));
    let roots: Vec<_> = diary.journal.entries().map(|(root, _)| root).collect();
    for root in roots {
        diary.delete(root).unwrap();
    }
    assert_eq!(diary.journal.entries().count(), 0);
    assert_eq!(into(DAYLIO, &diary.journal).records.len(), 2);
}

#[test]
fn another_encoding_a_picture_and_a_day_to_come_are_told_apart() {
    let utf_16: Vec<u8> = "Date,Mood\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(read(&utf_16), Err(ImportError::Encoding));
    assert_eq!(
        read(b"Date,Note\n2026-11-21,caf\xe9\n"),
        Err(ImportError::Encoding)
    );
    assert_eq!(
        read(&[0x89, b'P', b'N', b'G', 0, 255]),
        Err(ImportError::Encoding)
    );
    for text in ["", "hello", "{}", "[1,2]", "a,b\n", "\"unclosed"] {
        assert_eq!(read(text.as_bytes()), Err(ImportError::NotATable), "{text}");
    }
    let rows = "2026-11-21,x\n".repeat(50_001);
    let many = format!("Date,Note\n{rows}");
    assert_eq!(read(many.as_bytes()), Err(ImportError::TooLarge));
    let later = into("Date,Mood\n2027-01-01,4\nsoon,4\n", &Journal::default());
    assert_eq!((later.records.len(), later.left_out), (0, 2));
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in "[ -~\n\r\t;,\"é😀]{0,200}") {
        if read(text.as_bytes()).is_ok() {
            let found = into(&text, &Journal::default());
            prop_assert!(found.records.len() <= 400);
        }
    }
}
