//! A therapist's desk: shares that are kept, sealed by the same vault and in the same kind of store
//! as a participant's journal, in a database of its own. What is open goes with the screens.
//!
//! The list is there first: what it shows is kept beside the shares, which are read while it is looked
//! at. All that is done to the desk waits until they were.

use std::rc::Rc;
use std::sync::Arc;

use ebb_core::backup::BackupError;
use ebb_core::content::instrument::Instrument;
use ebb_core::desk::{
    Caseload, CaseloadPerson, CaseloadRow, Client, ClientRecords, DeskAction, DeskEntry, DeskError,
    DeskJournal, DeskNote, DeskStore, Order, SentItems, all_of, expired, take_in,
};
use ebb_core::desk::{backup, caseload_csv, caseload_fhir};
use ebb_core::journal::{DeviceId, RecordId, Stamp};
use ebb_core::log::Entry;
use ebb_core::share::PublicKey;
use ebb_core::store::{Backend, Condition, Disk, Op, StoreError, Table};
use ebb_core::text::{Note, Tag};
use ebb_core::time::{DayBoundary, LocalDay};
use ebb_core::vault::{DataKey, KeyslotKind, RecoveryCode, VaultFile};
use futures::channel::oneshot;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::clinician_session::ClinicianSession;
use super::content::{Loaded, instruments};
use super::journal::{fresh_id, to_the_end};
use super::sealed::{Refused, Source};
use super::vault::{VAULT, VaultError, sealer};
use crate::i18n::more;
use crate::platform::files::{self, Picked, SEALED};
use crate::platform::idb::{DESK, Idb};
use crate::platform::work::{self, Failure, Reply, Request};
use crate::platform::{clock, locks, random};

/// The lock of whoever writes, over all tabs.
const WRITING: &str = "ebb-desk-writing";

type AppStore = DeskStore<Disk<Idb>>;

/// How far a desk is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeskOpening {
    /// Still looking.
    Waiting,
    /// There is none in this browser.
    None,
    /// Sealed.
    Locked,
    /// Open.
    Open,
    /// The browser does not give access.
    Failed(StoreError),
}

/// Why something was not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotKept {
    /// The file is not right.
    Refused(Refused),
    /// It is there already.
    AlreadyThere,
    /// The store could not take it.
    Store(StoreError),
}

impl From<Refused> for NotKept {
    fn from(refused: Refused) -> Self {
        Self::Refused(refused)
    }
}

impl From<StoreError> for NotKept {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<DeskError> for NotKept {
    fn from(error: DeskError) -> Self {
        match error {
            DeskError::Share(error) => Self::Refused(error.into()),
            _ => Self::AlreadyThere,
        }
    }
}

/// The desk, while its screens are shown. Copy it freely: it only holds handles.
#[derive(Clone, Copy)]
pub struct DeskSession {
    /// The own key, and what opens shares.
    pub clinician: ClinicianSession,
    /// How far it is open.
    pub opening: RwSignal<DeskOpening>,
    /// Everybody on it, a line each.
    pub caseload: RwSignal<Arc<Caseload>>,
    /// Whether the shares were read, too.
    pub is_read: RwSignal<bool>,
    journal: RwSignal<DeskJournal>,
    store: StoredValue<Option<Rc<AppStore>>, LocalStorage>,
    /// Who is told once they were.
    waiting: StoredValue<Vec<oneshot::Sender<()>>, LocalStorage>,
}

impl DeskSession {
    /// Looks whether there is a desk here.
    pub fn new(clinician: ClinicianSession) -> Self {
        let desk = Self {
            clinician,
            opening: RwSignal::new(DeskOpening::Waiting),
            caseload: RwSignal::new(Arc::new(Caseload::default())),
            is_read: RwSignal::new(false),
            journal: RwSignal::new(DeskJournal::default()),
            store: StoredValue::new_local(None),
            waiting: StoredValue::new_local(Vec::new()),
        };
        // Asked for while the passphrase is typed: the lines need them.
        drop(forms());
        spawn_local(async move {
            if let Err(error) = desk.look().await {
                desk.opening.try_set(DeskOpening::Failed(error));
            }
        });
        desk
    }

