//! What the first screen shows of the journal, and a copy of it that stands there until years of
//! records have been read.

use ebb_core::log::Journal;
use ebb_core::queries::{DayTally, OpenCraving, open_craving};
use ebb_core::time::{LocalDay, Moment};
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::{Deserialize, Serialize};

use super::{AppStore, JournalContext};
use crate::i18n::spoken_language;
use crate::platform::page;
use crate::state::session::Opening;

/// A journal with fewer records is read before anybody could notice.
const LONG: usize = 1000;

/// What the first screen shows of a journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Home {
    /// A craving that Ebb would like to ask about again.
    pub craving: Option<OpenCraving>,
    /// What was logged today.
    pub tally: DayTally,
}

impl Home {
    fn of(journal: &Journal, now: Moment, today: LocalDay) -> Self {
        Self {
            craving: open_craving(journal, now),
            tally: DayTally::of(journal, today),
        }
    }
}

/// The copy that is kept in the store.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct HomeCache {
    day: LocalDay,
    language: String,
    home: Home,
    /// What matters today: where each line leads, and its words.
    lines: Vec<(String, String)>,
}

impl JournalContext {
    /// What the first screen shows; nothing while that is not known yet.
    pub fn home(self) -> Option<Home> {
        if self.session.opening.get() == Opening::Waiting {
            return self.with_home_cache(|kept| kept.home.clone());
        }
        let (now, today) = (self.session.now.get(), self.preferences.today());
        Some(self.with(|journal| Home::of(journal, now, today)))
    }

    /// What matters today, as it was when it was kept.
    pub fn kept_lines(self) -> Vec<(String, String)> {
        self.with_home_cache(|kept| kept.lines.clone())
            .unwrap_or_default()
    }

    fn with_home_cache<T>(self, read: impl FnOnce(&HomeCache) -> T) -> Option<T> {
        let today = self.preferences.today();
        self.home_cache.with(|kept| {
            let kept = kept.as_ref().filter(|kept| kept.day == today);
            kept.map(read)
        })
    }

    /// Shows what was kept, if it is still what the journal says.
    pub(in crate::state) async fn show_home_cache(self, store: &AppStore) {
        let Ok(Some(bytes)) = store.home_cache().await else {
            return;
        };
        let kept: Option<HomeCache> = serde_json::from_slice(&bytes).ok();
        let kept = kept.filter(|kept| kept.language == spoken_language().tag());
        if kept.is_some() {
            self.home_cache.set(kept);
            if untrack(|| self.home()).is_some() {
                page::mark_journal("home-cache");
            }
        }
    }

    /// Whether the journal is open, the person's own, and so long that a copy of what the first
    /// screen shows is worth keeping.
    pub fn keeps_home_cache(self) -> bool {
        self.session.opening.get() == Opening::Ready
            && !self.in_example()
            && self.with(|journal| journal.records().nth(LONG).is_some())
    }

    /// Keeps what the first screen shows; `lines` makes the list of what matters today. Without it
    /// the next opening takes longer, and that is all.
    pub fn keep_home_cache(self, lines: impl FnOnce() -> Vec<(String, String)> + 'static) {
        let Some(store) = self.store() else { return };
        spawn_local(async move {
            let show = |knows: &dyn Fn(&Journal) -> bool| {
                let own = !self.in_example_untracked() && self.with_untracked(knows);
                own.then(|| self.front_now(lines))
            };
            // Whatever is in the way, the next change or the next opening tries again.
            let _ = store.keep_home_cache(show).await;
        });
    }

    fn front_now(self, lines: impl FnOnce() -> Vec<(String, String)>) -> Vec<u8> {
        let (now, day) = (
            self.session.now.get_untracked(),
            self.preferences.today_untracked(),
        );
        let home = self.with_untracked(|journal| Home::of(journal, now, day));
        let kept = HomeCache {
            day,
            language: spoken_language().tag().to_owned(),
            home,
            lines: untrack(lines),
        };
        // It is never empty: a list that could not be written is one that cannot be read.
        serde_json::to_vec(&kept).unwrap_or_default()
    }
}
