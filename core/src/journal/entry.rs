//! What a journal must know of what is kept in it.

use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::id::RecordId;

/// The kinds of entries that a journal keeps, as one list: an enum with a variant for each kind
/// and one for deletes. Its serde form is what stands under `entry` in a stored record.
pub trait EntryList: Clone + Debug + Eq + Serialize + DeserializeOwned {
    /// The name of the entry's kind, as in the format. One kind has one name for ever.
    fn kind(&self) -> &'static str;

    /// The tombstone: what stands in a record that deletes another.
    fn deleted() -> Self;

    /// Whether this is the tombstone.
    fn is_deleted(&self) -> bool;

    /// The entry this one belongs to and disappears with.
    fn parent(&self) -> Option<RecordId> {
        None
    }

    /// Has it belong to another entry. Called only where [`parent`](Self::parent) gives one.
    fn set_parent(&mut self, _parent: RecordId) {}

    /// Whether it says nothing at all, and so is not taken.
    fn is_blank(&self) -> bool {
        false
    }
}

/// What entries of one kind in the list `E` hold.
pub trait Payload<E>: Sized + 'static {
    /// The name of the kind, as in the format.
    const KIND: &'static str;

    /// What the entry holds, if it is of this kind.
    fn of(entry: &E) -> Option<&Self>;
}