    async fn look(self) -> Result<(), StoreError> {
        let opening = self.opening;
        let let_go = move || {
            opening.try_set(DeskOpening::Failed(StoreError::Closed));
        };
        let store = Rc::new(AppStore::new(
            Disk::new(Idb::open(DESK, let_go).await?),
            fresh_id,
        ));
        let condition = store.backend().condition().await?;
        self.store.try_set_value(Some(store));
        self.opening.try_set(match condition {
            Condition::Plain => DeskOpening::None,
            Condition::Locked(_) => DeskOpening::Locked,
            Condition::VaultMissing => DeskOpening::Failed(StoreError::Changed),
        });
        Ok(())
    }

    fn opened_store(self) -> Result<Rc<AppStore>, StoreError> {
        self.store
            .try_get_value()
            .flatten()
            .ok_or(StoreError::Locked)
    }

    /// The store, once all that is in it was read.
    async fn read_store(self) -> Result<Rc<AppStore>, StoreError> {
        if self.is_read.try_get_untracked() != Some(true) {
            let (tell, told) = oneshot::channel();
            self.waiting.try_update_value(|waiting| waiting.push(tell));
            told.await.map_err(|_| StoreError::Closed)?;
        }
        self.opened_store()
    }

    /// What `read` finds on the desk.
    pub fn with<T>(self, read: impl FnOnce(&DeskJournal) -> T) -> T {
        self.journal.with(read)
    }

    /// Makes a desk, sealed from the first entry on. What comes back is the recovery code.
    pub async fn make(self, passphrase: String) -> Result<String, VaultError> {
        let store = self.opened_store()?;
        let (reply, key) = work::ask(&Request::Protect(passphrase, None), &[]).await?;
        let Reply::Protected { vault, recovery } = reply else {
            return Err(Failure::Broken.into());
        };
        let key = DataKey::from_bytes(&key).map_err(|_| Failure::Broken)?;
        let file = VaultFile::decode(vault.as_bytes())?;
        let seal = sealer(&key, &file);
        let with = vec![
            Op::expect(Table::Meta, VAULT, None),
            Op::put(Table::Meta, VAULT, vault.into_bytes()),
        ];
        to_the_end(async move {
            let _writing = locks::exclusive(WRITING).await;
            store.backend().put_on(seal, with).await?;
            while !store.backend().convert_step().await?.finished {}
            Ok::<_, VaultError>(())
        })
        .await?;
        Ok(recovery)
    }

    /// Opens it by its passphrase or its recovery code, and removes what may not be kept any more.
    /// How many shares that were comes back.
    pub async fn unlock(self, secret: String) -> Result<usize, VaultError> {
        let store = self.opened_store()?;
        let bytes = store.meta(VAULT).await?.ok_or(StoreError::Changed)?;
        let file = VaultFile::decode(&bytes)?;
        let text = String::from_utf8(bytes).map_err(|_| Failure::Damaged)?;
        let kind = match RecoveryCode::parse(&secret) {
            Ok(_) => KeyslotKind::Recovery,
            Err(_) => KeyslotKind::Passphrase,
        };
        let request = Request::Unlock(text, kind, secret.clone());
        let (_, key) = work::ask(&request, &[]).await?;
        let key = DataKey::from_bytes(&key).map_err(|_| Failure::Broken)?;
        store.backend().unlock(sealer(&key, &file));
        if store.backend().converting().await?.is_some() {
            let _writing = locks::exclusive(WRITING).await;
            while !store.backend().convert_step().await?.finished {}
        }
        // Many have one passphrase for both; who has another types it when a share is opened. By itself:
        // the form that waits here goes when the desk is shown, and what it waits for with it.
        spawn_local(async move {
            let _ = self.clinician.open_key(secret).await;
        });
        Ok(self.begin(store).await?)
    }

    /// Reads what is kept, after it was unlocked or made.
    pub async fn begin_after_making(self) -> Result<(), VaultError> {
        let store = self.opened_store()?;
        self.begin(store).await?;
        Ok(())
    }

