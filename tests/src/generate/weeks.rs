//! The made-up weeks that the browser journeys plant.

use ebb_core::journal::encode;

use crate::weeks::Weeks;

/// The day the journeys set their clock to.
const LAST: &str = "2026-11-24";

/// The weeks as lines.
#[must_use]
pub fn written() -> String {
    let weeks = Weeks::new(1, LAST);
    let lines = weeks.diary.journal.records().map(|record| {
        let line = String::from_utf8(encode(record).unwrap()).unwrap();
        line + "\n"
    });
    lines.collect()
}

/// Writes them anew.
pub fn write() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/weeks/1.jsonl");
    std::fs::write(path, written()).unwrap();
}
