//! Axes that the charts over days share.

use chrono::Datelike as _;

use super::frame::Frame;
use super::reading::{ChartMeasure, Row};
use super::scale::{Bands, Linear, nice_ticks};
use super::{Tick, tenth};
use crate::time::LocalDay;

/// Room left free between the bands of two days, as a share of a band.
const DAY_GAP: f64 = 0.2;
/// Up to a week every day is named, up to two months every seventh, then the first of each month.
const EVERY_DAY: usize = 7;
const EVERY_WEEK: usize = 62;

/// The layout of a chart over days: bands across, values upward from 0.
pub(super) struct DayAxes {
    pub(super) bands: Bands,
    pub(super) values: Linear,
    pub(super) base: f64,
    pub(super) y_ticks: Vec<Tick<f64>>,
    pub(super) x_ticks: Vec<Tick<LocalDay>>,
}

impl DayAxes {
    pub(super) fn new(what: ChartMeasure, rows: &[Row<LocalDay>], frame: &Frame) -> Self {
        let bands = Bands::new(rows.len(), frame.across(), DAY_GAP);
        // Ratings always show their whole scale, so that two charts can be compared by eye.
        let ticks = if what.is_count() {
            let values = rows.iter().filter_map(|row| row.reading.value());
            nice_ticks(0.0, values.fold(1.0, f64::max), 4, true)
        } else {
            nice_ticks(0.0, 10.0, 5, true)
        };
        let top = ticks.last().copied().unwrap_or(1.0);
        let values = Linear::new([0.0, top], frame.upward());
        let x_ticks = rows
            .iter()
            .enumerate()
            .filter(|(index, row)| {
                rows.len() <= EVERY_DAY
                    || (rows.len() <= EVERY_WEEK && index % 7 == 0)
                    || (rows.len() > EVERY_WEEK && row.key.date().day() == 1)
            })
            .map(|(index, row)| Tick {
                label: row.key,
                at: bands.middle(index),
            })
            .collect();
        Self {
            bands,
            values,
            base: tenth(frame.upward()[0]),
            y_ticks: ticks
                .into_iter()
                .map(|label| Tick {
                    label,
                    at: values.at(label),
                })
                .collect(),
            x_ticks,
        }
    }
}
