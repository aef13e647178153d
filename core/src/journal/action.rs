//! What a person can do to the journal, turned into the records that say so.
//!
//! The protocol has two steps. [`Journal::prepare`] checks an action and gives the records to
//! store; nothing has happened yet. When the store has acknowledged them *all*, the caller gives
//! them to [`Journal::absorb`]. So nothing is ever shown as saved that could still be lost, and
//! after a failed write the same records can simply be tried again.

use super::Journal;
use super::entry::EntryList;
use super::id::{DeviceId, RecordId};
use super::record::Record;
use crate::time::{DayBoundary, LocalDay, Moment};

/// A clock may run this far ahead of another device's before an entry counts as in the future.
const CLOCK_TOLERANCE_MS: i64 = 5 * 60_000;

/// Something a person does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action<E> {
    /// Add an entry, now or at an earlier time.
    Log {
        /// What to keep.
        entry: E,
        /// When it happened; `None` for now.
        happened_at: Option<Moment>,
    },
    /// Replace an entry's content.
    Edit {
        /// The entry.
        root: RecordId,
        /// Its new content, of the same kind.
        entry: E,
        /// When it happened.
        happened_at: Moment,
    },
    /// Delete an entry and what belongs to it.
    Delete {
        /// The entry.
        root: RecordId,
    },
    /// Bring back what a delete took, for as long as it has not been erased.
    Restore {
        /// The entry.
        root: RecordId,
    },
}

/// Why an action cannot be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ActionError {
    /// The time given has not come yet.
    #[error("that time is still to come")]
    InTheFuture,
    /// A check-in or questionnaire without one answer.
    #[error("nothing was answered")]
    NothingAnswered,
    /// No such entry, or it was deleted, here or on another device.
    #[error("that entry is not in the journal any more")]
    Gone,
    /// An edit may not turn one kind of entry into another.
    #[error("an edit keeps the kind of entry")]
    KindChanged,
    /// The payload of a deleted entry was already erased.
    #[error("the entry was erased and cannot be brought back")]
    Erased,
}

/// Where and when an action happens: what the core may not find out by itself.
pub struct Stamp<'a> {
    /// Now.
    pub now: Moment,
    /// The device.
    pub device: DeviceId,
    /// When the person's day ends.
    pub boundary: DayBoundary,
    /// Gives 128 fresh random bits at each call.
    pub random: &'a mut dyn FnMut() -> u128,
}

/// Gives out ids that follow each other, for the records of one action.
struct Writer<'a, 'b> {
    stamp: &'a mut Stamp<'b>,
    last: Option<RecordId>,
}

impl Writer<'_, '_> {
    fn record<E>(
        &mut self,
        entry: E,
        replaces: Option<RecordId>,
        happened_at: Moment,
        local_day: LocalDay,
    ) -> Record<E> {
        let id = RecordId::next(self.last, self.stamp.now.utc_ms(), (self.stamp.random)());
        self.last = Some(id);
        Record {
            id,
            device: self.stamp.device,
            written_at: self.stamp.now,
            happened_at,
            local_day,
            replaces,
            entry,
        }
    }
}

impl<E: EntryList> Journal<E> {
    /// The records that carry out an action, to be stored together or not at all.
    ///
    /// # Errors
    /// [`ActionError`]; the journal is unchanged.
    pub fn prepare(
        &self,
        action: &Action<E>,
        stamp: &mut Stamp<'_>,
    ) -> Result<Vec<Record<E>>, ActionError> {
        let mut writer = Writer {
            last: self.last_id(),
            stamp,
        };
        match action {
            Action::Log { entry, happened_at } => {
                let happened_at = happened_at.unwrap_or(writer.stamp.now);
                check_not_blank(entry)?;
                check_time(happened_at, writer.stamp.now)?;
                let day = happened_at.local_day(writer.stamp.boundary);
                Ok(vec![writer.record(entry.clone(), None, happened_at, day)])
            }
            Action::Edit {
                root,
                entry,
                happened_at,
            } => self.edit(*root, entry, *happened_at, &mut writer),
            Action::Delete { root } => self.delete(*root, &mut writer),
            Action::Restore { root } => self.restore(*root, &mut writer),
        }
    }

    fn edit(
        &self,
        root: RecordId,
        entry: &E,
        happened_at: Moment,
        writer: &mut Writer<'_, '_>,
    ) -> Result<Vec<Record<E>>, ActionError> {
        let current = self.get(root).ok_or(ActionError::Gone)?;
        if current.entry.kind() != entry.kind() {
            return Err(ActionError::KindChanged);
        }
        check_not_blank(entry)?;
        // An edit that leaves the time alone leaves the day alone, whatever the boundary is now,
        // and is no edit of the future, even when the clock has been set back since.
        let day = if happened_at == current.happened_at {
            current.local_day
        } else {
            check_time(happened_at, writer.stamp.now)?;
            happened_at.local_day(writer.stamp.boundary)
        };
        Ok(vec![writer.record(
            entry.clone(),
            Some(root),
            happened_at,
            day,
        )])
    }

    fn delete(
        &self,
        root: RecordId,
        writer: &mut Writer<'_, '_>,
    ) -> Result<Vec<Record<E>>, ActionError> {
        let target = self.get(root).ok_or(ActionError::Gone)?;
        Ok(std::iter::once((root, target))
            .chain(self.children(root))
            .map(|(dead, record)| {
                writer.record(
                    E::deleted(),
                    Some(dead),
                    record.happened_at,
                    record.local_day,
                )
            })
            .collect())
    }

    /// A tombstone wins for ever, so what comes back comes back under new ids.
    fn restore(
        &self,
        root: RecordId,
        writer: &mut Writer<'_, '_>,
    ) -> Result<Vec<Record<E>>, ActionError> {
        let buried = self.buried(root).ok_or(ActionError::Erased)?;
        let parent = writer.record(
            buried.entry.clone(),
            None,
            buried.happened_at,
            buried.local_day,
        );
        let new_root = parent.id;
        let mut records = vec![parent];
        for child in self.buried_with(root) {
            let mut entry = child.entry.clone();
            entry.set_parent(new_root);
            records.push(writer.record(entry, None, child.happened_at, child.local_day));
        }
        Ok(records)
    }
}

fn check_time(happened_at: Moment, now: Moment) -> Result<(), ActionError> {
    if happened_at.utc_ms() > now.utc_ms().saturating_add(CLOCK_TOLERANCE_MS) {
        return Err(ActionError::InTheFuture);
    }
    Ok(())
}

fn check_not_blank(entry: &impl EntryList) -> Result<(), ActionError> {
    if entry.is_blank() {
        return Err(ActionError::NothingAnswered);
    }
    Ok(())
}
