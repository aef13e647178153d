//! Reading everything a store holds, and remembering what is where.

use std::collections::{BTreeMap, BTreeSet};

use super::backend::{Backend, StoreError, Stored, Table};
use super::seal::is_sealed;
use super::segment::read_segment;
use crate::journal::{DecodeError, EntryList, Journal, Record, RecordId, decode};

/// The layout of a store this build writes, and the newest it opens.
///
/// Layout 1 had single records, drafts and meta. Layout 2 has segments too.
pub const LAYOUT: u32 = 2;

pub(super) const FORMAT_KEY: &str = "format";
pub(super) const GENERATION_KEY: &str = "turn";

/// Why stored bytes could not be read. It never quotes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
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

/// Something that could not be read. It stays in the store, byte for byte.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
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
#[non_exhaustive]
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
#[non_exhaustive]
pub struct Opened<E> {
    /// Every record that could be read.
    pub journal: Journal<E>,
    /// What could not, except what is only locked.
    pub quarantined: Vec<Quarantined>,
    /// How many values are sealed, though the storage says of itself that it is plain.
    pub locked: usize,
    /// How much there is.
    pub stats: Stats,
}

impl<E> Default for Opened<E> {
    fn default() -> Self {
        Self {
            journal: Journal::default(),
            quarantined: Vec::new(),
            locked: 0,
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
    fn segment(&mut self, key: String, stored: &[u8]) {
        match self.lines(&key, stored) {
            Ok(ids) => {
                self.contents.segments.insert(key, ids);
            }
            Err(reason) => {
                self.contents.unreadable.insert(key.clone());
                self.unreadable(Table::Segments, key, reason);
            }
        }
    }

    fn lines(&mut self, key: &str, stored: &[u8]) -> Result<Vec<RecordId>, Unreadable> {
        let mut ids = Vec::new();
        for line in read_segment(key, plain(stored)?)? {
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

    fn single(&mut self, key: String, stored: &[u8]) {
        match read_single(&key, stored) {
            Ok(record) => self.records.push(record),
            Err(reason) => {
                self.contents.unreadable_tail.insert(key.clone());
                self.unreadable(Table::Records, key, reason);
            }
        }
    }

    fn value(&mut self, table: Table, (key, stored): Stored) {
        self.opened.stats.bytes += stored.len();
        if table == Table::Segments {
            self.opened.stats.segments += 1;
            self.segment(key, &stored);
        } else {
            self.opened.stats.tail += 1;
            self.single(key, &stored);
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
) -> Result<(Contents, Opened<E>), StoreError> {
    let mut reading = Reading {
        contents: Contents::default(),
        opened: Opened::default(),
        records: Vec::new(),
    };
    read_meta(backend, &mut reading.contents).await?;
    for table in [Table::Records, Table::Segments] {
        for value in backend.read_all(table).await? {
            reading.value(table, value);
            backend.yield_now().await;
        }
    }
    Ok(reading.finish())
}

pub(super) async fn read_meta(
    backend: &impl Backend,
    contents: &mut Contents,
) -> Result<(), StoreError> {
    let names = [FORMAT_KEY, GENERATION_KEY].map(str::to_owned);
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
            _ => contents.generation = Some(bytes),
        }
    }
    Ok(())
}

/// Sealed bytes in a plain storage are those of a lock whose vault file is gone.
fn plain(stored: &[u8]) -> Result<&[u8], Unreadable> {
    if is_sealed(stored) {
        Err(Unreadable::Locked)
    } else {
        Ok(stored)
    }
}

/// Reads one record of the tail.
pub(super) fn read_single<E: EntryList>(key: &str, stored: &[u8]) -> Result<Record<E>, Unreadable> {
    let record = decode(plain(stored)?)?;
    if key.parse() == Ok(record.id) {
        Ok(record)
    } else {
        Err(Unreadable::Contradiction)
    }
}
