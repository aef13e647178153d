//! The lock: putting it on, opening it, changing it, taking it off.
//!
//! Only screens that come later use this, so that the first download holds no cryptography.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use ebb_core::store::{Conversion, Keys, Op, Progress, Seal, Store, StoreError, Table};
use ebb_core::vault::{DataKey, KeyslotKind, Sealer, State, VaultFile, VaultFileError};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::journal::{JournalContext, VAULT, WRITING, to_the_end};
use super::session::Opening;
use crate::i18n::texts;
use crate::platform::idb::Idb;
use crate::platform::tabs::News;
pub use crate::platform::work::Failure;
use crate::platform::work::{self, Reply, Request};
use crate::platform::{clock, locks, page, random};

/// How often compaction may get in between before the rest waits for the next opening.
const OVERTAKEN: usize = 100;
/// The mark of a store that is being sealed, or opened again.
const CONVERTING: &str = "converting";

/// Why the lock did not do what it was asked. Nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VaultError {
    /// The slow work could not be done.
    #[error("the vault refused")]
    Work(Failure),
    /// The store could not take it.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<Failure> for VaultError {
    fn from(failure: Failure) -> Self {
        Self::Work(failure)
    }
}

impl From<VaultFileError> for VaultError {
    fn from(error: VaultFileError) -> Self {
        Self::Work(match error {
            VaultFileError::Newer(_) => Failure::Newer,
            VaultFileError::Damaged => Failure::Damaged,
        })
    }
}

/// The lock being put on or taken off, in the background.
#[derive(Clone, Copy, Debug)]
pub struct Converting {
    /// Whether it is being taken off.
    pub to_plain: bool,
    /// How far it is.
    pub progress: Progress,
}

impl Converting {
    /// How far it is, from 0 to 100.
    pub fn percent(self) -> usize {
        self.progress.done * 100 / self.progress.total.max(1)
    }
}

/// A lock that was made and not put on yet.
pub struct NewLock {
    vault: String,
    key: DataKey,
    /// The recovery code, to be kept by the person.
    pub recovery: String,
}

/// The lock. Copy it freely: it only holds handles.
#[derive(Clone, Copy)]
pub struct Vault {
    journal: JournalContext,
    /// How far the lock is put on or taken off.
    pub converting: RwSignal<Option<Converting>>,
}

impl Vault {
    pub(super) fn new(journal: JournalContext) -> Self {
        Self {
            journal,
            converting: RwSignal::new(None),
        }
    }

    /// Makes a lock. It is put on by [`Self::put_on`], once the recovery code is kept.
    pub async fn new_lock(self, passphrase: String) -> Result<NewLock, VaultError> {
        let (reply, key) = work::ask(&Request::Protect(passphrase), &[]).await?;
        let Reply::Protected { vault, recovery } = reply else {
            return Err(Failure::Broken.into());
        };
        let key = DataKey::from_bytes(&key).map_err(|_| Failure::Broken)?;
        Ok(NewLock {
            vault,
            key,
            recovery,
        })
    }

    /// Puts a lock on: whatever is stored from now on is sealed, and what is stored already is
    /// sealed step by step.
    pub async fn put_on(self, lock: &NewLock) -> Result<(), VaultError> {
        let store = self.journal.opened_store().await?;
        let file = VaultFile::decode(lock.vault.as_bytes())?;
        let keys = Keys::sealed(sealer(&lock.key, &file));
        self.switch(store, keys, &file, None).await
    }

    /// Opens the lock. What the first screen shows is there then; the journal is read after that.
    pub async fn unlock(self, kind: KeyslotKind, secret: String) -> Result<(), VaultError> {
        let store = self.journal.store_if_locked().ok_or(StoreError::Failed)?;
        let (file, key) = self.open_slot(&store, kind, secret).await?;
        let seal = sealer(&key, &file);
        let unsealing = file.state() == State::Unsealing;
        let keys = if unsealing {
            Keys::unsealing(seal)
        } else {
            Keys::sealed(seal)
        };
        to_the_end(async move {
            store.set_keys(keys);
            self.journal.show_home_cache(&store).await;
            self.journal.session.opening.set(Opening::Waiting);
            // The screen that unlocks goes: nothing else is awaited there.
            spawn_local(async move {
                if let Err(error) = self.read_unlocked(&store, file.state()).await {
                    self.journal.session.opening.set(Opening::Failed(error));
                }
            });
        })
        .await;
        Ok(())
    }

