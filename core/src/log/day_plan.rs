//! A day with a shape: what the person wants of it in the morning, and how it went in the evening.
//! Each half is written for itself, and no day asks for the one before.

use serde::{Deserialize, Serialize};

use super::CommitmentKept;
use crate::text::{Note, Tag};

/// What is offered for a day's intention.
pub const WANTS: [&str; 8] = [
    "go-to-group",
    "move-my-body",
    "eat-regular-meals",
    "see-someone",
    "call-someone",
    "rest",
    "get-one-thing-done",
    "go-to-bed-on-time",
];

/// A day's intention, its evening, or both.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DayPlan {
    /// What the person wants of the day: suggestions or own ones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wants: Vec<Tag>,
    /// The same in their own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Note>,
    /// How it went, in the evening.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub went: Option<CommitmentKept>,
    /// Something that helped or was good.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub good: Option<Note>,
    /// What tomorrow needs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tomorrow: Option<Note>,
    /// What was used that day, in the unit of the plan for reducing ([`ReductionPlan`]); 0 for
    /// none, left out when it was not told.
    ///
    /// [`ReductionPlan`]: super::ReductionPlan
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub used: Option<u16>,
}

impl DayPlan {
    /// Whether it has an intention.
    #[must_use]
    pub fn has_intention(&self) -> bool {
        !self.wants.is_empty() || self.words.is_some()
    }

    /// Whether the evening was looked back on.
    #[must_use]
    pub const fn has_look_back(&self) -> bool {
        self.went.is_some() || self.good.is_some() || self.tomorrow.is_some() || self.used.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn either_half_of_a_day_stands_alone() {
        let read = |json: &str| serde_json::from_str::<DayPlan>(json).unwrap();
        let morning = read(r#"{"wants":["rest"]}"#);
        assert!(morning.has_intention() && !morning.has_look_back());
        let evening = read(r#"{"used":0}"#);
        assert!(!evening.has_intention() && evening.has_look_back());
        assert!(serde_json::from_str::<DayPlan>(r#"{"used":-1}"#).is_err());
        assert!(serde_json::from_str::<DayPlan>(r#"{"streak":3}"#).is_err());
    }
}
