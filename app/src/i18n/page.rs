//! The language of the page: which one, its words, its content, its dates.

use ebb_core::content::crisis::{EmergencyText, RegionLines};

use super::{Language, help, speak, spoken};
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
pub fn content_path(name: &str) -> String {
    format!("/content/{}/{name}.json", spoken().language.tag())
}

/// Which language the page speaks.
pub fn spoken_language() -> Language {
    spoken().language
}

/// The tag for dates and numbers: the browser's own for this language, since it knows the country too.
pub fn date_language() -> String {
    let language = spoken().language;
    let own = page::languages()
        .into_iter()
        .find(|tag| Language::of_tag(tag) == Some(language));
    own.unwrap_or_else(|| language.tag().to_owned())
}

/// The help lines, in the language of the page.
pub fn crisis_lines() -> &'static [RegionLines] {
    help().lines
}

/// What to do in each emergency, in the language of the page.
pub fn emergencies() -> &'static [EmergencyText] {
    help().emergencies
}
