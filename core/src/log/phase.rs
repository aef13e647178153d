//! The phases of a programme and the way from one to the next.

use serde::{Deserialize, Serialize};

use crate::text::{Note, Tag};
use crate::time::LocalDay;

/// A phase. An intensive outpatient programme has nine hours a week or more for adults (ASAM
/// level 2.1; SAMHSA Advisory PEP20-02-01-021, 2021); outpatient treatment has fewer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PhaseKind {
    /// Intensive outpatient programme.
    Iop,
    /// Outpatient treatment.
    Outpatient,
    /// Aftercare.
    Aftercare,
}

/// A phase the person is in, was in or will be in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phase {
    /// Which.
    pub kind: PhaseKind,
    /// Its first day.
    pub from: LocalDay,
    /// Hours a week.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<u8>,
    /// What changes with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<Note>,
}

/// What Ebb offers for the checklist; a person adds their own.
pub const STEP_DOWN: &[&str] = &[
    "talked-it-over",
    "next-appointment",
    "who-to-call",
    "safety-plan",
    "relapse-plan",
    "medication-refill",
    "meetings",
    "usual-week",
    "told-someone",
];

/// The checklist for stepping down. One for the whole way; it is edited.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepDown {
    /// What is still to do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub open: Vec<Tag>,
    /// What is done.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub done: Vec<Tag>,
}

impl StepDown {
    /// Ebb's suggestions, none of them done.
    #[must_use]
    pub fn suggested() -> Self {
        Self {
            open: STEP_DOWN.iter().map(|name| Tag::suggested(name)).collect(),
            done: Vec::new(),
        }
    }

    /// Every line in an order that ticking does not change: Ebb's suggestions, then own ones.
    #[must_use]
    pub fn lines(&self) -> Vec<Tag> {
        let mut lines: Vec<Tag> = self.open.iter().chain(&self.done).cloned().collect();
        lines.sort_by_key(|tag| {
            let known = STEP_DOWN
                .iter()
                .position(|name| tag.suggestion() == Some(*name));
            (known.unwrap_or(STEP_DOWN.len()), tag.clone())
        });
        lines
    }

    /// Marks one as done, or as open again.
    pub fn set(&mut self, item: &Tag, done: bool) {
        let (from, to) = if done {
            (&mut self.open, &mut self.done)
        } else {
            (&mut self.done, &mut self.open)
        };
        if let Some(at) = from.iter().position(|tag| tag == item) {
            to.push(from.remove(at));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticking_and_adding_leave_the_other_lines_where_they_are() {
        let mut list = StepDown::suggested();
        let before = list.lines();
        list.set(&Tag::suggested("who-to-call"), true);
        assert_eq!(list.lines(), before);
        list.open.push(Tag::own("Hand back the key").unwrap());
        assert_eq!(list.lines()[..before.len()], before);
    }

    #[test]
    fn a_checked_line_moves_over_and_can_move_back() {
        let mut list = StepDown::suggested();
        let all = list.open.len();
        let item = Tag::suggested("who-to-call");
        list.set(&item, true);
        assert_eq!((list.open.len(), list.done.len()), (all - 1, 1));
        list.set(&item, true);
        assert_eq!(list.done, std::slice::from_ref(&item));
        list.set(&item, false);
        assert_eq!((list.open.len(), list.done.len()), (all, 0));
    }
}
