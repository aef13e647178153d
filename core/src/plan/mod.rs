//! What is prepared in a calm hour for a hard one.
//!
//! Each plan is one entry of the journal that is edited, never a second one beside it:
//! [`write`](fn@write) makes the right [`Action`]. Should two devices have begun one each, the one
//! that was written last is the plan; the other stays in the journal until the person deletes it.

mod after;
mod person;
mod place;
mod relapse;
mod safety;

pub use after::{AfterPlan, CHECKPOINTS};
pub use person::{NotAPhone, Person, Phone};
pub use place::{Place, Places};
pub use relapse::{Reasons, RelapsePlan, Response, RiskySituation};
pub use safety::{SafetyPlan, SafetyStep};

use crate::journal::{Action, Entry, Journal, Record, RecordId};

/// A plan with its entry's root and newest record, whose `written_at` says when it was last
/// changed.
pub type Kept<'a, T> = (RecordId, &'a Record, &'a T);

/// Looks into an entry for one kind of content.
pub(crate) type Pick<T> = fn(&Entry) -> Option<&T>;

/// The newest living entry for which `pick` finds something.
pub(crate) fn newest<T>(journal: &Journal, pick: Pick<T>) -> Option<Kept<'_, T>> {
    every(journal, pick).max_by_key(|(_, record, _)| record.id)
}

/// Every living entry for which `pick` finds something, oldest first.
pub(crate) fn every<'a, T: 'a>(
    journal: &'a Journal,
    pick: Pick<T>,
) -> impl DoubleEndedIterator<Item = Kept<'a, T>> {
    journal.entries().filter_map(move |(root, record)| {
        let found = pick(&record.entry)?;
        Some((root, record, found))
    })
}

/// The safety plan.
#[must_use]
pub fn safety_plan(journal: &Journal) -> Option<Kept<'_, SafetyPlan>> {
    newest(journal, |entry| match entry {
        Entry::SafetyPlan(plan) => Some(plan),
        _ => None,
    })
}

/// The plan for keeping well.
#[must_use]
pub fn relapse_plan(journal: &Journal) -> Option<Kept<'_, RelapsePlan>> {
    newest(journal, |entry| match entry {
        Entry::RelapsePlan(plan) => Some(plan),
        _ => None,
    })
}

/// The person's reasons.
#[must_use]
pub fn reasons(journal: &Journal) -> Option<Kept<'_, Reasons>> {
    newest(journal, |entry| match entry {
        Entry::Reasons(reasons) => Some(reasons),
        _ => None,
    })
}

/// The places to go.
#[must_use]
pub fn places(journal: &Journal) -> Option<Kept<'_, Places>> {
    newest(journal, |entry| match entry {
        Entry::Places(places) => Some(places),
        _ => None,
    })
}

/// The plan for the first 90 days after the programme.
#[must_use]
pub fn after_plan(journal: &Journal) -> Option<Kept<'_, AfterPlan>> {
    newest(journal, |entry| match entry {
        Entry::AfterPlan(plan) => Some(plan),
        _ => None,
    })
}

/// Every high-risk situation with its plan, oldest first.
#[must_use]
pub fn risky_situations(
    journal: &Journal,
) -> impl DoubleEndedIterator<Item = Kept<'_, RiskySituation>> {
    every(journal, |entry| match entry {
        Entry::RiskySituation(situation) => Some(situation),
        _ => None,
    })
}

/// Everybody to turn to, oldest first.
#[must_use]
pub fn people(journal: &Journal) -> impl DoubleEndedIterator<Item = Kept<'_, Person>> {
    every(journal, |entry| match entry {
        Entry::Person(person) => Some(person),
        _ => None,
    })
}

/// How to write a plan there is only one of: as an edit of it, or as a new entry.
#[must_use]
pub fn write(journal: &Journal, entry: Entry) -> Action {
    let current = journal
        .entries()
        .filter(|(_, record)| record.entry.same_kind(&entry))
        .max_by_key(|(_, record)| record.id);
    match current {
        Some((root, record)) => Action::Edit {
            root,
            entry,
            happened_at: record.happened_at,
        },
        None => Action::Log {
            entry,
            happened_at: None,
        },
    }
}
