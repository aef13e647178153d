//! The lock: putting it on, opening it, changing it, taking it off.
//!
//! Only screens that come later use this, so that the first download holds no cryptography.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use ebb_core::store::{Op, Progress, Seal, StoreError, Table};
use ebb_core::vault::{DataKey, KeyslotKind, Passkey, Sealer, VaultFile, VaultFileError};
use futures::channel::oneshot;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::absence::{self, Absence, Limits, Since};
use super::journal::{AppStore, JournalContext, WRITING, to_the_end};
use super::private_prefs;
use super::session::Opening;
use crate::i18n;
pub use crate::platform::passkey::{PasskeyError, is_offered as passkeys_are_offered};
use crate::platform::tabs::News;
pub use crate::platform::work::Failure;
use crate::platform::work::{self, Reply, Request};
use crate::platform::{locks, page, passkey, random};

/// Under which name the store keeps its keyslots.
pub(super) const VAULT: &str = "vault";
/// The lock of whoever renews a keyslot after unlocking: a change of the vault file begins from what
/// that has left.
const RENEWING: &str = "ebb-renewing";
/// How often compaction may get in between before the rest waits for the next opening.
const OVERTAKEN: usize = 100;

/// Why the lock did not do what it was asked. Nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VaultError {
    /// The slow work could not be done.
    #[error("the vault refused")]
    Work(Failure),
    /// The passkey did not do it.
    #[error(transparent)]
    Passkey(#[from] PasskeyError),
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
        protect(passphrase, None).await
    }

    /// Makes a change of the lock. It holds once it is [`put_on`](Self::put_on).
    pub async fn change_lock(self, change: LockChange) -> Result<NewLock, VaultError> {
        let LockChange {
            kind,
            secret,
            passphrase,
            new_key,
        } = change;
        let store = self.store_to_change().await?;
        let (file, key) = self.open_slot(&store, kind, secret.clone()).await?;
        let before = file.encode()?;
        if new_key {
            return protect(passphrase.unwrap_or(secret), Some(before)).await;
        }
        let text = text_of(before.clone())?;
        let request = match passphrase {
            Some(passphrase) => Request::ChangePassphrase(text, passphrase),
            None => Request::ChangeRecovery(text),
        };
        let (vault, recovery) = changed(&request, key.expose()).await?;
        Ok(NewLock {
            vault,
            before: Some(before),
            key: None,
            recovery,
        })
    }

    /// Chooses a panic phrase, or none: then what it would open is made for nobody, so that nothing
    /// tells the two apart.
    pub async fn change_panic(
        self,
        passphrase: String,
        phrase: Option<String>,
    ) -> Result<(), VaultError> {
        let store = self.store_to_change().await?;
        let before = vault_of(&store).await?;
        let request = Request::ChangePanic(text_of(before.clone())?, passphrase, phrase);
        let (vault, _) = match changed(&request, &[]).await {
            Err(Failure::Panic) => return Err(self.erase().await),
            changed => changed?,
        };
        self.put_on_keyslots(vault, before).await
    }

    /// The store, once no keyslot of it is being renewed.
    async fn store_to_change(self) -> Result<Rc<AppStore>, StoreError> {
        let store = self.journal.opened_store().await?;
        drop(locks::exclusive(RENEWING).await);
        Ok(store)
    }

    /// Puts other keyslots in the place of those of the vault file `before`; the key stays.
    async fn put_on_keyslots(self, vault: String, before: Vec<u8>) -> Result<(), VaultError> {
        self.put_on(&NewLock {
            vault,
            before: Some(before),
            key: None,
            recovery: None,
        })
        .await
    }

    /// Adds a keyslot for a new passkey of this device. The secret proves that the person may.
    pub async fn add_passkey(self, passphrase: String, name: String) -> Result<(), VaultError> {
        let store = self.store_to_change().await?;
        let kind = KeyslotKind::Passphrase;
        let (file, key) = self.open_slot(&store, kind, passphrase).await?;
        let nonce = random::bits128()
            .map_err(|_| Failure::Broken)?
            .to_be_bytes();
        let made = passkey::make(&name).await?;
        let outputs = passkey::outputs(&made, &Passkey::inputs(&nonce)).await?;
        let before = file.encode()?;
        let bytes = [key.expose().as_slice(), &nonce, &outputs].concat();
        let request = Request::AddPasskey(text_of(before.clone())?, made);
        let (vault, _) = changed(&request, &bytes).await?;
        self.put_on_keyslots(vault, before).await
    }

    /// Takes the passkey's keyslot away.
    pub async fn remove_passkey(self) -> Result<(), VaultError> {
        let store = self.store_to_change().await?;
        let before = vault_of(&store).await?;
        let mut file = VaultFile::decode(&before)?;
        file.remove(KeyslotKind::Passkey)
            .map_err(|_| Failure::Damaged)?;
        self.put_on_keyslots(text_of(file.encode()?)?, before).await
    }

    /// Whether a passkey opens the lock.
    pub async fn has_passkey(self) -> bool {
        let Some(store) = self.journal.store_if_locked() else {
            return false;
        };
        let file = vault_of(&store).await.ok();
        let file = file.and_then(|bytes| VaultFile::decode(&bytes).ok());
        file.is_some_and(|file| file.slot(KeyslotKind::Passkey).is_some())
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
            if before.is_none() {
                private_prefs::seal(self.journal, &store).await?;
            }
            self.journal.tell(&News::Anew);
            self.convert(store);
            self.watch_for_absence();
            Ok(())
        })
        .await
    }

    /// Opens the lock. What the first screen shows is there then; the journal is read after that.
    pub async fn unlock(self, kind: KeyslotKind, secret: String) -> Result<(), VaultError> {
        let store = self.journal.store_if_locked().ok_or(StoreError::Failed)?;
        let (file, key) = self.open_slot(&store, kind, secret.clone()).await?;
        let outdated = file.is_outdated(kind).then_some((kind, secret));
        self.opened(store, file, key, outdated).await
    }

    /// Opens the lock by its passkey.
    pub async fn unlock_by_passkey(self) -> Result<(), VaultError> {
        let store = self.journal.store_if_locked().ok_or(StoreError::Failed)?;
        let bytes = vault_of(&store).await?;
        let file = VaultFile::decode(&bytes)?;
        let slot = file.slot(KeyslotKind::Passkey).ok_or(Failure::Damaged)?;
        let nonce = slot.passkey_nonce().ok_or(Failure::Damaged)?;
        let id = slot.credential().unwrap_or_default();
        let outputs = passkey::outputs(id, &Passkey::inputs(&nonce)).await?;
        let request = Request::Unlock(text_of(bytes)?, KeyslotKind::Passkey, String::new());
        let (_, key) = work::ask(&request, &outputs).await?;
        let key = DataKey::from_bytes(&key).map_err(|_| Failure::Broken)?;
        self.opened(store, file, key, None).await
    }

    async fn opened(
        self,
        store: Rc<AppStore>,
        file: VaultFile,
        key: DataKey,
        outdated: Option<(KeyslotKind, String)>,
    ) -> Result<(), VaultError> {
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
            if converting != Some(true) {
                private_prefs::read(self.journal, &store).await?;
            }
            self.journal.show_home_cache(&store).await;
            self.journal.session.opening.set(Opening::Waiting);
            // The screen that unlocks goes: nothing else is awaited there.
            spawn_local(async move {
                // Held from here, so that nobody begins a change that the renewal would overtake.
                let _renewing = match outdated {
                    Some(_) => Some(locks::exclusive(RENEWING).await),
                    None => None,
                };
                if let Err(error) = self.read_unlocked(&store, converting.is_some()).await {
                    self.journal.session.opening.set(Opening::Failed(error));
                }
                if let Some((kind, secret)) = outdated {
                    // What fails now is done at the next opening.
                    let _ = self.renew(&store, kind, secret, &key).await;
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
        self.watch_for_absence();
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
            private_prefs::unseal(self.journal, &store).await?;
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
        let bytes = vault_of(store).await?;
        let file = VaultFile::decode(&bytes)?;
        let request = Request::Unlock(text_of(bytes)?, kind, secret);
        let key = match work::ask(&request, &[]).await {
            Ok((_, key)) => DataKey::from_bytes(&key).map_err(|_| Failure::Broken)?,
            Err(Failure::Panic) => return Err(self.erase().await),
            Err(failure) => return Err(failure.into()),
        };
        Ok((file, key))
    }

    /// Erases everything, as the panic phrase asks. Until it is done nothing shows that it was not a
    /// wrong passphrase, also not that it cannot be stopped; afterwards the page is another.
    async fn erase(self) -> VaultError {
        let (tell, told) = oneshot::channel();
        spawn_local(async move {
            if self.journal.delete_everything().await.is_err() {
                let _ = tell.send(());
            }
        });
        match told.await {
            Ok(()) => Failure::Wrong.into(),
            Err(_) => std::future::pending().await,
        }
    }

    /// Gives the keyslot that was opened just now the work that is recommended today, and the vault
    /// file what it lacks.
    async fn renew(
        self,
        store: &AppStore,
        kind: KeyslotKind,
        secret: String,
        key: &DataKey,
    ) -> Result<(), VaultError> {
        let before = vault_of(store).await?;
        let request = Request::Renew(text_of(before.clone())?, kind, secret);
        let (vault, _) = changed(&request, key.expose()).await?;
        let _writing = locks::exclusive(WRITING).await;
        Ok(store
            .set_meta(VAULT, Some(&before), vault.as_bytes())
            .await?)
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
                    ABSENCE.take();
                    self.journal.tell(&News::Anew);
                }
                return Ok(());
            }
        }
    }

    /// Locks when nobody has been there for as long as the person chose. It ends with the lock.
    fn watch_for_absence(self) {
        let limits = move || {
            self.journal.preferences.with_untracked(|prefs| Limits {
                idle: Some(prefs.auto_lock.0).filter(|minutes| *minutes > 0),
                hidden: prefs.hidden_lock.0,
            })
        };
        let gone = move || {
            let open = self.journal.session.opening.get_untracked() == Opening::Ready;
            if open && self.converting.get_untracked().is_none() {
                page::blank();
                self.lock_now();
            }
        };
        ABSENCE.set(Some(absence::watch(Since::Now, limits, gone)));
    }
}

