//! Looking back: what the journal shows about days, triggers, hours, check-ins and skills.
//!
//! Three rules hold everywhere here.
//! - **A missing day is missing**, never a good one: [`Day`] keeps *nothing was logged* apart from
//!   *something was logged, and no craving*.
//! - **A slip is counted and takes nothing away**: there is no streak here to be broken.
//! - **Every number comes with its n**, and a comparison that rests on too little is
//!   [`Finding::NotEnoughYet`] instead of a number.
//!
//! Means are arithmetic means. A *change* is always later minus earlier: for a craving, below zero
//! is weaker. Nothing here is a sentence for the screen; the app finds the words.

mod course;
mod day;
mod effect;
mod finding;
mod look_back;
mod span;
mod spread;
mod trend;
mod trigger;

pub use course::{Easing, WAVE_MINUTES, Wave, WavePoint, easing, wave};
pub use day::{Day, Logged};
pub use effect::{Change, Effect, effects, effects_in, helped_most};
pub use finding::{ENOUGH_TIMES, Finding};
pub use look_back::{DAYS_TO_COMPARE, LookBack, Shift, Totals};
pub use span::{Span, SpanLength};
pub use spread::Spread;
pub use trend::{DAYS_PER_HALF, Direction, Half, Halves, Item, LEVEL_BELOW, Trend, halves};
pub use trigger::{Trigger, Triggers};

/// A count as a number to divide by. Counts here are far below 2^32.
pub(crate) fn real(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
