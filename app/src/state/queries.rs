//! What pages read from the journal, copied out of it.

use ebb_core::journal::RecordId;
use ebb_core::log::{Craving, Entry, Journal, Person};
use ebb_core::text::Tag;

/// A craving's tags of one sort, for [`own_tags`](ebb_core::queries::own_tags).
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
