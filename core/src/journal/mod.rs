//! The journal: an append-only set of records and the state that follows from it.
//!
//! The state is a fold over records. Records only ever join the set, so merging two devices is
//! set union: commutative, associative and idempotent, whatever order the records arrive in. Of
//! several versions of an entry the one with the greatest id is shown; a tombstone wins over all.
//!
//! ```
//! use ebb_core::log::Craving;
//! use ebb_core::log::{Action, Entry, Journal};
//! use ebb_core::journal::{DeviceId, Stamp};
//! use ebb_core::time::{DayBoundary, Moment};
//! use ebb_core::rating::Rating;
//!
//! let mut journal = Journal::default();
//! let mut stamp = Stamp {
//!     now: "2026-11-25T18:30:00.000-05:00".parse::<Moment>().unwrap(),
//!     device: DeviceId::new(1),
//!     boundary: DayBoundary::default(),
//!     random: &mut || 42,
//! };
//! let entry = Entry::Craving(Craving::of(Rating::new(7).unwrap()));
//! let records = journal.prepare(&Action::Log { entry, happened_at: None }, &mut stamp).unwrap();
//! // … the store acknowledges the records …
//! for record in records {
//!     journal.absorb(record);
//! }
//! assert_eq!(journal.entries().count(), 1);
//! ```

mod action;
mod changed;
mod codec;
mod entry;
mod id;
mod record;

use std::collections::{BTreeMap, BTreeSet};

pub use action::{Action, ActionError, Stamp};
pub use codec::{DecodeError, EncodeError, FORMAT, decode, encode};
pub use entry::{EntryList, Payload};
pub use id::{DeviceId, NotAnId, RecordId};
pub use record::Record;

use crate::time::LocalDay;
use changed::{Changed, Versions};

/// Bytes that could not be read as a record. They stay in the store, byte for byte.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuarantinedRecord {
    /// The key they are stored under.
    pub key: String,
    /// Why.
    pub reason: DecodeError,
}

/// Where an entry stands: day, instant (ms since 1970 UTC), root.
type Place = (LocalDay, i64, RecordId);

/// The journal of one person.
#[derive(Clone, Debug)]
pub struct Journal<E> {
    records: BTreeMap<RecordId, Record<E>>,
    changed: Changed,
    timeline: BTreeSet<Place>,
    by_kind: BTreeMap<&'static str, BTreeSet<Place>>,
    /// Each entry with what belongs to it: of dead entries too, and whatever came first, since a
    /// restore has to find them.
    children: BTreeSet<(RecordId, RecordId)>,
}

impl<E> Default for Journal<E> {
    fn default() -> Self {
        Self {
            records: BTreeMap::new(),
            changed: Changed::default(),
            timeline: BTreeSet::new(),
            by_kind: BTreeMap::new(),
            children: BTreeSet::new(),
        }
    }
}

impl<E: EntryList> Journal<E> {
    /// Opens what a store holds. It never fails as a whole: what cannot be read is quarantined.
    pub fn open<K: AsRef<str>, B: AsRef<[u8]>>(
        stored: impl IntoIterator<Item = (K, B)>,
    ) -> (Self, Vec<QuarantinedRecord>) {
        let mut records = Vec::new();
        let mut quarantined = Vec::new();
        for (key, bytes) in stored {
            let key = key.as_ref();
            match decode(bytes.as_ref()) {
                Ok(record) if record.id.to_string() == key => records.push(record),
                Ok(_) => quarantined.push(QuarantinedRecord {
                    key: key.to_owned(),
                    reason: DecodeError::Contradiction,
                }),
                Err(reason) => quarantined.push(QuarantinedRecord {
                    key: key.to_owned(),
                    reason,
                }),
            }
        }
        (records.into_iter().collect(), quarantined)
    }

    /// Takes in a stored record and says whether it was new. Taking one twice changes nothing.
    ///
    /// Two different records under one id can only come from damage or ill will; which of them
    /// stays depends on their content alone, so that every device keeps the same one.
    pub fn absorb(&mut self, record: Record<E>) -> bool {
        if let Some(known) = self.records.get(&record.id) {
            if encode(known).ok() >= encode(&record).ok() {
                return false;
            }
            self.forget(record.id);
        }
        let root = record.root();
        self.unplace(root);
        if let Some(parent) = record.entry.parent() {
            self.children.insert((parent, root));
        }
        self.changed.note(&record, &self.records);
        self.records.insert(record.id, record);
        self.place(root);
        true
    }

    /// Takes in everything another journal holds.
    pub fn merge(&mut self, other: &Self) {
        for record in other.records.values() {
            self.absorb(record.clone());
        }
    }

    /// All records, by id. Superseded versions and tombstones are among them.
    pub fn records(&self) -> impl Iterator<Item = &Record<E>> {
        self.records.values()
    }

    /// A record by its id, superseded versions and tombstones among them.
    #[must_use]
    pub fn record(&self, id: RecordId) -> Option<&Record<E>> {
        self.records.get(&id)
    }

