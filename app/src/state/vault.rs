//! The lock: putting it on, opening it, changing it, taking it off.
//!
//! Only screens that come later use this, so that the first download holds no cryptography.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use ebb_core::store::{Op, Progress, Seal, StoreError, Table};
use ebb_core::vault::{DataKey, KeyslotKind, Sealer, VaultFile, VaultFileError};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::journal::{AppStore, JournalContext, WRITING, to_the_end};
use super::session::Opening;
use crate::i18n;
use crate::platform::tabs::News;
pub use crate::platform::work::Failure;
use crate::platform::work::{self, Reply, Request};
use crate::platform::{clock, locks, page, random};

/// Under which name the store keeps its keyslots.
const VAULT: &str = "vault";
/// How often compaction may get in between before the rest waits for the next opening.
const OVERTAKEN: usize = 100;

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
    /// How far it is.
    pub progress: Progress,
}

impl Converting {
    /// How far it is, from 0 to 100.
    pub fn percent(self) -> usize {
        self.progress.done * 100 / self.progress.total.max(1)
    }
}

/// A lock, or a change of one, that was made and does not hold yet.
pub struct NewLock {
    vault: String,
    /// The vault file that it takes the place of.
    before: Option<Vec<u8>>,
    /// The new data key; without one the old key stays.
    key: Option<DataKey>,
    /// The new recovery code, to be kept by the person.
    pub recovery: Option<String>,
}

