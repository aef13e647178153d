//! Acting on the journal and saving what that means.

use ebb_core::journal::{ActionError, RecordId, Stamp};
use ebb_core::log::{Action, Entry, Journal, Record};
use ebb_core::store::StoreError;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::task::to_the_end;
use super::{AppStore, JournalContext};
use crate::i18n::texts;
use crate::platform::part::{Missing, in_part, part};
use crate::platform::prefs::Storage;
use crate::platform::tabs::News;
use crate::platform::{clock, device, erase, locks, page, random};
use crate::state::save_error::SaveError;
use crate::state::session::Opening;

/// The lock that whoever writes holds, over all tabs.
pub const WRITING: &str = "ebb-writing";
/// The lock of whoever makes a small change: a quick second tap begins from what the first has left.
const CHANGING: &str = "ebb-changing";
/// The id of the button that takes a delete back.
pub const UNDO: &str = "undo";

/// An action with its records that was not acknowledged, while it may be tried again.
pub type Attempt = StoredValue<Option<(Action, Vec<Record>)>>;

/// What follows from a journal.
type Follows = dyn FnOnce(&Journal) -> Option<Action>;

impl JournalContext {
    /// Carries out an action and returns once it is on the disk.
    pub async fn act(self, action: Action) -> Result<RecordId, SaveError> {
        self.attempt(action, None, None).await
    }

    /// The same for a form: `finished` names the draft that goes with it, in the same transaction.
    /// A person tries again what failed: `attempt` keeps the records for that.
    pub(in crate::state) async fn attempt(
        self,
        action: Action,
        finished: Option<String>,
        attempt: Option<Attempt>,
    ) -> Result<RecordId, SaveError> {
        part!(written(self, action, finished, attempt))?.await
    }

    /// Writes an entry of now.
    pub async fn log(self, entry: Entry) -> Result<RecordId, SaveError> {
        let happened_at = None;
        self.act(Action::Log { entry, happened_at }).await
    }

    /// Deletes an entry and offers to bring it back.
    pub async fn delete(self, root: RecordId) -> Result<(), SaveError> {
        self.act(Action::Delete { root }).await?;
        self.notices.offer_undo(texts().common.deleted, move || {
            spawn_local(async move {
                match self.act(Action::Restore { root }).await {
                    Ok(_) => self.notices.say(texts().common.restored),
                    Err(error) => self.notices.not_saved(error),
                }
            });
        });
        // The button that was tapped is gone; the way back is where a keyboard goes on.
        page::focus_soon(UNDO);
        Ok(())
    }

    /// The same from a button, which tells what went wrong.
    pub fn remove(self, root: RecordId, problem: RwSignal<Option<SaveError>>) {
        spawn_local(async move {
            if let Err(error) = self.delete(root).await {
                problem.try_set(Some(error));
            }
        });
    }

    /// Deletes everything Ebb keeps in this browser, and loads the page as on the first day.
    pub async fn delete_everything(self) -> Result<(), SaveError> {
        // Also while it is locked, or cannot be opened any more.
        let store = match self.store.get_value() {
            Some(store) => store,
            None => self.opened_store().await?,
        };
        {
            let _writing = locks::exclusive(WRITING).await;
            store.clear().await?;
        }
        self.tell(&News::Anew);
        self.session.opening.set(Opening::Waiting);
        erase::everything_of_this_origin().await;
        page::start_over();
        Ok(())
    }

    /// Changes an entry as it is then. What goes wrong is put in `problem`.
    pub fn change(
        self,
        root: RecordId,
        problem: RwSignal<Option<SaveError>>,
        change: impl FnOnce(&mut Entry) + 'static,
    ) {
        self.keep_as(problem, move |journal| {
            let record = journal.get(root)?;
            let mut entry = record.entry.clone();
            change(&mut entry);
            Some(Action::Edit {
                root,
                entry,
                happened_at: record.happened_at,
            })
        });
    }

    /// Carries an action out: a tick, an answer of one tap, for which there is no form.
    pub fn keep(self, action: Action, problem: RwSignal<Option<SaveError>>) {
        self.keep_as(problem, move |_| Some(action));
    }

    /// Carries out what follows from the journal once earlier changes are in it; nothing follows
    /// when the entry it is about is gone.
    pub fn keep_as(
        self,
        problem: RwSignal<Option<SaveError>>,
        action: impl FnOnce(&Journal) -> Option<Action> + 'static,
    ) {
        self.keep_boxed(problem, Box::new(action));
    }

    /// One for all of them, compiled once.
    fn keep_boxed(self, problem: RwSignal<Option<SaveError>>, action: Box<Follows>) {
        spawn_local(async move {
            let _turn = locks::exclusive(CHANGING).await;
            let went = match self.with_untracked(action) {
                Some(action) => self.act(action).await.map(|_| ()),
                None => Err(ActionError::Gone.into()),
            };
            if went.is_ok() {
                self.session.announce(texts().common.saved);
            }
            problem.try_set(went.err());
        });
    }

