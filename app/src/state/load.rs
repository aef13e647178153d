//! Starting: opening the journal, fetching content, listening to other tabs.

use std::rc::Rc;
use std::time::Duration;

use ebb_core::exercise::parse_all;
use ebb_core::journal::{DeviceId, Journal, RecordId, decode};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Ebb, Loaded};
use crate::platform::store::{Store, StoreError};
use crate::platform::tabs::{News, Tabs};
use crate::platform::{clock, content, page, prefs, random, updates};

const STORE: &str = "ebb";

/// How far the opening of the journal is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// Still reading.
    Waiting,
    /// Open.
    Ready,
    /// The browser does not give access; entries cannot be kept.
    Failed(StoreError),
}

/// Makes the state and starts everything that fills it.
pub fn start() -> Ebb {
    let ebb = Ebb::new();
    ebb.prefs.with_untracked(page::dress);
    prefs::watch(move || {
        ebb.prefs.set(prefs::load());
        ebb.prefs.with_untracked(page::dress);
    });
    ebb.tabs
        .set_value(Some(Rc::new(Tabs::join(move |news| ebb.hear(news)))));
    spawn_local(async move {
        if let Err(error) = ebb.open_store().await {
            ebb.opening.set(Opening::Failed(error));
        }
        // Not before: the first screen must not wait for what it does not show.
        ebb.fetch_exercises();
    });
    // Asked-for ratings are minutes apart; a few seconds late is soon enough.
    set_interval(move || ebb.now.set(clock::now()), Duration::from_secs(5));
    spawn_local(updates::watch(move || ebb.update_ready.set(true)));
    ebb
}

impl Ebb {
    /// The store. One that was blocked may have been allowed since: each try looks again.
    pub(super) async fn opened_store(self) -> Result<Rc<Store>, StoreError> {
        match self.store() {
            Some(store) => Ok(store),
            None => self.open_store().await,
        }
    }

    /// Opens the store and reads the journal out of it.
    async fn open_store(self) -> Result<Rc<Store>, StoreError> {
        let store = Rc::new(Store::open(STORE).await?);
        let fresh = DeviceId::new(random::bits64()).to_string();
        if let Ok(device) = store.meta("device", &fresh).await?.parse() {
            self.device.set_value(device);
        }
        let (journal, aside) = Journal::open(store.read_all().await?);
        self.store.set_value(Some(store.clone()));
        self.set_aside.set(aside);
        self.journal.set(journal);
        self.opening.set(Opening::Ready);
        page::mark_journal_open();
        self.erase_unseen(&store).await;
        Ok(store)
    }

    /// What was deleted or overwritten before this opening is erased now, when no undo is open.
    async fn erase_unseen(self, store: &Store) {
        let unseen = self.journal.with_untracked(Journal::erasable);
        if unseen.is_empty() {
            return;
        }
        let keys: Vec<_> = unseen.iter().map(RecordId::to_string).collect();
        // A failure leaves them for the next opening.
        if store.erase(&keys).await.is_ok() {
            self.journal.update(|journal| {
                for id in unseen {
                    journal.forget(id);
                }
            });
        }
    }

    /// Fetches the exercises; called again by a person's retry.
    pub fn fetch_exercises(self) {
        self.exercises.set(Loaded::Waiting);
        spawn_local(async move {
            let fetched = content::text("/content/en/exercises.json").await;
            self.exercises.set(match fetched {
                Ok(text) => Loaded::Ready(parse_all(&text)),
                Err(content::Unreachable) => Loaded::Missing,
            });
        });
    }

    fn hear(self, news: News) {
        match news {
            News::Stored(ids) => spawn_local(self.read_from_other_tab(ids)),
            News::Cleared => page::reload(),
        }
    }

    async fn read_from_other_tab(self, ids: Vec<RecordId>) {
        let Some(store) = self.store() else { return };
        let keys: Vec<_> = ids.iter().map(RecordId::to_string).collect();
        let Ok(found) = store.read(&keys).await else {
            return;
        };
        self.journal.update(|journal| {
            for (_, bytes) in found {
                if let Ok(record) = decode(&bytes) {
                    journal.absorb(record);
                }
            }
        });
    }
}

/// Takes the waiting update and loads the page afresh.
pub fn take_update() {
    spawn_local(updates::take(page::reload));
}
