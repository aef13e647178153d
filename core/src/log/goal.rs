//! Goals with small steps.

use serde::{Deserialize, Serialize};

use crate::text::Note;
use crate::time::LocalDay;

/// Where a goal stands. Letting one go is a decision, not a failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GoalState {
    /// Being worked on.
    Open,
    /// Reached.
    Reached,
    /// Let go.
    LetGo,
}

/// One step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GoalStep {
    /// What to do.
    pub what: Note,
    /// Whether it is done.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub done: bool,
}

/// A goal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Goal {
    /// What the person wants.
    pub what: Note,
    /// How they will know that it is reached.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sign: Option<Note>,
    /// The steps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<GoalStep>,
    /// When to look at it again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review: Option<LocalDay>,
    /// Where it stands.
    pub state: GoalState,
}

impl Goal {
    /// The first step that is not done.
    #[must_use]
    pub fn next_step(&self) -> Option<&GoalStep> {
        self.steps.iter().find(|step| !step.done)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_missing_doubled_or_ill_typed_field_is_refused() {
        let goal = |json: &str| serde_json::from_str::<Goal>(json).is_ok();
        assert!(goal(r#"{"what":"sleep","state":"let_go"}"#));
        assert!(goal(
            r#"{"state":"open","what":"sleep","sign":null,"steps":[]}"#
        ));
        for wrong in [
            r#"{"state":"open"}"#,
            r#"{"what":"sleep"}"#,
            r#"{"what":"sleep","state":"open","more":1}"#,
            r#"{"what":"sleep","what":"eat","state":"open"}"#,
            r#"{"what":" ","state":"open"}"#,
            r#"{"what":7,"state":"open"}"#,
            r#"{"what":"sleep","state":"Open"}"#,
            r#"{"what":"sleep","state":"open","review":"2026-02-30"}"#,
            r#"{"what":"sleep","state":"open","steps":[{"what":"a","done":1}]}"#,
        ] {
            assert!(!goal(wrong), "{wrong}");
        }
    }
}
