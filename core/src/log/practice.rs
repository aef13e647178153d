//! What is kept of a practice.

use serde::{Deserialize, Serialize};

use crate::journal::RecordId;
use crate::rating::Rating;
use crate::text::Note;

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
    /// Words, for a step to write.
    Text(Note),
    /// Yes or no, for a question.
    YesNo(bool),
    /// Things named, for a step to name things.
    List(Vec<Note>),
    /// Craving part-way, for a step to rate it.
    Rating(Rating),
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
pub struct PracticeOutcome {
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
    /// Seconds really practised; see [`PracticeOutcome::seconds`].
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
    pub fn new(exercise: &str, outcome: PracticeOutcome) -> Self {
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
