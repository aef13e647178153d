//! Where the journal is kept: one protocol for every kind of storage.
//!
//! A storage is a [`Backend`]: four [`Table`]s of keys and bytes, and transactions that are on the
//! disk, whole, when they are acknowledged. A [`Store`] keeps a journal in one:
//!
//! | table | key | bytes |
//! |---|---|---|
//! | `records` | a record's id | that record, as [`encode`] writes it |
//! | `segments` | a ULID: of several records stored by one action the first id, else a fresh one | at most 64 records when this build writes it: see [`read_segment`] |
//! | `drafts` | the form's name | whatever the form writes |
//! | | `front` | the home cache, what the first screen showed last: see [`Store::keep_home_cache`] |
//! | `meta` | `format` | the layout, a decimal number: [`LAYOUT`]; none is layout 1 |
//! | | `turn` | the generation: a ULID, a new one at every rewriting |
//! | | `sealing` | `1` once the store is to be sealed |
//! | | anything else | belongs to whoever uses the store |
//!
//! In a sealed store the bytes of the first three are what [`Seal::seal`] makes of them, at the
//! place `table/key`. While a lock is put on or taken off, sealed and plain bytes stand side by
//! side; [`is_sealed`] tells them apart.
//!
//! What keeps this from losing anything:
//! - Bytes under a key in `records` and `segments` never change. They are added, and at some time
//!   deleted, so a half-done rewriting can at worst leave a record twice, which is one record.
//! - Nothing is deleted before what replaces it has been read back.
//! - What cannot be read is never packed and never deleted, only put in quarantine.
//! - Every rewriting checks in its own transaction that the generation is the one it started from.

mod backend;
mod compact;
mod contents;
mod disk;
mod home_cache;
mod manifest;
mod memory;
mod seal;
mod sealed;
mod segment;
mod small;

pub use backend::{Backend, Op, StoreError, Stored, Table};
pub use contents::{LAYOUT, Opened, Quarantined, Stats, Unreadable};
pub use disk::{Condition, Disk};
pub use manifest::Mark;
pub use memory::{Held, Memory, apply};
pub use seal::{Locked, SEALED, Seal, Unsealable, is_sealed};
pub use sealed::{Integrity, Progress, Sealed};
pub use segment::{SEGMENT_FORMAT, read_segment, write_segment};

use std::marker::PhantomData;
use std::sync::{Mutex, MutexGuard, PoisonError};

use self::contents::{Contents, FORMAT_KEY, GENERATION_KEY, load, read_meta, read_single};
use self::home_cache::HOME_CACHE_KEY;
use crate::journal::{EntryList, Record, RecordId, decode, encode};

/// How records are packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StoreLimits {
    /// The tail is packed once it has this many records.
    pub tail: usize,
    /// A segment holds at most this many.
    pub segment: usize,
}

impl Default for StoreLimits {
    /// Segments are small for the sake of what a kill can tear. Chromium keeps IndexedDB in
    /// `LevelDB`, which may throw a whole database away when a kill tore a long write
    /// (google/leveldb issue 1287); 64 records are some 16 KiB, written in one piece.
    fn default() -> Self {
        Self {
            tail: 256,
            segment: 64,
        }
    }
}

/// A journal's store on some storage.
///
/// **Who may write when.** The caller holds one lock over all tabs (a Web Lock) during each whole
/// writing call; reading needs none. Should two tabs write at once all the same, nothing is lost:
/// whoever would act on an outdated picture gets [`StoreError::Changed`] and must
/// [`open`](Self::open) again.
pub struct Store<B, E> {
    backend: B,
    limits: StoreLimits,
    contents: Mutex<Contents>,
    fresh: Box<dyn Fn() -> Option<RecordId> + Send + Sync>,
    entries: PhantomData<fn() -> E>,
}

