//! How a craving rises and falls once it has been logged.

use super::finding::Finding;
use super::real;
use super::span::Span;
use super::thresholds::ENOUGH_TIMES;
use crate::journal::RecordId;
use crate::log::{Entry, Journal, RERATING_MINUTES, Record, course};
use crate::rating::Rating;

/// Minutes after which a rating says nothing about the same wave any more: twice the 30 minutes
/// within which most urges fade (Marlatt & Gordon 1985, on urge surfing; the doubling is ours).
pub const WAVE_MINUTES: u32 = 60;

/// From which to which true minute, both included, a later rating answers each of the
/// [asked times](RERATING_MINUTES): up to halfway to its neighbours, and at the end until the
/// 30 minutes are over.
const ANSWERS: [(u32, u32); 3] = [(2, 6), (7, 14), (15, 30)];

/// A later rating of a craving.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct WavePoint {
    /// Whole minutes since the craving, by the clock and not by the question, 0 to
    /// [`WAVE_MINUTES`].
    pub minutes: u32,
    /// Strength then.
    pub intensity: Rating,
}

/// One craving and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Wave {
    /// The craving's root.
    pub craving: RecordId,
    /// Strength when it was logged.
    pub start: Rating,
    /// Later ratings in the order of time.
    pub later: Vec<WavePoint>,
    /// Ratings left out because their time cannot be right (before the craving: a clock was set
    /// back) or is past [`WAVE_MINUTES`].
    pub left_out: usize,
}

/// The course of one craving; `None` when `root` is not a living craving.
#[must_use]
pub fn wave(journal: &Journal, root: RecordId) -> Option<Wave> {
    wave_of(journal, root, journal.get(root)?)
}

fn wave_of(journal: &Journal, root: RecordId, record: &Record) -> Option<Wave> {
    let Entry::Craving(craving) = &record.entry else {
        return None;
    };
    let mut later = Vec::new();
    let mut left_out = 0;
    for rated in course(journal, root).into_iter().skip(1) {
        let early = rated.at.utc_ms() < record.happened_at.utc_ms();
        if early || rated.minutes > WAVE_MINUTES {
            left_out += 1;
        } else {
            later.push(WavePoint {
                minutes: rated.minutes,
                intensity: rated.intensity,
            });
        }
    }
    Some(Wave {
        craving: root,
        start: craving.intensity,
        later,
        left_out,
    })
}

/// How cravings had changed, on average, some minutes after they were logged.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Easing {
    /// 3, 10 or 20 minutes.
    pub asked_at: u16,
    /// Cravings rated again around then.
    pub n: usize,
    /// Mean of *strength then minus strength at the start*, -10 to 10, below zero for weaker.
    /// Shown from `ENOUGH_TIMES` cravings on.
    pub change: Finding<f64>,
}

/// The average course of the cravings of a span, at each of the
/// [asked times](RERATING_MINUTES). A rating counts for the asked time that it truly came close
/// to: minutes 2 to 6, 7 to 14, and 15 to 30. Of several the closest counts, so each craving
/// weighs the same.
#[must_use]
pub fn easing(journal: &Journal, span: Span) -> [Easing; 3] {
    let mut sums = [(0_usize, 0.0_f64); 3];
    let waves = journal
        .entries_between(span.first(), span.last())
        .filter_map(|(root, record)| wave_of(journal, root, record));
    for wave in waves {
        for (slot, (n, sum)) in sums.iter_mut().enumerate() {
            if let Some(then) = answer(&wave, slot) {
                *n += 1;
                *sum += f64::from(then.get()) - f64::from(wave.start.get());
            }
        }
    }
    let mut slot = 0;
    sums.map(|(n, sum)| {
        let asked_at = RERATING_MINUTES[slot];
        slot += 1;
        Easing {
            asked_at,
            n,
            change: if n < ENOUGH_TIMES {
                Finding::NotEnoughYet {
                    n,
                    needed: ENOUGH_TIMES,
                }
            } else {
                Finding::Found(sum / real(n))
            },
        }
    })
}

/// How cravings of a span usually went: minutes after they were logged and the mean strength then,
/// from minute 0 on. The later means are the mean start and the mean [change](easing), so that
/// cravings that were not rated again at one of the times do not bend the line. `None` before
/// there is enough at any of the times.
#[must_use]
pub fn usual_wave(journal: &Journal, span: Span) -> Option<Vec<(u32, f64)>> {
    let starts: Vec<f64> = journal
        .entries_between(span.first(), span.last())
        .filter_map(|(root, record)| wave_of(journal, root, record))
        .filter(|wave| (0..ANSWERS.len()).any(|slot| answer(wave, slot).is_some()))
        .map(|wave| f64::from(wave.start.get()))
        .collect();
    let start = starts.iter().sum::<f64>() / real(starts.len().max(1));
    let later = easing(journal, span).into_iter().filter_map(|eased| {
        let then = start + eased.change.found()?;
        Some((u32::from(eased.asked_at), then.clamp(0.0, 10.0)))
    });
    let later: Vec<_> = later.collect();
    (!later.is_empty()).then(|| std::iter::once((0, start)).chain(later).collect())
}

fn answer(wave: &Wave, slot: usize) -> Option<Rating> {
    let (from, to) = ANSWERS[slot];
    let asked_at = u32::from(RERATING_MINUTES[slot]);
    wave.later
        .iter()
        .filter(|point| (from..=to).contains(&point.minutes))
        .min_by_key(|point| point.minutes.abs_diff(asked_at))
        .map(|point| point.intensity)
}
