//! What is kept of a practice.

use serde::{Deserialize, Serialize};

use crate::journal::RecordId;
use crate::rating::Rating;
use crate::text::Note;

use super::model::Step;

/// Most entries in a list answer.
const LIST: usize = 20;

/// One answer given during a practice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// The id of the step.
    pub id: String,
    /// What the person said.
    pub value: AnswerValue,
}

/// What a person said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AnswerValue {
    /// Words, for [`Step::Write`].
    Text(Note),
    /// Yes or no, for [`Step::Ask`].
    YesNo(bool),
    /// Things named, for [`Step::Count`].
    List(Vec<Note>),
    /// Craving part-way, for [`Step::Rate`].
    Rating(Rating),
}

/// Why an answer was not taken. The answer's own words are never part of the message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AnswerError {
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

impl AnswerValue {
    /// Checks that this answers that step, and fits.
    pub(super) fn check(&self, step: &Step) -> Result<(), AnswerError> {
        match (self, step) {
            (Self::List(list), Step::Count { .. }) if list.len() > LIST => {
                Err(AnswerError::TooMany(list.len()))
            }
            (Self::Text(_), Step::Write { .. })
            | (Self::List(_), Step::Count { .. })
            | (Self::YesNo(_), Step::Ask { .. })
            | (Self::Rating(_), Step::Rate { .. }) => Ok(()),
            _ => Err(AnswerError::WrongKind),
        }
    }

    /// Whether it says nothing.
    pub(super) const fn is_blank(&self) -> bool {
        matches!(self, Self::List(list) if list.is_empty())
    }
}

/// How a practice ended. Neither is better: stopping when you have had enough is a skill too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Finish {
    /// The last step was passed, skipped steps or not; [`Practice::seconds`] tells the rest.
    Completed,
    /// The person stopped before the end.
    Early,
}

/// What the player hands over when a practice ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// How it ended.
    pub finish: Finish,
    /// Seconds really practised, rounded down: without pauses, and with at most five minutes for
    /// each visit to a step that waits for a tap (a phone left on the table is not practice).
    pub seconds: u32,
    /// In the order of the steps.
    pub answers: Vec<Answer>,
}

/// The kept record of one practice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Practice {
    /// The id of the exercise.
    pub exercise: String,
    /// Craving before, if rated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Rating>,
    /// Craving after, if rated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Rating>,
    /// Seconds really practised; see [`Outcome::seconds`].
    pub seconds: u32,
    /// How it ended.
    pub finish: Finish,
    /// What the person said on the way.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<Answer>,
    /// The record id of the craving it was for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub craving: Option<RecordId>,
    /// A note of the person's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Note>,
}

impl Practice {
    /// A record of this outcome, without ratings, craving or note.
    #[must_use]
    pub fn new(exercise: &str, outcome: Outcome) -> Self {
        Self {
            exercise: exercise.to_owned(),
            before: None,
            after: None,
            seconds: outcome.seconds,
            finish: outcome.finish,
            answers: outcome.answers,
            craving: None,
            note: None,
        }
    }

    /// Rating after less rating before, -10 to 10: below zero, the craving went down. `None`
    /// unless both were given.
    #[must_use]
    pub fn change(&self) -> Option<i8> {
        let number = |rating: Rating| i8::try_from(rating.get()).ok();
        Some(number(self.after?)? - number(self.before?)?)
    }
}
