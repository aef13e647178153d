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

/// What a person has chosen. A field that cannot be read falls back to its default.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Prefs {
    /// Language, as a BCP 47 tag.
    pub language: Option<String>,
    /// Light or dark.
    pub theme: Theme,
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
