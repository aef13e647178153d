//! The answers to a questionnaire.

use serde::Serialize;

use crate::fields::readable;

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reply {
    /// The item.
    pub item: String,
    /// What the answer counts.
    pub value: u8,
}

readable!(Reply { item, value;  });

/// One result of a sum.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Scored {
    /// The score.
    pub score: String,
    /// Its value.
    pub value: u16,
}

readable!(Scored { score, value;  });

/// What is kept of a questionnaire, whole or half-way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub scores: Vec<Scored>,
}

readable!(Questionnaire { instrument, form, scoring, answers; scores });

impl Questionnaire {
    /// Whether it was finished, and so has results.
    #[must_use]
    pub const fn is_finished(&self) -> bool {
        !self.scores.is_empty()
    }
}