    /// Whether an entry was deleted, here or elsewhere.
    #[must_use]
    pub fn is_deleted(&self, root: RecordId) -> bool {
        self.is_dead(root)
    }

    /// What a person sees, oldest first: each living entry's root and newest version, without
    /// what belongs to another entry.
    #[must_use]
    pub fn entries(&self) -> impl DoubleEndedIterator<Item = (RecordId, &Record<E>)> {
        self.living(self.timeline.iter())
    }

    /// The same for the days from `first` to `last`, both included.
    #[must_use]
    pub fn entries_between(
        &self,
        first: LocalDay,
        last: LocalDay,
    ) -> impl DoubleEndedIterator<Item = (RecordId, &Record<E>)> {
        let smallest = RecordId::next(None, 0, 0);
        let range = if first <= last {
            (first, i64::MIN, smallest)..(last.plus(1), i64::MIN, smallest)
        } else {
            (first, i64::MIN, smallest)..(first, i64::MIN, smallest)
        };
        self.living(self.timeline.range(range))
    }

    /// What [`entries`](Self::entries) has of one kind, named as in the format. It looks at nothing
    /// else, so that the few goals of a person cost nothing beside the many cravings.
    #[must_use]
    pub fn of_kind(&self, kind: &str) -> impl DoubleEndedIterator<Item = (RecordId, &Record<E>)> {
        self.living(self.by_kind.get(kind).into_iter().flatten())
    }

    /// The same with what each holds.
    #[must_use]
    pub fn all_of<T: Payload<E>>(
        &self,
    ) -> impl DoubleEndedIterator<Item = (RecordId, &Record<E>, &T)> {
        self.of_kind(T::KIND)
            .filter_map(|(root, record)| T::of(&record.entry).map(|held| (root, record, held)))
    }

    /// The newest living entry of one kind, by when it was written: of a kind there is one of, such
    /// as a plan, two devices may have begun one each.
    #[must_use]
    pub fn newest_of<T: Payload<E>>(&self) -> Option<(RecordId, &Record<E>, &T)> {
        self.all_of().max_by_key(|(_, record, _)| record.id)
    }

    fn living<'a>(
        &'a self,
        places: impl DoubleEndedIterator<Item = &'a Place>,
    ) -> impl DoubleEndedIterator<Item = (RecordId, &'a Record<E>)> {
        places
            .filter_map(|(_, _, root)| self.get(*root).map(|record| (*root, record)))
            .filter(|(_, record)| record.entry.parent().is_none())
    }

    /// The newest version of a living entry.
    #[must_use]
    pub fn get(&self, root: RecordId) -> Option<&Record<E>> {
        match self.changed.versions(root) {
            None => self.unchanged(root),
            Some(versions) if versions.is_dead() => None,
            Some(versions) => self.records.get(&versions.newest()?),
        }
    }

    /// An entry that was neither edited nor deleted.
    fn unchanged(&self, root: RecordId) -> Option<&Record<E>> {
        let record = self.records.get(&root)?;
        record.replaces.is_none().then_some(record)
    }

    /// The living entries that belong to `root`, such as a craving's later ratings, oldest first.
    pub fn children(&self, root: RecordId) -> impl Iterator<Item = (RecordId, &Record<E>)> {
        self.children_roots(root)
            .filter_map(|child| self.get(child).map(|record| (child, record)))
            .filter(move |(_, record)| record.entry.parent() == Some(root))
    }

    /// Records whose payload nobody can see any more: of deleted entries and what belongs to them,
    /// wherever it was added, and of edited versions. Erasing them from the store is what
    /// makes a delete a delete; tombstones stay.
    #[must_use]
    pub fn erasable(&self) -> Vec<RecordId> {
        let hidden = |record: &Record<E>| {
            let parent = record.entry.parent();
            parent.is_some_and(|parent| self.is_dead(parent))
        };
        let mut erasable: Vec<RecordId> = Vec::new();
        for versions in self.changed.all() {
            let newest = versions.newest();
            let newest_record = newest.and_then(|id| self.records.get(&id));
            let hidden = versions.is_dead() || newest_record.is_some_and(hidden);
            erasable.extend(versions.ids().filter(|id| {
                let superseded = hidden || Some(*id) != newest;
                superseded && self.records.get(id).is_some_and(|r| !r.is_tombstone())
            }));
        }
        for (_, child) in &self.children {
            if self.changed.versions(*child).is_none() && self.unchanged(*child).is_some_and(hidden)
            {
                erasable.push(*child);
            }
        }
        erasable.sort_unstable();
        // A child that two different records under one id gave two parents comes twice.
        erasable.dedup();
        erasable
    }

    /// Drops a record that the store has erased.
    pub fn forget(&mut self, id: RecordId) {
        let Some(record) = self.records.get(&id) else {
            return;
        };
        let root = record.root();
        self.unplace(root);
        self.records.remove(&id);
        self.changed.forget(root, id, &self.records);
        self.place(root);
    }

    fn last_id(&self) -> Option<RecordId> {
        self.records.keys().next_back().copied()
    }

    fn children_roots(&self, root: RecordId) -> impl Iterator<Item = RecordId> {
        let all = (root, RecordId::FIRST)..=(root, RecordId::LAST);
        self.children.range(all).map(|(_, child)| *child)
    }

    /// The newest version of an entry, living or deleted, while it is still held.
    fn newest(&self, root: RecordId) -> Option<&Record<E>> {
        let Some(versions) = self.changed.versions(root) else {
            return self.unchanged(root);
        };
        versions
            .ids()
            .rev()
            .filter_map(|id| self.records.get(&id))
            .find(|record| !record.is_tombstone())
    }

    fn is_dead(&self, root: RecordId) -> bool {
        let versions = self.changed.versions(root);
        versions.is_some_and(Versions::is_dead)
    }

    /// The newest version of a deleted entry, while it is still held.
    fn buried(&self, root: RecordId) -> Option<&Record<E>> {
        self.is_dead(root).then(|| self.newest(root)).flatten()
    }

    /// What disappeared with `root`: deleted together with it, or added on another device that
    /// did not know of the delete. Not what was deleted on its own before.
    fn buried_with(&self, root: RecordId) -> impl Iterator<Item = &Record<E>> {
        let deleted_at = self.tombstone(root).map(|stone| stone.written_at);
        self.children_roots(root)
            .filter(move |child| {
                self.tombstone(*child)
                    .is_none_or(|stone| Some(stone.written_at) == deleted_at)
            })
            .filter_map(|child| self.newest(child))
            .filter(move |record| record.entry.parent() == Some(root))
    }

    fn tombstone(&self, root: RecordId) -> Option<&Record<E>> {
        let mut newest_first = self.changed.versions(root)?.ids().rev();
        newest_first.find_map(|id| self.records.get(&id).filter(|r| r.is_tombstone()))
    }

    fn unplace(&mut self, root: RecordId) {
        if let Some((place, kind)) = self.place_of(root) {
            self.timeline.remove(&place);
            if let Some(places) = self.by_kind.get_mut(kind) {
                places.remove(&place);
            }
        }
    }

    fn place(&mut self, root: RecordId) {
        if let Some((place, kind)) = self.place_of(root) {
            self.timeline.insert(place);
            self.by_kind.entry(kind).or_default().insert(place);
        }
    }

    fn place_of(&self, root: RecordId) -> Option<(Place, &'static str)> {
        let record = self.get(root)?;
        let place = (record.local_day, record.happened_at.utc_ms(), root);
        Some((place, record.entry.kind()))
    }
}

