//! The browser's clocks.

use chrono::Timelike as _;
use ebb_core::moment::{LocalDay, Moment, MomentError};
use js_sys::Date;
use wasm_bindgen::JsValue;

/// The instant and offset of a JavaScript date.
fn moment_of(date: &Date) -> Result<Moment, MomentError> {
    let ms = date.get_time();
    if !ms.is_finite() {
        return Err(MomentError::NotATime);
    }
    #[expect(
        clippy::cast_possible_truncation,
        reason = "JavaScript dates are whole ms below 2^53, offsets whole minutes below 2^15"
    )]
    Moment::new(ms as i64, -date.get_timezone_offset() as i16)
}

/// Now, with the offset of the place the device is in.
pub fn now() -> Moment {
    moment_of(&Date::new_0()).unwrap_or(Moment::EPOCH)
}

/// Milliseconds that only ever go forward, for measuring how long something takes.
pub fn steady_ms() -> u64 {
    let ms = web_sys::window()
        .and_then(|window| window.performance())
        .map_or(0.0, |performance| performance.now());
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the time since the page opened is small and never negative"
    )]
    {
        ms as u64
    }
}

/// Reads a `datetime-local` field (`2026-11-25T18:30`) as wall-clock time at this place.
pub fn from_field(text: &str) -> Result<Moment, MomentError> {
    moment_of(&Date::new(&JsValue::from_str(text)))
}

/// Writes a moment as a `datetime-local` field wants it: the wall clock it was made with.
///
/// By hand: chrono's formatter is made for any format and weighs as much.
pub fn to_field(moment: Moment) -> String {
    let local = moment.local();
    format!("{}T{:02}:{:02}", local.date(), local.hour(), local.minute())
}

/// The date as the person's language writes it, such as "Wednesday, 25 November".
pub fn day_words(day: LocalDay, language: &str) -> String {
    let parts = [("weekday", "long"), ("day", "numeric"), ("month", "long")];
    formatted(&format!("{day}T12:00:00"), language, &parts)
}

/// A short date, such as "Wed 25".
pub fn day_short(day: LocalDay, language: &str) -> String {
    let parts = [("weekday", "short"), ("day", "numeric")];
    formatted(&format!("{day}T12:00:00"), language, &parts)
}

/// The time of day on the wall clock of the entry, such as "18:30".
pub fn time_words(moment: Moment, language: &str) -> String {
    let parts = [("hour", "numeric"), ("minute", "2-digit")];
    formatted(&to_field(moment), language, &parts)
}

/// Wall-clock text is read and written in this place's zone, so the offset cancels out. `parts`
/// are options of `Intl.DateTimeFormat`.
fn formatted(wall_clock: &str, language: &str, parts: &[(&str, &str)]) -> String {
    let options = js_sys::Object::new();
    for (name, value) in parts {
        let _ = js_sys::Reflect::set(&options, &(*name).into(), &(*value).into());
    }
    Date::new(&JsValue::from_str(wall_clock))
        .to_locale_string(language, &options)
        .into()
}
