//! Charts without drawing: where things go, and what the picture says to somebody who cannot see
//! it.
//!
//! Every chart gives three things: geometry inside a [`Frame`] (points, bars, ticks, a path for
//! each unbroken stretch), `describe()` with the numbers of the sentence beside it, and `table()`
//! with every value. None of them holds words; keys are days, hours or minutes.
//!
//! Coordinates are in units of the frame, from its top left corner, rounded to one decimal. **A
//! gap stays a gap**: no line crosses a day without a value, and a bar of 0 is not a missing bar.

mod area_chart;
mod axis;
mod bars;
mod before_after;
mod course;
mod frame;
mod heat;
mod line;
mod reading;
mod results;
mod scale;
#[cfg(test)]
mod tests;
mod week_heat;

pub use area_chart::{AreaChart, AreaSegment};
pub use bars::{Bar, Bars, Gap};
pub use before_after::BeforeAfter;
pub use course::{Course, CourseSummary};
pub use frame::{Frame, FrameError, Margins};
pub use heat::{Cell, DARKEST, Heat, HeatRow, HeatSummary};
pub use line::{LineChart, Segment};
pub use reading::{ChartMeasure, Extreme, Reading, Row, Summary};
pub use results::{Range, Results, ResultsSummary};

pub use week_heat::{WeekCell, WeekHeat, WeekRow};

/// A value at a place.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChartPoint<K> {
    /// The day or minute it belongs to.
    pub key: K,
    /// The value itself, not rounded.
    pub value: f64,
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

/// A mark on an axis, with what to write there.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Tick<K> {
    /// The value, day, hour or minute.
    pub label: K,
    /// Where on its axis: from the left, or from the top.
    pub at: f64,
}

/// A number in words of a page: rounded to one decimal, which is left out when it is 0. What is no
/// number reads as 0.
///
/// The standard library's printing of floats would add ten kilobytes to the app.
///
/// ```
/// use ebb_core::chart::tenths;
///
/// assert_eq!(tenths(6.25), "6.3");
/// assert_eq!(tenths(-0.96), "-1");
/// ```
#[must_use]
pub fn tenths(value: f64) -> String {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "rounded already; what does not fit becomes the nearest that does"
    )]
    let tenths = (value * 10.0).round() as i64;
    let sign = if tenths < 0 { "-" } else { "" };
    let tenths = tenths.unsigned_abs();
    match tenths % 10 {
        0 => format!("{sign}{}", tenths / 10),
        rest => format!("{sign}{}.{rest}", tenths / 10),
    }
}

/// A coordinate as it leaves this module.
fn tenth(coordinate: f64) -> f64 {
    // Adding zero turns -0.0 into 0.0.
    (coordinate * 10.0).round() / 10.0 + 0.0
}

/// An SVG path through points; a single point becomes a stroke of no length, which a round line
/// cap shows as a dot.
fn path<K>(points: &[ChartPoint<K>]) -> String {
    let mut path = String::new();
    for (index, point) in points.iter().enumerate() {
        path.push(if index == 0 { 'M' } else { 'L' });
        path.push_str(&tenths(point.x));
        path.push(' ');
        path.push_str(&tenths(point.y));
    }
    if points.len() == 1 {
        path.push_str("h0");
    }
    path
}
