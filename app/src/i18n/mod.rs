//! The words of the interface. Each language is one folder with one value of every key, so a
//! missing text does not compile.
//!
//! English is in the first download. Every other language is a part of its own in a release
//! build, fetched before the first screen by those who read it. To add one: its folder here and
//! in `core/content`, and a line in each `match` below that the compiler then asks for.

mod en;
mod es;
mod keys;
mod page;

use std::sync::OnceLock;

use ebb_core::content::crisis::{EmergencyText, RegionLines};

use crate::platform::part::{Missing, part};

pub use keys::{
    Agenda, Ask, Asked, CheckInTexts, Estimate, KeepsakeWords, Keys, More, Rated, SetWords, Texts,
    Tools, TrendWords, Welcome,
};
pub use page::{
    content_path, crisis_lines, date_language, emergencies, find_words, spoken_language,
    wanted_language,
};

/// A language that Ebb speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English.
    En,
    /// Spanish.
    Es,
}

impl Language {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 2] = [Self::En, Self::Es];

    /// The BCP 47 tag, also the name of its folder of content.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Es => "es",
        }
    }

    /// Its name, in the language itself.
    pub const fn name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Es => "Español",
        }
    }

    /// What is said in the language itself when its words did not come.
    pub const fn missing(self) -> &'static str {
        match self {
            Self::En => "",
            Self::Es => "El español no llegó. Por ahora Ebb sigue en inglés.",
        }
    }

    /// The one that was chosen, or else the first of the browser's languages that Ebb speaks.
    /// `app/early.js` finds the same one.
    pub fn wanted(chosen: Option<&str>, browser: &[String]) -> Self {
        let mut tags = chosen.into_iter().chain(browser.iter().map(String::as_str));
        tags.find_map(Self::of_tag).unwrap_or(Self::En)
    }

    /// The language of a BCP 47 tag, whatever the country.
    pub fn of_tag(tag: &str) -> Option<Self> {
        let primary = tag.split('-').next()?;
        let mut all = Self::ALL.into_iter();
        all.find(|language| language.tag().eq_ignore_ascii_case(primary))
    }
}

/// Everything that is said in one language.
pub struct Spoken {
    /// Which one.
    pub language: Language,
    texts: &'static Texts,
    /// None where they are split off further.
    more: Option<&'static More>,
    /// None where it is split off further.
    help: Option<&'static Help>,
    /// None where they are split off further.
    tools: Option<&'static Tools>,
}

/// Help in an emergency, in one language.
pub struct Help {
    /// Help lines of every region.
    pub lines: &'static [RegionLines],
    /// What to do in each emergency.
    pub emergencies: &'static [EmergencyText],
}

static SPOKEN: OnceLock<&'static Spoken> = OnceLock::new();

/// What this page speaks. A page speaks one language from its first screen on.
pub fn spoken() -> &'static Spoken {
    SPOKEN.get().copied().unwrap_or(&en::SPOKEN)
}

/// The texts.
pub fn texts() -> &'static Texts {
    spoken().texts
}

/// The texts of screens that come later. Apart, so that they are not in the first download.
pub fn more() -> &'static More {
    spoken().more.unwrap_or(&en::MORE)
}

/// The texts of screens that come last. Apart, so that no other screen brings them.
pub fn tools() -> &'static Tools {
    spoken().tools.unwrap_or(&en::TOOLS)
}

/// Help in an emergency. Apart, so that it is not in the first download: the page that is painted
/// first holds the same.
pub fn help() -> &'static Help {
    spoken().help.unwrap_or(&en::HELP)
}

/// Fetches a language; the page speaks it unless it speaks one already.
pub async fn speak(language: Language) -> Result<(), Missing> {
    let words = fetch(language).await?;
    let _ = SPOKEN.set(words);
    Ok(())
}

/// Fetches the words of a language.
#[cfg_attr(
    not(split),
    expect(clippy::unused_async, reason = "nothing to wait for")
)]
pub async fn fetch(language: Language) -> Result<&'static Spoken, Missing> {
    match language {
        Language::En => Ok(&en::SPOKEN),
        Language::Es => part!(spanish()),
    }
}

#[cfg_attr(
    split,
    leptos::wasm_split::wasm_split(spanish, wasm_split_path = leptos::wasm_split, fallible)
)]
#[expect(
    clippy::unnecessary_wraps,
    reason = "loading can fail in a split build"
)]
fn spanish() -> Result<&'static Spoken, Missing> {
    Ok(&es::SPOKEN)
}

/// A number with its noun, in a language that has one form for 1 and one for all else. A test
/// holds the rule against the browser's `Intl.PluralRules`.
fn counted(n: usize, one: &str, many: &str) -> String {
    match n {
        1 => format!("1 {one}"),
        _ => format!("{n} {many}"),
    }
}

/// A name in a data file as words: `good-mood` reads "Good mood".
fn named(name: &str) -> String {
    let mut words = name.replace('-', " ");
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}
