//! Which entries have more than the record they began with.

use std::collections::{BTreeMap, BTreeSet};

use super::entry::EntryList;
use super::id::RecordId;
use super::record::Record;

/// All records of one entry.
#[derive(Clone, Debug, Default)]
pub(super) struct Versions {
    ids: BTreeSet<RecordId>,
    dead: bool,
}

impl Versions {
    /// Oldest first; a tombstone is among them.
    pub(super) fn ids(&self) -> impl DoubleEndedIterator<Item = RecordId> {
        self.ids.iter().copied()
    }

    pub(super) fn newest(&self) -> Option<RecordId> {
        self.ids.last().copied()
    }

    /// Whether a tombstone is among them.
    pub(super) const fn is_dead(&self) -> bool {
        self.dead
    }
}

/// The versions of each entry that was edited or deleted. Nearly none was, and the others would
/// take more room here than all that they say.
#[derive(Clone, Debug, Default)]
pub(super) struct Changed(BTreeMap<RecordId, Versions>);

impl Changed {
    /// `None` for an entry that is the record it began with, or is not known.
    pub(super) fn versions(&self, root: RecordId) -> Option<&Versions> {
        self.0.get(&root)
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &Versions> {
        self.0.values()
    }

    /// Takes in a record that joins `records` or is among them.
    pub(super) fn note<E: EntryList>(
        &mut self,
        record: &Record<E>,
        records: &BTreeMap<RecordId, Record<E>>,
    ) {
        let root = record.root();
        if record.replaces.is_none() {
            if let Some(versions) = self.0.get_mut(&root) {
                versions.ids.insert(root);
            }
            return;
        }
        let versions = self.0.entry(root).or_default();
        if begins_there(root, records) {
            versions.ids.insert(root);
        }
        versions.ids.insert(record.id);
        versions.dead |= record.is_tombstone();
    }

    /// Lets go of a record that is not among `records` any more.
    pub(super) fn forget<E: EntryList>(
        &mut self,
        root: RecordId,
        id: RecordId,
        records: &BTreeMap<RecordId, Record<E>>,
    ) {
        let Some(versions) = self.0.get_mut(&root) else {
            return;
        };
        versions.ids.remove(&id);
        let mut left = versions.ids.iter().filter_map(|id| records.get(id));
        versions.dead = left.any(Record::is_tombstone);
        if versions.ids.iter().all(|id| *id == root) {
            self.0.remove(&root);
        }
    }
}

/// Whether the record called `root` is there and begins an entry.
fn begins_there<E>(root: RecordId, records: &BTreeMap<RecordId, Record<E>>) -> bool {
    let record = records.get(&root);
    record.is_some_and(|record| record.replaces.is_none())
}
