//! The state of the running app: signals over the journal, and the one way to change it.
//!
//! A page sends an [`Action`]; core turns it into records; the store acknowledges them; only then
//! are they absorbed and shown. Other tabs hear which records are new and read them themselves.

pub mod backup;
mod calendar;
mod cancellable_task;
mod change;
pub mod clinician_session;
mod compact;
pub mod content;
mod draft;
mod example;
pub mod forms;
mod home_cache;
mod load;
mod notice;
pub mod playing;
pub mod queries;
mod reading;
mod save;
pub mod sealed;
pub mod share;
mod store;
pub mod vault;
mod zones;

use std::rc::Rc;

use ebb_core::content::crisis::{Guess, Region};
use ebb_core::journal::DeviceId;
use ebb_core::log::{Journal, Store};
use ebb_core::store::{Disk, Integrity, Quarantined};
use ebb_core::time::Moment;
use leptos::prelude::*;

pub use cancellable_task::CancellableTask;
pub use content::Loaded;
pub use draft::Draft;
pub use load::{Opening, start, take_update};
pub use notice::{Notice, Told};
pub use reading::start_afresh;
pub use save::{SaveError, UNDO};
pub use zones::Clocks;

pub use crate::platform::clock::{now as fresh_now, to_field as moment_field};
pub use crate::platform::device::{StorageTruth, storage_truth};
pub use crate::platform::files::{Picked, copy, dropped, print};
#[cfg(split)]
pub use crate::platform::page::yield_to_browser;
pub use crate::platform::page::{
    first_help, focus_beside, focus_soon, is_free_key, is_wide, link_under, show_soon,
    take_fragment,
};
pub use crate::platform::part::Missing;
pub(crate) use crate::platform::part::part;
pub use crate::platform::prefs;
pub use crate::platform::zones::here as zone_here;

use crate::i18n::{self, Language, spoken_language, texts, wanted_language};
use crate::platform::idb::Idb;
use crate::platform::prefs::Prefs;
use crate::platform::tabs::{News, Tabs};
use crate::platform::{clock, page};

/// The store of this browser, with or without a lock.
pub type AppStore = Store<Disk<Idb>>;

/// Everything pages read and do. Copy it freely: it only holds handles.
#[derive(Clone, Copy)]
pub struct Ebb {
    /// The journal.
    pub journal: RwSignal<Journal>,
    /// The person's own journal, while an example stands in its place.
    own: RwSignal<Option<Journal>>,
    /// Whether the journal is open.
    pub opening: RwSignal<Opening>,
    /// What the first screen shows until then.
    home_cache: RwSignal<Option<home_cache::HomeCache>>,
    /// What could not be read.
    pub quarantined: RwSignal<Vec<Quarantined>>,
    /// What a lock has found not to be as it was left.
    pub integrity: RwSignal<Integrity>,
    /// What the person has chosen.
    pub prefs: RwSignal<Prefs>,
    /// The message at the foot of the page.
    pub notice: RwSignal<Option<Notice>>,
    /// Whether this page had to let go of the store, and must be loaded again.
    pub outdated: RwSignal<bool>,
    /// How far the lock is put on or taken off.
    pub converting: RwSignal<Option<vault::Converting>>,
    /// Whether a newer Ebb waits to be taken.
    pub update_ready: RwSignal<bool>,
    /// Now, renewed every few seconds.
    pub now: RwSignal<Moment>,
    /// What a screen reader should say now.
    pub announcement: RwSignal<String>,
    store: StoredValue<Option<Rc<AppStore>>, LocalStorage>,
    tabs: StoredValue<Option<Rc<Tabs>>, LocalStorage>,
    device: StoredValue<DeviceId>,
}

impl Ebb {
    fn new() -> Self {
        Self {
            journal: RwSignal::new(Journal::default()),
            own: RwSignal::new(None),
            opening: RwSignal::new(Opening::Waiting),
            home_cache: RwSignal::new(None),
            quarantined: RwSignal::new(Vec::new()),
            integrity: RwSignal::new(Integrity::default()),
            prefs: RwSignal::new(prefs::load()),
            notice: RwSignal::new(None),
            outdated: RwSignal::new(false),
            converting: RwSignal::new(None),
            update_ready: RwSignal::new(false),
            now: RwSignal::new(clock::now()),
            announcement: RwSignal::new(String::new()),
            store: StoredValue::new_local(None),
            tabs: StoredValue::new_local(None),
            // Until the store is open, before which nothing is written.
            device: StoredValue::new(DeviceId::new(0)),
        }
    }

    /// Whose crisis lines are shown: of the region that was chosen, or else of what zone and
    /// languages say.
    pub fn region(self) -> Guess {
        self.prefs.with(|prefs| prefs.region).map_or_else(
            || Region::guess(zone_here().as_deref(), &page::languages()),
            Guess::sure,
        )
    }

    /// Changes preferences: shown at once and kept; the other tabs see it by themselves.
    pub fn choose(self, change: impl FnOnce(&mut Prefs)) {
        self.prefs.update(change);
        self.prefs.with_untracked(|prefs| {
            page::dress(prefs);
            if !prefs::keep(prefs) {
                self.notice
                    .set(Some(Notice::said(texts().settings.not_kept)));
            }
        });
    }

    /// Shows Ebb under another name and icon, and keeps that.
    pub fn show_disguise(self, face: prefs::Disguise, title: Option<String>) {
        self.choose(|prefs| {
            prefs.face = face;
            prefs.title = title;
        });
        page::change_disguise();
    }

    /// Keeps another language and loads the page in it. Nothing changes if its words do not come.
    pub async fn change_language(self, language: Language) -> Result<(), Missing> {
        i18n::fetch(language).await?;
        self.choose(|prefs| prefs.language = Some(language.tag().to_owned()));
        start_afresh();
        Ok(())
    }

    /// Tells the language of the page to whoever reads it out, and says so when it is not the one
    /// that was wanted.
    pub(super) fn tell_if_speechless(self) {
        page::speak(spoken_language().tag());
        let wanted = wanted_language();
        if wanted != spoken_language() {
            self.notice.set(Some(Notice::said(wanted.missing())));
        }
    }

    /// The truth about storage was told, or was not wanted. Once entries are kept that is what counts.
    pub fn storage_told(self) {
        if self
            .prefs
            .with_untracked(|prefs| prefs.storage == prefs::Storage::New)
        {
            self.choose(|prefs| prefs.storage = prefs::Storage::Told);
        }
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

    /// The store, once the journal is open.
    fn store(self) -> Option<Rc<AppStore>> {
        let open = self.opening.get_untracked() == Opening::Ready;
        self.store.get_value().filter(|_| open)
    }
}

/// The state, from any component.
pub fn use_ebb() -> Ebb {
    expect_context::<Ebb>()
}
