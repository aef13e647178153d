//! What keeps a person well, and what they do when it gets hard.

use serde::{Deserialize, Serialize};

use super::person::Person;
use crate::rating::Rating;
use crate::text::{Note, Tag};

/// What the person will do in a situation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Response {
    /// The situation.
    pub when: Note,
    /// What to do then.
    pub then: Note,
}

/// The plan for keeping well. Every part may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RelapsePlan {
    /// Early signs: thoughts, moods, habits that come back.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signs: Vec<Note>,
    /// Situations with a response each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub responses: Vec<Response>,
    /// People who know the plan.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<Person>,
}

/// Why the person is doing this, in their own words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reasons {
    /// The reasons; the first is shown where there is room for one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<Note>,
}

/// One high-risk situation with a plan of its own, an entry each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RiskySituation {
    /// The situation.
    pub situation: Note,
    /// Triggers in it, by the same tags as a craving's, so that the plan can be found from one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub triggers: Vec<Tag>,
    /// Whether and how to stay away from it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub avoid: Option<Note>,
    /// What to do when in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub respond: Option<Note>,
    /// How sure the person is to come through it, 0 not at all to 10 entirely.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Rating>,
}
