//! What is prepared in a calm hour for a hard one.
//!
//! Each plan is one entry of the journal that is edited, never a second one beside it:
//! [`write_single`] makes the right [`Action`]. Should two devices have begun one each, the one
//! that was written last is the plan; the other stays in the journal until the person deletes it.

use super::{Written, people};
use crate::log::{
    Action, AfterPlan, Entry, Journal, Person, Places, Reasons, RelapsePlan, SafetyPlan, StepDown,
};

/// The safety plan.
#[must_use]
pub fn safety_plan(journal: &Journal) -> Option<Written<'_, SafetyPlan>> {
    journal.newest_of::<SafetyPlan>()
}

/// The plan for keeping well.
#[must_use]
pub fn relapse_plan(journal: &Journal) -> Option<Written<'_, RelapsePlan>> {
    journal.newest_of::<RelapsePlan>()
}

/// The person's reasons.
#[must_use]
pub fn reasons(journal: &Journal) -> Option<Written<'_, Reasons>> {
    journal.newest_of::<Reasons>()
}

/// The places to go.
#[must_use]
pub fn places(journal: &Journal) -> Option<Written<'_, Places>> {
    journal.newest_of::<Places>()
}

/// The plan for the first 90 days after the programme.
#[must_use]
pub fn after_plan(journal: &Journal) -> Option<Written<'_, AfterPlan>> {
    journal.newest_of::<AfterPlan>()
}

/// The checklist for stepping down.
#[must_use]
pub fn step_down(journal: &Journal) -> Option<Written<'_, StepDown>> {
    journal.newest_of::<StepDown>()
}

/// Everybody to turn to in a crisis, each once: whom the safety plan names first, and then the
/// other people.
#[must_use]
pub fn to_turn_to(journal: &Journal) -> Vec<&Person> {
    let plan = safety_plan(journal).map(|(_, _, plan)| plan);
    let planned = plan
        .into_iter()
        .flat_map(|plan| plan.ask.iter().chain(&plan.professionals));
    let mut found: Vec<&Person> = Vec::new();
    for person in planned.chain(people(journal).map(|(_, _, person)| person)) {
        let same = |other: &&Person| other.name == person.name && other.phone == person.phone;
        if !found.iter().any(same) {
            found.push(person);
        }
    }
    found
}

/// How to write a plan there is only one of: as an edit of it, or as a new entry.
#[must_use]
pub fn write_single(journal: &Journal, entry: Entry) -> Action {
    let current = journal
        .entries()
        .filter(|(_, record)| record.entry.kind() == entry.kind())
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::{DeviceId, Stamp};
    use crate::log::Phone;
    use crate::text::Tag;
    use crate::time::DayBoundary;

    fn person(name: &str, phone: Option<&str>) -> Person {
        Person {
            name: Tag::own(name).unwrap(),
            phone: phone.map(|phone| Phone::new(phone).unwrap()),
            good_for: None,
            line: None,
        }
    }

    fn log(journal: &mut Journal, entry: Entry) {
        let mut stamp = Stamp {
            now: "2026-01-01T12:00:00Z".parse().unwrap(),
            device: DeviceId::new(1),
            boundary: DayBoundary::default(),
            random: &mut || 7,
        };
        let action = write_single(journal, entry);
        for record in journal.prepare(&action, &mut stamp).unwrap() {
            journal.absorb(record);
        }
    }

    #[test]
    fn whom_to_turn_to_are_those_of_the_plan_and_then_the_others_each_once() {
        let mut journal = Journal::default();
        assert!(to_turn_to(&journal).is_empty());
        log(&mut journal, Entry::SafetyPlan(SafetyPlan::default()));
        assert!(to_turn_to(&journal).is_empty(), "a plan without people");
        let (sam, doctor) = (person("Sam", Some("555 0100")), person("Dr. Lee", None));
        log(&mut journal, Entry::Person(sam.clone()));
        let plan = SafetyPlan {
            ask: vec![person("Ana", Some("555 0101")), sam.clone()],
            professionals: vec![doctor],
            ..SafetyPlan::default()
        };
        log(&mut journal, Entry::SafetyPlan(plan));
        let names: Vec<_> = to_turn_to(&journal)
            .into_iter()
            .map(|person| person.name.as_str())
            .collect();
        assert_eq!(names, ["Ana", "Sam", "Dr. Lee"]);
    }
}
