//! A line over days, broken wherever a day has no value.

use super::axis::DayAxes;
use super::frame::Frame;
use super::reading::{ChartMeasure, Row, Summary};
use super::{ChartPoint, Tick, path};
use crate::insight::LookBack;
use crate::time::LocalDay;

/// Days in a row that all have a value.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Segment {
    /// The days, at least one.
    pub points: Vec<ChartPoint<LocalDay>>,
    /// The SVG path through them; a dot when there is one only (draw it with a round line cap).
    pub path: String,
}

/// A chart of a line over days.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct LineChart {
    /// What it shows.
    pub what: ChartMeasure,
    /// Where it lies.
    pub frame: Frame,
    /// The unbroken stretches, in order.
    pub segments: Vec<Segment>,
    /// Values from 0 upward.
    pub y_ticks: Vec<Tick<f64>>,
    /// Days to be named.
    pub x_ticks: Vec<Tick<LocalDay>>,
    rows: Vec<Row<LocalDay>>,
}

impl LineChart {
    /// A line of one measure over the days of a view.
    #[must_use]
    pub fn over(view: &LookBack, what: ChartMeasure, frame: Frame) -> Self {
        Self::new(what, what.readings(view), frame)
    }

    /// A line of readings, one for each day in order.
    #[must_use]
    pub fn new(what: ChartMeasure, rows: Vec<Row<LocalDay>>, frame: Frame) -> Self {
        let axes = DayAxes::new(what, &rows, &frame);
        let places: Vec<Option<ChartPoint<LocalDay>>> = rows
            .iter()
            .enumerate()
            .map(|(index, row)| {
                let value = row.reading.value()?;
                Some(ChartPoint {
                    key: row.key,
                    value,
                    x: axes.bands.middle(index),
                    y: axes.values.at(value),
                })
            })
            .collect();
        let segments = places
            .split(Option::is_none)
            .filter(|stretch| !stretch.is_empty())
            .map(|stretch| {
                let points: Vec<_> = stretch.iter().copied().flatten().collect();
                Segment {
                    path: path(&points),
                    points,
                }
            })
            .collect();
        Self {
            what,
            frame,
            segments,
            y_ticks: axes.y_ticks,
            x_ticks: axes.x_ticks,
            rows,
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