    async fn read_unlocked(self, store: &Rc<Store<Idb>>, state: State) -> Result<(), StoreError> {
        let converting = store.meta(CONVERTING).await?.is_some();
        self.journal.read(store).await?;
        if converting || state == State::Unsealing {
            self.convert(store.clone(), state);
        }
        self.watch_for_idleness();
        Ok(())
    }

    /// Whether this store has a lock.
    pub async fn has_lock(self) -> Result<bool, VaultError> {
        let store = self.journal.opened_store().await?;
        Ok(store.meta(VAULT).await?.is_some())
    }

    /// Changes the passphrase. The recovery code stays.
    pub async fn change_passphrase(
        self,
        kind: KeyslotKind,
        old: String,
        new: String,
    ) -> Result<(), VaultError> {
        self.change_slot(kind, old, Some(new)).await.map(drop)
    }

    /// Makes a new recovery code; the old one opens nothing any more.
    pub async fn new_recovery_code(self, passphrase: String) -> Result<String, VaultError> {
        let code = self
            .change_slot(KeyslotKind::Passphrase, passphrase, None)
            .await?;
        Ok(code.unwrap_or_default())
    }

    /// Takes the lock off: everything is stored plain again, step by step.
    pub async fn take_off(self, passphrase: String) -> Result<(), VaultError> {
        let store = self.journal.opened_store().await?;
        let (mut file, key) = self
            .open_slot(&store, KeyslotKind::Passphrase, passphrase)
            .await?;
        let before = file.encode()?;
        file.set_state(State::Unsealing);
        let keys = Keys::unsealing(sealer(&key, &file));
        self.switch(store, keys, &file, Some(before)).await
    }

    /// Locks now. Loading the page afresh leaves nothing of the journal or the key in memory;
    /// what was being written is in its draft.
    pub fn lock_now(self) {
        if let Some(store) = self.journal.store_if_locked() {
            store.set_keys(Keys::default());
        }
        page::reload();
    }

    async fn open_slot(
        self,
        store: &Store<Idb>,
        kind: KeyslotKind,
        secret: String,
    ) -> Result<(VaultFile, DataKey), VaultError> {
        let bytes = store.meta(VAULT).await?.ok_or(StoreError::Changed)?;
        let file = VaultFile::decode(&bytes)?;
        let request = Request::Unlock(text_of(bytes)?, kind, secret);
        let (_, key) = work::ask(&request, &[]).await?;
        let key = DataKey::from_bytes(&key).map_err(|_| Failure::Broken)?;
        Ok((file, key))
    }

    async fn change_slot(
        self,
        kind: KeyslotKind,
        secret: String,
        passphrase: Option<String>,
    ) -> Result<Option<String>, VaultError> {
        let store = self.journal.opened_store().await?;
        let (file, key) = self.open_slot(&store, kind, secret).await?;
        let bytes = file.encode()?;
        let text = text_of(bytes.clone())?;
        let request = match passphrase {
            Some(passphrase) => Request::ChangePassphrase(text, passphrase),
            None => Request::ChangeRecovery(text),
        };
        let (reply, _) = work::ask(&request, key.expose()).await?;
        let Reply::Changed { vault, recovery } = reply else {
            return Err(Failure::Broken.into());
        };
        let writing = locks::exclusive(WRITING).await;
        to_the_end(async move {
            let _writing = writing;
            let vault = vault.into_bytes();
            let kept = store.set_meta(VAULT, Some(&bytes), &vault).await;
            // Where it is not known whether it was done, the store is asked.
            if kept != Err(StoreError::Failed) || store.meta(VAULT).await? != Some(vault) {
                kept?;
            }
            Ok(recovery)
        })
        .await
    }

