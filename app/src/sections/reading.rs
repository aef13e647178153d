//! An entry as one reads it.

use ebb_core::log::{CravingOutcome, Entry, Record};
use ebb_core::rating::Rating;
use ebb_core::text::Tag;
use leptos::prelude::*;

use crate::components::reading_list;
use crate::sections::dynamic_form::reading_lines;
use crate::sections::if_then::{then_words, when_words};
use crate::sections::{reminder_times, reminder_words};
use crate::words::dose_words;
use crate::{i18n, words};

/// An entry as one reads it, without fields to change.
#[component]
pub fn Reading(
    /// The entry.
    record: Record,
    /// Its later ratings, if it is a craving.
    #[prop(optional)]
    again: Vec<Rating>,
) -> impl IntoView {
    let texts = i18n::texts();
    let mut lines = Vec::new();
    let mut line = |label: &str, value: String| {
        if !value.is_empty() {
            lines.push((label.to_owned(), value));
        }
    };
    let tags = |tags: &[Tag]| texts.tags(tags);
    match &record.entry {
        Entry::Craving(craving) => {
            let course: Vec<_> = std::iter::once(craving.intensity)
                .chain(again)
                .map(|rating| rating.get().to_string())
                .collect();
            line(texts.craving.strength, course.join(" → "));
            line(texts.craving.triggers, tags(&craving.triggers));
            line(texts.craving.feelings, tags(&craving.feelings));
            line(texts.craving.place, tags(craving.place.as_slice()));
            line(texts.craving.company, tags(craving.company.as_slice()));
            line(texts.craving.substance, tags(craving.substance.as_slice()));
            line(texts.craving.thought, note(craving.thought.as_ref()));
            line(texts.craving.did, note(craving.did.as_ref()));
            let outcome = craving.outcome.map(|outcome| match outcome {
                CravingOutcome::Passed => texts.craving.passed,
                CravingOutcome::Eased => texts.craving.eased,
                CravingOutcome::StillHere => texts.craving.still_here,
                CravingOutcome::Used => texts.craving.used,
            });
            line(texts.craving.outcome, outcome.unwrap_or("").to_owned());
        }
        Entry::CheckIn(checkin) => {
            for (label, value) in texts.checkin.answers(checkin) {
                line(label, value);
            }
            line(texts.checkin.skills, tags(&checkin.skills));
            line(texts.checkin.note, note(checkin.note.as_ref()));
        }
        Entry::Slip(slip) => {
            line(texts.slip.substance, tags(slip.substance.as_slice()));
            line(texts.slip.amount, note(slip.amount.as_ref()));
            line(texts.slip.set_off, tags(&slip.triggers));
            line(texts.slip.happened, note(slip.happened.as_ref()));
            line(texts.slip.next_day, note(slip.next_day.as_ref()));
            line(texts.slip.reach, note(slip.reach.as_ref()));
        }
        Entry::Practice(practice) => {
            let practice = practice.clone();
            return arriving(move || words::practice_lines(&practice));
        }
        Entry::Questionnaire(kept) => {
            let kept = kept.clone();
            return arriving(move || words::questionnaire_lines(&kept));
        }
        Entry::LessonRead(read) => {
            let read = read.clone();
            return arriving(move || words::lesson_lines(&read));
        }
        Entry::Session(session) => {
            line(texts.people.name, session.name.as_str().to_owned());
            for (label, value) in reading_lines(&record.entry) {
                line(&label, value);
            }
        }
        Entry::IfThen(plan) => {
            let words = &i18n::tools().if_then;
            line(words.when, when_words(plan));
            line(words.then, then_words(plan));
        }
        Entry::Trial(trial) => {
            let words = &i18n::tools().trial;
            let trial = trial.clone();
            return arriving(move || {
                let title = |id: &str| words::exercise_title(id);
                vec![
                    (words.first.to_owned(), title(&trial.a)),
                    (words.second.to_owned(), title(&trial.b)),
                    (words.cravings.to_owned(), trial.cravings.to_string()),
                ]
            });
        }
        Entry::Reminder(reminder) => {
            let words = &i18n::tools().reminders;
            line(
                words.what,
                reminder_words(reminder.of, reminder.name.as_ref()),
            );
            line(words.days, reminder_times(reminder));
            line(words.says, note(reminder.says.as_ref()));
        }
        Entry::DayPlan(_) => {
            for (label, value) in reading_lines(&record.entry) {
                line(&label, value);
            }
        }
        Entry::PlanUsed(used) => line(texts.craving.did, used.did.as_str().to_owned()),
        Entry::Dose(dose) => line(dose.name.as_str(), dose_words(dose)),
        _ => {}
    }
    reading_list(lines)
}

/// Titles and questions come with the content, which may arrive later than the page.
fn arriving(lines: impl Fn() -> Vec<(String, String)> + Send + Sync + 'static) -> AnyView {
    (move || reading_list(lines())).into_any()
}

fn note(note: Option<&ebb_core::text::Note>) -> String {
    note.map(|note| note.as_str().to_owned())
        .unwrap_or_default()
}
