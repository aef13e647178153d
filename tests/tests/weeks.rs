//! The made-up weeks that the browser journeys plant are those that the generator writes.
#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

use ebb_tests::generate::weeks;

const KEPT: &str = include_str!("../fixtures/weeks/1.jsonl");

#[test]
fn the_weeks_of_the_browser_journeys_are_what_the_generator_writes() {
    assert!(
        KEPT == weeks::written(),
        "cargo run -p ebb-tests --bin generate -- weeks"
    );
}
