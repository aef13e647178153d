//! Preferences in `localStorage`: how Ebb looks and when a day ends, nothing a person wrote.

use ebb_core::crisis::Region;
use ebb_core::moment::DayBoundary;
use gloo_storage::{LocalStorage, Storage as _};
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;

const KEY: &str = "ebb.prefs";

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the device is set.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// How strongly text and parts stand out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Contrast {
    /// As the device is set.
    #[default]
    Auto,
    /// As much as there can be.
    More,
}

/// How large text is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TextSize {
    /// As the browser is set.
    #[default]
    Normal,
    /// A quarter larger.
    Large,
    /// Half as large again.
    Larger,
}

/// After how many minutes without a touch Ebb locks itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AutoLock(pub u16);

impl Default for AutoLock {
    fn default() -> Self {
        Self(5)
    }
}

/// What this browser's storage has been used for so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Storage {
    /// Nothing.
    #[default]
    New,
    /// Nothing, but the truth about it was told.
    Told,
    /// Entries were kept here: if the store is empty, the browser has emptied it.
    Kept,
}

/// Under which name and icon Ebb shows itself in the browser.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Face {
    /// Its own.
    #[default]
    Ebb,
    /// Those of a note pad.
    Notes,
    /// Those of a weather report.
    Weather,
}

/// What a person has chosen. A field that cannot be read falls back to its default.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub struct Prefs {
    /// Language, as a BCP 47 tag.
    pub language: Option<String>,
    /// Light or dark.
    pub theme: Theme,
    /// How strongly text and parts stand out.
    pub contrast: Contrast,
    /// Text size.
    pub text: TextSize,
    /// When the day ends.
    pub boundary: DayBoundary,
    /// Whose crisis lines are shown first; guessed from the browser's language until chosen.
    pub region: Option<Region>,
    /// A soft sound at each breath.
    pub sound: bool,
    /// A short vibration at each breath.
    pub vibration: bool,
    /// After how long without a touch Ebb locks itself, once it has a lock.
    pub auto_lock: AutoLock,
    /// When a backup was last made and proven, in milliseconds since 1970 UTC.
    pub backed_up: Option<i64>,
    /// How many entries that backup held.
    pub backed_up_entries: usize,
    /// Whether exercises that helped stay in their shelves instead of coming first too.
    pub shelves_only: bool,
    /// Whether single keys are no shortcuts.
    pub no_shortcuts: bool,
    /// What is known of the storage here.
    pub storage: Storage,
    /// Under which name and icon Ebb shows itself.
    pub face: Face,
    /// What stands in the title line instead of the name of the screen; with `face`.
    pub title: Option<String>,
    /// Whether the screen is empty while another window or app is used.
    pub veil: bool,
}

/// Reads the preferences; defaults where there are none or storage is blocked.
pub fn load() -> Prefs {
    LocalStorage::get(KEY).unwrap_or_default()
}

/// Keeps the preferences. False when the browser does not let it.
pub fn keep(prefs: &Prefs) -> bool {
    LocalStorage::set(KEY, prefs).is_ok()
}

/// Calls `act` when another tab has changed them. The browser's own event, not a message of ours:
/// a message can arrive before this tab sees the new value.
pub fn watch(act: impl Fn() + 'static) {
    let on_storage = Closure::<dyn Fn()>::new(act);
    if let Some(window) = web_sys::window() {
        window.set_onstorage(Some(on_storage.as_ref().unchecked_ref()));
        on_storage.forget();
    }
}

/// Forgets them.
pub fn forget() {
    LocalStorage::delete(KEY);
}