impl<E: EntryList> FromIterator<Record<E>> for Journal<E> {
    /// The same as absorbing them one after the other, in less time and memory: what is built of
    /// sorted rows has no half-empty nodes.
    fn from_iter<I: IntoIterator<Item = Record<E>>>(records: I) -> Self {
        let mut records: Vec<Record<E>> = records.into_iter().collect();
        records.sort_by_key(|record| record.id);
        let doubled = take_doubled(&mut records);
        let mut journal = Self {
            records: records.into_iter().map(|one| (one.id, one)).collect(),
            ..Self::default()
        };
        for record in journal.records.values() {
            journal.changed.note(record, &journal.records);
        }
        let with_parent = |record: &Record<E>| Some((record.entry.parent()?, record.root()));
        journal.children = journal.records.values().filter_map(with_parent).collect();
        let mut by_kind: BTreeMap<&'static str, Vec<Place>> = BTreeMap::new();
        let shown = journal.records.values().filter_map(|record| {
            // Once for each entry, with whatever version of it comes first.
            let root = record.root();
            let first = match journal.changed.versions(root) {
                Some(versions) => versions.ids().next() == Some(record.id),
                None => true,
            };
            first.then(|| journal.place_of(root)).flatten()
        });
        for (place, kind) in shown {
            by_kind.entry(kind).or_default().push(place);
        }
        journal.timeline = by_kind.values().flatten().copied().collect();
        journal.by_kind = by_kind
            .into_iter()
            .map(|(kind, places)| (kind, places.into_iter().collect()))
            .collect();
        for record in doubled {
            journal.absorb(record);
        }
        journal
    }
}

/// Takes out of sorted records every one but the first of each id.
fn take_doubled<E>(records: &mut Vec<Record<E>>) -> Vec<Record<E>> {
    let mut last = None;
    let is_doubled = |record: &mut Record<E>| last.replace(record.id) == Some(record.id);
    records.extract_if(.., is_doubled).collect()
}

impl<E: Eq> Eq for Journal<E> {}

impl<E: PartialEq> PartialEq for Journal<E> {
    /// Two journals are equal when they hold the same records; all else follows from them.
    fn eq(&self, other: &Self) -> bool {
        self.records == other.records
    }
}
