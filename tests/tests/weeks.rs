//! The made-up weeks that the browser journeys plant are those that the generator writes.
#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

use ebb_core::journal::encode;
use ebb_tests::weeks::Weeks;

const KEPT: &str = include_str!("../fixtures/weeks/1.jsonl");
/// The day the journeys set their clock to.
const LAST: &str = "2026-11-24";

fn written() -> String {
    let weeks = Weeks::new(1, LAST);
    let lines = weeks.diary.journal.records().map(|record| {
        let line = String::from_utf8(encode(record).unwrap()).unwrap();
        line + "\n"
    });
    lines.collect()
}

#[test]
fn the_weeks_of_the_browser_journeys_are_what_the_generator_writes() {
    assert!(
        KEPT == written(),
        "cargo test -p ebb-tests --test weeks -- --ignored"
    );
}

#[test]
#[ignore = "writes the weeks instead of checking them"]
fn write_the_weeks() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/weeks/1.jsonl");
    std::fs::write(path, written()).unwrap();
}
