//! Days and times in words.

use ebb_core::log::Group;
use ebb_core::time::{DayBoundary, LocalDay, Moment};

use crate::i18n;
use crate::i18n::date_language;
use crate::platform::clock;

/// A day in words.
pub fn day_words(day: LocalDay) -> String {
    clock::day_words(day, &date_language())
}

/// A day with its year, for what may be read years later.
pub fn date_words(day: LocalDay) -> String {
    clock::date_words(day, &date_language())
}

/// The month of a day with its year.
pub fn month_words(day: LocalDay) -> String {
    clock::month_words(day, &date_language())
}

/// A day in few letters, for charts.
pub fn day_short(day: LocalDay) -> String {
    clock::day_short(day, &date_language())
}

/// A day with its month in few letters.
pub fn day_of_month(day: LocalDay) -> String {
    clock::day_of_month(day, &date_language())
}

/// The weekday of a day in few letters.
pub fn weekday_short(day: LocalDay) -> String {
    clock::weekday_short(day, &date_language())
}

/// Days of the week, 0 for Monday, in the order in which they stand on a calendar where the person
/// lives.
pub fn weekdays() -> [u8; 7] {
    let first = clock::first_weekday(&date_language());
    std::array::from_fn(|place| (first + u8::try_from(place).unwrap_or(0)) % 7)
}

/// A time of day in words.
pub fn time_words(moment: Moment) -> String {
    clock::time_words(moment, &date_language())
}

/// A moment in words: the date on the calendar, which after midnight may be the day after the
/// person's own, and the time of day.
pub fn moment_words(moment: Moment) -> String {
    // A boundary at midnight cannot be refused.
    let day = moment.local_day(DayBoundary::new(0).unwrap_or_default());
    let day = day_words(day);
    // The two halves of "6:00 PM" stay on one line.
    let time = time_words(moment).replace(' ', "\u{a0}");
    format!("{day}, {time}")
}

/// An hour of the day in words, such as "6:00 PM".
pub fn hour_words(hour: u8) -> String {
    clock_words(u16::from(hour) * 60)
}

/// Minutes after midnight as a time of day in words.
pub fn clock_words(minutes: u16) -> String {
    // Which day it is does not matter; this one was 24 hours long everywhere.
    let moment = Moment::new(i64::from(minutes) * 60_000, 0).unwrap_or(Moment::EPOCH);
    time_words(moment)
}

/// On which days of the week a group is, and when.
pub fn weekly(group: &Group) -> String {
    let option = i18n::more().sheet.option;
    let days = weekdays().into_iter();
    let days = days.filter(|day| group.weekdays.contains(day));
    let days: Vec<_> = days.map(|day| option(&day.to_string())).collect();
    (i18n::more().programme.weekly)(&days, &clock_words(group.at.minutes()))
}
