//! What a backup would change here, and the records that change it.

use std::collections::{BTreeMap, BTreeSet};

use super::Backup;
use crate::journal::RecordId;
use crate::log::{Journal, Record};
use crate::time::{LocalDay, Moment};

/// What restoring a backup would do, for a person to see before anything is done.
///
/// Entries are counted as a person sees them: a craving and its later ratings are one. Those in
/// the backup are `new`, `changed`, `already_here` or `deleted_here`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Preview {
    /// When the backup was made.
    pub issued_at: Moment,
    /// The day of its first entry.
    pub first: Option<LocalDay>,
    /// The day of its last entry.
    pub last: Option<LocalDay>,
    /// How many entries of each kind it holds.
    pub kinds: BTreeMap<&'static str, usize>,
    /// Entries that would be added.
    pub new: usize,
    /// Entries that are here, to which something newer would be added.
    pub changed: usize,
    /// Entries that are here and would stay as they are.
    pub already_here: usize,
    /// Entries that were deleted here and stay deleted.
    pub deleted_here: usize,
    /// Entries that are here and that the backup knows as deleted: they would be deleted.
    pub deletes: usize,
    /// Records that cannot be read.
    pub unreadable: usize,
    /// Records that a newer Ebb wrote.
    pub newer: usize,
    /// Records that are here with another content; what is here stays.
    pub contradicting: usize,
}

impl Backup {
    /// The records to append, by id. Appending them is restoring: when they have been taken in,
    /// there are none any more.
    ///
    /// What was deleted, here or in the backup, is not among them, nor what was edited since:
    /// nothing of it shall lie in the store again.
    #[must_use]
    pub fn restore(&self, here: &Journal) -> Vec<Record> {
        let missing = self.journal.records().filter(|record| {
            let known = here.record(record.id).is_some();
            !known && (record.is_tombstone() || self.would_show(record, here))
        });
        missing.cloned().collect()
    }

    /// Whether a record would be the newest version of a living entry.
    fn would_show(&self, record: &Record, here: &Journal) -> bool {
        let root = record.root();
        let newest = |journal: &Journal| journal.get(root).map(|newest| newest.id);
        let parent = record.entry.parent();
        !self.is_deleted(root, here)
            && Some(record.id) >= newest(&self.journal).max(newest(here))
            && !parent.is_some_and(|parent| self.is_deleted(parent, here))
    }

    fn is_deleted(&self, root: RecordId, here: &Journal) -> bool {
        self.journal.is_deleted(root) || here.is_deleted(root)
    }

    /// What restoring would do.
    #[must_use]
    pub fn compare(&self, here: &Journal) -> Preview {
        let restored = self.restore(here);
        let touched: BTreeSet<RecordId> = restored
            .iter()
            .map(|record| {
                let known = here.get(record.root());
                let parent = known.and_then(|known| known.entry.parent());
                let parent = record.entry.parent().or(parent);
                parent.unwrap_or_else(|| record.root())
            })
            .collect();
        let mut preview = self.empty_preview(here);
        for (root, record) in self.journal.entries() {
            *preview.kinds.entry(record.entry.kind()).or_default() += 1;
            let count = if here.is_deleted(root) {
                &mut preview.deleted_here
            } else if here.get(root).is_none() {
                &mut preview.new
            } else if touched.contains(&root) {
                &mut preview.changed
            } else {
                &mut preview.already_here
            };
            *count += 1;
        }
        preview
    }

    fn empty_preview(&self, here: &Journal) -> Preview {
        let mut entries = self.journal.entries();
        let first = entries.next().map(|(_, record)| record.local_day);
        let last = entries.next_back().map(|(_, record)| record.local_day);
        let deletes = here
            .entries()
            .filter(|(root, _)| self.journal.is_deleted(*root));
        let contradicting = self
            .journal
            .records()
            .filter(|record| here.record(record.id).is_some_and(|known| known != *record));
        Preview {
            issued_at: self.issued_at,
            first,
            last: last.or(first),
            kinds: BTreeMap::new(),
            new: 0,
            changed: 0,
            already_here: 0,
            deleted_here: 0,
            deletes: deletes.count(),
            unreadable: self.unreadable,
            newer: self.newer,
            contradicting: contradicting.count(),
        }
    }
}
