//! A plan for using less, for people whose plan is that: agreed with a clinician, with dates.
//! Ebb says what was noted beside what was planned, and judges neither.

use serde::{Deserialize, Serialize};

use crate::text::{Note, Tag};
use crate::time::LocalDay;

/// From one day on: at most so much in seven days. A limit that is left out is none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReductionStep {
    /// The first day.
    pub from: LocalDay,
    /// Units in seven days at most; 0 for none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub units: Option<u16>,
    /// Days with use in seven at most, 0 to 7.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<u8>,
}

/// The plan, of which there is one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReductionPlan {
    /// Of what.
    pub substance: Tag,
    /// What is counted, such as "drinks".
    pub unit: Tag,
    /// With whom it was agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub with: Option<Tag>,
    /// Its steps, at least one, in any order.
    pub steps: Vec<ReductionStep>,
    /// What was agreed beside the numbers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Note>,
}

impl ReductionPlan {
    /// The step that counts on a day; `None` before the first.
    #[must_use]
    pub fn step_on(&self, day: LocalDay) -> Option<&ReductionStep> {
        let begun = self.steps.iter().filter(|step| step.from <= day);
        begun.max_by_key(|step| step.from)
    }

    /// The step that comes next after a day.
    #[must_use]
    pub fn next_step(&self, day: LocalDay) -> Option<&ReductionStep> {
        let ahead = self.steps.iter().filter(|step| step.from > day);
        ahead.min_by_key(|step| step.from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_step_that_began_last_counts_and_the_next_is_known() {
        let plan: ReductionPlan = serde_json::from_str(
            r#"{"substance":"alcohol","unit":"drinks","steps":[
                {"from":"2026-11-16","units":8,"days":4},{"from":"2026-11-02","units":14}]}"#,
        )
        .unwrap();
        let on = |day: &str| {
            let day = day.parse().unwrap();
            let now = plan.step_on(day).and_then(|step| step.units);
            (now, plan.next_step(day).and_then(|step| step.units))
        };
        assert_eq!(on("2026-11-01"), (None, Some(14)));
        assert_eq!(on("2026-11-02"), (Some(14), Some(8)));
        assert_eq!(on("2026-11-16"), (Some(8), None));
    }
}
