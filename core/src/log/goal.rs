//! Goals with small steps.

use serde::Serialize;

use crate::fields::{readable, readable_choice};
use crate::text::Note;
use crate::time::LocalDay;

/// Where a goal stands. Letting one go is a decision, not a failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GoalState {
    /// Being worked on.
    Open,
    /// Reached.
    Reached,
    /// Let go.
    LetGo,
}

readable_choice!(GoalState { Open = "open", Reached = "reached", LetGo = "let_go" });

/// One step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GoalStep {
    /// What to do.
    pub what: Note,
    /// Whether it is done.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub done: bool,
}

readable!(GoalStep { what; done });

/// A goal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Goal {
    /// What the person wants.
    pub what: Note,
    /// How they will know that it is reached.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sign: Option<Note>,
    /// The steps.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<GoalStep>,
    /// When to look at it again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review: Option<LocalDay>,
    /// Where it stands.
    pub state: GoalState,
}

readable!(Goal { what, state; sign, steps, review });

impl Goal {
    /// The first step that is not done.
    #[must_use]
    pub fn next_step(&self) -> Option<&GoalStep> {
        self.steps.iter().find(|step| !step.done)
    }
}
