//! What came of a coin-flip trial.
//!
//! Each draw has one outcome: the last rating of its craving between [`DRAWN_WITHIN_MINUTES`] and
//! [`WAVE_MINUTES`] after it began, less its strength at the start. Outcomes count on the side that
//! was drawn, whatever was done then, and both sides are compared at the same start. Because chance
//! drew, the difference is what came of the draw itself, which no other comparison in Ebb can say.
//!
//! It is told once, when the trial is over: somebody who looks after every craving, and stops when it
//! looks well, would find a difference where there is none far more often than five times in a
//! hundred. What it cannot tell: cravings that were not rated again are on neither side, and if they
//! were missing because of how they went, the difference is off by that. An exercise that takes longer
//! is rated later, and time eases too.

use super::chance::student;
use super::course::WAVE_MINUTES;
use super::effect::{Apart, Eased};
use super::real;
use super::thresholds::{TIMES_TO_COMPARE, TRIAL_BY_CHANCE, TRIAL_DAYS};
use crate::journal::RecordId;
use crate::log::{DRAWN_WITHIN_MINUTES, Draw, Entry, Journal, Trial, course, draws, running_trial};
use crate::rating::Rating;
use crate::time::{LocalDay, Moment};

/// How rarely chance leaves the truth outside the interval on one side: 80 of 100 are inside.
const OUTSIDE: f64 = 0.1;

/// The least that single outcomes differ among themselves: a rating is a whole number, so the strength
/// behind it is known to within a spread of 1/√12. Without it, ten outcomes that happen to be alike
/// would leave no doubt at all.
const ROUNDED: f64 = 0.288_675;

/// What can be said of a trial.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum TrialFinding {
    /// It runs, or its last craving may still be rated: so many cravings were drawn for.
    Runs {
        /// Of those that were agreed to.
        drawn: usize,
    },
    /// It is over with too few outcomes on a side.
    TooFew {
        /// Outcomes of each side, the first exercise first.
        n: (usize, usize),
        /// How many each takes.
        needed: usize,
    },
    /// It is over, and told from this day on.
    TooEarly {
        /// 30 days after the first draw.
        from: LocalDay,
    },
    /// The difference.
    Found(TrialDifference),
}

/// How far the two exercises of a trial were apart, as they were drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct TrialDifference {
    /// Outcomes of each side, the first exercise first.
    pub n: (usize, usize),
    /// Mean change when the first was drawn less mean change when the second was, from the same
    /// start, -10 to 10: below zero, cravings were weaker after the first.
    pub by: f64,
    /// The interval for it that holds in 80 of 100, low to high.
    pub interval: (f64, f64),
    /// Whether it is more than chance brings, and may be called one.
    pub is_sure: bool,
}

/// What can be said of a trial at this moment; `None` when there is no such trial. Nothing before
/// it is over, nothing before 30 days from the first draw, and nothing under five outcomes a side.
#[must_use]
pub fn trial_finding(
    journal: &Journal,
    trial: RecordId,
    today: LocalDay,
    now: Moment,
) -> Option<TrialFinding> {
    let Entry::Trial(terms) = &journal.get(trial)?.entry else {
        return None;
    };
    let drawn = draws(journal, trial);
    let runs = running_trial(journal).is_some_and(|(root, _)| root == trial);
    let rated = |(began, _): &(Moment, &Draw)| now.minutes_since(*began) > WAVE_MINUTES;
    if runs || !drawn.last().is_none_or(rated) {
        return Some(TrialFinding::Runs { drawn: drawn.len() });
    }
    let (a, b) = sides(journal, terms, &drawn);
    let n = (a.n, b.n);
    if n.0.min(n.1) < TIMES_TO_COMPARE {
        return Some(TrialFinding::TooFew {
            n,
            needed: TIMES_TO_COMPARE,
        });
    }
    let first = drawn
        .first()
        .and_then(|(_, draw)| journal.get(draw.craving));
    let from = first?.local_day.plus(TRIAL_DAYS);
    if today < from {
        return Some(TrialFinding::TooEarly { from });
    }
    let apart = Apart::of(&a, &b);
    let least = ROUNDED * (1.0 / real(a.n) + 1.0 / real(b.n)).sqrt();
    let error = apart.error.max(least);
    let half = student(OUTSIDE, apart.freedom) * error;
    let rarely = student(TRIAL_BY_CHANCE / 2.0, apart.freedom) * error;
    Some(TrialFinding::Found(TrialDifference {
        n,
        by: apart.raw,
        interval: (apart.raw - half, apart.raw + half),
        is_sure: apart.raw.abs() > rarely,
    }))
}

/// The outcomes of both sides.
fn sides(journal: &Journal, terms: &Trial, drawn: &[(Moment, &Draw)]) -> (Eased, Eased) {
    let of = |side: &str| {
        let mine = drawn.iter().filter(|(_, draw)| draw.exercise == side);
        let rated = mine.filter_map(|(_, draw)| outcome(journal, draw.craving));
        Eased::of(&rated.collect::<Vec<_>>())
    };
    (of(&terms.a), of(&terms.b))
}

/// The strength of a craving at its start and at its end, within the hour.
fn outcome(journal: &Journal, craving: RecordId) -> Option<(Rating, Rating)> {
    let points = course(journal, craving);
    let counts = DRAWN_WITHIN_MINUTES..=WAVE_MINUTES;
    let last = points
        .iter()
        .rfind(|point| counts.contains(&point.minutes))?;
    Some((points.first()?.intensity, last.intensity))
}
