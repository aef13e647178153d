//! Reading how many tests passed from what test programs print.

use std::ops::AddAssign;

/// How many checks passed and failed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Checks that passed.
    pub passed: u64,
    /// Checks that failed.
    pub failed: u64,
}

impl Tally {
    /// One check that passed or failed as a whole.
    pub fn one(passed: bool) -> Self {
        Self {
            passed: u64::from(passed),
            failed: u64::from(!passed),
        }
    }

    /// Counts a failure that no summary told about, so that it cannot get lost.
    pub fn settle(mut self, ended_well: bool) -> Self {
        if !ended_well && self.failed == 0 {
            self.failed = 1;
        }
        self
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// What a line of output says about tests, if it is part of a summary.
///
/// Understands `test result: ok. 3 passed; 1 failed; …` (cargo and wasm-bindgen) and Playwright's
/// `  3 passed (2.1s)`, `  1 failed`, `  1 flaky`, `  2 did not run`, `  1 interrupted`.
pub fn read(line: &str) -> Tally {
    let plain = without_colour(line);
    let line = plain.trim();
    if let Some(result) = line.strip_prefix("test result: ") {
        return Tally {
            passed: number_before(result, " passed;"),
            failed: number_before(result, " failed;"),
        };
    }
    let Some((number, what)) = line.split_once(' ') else {
        return Tally::default();
    };
    let Ok(number) = number.parse() else {
        return Tally::default();
    };
    let what = what.split(" (").next().unwrap_or(what);
    match what {
        "passed" => Tally {
            passed: number,
            failed: 0,
        },
        // A test that passes only sometimes is not a test that passes.
        "failed" | "flaky" | "did not run" | "interrupted" => Tally {
            passed: 0,
            failed: number,
        },
        _ => Tally::default(),
    }
}

fn number_before(text: &str, what: &str) -> u64 {
    let before = text.split(what).next().unwrap_or_default();
    let number = before.rsplit(' ').next().unwrap_or_default();
    number.parse().unwrap_or_default()
}

/// The line without terminal colours (`ESC [ … m`).
fn without_colour(line: &str) -> String {
    let mut parts = line.split("\u{1b}[");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |plain, part| {
        plain + part.split_once('m').map_or(part, |(_, rest)| rest)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(passed: u64, failed: u64) -> Tally {
        Tally { passed, failed }
    }

    #[test]
    fn cargo_and_wasm_bindgen_summaries_are_read() {
        let line = "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s";
        assert_eq!(read(line), tally(12, 0));
        assert_eq!(
            read("test result: FAILED. 3 passed; 2 failed; 0 ignored"),
            tally(3, 2)
        );
        let coloured = "test result: \u{1b}[31mFAILED\u{1b}[0m. 3 passed; 2 failed; 0 ignored";
        assert_eq!(read(coloured), tally(3, 2));
    }

    #[test]
    fn playwright_summaries_are_read() {
        assert_eq!(read("  14 passed (1.2m)"), tally(14, 0));
        assert_eq!(
            read("\u{1b}[32m  14 passed\u{1b}[39m\u{1b}[2m (1.2m)\u{1b}[22m"),
            tally(14, 0)
        );
        assert_eq!(read("  1 failed"), tally(0, 1));
        assert_eq!(read("  2 flaky"), tally(0, 2));
        assert_eq!(read("  5 did not run"), tally(0, 5));
        assert_eq!(read("  5 skipped"), tally(0, 0));
    }

    #[test]
    fn other_lines_say_nothing() {
        for line in [
            "",
            "running 3 tests",
            "3 passed the gate",
            "passed",
            "test a ... ok",
        ] {
            assert_eq!(read(line), Tally::default(), "{line}");
        }
    }

    #[test]
    fn a_program_that_fails_without_a_summary_counts_as_one_failure() {
        assert_eq!(tally(3, 0).settle(false), tally(3, 1));
        assert_eq!(tally(3, 2).settle(false), tally(3, 2));
        assert_eq!(tally(3, 0).settle(true), tally(3, 0));
    }
}
