//! The answers to a questionnaire.

use serde::{Deserialize, Serialize};

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reply {
    /// The item.
    pub item: String,
    /// What the answer counts.
    pub value: u8,
}

/// One result of a sum.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scored {
    /// The score.
    pub score: String,
    /// Its value.
    pub value: u16,
}

/// What is kept of a questionnaire, whole or half-way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Questionnaire {
    /// The instrument.
    pub instrument: String,
    /// Version of the form that was filled in.
    pub form: String,
    /// Version of the scoring that `scores` follow.
    pub scoring: String,
    /// The answers, in the order of the form, without those that fell away.
    pub answers: Vec<Reply>,
    /// The results, kept so that they stay what they were when the scoring changes. Empty while
    /// the questionnaire is half-way.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scores: Vec<Scored>,
}

impl Questionnaire {
    /// Whether it was finished, and so has results.
    #[must_use]
    pub const fn is_finished(&self) -> bool {
        !self.scores.is_empty()
    }
}