impl<B: Backend, E: EntryList> Store<B, E> {
    /// A store on `backend`; nothing is read yet. `fresh` gives a new id at each call, made of
    /// the time now and fresh random bits; nothing when there is no randomness, and then nothing
    /// is rewritten.
    pub fn new(backend: B, fresh: impl Fn() -> Option<RecordId> + Send + Sync + 'static) -> Self {
        Self {
            backend,
            limits: StoreLimits::default(),
            contents: Mutex::default(),
            fresh: Box::new(fresh),
            entries: PhantomData,
        }
    }

    /// The same with other limits, so that a test meets them sooner.
    #[must_use]
    pub fn with_limits(self, limits: StoreLimits) -> Self {
        Self { limits, ..self }
    }

    /// The storage.
    pub const fn backend(&self) -> &B {
        &self.backend
    }

    /// Never held while something is awaited.
    fn contents(&self) -> MutexGuard<'_, Contents> {
        locked(&self.contents)
    }

    /// Reads everything, and brings an older layout up to date.
    ///
    /// # Errors
    /// [`StoreError::Newer`] when a newer Ebb has been here; nothing was touched. Otherwise what
    /// the storage itself says: what can be reached but not read is set aside and is no error.
    pub async fn open(&self) -> Result<Opened<E>, StoreError> {
        let opened = self.load().await?;
        self.renew_layout().await;
        Ok(opened)
    }

    /// Opens a store that holds no records, which needs nothing that reads records. Gives `false`
    /// when it holds some: then only [`open`](Self::open) opens it.
    ///
    /// # Errors
    /// As for [`open`](Self::open).
    pub async fn open_empty(&self) -> Result<bool, StoreError> {
        let mut contents = Contents::default();
        read_meta(&self.backend, &mut contents).await?;
        // In the order of `load`, for the same reason.
        for table in [Table::Records, Table::Segments] {
            if !self.backend.keys(table).await?.is_empty() {
                return Ok(false);
            }
        }
        *self.contents() = contents;
        self.renew_layout().await;
        Ok(true)
    }

    async fn renew_layout(&self) {
        if !self.contents().current_layout {
            // A failure is no reason not to open: every later rewriting says the layout again.
            let _ = self.rewrite(Vec::new()).await;
        }
    }

    pub(super) async fn load(&self) -> Result<Opened<E>, StoreError> {
        let (contents, opened) = load(&self.backend).await?;
        *self.contents() = contents;
        Ok(opened)
    }

    /// Commits a rewriting. Nobody else may have rewritten anything since this tab looked, and
    /// whoever looked before must not rewrite after.
    pub(super) async fn rewrite(&self, what: Vec<Op>) -> Result<(), StoreError> {
        let generation = self.fresh_key()?.into_bytes();
        let known = self.contents().generation.clone();
        let mut ops = vec![
            Op::expect(Table::Meta, GENERATION_KEY, known),
            Op::put(Table::Meta, GENERATION_KEY, generation.clone()),
            // It may show what is erased now.
            Op::delete(Table::Drafts, HOME_CACHE_KEY),
        ];
        ops.extend(self.layout());
        ops.extend(what);
        self.backend.commit(ops).await?;
        let mut contents = self.contents();
        contents.generation = Some(generation);
        contents.current_layout = true;
        Ok(())
    }

    pub(super) fn fresh_key(&self) -> Result<String, StoreError> {
        let id = (self.fresh)().ok_or(StoreError::Failed)?;
        Ok(id.to_string())
    }

    fn layout(&self) -> Option<Op> {
        let current = self.contents().current_layout;
        (!current).then(|| Op::put(Table::Meta, FORMAT_KEY, LAYOUT.to_string().into_bytes()))
    }

    /// Stores all of `records` and empties the draft `finished`, or does nothing.
    ///
    /// One record goes into the tail. Several make a segment of their own, under the first one's
    /// id, so that even a storage that tears a write cannot show half of an action.
    ///
    /// # Errors
    /// [`StoreError`]. Trying again with the same records is safe, also when the first try had
    /// been carried out after all. [`StoreError::Taken`] means that other bytes are kept under
    /// one of the ids: then the action needs new ids.
    pub async fn append(
        &self,
        records: &[Record<E>],
        finished: Option<&str>,
    ) -> Result<(), StoreError> {
        let parcels = self.parcels(records)?;
        let everything: Vec<_> = parcels.iter().collect();
        let tried = self.add(&everything, finished).await;
        if tried == Err(StoreError::Taken) {
            let missing = self.missing(&parcels).await?;
            self.add(&missing, finished).await?;
        } else {
            tried?;
        }
        let mut contents = self.contents();
        for parcel in parcels {
            if parcel.table == Table::Segments {
                contents.segments.insert(parcel.key, parcel.ids);
            }
        }
        Ok(())
    }

    fn parcels(&self, records: &[Record<E>]) -> Result<Vec<Parcel>, StoreError> {
        let single = records.len() == 1;
        let parcel = |part: &[Record<E>]| {
            let lines = part
                .iter()
                .map(encode)
                .collect::<Result<Vec<_>, _>>()
                .map_err(|_| StoreError::Failed)?;
            let ids: Vec<_> = part.iter().map(|record| record.id).collect();
            let key = ids.first().map(RecordId::to_string).unwrap_or_default();
            let (table, plain) = if single {
                (Table::Records, lines.concat())
            } else {
                let lines = lines.iter().map(Vec::as_slice);
                (Table::Segments, write_segment(&key, lines))
            };
            Ok(Parcel {
                table,
                key,
                plain,
                ids,
            })
        };
        records
            .chunks(self.limits.segment.max(1))
            .map(parcel)
            .collect()
    }

    async fn add(&self, parcels: &[&Parcel], finished: Option<&str>) -> Result<(), StoreError> {
        let mut ops = Vec::new();
        if parcels.iter().any(|parcel| parcel.table == Table::Segments) {
            ops.extend(self.layout());
        }
        for parcel in parcels {
            ops.push(Op::add(parcel.table, &*parcel.key, parcel.plain.clone()));
        }
        ops.extend(finished.map(|name| Op::delete(Table::Drafts, name)));
        self.backend.commit(ops).await
    }

    /// Which parcels an earlier try did not leave; an error if something else is in their place.
    async fn missing<'a>(&self, parcels: &'a [Parcel]) -> Result<Vec<&'a Parcel>, StoreError> {
        let mut missing = Vec::new();
        for parcel in parcels {
            let key = [parcel.key.clone()];
            match self.backend.read(parcel.table, &key).await?.first() {
                None => missing.push(parcel),
                Some((_, stored)) if *stored == parcel.plain => {}
                Some(_) => return Err(StoreError::Taken),
            }
        }
        Ok(missing)
    }

    /// Whether the storage holds `records` as [`append`](Self::append) puts them there.
    ///
    /// # Errors
    /// [`StoreError`]; [`StoreError::Taken`] when something else is kept under one of the ids.
    pub async fn holds(&self, records: &[Record<E>]) -> Result<bool, StoreError> {
        let parcels = self.parcels(records)?;
        Ok(self.missing(&parcels).await?.is_empty())
    }

    /// Records that another tab has told of. `None` when some are not where they were put; they
    /// may have been packed meanwhile, and the store has to be opened again.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn read_records(
        &self,
        ids: &[RecordId],
    ) -> Result<Option<Vec<Record<E>>>, StoreError> {
        let names: Vec<_> = ids.iter().map(RecordId::to_string).collect();
        let mut found = Vec::new();
        for (key, stored) in self.backend.read(Table::Records, &names).await? {
            found.extend(read_single(&key, &stored));
        }
        if found.len() < ids.len() {
            for (key, stored) in self.backend.read(Table::Segments, &names).await? {
                if let Ok(lines) = read_segment(&key, &stored) {
                    found.extend(lines.flat_map(|line| decode(line.as_bytes())));
                }
            }
        }
        let all = ids.iter().all(|id| found.iter().any(|r| r.id == *id));
        Ok(all.then_some(found))
    }
}

/// What a mutex holds. A thread that panicked while it had it left it whole: every change is one
/// assignment.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What is added under one key.
struct Parcel {
    table: Table,
    key: String,
    plain: Vec<u8>,
    ids: Vec<RecordId>,
}