    /// Shows the list, of what was kept for it if that still is what the store holds.
    async fn begin(self, store: Rc<AppStore>) -> Result<usize, StoreError> {
        let kept = store.home_cache().await.ok().flatten();
        let kept = kept.and_then(|bytes| Caseload::kept(&bytes));
        let current = kept.as_ref().is_some_and(|kept| !kept.has_expired(today()));
        if let Some(kept) = kept {
            // Where a share's time is over, of the others at least.
            self.caseload.try_set(Arc::new(kept));
        }
        if !current {
            let removed = self.read(store).await?;
            self.opening.try_set(DeskOpening::Open);
            return Ok(removed);
        }
        self.opening.try_set(DeskOpening::Open);
        spawn_local(async move {
            if let Err(error) = self.read(store).await {
                self.opening.try_set(DeskOpening::Failed(error));
                // Whoever waits is told that nothing comes.
                self.waiting.try_update_value(Vec::clear);
            }
        });
        Ok(0)
    }

    /// Reads all that is kept, and removes what may not be kept any more.
    async fn read(self, store: Rc<AppStore>) -> Result<usize, StoreError> {
        let opened = store.open().await?;
        self.journal.try_set(opened.journal);
        self.is_read.try_set(true);
        let count = self.remove_expired().await?;
        let waiting = self.waiting.try_update_value(std::mem::take);
        for tell in waiting.into_iter().flatten() {
            // Who has gone away meanwhile need not know.
            let _ = tell.send(());
        }
        self.bring_up_to_date(&store).await;
        // Nothing shows what was deleted; taking it out of the store need not be waited for.
        spawn_local(async move {
            self.compact(&store).await;
            self.keep_list(&store).await;
        });
        Ok(count)
    }

    /// Removes what may not be kept any more, and says how many shares that were.
    async fn remove_expired(self) -> Result<usize, StoreError> {
        let over = self
            .journal
            .try_with_untracked(|desk| expired(desk, today()));
        let over = over.unwrap_or_default();
        let count = over.len();
        self.delete(over).await?;
        Ok(count)
    }

    /// Keeps what the list shows beside the shares, for the next opening. Whatever is in the way, that
    /// one reads them then.
    async fn keep_list(self, store: &AppStore) {
        let _writing = locks::exclusive(WRITING).await;
        let there = store.home_cache().await.ok().flatten();
        let show = |knows: &dyn Fn(&DeskJournal) -> bool| {
            let caseload = self.caseload.try_get_untracked()?;
            let of = |desk: &DeskJournal| knows(desk).then(|| caseload.to_keep(desk)).flatten();
            let kept = self.journal.try_with_untracked(of).flatten();
            kept.filter(|kept| there.as_ref() != Some(kept))
        };
        let _ = store.keep_home_cache(show).await;
    }

    /// Takes what was deleted out of the store for good, and what was kept for the list with it.
    async fn compact(self, store: &AppStore) {
        let _writing = locks::exclusive(WRITING).await;
        let erasable = self
            .journal
            .try_with_untracked(|desk| !desk.erasable().is_empty());
        if erasable != Some(true) && store.is_packed().await.unwrap_or(true) {
            return;
        }
        let Some(now) = self.journal.try_with_untracked(Clone::clone) else {
            return;
        };
        // What fails now is done at the next opening.
        if let Ok(erased) = store.compact(&now, false).await {
            self.journal.try_update(|desk| {
                for id in erased {
                    desk.forget(id);
                }
            });
        }
    }

    /// Makes the lines that are not up to date, of whoever is new or was changed since, a person at a
    /// time, so that the browser draws and hears in between.
    async fn bring_up_to_date(self, store: &AppStore) {
        loop {
            let Some(known) = self.caseload.try_get_untracked() else {
                return;
            };
            let mut caseload = Caseload::clone(&known);
            let outdated = self
                .journal
                .try_with_untracked(|desk| caseload.outdated(desk));
            let Some(outdated) = outdated else {
                return;
            };
            let settled = outdated.is_empty();
            for records in outdated {
                store.backend().yield_now().await;
                let read = self
                    .journal
                    .try_with_untracked(|desk| caseload.update(desk, records));
                if read.is_none() {
                    return;
                }
            }
            if caseload != *known {
                self.caseload.try_set(Arc::new(caseload));
            }
            // Something may have come while the others were read.
            if settled {
                return;
            }
        }
    }

    /// Has the list say what has just been stored. Keeping it for the next opening is not waited for.
    async fn list_changed(self, store: Rc<AppStore>) {
        self.bring_up_to_date(&store).await;
        spawn_local(async move { self.keep_list(&store).await });
    }

