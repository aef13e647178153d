//! A day's intention and evening, and the plan for using less beside what was noted.

use std::collections::BTreeMap;

use super::{Written, every};
use crate::log::{DayPlan, Entry, Journal, ReductionPlan, ReductionStep};
use crate::time::LocalDay;

/// Days of a week of the plan.
const WEEK: i32 = 7;

/// The plan for using less.
#[must_use]
pub fn reduction_plan(journal: &Journal) -> Option<Written<'_, ReductionPlan>> {
    journal.newest_of::<ReductionPlan>()
}

/// What the person wants of a day; of several, as two devices may have one each, the newest.
#[must_use]
pub fn intention_on(journal: &Journal, day: LocalDay) -> Option<Written<'_, DayPlan>> {
    half_of(journal, day, DayPlan::has_intention)
}

/// How a day went, likewise.
#[must_use]
pub fn look_back_on(journal: &Journal, day: LocalDay) -> Option<Written<'_, DayPlan>> {
    half_of(journal, day, DayPlan::has_look_back)
}

fn half_of(
    journal: &Journal,
    day: LocalDay,
    is_half: impl Fn(&DayPlan) -> bool,
) -> Option<Written<'_, DayPlan>> {
    let of_day = journal.entries_between(day, day);
    let halves = of_day.filter_map(|(root, record)| match &record.entry {
        Entry::DayPlan(plan) if is_half(plan) => Some((root, record, plan)),
        _ => None,
    });
    halves.max_by_key(|(_, record, _)| record.id)
}

/// Seven days of what was used, beside what was planned for them.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SevenDays {
    /// The first of them.
    pub first: LocalDay,
    /// The last of them.
    pub last: LocalDay,
    /// Days of which something was noted, 0 to 7.
    pub noted: usize,
    /// Units used on these days.
    pub units: u32,
    /// Days with use among them.
    pub days: usize,
    /// The step that counted on the last day.
    pub step: Option<ReductionStep>,
}

/// The newest `weeks` stretches of seven days, the one that ends `today` first. Those before the
/// first note are left out; a day without a note counts neither as used nor as free.
#[must_use]
pub fn seven_days(
    journal: &Journal,
    plan: &ReductionPlan,
    today: LocalDay,
    weeks: u8,
) -> Vec<SevenDays> {
    // Of two notes of one day the newest counts.
    let mut noted = BTreeMap::new();
    for (_, record, day) in every::<DayPlan>(journal) {
        if let Some(used) = day.used {
            let known = noted.entry(record.local_day).or_insert((record.id, used));
            *known = (*known).max((record.id, used));
        }
    }
    let Some(oldest) = noted.keys().next().copied() else {
        return Vec::new();
    };
    let ends = (0..i32::from(weeks)).map(|week| today.plus(-WEEK * week));
    let ends = ends.take_while(|last| *last >= oldest);
    ends.map(|last| {
        let first = last.plus(1 - WEEK);
        let used: Vec<u16> = noted.range(first..=last).map(|(_, (_, n))| *n).collect();
        SevenDays {
            first,
            last,
            noted: used.len(),
            units: used.iter().map(|n| u32::from(*n)).sum(),
            days: used.iter().filter(|n| **n > 0).count(),
            step: plan.step_on(last).cloned(),
        }
    })
    .collect()
}