thread_local! {
    /// Not in [`Vault`], which is in the first download: only who has a lock needs it.
    static ABSENCE: RefCell<Option<Absence>> = const { RefCell::new(None) };
}

/// The lock, from any component.
pub fn use_vault() -> Vault {
    expect_context()
}

pub(super) fn sealer(key: &DataKey, file: &VaultFile) -> Arc<dyn Seal> {
    Arc::new(Sealer::new(
        key,
        file.store(),
        Box::new(|| random::bits128().ok()),
    ))
}

/// A fresh data key with keyslots for a passphrase and a new recovery code, in the place of the vault
/// file `before`.
async fn protect(passphrase: String, before: Option<Vec<u8>>) -> Result<NewLock, VaultError> {
    let text = before.clone().map(text_of).transpose()?;
    let (reply, key) = work::ask(&Request::Protect(passphrase, text), &[]).await?;
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

/// Has a vault file changed: what it is then, and the recovery code if there is a new one.
async fn changed(request: &Request, bytes: &[u8]) -> Result<(String, Option<String>), Failure> {
    match work::ask(request, bytes).await?.0 {
        Reply::Changed { vault, recovery } => Ok((vault, recovery)),
        _ => Err(Failure::Broken),
    }
}

async fn vault_of(store: &AppStore) -> Result<Vec<u8>, StoreError> {
    store.meta(VAULT).await?.ok_or(StoreError::Changed)
}

fn text_of(vault: Vec<u8>) -> Result<String, Failure> {
    String::from_utf8(vault).map_err(|_| Failure::Damaged)
}
