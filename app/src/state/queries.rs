//! What pages read from the journal.

use ebb_core::craving::{Craving, waiting_rerating};
use ebb_core::journal::{Entry, Journal, Record, RecordId};
use ebb_core::moment::{LocalDay, Moment};
use ebb_core::plan::Person;
use ebb_core::programme::sessions;
use ebb_core::rating::Rating;
use ebb_core::text::Tag;
use serde::{Deserialize, Serialize};

/// A craving that Ebb would like to ask about again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenCraving {
    /// Its root.
    pub root: RecordId,
    /// When it was.
    pub at: Moment,
    /// How strong it was.
    pub intensity: Rating,
    /// The asked times that were answered.
    answered: Vec<u16>,
}

impl OpenCraving {
    /// How long a craving is asked about, in minutes.
    const MINUTES: u32 = 60;

    /// Whether it is recent enough to be asked about.
    pub fn is_open(&self, now: Moment) -> bool {
        now.minutes_since(self.at) <= Self::MINUTES
    }

    /// Whether an asked time has come and was not answered.
    pub fn is_asked(&self, now: Moment) -> bool {
        waiting_rerating(now.minutes_since(self.at), &self.answered).is_some()
    }
}

/// The newest craving of the last hour.
pub fn open_craving(journal: &Journal, now: Moment) -> Option<OpenCraving> {
    journal
        .entries()
        .rev()
        .take_while(|(_, record)| now.minutes_since(record.happened_at) <= 24 * 60)
        .filter_map(|(root, record)| match &record.entry {
            Entry::Craving(craving) => Some(OpenCraving {
                root,
                at: record.happened_at,
                intensity: craving.intensity,
                answered: answered(journal, root),
            }),
            _ => None,
        })
        .find(|craving| craving.is_open(now))
}

/// The asked times that were answered.
pub fn answered(journal: &Journal, craving: RecordId) -> Vec<u16> {
    ratings(journal, craving)
        .map(|(record, _)| match &record.entry {
            Entry::Rerating(rerating) => rerating.asked_at,
            _ => 0,
        })
        .collect()
}

/// Later ratings of a craving, oldest first.
pub fn ratings(journal: &Journal, craving: RecordId) -> impl Iterator<Item = (&Record, Rating)> {
    journal
        .children(craving)
        .filter_map(|(_, record)| match &record.entry {
            Entry::Rerating(rerating) => Some((record, rerating.intensity)),
            _ => None,
        })
}

/// The person's own tags of one sort, the latest used first, at most twelve.
pub fn own_tags<'a, I>(journal: &'a Journal, of: impl Fn(&'a Entry) -> I) -> Vec<Tag>
where
    I: IntoIterator<Item = &'a Tag>,
{
    let mut own: Vec<Tag> = Vec::new();
    // Enough to find what is in use without reading years.
    for (_, record) in journal.entries().rev().take(200) {
        for tag in of(&record.entry) {
            if own.len() < 12 && tag.suggestion().is_none() && !own.contains(tag) {
                own.push(tag.clone());
            }
        }
    }
    own
}

/// A craving's tags of one sort, for [`own_tags`].
pub fn of_craving<'a, I>(entry: &'a Entry, tags: fn(&'a Craving) -> I) -> Vec<&'a Tag>
where
    I: IntoIterator<Item = &'a Tag>,
{
    match entry {
        Entry::Craving(craving) => tags(craving).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// The people to turn to, in the order they were added.
pub fn people(journal: &Journal) -> Vec<(RecordId, Person)> {
    let mut people: Vec<_> = journal
        .all_of::<Person>()
        .map(|(root, _, person)| (root, person.clone()))
        .collect();
    people.sort_by_key(|(root, _)| *root);
    people
}

/// What was noted of one date of a group. Should two devices have noted something, the one that
/// was written last.
pub fn session_of(journal: &Journal, group: RecordId, on: LocalDay) -> Option<(RecordId, Record)> {
    let found =
        sessions(journal).filter(|(_, _, session)| session.group == group && session.on == on);
    let newest = found.max_by_key(|(_, record, _)| record.id);
    newest.map(|(root, record, _)| (root, record.clone()))
}
