//! Scenes of their future that a person wrote, for when the present is all there is.

use super::every;
use crate::log::{AnswerValue, Journal, Practice};
use crate::text::Note;

/// The exercise in which they are written.
pub const FUTURE_SCENES: &str = "future-scenes";

/// What was written the last time anything was, in the order of the steps; empty when nothing ever
/// was.
#[must_use]
pub fn future_scenes(journal: &Journal) -> Vec<&Note> {
    let practices = every::<Practice>(journal).rev();
    let mut written = practices
        .filter(|(_, _, practice)| practice.exercise == FUTURE_SCENES)
        .map(|(_, _, practice)| words(practice));
    written.find(|words| !words.is_empty()).unwrap_or_default()
}

fn words(practice: &Practice) -> Vec<&Note> {
    let answers = practice.answers.iter();
    answers
        .filter_map(|answer| match &answer.value {
            AnswerValue::Text(words) => Some(words),
            _ => None,
        })
        .collect()
}
