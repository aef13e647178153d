//! The state's side of the store: opening it, reading the journal, writing to it.
//!
//! All of it is in parts that come later, so that the first screen need not wait for what can read
//! and write: `core` writes, `read` reads. Whoever calls it from the first download goes through a
//! function made by `in_part`.

use std::rc::Rc;

use ebb_core::journal::{DeviceId, RecordId, Stamp};
use ebb_core::log::{Action, Entry, Record, Store};
use ebb_core::store::{Condition, Disk, Opened, StoreError};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::cancellable_task::to_the_end;
use super::content::{Loaded, exercises, fetch_exercises};
use super::save::Attempt;
use super::{AppStore, Ebb, Notice, Opening, SaveError};
use crate::i18n::{date_language, texts};
use crate::platform::idb::Idb;
use crate::platform::part::{Missing, in_part, part};
use crate::platform::prefs::Storage;
use crate::platform::tabs::News;
use crate::platform::{clock, device, locks, page, random};

const STORE: &str = "ebb";
/// The lock that whoever writes holds, over all tabs.
pub(super) const WRITING: &str = "ebb-writing";
/// Under which name the store keeps its keyslots.
pub(super) const VAULT: &str = "vault";

impl Ebb {
    /// The store, once the journal is read. One that was blocked may have been allowed since: each
    /// try looks again.
    pub(super) async fn opened_store(self) -> Result<Rc<AppStore>, StoreError> {
        self.settled().await;
        match self.store() {
            Some(store) => Ok(store),
            None => self.open_store().await,
        }
    }

    /// Opens the store and reads the journal out of it, unless it is locked.
    pub(super) async fn open_store(self) -> Result<Rc<AppStore>, StoreError> {
        let idb = Idb::open(STORE, move || self.outdated.set(true)).await?;
        let store = Rc::new(Store::new(Disk::new(idb), fresh_id));
        self.store.set_value(Some(store.clone()));
        let locked = match store.backend().condition().await? {
            Condition::Plain => None,
            Condition::Locked(_) => Some(Opening::Locked),
            Condition::VaultMissing => Some(Opening::VaultMissing),
        };
        if let Some(locked) = locked {
            self.opening.set(locked);
            page::mark_journal("locked");
            return Err(StoreError::Locked);
        }
        if store.open_empty().await? {
            self.read_device(&store).await?;
            self.show_journal(Opened::default());
            self.ready();
        } else if let Ok(work) = part!(read(self, store.clone())) {
            work.await?;
        } else {
            self.opening.set(Opening::Missing);
            return Err(StoreError::Failed);
        }
        Ok(store)
    }

    /// Which device this is, as the store has it.
    async fn read_device(self, store: &AppStore) -> Result<(), StoreError> {
        let fresh = DeviceId::new(random::bits64()?);
        let named = fresh.to_string();
        let device = store.meta_or("device", named.as_bytes()).await?;
        let device = String::from_utf8_lossy(&device).parse();
        self.device.set_value(device.unwrap_or(fresh));
        Ok(())
    }

    /// Reads the journal; the store has the keys for it.
    pub(super) async fn read_journal(self, store: &AppStore) -> Result<(), StoreError> {
        self.read_device(store).await?;
        let opened = store.open().await?;
        if opened.locked > 0 {
            // Sealed values, and nothing that says by what.
            self.opening.set(Opening::VaultMissing);
            page::mark_journal("locked");
            return Err(StoreError::Locked);
        }
        self.show_journal(opened);
        Ok(())
    }

    fn show_journal(self, opened: Opened<Entry>) {
        self.quarantined.set(opened.quarantined);
        self.own.set(None);
        self.journal.set(opened.journal);
    }

    /// The journal is read and can be shown.
    pub(super) fn ready(self) {
        self.opening.set(Opening::Ready);
        // It must not be shown again once everything was deleted.
        self.home_cache.set(None);
        page::mark_journal("open");
        // They need the same part as the journal, and may have waited for it in vain.
        if exercises().with_untracked(|loaded| matches!(loaded, Loaded::Missing)) {
            fetch_exercises();
        }
        self.tell_if_emptied();
        clock::prepare(&date_language());
    }

    /// Says so when the browser has thrown away what was kept here. `localStorage` remembers that
    /// there was something, and nothing of what it was.
    fn tell_if_emptied(self) {
        let empty = self.with_own(|journal| journal.records().next().is_none());
        let kept = self
            .prefs
            .with_untracked(|prefs| prefs.storage == Storage::Kept);
        if empty && kept && self.quarantined.with_untracked(Vec::is_empty) {
            let words = texts().storage.emptied;
            self.notice.set(Some(Notice::said(words)));
        } else if !empty && !kept {
            self.choose(|prefs| prefs.storage = Storage::Kept);
        }
    }

