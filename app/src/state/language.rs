//! The language of the page: which one, its words, its content, its dates.

use ebb_core::content::crisis::{EmergencyText, RegionLines};
use leptos::prelude::*;

use super::{Ebb, Missing, Notice, start_afresh};
use crate::i18n::{Language, fetch, speak, spoken};
use crate::platform::prefs::Disguise;
use crate::platform::{page, prefs};

/// The language that this page is to speak.
pub fn wanted_language() -> Language {
    Language::wanted(prefs::load().language.as_deref(), &page::languages())
}

/// Fetches the words of a language before the first screen. Without them it is English.
pub async fn find_words(language: Language) {
    // What is missing is told once the app is there.
    let _ = speak(language).await;
}

/// Where a file of content is, in the language of the page.
pub(super) fn content_path(name: &str) -> String {
    format!("/content/{}/{name}.json", spoken().language.tag())
}

/// Which language the page speaks.
pub fn spoken_language() -> Language {
    spoken().language
}

/// The tag for dates and numbers: the browser's own for this language, since it knows the country too.
pub(super) fn date_language() -> String {
    let language = spoken().language;
    let own = page::languages()
        .into_iter()
        .find(|tag| Language::of_tag(tag) == Some(language));
    own.unwrap_or_else(|| language.tag().to_owned())
}

/// The help lines, in the language of the page.
pub fn crisis_lines() -> &'static [RegionLines] {
    spoken().crisis
}

/// What to do in each emergency, in the language of the page.
pub fn emergencies() -> &'static [EmergencyText] {
    spoken().emergencies
}

impl Ebb {
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
        fetch(language).await?;
        self.choose(|prefs| prefs.language = Some(language.tag().to_owned()));
        start_afresh();
        Ok(())
    }

    /// Tells the language of the page to whoever reads it out, and says so when it is not the one
    /// that was wanted.
    pub(super) fn tell_if_speechless(self) {
        page::speak(spoken().language.tag());
        let wanted = wanted_language();
        if wanted != spoken().language {
            self.notice.set(Some(Notice::said(wanted.missing())));
        }
    }
}
