//! A plan for an hour in which staying alive or staying well is in question.

use serde::{Deserialize, Serialize};

use super::person::Person;
use crate::text::Note;

/// The steps in the order in which they are built and read: from what the person can do alone
/// to who can help, and at last what makes the place safer.
///
/// That a plan goes from the person's own means to other people's is common to crisis planning
/// (Stanley & Brown 2012, Cognitive and Behavioral Practice 19, 256-264); words and form are Ebb's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SafetyStep {
    /// How it shows that a hard time begins.
    Signs,
    /// What the person can do alone.
    Alone,
    /// People and places that take the mind off it.
    Distract,
    /// People who can be asked for help.
    Ask,
    /// Professionals and lines.
    Professionals,
    /// What makes the surroundings safer.
    Surroundings,
}

impl SafetyStep {
    /// All of them, in order.
    pub const ALL: [Self; 6] = [
        Self::Signs,
        Self::Alone,
        Self::Distract,
        Self::Ask,
        Self::Professionals,
        Self::Surroundings,
    ];
}

/// The safety plan. Every step may be empty; one line is already a plan.
///
/// People stand here in full and are not looked up, so that the plan alone is enough to read and
/// to dial from while everything else is locked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SafetyPlan {
    /// Warning signs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signs: Vec<Note>,
    /// What I can do alone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alone: Vec<Note>,
    /// People and places that take my mind off it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub distract: Vec<Note>,
    /// People I can ask.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ask: Vec<Person>,
    /// Professionals and lines.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub professionals: Vec<Person>,
    /// Making my surroundings safer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub surroundings: Vec<Note>,
    /// Whether it can be read while the journal is locked. The person decides; not by default,
    /// because it names people.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub readable_without_lock: bool,
}

impl SafetyPlan {
    /// Whether a step has at least one line.
    #[must_use]
    pub const fn has(&self, step: SafetyStep) -> bool {
        let empty = match step {
            SafetyStep::Signs => self.signs.is_empty(),
            SafetyStep::Alone => self.alone.is_empty(),
            SafetyStep::Distract => self.distract.is_empty(),
            SafetyStep::Ask => self.ask.is_empty(),
            SafetyStep::Professionals => self.professionals.is_empty(),
            SafetyStep::Surroundings => self.surroundings.is_empty(),
        };
        !empty
    }

    /// The first step without a line: where building goes on.
    #[must_use]
    pub fn next_step(&self) -> Option<SafetyStep> {
        let mut steps = SafetyStep::ALL.into_iter();
        steps.find(|step| !self.has(*step))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn building_goes_on_at_the_first_empty_step() {
        let mut plan = SafetyPlan::default();
        assert_eq!(plan.next_step(), Some(SafetyStep::Signs));
        let line = Note::new("I stop answering my phone").unwrap();
        plan.signs = vec![line.clone()];
        plan.alone = vec![line.clone()];
        assert_eq!(plan.next_step(), Some(SafetyStep::Distract));
        plan.distract = vec![line.clone()];
        plan.surroundings = vec![line];
        assert_eq!(plan.next_step(), Some(SafetyStep::Ask));
    }

    #[test]
    fn a_plan_is_behind_the_lock_unless_the_person_says_otherwise() {
        assert!(!SafetyPlan::default().readable_without_lock);
        let old = serde_json::from_str::<SafetyPlan>("{}").unwrap();
        assert!(!old.readable_without_lock);
    }
}
