//! What was set by somebody, and what the person set themselves.

use std::num::NonZeroU8;

use serde::{Deserialize, Serialize};

use crate::text::{Note, Tag};
use crate::time::LocalDay;

/// Something a counsellor set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assignment {
    /// What to do.
    pub what: Note,
    /// Who set it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Tag>,
    /// The exercise to do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exercise: Option<String>,
    /// The lesson to read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lesson: Option<String>,
    /// The questionnaire to fill in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instrument: Option<String>,
    /// For a questionnaire that is filled in again and again: every so many weeks, 1 to 255, until
    /// this is done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub every_weeks: Option<NonZeroU8>,
    /// By when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<LocalDay>,
    /// When it was done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done: Option<LocalDay>,
}

impl Assignment {
    /// Days from one questionnaire to the next, while this asks for it again and again.
    #[must_use]
    pub fn rhythm_days(&self) -> Option<i64> {
        let weeks = self.every_weeks.filter(|_| self.done.is_none())?;
        self.instrument
            .is_some()
            .then(|| 7 * i64::from(weeks.get()))
    }
}

/// How a commitment went. None of them takes anything away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CommitmentKept {
    /// As meant.
    Kept,
    /// In part.
    Partly,
    /// Not this time.
    NotThisTime,
}

/// Something the person said they would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Commitment {
    /// What.
    pub what: Note,
    /// To whom.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Tag>,
    /// By when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<LocalDay>,
    /// How it went.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kept: Option<CommitmentKept>,
}
