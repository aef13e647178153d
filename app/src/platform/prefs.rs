//! Preferences in `localStorage`: how Ebb looks and when a day ends, nothing a person wrote. While a
//! lock is on, those that tell something of the person ([`PRIVATE`]) lie in the sealed store instead.
//!
//! They are JSON, which `early.js` reads too. Here the browser itself reads and writes it: they
//! would be all that a JSON reader of Rust is for in the first download.

use ebb_core::content::crisis::Region;
use ebb_core::time::DayBoundary;
use gloo_storage::{LocalStorage, Storage as _};
use js_sys::{JSON, Object, Reflect};
use wasm_bindgen::prelude::*;

const KEY: &str = "ebb.prefs";

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Contrast {
    /// As the device is set.
    #[default]
    Auto,
    /// As much as there can be.
    More,
}

/// How large text is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AutoLock(pub u16);

impl Default for AutoLock {
    fn default() -> Self {
        Self(5)
    }
}

/// After how many minutes out of sight Ebb locks itself; never without a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HiddenLock(pub Option<u16>);

impl Default for HiddenLock {
    fn default() -> Self {
        Self(Some(5))
    }
}

/// What this browser's storage has been used for so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Disguise {
    /// Its own.
    #[default]
    Ebb,
    /// Those of a note pad.
    Notes,
    /// Those of a weather report.
    Weather,
}

/// What a person has chosen. A field that cannot be read falls back to its default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
    /// Whose crisis lines are shown first; guessed from the time zone and the languages until chosen.
    pub region: Option<Region>,
    /// A soft sound at each breath.
    pub sound: bool,
    /// A short vibration at each breath.
    pub vibration: bool,
    /// After how long without a touch Ebb locks itself, once it has a lock.
    pub auto_lock: AutoLock,
    /// The same for being out of sight.
    pub hidden_lock: HiddenLock,
    /// When a backup was last made and proven, in milliseconds since 1970 UTC.
    pub backed_up: Option<i64>,
    /// How many entries that backup held.
    pub backed_up_entries: usize,
    /// Whether exercises that helped stay in their shelves instead of coming first too.
    pub shelves_only: bool,
    /// Whether counted days, the best run and the next mark are not shown.
    pub no_day_counts: bool,
    /// Whether single keys are no shortcuts.
    pub no_shortcuts: bool,
    /// What is known of the storage here.
    pub storage: Storage,
    /// Under which name and icon Ebb shows itself.
    pub face: Disguise,
    /// What stands in the title line instead of the name of the screen; with `face`.
    pub title: Option<String>,
    /// Whether the screen is empty while another window or app is used.
    pub veil: bool,
    /// Whether nothing is asked on the day after a hard answer.
    pub next_day_off: bool,
    /// The entry about which that was asked and answered.
    pub next_day_done: Option<String>,
    /// Whether a check-in shows all of its questions.
    pub all_questions: bool,
    /// Whether reminders are shown as notifications, too, while Ebb is open. No secret of a store with
    /// a lock: the browser's own list of sites that may show some tells as much.
    pub notifications: bool,
}

/// Gives each choice the name it is kept under.
macro_rules! names {
    ($($type:ident { $($variant:ident = $name:literal),* })*) => {
        $(impl Kept for $type {
            fn read(value: &JsValue) -> Option<Self> {
                match value.as_string()?.as_str() {
                    $($name => Some(Self::$variant),)*
                    _ => None,
                }
            }

            fn written(&self) -> JsValue {
                match self {
                    $(Self::$variant => $name,)*
                }
                .into()
            }
        })*
    };
}

names! {
    Theme { Auto = "auto", Light = "light", Dark = "dark" }
    Contrast { Auto = "auto", More = "more" }
    TextSize { Normal = "normal", Large = "large", Larger = "larger" }
    Storage { New = "new", Told = "told", Kept = "kept" }
    Disguise { Ebb = "ebb", Notes = "notes", Weather = "weather" }
}

/// What can stand in a field.
trait Kept: Sized {
    /// Nothing when the field holds something else.
    fn read(value: &JsValue) -> Option<Self>;

    fn written(&self) -> JsValue;
}

impl Kept for String {
    fn read(value: &JsValue) -> Option<Self> {
        value.as_string()
    }

    fn written(&self) -> JsValue {
        self.as_str().into()
    }
}

impl Kept for bool {
    fn read(value: &JsValue) -> Option<Self> {
        value.as_bool()
    }

    fn written(&self) -> JsValue {
        (*self).into()
    }
}

/// Whole numbers, none of which is large enough to lose a digit.
impl Kept for i64 {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "only what is whole is taken"
    )]
    fn read(value: &JsValue) -> Option<Self> {
        let number = value.as_f64()?;
        js_sys::Number::is_safe_integer(value).then_some(number as Self)
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "milliseconds and counts are safe integers"
    )]
    fn written(&self) -> JsValue {
        (*self as f64).into()
    }
}

impl Kept for usize {
    fn read(value: &JsValue) -> Option<Self> {
        i64::read(value)?.try_into().ok()
    }

