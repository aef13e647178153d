//! A rating before and after, on one line from 0 to 10.

use super::Tick;
use super::frame::Frame;
use super::scale::Linear;

/// Two means side by side.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct BeforeAfter {
    /// Where it lies.
    pub frame: Frame,
    /// The mean before, with its place from the left.
    pub before: Tick<f64>,
    /// The mean after.
    pub after: Tick<f64>,
    /// The line they stand on, from the top.
    pub middle: f64,
}

impl BeforeAfter {
    /// Both on the whole scale from 0 to 10, so that two skills can be compared by eye.
    #[must_use]
    pub fn new(before: f64, after: f64, frame: Frame) -> Self {
        let across = Linear::new([0.0, 10.0], frame.across());
        let [bottom, top] = frame.upward();
        let tick = |label| Tick {
            label,
            at: across.at(label),
        };
        Self {
            frame,
            before: tick(before),
            after: tick(after),
            middle: super::tenth(f64::midpoint(bottom, top)),
        }
    }
}