    /// A line for each person.
    pub fn rows(self, order: Order) -> Vec<CaseloadRow> {
        self.caseload.with(|caseload| {
            let by = |forms: &[Instrument]| caseload.rows(forms, today(), order);
            match instruments().read(|library| by(&library.entries)) {
                Loaded::Ready(rows) => rows,
                Loaded::Waiting | Loaded::Missing => by(&[]),
            }
        })
    }

    /// What is kept of somebody; `None` when they are gone.
    pub fn records_of(self, person: RecordId) -> Option<ClientRecords> {
        self.with(|desk| ClientRecords::of(desk, person))
    }

    /// Somebody with all that they shared.
    pub fn person(self, records: &ClientRecords) -> Option<CaseloadPerson> {
        self.journal
            .with_untracked(|desk| CaseloadPerson::read(desk, records))
    }

    /// What the therapist calls somebody.
    pub fn name_of(self, person: RecordId) -> Option<String> {
        self.caseload
            .with(|caseload| caseload.name(person).map(str::to_owned))
    }

    /// Carries out all of these and returns once they are on the disk, and in the list.
    async fn act(self, actions: Vec<DeskAction>) -> Result<(), StoreError> {
        let store = self.read_store().await?;
        let list = store.clone();
        to_the_end(async move {
            let _writing = locks::exclusive(WRITING).await;
            // Of several, each is prepared on what those before it make of the desk. One needs no copy
            // of all the shares.
            let mut copy = match actions.len() {
                0 | 1 => None,
                _ => self.journal.try_get_untracked(),
            };
            let mut records = Vec::new();
            for action in &actions {
                let mut lacking = false;
                let mut random = || {
                    random::bits128().unwrap_or_else(|_| {
                        lacking = true;
                        0
                    })
                };
                let mut stamp = Stamp {
                    now: clock::now(),
                    device: DeviceId::new(0),
                    boundary: DayBoundary::default(),
                    random: &mut random,
                };
                let mut prepare = |desk: &DeskJournal| desk.prepare(action, &mut stamp);
                let prepared = match &copy {
                    Some(desk) => Some(prepare(desk)),
                    None => self.journal.try_with_untracked(prepare),
                };
                if lacking {
                    return Err(StoreError::Failed);
                }
                let prepared = prepared.ok_or(StoreError::Closed)?;
                for record in prepared.map_err(|_| StoreError::Changed)? {
                    if let Some(desk) = &mut copy {
                        desk.absorb(record.clone());
                    }
                    records.push(record);
                }
            }
            store.append(&records, None).await?;
            self.journal.try_update(|desk| {
                for record in records {
                    desk.absorb(record);
                }
            });
            Ok(())
        })
        .await?;
        self.list_changed(list).await;
        Ok(())
    }

    async fn log(self, entry: DeskEntry) -> Result<(), StoreError> {
        let happened_at = None;
        self.act(vec![DeskAction::Log { entry, happened_at }]).await
    }

    async fn delete(self, roots: Vec<RecordId>) -> Result<(), StoreError> {
        if roots.is_empty() {
            return Ok(());
        }
        let actions = roots.into_iter().map(|root| DeskAction::Delete { root });
        self.act(actions.collect()).await
    }

    /// Opens a share and keeps it. Who it is from comes back.
    pub async fn take(self, source: &Source, phrase: &str) -> Result<RecordId, NotKept> {
        let (share, bundle) = self.clinician.opened(source, phrase).await?;
        let text = String::from_utf8(bundle).map_err(|_| Refused::Work(Failure::Damaged))?;
        let own: Vec<PublicKey> = self.clinician.own_keys();
        // Four characters of a random name, until the therapist gives them one.
        let name = (more().desk.unnamed)(&share.person.to_string().split_off(22));
        let name = Tag::own(&name).map_err(|_| StoreError::Failed)?;
        self.read_store().await?;
        let actions = self
            .journal
            .with_untracked(|desk| take_in(desk, &share, &text, &own, today(), name))?;
        self.act(actions).await?;
        Ok(share.person)
    }

    /// Changes what is known of somebody.
    pub async fn change(
        self,
        root: RecordId,
        change: impl FnOnce(&mut Client),
    ) -> Result<(), StoreError> {
        self.read_store().await?;
        let found = self.journal.with_untracked(|desk| {
            let record = desk.get(root)?;
            match &record.entry {
                DeskEntry::Client(client) => Some((client.clone(), record.happened_at)),
                _ => None,
            }
        });
        let (mut client, happened_at) = found.ok_or(StoreError::Changed)?;
        change(&mut client);
        let entry = DeskEntry::Client(client);
        let edit = DeskAction::Edit {
            root,
            entry,
            happened_at,
        };
        self.act(vec![edit]).await
    }