/// What is to change of a lock that is on.
pub struct LockChange {
    /// Which secret proves that the person may.
    pub kind: KeyslotKind,
    /// That secret.
    pub secret: String,
    /// The new passphrase; without one it is for a new recovery code.
    pub passphrase: Option<String>,
    /// Whether everything is sealed by a new key, so that no older copy of the lock opens what is
    /// written from now on. It brings a new recovery code.
    pub new_key: bool,
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
        protect(passphrase, None, None).await
    }

    /// Makes a change of the lock. It holds once it is [`put_on`](Self::put_on).
    pub async fn change_lock(self, change: LockChange) -> Result<NewLock, VaultError> {
        let LockChange {
            kind,
            secret,
            passphrase,
            new_key,
        } = change;
        let store = self.journal.opened_store().await?;
        let (file, key) = self.open_slot(&store, kind, secret.clone()).await?;
        let before = file.encode()?;
        if new_key {
            let passphrase = passphrase.unwrap_or(secret);
            let name = file.store().to_string();
            return protect(passphrase, Some(name), Some(before)).await;
        }
        let text = text_of(before.clone())?;
        let request = match passphrase {
            Some(passphrase) => Request::ChangePassphrase(text, passphrase),
            None => Request::ChangeRecovery(text),
        };
        let (reply, _) = work::ask(&request, key.expose()).await?;
        let Reply::Changed { vault, recovery } = reply else {
            return Err(Failure::Broken.into());
        };
        Ok(NewLock {
            vault,
            before: Some(before),
            key: None,
            recovery,
        })
    }

    /// Puts a lock on, or a change of it into force: whatever is stored from now on is sealed by
    /// it, and what is stored already is sealed step by step. Refused when the vault file is not
    /// the one any more that the change was made of.
    pub async fn put_on(self, lock: &NewLock) -> Result<(), VaultError> {
        let store = self.journal.opened_store().await?;
        let file = VaultFile::decode(lock.vault.as_bytes())?;
        let seal = lock.key.as_ref().map(|key| sealer(key, &file));
        let with = vec![
            Op::expect(Table::Meta, VAULT, lock.before.clone()),
            Op::put(Table::Meta, VAULT, lock.vault.clone().into_bytes()),
        ];
        let vault = lock.vault.clone().into_bytes();
        let before = lock.before.clone();
        let writing = locks::exclusive(WRITING).await;
        to_the_end(async move {
            let disk = store.backend();
            match (seal, &before) {
                (Some(seal), None) => disk.put_on(seal, with).await?,
                (Some(seal), Some(_)) => disk.change_key(seal, with).await?,
                (None, before) => {
                    let kept = store.set_meta(VAULT, before.as_deref(), &vault).await;
                    // Where it is not known whether it was done, the store is asked.
                    if kept != Err(StoreError::Failed) || store.meta(VAULT).await? != Some(vault) {
                        kept?;
                    }
                    return Ok(());
                }
            }
            drop(writing);
            self.journal.tell(&News::Anew);
            self.convert(store);
            self.watch_for_idleness();
            Ok(())
        })
        .await
    }

    /// Opens the lock. What the first screen shows is there then; the journal is read after that.
    pub async fn unlock(self, kind: KeyslotKind, secret: String) -> Result<(), VaultError> {
        let store = self.journal.store_if_locked().ok_or(StoreError::Failed)?;
        let (file, key) = self.open_slot(&store, kind, secret).await?;
        let seal = sealer(&key, &file);
        to_the_end(async move {
            let disk = store.backend();
            if file.is_format_1() {
                let with = vec![
                    Op::expect(Table::Meta, VAULT, Some(file.encode()?)),
                    Op::put(Table::Meta, VAULT, file.renewed().encode()?),
                ];
                let _writing = locks::exclusive(WRITING).await;
                disk.take_over(seal, with).await?;
            } else {
                disk.unlock(seal);
            }
            let converting = disk.converting().await;
            let converting = converting.map_err(|error| {
                disk.lock();
                match error {
                    // The keyslot opens, and the journal is sealed by another key: an old lock.
                    StoreError::Changed => VaultError::Work(Failure::Damaged),
                    error => error.into(),
                }
            })?;
            self.journal.show_home_cache(&store).await;
            self.journal.session.opening.set(Opening::Waiting);
            // The screen that unlocks goes: nothing else is awaited there.
            spawn_local(async move {
                if let Err(error) = self.read_unlocked(&store, converting.is_some()).await {
                    self.journal.session.opening.set(Opening::Failed(error));
                }
            });
            Ok(())
        })
        .await
    }

    async fn read_unlocked(self, store: &Rc<AppStore>, converting: bool) -> Result<(), StoreError> {
        self.journal.read(store).await?;
        if converting {
            self.convert(store.clone());
        }
        self.watch_for_idleness();
        self.look_at_integrity(store).await
    }

    /// Tells what is not as it was left, and keeps it for Settings.
    async fn look_at_integrity(self, store: &AppStore) -> Result<(), StoreError> {
        let integrity = store.backend().integrity().await?;
        if !integrity.is_whole() {
            self.journal.notices.say(i18n::more().lock.not_as_left);
        }
        self.journal.integrity.set(integrity);
        Ok(())
    }

    /// Whether this store has a lock.
    pub async fn has_lock(self) -> Result<bool, VaultError> {
        let store = self.journal.opened_store().await?;
        Ok(store.backend().is_open())
    }

    /// Takes the lock off: everything is stored plain again, step by step.
    pub async fn take_off(self, passphrase: String) -> Result<(), VaultError> {
        let store = self.journal.opened_store().await?;
        let kind = KeyslotKind::Passphrase;
        self.open_slot(&store, kind, passphrase).await?;
        let writing = locks::exclusive(WRITING).await;
        to_the_end(async move {
            store.backend().take_off().await?;
            drop(writing);
            self.convert(store);
            Ok(())
        })
        .await
    }

    /// Locks now, in every tab. Loading the page afresh leaves nothing of the journal or the key
    /// in memory; what was being written is in its draft.
    pub fn lock_now(self) {
        if let Some(store) = self.journal.store_if_locked() {
            store.backend().lock();
        }
        self.journal.tell(&News::Locked);
        page::reload();
    }

    async fn open_slot(
        self,
        store: &AppStore,
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

    /// Brings what is stored into the form the lock wants, in the background, and goes on after
    /// a kill at the next opening.
    fn convert(self, store: Rc<AppStore>) {
        spawn_local(async move {
            let done = self.convert_all(&store).await;
            self.converting.set(None);
            if let Err(error) = done {
                self.journal
                    .notices
                    .say(i18n::texts().problems.store(error));
            }
        });
    }

    async fn convert_all(self, store: &AppStore) -> Result<(), StoreError> {
        let mut overtaken = 0;
        loop {
            let _writing = locks::exclusive(WRITING).await;
            let progress = match store.backend().convert_step().await {
                Ok(progress) => progress,
                // Compaction, here or in another tab, has moved what was next: look again.
                Err(StoreError::Changed) if overtaken < OVERTAKEN => {
                    overtaken += 1;
                    continue;
                }
                Err(error) => return Err(error),
            };
            self.converting.set(Some(Converting { progress }));
            if progress.finished {
                if progress.to_plain {
                    IDLENESS.take();
                    self.journal.tell(&News::Anew);
                }
                return Ok(());
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
                page::blank();
                self.lock_now();
            }
        };
        // Not an effect: it must outlive the screen that unlocked.
        let ticks = set_interval_with_handle(look.clone(), Duration::from_secs(5));
        IDLENESS.set(Some(Idleness {
            ticks: ticks.ok(),
            // Before the first picture after a sleep, and not at the next tick.
            _heard: [heard, page::on_return(look)],
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
    _heard: [page::Heard; 2],
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

fn sealer(key: &DataKey, file: &VaultFile) -> Arc<dyn Seal> {
    Arc::new(Sealer::new(
        key,
        file.store(),
        Box::new(|| random::bits128().ok()),
    ))
}

/// A fresh data key with keyslots for a passphrase and a new recovery code.
async fn protect(
    passphrase: String,
    store: Option<String>,
    before: Option<Vec<u8>>,
) -> Result<NewLock, VaultError> {
    let (reply, key) = work::ask(&Request::Protect(passphrase, store), &[]).await?;
    let Reply::Protected { vault, recovery } = reply else {
        return Err(Failure::Broken.into());
    };
    let key = DataKey::from_bytes(&key).map_err(|_| Failure::Broken)?;
    Ok(NewLock {
        vault,
        before,
        key: Some(key),
        recovery: Some(recovery),
    })
}

fn text_of(vault: Vec<u8>) -> Result<String, Failure> {
    String::from_utf8(vault).map_err(|_| Failure::Damaged)
}
