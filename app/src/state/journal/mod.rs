//! The journal: opened ([`open`]), read (here), acted on and saved ([`save`]).
//!
//! A page sends an action; core turns it into records; the store acknowledges them; only then are
//! they absorbed and shown. Other tabs hear which records are new and read them themselves.
//!
//! An example month stands before the person's own journal while it is looked at: it is read and
//! never written in. The own journal goes on hearing of what other tabs save.

mod home_cache;
mod open;
mod save;
mod task;

use std::ops::Deref;
use std::rc::Rc;

use ebb_core::example::month;
use ebb_core::journal::DeviceId;
use ebb_core::log::{Journal, Store};
use ebb_core::store::{Disk, Integrity, Quarantined};
use leptos::prelude::*;

use super::notices::Notices;
use super::preferences::Preferences;
use super::session::{Opening, Session};
use crate::i18n::more;
use crate::platform::clock;
use crate::platform::idb::Idb;
use crate::platform::tabs::{News, Tabs};

use home_cache::HomeCache;
pub use open::fetch_what_saves;
pub(super) use open::fresh_id;
pub use save::UNDO;
pub(super) use save::{Attempt, WRITING, append};
pub use task::CancellableTask;
pub(super) use task::to_the_end;

/// The store of this browser, with or without a lock.
pub type AppStore = Store<Disk<Idb>>;

/// The person's journal, and an example before it. Copy it freely: it is made once for the page
/// and lives as long as that.
#[derive(Clone, Copy)]
pub struct JournalContext(&'static JournalHandles);

impl Deref for JournalContext {
    type Target = JournalHandles;

    fn deref(&self) -> &JournalHandles {
        self.0
    }
}

/// What a [`JournalContext`] leads to.
pub struct JournalHandles {
    own: RwSignal<Journal>,
    example: RwSignal<Option<Journal>>,
    /// What could not be read.
    pub quarantined: RwSignal<Vec<Quarantined>>,
    /// What a lock has found not to be as it was left.
    pub integrity: RwSignal<Integrity>,
    home_cache: RwSignal<Option<HomeCache>>,
    pub(super) session: Session,
    pub(super) preferences: Preferences,
    pub(super) notices: Notices,
    store: StoredValue<Option<Rc<AppStore>>, LocalStorage>,
    tabs: StoredValue<Option<Rc<Tabs>>, LocalStorage>,
    pub(super) device: StoredValue<DeviceId>,
}

impl JournalContext {
    pub(super) fn new(session: Session, preferences: Preferences, notices: Notices) -> Self {
        Self(Box::leak(Box::new(JournalHandles {
            own: RwSignal::new(Journal::default()),
            example: RwSignal::new(None),
            quarantined: RwSignal::new(Vec::new()),
            integrity: RwSignal::new(Integrity::default()),
            home_cache: RwSignal::new(None),
            session,
            preferences,
            notices,
            store: StoredValue::new_local(None),
            tabs: StoredValue::new_local(None),
            // Until the store is open, before which nothing is written.
            device: StoredValue::new(DeviceId::new(0)),
        })))
    }

    /// What `read` finds in the journal that is shown.
    pub fn with<T>(self, read: impl FnOnce(&Journal) -> T) -> T {
        self.example.track();
        self.own.track();
        self.with_untracked(read)
    }

    /// The same, for what is done once.
    pub fn with_untracked<T>(self, read: impl FnOnce(&Journal) -> T) -> T {
        self.example.with_untracked(|example| match example {
            Some(example) => read(example),
            None => self.with_own(read),
        })
    }

    /// The same of the person's own journal, whatever is shown.
    pub(super) fn with_own<T>(self, read: impl FnOnce(&Journal) -> T) -> T {
        self.own.with_untracked(read)
    }

    /// Changes what is known of the person's own journal.
    pub(super) fn update_own(self, change: impl FnOnce(&mut Journal)) {
        self.own.update(change);
    }

    /// Whether an example is shown.
    pub fn in_example(self) -> bool {
        self.example.with(Option::is_some)
    }

    /// The same, for what is done once.
    pub(super) fn in_example_untracked(self) -> bool {
        self.example.with_untracked(Option::is_some)
    }

    /// Whether an example could be shown: not while Ebb is locked or still opening.
    pub fn can_show_example(self) -> bool {
        matches!(
            self.session.opening.get(),
            Opening::Ready | Opening::Failed(_)
        )
    }

    /// Shows an example month. Nothing of it is written.
    pub fn show_example(self) {
        let boundary = self.preferences.with_untracked(|prefs| prefs.boundary);
        let example = month(clock::now(), boundary, &more().example.month);
        self.example.set(Some(example));
    }

    /// Shows the person's own journal again.
    pub fn back_to_own(self) {
        if self.in_example_untracked() {
            self.example.set(None);
        }
    }

    /// The store, once the journal is open.
    pub(super) fn store(self) -> Option<Rc<AppStore>> {
        let open = self.session.opening.get_untracked() == Opening::Ready;
        self.store.get_value().filter(|_| open)
    }

    /// The store, also while the journal is sealed.
    pub(super) fn store_if_locked(self) -> Option<Rc<AppStore>> {
        self.store.get_value()
    }

    pub(super) fn tell(self, news: &News) {
        if let Some(tabs) = self.tabs.get_value() {
            tabs.tell(news);
        }
    }
}

/// The journal, from any component.
pub fn use_journal() -> JournalContext {
    expect_context()
}
