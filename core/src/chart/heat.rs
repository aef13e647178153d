//! The hours of the day side by side, darker where there were more cravings.

use super::Tick;
use super::frame::Frame;
use super::reading::{Extreme, extreme};
use super::scale::Bands;
use crate::insight::{LookBack, Spread, real};

/// The darkest shade. Shades run from 0, no craving, in even steps up to the busiest hour.
pub const DARKEST: u8 = 4;
const HOUR_GAP: f64 = 0.1;
const HOURS_NAMED: usize = 6;

/// One hour.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Cell {
    /// The hour on the wall clock, 0 to 23.
    pub key: u8,
    /// Cravings in it.
    pub n: usize,
    /// Shade, 0 to [`DARKEST`].
    pub level: u8,
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// One row of the table.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct HeatRow {
    /// The hour on the wall clock, 0 to 23.
    pub key: u8,
    /// Cravings in it.
    pub n: usize,
    /// Their mean strength, 0 to 10.
    pub mean: Option<f64>,
}

/// The numbers of the sentence beside the chart.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct HeatSummary {
    /// Cravings in all.
    pub n: usize,
    /// The hour with the most cravings, with how many; `None` without any craving.
    pub busiest: Option<Extreme<u8>>,
    /// The hour with the greatest mean strength, with that mean.
    pub strongest: Option<Extreme<u8>>,
    /// Hours without a craving.
    pub quiet: usize,
}

/// A chart of 24 hours.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Heat {
    /// Where it lies.
    pub frame: Frame,
    /// The hours from 0 to 23.
    pub cells: Vec<Cell>,
    /// Every sixth hour, at the left edge of its cell.
    pub x_ticks: Vec<Tick<u8>>,
    rows: Vec<HeatRow>,
}

impl Heat {
    /// The hours of a view.
    #[must_use]
    pub fn over(view: &LookBack, frame: Frame) -> Self {
        Self::new(&view.hours, frame)
    }

    /// Any hours, from 0 to 23.
    #[must_use]
    pub fn new(hours: &[Spread; 24], frame: Frame) -> Self {
        let bands = Bands::new(hours.len(), frame.across(), HOUR_GAP);
        let [bottom, top] = frame.upward();
        let most = hours.iter().map(Spread::n).max().unwrap_or(0);
        let rows: Vec<HeatRow> = (0..)
            .zip(hours)
            .map(|(key, hour)| HeatRow {
                key,
                n: hour.n(),
                mean: hour.mean(),
            })
            .collect();
        let cells: Vec<Cell> = rows
            .iter()
            .enumerate()
            .map(|(index, row)| {
                let (x, width) = bands.band(index);
                Cell {
                    key: row.key,
                    n: row.n,
                    level: shade(row.n, most),
                    x,
                    y: top,
                    width,
                    height: super::tenth(bottom - top),
                }
            })
            .collect();
        let x_ticks = cells
            .iter()
            .step_by(HOURS_NAMED)
            .map(|cell| Tick {
                label: cell.key,
                at: cell.x,
            })
            .collect();
        Self {
            frame,
            cells,
            x_ticks,
            rows,
        }
    }

    /// The numbers of the sentence that says what the chart shows.
    #[must_use]
    pub fn describe(&self) -> HeatSummary {
        let busy = self.rows.iter().filter(|row| row.n > 0);
        let strengths = self
            .rows
            .iter()
            .filter_map(|row| Some((row.key, row.mean?)));
        HeatSummary {
            n: self.rows.iter().map(|row| row.n).sum(),
            busiest: extreme(busy.map(|row| (row.key, real(row.n))), |a, b| a > b),
            strongest: extreme(strengths, |a, b| a > b),
            quiet: self.rows.iter().filter(|row| row.n == 0).count(),
        }
    }

    /// The same as a table, one row for each hour.
    #[must_use]
    pub fn table(&self) -> &[HeatRow] {
        &self.rows
    }
}

/// The smallest shade that is at least this hour's share of the busiest hour.
pub(super) fn shade(n: usize, most: usize) -> u8 {
    (0..DARKEST)
        .find(|shade| n * usize::from(DARKEST) <= most * usize::from(*shade))
        .unwrap_or(DARKEST)
}
