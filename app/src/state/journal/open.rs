//! Opening the journal, hearing of other tabs, and compacting what has grown.
//!
//! What reads and writes is in parts that come later, so that the first screen need not wait for it:
//! `core` writes, `read` reads. Whoever calls it from the first download goes through a function made by `in_part`.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use ebb_core::journal::{DeviceId, RecordId};
use ebb_core::log::{Entry, Store};
use ebb_core::store::{Condition, Disk, Opened, StoreError};
use futures::channel::oneshot;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::save::WRITING;
use super::{AppStore, JournalContext};
use crate::i18n::{date_language, texts};
use crate::platform::idb::{Idb, JOURNAL};
use crate::platform::part::{Missing, in_part, part};
use crate::platform::prefs::Storage;
use crate::platform::tabs::{News, Tabs};
use crate::platform::{clock, locks, page, random, updates};
use crate::state::content::{Loaded, exercises, fetch_exercises, want_exercises};
use crate::state::session::Opening;

/// How long rating a craving may hold up what is only fetched ahead.
const LONGEST_RATING: Duration = Duration::from_secs(10);

impl JournalContext {
    /// Listens to other tabs and opens the journal.
    pub(in crate::state) fn start(self) {
        self.tabs
            .set_value(Some(Rc::new(Tabs::join(move |news| self.hear(news)))));
        self.open();
    }

    /// Opens the journal. Called again once what was missing has come.
    pub fn open(self) {
        self.session.opening.set(Opening::Waiting);
        spawn_local(async move {
            match part!(opened(self)) {
                Ok(work) => {
                    // The part has just come: screens waited for it too.
                    page::yield_to_browser().await;
                    work.await;
                }
                Err(Missing) => self.session.opening.set(Opening::Missing),
            }
        });
    }

    /// What did not come before may come now that a part has.
    pub fn make_up_for_missing(self) {
        if self.session.opening.get_untracked() == Opening::Missing {
            self.open();
        }
    }

    /// Begins what must not take from what a person waits for: the exercises, and the service worker
    /// with all that it keeps for working offline.
    ///
    /// Who saves data gets the worker once there is something in the journal to come back to.
    pub fn begin_in_background(self) {
        want_exercises();
        let begun = || self.with_own(|journal| journal.records().next().is_some());
        if updates::is_served() || !updates::saves_data() || begun() {
            let ready = self.session.update_ready;
            spawn_local(updates::watch(move || ready.set(true)));
        }
    }

    fn hear(self, news: News) {
        match news {
            News::Stored(ids) => spawn_local(async move {
                // Without the part there is no journal on the screen to be brought up to date.
                if let Ok(work) = part!(heard(self, ids)) {
                    work.await;
                }
            }),
            News::Anew | News::Locked => page::reload(),
        }
    }

    /// The store, once the journal is read. One that was blocked may have been allowed since: each
    /// try looks again.
    pub(in crate::state) async fn opened_store(self) -> Result<Rc<AppStore>, StoreError> {
        self.settled().await;
        let locked = matches!(
            self.session.opening.get_untracked(),
            Opening::Locked | Opening::VaultMissing
        );
        match self.store() {
            Some(store) => Ok(store),
            // Not another store in the place of the one that is about to be unlocked.
            None if locked => Err(StoreError::Locked),
            None => self.open_store().await,
        }
    }

    /// Waits until the journal is open, or cannot be.
    pub async fn settled(self) {
        let settled = move || self.session.opening.get() != Opening::Waiting;
        until(Box::new(settled)).await;
    }

    /// Waits until there is something of the journal to show: it, or the copy of it that the first
    /// screen shows until it is read.
    pub async fn shown(self) {
        let shown = move || {
            self.session.opening.get() != Opening::Waiting || self.home_cache.with(Option::is_some)
        };
        until(Box::new(shown)).await;
    }

    /// Waits until something of the journal is shown and no craving is being rated, or is not for
    /// long: what is not needed at once takes nothing from that.
    pub async fn at_leisure(self) {
        self.shown().await;
        if !self.session.rating.get_untracked() {
            return;
        }
        let late = RwSignal::new(false);
        let tell = move || {
            late.try_set(true);
        };
        set_timeout(tell, LONGEST_RATING);
        until(Box::new(move || late.get() || !self.session.rating.get())).await;
    }

