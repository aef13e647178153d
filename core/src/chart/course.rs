//! One craving's wave over its minutes.

use super::frame::Frame;
use super::reading::{Extreme, Reading, Row, extreme};
use super::scale::{Linear, nice_ticks};
use super::{ChartPoint, Tick, path};
use crate::insight::Wave;

/// The axis shows at least this many minutes: the last time Ebb asks again is after 20.
const LEAST_MINUTES: u32 = 20;
/// Minutes between ticks, doubled until no more than [`MOST_STEPS`] of them are needed.
const STEP_MINUTES: u32 = 5;
const MOST_STEPS: u32 = 8;

/// A chart of one craving from when it was logged to its last rating.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Course {
    /// Where it lies.
    pub frame: Frame,
    /// The ratings, keyed by minutes since the craving, in order of time. The first is the
    /// craving itself.
    pub points: Vec<ChartPoint<u32>>,
    /// The SVG path through all points: between two ratings the line is a guess.
    pub path: String,
    /// Strength, 0 to 10.
    pub y_ticks: Vec<Tick<f64>>,
    /// Minutes since the craving, from 0.
    pub x_ticks: Vec<Tick<u32>>,
    across: Linear,
    upward: Linear,
    summary: CourseSummary,
}

/// The numbers of the sentence beside the chart.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct CourseSummary {
    /// Ratings, the first one included.
    pub n: usize,
    /// Strength when logged, 0 to 10.
    pub start: f64,
    /// Minutes at the last rating.
    pub minutes: u32,
    /// Strength then, 0 to 10.
    pub end: f64,
    /// The highest rating and its minute.
    pub highest: Extreme<u32>,
    /// The lowest rating and its minute.
    pub lowest: Extreme<u32>,
}

impl CourseSummary {
    /// Last rating minus first, -10 to 10, below zero for weaker.
    #[must_use]
    pub fn change(&self) -> f64 {
        self.end - self.start
    }
}

impl Course {
    /// The chart of one wave.
    #[must_use]
    pub fn over(wave: &Wave, frame: Frame) -> Self {
        let later = wave.later.iter().map(|p| (p.minutes, p.intensity));
        let points: Vec<(u32, f64)> = std::iter::once((0, wave.start))
            .chain(later)
            .map(|(minute, strength)| (minute, f64::from(strength.get())))
            .collect();
        Self::of(&points, frame)
    }

    /// The chart of points given as minutes since the craving, rising, and strength, 0 to 10; as
    /// of how cravings [usually](crate::insight::usual_wave) go.
    #[must_use]
    pub fn of(points: &[(u32, f64)], frame: Frame) -> Self {
        let summary = summary(points);
        let minutes = minute_ticks(summary.minutes);
        let end = minutes.last().copied().unwrap_or(summary.minutes);
        let across = Linear::new([0.0, f64::from(end)], frame.across());
        let upward = Linear::new([0.0, 10.0], frame.upward());
        let points = placed(points.iter(), across, upward);
        Self {
            frame,
            across,
            upward,
            summary,
            path: path(&points),
            points,
            y_ticks: nice_ticks(0.0, 10.0, 5, true)
                .into_iter()
                .map(|label| Tick {
                    label,
                    at: upward.at(label),
                })
                .collect(),
            x_ticks: minutes
                .into_iter()
                .map(|label| Tick {
                    label,
                    at: across.at(f64::from(label)),
                })
                .collect(),
        }
    }

    /// The SVG path of another line on the same axes, as of how cravings usually go: minutes and
    /// strength, 0 to 10. What lies beyond the last tick is left out.
    #[must_use]
    pub fn beside(&self, line: &[(u32, f64)]) -> String {
        let last = self.x_ticks.last().map_or(0, |tick| tick.label);
        let points = line.iter().filter(|(minute, _)| *minute <= last);
        path(&placed(points, self.across, self.upward))
    }

    /// The numbers of the sentence that says what the chart shows.
    #[must_use]
    pub const fn describe(&self) -> CourseSummary {
        self.summary
    }

    /// The same as a table, one row for each rating.
    #[must_use]
    pub fn table(&self) -> Vec<Row<u32>> {
        let rows = self.points.iter().map(|point| Row {
            key: point.key,
            reading: Reading::Value(point.value),
        });
        rows.collect()
    }
}

fn placed<'a>(
    points: impl Iterator<Item = &'a (u32, f64)>,
    across: Linear,
    upward: Linear,
) -> Vec<ChartPoint<u32>> {
    points
        .map(|(minute, strength)| ChartPoint {
            key: *minute,
            value: *strength,
            x: across.at(f64::from(*minute)),
            y: upward.at(*strength),
        })
        .collect()
}

fn summary(points: &[(u32, f64)]) -> CourseSummary {
    let values = || points.iter().copied();
    let (_, start) = values().next().unwrap_or_default();
    let (minutes, end) = values().next_back().unwrap_or_default();
    let alone = Extreme {
        value: start,
        at: 0,
        times: 1,
    };
    CourseSummary {
        n: points.len(),
        start,
        minutes,
        end,
        highest: extreme(values(), |a, b| a > b).unwrap_or(alone),
        lowest: extreme(values(), |a, b| a < b).unwrap_or(alone),
    }
}

/// From 0 to the last rating or a little beyond.
fn minute_ticks(last: u32) -> Vec<u32> {
    let last = last.max(LEAST_MINUTES);
    let mut step = STEP_MINUTES;
    while last.div_ceil(step) > MOST_STEPS {
        step = step.saturating_mul(2);
    }
    (0..=last.div_ceil(step))
        .map(|count| count.saturating_mul(step))
        .collect()
}