    /// Reads what another tab has saved.
    pub(super) async fn read_from_other_tab(self, ids: Vec<RecordId>) {
        // While the journal is being read, what is new may be where it was read already.
        self.settled().await;
        let Some(store) = self.store() else { return };
        match store.read_records(&ids).await {
            Ok(Some(records)) => self.update_own(|journal| {
                for record in records {
                    journal.absorb(record);
                }
            }),
            // Packed meanwhile. What fails now is read at the next opening.
            Ok(None) => {
                if let Ok(opened) = store.open().await {
                    self.quarantined.set(opened.quarantined);
                    // What was saved here while it was read is not in it.
                    self.update_own(|journal| journal.merge(&opened.journal));
                }
            }
            Err(_) => {}
        }
    }

    /// Prepares what an action means, has it written, and shows it. It can be broken off until
    /// the writing begins, and not from then on.
    pub(super) async fn write(
        self,
        action: Action,
        finished: Option<String>,
        attempt: Option<Attempt>,
    ) -> Result<RecordId, SaveError> {
        if self.in_example_untracked() {
            return Err(SaveError::Example);
        }
        let store = self.opened_store().await?;
        let records = self.prepared_once(&action, attempt)?;
        let writing = locks::exclusive(WRITING).await;
        to_the_end(async move {
            let stored = append(&store, &records, finished.as_deref()).await;
            drop(writing);
            // Kept for the next try, unless that needs other ids.
            if let Some(attempt) = attempt
                && matches!(stored, Ok(()) | Err(StoreError::Taken))
            {
                attempt.try_set_value(None);
            }
            stored?;
            Ok(self.acknowledged(records))
        })
        .await
    }

    /// The records of an action. The same action tried again in one attempt has the same ones, as
    /// the first try may have been carried out.
    fn prepared_once(
        self,
        action: &Action,
        attempt: Option<Attempt>,
    ) -> Result<Vec<Record>, SaveError> {
        // Also when they are not needed: what was possible then may be no more.
        let fresh = self.prepare(action)?;
        let Some(attempt) = attempt else {
            return Ok(fresh);
        };
        let kept = attempt.try_get_value().flatten();
        let records = kept.filter(|(of, _)| of == action);
        let records = records.map_or(fresh, |(_, records)| records);
        attempt.try_set_value(Some((action.clone(), records.clone())));
        Ok(records)
    }

    fn prepare(self, action: &Action) -> Result<Vec<Record>, SaveError> {
        let mut lacking = None;
        let mut random = || {
            random::bits128().unwrap_or_else(|error| {
                lacking = Some(error);
                0
            })
        };
        let mut stamp = Stamp {
            now: clock::now(),
            device: self.device.get_value(),
            boundary: self.prefs.with_untracked(|prefs| prefs.boundary),
            random: &mut random,
        };
        let prepared = self
            .journal
            .with_untracked(|journal| journal.prepare(action, &mut stamp));
        match lacking {
            Some(error) => Err(StoreError::from(error).into()),
            None => Ok(prepared?),
        }
    }

    fn acknowledged(self, records: Vec<Record>) -> RecordId {
        let first = self.with_own(|journal| journal.records().next().is_none());
        let ids: Vec<_> = records.iter().map(|record| record.id).collect();
        let root = records.first().map(Record::root);
        self.update_own(|journal| {
            for record in records {
                journal.absorb(record);
            }
        });
        if first {
            // Asked once there is something to keep, so that the browser's question makes sense.
            spawn_local(device::ask_to_persist());
            self.choose(|prefs| prefs.storage = Storage::Kept);
        }
        self.tell(&News::Stored(ids));
        root.unwrap_or_else(|| RecordId::next(None, 0, 0))
    }
}

fn fresh_id() -> Option<RecordId> {
    let bits = random::bits128().ok()?;
    Some(RecordId::next(None, clock::now().utc_ms(), bits))
}

/// Stores records. Where it is not known whether it was done, the store is asked.
pub(super) async fn append(
    store: &AppStore,
    records: &[Record],
    finished: Option<&str>,
) -> Result<(), StoreError> {
    let stored = store.append(records, finished).await;
    if stored == Err(StoreError::Failed) {
        if store.holds(records).await == Ok(true) {
            return Ok(());
        }
    }
    stored
}

