//! Format 1 of what came with the programme is frozen as the rest is: what an Ebb of any age
//! wrote opens for ever, and is written back the same.
//!
//! Never change a line of the fixture or an expectation here. New kinds add lines at the end.
#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

use ebb_core::journal::{decode, encode};
use ebb_core::log::{Journal, Record};
use ebb_tests::generate::programme::expected;

const JOURNAL: &str = include_str!("../fixtures/v1/programme.jsonl");

fn lines() -> impl Iterator<Item = &'static str> {
    JOURNAL.split('\n').filter(|line| !line.is_empty())
}

#[test]
fn every_kind_of_the_programme_reads_as_it_always_did() {
    let read: Vec<Record> = lines()
        .map(|line| decode(line.as_bytes()).unwrap())
        .collect();
    assert_eq!(read, expected());
}

#[test]
fn every_kind_of_the_programme_is_written_back_byte_for_byte() {
    for line in lines() {
        let record = decode::<ebb_core::log::Entry>(line.as_bytes()).unwrap();
        assert_eq!(String::from_utf8(encode(&record).unwrap()).unwrap(), line);
    }
}

#[test]
fn every_kind_is_named_as_in_the_format() {
    for line in lines() {
        let kind = decode::<ebb_core::log::Entry>(line.as_bytes())
            .unwrap()
            .entry
            .kind();
        assert!(line.contains(&format!("\"entry\":{{\"{kind}\":")), "{kind}");
    }
}

#[test]
fn a_journal_of_a_whole_programme_opens_whole() {
    let stored = lines().map(|line| {
        let key = decode::<ebb_core::log::Entry>(line.as_bytes())
            .unwrap()
            .id
            .to_string();
        (key, line)
    });
    let (journal, quarantined) = Journal::open(stored);
    assert_eq!(quarantined, []);
    assert_eq!(journal.entries().count(), lines().count());
}
