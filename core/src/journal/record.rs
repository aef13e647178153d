//! One immutable record and what it can hold.

use serde::{Deserialize, Serialize};

use super::id::{DeviceId, RecordId};
use crate::checkin::CheckIn;
use crate::craving::{Craving, Rerating};
use crate::exercise::Practice;
use crate::moment::{LocalDay, Moment};
use crate::plan::Person;
use crate::slip::Slip;

/// What a record says. A new kind of log is one more variant here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Entry {
    /// A craving.
    Craving(Craving),
    /// A craving rated again.
    Rerating(Rerating),
    /// A check-in.
    CheckIn(CheckIn),
    /// A slip.
    Slip(Slip),
    /// An exercise that was done.
    Practice(Practice),
    /// Somebody to turn to.
    Person(Person),
    /// A tombstone: the record named by `replaces` was deleted.
    Deleted,
}

impl Entry {
    /// Whether two entries are of the same kind, so that one may be an edit of the other.
    #[must_use]
    pub fn same_kind(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }

    /// The entry this one belongs to and disappears with.
    #[must_use]
    pub const fn parent(&self) -> Option<RecordId> {
        match self {
            Self::Rerating(rerating) => Some(rerating.craving),
            _ => None,
        }
    }
}

/// Everything a person does is one of these. It is never changed: an edit and a delete are new
/// records whose `replaces` names the first record of that entry (its *root*).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
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
    pub entry: Entry,
}

impl Record {
    /// The first record of the entry this belongs to: itself, unless it replaces one.
    #[must_use]
    pub fn root(&self) -> RecordId {
        self.replaces.unwrap_or(self.id)
    }

    /// Whether this is a tombstone.
    #[must_use]
    pub const fn is_tombstone(&self) -> bool {
        matches!(self.entry, Entry::Deleted)
    }
}
