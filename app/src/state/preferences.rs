//! What the person has chosen, and what follows from it: the day it is, the region, the language.

use std::rc::Rc;

use ebb_core::content::crisis::{Guess, Region};
use ebb_core::time::{LocalDay, Moment};
use leptos::prelude::*;

use super::notices::Notices;
use super::session::{Session, start_afresh};
use crate::i18n::{self, Language, spoken_language, texts, wanted_language};
use crate::platform::part::Missing;
use crate::platform::prefs::{self, Disguise, Prefs, Storage};
use crate::platform::{clock, page, zones};

/// Keeps preferences while a lock is on. Only who has a lock needs its code.
pub(super) trait Keeper {
    /// Keeps them. False when the browser does not let it.
    fn keep(&self, prefs: &Prefs) -> bool;

    /// What `localStorage` holds, with what only the sealed store tells, as far as it is known.
    fn completed(&self, kept: &Prefs, known: &Prefs) -> Prefs;
}

/// What the person has chosen.
#[derive(Clone, Copy)]
pub struct Preferences {
    chosen: RwSignal<Prefs>,
    keeper: StoredValue<Option<Rc<dyn Keeper>>, LocalStorage>,
    session: Session,
    notices: Notices,
}

impl Preferences {
    pub(super) fn new(session: Session, notices: Notices) -> Self {
        Self {
            chosen: RwSignal::new(prefs::load()),
            keeper: StoredValue::new_local(None),
            session,
            notices,
        }
    }

    pub(super) fn start(self) {
        self.with_untracked(page::dress);
        prefs::watch(move || {
            let kept = prefs::load();
            let kept = match self.keeper.get_value() {
                Some(keeper) => self.with_untracked(|known| keeper.completed(&kept, known)),
                None => kept,
            };
            self.chosen.set(kept);
            self.with_untracked(page::dress);
        });
        // What is read out must be in the language of the page, which may not be the wanted one.
        page::speak(spoken_language().tag());
        let wanted = wanted_language();
        if wanted != spoken_language() {
            self.notices.say(wanted.missing());
        }
    }

    /// What `read` finds in it.
    pub fn with<T>(self, read: impl FnOnce(&Prefs) -> T) -> T {
        self.chosen.with(read)
    }

    /// The same, for what is done once.
    pub fn with_untracked<T>(self, read: impl FnOnce(&Prefs) -> T) -> T {
        self.chosen.with_untracked(read)
    }

    /// Changes preferences: shown at once and kept; the other tabs see it by themselves.
    pub fn choose(self, change: impl FnOnce(&mut Prefs)) {
        self.chosen.update(change);
        self.with_untracked(|prefs| {
            page::dress(prefs);
            let kept = match self.keeper.get_value() {
                Some(keeper) => keeper.keep(prefs),
                None => prefs::keep(prefs),
            };
            if !kept {
                self.notices.say(texts().settings.not_kept);
            }
        });
    }

    /// From now on they are kept by `keeper`, or in plain without one.
    pub(super) fn kept_by(self, keeper: Option<Rc<dyn Keeper>>) {
        self.keeper.set_value(keeper);
    }

    /// Takes what was kept elsewhere.
    pub(super) fn take(self, prefs: Prefs) {
        self.chosen.set(prefs);
    }

    /// Whose crisis lines are shown: of the region that was chosen, or else of what zone and
    /// languages say.
    pub fn region(self) -> Guess {
        self.with(|prefs| prefs.region).map_or_else(
            || Region::guess(zones::here().as_deref(), &page::languages()),
            Guess::sure,
        )
    }

    /// Today, as the person's days are.
    pub fn today(self) -> LocalDay {
        self.day_of(self.session.now.get())
    }

    /// The same, for what is done once.
    pub fn today_untracked(self) -> LocalDay {
        clock::now().local_day(self.with_untracked(|prefs| prefs.boundary))
    }

    /// The day a moment belongs to, as the person's days are.
    pub fn day_of(self, moment: Moment) -> LocalDay {
        moment.local_day(self.with(|prefs| prefs.boundary))
    }

    /// The truth about storage was told, or was not wanted. Once entries are kept that is what counts.
    pub fn storage_told(self) {
        if self.with_untracked(|prefs| prefs.storage == Storage::New) {
            self.choose(|prefs| prefs.storage = Storage::Told);
        }
    }

    /// Shows Ebb under another name and icon, and keeps that.
    pub fn show_disguise(self, face: Disguise, title: Option<String>) {
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
}

/// What the person has chosen, from any component.
pub fn use_preferences() -> Preferences {
    expect_context()
}
