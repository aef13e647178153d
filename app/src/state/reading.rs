//! What pages ask the state: the time, words for days and times, names, the truth about storage.

use ebb_core::moment::{LocalDay, Moment};
use leptos::prelude::*;

use super::{Ebb, Loaded};
use crate::platform::{clock, page};

impl Ebb {
    /// Today, as the person's days are.
    pub fn today(self) -> LocalDay {
        let boundary = self.prefs.with(|prefs| prefs.boundary);
        self.now.get().local_day(boundary)
    }

    /// A day in words.
    pub fn day_words(self, day: LocalDay) -> String {
        clock::day_words(day, &self.language())
    }

    /// A day in few letters, for charts.
    pub fn day_short(self, day: LocalDay) -> String {
        clock::day_short(day, &self.language())
    }

    /// A time of day in words.
    pub fn time_words(self, moment: Moment) -> String {
        clock::time_words(moment, &self.language())
    }

    /// An hour of the day in words, such as "6:00 PM".
    pub fn hour_words(self, hour: u8) -> String {
        // Which day it is does not matter; this one was 24 hours long everywhere.
        let moment = Moment::new(i64::from(hour) * 3_600_000, 0).unwrap_or(Moment::EPOCH);
        self.time_words(moment)
    }

    /// An exercise's title, or its name while the exercises are on their way.
    pub fn exercise_title(self, id: &str) -> String {
        self.exercises
            .with(|loaded| match loaded {
                Loaded::Ready(library) => library.get(id).map(|exercise| exercise.title.clone()),
                _ => None,
            })
            .unwrap_or_else(|| (self.texts().tag)(id))
    }
}

/// Loads the app as on the first day.
pub fn start_afresh() {
    page::reload();
}
