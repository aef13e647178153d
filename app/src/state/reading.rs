//! What pages ask the state: the time, words for days and times, names, the truth about storage.

use ebb_core::content::exercise::ExerciseStep;
use ebb_core::log::{AnswerValue, Practice};
use ebb_core::rating::Rating;
use ebb_core::text::Note;
use ebb_core::time::{DayBoundary, LocalDay, Moment};
use leptos::prelude::*;

use super::language::date_language;
use super::{Ebb, Loaded};
use crate::platform::{clock, page};

impl Ebb {
    /// Today, as the person's days are.
    pub fn today(self) -> LocalDay {
        let boundary = self.prefs.with(|prefs| prefs.boundary);
        self.now.get().local_day(boundary)
    }

    /// The same, for what is done once.
    pub fn today_untracked(self) -> LocalDay {
        let boundary = self.prefs.with_untracked(|prefs| prefs.boundary);
        clock::now().local_day(boundary)
    }

    /// The day a moment belongs to, as the person's days are.
    pub fn day_of(self, moment: Moment) -> LocalDay {
        moment.local_day(self.prefs.with(|prefs| prefs.boundary))
    }

    /// A day in words.
    #[expect(clippy::unused_self, reason = "what a screen asks, it asks the state")]
    pub fn day_words(self, day: LocalDay) -> String {
        clock::day_words(day, &date_language())
    }

    /// A day with its year, for what may be read years later.
    #[expect(clippy::unused_self, reason = "what a screen asks, it asks the state")]
    pub fn date_words(self, day: LocalDay) -> String {
        clock::date_words(day, &date_language())
    }

    /// A day in few letters, for charts.
    #[expect(clippy::unused_self, reason = "what a screen asks, it asks the state")]
    pub fn day_short(self, day: LocalDay) -> String {
        clock::day_short(day, &date_language())
    }

    /// A day with its month in few letters.
    #[expect(clippy::unused_self, reason = "what a screen asks, it asks the state")]
    pub fn day_of_month(self, day: LocalDay) -> String {
        clock::day_of_month(day, &date_language())
    }

    /// The weekday of a day in few letters.
    #[expect(clippy::unused_self, reason = "what a screen asks, it asks the state")]
    pub fn weekday_short(self, day: LocalDay) -> String {
        clock::weekday_short(day, &date_language())
    }

    /// Days of the week, 0 for Monday, in the order in which they stand on a calendar where the person
    /// lives.
    #[expect(clippy::unused_self, reason = "what a screen asks, it asks the state")]
    pub fn weekdays(self) -> [u8; 7] {
        let first = clock::first_weekday(&date_language());
        std::array::from_fn(|place| (first + u8::try_from(place).unwrap_or(0)) % 7)
    }

    /// A time of day in words.
    #[expect(clippy::unused_self, reason = "what a screen asks, it asks the state")]
    pub fn time_words(self, moment: Moment) -> String {
        clock::time_words(moment, &date_language())
    }

    /// A moment in words: the date on the calendar, which after midnight may be the day after the
    /// person's own, and the time of day.
    pub fn moment_words(self, moment: Moment) -> String {
        // A boundary at midnight cannot be refused.
        let day = moment.local_day(DayBoundary::new(0).unwrap_or_default());
        let day = self.day_words(day);
        // The two halves of "6:00 PM" stay on one line.
        let time = self.time_words(moment).replace(' ', "\u{a0}");
        format!("{day}, {time}")
    }

    /// An hour of the day in words, such as "6:00 PM".
    pub fn hour_words(self, hour: u8) -> String {
        self.clock_words(u16::from(hour) * 60)
    }

    /// Minutes after midnight as a time of day in words.
    pub fn clock_words(self, minutes: u16) -> String {
        // Which day it is does not matter; this one was 24 hours long everywhere.
        let moment = Moment::new(i64::from(minutes) * 60_000, 0).unwrap_or(Moment::EPOCH);
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

    /// A practice as one reads it: what it was, how the craving went, what was said on the way.
    pub fn practice_lines(self, practice: &Practice) -> Vec<(String, String)> {
        let texts = self.texts();
        let title = self.exercise_title(&practice.exercise);
        let mut lines = vec![(texts.kinds.practice.to_owned(), title)];
        let course = course(practice);
        if !course.is_empty() {
            lines.push((texts.craving.strength.to_owned(), course));
        }
        for answer in &practice.answers {
            let words = match &answer.value {
                AnswerValue::Text(note) => note.as_str().to_owned(),
                AnswerValue::List(notes) => {
                    let things: Vec<_> = notes.iter().map(Note::as_str).collect();
                    things.join(", ")
                }
                AnswerValue::YesNo(true) => texts.player.yes.to_owned(),
                AnswerValue::YesNo(false) => texts.player.no.to_owned(),
                // Part of the course.
                AnswerValue::Rating(_) => continue,
            };
            lines.push((self.question(&practice.exercise, &answer.id), words));
        }
        if let Some(note) = &practice.note {
            let label = texts.player.note_kept.to_owned();
            lines.push((label, note.as_str().to_owned()));
        }
        lines
    }

    /// What a step of an exercise asks, or its name when the exercise is not at hand.
    fn question(self, exercise: &str, id: &str) -> String {
        let asked = self.exercises.with(|loaded| {
            let Loaded::Ready(library) = loaded else {
                return None;
            };
            let mut steps = library.get(exercise)?.steps.iter();
            steps
                .find(|step| step.id() == Some(id))
                .map(|step| match step {
                    ExerciseStep::Count { label, .. } => label.clone(),
                    step => step.prompt().to_owned(),
                })
        });
        asked.unwrap_or_else(|| (self.texts().tag)(id))
    }
}

/// The ratings of a practice in their order, such as "8 → 6 → 4".
fn course(practice: &Practice) -> String {
    let part_way = practice
        .answers
        .iter()
        .filter_map(|answer| match answer.value {
            AnswerValue::Rating(rating) => Some(rating),
            _ => None,
        });
    let ratings: Vec<_> = practice
        .before
        .into_iter()
        .chain(part_way)
        .chain(practice.after)
        .map(|rating: Rating| rating.get().to_string())
        .collect();
    ratings.join(" → ")
}

/// Loads the app as on the first day.
pub fn start_afresh() {
    page::reload();
}
