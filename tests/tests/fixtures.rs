//! Format 1 is frozen: what an Ebb of any age wrote opens for ever, and is written back the same.
//!
//! Never change a line of the fixtures or an expectation here. New kinds add files.
#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

use ebb_core::journal::{decode, encode};
use ebb_core::log::{Entry, Journal, Record};
use ebb_tests::generate::records::{
    CRAVING, SLIP, SMALL, asked_later, edit_and_tombstone, expected, trials,
};

const JOURNAL: &str = include_str!("../fixtures/v1/journal.jsonl");
/// Stores and backups were frozen with the journal as it was, so what came later has a file of its own.
const CONFIDENCE: &str = include_str!("../fixtures/v1/confidence.jsonl");
const TRIAL: &str = include_str!("../fixtures/v1/trial.jsonl");

fn lines() -> impl Iterator<Item = &'static str> {
    let files = [JOURNAL, CONFIDENCE, TRIAL].into_iter();
    files.flat_map(|file| file.split('\n').filter(|line| !line.is_empty()))
}

#[test]
fn every_record_of_format_1_reads_as_it_always_did() {
    let read: Vec<Record> = lines()
        .map(|line| decode(line.as_bytes()).unwrap())
        .collect();
    assert_eq!(read, [expected(), asked_later(), trials()].concat());
}

#[test]
fn every_record_of_format_1_is_written_back_byte_for_byte() {
    for line in lines() {
        let record = decode::<Entry>(line.as_bytes()).unwrap();
        assert_eq!(String::from_utf8(encode(&record).unwrap()).unwrap(), line);
    }
}

#[test]
fn a_journal_of_format_1_opens_whole() {
    let stored = lines().map(|line| {
        let key = decode::<Entry>(line.as_bytes()).unwrap().id.to_string();
        (key, line)
    });
    let (journal, quarantined) = Journal::open(stored);
    assert_eq!(quarantined, []);
    assert_eq!(journal.records().count(), lines().count());
    assert_eq!(journal.get(SLIP.parse().unwrap()), None);
    assert_eq!(
        journal.get(SMALL.parse().unwrap()).unwrap().entry,
        edit_and_tombstone()[0].entry
    );
    assert_eq!(journal.children(CRAVING.parse().unwrap()).count(), 1);
}
