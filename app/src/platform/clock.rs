//! The browser's clocks.

use std::cell::RefCell;

use chrono::Timelike as _;
use ebb_core::time::{LocalDay, Moment, MomentError};
use js_sys::Intl::DateTimeFormat;
use js_sys::{Array, Date, Function, Reflect};
use leptos::prelude::request_idle_callback;
use wasm_bindgen::{JsCast as _, JsValue};

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

/// An instant by the clock that is here at that instant, which in another season has another
/// offset than now.
pub fn here_at(utc_ms: i64) -> Result<Moment, MomentError> {
    #[expect(
        clippy::cast_precision_loss,
        reason = "the years 1970 to 9999 fit into 2^53 ms"
    )]
    moment_of(&Date::new(&JsValue::from_f64(utc_ms as f64)))
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

/// Options of `Intl.DateTimeFormat`.
type Parts = &'static [(&'static str, &'static str)];

const DAY: Parts = &[("weekday", "long"), ("day", "numeric"), ("month", "long")];
const DATE: Parts = &[("day", "numeric"), ("month", "long"), ("year", "numeric")];
const MONTH: Parts = &[("month", "long"), ("year", "numeric")];
const SHORT: Parts = &[("weekday", "short"), ("day", "numeric")];
const OF_MONTH: Parts = &[("month", "short"), ("day", "numeric")];
const WEEKDAY: Parts = &[("weekday", "short")];
const TIME: Parts = &[("hour", "numeric"), ("minute", "2-digit")];

/// The date as the person's language writes it, such as "Wednesday, 25 November".
pub fn day_words(day: LocalDay, language: &str) -> String {
    formatted(&noon(day), language, DAY)
}

/// The same with the year and without the weekday, for what may be read years later.
pub fn date_words(day: LocalDay, language: &str) -> String {
    formatted(&noon(day), language, DATE)
}

/// The month of a day with its year, such as "November 2026".
pub fn month_words(day: LocalDay, language: &str) -> String {
    formatted(&noon(day), language, MONTH)
}

/// A short date, such as "Wed 25".
pub fn day_short(day: LocalDay, language: &str) -> String {
    formatted(&noon(day), language, SHORT)
}

/// A day with its month in few letters, such as "Nov 25".
pub fn day_of_month(day: LocalDay, language: &str) -> String {
    formatted(&noon(day), language, OF_MONTH)
}

/// The weekday of a day, such as "Wed".
pub fn weekday_short(day: LocalDay, language: &str) -> String {
    formatted(&noon(day), language, WEEKDAY)
}

/// The time of day on the wall clock of the entry, such as "18:30".
pub fn time_words(moment: Moment, language: &str) -> String {
    formatted(&to_field(moment), language, TIME)
}

fn noon(day: LocalDay) -> String {
    format!("{day}T12:00:00")
}

/// The day that weeks begin with where this language is spoken, 0 for Monday to 6 for Sunday. The
/// browser knows it by the country in the tag; Monday where it does not say.
pub fn first_weekday(language: &str) -> u8 {
    let first = asked_for_week(language)
        .and_then(|week| Reflect::get(&week, &"firstDay".into()).ok()?.as_f64());
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a day of the week is 1 for Monday to 7 for Sunday; the cast saturates"
    )]
    first.map_or(0, |day| (day as u8).saturating_sub(1).min(6))
}

/// A method in newer browsers, a property in older ones, and missing in some; the bindings know
/// neither.
fn asked_for_week(language: &str) -> Option<JsValue> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let made_by: Function = Reflect::get(&intl, &"Locale".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let locale = Reflect::construct(&made_by, &Array::of1(&language.into())).ok()?;
    let method = Reflect::get(&locale, &"getWeekInfo".into()).ok()?;
    match method.dyn_ref::<Function>() {
        Some(method) => method.call0(&locale).ok(),
        None => Reflect::get(&locale, &"weekInfo".into()).ok(),
    }
}

/// Wall-clock text is read and written as if it were UTC's, which has every hour of every day and
/// stays when the device travels.
fn formatted(wall_clock: &str, language: &str, parts: Parts) -> String {
    let date = Date::new(&JsValue::from_str(&format!("{wall_clock}Z")));
    let words = format_of(language, parts).call1(&JsValue::UNDEFINED, &date);
    words
        .ok()
        .and_then(|words| words.as_string())
        .unwrap_or_default()
}

thread_local! {
    /// Making a format takes a browser a hundred times as long as using it.
    static FORMATS: RefCell<Vec<(String, Parts, Function)>> = const { RefCell::new(Vec::new()) };
}

/// Makes the formats that most screens need, one at a time, while nobody waits for them.
pub fn prepare(language: &str) {
    for parts in [DAY, TIME] {
        let language = language.to_owned();
        request_idle_callback(move || drop(format_of(&language, parts)));
    }
}

fn format_of(language: &str, parts: Parts) -> Function {
    FORMATS.with_borrow_mut(|formats| {
        let known = formats
            .iter()
            .find(|(tag, of, _)| tag == language && *of == parts);
        if let Some((_, _, format)) = known {
            return format.clone();
        }
        let options = js_sys::Object::new();
        for (name, value) in parts.iter().chain(&[("timeZone", "UTC")]) {
            let _ = Reflect::set(&options, &(*name).into(), &(*value).into());
        }
        let format = DateTimeFormat::new(&Array::of1(&language.into()), &options).format();
        formats.push((language.to_owned(), parts, format.clone()));
        format
    })
}
