//! Exercises as data, and a player that leads a person through one.
//!
//! An [`Exercise`] is read from a content file, checked, and never changed. A [`Player`] walks
//! through its steps. It has no clock: the caller passes monotonic milliseconds, and any later
//! time gives the right view, even when the phone slept and many steps went by.
//!
//! ```
//! use ebb_core::content::Content;
//! use ebb_core::content::exercise::{Exercise, Motion, Player};
//!
//! # fn main() -> Result<(), ebb_core::content::ContentError> {
//! let exercise = Exercise::parse(r#"{
//!     "id": "slow-breath", "title": "Slow breath", "summary": "Six slow breaths.",
//!     "minutes": {"low": 1, "high": 1}, "family": "breathing", "when": "Any time.",
//!     "cautions": [], "evidence": [], "sources": ["An example"],
//!     "steps": [{"kind": "breathe", "prompt": "Breathe with the circle.", "rounds": 6,
//!                "phases": [{"kind": "in", "seconds": 4}, {"kind": "out", "seconds": 6}]}]
//! }"#)?;
//! let mut player = Player::new(exercise);
//! player.start(1_000);
//! let Motion::Breath(breath) = player.view(6_000).moment else { return Ok(()) };
//! assert_eq!((breath.round, breath.seconds_left), (1, 5));
//! # Ok(())
//! # }
//! ```

mod answer;
mod check;
mod cursor;
mod model;
mod player;
mod view;

pub use answer::StepAnswerError;
pub use cursor::Status;
pub use model::{BreathKind, BreathPhase, Exercise, ExerciseStep, Family, Minutes};
pub use player::{Bookmark, Player};
pub use view::{Breath, Cue, Motion, PlayerView};

#[cfg(test)]
mod tests;
