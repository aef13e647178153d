//! Reading everything a store holds, and remembering what is where.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::backend::{Backend, StoreError, Stored, Table};
use super::seal::{Seal, Unsealable, is_sealed};
use super::segment::read_segment;
use crate::journal::{DecodeError, EntryList, Journal, Record, RecordId, decode};

/// The layout of a store this build writes, and the newest it opens.
///
/// Layout 1 had single records, drafts and meta. Layout 2 has segments too.
pub const LAYOUT: u32 = 2;

pub(super) const FORMAT_KEY: &str = "format";
pub(super) const GENERATION_KEY: &str = "turn";
pub(super) const SEALING_KEY: &str = "sealing";
/// What stands under [`SEALING_KEY`] in a sealed store; a plain one has nothing there.
pub(super) const SEALED_MARK: &[u8] = b"1";

/// What to seal and to open sealed bytes with.
#[derive(Clone, Default)]
pub struct Keys {
    /// What is written is sealed with this; `None` writes it plain.
    pub write: Option<Arc<dyn Seal>>,
    /// Sealed bytes are opened with this; without it they stay locked.
    pub read: Option<Arc<dyn Seal>>,
}

impl Keys {
    /// Sealed with `seal`, reading and writing.
    #[must_use]
    pub fn sealed(seal: Arc<dyn Seal>) -> Self {
        Self {
            write: Some(seal.clone()),
            read: Some(seal),
        }
    }

    /// Writing plain, and reading what `seal` sealed: how a lock is taken off.
    #[must_use]
    pub fn unsealing(seal: Arc<dyn Seal>) -> Self {
        Self {
            write: None,
            read: Some(seal),
        }
    }

    pub(super) fn to_store(
        &self,
        table: Table,
        key: &str,
        plain: Vec<u8>,
    ) -> Result<Vec<u8>, StoreError> {
        match &self.write {
            Some(seal) => seal
                .seal(&place(table, key), &plain)
                .map_err(|_| StoreError::Locked),
            None => Ok(plain),
        }
    }

    pub(super) fn to_plain<'a>(
        &self,
        table: Table,
        key: &str,
        stored: &'a [u8],
    ) -> Result<Cow<'a, [u8]>, Unreadable> {
        if !is_sealed(stored) {
            return Ok(Cow::Borrowed(stored));
        }
        let seal = self.read.as_ref().ok_or(Unreadable::Locked)?;
        Ok(Cow::Owned(seal.open(&place(table, key), stored)?))
    }

    /// Whether stored bytes are as this would write them: sealed or plain.
    pub(super) fn right_mode(&self, stored: &[u8]) -> bool {
        self.write.is_some() == is_sealed(stored)
    }
}

fn place(table: Table, key: &str) -> String {
    [table.name(), "/", key].concat()
}

/// Why stored bytes could not be read. It never quotes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// Sealed, and there is no key to open it with.
    #[error("locked")]
    Locked,
    /// Written by a newer Ebb.
    #[error("written by a newer version of Ebb (format {0})")]
    Newer(u16),
    /// Not whole, or sealed with another key.
    #[error("damaged")]
    Damaged,
    /// Whole, but it cannot be: such as a record under another one's name.
    #[error("contradicts itself")]
    Contradiction,
}

impl From<DecodeError> for Unreadable {
    fn from(error: DecodeError) -> Self {
        match error {
            DecodeError::Newer(format) => Self::Newer(format),
            DecodeError::Damaged => Self::Damaged,
            DecodeError::Contradiction => Self::Contradiction,
        }
    }
}

impl From<Unsealable> for Unreadable {
    fn from(error: Unsealable) -> Self {
        match error {
            Unsealable::Newer(format) => Self::Newer(format),
            Unsealable::Damaged => Self::Damaged,
        }
    }
}

/// Something that could not be read. It stays in the store, byte for byte.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quarantined {
    /// The table it is in.
    pub table: Table,
    /// The key it is under.
    pub key: String,
    /// Why.
    pub reason: Unreadable,
}

/// How much a store holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stats {
    /// Readable records.
    pub records: usize,
    /// Single records in the tail, readable or not.
    pub tail: usize,
    /// Segments, readable or not.
    pub segments: usize,
    /// Bytes of records and segments as they are stored.
    pub bytes: usize,
}

/// What an opened store gives.
#[derive(Debug)]
pub struct Opened<E> {
    /// Every record that could be read.
    pub journal: Journal<E>,
    /// What could not, except what is only locked.
    pub quarantined: Vec<Quarantined>,
    /// How many values are sealed while no key was given.
    pub locked: usize,
    /// Whether the store's owner has it sealed, whatever keys were given.
    pub sealed: bool,
    /// How much there is.
    pub stats: Stats,
}

impl<E> Default for Opened<E> {
    fn default() -> Self {
        Self {
            journal: Journal::default(),
            quarantined: Vec::new(),
            locked: 0,
            sealed: false,
            stats: Stats::default(),
        }
    }
}

