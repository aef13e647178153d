//! Starting: opening the journal, fetching content, listening to other tabs.

use std::rc::Rc;
use std::time::Duration;

use ebb_core::store::StoreError;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Ebb;
use super::content::{Loaded, exercises, fetch_exercises};
use crate::platform::part::{Missing, in_part, part};
use crate::platform::tabs::{News, Tabs};
use crate::platform::{clock, page, prefs, updates};

/// How far the opening of the journal is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// Still reading.
    Waiting,
    /// Open.
    Ready,
    /// Sealed, until the person unlocks it.
    Locked,
    /// The browser does not give access; entries cannot be kept.
    Failed(StoreError),
    /// What opens it has not arrived.
    Missing,
}

/// Makes the state and starts everything that fills it.
pub fn start() -> Ebb {
    let ebb = Ebb::new();
    ebb.prefs.with_untracked(page::dress);
    prefs::watch(move || {
        ebb.prefs.set(prefs::load());
        ebb.prefs.with_untracked(page::dress);
    });
    ebb.tell_if_speechless();
    ebb.tabs
        .set_value(Some(Rc::new(Tabs::join(move |news| ebb.hear(news)))));
    ebb.open();
    // Asked-for ratings are minutes apart; a few seconds late is soon enough.
    set_interval(move || ebb.now.set(clock::now()), Duration::from_secs(5));
    spawn_local(updates::watch(move || ebb.update_ready.set(true)));
    ebb
}

impl Ebb {
    /// Opens the journal. Called again once what was missing has come.
    pub fn open(self) {
        self.opening.set(Opening::Waiting);
        // They are fetched below, and need not be when the journal is read.
        exercises().set(Loaded::Waiting);
        spawn_local(async move {
            match part!(opened(self)) {
                Ok(work) => {
                    // The part has just come: screens waited for it too.
                    page::yield_to_browser().await;
                    work.await;
                }
                Err(Missing) => self.opening.set(Opening::Missing),
            }
            // Not before: the first screen must not wait for what it does not show.
            fetch_exercises();
        });
    }

    fn hear(self, news: News) {
        match news {
            News::Stored(ids) => spawn_local(async move {
                // Without the part there is no journal on the screen to be brought up to date.
                if let Ok(work) = part!(heard(self, ids)) {
                    work.await;
                }
            }),
            News::Anew => page::reload(),
        }
    }
}

in_part! {
    fn opened(ebb: Ebb) -> () {
        match ebb.open_store().await {
            Ok(_) | Err(StoreError::Locked) => {}
            Err(error) => ebb.opening.set(Opening::Failed(error)),
        }
    }
}

in_part! {
    fn heard(ebb: Ebb, ids: Vec<ebb_core::journal::RecordId>) -> () {
        ebb.read_from_other_tab(ids).await;
    }
}

/// Takes the waiting update and loads the page afresh.
pub fn take_update() {
    spawn_local(updates::take(page::reload));
}