// A journal in which nothing is written yet is opened, and its first entry saved, without this.
in_part! {
    read fn read(ebb: Ebb, store: Rc<AppStore>) -> Result<(), StoreError> {
        ebb.show_home_cache(&store).await;
        ebb.read_journal(&store).await?;
        ebb.ready();
        spawn_local(ebb.compact(store));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use ebb_core::log::Craving;
    use ebb_core::log::Entry;
    use ebb_core::rating::Rating;
    use js_sys::Function;
    use leptos::mount::mount_to_body;
    use wasm_bindgen::JsValue;
    use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

    use super::*;
    use crate::platform::random::tests::Without;

    wasm_bindgen_test_configure!(run_in_browser);

    /// The state over a database of its own; nothing of it is on the screen.
    async fn app(name: &str) -> (Owner, Ebb) {
        mount_to_body(|| ());
        let owner = Owner::new();
        owner.set();
        let ebb = Ebb::new();
        ebb.store.set_value(Some(store_on(name).await));
        ebb.opening.set(Opening::Ready);
        (owner, ebb)
    }

    async fn store_on(name: &str) -> Rc<AppStore> {
        let idb = Idb::open(name, || ()).await.unwrap();
        Rc::new(Store::new(Disk::new(idb), fresh_id))
    }

    fn craving(intensity: u8) -> Action {
        Action::Log {
            entry: Entry::Craving(Craving::of(Rating::new(intensity).unwrap())),
            happened_at: None,
        }
    }

    /// The next transaction is committed, and the page hears that it failed.
    fn lose_an_acknowledgement() {
        run("const of = IDBTransaction.prototype;
            const own = Object.getOwnPropertyDescriptor(of, 'oncomplete');
            Object.defineProperty(of, 'oncomplete', {
                configurable: true,
                set() {
                    Object.defineProperty(of, 'oncomplete', own);
                    this.addEventListener('complete', () => this.onabort(new Event('abort')));
                },
            });");
    }

    fn run(script: &str) {
        let script = Function::new_no_args(script);
        script.call0(&JsValue::UNDEFINED).unwrap();
    }

    #[wasm_bindgen_test]
    async fn what_was_saved_here_stays_when_another_tabs_records_are_read_afresh() {
        let (_owner, ebb) = app("merged").await;
        let other = store_on("merged").await;
        let theirs = ebb.prepare(&craving(3)).unwrap();
        other.append(&theirs, None).await.unwrap();
        // Acknowledged here after the other tab's picture of the store was taken.
        let ours = ebb.prepare(&craving(8)).unwrap();
        ebb.acknowledged(ours.clone());
        // Packed meanwhile: everything is read.
        ebb.read_from_other_tab(vec![RecordId::next(None, 1, 1)])
            .await;
        let has = |record: &Record| ebb.journal.with_untracked(|j| j.get(record.id).is_some());
        assert!(has(&ours[0]) && has(&theirs[0]));
    }

    #[wasm_bindgen_test]
    async fn an_entry_whose_acknowledgement_was_lost_is_there_once_after_a_second_try() {
        let (_owner, ebb) = app("acknowledged").await;
        lose_an_acknowledgement();
        if ebb.act(craving(5), None).await.is_err() {
            ebb.act(craving(5), None).await.unwrap();
        }
        let opened = store_on("acknowledged").await.open().await.unwrap();
        assert_eq!(opened.journal.records().count(), 1);
        assert_eq!(ebb.journal.with_untracked(|j| j.records().count()), 1);
    }

    /// The next time the store is only read, it cannot be.
    fn fail_a_look() {
        run("const of = IDBObjectStore.prototype;
            const own = of.get;
            of.get = function (...given) {
                if (this.transaction.mode !== 'readonly') return own.apply(this, given);
                of.get = own;
                throw new DOMException('', 'UnknownError');
            };");
    }

    async fn count(name: &str) -> usize {
        let opened = store_on(name).await.open().await.unwrap();
        opened.journal.records().count()
    }

    #[wasm_bindgen_test]
    async fn a_form_that_is_saved_again_writes_the_same_entry_until_its_content_changes() {
        let (_owner, ebb) = app("attempted").await;
        let attempt: Attempt = StoredValue::new(None);
        lose_an_acknowledgement();
        fail_a_look();
        let failed = ebb.attempt(craving(5), None, Some(attempt)).await;
        assert_eq!(failed, Err(StoreError::Failed.into()));
        assert_eq!(count("attempted").await, 1);
        ebb.attempt(craving(5), None, Some(attempt)).await.unwrap();
        assert_eq!(count("attempted").await, 1);
        // What is written after it is another entry, though it says the same.
        ebb.attempt(craving(5), None, Some(attempt)).await.unwrap();
        assert_eq!(count("attempted").await, 2);
        lose_an_acknowledgement();
        fail_a_look();
        ebb.attempt(craving(6), None, Some(attempt))
            .await
            .unwrap_err();
        ebb.attempt(craving(7), None, Some(attempt)).await.unwrap();
        assert_eq!(count("attempted").await, 4);
    }

    #[wasm_bindgen_test]
    async fn without_randomness_nothing_is_stored() {
        let (_owner, ebb) = app("without randomness").await;
        let without = Without::randomness();
        let failed = ebb.act(craving(5), None).await;
        drop(without);
        assert_eq!(failed, Err(StoreError::Failed.into()));
        assert_eq!(count("without randomness").await, 0);
    }

    #[wasm_bindgen_test]
    async fn an_example_stays_on_the_screen_when_another_tabs_records_are_read_afresh() {
        let (_owner, ebb) = app("beside an example").await;
        let other = store_on("beside an example").await;
        let theirs = ebb.prepare(&craving(3)).unwrap();
        other.append(&theirs, None).await.unwrap();
        ebb.show_example();
        ebb.read_from_other_tab(vec![RecordId::next(None, 1, 1)])
            .await;
        assert!(ebb.in_example_untracked());
        assert_eq!(ebb.with_own(|journal| journal.records().count()), 1);
    }
}