    /// Keeps a note about somebody.
    pub async fn note(self, person: RecordId, words: Note) -> Result<(), StoreError> {
        self.log(DeskEntry::Note(DeskNote { person, words })).await
    }

    /// Takes a note away.
    pub async fn remove_note(self, root: RecordId) -> Result<(), StoreError> {
        self.delete(vec![root]).await
    }

    /// Keeps what was set for somebody.
    pub async fn sent(self, person: RecordId, items: Vec<Entry>) -> Result<(), StoreError> {
        self.log(DeskEntry::Sent(SentItems { person, items })).await
    }

    /// Erases everything about somebody.
    pub async fn erase(self, person: RecordId) -> Result<(), StoreError> {
        let store = self.read_store().await?;
        let roots = self.journal.with_untracked(|desk| all_of(desk, person));
        self.delete(roots).await?;
        self.compact(&store).await;
        self.keep_list(&store).await;
        Ok(())
    }

    /// Saves everything as a backup, sealed by a passphrase. Says whether the browser took it.
    pub async fn back_up(self, passphrase: String) -> Result<bool, VaultError> {
        self.read_store().await?;
        let now = clock::now();
        let bundle = self
            .journal
            .with_untracked(|desk| backup::bundle(desk, now));
        let bundle = bundle.map_err(|_| Failure::Broken)?;
        let (_, file) = work::ask(&Request::Seal(passphrase), &bundle).await?;
        let name = files::named(&format!("desk-{}.age", today()));
        Ok(files::save(&name, SEALED, &file))
    }

    /// Takes in what a backup has and the desk has not, and says how much that was.
    pub async fn restore(self, picked: &Picked, passphrase: String) -> Result<usize, VaultError> {
        let file = picked.bytes().await.ok_or(Failure::Unreadable)?;
        let (_, bundle) = work::ask(&Request::Open(passphrase), &file).await?;
        let records = backup::read(&bundle).map_err(Failure::from)?;
        let store = self.read_store().await?;
        let missing = self
            .journal
            .with_untracked(|desk| backup::missing(desk, records));
        for record in &missing {
            if !backup::is_genuine(record) {
                return Err(Failure::from(BackupError::Damaged).into());
            }
            store.backend().yield_now().await;
        }
        let count = missing.len();
        let list = store.clone();
        to_the_end(async move {
            let _writing = locks::exclusive(WRITING).await;
            store.append(&missing, None).await?;
            self.journal.try_update(|desk| {
                for record in missing {
                    desk.absorb(record);
                }
            });
            Ok::<_, StoreError>(())
        })
        .await?;
        // A backup outlives the day until which a share may be kept.
        let removed = self.remove_expired().await?;
        self.list_changed(list).await;
        Ok(count.saturating_sub(removed))
    }

    /// Saves the lines of the caseload as a table.
    pub fn save_csv(self) -> bool {
        let text = caseload_csv(&untrack(|| self.rows(Order::Name)));
        let name = files::named(&format!("caseload-{}.csv", today()));
        files::save(&name, "text/csv", text.as_bytes())
    }

    /// Saves what FHIR has a place for, a resource a line.
    pub async fn save_fhir(self) -> bool {
        if self.read_store().await.is_err() {
            return false;
        }
        let words = more().share.fhir_words;
        let text = self
            .journal
            .with_untracked(|desk| caseload_fhir(desk, &forms(), words));
        let name = files::named(&format!("caseload-{}.ndjson", today()));
        text.is_ok_and(|text| files::save(&name, "application/fhir+ndjson", text.as_bytes()))
    }
}

/// The questionnaires, as far as they are here.
fn forms() -> Vec<Instrument> {
    match untrack(|| instruments().read(|library| library.entries.clone())) {
        Loaded::Ready(forms) => forms,
        Loaded::Waiting | Loaded::Missing => Vec::new(),
    }
}

/// Today, by the clock on the wall.
pub fn today() -> LocalDay {
    clock::now().local_day(DayBoundary::default())
}
