//! What was set by somebody, and what the person set themselves.

use serde::Serialize;

use crate::fields::{readable, readable_choice};
use crate::text::{Note, Tag};
use crate::time::LocalDay;

/// Something a counsellor set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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
    /// By when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<LocalDay>,
    /// When it was done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done: Option<LocalDay>,
}

readable!(Assignment { what; from, exercise, lesson, instrument, due, done });

/// How a commitment went. None of them takes anything away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommitmentKept {
    /// As meant.
    Kept,
    /// In part.
    Partly,
    /// Not this time.
    NotThisTime,
}

readable_choice!(CommitmentKept { Kept = "kept", Partly = "partly", NotThisTime = "not_this_time" });

/// Something the person said they would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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

readable!(Commitment { what; to, due, kept });
