//! One tab: a store, the journal it shows, and what it still has to try again.

use std::sync::{Arc, Mutex};

use ebb_core::journal::{Journal, Record, RecordId, encode};
use ebb_core::store::{Condition, Disk, Op, Opened, Store, StoreError, StoreLimits, Table};

use super::faulty::Faulty;
use super::rng::Rng;
use super::toy::Toy;
use super::written::Written;

/// The draft that every tab writes.
pub const DRAFT: &str = "form";

/// Small, so that short schedules meet every limit.
pub const LIMITS: StoreLimits = StoreLimits {
    tail: 5,
    segment: 6,
};

/// What a tab can be asked to do. What has to be decided is decided, so it can be tried again.
#[derive(Clone, Debug)]
pub enum Step<E> {
    /// Store the records of one action, with or without the draft.
    Append(Vec<Record<E>>, bool),
    /// Keep this draft.
    Draft(Vec<u8>),
    /// Pack and erase.
    Compact(bool),
    /// Begin to seal, or take the lock off. Where there is a lock, a number is another key.
    Switch(Option<u8>),
    /// Convert a step, or all of it.
    Convert(bool),
    /// Read everything again.
    Open,
    /// Read what another tab told of.
    Listen(Vec<RecordId>),
    /// Keep what the first screen shows.
    HomeCache,
}

/// What came of it.
#[derive(Debug)]
pub enum Done<E: Written> {
    /// Nothing more to say.
    Well,
    /// Everything was read.
    Opened(Box<Opened<E>>),
    /// These were erased.
    Erased(Vec<RecordId>),
    /// Converted to the end: all is sealed, or plain.
    Converted(bool),
    /// What was heard of, if it was found.
    Heard(Option<Vec<Record<E>>>),
}

/// A tab.
pub struct Tab<E: Written> {
    /// Its store.
    pub store: Store<Disk<Faulty>, E>,
    /// What it shows.
    pub journal: Journal<E>,
    /// What it showed before what is being done now.
    pub before: Journal<E>,
    /// An action whose outcome is not known, to be tried again.
    pub pending: Option<Step<E>>,
}

/// All that a person sees of a journal, as a first screen that shows everything would.
#[must_use]
pub fn shown_of<E: Written>(journal: &Journal<E>) -> Vec<u8> {
    let lines = journal.entries().map(|(_, record)| encode(record).unwrap());
    lines.flatten().collect()
}

impl<E: Written> Tab<E> {
    /// A tab that has not read anything yet. `now` is the clock.
    #[must_use]
    pub fn new(backend: Faulty, rng: &Arc<Mutex<Rng>>, now: &Arc<Mutex<i64>>) -> Self {
        let (rng, now) = (rng.clone(), now.clone());
        let fresh = move || {
            let random = u128::from(rng.lock().unwrap().next());
            Some(RecordId::next(None, *now.lock().unwrap(), random))
        };
        Self {
            store: Store::new(Disk::new(backend), fresh).with_limits(LIMITS),
            journal: Journal::default(),
            before: Journal::default(),
            pending: None,
        }
    }

    /// Does a step; nothing of this tab changes but its store.
    ///
    /// # Errors
    /// What the store says.
    pub async fn perform(&self, step: &Step<E>) -> Result<Done<E>, StoreError> {
        match step {
            Step::Append(records, finish) => {
                let finished = finish.then_some(DRAFT);
                self.store.append(records, finished).await?;
                Ok(Done::Well)
            }
            Step::Draft(bytes) => {
                self.store.keep_draft(DRAFT, bytes).await?;
                Ok(Done::Well)
            }
            Step::Compact(pack) => {
                let erased = self.store.compact(&self.journal, *pack).await?;
                Ok(Done::Erased(erased))
            }
            Step::Switch(sealed) => {
                self.switch(*sealed).await?;
                Ok(Done::Well)
            }
            Step::Convert(whole) => {
                if !self.store.backend().is_open() {
                    return Ok(Done::Well);
                }
                loop {
                    let progress = self.store.backend().convert_step().await?;
                    if progress.finished {
                        return Ok(Done::Converted(!progress.to_plain));
                    }
                    if !whole {
                        return Ok(Done::Well);
                    }
                }
            }
            Step::Open => Ok(Done::Opened(Box::new(self.open().await?))),
            Step::Listen(ids) => Ok(Done::Heard(self.store.read_records(ids).await?)),
            Step::HomeCache => {
                let journal = &self.journal;
                let shown =
                    |knows: &dyn Fn(&Journal<E>) -> bool| knows(journal).then(|| shown_of(journal));
                self.store.keep_home_cache(shown).await?;
                Ok(Done::Well)
            }
        }
    }

    async fn switch(&self, to: Option<u8>) -> Result<(), StoreError> {
        let disk = self.store.backend();
        let with = |key: u8| {
            let vault = Op::put(Table::Meta, "vault", vec![key]);
            (Arc::new(Toy(key)), vec![vault])
        };
        match (disk.is_open(), to) {
            (false, Some(key)) => {
                let (seal, vault) = with(key);
                disk.put_on(seal, vault).await
            }
            (true, Some(key)) => {
                if disk.condition().await? == Condition::Locked(vec![key]) {
                    return Ok(());
                }
                let (seal, vault) = with(key);
                disk.change_key(seal, vault).await
            }
            (true, None) => disk.take_off().await,
            (false, None) => Ok(()),
        }
    }

    async fn open(&self) -> Result<Opened<E>, StoreError> {
        let disk = self.store.backend();
        // The person is asked for the passphrase once the store turns out to be sealed.
        match disk.condition().await? {
            Condition::Plain => {}
            Condition::Locked(vault) => disk.unlock(Arc::new(Toy(vault[0]))),
            Condition::VaultMissing => return Err(StoreError::Locked),
        }
        self.store.open().await
    }
}