    /// Keeps the vault file and the keys that belong to it, and begins to convert what is stored.
    /// Refused when the vault file is not as it was `before`.
    async fn switch(
        self,
        store: Rc<Store<Idb>>,
        keys: Keys,
        file: &VaultFile,
        before: Option<Vec<u8>>,
    ) -> Result<(), VaultError> {
        let with = vec![
            Op::expect(Table::Meta, VAULT, before),
            Op::put(Table::Meta, VAULT, file.encode()?),
            Op::put(Table::Meta, CONVERTING, b"1".to_vec()),
        ];
        let target = file.state();
        let writing = locks::exclusive(WRITING).await;
        to_the_end(async move {
            store.switch(keys, with).await?;
            drop(writing);
            self.journal.tell(&News::Anew);
            self.convert(store, target);
            if target == State::Sealed {
                self.watch_for_idleness();
            }
            Ok(())
        })
        .await
    }

    /// Brings what is stored into the form the lock wants, in the background, and goes on after
    /// a kill at the next opening.
    fn convert(self, store: Rc<Store<Idb>>, target: State) {
        spawn_local(async move {
            let done = self.convert_all(&store, target).await;
            self.converting.set(None);
            if let Err(error) = done {
                self.journal.notices.say(texts().problems.store(error));
            }
        });
    }

    async fn convert_all(self, store: &Store<Idb>, target: State) -> Result<(), StoreError> {
        let mut work = Conversion::default();
        let mut overtaken = 0;
        loop {
            let _writing = locks::exclusive(WRITING).await;
            let progress = match store.convert_step(&mut work).await {
                Ok(progress) => progress,
                // Compaction, here or in another tab, has moved what was next: look again.
                Err(StoreError::Changed) if overtaken < OVERTAKEN => {
                    overtaken += 1;
                    continue;
                }
                Err(error) => return Err(error),
            };
            self.converting.set(Some(Converting {
                to_plain: target == State::Unsealing,
                progress,
            }));
            if progress.finished {
                if target == State::Unsealing && progress.left == 0 {
                    store.drop_meta(VAULT).await?;
                    store.set_keys(Keys::default());
                    IDLENESS.take();
                }
                return store.drop_meta(CONVERTING).await;
            }
        }
    }

    /// Locks when nobody has touched anything for as long as the person chose. Phones stop
    /// timers in their pocket, so it is the time that counts and not the ticks. It ends with the
    /// lock.
    fn watch_for_idleness(self) {
        let touched = Rc::new(Cell::new(clock::now()));
        let touch = touched.clone();
        let heard = page::on_every_touch(move || touch.set(clock::now()));
        let look = move || {
            let minutes = self
                .journal
                .preferences
                .with_untracked(|prefs| prefs.auto_lock.0);
            let idle = clock::now().minutes_since(touched.get());
            let open = self.journal.session.opening.get_untracked() == Opening::Ready;
            if open
                && minutes > 0
                && idle >= u32::from(minutes)
                && self.converting.get_untracked().is_none()
            {
                self.lock_now();
            }
        };
        // Not an effect: it must outlive the screen that unlocked.
        let ticks = set_interval_with_handle(look, Duration::from_secs(5));
        IDLENESS.set(Some(Idleness {
            ticks: ticks.ok(),
            _heard: heard,
        }));
    }
}

thread_local! {
    /// Not in [`Vault`], which is in the first download: only who has a lock needs it.
    static IDLENESS: RefCell<Option<Idleness>> = const { RefCell::new(None) };
}

/// Watches for nobody being there, until it is dropped.
struct Idleness {
    ticks: Option<IntervalHandle>,
    _heard: page::Touches,
}

impl Drop for Idleness {
    fn drop(&mut self) {
        if let Some(ticks) = self.ticks {
            ticks.clear();
        }
    }
}

/// The lock, from any component.
pub fn use_vault() -> Vault {
    expect_context()
}

fn sealer(key: &DataKey, file: &VaultFile) -> Rc<dyn Seal> {
    Rc::new(Sealer::new(
        key,
        file.store(),
        Box::new(|| random::bits128().ok()),
    ))
}

fn text_of(vault: Vec<u8>) -> Result<String, Failure> {
    String::from_utf8(vault).map_err(|_| Failure::Damaged)
}
