//! A soft wave over days, broken wherever a day has no value.

use super::axis::DayAxes;
use super::bars::Gap;
use super::frame::Frame;
use super::line::LineChart;
use super::reading::{ChartMeasure, Row, Summary};
use super::{ChartPoint, Tick, path, tenths};
use crate::insight::LookBack;
use crate::time::LocalDay;

/// Days in a row that all have a value, as one wave.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AreaSegment {
    /// The days, at least one.
    pub points: Vec<ChartPoint<LocalDay>>,
    /// The curve through them; a dot when there is one only (draw it with a round line cap).
    pub path: String,
    /// The water below the curve; empty when there is one day only.
    pub area: String,
}

/// A chart of waves over days.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AreaChart {
    /// What it shows.
    pub what: ChartMeasure,
    /// Where it lies.
    pub frame: Frame,
    /// The unbroken stretches, in order.
    pub areas: Vec<AreaSegment>,
    /// Days without a value, in order.
    pub gaps: Vec<Gap>,
    /// Values from 0 upward.
    pub y_ticks: Vec<Tick<f64>>,
    /// Days to be named.
    pub x_ticks: Vec<Tick<LocalDay>>,
    rows: Vec<Row<LocalDay>>,
}

impl AreaChart {
    /// A wave of one measure over the days of a view.
    #[must_use]
    pub fn over(view: &LookBack, what: ChartMeasure, frame: Frame) -> Self {
        Self::new(what, what.readings(view), frame)
    }

    /// A wave of readings, one for each day in order.
    #[must_use]
    pub fn new(what: ChartMeasure, rows: Vec<Row<LocalDay>>, frame: Frame) -> Self {
        let axes = DayAxes::new(what, &rows, &frame);
        let gaps = Gap::among(&rows, &axes.bands);
        let base = axes.base;
        let line = LineChart::new(what, rows, frame);
        let areas = line.segments.iter().map(|segment| {
            let path = curve(&segment.points);
            AreaSegment {
                area: fill(&segment.points, &path, base),
                path,
                points: segment.points.clone(),
            }
        });
        Self {
            what,
            frame,
            areas: areas.collect(),
            gaps,
            rows: line.table().to_vec(),
            y_ticks: line.y_ticks,
            x_ticks: line.x_ticks,
        }
    }

    /// The numbers of the sentence that says what the chart shows.
    #[must_use]
    pub fn describe(&self) -> Summary {
        Summary::of(self.what, &self.rows)
    }

    /// The same as a table, one row for each day.
    #[must_use]
    pub fn table(&self) -> &[Row<LocalDay>] {
        &self.rows
    }
}

/// A smooth curve through points that never rises above the higher or falls below the lower of two
/// neighbours: a wave must not show a peak that nobody had (slopes held below three times the
/// lesser step beside them, Fritsch and Carlson 1980).
fn curve<K: Copy>(points: &[ChartPoint<K>]) -> String {
    let slopes = slopes(points);
    let mut curve = path(points.get(..1).unwrap_or_default());
    if points.len() < 2 {
        return curve;
    }
    curve.truncate(curve.len() - "h0".len());
    for (pair, slope) in points.windows(2).zip(slopes.windows(2)) {
        let [from, to] = [pair[0], pair[1]];
        let third = (to.x - from.x) / 3.0;
        let places = [
            (from.x + third, from.y + third * slope[0]),
            (to.x - third, to.y - third * slope[1]),
            (to.x, to.y),
        ];
        for (place, (x, y)) in places.into_iter().enumerate() {
            curve.push(if place == 0 { 'C' } else { ' ' });
            curve.push_str(&tenths(x));
            curve.push(' ');
            curve.push_str(&tenths(y));
        }
    }
    curve
}

/// How steep the curve is at each point: level at peaks, troughs and both ends.
fn slopes<K>(points: &[ChartPoint<K>]) -> Vec<f64> {
    let steps: Vec<f64> = points
        .windows(2)
        .map(|pair| {
            let width = pair[1].x - pair[0].x;
            if width > 0.0 {
                (pair[1].y - pair[0].y) / width
            } else {
                0.0
            }
        })
        .collect();
    let mut slopes = vec![0.0; points.len()];
    for (slope, pair) in slopes.iter_mut().skip(1).zip(steps.windows(2)) {
        if pair[0] * pair[1] > 0.0 {
            let mean = f64::midpoint(pair[0], pair[1]);
            let least = pair[0].abs().min(pair[1].abs());
            *slope = mean.signum() * mean.abs().min(2.0 * least);
        }
    }
    slopes
}

fn fill<K>(points: &[ChartPoint<K>], curve: &str, base: f64) -> String {
    match (points.first(), points.last()) {
        (Some(first), Some(last)) if points.len() > 1 => format!(
            "{curve}L{} {base}L{} {base}z",
            tenths(last.x),
            tenths(first.x),
            base = tenths(base),
        ),
        _ => String::new(),
    }
}
