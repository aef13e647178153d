//! Questionnaires as data, and one engine for all of them.
//!
//! An [`Instrument`] is read from a content file and checked. The person's answers are a list of
//! [`Reply`](crate::log::Reply) that can be left half-way and taken up again. A score exists only for a whole set of
//! answers; a half one is refused with the items that are missing. Every result carries the
//! version of the form and of the scoring, and [`score_trends`](crate::queries::score_trends) never puts two versions on one line.
//!
//! ```
//! use ebb_core::content::Content;
//! use ebb_core::content::instrument::{Instrument, ScoreError, set};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let sample = Instrument::parse(r#"{
//!     "id": "sample", "title": "Sample", "about": "Two questions.", "form": "1", "scoring": "1",
//!     "wording": "published", "credit": "Nobody", "lead": "In the last week …", "minutes": 1,
//!     "rhythms": ["weekly"], "sources": ["Nobody (2000)."],
//!     "scales": [{"id": "often", "options": [
//!         {"label": "Never", "value": 0}, {"label": "Often", "value": 1}]}],
//!     "items": [{"id": "1", "text": "Tired?", "scale": "often"},
//!               {"id": "2", "text": "Sad?", "scale": "often"}],
//!     "scores": [{"id": "total", "title": "Total", "items": ["1", "2"], "higher": "worse",
//!                 "source": "Nobody (2000)."}]
//! }"#)?;
//! let mut replies = Vec::new();
//! set(&sample, &mut replies, "1", 1)?;
//! assert_eq!(sample.report(&replies), Err(ScoreError::Incomplete(vec!["2".into()])));
//! set(&sample, &mut replies, "2", 0)?;
//! assert_eq!(sample.report(&replies)?.scores[0].value, 1);
//! # Ok(())
//! # }
//! ```

mod answer;
mod check;
mod filling;
mod former;
mod model;
mod score;

pub use answer::{ReplyError, set};
pub use filling::{Asked, Filling, FillingStep};
pub use former::present_form;
pub use model::{
    Band, Door, Instrument, Item, Look, MeaningfulChange, Rhythm, Scale, ScaleOption, Score,
    ScoreDirection, Skip, Wording,
};
pub use score::{Report, ScoreChange, ScoreError, ScoreView};

#[cfg(test)]
mod tests;