    /// Opens the store and reads the journal out of it, unless it is locked.
    async fn open_store(self) -> Result<Rc<AppStore>, StoreError> {
        let idb = Idb::open(JOURNAL, move || self.session.outdated.set(true)).await?;
        let store = Rc::new(Store::new(Disk::new(idb), fresh_id));
        let condition = store.backend().condition().await?;
        self.store.set_value(Some(store.clone()));
        match condition {
            Condition::Plain => {}
            Condition::Locked(_) => return Err(self.locked(Opening::Locked)),
            Condition::VaultMissing => return Err(self.locked(Opening::VaultMissing)),
        }
        if store.open_empty().await? {
            let fresh = DeviceId::new(random::bits64()?);
            self.device.set_value(fresh);
            self.show(Opened::default());
            // The first entry does not wait for this; what fails now is done at the next opening.
            let store = store.clone();
            spawn_local(async move {
                let _ = self.read_device(&store, fresh).await;
            });
        } else if let Ok(work) = part!(read_plain(self, store.clone())) {
            work.await?;
        } else {
            self.session.opening.set(Opening::Missing);
            return Err(StoreError::Failed);
        }
        Ok(store)
    }

    fn locked(self, how: Opening) -> StoreError {
        self.session.opening.set(how);
        page::mark_journal("locked");
        StoreError::Locked
    }

    /// Which device this is, as the store has it, or else `fresh`.
    async fn read_device(self, store: &AppStore, fresh: DeviceId) -> Result<(), StoreError> {
        let named = fresh.to_string();
        let device = store.meta_or("device", named.as_bytes()).await?;
        let device = String::from_utf8_lossy(&device).parse();
        self.device.set_value(device.unwrap_or(fresh));
        Ok(())
    }

    /// Reads the journal and shows it; the store has the keys for it.
    pub(in crate::state) async fn read(self, store: &Rc<AppStore>) -> Result<(), StoreError> {
        let fresh = DeviceId::new(random::bits64()?);
        self.read_device(store, fresh).await?;
        let opened = store.open().await?;
        if opened.locked > 0 {
            // Sealed values, and nothing that says by what.
            return Err(self.locked(Opening::VaultMissing));
        }
        self.show(opened);
        spawn_local(self.compact(store.clone()));
        Ok(())
    }

    fn show(self, opened: Opened<Entry>) {
        self.quarantined.set(opened.quarantined);
        self.example.set(None);
        self.own.set(opened.journal);
        self.session.opening.set(Opening::Ready);
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
            .preferences
            .with_untracked(|prefs| prefs.storage == Storage::Kept);
        if empty && kept && self.quarantined.with_untracked(Vec::is_empty) {
            self.notices.say(texts().storage.emptied);
        } else if !empty && !kept {
            self.preferences
                .choose(|prefs| prefs.storage = Storage::Kept);
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

    /// Erases what was deleted or overwritten before this opening, when no undo is open, and packs
    /// what has grown long. A failure leaves both for the next opening.
    async fn compact(self, store: Rc<AppStore>) {
        let nothing_to_erase = || self.with_own(|journal| journal.erasable().is_empty());
        if nothing_to_erase() && store.is_packed().await == Ok(true) {
            return;
        }
        if let Ok(work) = part!(compacted(self, store)) {
            work.await;
        }
    }
}

/// Waits until something holds.
async fn until(holds: Box<dyn Fn() -> bool>) {
    let (tell, told) = oneshot::channel();
    let tell = Cell::new(Some(tell));
    let watch = Effect::new(move |_| {
        if holds()
            && let Some(tell) = tell.take()
        {
            let _ = tell.send(());
        }
    });
    let _ = told.await;
    watch.stop();
}

in_part! {
    upkeep fn compacted(journal: JournalContext, store: Rc<AppStore>) -> () {
        let _writing = locks::exclusive(WRITING).await;
        // The journal as it is once nobody else writes any more.
        let now = journal.with_own(Clone::clone);
        if let Ok(erased) = store.compact(&now, false).await {
            // Also when nothing was erased: what was kept of it for the first screen is gone.
            journal.update_own(|journal| {
                for id in erased {
                    journal.forget(id);
                }
            });
        }
    }
}

// A journal in which nothing is written yet is opened, and its first entry saved, without this.
in_part! {
    read fn read_plain(journal: JournalContext, store: Rc<AppStore>) -> Result<(), StoreError> {
        journal.show_home_cache(&store).await;
        journal.read(&store).await
    }
}

in_part! {
    core[fetch_core] fn opened(journal: JournalContext) -> () {
        match journal.open_store().await {
            Ok(_) | Err(StoreError::Locked) => {}
            Err(_) if journal.session.opening.get_untracked() == Opening::Missing => {}
            Err(error) => journal.session.opening.set(Opening::Failed(error)),
        }
    }
}

/// Begins to fetch what saves while the app is not drawn yet.
pub fn fetch_what_saves() {
    #[cfg(split)]
    page::spawn(async {
        // Whoever needs it fetches it again, and hears why it did not come.
        let _ = fetch_core().await;
    });
}

in_part! {
    read fn heard(journal: JournalContext, ids: Vec<RecordId>) -> () {
        journal.read_from_other_tab(ids).await;
    }
}

pub(in crate::state) fn fresh_id() -> Option<RecordId> {
    let bits = random::bits128().ok()?;
    Some(RecordId::next(None, clock::now().utc_ms(), bits))
}
