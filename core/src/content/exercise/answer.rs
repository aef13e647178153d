//! Which answers fit which steps of an exercise.

use super::model::ExerciseStep;
use crate::log::AnswerValue;

/// Most entries in a list answer.
const LIST: usize = 20;

/// Why an answer was not taken. The answer's own words are never part of the message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum StepAnswerError {
    /// No step of the exercise has this id.
    #[error("no step has this id")]
    NoSuchStep,
    /// Such as words for a yes-or-no question.
    #[error("this step takes another kind of answer")]
    WrongKind,
    /// More than 20 entries in a list.
    #[error("the list has {0} entries, at most {LIST} can be kept")]
    TooMany(usize),
}

/// Checks that a value answers that step, and fits.
pub(super) fn check(value: &AnswerValue, step: &ExerciseStep) -> Result<(), StepAnswerError> {
    match (value, step) {
        (AnswerValue::List(list), ExerciseStep::Count { .. }) if list.len() > LIST => {
            Err(StepAnswerError::TooMany(list.len()))
        }
        (AnswerValue::Text(_), ExerciseStep::Write { .. })
        | (AnswerValue::List(_), ExerciseStep::Count { .. })
        | (AnswerValue::YesNo(_), ExerciseStep::Ask { .. })
        | (AnswerValue::Rating(_), ExerciseStep::Rate { .. }) => Ok(()),
        _ => Err(StepAnswerError::WrongKind),
    }
}

/// Whether a value says nothing.
pub(super) const fn is_blank(value: &AnswerValue) -> bool {
    matches!(value, AnswerValue::List(list) if list.is_empty())
}
