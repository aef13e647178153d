//! One tab: a store, the journal it shows, and what it still has to try again.

use std::sync::{Arc, Mutex};

use ebb_core::journal::{RecordId, encode};
use ebb_core::log::{Entry, Journal, Record, Store};
use ebb_core::store::{Conversion, Keys, Opened, StoreError, StoreLimits};

use super::faulty::Faulty;
use super::rng::Rng;
use super::toy::toy;

/// The draft that every tab writes.
pub const DRAFT: &str = "form";

/// Small, so that short schedules meet every limit.
pub const LIMITS: StoreLimits = StoreLimits {
    tail: 5,
    segment: 6,
};

/// What a tab can be asked to do. What has to be decided is decided, so it can be tried again.
#[derive(Clone, Debug)]
pub enum Step {
    /// Store the records of one action, with or without the draft.
    Append(Vec<Record>, bool),
    /// Keep this draft.
    Draft(Vec<u8>),
    /// Pack and erase.
    Compact(bool),
    /// Begin to seal, or take the lock off.
    Switch(bool),
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
pub enum Done {
    /// Nothing more to say.
    Well,
    /// Everything was read.
    Opened(Box<Opened<Entry>>),
    /// These were erased.
    Erased(Vec<RecordId>),
    /// Converted to the end, but for so many values.
    Converted(Option<usize>),
    /// What was heard of, if it was found.
    Heard(Option<Vec<Record>>),
}

/// A tab.
pub struct Tab {
    /// Its store.
    pub store: Store<Faulty>,
    /// What it shows.
    pub journal: Journal,
    /// What it showed before what is being done now.
    pub before: Journal,
    /// An action whose outcome is not known, to be tried again.
    pub pending: Option<Step>,
}

/// What to write and to read with.
#[must_use]
pub fn keys(sealed: bool) -> Keys {
    if sealed {
        Keys::sealed(toy())
    } else {
        Keys::unsealing(toy())
    }
}

/// All that a person sees of a journal, as a first screen that shows everything would.
#[must_use]
pub fn shown_of(journal: &Journal) -> Vec<u8> {
    let lines = journal.entries().map(|(_, record)| encode(record).unwrap());
    lines.flatten().collect()
}

impl Tab {
    /// A tab that has not read anything yet. `now` is the clock.
    #[must_use]
    pub fn new(backend: Faulty, rng: &Arc<Mutex<Rng>>, now: &Arc<Mutex<i64>>) -> Self {
        let (rng, now) = (rng.clone(), now.clone());
        let fresh = move || {
            let random = u128::from(rng.lock().unwrap().next());
            Some(RecordId::next(None, *now.lock().unwrap(), random))
        };
        Self {
            store: Store::new(backend, keys(false), fresh).with_limits(LIMITS),
            journal: Journal::default(),
            before: Journal::default(),
            pending: None,
        }
    }

    /// Does a step; nothing of this tab changes but its store.
    ///
    /// # Errors
    /// What the store says.
    pub async fn perform(&self, step: &Step) -> Result<Done, StoreError> {
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
                self.store.switch(keys(*sealed), Vec::new()).await?;
                Ok(Done::Well)
            }
            Step::Convert(whole) => {
                let mut work = Conversion::default();
                loop {
                    let progress = self.store.convert_step(&mut work).await?;
                    if progress.finished {
                        return Ok(Done::Converted(Some(progress.left)));
                    }
                    if !whole {
                        return Ok(Done::Converted(None));
                    }
                }
            }
            Step::Open => Ok(Done::Opened(Box::new(self.open().await?))),
            Step::Listen(ids) => Ok(Done::Heard(self.store.read_records(ids).await?)),
            Step::HomeCache => {
                let journal = &self.journal;
                let shown =
                    |knows: &dyn Fn(&Journal) -> bool| knows(journal).then(|| shown_of(journal));
                self.store.keep_home_cache(shown).await?;
                Ok(Done::Well)
            }
        }
    }

    async fn open(&self) -> Result<Opened<Entry>, StoreError> {
        let opened = self.store.open().await?;
        // As a person is asked for the passphrase once the store turns out to be sealed.
        self.store.set_keys(keys(opened.sealed));
        Ok(opened)
    }
}
