//! Looking back: what the journal shows about days, triggers, hours, check-ins and skills.
//!
//! Four rules hold everywhere here.
//! - **A missing day is missing**, never a good one: [`Day`] keeps *nothing was logged* apart from
//!   *something was logged, and no craving*.
//! - **A slip is counted and takes nothing away**: there is no streak here to be broken.
//! - **Every number comes with its n**, and a comparison that rests on too little is
//!   [`Finding::NotEnoughYet`] instead of a number.
//! - **What chance brings is not said**: a change, a peak and an ease are told only past the
//!   [`thresholds`]; below them there are the numbers and no word about them.
//!
//! Means are arithmetic means. A *change* is always later minus earlier: for a craving, below zero
//! is weaker. Nothing here is a sentence for the screen; the app finds the words.

mod chance;
mod course;
mod day;
mod effect;
mod finding;
mod harder;
mod look_back;
mod peak;
mod span;
mod spread;
mod strength;
pub mod thresholds;
mod trend;
mod trial;
mod trigger;

pub use course::{Easing, WAVE_MINUTES, Wave, WavePoint, easing, usual_wave, wave};
pub use day::{Day, Logged};
pub use effect::{Against, Effect, RatingChange, effects, effects_in, rated_lower};
pub use finding::Finding;
pub use harder::{EVENING, HarderEvenings, STRONG, harder_evenings};
pub use look_back::{LookBack, Totals};
pub use peak::{PEAK_HOURS, PeakHour, PeakTime};
pub use span::{Span, SpanLength};
pub use spread::Spread;
pub use strength::Strengths;
pub use trend::{CheckInItem, Half, Halves, Trend, TrendDirection, compared, halves, in_halves};
pub use trial::{TrialDifference, TrialFinding, trial_finding};
pub use trigger::{Trigger, Triggers};

/// A count as a number to divide by. Counts here are far below 2^32.
pub(crate) fn real(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
