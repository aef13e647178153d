//! One immutable record.

use super::entry::EntryList;
use super::id::{DeviceId, RecordId};
use crate::time::{LocalDay, Moment};

/// Everything a person does is one of these. It is never changed: an edit and a delete are new
/// records whose `replaces` names the first record of that entry (its *root*).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record<E> {
    /// Its name, which also orders edits.
    pub id: RecordId,
    /// The device that wrote it.
    pub device: DeviceId,
    /// When it was written.
    pub written_at: Moment,
    /// When what it tells of happened.
    pub happened_at: Moment,
    /// The day that belongs to, as the person's days were when it was written.
    pub local_day: LocalDay,
    /// The root of the entry that this edits or deletes.
    pub replaces: Option<RecordId>,
    /// What it says.
    pub entry: E,
}

impl<E: EntryList> Record<E> {
    /// The first record of the entry this belongs to: itself, unless it replaces one.
    #[must_use]
    pub fn root(&self) -> RecordId {
        self.replaces.unwrap_or(self.id)
    }

    /// Whether this is a tombstone.
    #[must_use]
    pub fn is_tombstone(&self) -> bool {
        self.entry.is_deleted()
    }
}
