//! Results of a questionnaire over time: a few points, far apart, on a scale that is known.

use super::frame::Frame;
use super::reading::{Extreme, extreme};
use super::scale::Linear;
use super::{ChartPoint, Tick, path};
use crate::insight::real;
use crate::time::LocalDay;

/// A chart of results, each at its day.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Results {
    /// Where it lies.
    pub frame: Frame,
    /// The results in order of time.
    pub points: Vec<ChartPoint<LocalDay>>,
    /// The SVG path through all points: between two results the line is a guess.
    pub path: String,
    /// The least and the most there can be.
    pub y_ticks: Vec<Tick<f64>>,
    /// Where a published range begins.
    pub bands: Vec<Tick<f64>>,
    /// The room of each published range, the lowest first; none without ranges.
    pub ranges: Vec<Range>,
}

/// The room of a published range of results.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Range {
    /// The value at which it begins.
    pub from: f64,
    /// Upper edge.
    pub y: f64,
    /// Height.
    pub height: f64,
}

/// The numbers of the sentence beside the chart.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct ResultsSummary {
    /// How many results.
    pub n: usize,
    /// The first.
    pub first: Extreme<LocalDay>,
    /// The last.
    pub last: Extreme<LocalDay>,
    /// The highest.
    pub highest: Extreme<LocalDay>,
    /// The lowest.
    pub lowest: Extreme<LocalDay>,
}

impl Results {
    /// A chart of `results`, oldest first, on the scale from `low` to `high`. `edges` are the
    /// values at which a published range begins; the lowest of all is no edge.
    #[must_use]
    pub fn new(
        results: &[(LocalDay, u16)],
        (low, high): (u16, u16),
        edges: &[u16],
        frame: Frame,
    ) -> Self {
        let (low, high) = (f64::from(low), f64::from(high));
        let upward = Linear::new([low, high], frame.upward());
        let first = results.first().map(|(day, _)| *day);
        let days = |day: LocalDay| {
            let days = first.map_or(0, |first| day.days_since(first));
            real(usize::try_from(days).unwrap_or(0))
        };
        let last = results.last().map_or(0.0, |(day, _)| days(*day));
        let across = Linear::new([0.0, last], frame.across());
        let tick = |label: f64| Tick {
            label,
            at: upward.at(label),
        };
        let points: Vec<_> = results
            .iter()
            .map(|(day, value)| ChartPoint {
                key: *day,
                value: f64::from(*value),
                x: across.at(days(*day)),
                y: upward.at(f64::from(*value)),
            })
            .collect();
        let edges = edges.iter().map(|edge| f64::from(*edge));
        let bands: Vec<_> = edges.filter(|edge| *edge > low).map(tick).collect();
        Self {
            frame,
            path: path(&points),
            points,
            y_ticks: [low, high].map(tick).into(),
            ranges: ranges(&bands, [tick(low), tick(high)]),
            bands,
        }
    }

    /// The numbers of the sentence that says what the chart shows; `None` without results.
    #[must_use]
    pub fn describe(&self) -> Option<ResultsSummary> {
        let values = || self.points.iter().map(|point| (point.key, point.value));
        let alone = |(at, value)| Extreme {
            value,
            at,
            times: 1,
        };
        Some(ResultsSummary {
            n: self.points.len(),
            first: alone(values().next()?),
            last: alone(values().next_back()?),
            highest: extreme(values(), |value, best| value > best)?,
            lowest: extreme(values(), |value, best| value < best)?,
        })
    }
}

/// The room between each two edges, and below and above all of them.
fn ranges(edges: &[Tick<f64>], [low, high]: [Tick<f64>; 2]) -> Vec<Range> {
    if edges.is_empty() {
        return Vec::new();
    }
    let starts = std::iter::once(&low).chain(edges);
    let ends = edges.iter().chain(std::iter::once(&high));
    let ranges = starts.zip(ends).map(|(start, end)| Range {
        from: start.label,
        y: end.at,
        height: super::tenth(start.at - end.at),
    });
    ranges.collect()
}

#[cfg(test)]
mod tests {
    use super::super::Margins;
    use super::*;

    fn chart(results: &[(&str, u16)]) -> Results {
        let frame = Frame::new(100.0, 27.0, Margins::default()).unwrap();
        let results: Vec<_> = results
            .iter()
            .map(|(day, value)| (day.parse().unwrap(), *value))
            .collect();
        Results::new(&results, (0, 27), &[0, 5, 20], frame)
    }

    #[test]
    fn results_stand_at_their_days_on_the_whole_scale() {
        let chart = chart(&[("2026-01-01", 27), ("2026-01-11", 5), ("2026-02-10", 0)]);
        assert_eq!(chart.path, "M0 0L25 22L100 27");
        let labels: Vec<_> = chart.y_ticks.iter().map(|tick| tick.label).collect();
        assert_eq!(labels, [0.0, 27.0]);
    }

    #[test]
    fn a_range_begins_at_its_edge_and_the_lowest_has_no_line() {
        let bands = chart(&[("2026-01-01", 3)]).bands;
        let at: Vec<_> = bands.iter().map(|band| (band.label, band.at)).collect();
        assert_eq!(at, [(5.0, 22.0), (20.0, 7.0)]);
    }

    #[test]
    fn ranges_fill_the_whole_height_without_overlap() {
        let ranges = chart(&[("2026-01-01", 3)]).ranges;
        let rooms: Vec<_> = ranges
            .iter()
            .map(|one| (one.from, one.y, one.height))
            .collect();
        assert_eq!(
            rooms,
            [(0.0, 22.0, 5.0), (5.0, 7.0, 15.0), (20.0, 0.0, 7.0)]
        );
    }

    #[test]
    fn one_result_is_a_dot_in_the_middle_and_none_says_nothing() {
        assert_eq!(chart(&[("2026-01-01", 27)]).path, "M50 0h0");
        assert_eq!(chart(&[]).describe(), None);
    }

    #[test]
    fn the_sentence_has_first_last_highest_and_lowest() {
        let chart = chart(&[("2026-01-01", 9), ("2026-02-01", 14), ("2026-03-01", 4)]);
        let says = chart.describe().unwrap();
        let values = [says.first, says.last, says.highest, says.lowest].map(|one| one.value);
        assert_eq!((says.n, values), (3, [9.0, 4.0, 14.0, 4.0]));
        assert_eq!(says.highest.at.to_string(), "2026-02-01");
    }
}
