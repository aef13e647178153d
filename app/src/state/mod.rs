//! The state of the running app: signals over the journal, and the one way to change it.
//!
//! A page sends an [`Action`]; core turns it into records; the store acknowledges them; only then
//! are they absorbed and shown. Other tabs hear which records are new and read them themselves.

mod draft;
pub mod forms;
mod load;
pub mod looking;
mod notice;
pub mod playing;
mod reading;
mod save;

use std::rc::Rc;

use ebb_core::crisis::Region;
use ebb_core::exercise::Library;
use ebb_core::journal::{DeviceId, Journal, SetAside};
use ebb_core::moment::Moment;
use leptos::prelude::*;

pub use draft::Draft;
pub use load::{Opening, start, take_update};
pub use notice::Notice;
pub use reading::start_afresh;
pub use save::{SaveError, UNDO};

pub use crate::platform::clock::now as fresh_now;
pub use crate::platform::device::{StorageTruth, storage_truth};
pub use crate::platform::prefs;

use crate::i18n::{Texts, texts};
use crate::platform::prefs::Prefs;
use crate::platform::store::Store;
use crate::platform::tabs::{News, Tabs};
use crate::platform::{clock, page, random};

/// Content that arrives over the network or from the precache.
#[derive(Clone, Debug, PartialEq)]
pub enum Loaded<T> {
    /// On its way.
    Waiting,
    /// Here.
    Ready(T),
    /// It did not come.
    Missing,
}

/// Everything pages read and do. Copy it freely: it only holds handles.
#[derive(Clone, Copy)]
pub struct Ebb {
    /// The journal.
    pub journal: RwSignal<Journal>,
    /// Whether the journal is open.
    pub opening: RwSignal<Opening>,
    /// What could not be read.
    pub set_aside: RwSignal<Vec<SetAside>>,
    /// What the person has chosen.
    pub prefs: RwSignal<Prefs>,
    /// The message at the foot of the page.
    pub notice: RwSignal<Option<Notice>>,
    /// The exercises.
    pub exercises: RwSignal<Loaded<Library>>,
    /// Whether a newer Ebb waits to be taken.
    pub update_ready: RwSignal<bool>,
    /// Now, renewed every few seconds.
    pub now: RwSignal<Moment>,
    /// What a screen reader should say now.
    pub announcement: RwSignal<String>,
    /// Whether a screen has been shown since the page was loaded.
    pub arrived: StoredValue<bool>,
    store: StoredValue<Option<Rc<Store>>, LocalStorage>,
    tabs: StoredValue<Option<Rc<Tabs>>, LocalStorage>,
    device: StoredValue<DeviceId>,
}

impl Ebb {
    fn new() -> Self {
        Self {
            journal: RwSignal::new(Journal::default()),
            opening: RwSignal::new(Opening::Waiting),
            set_aside: RwSignal::new(Vec::new()),
            prefs: RwSignal::new(prefs::load()),
            notice: RwSignal::new(None),
            exercises: RwSignal::new(Loaded::Waiting),
            update_ready: RwSignal::new(false),
            now: RwSignal::new(clock::now()),
            announcement: RwSignal::new(String::new()),
            arrived: StoredValue::new(false),
            store: StoredValue::new_local(None),
            tabs: StoredValue::new_local(None),
            device: StoredValue::new(DeviceId::new(random::bits64())),
        }
    }

    /// The words in the person's language.
    pub fn texts(self) -> &'static Texts {
        self.prefs.with(|prefs| texts(prefs.language.as_deref()))
    }

    /// The language tag for dates and numbers.
    pub fn language(self) -> String {
        self.prefs
            .with(|prefs| prefs.language.clone())
            .or_else(|| page::languages().into_iter().next())
            .unwrap_or_else(|| "en".to_owned())
    }

    /// Whose crisis lines come first.
    pub fn region(self) -> Region {
        self.prefs
            .with(|prefs| prefs.region)
            .unwrap_or_else(|| Region::guess(&page::languages()))
    }

    /// Changes preferences: shown at once and kept; the other tabs see it by themselves.
    pub fn choose(self, change: impl FnOnce(&mut Prefs)) {
        self.prefs.update(change);
        self.prefs.with_untracked(|prefs| {
            page::dress(prefs);
            if !prefs::keep(prefs) {
                self.notice
                    .set(Some(Notice::said(self.texts().settings.not_kept)));
            }
        });
    }

    /// Says something to people who hear the page.
    pub fn announce(self, words: impl Into<String>) {
        self.announcement.set(words.into());
    }

    fn tell(self, news: &News) {
        if let Some(tabs) = self.tabs.get_value() {
            tabs.tell(news);
        }
    }

    fn store(self) -> Option<Rc<Store>> {
        self.store.get_value()
    }
}

/// The state, from any component.
pub fn use_ebb() -> Ebb {
    expect_context::<Ebb>()
}