    /// Prepares what an action means, has it written, and shows it. It can be broken off until
    /// the writing begins, and not from then on.
    async fn write(
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

    pub(in crate::state) fn prepare(self, action: &Action) -> Result<Vec<Record>, SaveError> {
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
            boundary: self.preferences.with_untracked(|prefs| prefs.boundary),
            random: &mut random,
        };
        let prepared = self.with_own(|journal| journal.prepare(action, &mut stamp));
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
            self.preferences
                .choose(|prefs| prefs.storage = Storage::Kept);
        }
        self.tell(&News::Stored(ids));
        root.unwrap_or_else(|| RecordId::next(None, 0, 0))
    }
}

in_part! {
    core fn written(
        journal: JournalContext,
        action: Action,
        finished: Option<String>,
        attempt: Option<Attempt>
    ) -> Result<RecordId, SaveError> {
        journal.write(action, finished, attempt).await
    }
}

/// Stores records. Where it is not known whether it was done, the store is asked.
pub async fn append(
    store: &AppStore,
    records: &[Record],
    finished: Option<&str>,
) -> Result<(), StoreError> {
    let stored = store.append(records, finished).await;
    if stored == Err(StoreError::Failed) && store.holds(records).await == Ok(true) {
        return Ok(());
    }
    stored
}

#[cfg(test)]
mod tests {
    use ebb_core::log::Craving;
    use ebb_core::log::Store;
    use ebb_core::rating::Rating;
    use ebb_core::store::Disk;
    use std::rc::Rc;

    use js_sys::Function;
    use leptos::mount::mount_to_body;
    use wasm_bindgen::JsValue;
    use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

    use super::super::open::fresh_id;
    use super::*;
    use crate::platform::idb::Idb;
    use crate::platform::random::tests::Without;

    wasm_bindgen_test_configure!(run_in_browser);

    /// The state over a database of its own; nothing of it is on the screen.
    async fn app(name: &str) -> (Owner, JournalContext) {
        mount_to_body(|| ());
        let owner = Owner::new();
        owner.set();
        let journal = crate::state::contexts().journal;
        journal.store.set_value(Some(store_on(name).await));
        journal.session.opening.set(Opening::Ready);
        (owner, journal)
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
        let (_owner, journal) = app("merged").await;
        let other = store_on("merged").await;
        let theirs = journal.prepare(&craving(3)).unwrap();
        other.append(&theirs, None).await.unwrap();
        // Acknowledged here after the other tab's picture of the store was taken.
        let ours = journal.prepare(&craving(8)).unwrap();
        journal.acknowledged(ours.clone());
        // Packed meanwhile: everything is read.
        journal
            .read_from_other_tab(vec![RecordId::next(None, 1, 1)])
            .await;
        let has = |record: &Record| journal.with_untracked(|j| j.get(record.id).is_some());
        assert!(has(&ours[0]) && has(&theirs[0]));
    }

    #[wasm_bindgen_test]
    async fn an_entry_whose_acknowledgement_was_lost_is_there_once_after_a_second_try() {
        let (_owner, journal) = app("acknowledged").await;
        lose_an_acknowledgement();
        if journal.act(craving(5)).await.is_err() {
            journal.act(craving(5)).await.unwrap();
        }
        let opened = store_on("acknowledged").await.open().await.unwrap();
        assert_eq!(opened.journal.records().count(), 1);
        assert_eq!(journal.with_untracked(|j| j.records().count()), 1);
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
        let (_owner, journal) = app("attempted").await;
        let attempt: Attempt = StoredValue::new(None);
        lose_an_acknowledgement();
        fail_a_look();
        let failed = journal.attempt(craving(5), None, Some(attempt)).await;
        assert_eq!(failed, Err(StoreError::Failed.into()));
        assert_eq!(count("attempted").await, 1);
        journal
            .attempt(craving(5), None, Some(attempt))
            .await
            .unwrap();
        assert_eq!(count("attempted").await, 1);
        // What is written after it is another entry, though it says the same.
        journal
            .attempt(craving(5), None, Some(attempt))
            .await
            .unwrap();
        assert_eq!(count("attempted").await, 2);
        lose_an_acknowledgement();
        fail_a_look();
        journal
            .attempt(craving(6), None, Some(attempt))
            .await
            .unwrap_err();
        journal
            .attempt(craving(7), None, Some(attempt))
            .await
            .unwrap();
        assert_eq!(count("attempted").await, 4);
    }

    #[wasm_bindgen_test]
    async fn without_randomness_nothing_is_stored() {
        let (_owner, journal) = app("without randomness").await;
        let without = Without::randomness();
        let failed = journal.act(craving(5)).await;
        drop(without);
        assert_eq!(failed, Err(StoreError::Failed.into()));
        assert_eq!(count("without randomness").await, 0);
    }

    #[wasm_bindgen_test]
    async fn an_example_stays_on_the_screen_when_another_tabs_records_are_read_afresh() {
        let (_owner, journal) = app("beside an example").await;
        let other = store_on("beside an example").await;
        let theirs = journal.prepare(&craving(3)).unwrap();
        other.append(&theirs, None).await.unwrap();
        journal.show_example();
        journal
            .read_from_other_tab(vec![RecordId::next(None, 1, 1)])
            .await;
        assert!(journal.in_example_untracked());
        assert_eq!(journal.with_own(|journal| journal.records().count()), 1);
    }
}
