//! Lists of what a person wrote.

use super::{Written, every};
use crate::journal::RecordId;
use crate::log::{
    Appointment, Assignment, Commitment, Entry, Goal, Group, Journal, Keepsake, LessonRead, Person,
    Phase, Prescription, Recording, RiskySituation, Session, ToBring,
};
use crate::text::Tag;
use crate::time::LocalDay;

/// Every appointment, oldest entry first.
#[must_use]
pub fn appointments(
    journal: &Journal,
) -> impl DoubleEndedIterator<Item = Written<'_, Appointment>> {
    every::<Appointment>(journal)
}

/// Everything a counsellor set, oldest entry first.
#[must_use]
pub fn assignments(journal: &Journal) -> impl DoubleEndedIterator<Item = Written<'_, Assignment>> {
    every::<Assignment>(journal)
}

/// Everything the person said they would do, oldest entry first.
#[must_use]
pub fn commitments(journal: &Journal) -> impl DoubleEndedIterator<Item = Written<'_, Commitment>> {
    every::<Commitment>(journal)
}

/// Every goal, oldest entry first.
#[must_use]
pub fn goals(journal: &Journal) -> impl DoubleEndedIterator<Item = Written<'_, Goal>> {
    every::<Goal>(journal)
}

/// Every group, oldest entry first.
#[must_use]
pub fn groups(journal: &Journal) -> impl DoubleEndedIterator<Item = Written<'_, Group>> {
    every::<Group>(journal)
}

/// Every picture that is kept, oldest first.
#[must_use]
pub fn keepsakes(journal: &Journal) -> impl DoubleEndedIterator<Item = Written<'_, Keepsake>> {
    every::<Keepsake>(journal)
}

/// Everybody to turn to, oldest first.
#[must_use]
pub fn people(journal: &Journal) -> impl DoubleEndedIterator<Item = Written<'_, Person>> {
    every::<Person>(journal)
}

/// Every prescription, oldest entry first.
#[must_use]
pub fn prescriptions(
    journal: &Journal,
) -> impl DoubleEndedIterator<Item = Written<'_, Prescription>> {
    every::<Prescription>(journal)
}

/// Every message of the person to themselves, oldest first.
#[must_use]
pub fn recordings(journal: &Journal) -> impl DoubleEndedIterator<Item = Written<'_, Recording>> {
    every::<Recording>(journal)
}

/// Every high-risk situation with its plan, oldest first.
#[must_use]
pub fn risky_situations(
    journal: &Journal,
) -> impl DoubleEndedIterator<Item = Written<'_, RiskySituation>> {
    every::<RiskySituation>(journal)
}

/// Every session, oldest entry first.
#[must_use]
pub fn sessions(journal: &Journal) -> impl DoubleEndedIterator<Item = Written<'_, Session>> {
    every::<Session>(journal)
}

/// Everything that waits to be brought up or was, oldest entry first.
#[must_use]
pub fn to_bring(journal: &Journal) -> impl DoubleEndedIterator<Item = Written<'_, ToBring>> {
    every::<ToBring>(journal)
}

/// Every phase, by its first day.
#[must_use]
pub fn phases(journal: &Journal) -> Vec<Written<'_, Phase>> {
    let mut phases: Vec<_> = every::<Phase>(journal).collect();
    phases.sort_by_key(|(_, record, phase)| (phase.from, record.id));
    phases
}

/// The phase of a day.
#[must_use]
pub fn phase_on(journal: &Journal, day: LocalDay) -> Option<Written<'_, Phase>> {
    let mut phases = phases(journal);
    phases.retain(|(_, _, phase)| phase.from <= day);
    phases.pop()
}

/// What was noted of one date of a group. Should two devices have noted something, the one that
/// was written last.
#[must_use]
pub fn session_of(
    journal: &Journal,
    group: RecordId,
    on: LocalDay,
) -> Option<Written<'_, Session>> {
    sessions(journal)
        .filter(|(_, _, session)| session.group == group && session.on == on)
        .max_by_key(|(_, record, _)| record.id)
}

/// The ids of the lessons that were read.
pub fn lessons_read(journal: &Journal) -> impl Iterator<Item = &str> {
    every::<LessonRead>(journal).map(|(_, _, read)| read.lesson.as_str())
}

/// How many of a person's own tags are offered.
const OWN_TAGS: usize = 12;
/// Entries that are searched for them: enough to find what is in use without reading years.
const SEARCHED: usize = 200;

/// The person's own tags of one sort, the latest used first, at most twelve. `of` gives the tags
/// of that sort in an entry.
pub fn own_tags<'a, I>(journal: &'a Journal, of: impl Fn(&'a Entry) -> I) -> Vec<Tag>
where
    I: IntoIterator<Item = &'a Tag>,
{
    let mut own: Vec<Tag> = Vec::new();
    for (_, record) in journal.entries().rev().take(SEARCHED) {
        for tag in of(&record.entry) {
            if own.len() < OWN_TAGS && tag.suggestion().is_none() && !own.contains(tag) {
                own.push(tag.clone());
            }
        }
    }
    own
}