    fn written(&self) -> JsValue {
        i64::try_from(*self).unwrap_or(i64::MAX).written()
    }
}

impl Kept for AutoLock {
    fn read(value: &JsValue) -> Option<Self> {
        i64::read(value)?.try_into().ok().map(Self)
    }

    fn written(&self) -> JsValue {
        i64::from(self.0).written()
    }
}

impl Kept for HiddenLock {
    fn read(value: &JsValue) -> Option<Self> {
        let minutes = i64::read(value)?;
        Some(Self(u16::try_from(minutes).ok()))
    }

    /// Never is a number, too: nothing stands for what was not chosen.
    fn written(&self) -> JsValue {
        self.0.map_or(-1, i64::from).written()
    }
}

impl Kept for DayBoundary {
    fn read(value: &JsValue) -> Option<Self> {
        Self::new(i64::read(value)?.try_into().ok()?).ok()
    }

    fn written(&self) -> JsValue {
        i64::from(self.minutes()).written()
    }
}

impl Kept for Region {
    fn read(value: &JsValue) -> Option<Self> {
        Self::of_code(&value.as_string()?)
    }

    fn written(&self) -> JsValue {
        self.code().into()
    }
}

impl<T: Kept> Kept for Option<T> {
    fn read(value: &JsValue) -> Option<Self> {
        T::read(value).map(Some)
    }

    fn written(&self) -> JsValue {
        self.as_ref().map_or(JsValue::NULL, Kept::written)
    }
}

/// Lists the fields once, for reading and for writing.
macro_rules! fields {
    ($($field:ident),* $(,)?) => {
        fn of_object(object: &JsValue) -> Prefs {
            Prefs {
                $($field: field(object, stringify!($field)),)*
            }
        }

        fn to_object(prefs: &Prefs) -> JsValue {
            let object = Object::new();
            $(let _ = Reflect::set(&object, &stringify!($field).into(), &prefs.$field.written());)*
            object.into()
        }
    };
}

fields!(
    language,
    theme,
    contrast,
    text,
    boundary,
    region,
    sound,
    vibration,
    auto_lock,
    hidden_lock,
    backed_up,
    backed_up_entries,
    shelves_only,
    no_day_counts,
    no_shortcuts,
    storage,
    face,
    title,
    veil,
    next_day_off,
    next_day_done,
    all_questions,
    notifications,
);

fn field<T: Kept + Default>(object: &JsValue, name: &str) -> T {
    let value = Reflect::get(object, &name.into()).ok();
    value.and_then(|value| T::read(&value)).unwrap_or_default()
}

/// `raw` throws where storage is blocked, so the browser is asked first.
fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()??;
    Some(LocalStorage::raw())
}

/// Reads the preferences; defaults where there are none or storage is blocked.
pub fn load() -> Prefs {
    let text = storage().and_then(|storage| storage.get_item(KEY).ok()?);
    let object = text.and_then(|text| JSON::parse(&text).ok());
    object.map_or_else(Prefs::default, |object| of_object(&object))
}

/// Keeps the preferences. False when the browser does not let it.
pub fn keep(prefs: &Prefs) -> bool {
    let text = JSON::stringify(&to_object(prefs)).map(String::from);
    let kept = storage()
        .zip(text.ok())
        .and_then(|(storage, text)| storage.set_item(KEY, &text).ok());
    kept.is_some()
}

/// What tells when and how Ebb is used: counts, times, habits, and when it locks.
const PRIVATE: [&str; 11] = [
    "boundary",
    "auto_lock",
    "hidden_lock",
    "backed_up",
    "backed_up_entries",
    "shelves_only",
    "no_day_counts",
    "storage",
    "next_day_off",
    "next_day_done",
    "all_questions",
];

/// The private preferences alone, to be sealed.
pub fn private(prefs: &Prefs) -> Option<String> {
    let (all, object) = (to_object(prefs), Object::new());
    for name in PRIVATE {
        let value = Reflect::get(&all, &name.into()).ok()?;
        Reflect::set(&object, &name.into(), &value).ok()?;
    }
    JSON::stringify(&object).ok().map(String::from)
}

/// The same preferences with the private ones that [`private`] has given; those that cannot be read
/// stay as they are.
pub fn with_private(prefs: &Prefs, text: &str) -> Prefs {
    let all = to_object(prefs);
    if let Ok(private) = JSON::parse(text) {
        for name in PRIVATE {
            if let Ok(value) = Reflect::get(&private, &name.into()) {
                let _ = Reflect::set(&all, &name.into(), &value);
            }
        }
    }
    of_object(&all)
}

/// Keeps the preferences, and of the private ones what is the same for everybody.
pub fn keep_neutral(prefs: &Prefs) -> bool {
    keep(&with_private(prefs, &neutral()))
}

/// The private preferences of somebody who has chosen none. That something was kept is no secret of
/// a store with a lock, and stays, so that it is noticed when the browser throws it away.
fn neutral() -> String {
    let prefs = Prefs {
        storage: Storage::Kept,
        ..Prefs::default()
    };
    private(&prefs).unwrap_or_default()
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
