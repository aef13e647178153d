//! This visit: how far the journal is, what time it is, what is read out, and whether a newer Ebb
//! waits.

use std::time::Duration;

use ebb_core::store::StoreError;
use ebb_core::time::Moment;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::platform::{clock, page, updates};

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

/// What belongs to this visit alone.
#[derive(Clone, Copy)]
pub struct Session {
    /// Whether the journal is open.
    pub opening: RwSignal<Opening>,
    /// Whether this page had to let go of the store, and must be loaded again.
    pub outdated: RwSignal<bool>,
    /// Whether a newer Ebb waits to be taken.
    pub update_ready: RwSignal<bool>,
    /// Now, renewed every few seconds.
    pub now: RwSignal<Moment>,
    /// Whether a craving is being rated: until it is saved, nothing is fetched that it does not need.
    pub rating: RwSignal<bool>,
    /// What a screen reader should say now.
    pub announcement: RwSignal<String>,
}

impl Session {
    pub(super) fn new() -> Self {
        Self {
            opening: RwSignal::new(Opening::Waiting),
            outdated: RwSignal::new(false),
            update_ready: RwSignal::new(false),
            now: RwSignal::new(clock::now()),
            rating: RwSignal::new(false),
            announcement: RwSignal::new(String::new()),
        }
    }

    pub(super) fn start(self) {
        // Asked-for ratings are minutes apart; a few seconds late is soon enough.
        set_interval(move || self.now.set(clock::now()), Duration::from_secs(5));
    }

    /// Says something to people who hear the page.
    pub fn announce(self, words: impl Into<String>) {
        self.announcement.set(words.into());
    }
}

/// This visit, from any component.
pub fn use_session() -> Session {
    expect_context()
}

/// Loads the app as on the first day.
pub fn start_afresh() {
    page::reload();
}

/// Takes the waiting update and loads the page afresh.
pub fn take_update() {
    spawn_local(updates::take(page::reload));
}
