//! A bar for each day.

use super::axis::DayAxes;
use super::frame::Frame;
use super::reading::{ChartMeasure, Reading, Row, Summary};
use super::scale::Bands;
use super::{Tick, tenth};
use crate::insight::LookBack;
use crate::time::LocalDay;

/// One day's bar. A value of 0 has a bar of height 0 on the base line: draw it as a mark, so that
/// it does not look like a [`Gap`].
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Bar {
    /// The day.
    pub key: LocalDay,
    /// Its value, not rounded.
    pub value: f64,
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// A day without a value.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Gap {
    /// The day.
    pub key: LocalDay,
    /// Left edge.
    pub x: f64,
    /// Width.
    pub width: f64,
    /// Whether a value could have been logged; otherwise the day is before the first entry or
    /// still to come.
    pub missing: bool,
}

impl Gap {
    pub(super) fn among(rows: &[Row<LocalDay>], bands: &Bands) -> Vec<Self> {
        let without = rows
            .iter()
            .enumerate()
            .filter(|(_, row)| row.reading.value().is_none());
        let gaps = without.map(|(index, row)| {
            let (x, width) = bands.band(index);
            Self {
                key: row.key,
                x,
                width,
                missing: row.reading != Reading::Outside,
            }
        });
        gaps.collect()
    }
}

/// A chart of bars over days.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Bars {
    /// What it shows.
    pub what: ChartMeasure,
    /// Where it lies.
    pub frame: Frame,
    /// Days with a value, in order.
    pub bars: Vec<Bar>,
    /// Days without, in order.
    pub gaps: Vec<Gap>,
    /// The line that bars stand on, from the top.
    pub base: f64,
    /// Values from 0 upward.
    pub y_ticks: Vec<Tick<f64>>,
    /// Days to be named.
    pub x_ticks: Vec<Tick<LocalDay>>,
    rows: Vec<Row<LocalDay>>,
}

impl Bars {
    /// Bars of one measure over the days of a view.
    #[must_use]
    pub fn over(view: &LookBack, what: ChartMeasure, frame: Frame) -> Self {
        Self::new(what, what.readings(view), frame)
    }

    /// Bars of readings, one for each day in order.
    #[must_use]
    pub fn new(what: ChartMeasure, rows: Vec<Row<LocalDay>>, frame: Frame) -> Self {
        let axes = DayAxes::new(what, &rows, &frame);
        let mut bars = Vec::new();
        for (index, row) in rows.iter().enumerate() {
            let (x, width) = axes.bands.band(index);
            let Some(value) = row.reading.value() else {
                continue;
            };
            let y = axes.values.at(value);
            bars.push(Bar {
                key: row.key,
                value,
                x,
                y,
                width,
                height: tenth(axes.base - y),
            });
        }
        Self {
            what,
            frame,
            bars,
            gaps: Gap::among(&rows, &axes.bands),
            base: axes.base,
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
