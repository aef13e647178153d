//! The first 90 days after the programme.

use serde::{Deserialize, Serialize};

use super::person::Person;
use crate::text::Note;
use crate::time::LocalDay;

/// Days after the programme on which to look at the plan again. Ninety days because most returns
/// to use that happen do so within the first three months (Hunt, Barnett & Branch 1971, Journal
/// of Clinical Psychology 27, 455-456); the days between are Ebb's own choice.
pub const CHECKPOINTS: [i64; 4] = [7, 30, 60, 90];

/// What the person will keep doing. Every part may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AfterPlan {
    /// The first day without the programme.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<LocalDay>,
    /// What I keep doing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keep: Vec<Note>,
    /// What a usual week looks like.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub week: Vec<Note>,
    /// What I watch for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub watch: Vec<Note>,
    /// What I do when it gets hard.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub when_hard: Vec<Note>,
    /// Whom I call.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<Person>,
}

impl AfterPlan {
    /// Which of the 90 days it is, 1 to 90; `None` before and after, or without a first day.
    #[must_use]
    pub fn day(&self, today: LocalDay) -> Option<i64> {
        let day = today.days_since(self.from?) + 1;
        (1..=90).contains(&day).then_some(day)
    }

    /// Whether today is a day to look at the plan again.
    #[must_use]
    pub fn is_checkpoint(&self, today: LocalDay) -> bool {
        self.day(today)
            .is_some_and(|day| CHECKPOINTS.contains(&day))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ninety_days_begin_with_day_1_and_end_with_day_90() {
        let from: LocalDay = "2026-06-01".parse().unwrap();
        let plan = AfterPlan {
            from: Some(from),
            ..AfterPlan::default()
        };
        assert_eq!(plan.day(from.plus(-1)), None);
        assert_eq!(plan.day(from), Some(1));
        assert_eq!(plan.day(from.plus(89)), Some(90));
        assert_eq!(plan.day(from.plus(90)), None);
        assert!(plan.is_checkpoint(from.plus(6)));
        assert!(!plan.is_checkpoint(from.plus(7)));
        assert_eq!(AfterPlan::default().day(from), None);
    }
}