/// What this tab knows of where things are. Values never change under their key, so it holds
/// as long as the generation and the list of segments are the same.
#[derive(Debug, Default)]
pub(super) struct Contents {
    /// Changes with every rewriting of the store.
    pub generation: Option<Vec<u8>>,
    /// Whether the store says that it is in this build's layout.
    pub current_layout: bool,
    /// The records of each readable segment.
    pub segments: BTreeMap<String, Vec<RecordId>>,
    /// Segments that could not be read.
    pub unreadable: BTreeSet<String>,
    /// Records of the tail that could not be read.
    pub unreadable_tail: BTreeSet<String>,
    /// Whether a record was found twice.
    pub doubled: bool,
    /// Ids with different records under them, of which none may go.
    pub disputed: BTreeSet<RecordId>,
}

/// What is found while everything is read.
struct Reading<E> {
    contents: Contents,
    opened: Opened<E>,
    records: Vec<Record<E>>,
}

impl<E: EntryList> Reading<E> {
    fn segment(&mut self, keys: &Keys, key: String, stored: &[u8]) {
        match self.lines(keys, &key, stored) {
            Ok(ids) => {
                self.contents.segments.insert(key, ids);
            }
            Err(reason) => {
                self.contents.unreadable.insert(key.clone());
                self.unreadable(Table::Segments, key, reason);
            }
        }
    }

    fn lines(
        &mut self,
        keys: &Keys,
        key: &str,
        stored: &[u8],
    ) -> Result<Vec<RecordId>, Unreadable> {
        let text = keys.to_plain(Table::Segments, key, stored)?;
        let mut ids = Vec::new();
        for line in read_segment(key, &text)? {
            match decode(line.as_bytes()) {
                Ok(record) => {
                    ids.push(record.id);
                    self.records.push(record);
                }
                Err(error) => self.unreadable(Table::Segments, key.to_owned(), error.into()),
            }
        }
        Ok(ids)
    }

    fn single(&mut self, keys: &Keys, key: String, stored: &[u8]) {
        match read_single(keys, &key, stored) {
            Ok(record) => self.records.push(record),
            Err(reason) => {
                self.contents.unreadable_tail.insert(key.clone());
                self.unreadable(Table::Records, key, reason);
            }
        }
    }

    fn value(&mut self, keys: &Keys, table: Table, (key, stored): Stored) {
        self.opened.stats.bytes += stored.len();
        if table == Table::Segments {
            self.opened.stats.segments += 1;
            self.segment(keys, key, &stored);
        } else {
            self.opened.stats.tail += 1;
            self.single(keys, key, &stored);
        }
    }

    /// Whether any record is there twice, and which ids have different records under them.
    fn finish(mut self) -> (Contents, Opened<E>) {
        self.records.sort_by_key(|record| record.id);
        for pair in self.records.windows(2) {
            if let [one, other] = pair
                && one.id == other.id
            {
                self.contents.doubled = true;
                if one != other {
                    self.contents.disputed.insert(one.id);
                }
            }
        }
        self.opened.quarantined.dedup();
        self.opened.journal = self.records.into_iter().collect();
        self.opened.stats.records = self.opened.journal.records().count();
        (self.contents, self.opened)
    }

    fn unreadable(&mut self, table: Table, key: String, reason: Unreadable) {
        if reason == Unreadable::Locked {
            self.opened.locked += 1;
        } else {
            self.opened
                .quarantined
                .push(Quarantined { table, key, reason });
        }
    }
}

/// Reads everything. The tail is read before the segments: a record only ever moves from the
/// tail into a segment, so one that moves meanwhile is seen at least once.
pub(super) async fn load<E: EntryList>(
    backend: &impl Backend,
    keys: &Keys,
) -> Result<(Contents, Opened<E>), StoreError> {
    let mut reading = Reading {
        contents: Contents::default(),
        opened: Opened::default(),
        records: Vec::new(),
    };
    read_meta(backend, &mut reading.contents, &mut reading.opened).await?;
    for table in [Table::Records, Table::Segments] {
        for value in backend.read_all(table).await? {
            reading.value(keys, table, value);
            backend.yield_now().await;
        }
    }
    Ok(reading.finish())
}

async fn read_meta<E>(
    backend: &impl Backend,
    contents: &mut Contents,
    opened: &mut Opened<E>,
) -> Result<(), StoreError> {
    let names = [FORMAT_KEY, GENERATION_KEY, SEALING_KEY].map(str::to_owned);
    for (name, bytes) in backend.read(Table::Meta, &names).await? {
        match name.as_str() {
            FORMAT_KEY => {
                let layout = std::str::from_utf8(&bytes)
                    .ok()
                    .and_then(|n| n.parse().ok());
                // What is no number was not written by this build, nor by an older one.
                if layout.is_none_or(|layout: u32| layout > LAYOUT) {
                    return Err(StoreError::Newer);
                }
                contents.current_layout = layout == Some(LAYOUT);
            }
            GENERATION_KEY => contents.generation = Some(bytes),
            _ => opened.sealed = true,
        }
    }
    Ok(())
}

/// Reads one record of the tail.
pub(super) fn read_single<E: EntryList>(
    keys: &Keys,
    key: &str,
    stored: &[u8],
) -> Result<Record<E>, Unreadable> {
    let plain = keys.to_plain(Table::Records, key, stored)?;
    let record = decode(&plain)?;
    if key.parse() == Ok(record.id) {
        Ok(record)
    } else {
        Err(Unreadable::Contradiction)
    }
}
