//! Counting days without taking any away.
//!
//! A day counts when it is over, is not before the start, and has no slip. So a slip costs its
//! own day and nothing else: days won stay won, and the best run stays the best run. Moving a
//! start to an earlier date adds days and is never a slip. Days are not counted at all until the
//! person says from when, and an empty diary says nothing against a day: what is counted is what
//! the person says of themselves, not what they logged.

use super::{Written, every};
use crate::log::{Entry, Journal, Start};
use crate::time::LocalDay;

/// Days since a start.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Days {
    /// All days won, before and after any slip.
    pub won: i64,
    /// Days in a row up to yesterday.
    pub current: i64,
    /// Most days in a row, now or before.
    pub best: i64,
}

/// Days won that are marked. Ebb's own choice, after the medallions of mutual-help groups; from
/// one year on every year.
pub const MILESTONES: [i64; 8] = [1, 7, 14, 30, 60, 90, 180, 365];

const YEAR: i64 = 365;

/// The last milestone reached, by days won: it can only ever rise.
#[must_use]
pub fn last_milestone(won: i64) -> Option<i64> {
    if won >= YEAR {
        return Some(won / YEAR * YEAR);
    }
    MILESTONES.into_iter().rev().find(|days| *days <= won)
}

/// The next one.
#[must_use]
pub fn next_milestone(won: i64) -> i64 {
    let small = MILESTONES.into_iter().find(|days| *days > won);
    small.unwrap_or((won / YEAR + 1) * YEAR)
}

/// The starts, one for each substance and one for everything. Of several for the same, the
/// earliest counts: beginning again takes nothing away.
#[must_use]
pub fn starts(journal: &Journal) -> Vec<Written<'_, Start>> {
    let mut starts: Vec<Written<'_, Start>> = Vec::new();
    let all = every::<Start>(journal);
    for new in all {
        let same = starts
            .iter_mut()
            .find(|(_, _, start)| start.substance == new.2.substance);
        match same {
            Some(known) if new.2.day < known.2.day => *known = new,
            Some(_) => {}
            None => starts.push(new),
        }
    }
    starts
}

/// The days of a start up to `today`, which is not over and does not count yet.
///
/// A slip counts when it is of this substance, when it does not say of which, or when the start
/// is for everything: an alcohol slip takes no day from being opioid-free.
#[must_use]
pub fn days(journal: &Journal, start: &Start, today: LocalDay) -> Days {
    let slips = journal
        .entries_between(start.day, today)
        .filter(|(_, record)| match &record.entry {
            Entry::Slip(slip) => {
                let told = slip.substance.as_ref().zip(start.substance.as_ref());
                told.is_none_or(|(slipped, without)| slipped == without)
            }
            _ => false,
        })
        .map(|(_, record)| record.local_day);
    count(start.day, slips, today)
}

/// `slips` in order of day, from `start` to `today`.
fn count(start: LocalDay, slips: impl Iterator<Item = LocalDay>, today: LocalDay) -> Days {
    let mut days = Days::default();
    let mut from = start;
    let mut run = |until: LocalDay, from: LocalDay| {
        let run = until.days_since(from).max(0);
        days.won += run;
        days.best = days.best.max(run);
        days.current = run;
    };
    for slip in slips {
        run(slip, from);
        from = from.max(slip.plus(1));
    }
    // After a slip today the next run begins tomorrow; `from` is then past `today`.
    run(today, from);
    days
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(number: i32) -> LocalDay {
        LocalDay::new(2026, 1, 1).unwrap().plus(number)
    }

    fn counted(start: i32, slips: &[i32], today: i32) -> (i64, i64, i64) {
        let slips = slips.iter().map(|slip| day(*slip));
        let days = count(day(start), slips, day(today));
        (days.won, days.current, days.best)
    }

    #[test]
    fn a_day_counts_once_it_is_over() {
        assert_eq!(counted(0, &[], 0), (0, 0, 0));
        assert_eq!(counted(0, &[], 1), (1, 1, 1));
        assert_eq!(counted(0, &[], 30), (30, 30, 30));
    }

    #[test]
    fn a_slip_costs_its_own_day_and_nothing_else() {
        assert_eq!(counted(0, &[20], 30), (29, 9, 20));
        assert_eq!(counted(0, &[5], 30), (29, 24, 24));
        assert_eq!(counted(0, &[10, 10, 10], 30), (29, 19, 19));
        assert_eq!(counted(0, &[10, 11], 30), (28, 18, 18));
    }

    #[test]
    fn after_a_slip_today_the_days_before_are_still_there() {
        assert_eq!(counted(0, &[30], 30), (30, 0, 30));
        assert_eq!(counted(0, &[30], 31), (30, 0, 30));
        assert_eq!(counted(0, &[30], 32), (31, 1, 30));
    }

    #[test]
    fn a_slip_on_the_first_day_begins_the_count_the_day_after() {
        assert_eq!(counted(0, &[0], 0), (0, 0, 0));
        assert_eq!(counted(0, &[0], 5), (4, 4, 4));
    }

    #[test]
    fn a_start_that_is_still_to_come_counts_nothing() {
        assert_eq!(counted(9, &[], 3), (0, 0, 0));
    }

    #[test]
    fn milestones_follow_days_won_and_go_on_by_years() {
        assert_eq!(last_milestone(0), None);
        assert_eq!(last_milestone(1), Some(1));
        assert_eq!(last_milestone(89), Some(60));
        assert_eq!(last_milestone(729), Some(365));
        assert_eq!(last_milestone(730), Some(730));
        assert_eq!(next_milestone(0), 1);
        assert_eq!(next_milestone(90), 180);
        assert_eq!(next_milestone(364), 365);
        assert_eq!(next_milestone(365), 730);
    }
}
