//! Starting: opening the journal, fetching content, listening to other tabs.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use ebb_core::store::StoreError;
use futures::channel::oneshot;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Ebb;
use super::content::want_exercises;
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
    /// Sealed, and what the passphrase would open is gone.
    VaultMissing,
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
    ebb
}

impl Ebb {
    /// Opens the journal. Called again once what was missing has come.
    pub fn open(self) {
        self.opening.set(Opening::Waiting);
        spawn_local(async move {
            match part!(opened(self)) {
                Ok(work) => {
                    // The part has just come: screens waited for it too.
                    page::yield_to_browser().await;
                    work.await;
                }
                Err(Missing) => self.opening.set(Opening::Missing),
            }
        });
    }

    /// Waits until the journal is open, or cannot be.
    pub async fn settled(self) {
        let (tell, told) = oneshot::channel();
        let tell = Cell::new(Some(tell));
        let watch = Effect::new(move |_| {
            if self.opening.get() != Opening::Waiting
                && let Some(tell) = tell.take()
            {
                let _ = tell.send(());
            }
        });
        let _ = told.await;
        watch.stop();
    }

    /// What did not come before may come now that a part has.
    pub fn make_up_for_missing(self) {
        if self.opening.get_untracked() == Opening::Missing {
            self.open();
        }
    }

    /// Begins what must not take from what a person waits for: the exercises, and the service worker
    /// with all that it keeps for working offline.
    ///
    /// Who saves data gets the worker once there is something in the journal to come back to.
    pub fn begin_in_background(self) {
        want_exercises();
        let begun = || {
            self.journal
                .with_untracked(|journal| journal.records().next().is_some())
        };
        if updates::is_served() || !updates::saves_data() || begun() {
            spawn_local(updates::watch(move || self.update_ready.set(true)));
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
}

in_part! {
    core fn opened(ebb: Ebb) -> () {
        match ebb.open_store().await {
            Ok(_) | Err(StoreError::Locked) => {}
            Err(_) if ebb.opening.get_untracked() == Opening::Missing => {}
            Err(error) => ebb.opening.set(Opening::Failed(error)),
        }
    }
}

in_part! {
    read fn heard(ebb: Ebb, ids: Vec<ebb_core::journal::RecordId>) -> () {
        ebb.read_from_other_tab(ids).await;
    }
}

/// Takes the waiting update and loads the page afresh.
pub fn take_update() {
    spawn_local(updates::take(page::reload));
}
