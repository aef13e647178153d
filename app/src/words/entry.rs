//! Entries in words.

use ebb_core::content::exercise::ExerciseStep;
use ebb_core::log::{AnswerValue, Dose, Entry, LessonRead, Practice, Questionnaire, Taken};
use ebb_core::rating::Rating;
use ebb_core::text::Note;
use leptos::prelude::*;

use crate::i18n::{more, texts, tools};
use crate::state::Loaded;
use crate::state::content::{exercises, instruments, lessons};

/// How a dose can have been taken, with its name.
pub const TAKEN: [(Taken, &str); 3] = [
    (Taken::AsPrescribed, "as_prescribed"),
    (Taken::Missed, "missed"),
    (Taken::Otherwise, "otherwise"),
];

/// What kind of entry this is.
pub fn kind_words(entry: &Entry) -> &'static str {
    let texts = texts();
    match entry {
        Entry::Craving(_) | Entry::Rerating(_) => texts.kinds.craving,
        Entry::CheckIn(_) => texts.kinds.checkin,
        Entry::Slip(_) => texts.kinds.slip,
        Entry::Practice(_) => texts.kinds.practice,
        Entry::Person(_) => texts.kinds.person,
        Entry::PlanUsed(_) => texts.kinds.plan_used,
        Entry::DayPlan(_) => tools().day.whole.title,
        Entry::Session(_) => more().programme.session.title,
        Entry::Dose(_) => more().programme.dose,
        Entry::Questionnaire(_) => more().assess.kind,
        Entry::LessonRead(_) => more().lessons.kind,
        _ => "",
    }
}

/// How a dose was taken, with its note.
pub fn dose_words(dose: &Dose) -> String {
    let taken = TAKEN.into_iter().find(|(taken, _)| *taken == dose.taken);
    let words = taken.map_or("", |(_, name)| (more().sheet.option)(name));
    let note = dose.note.as_ref().map(Note::as_str);
    let lines: Vec<_> = std::iter::once(words).chain(note).collect();
    lines.join("\n")
}

/// An exercise's title, or its name while the exercises are on their way.
pub fn exercise_title(id: &str) -> String {
    exercises()
        .with(|loaded| match loaded {
            Loaded::Ready(library) => library.get(id).map(|exercise| exercise.title.clone()),
            _ => None,
        })
        .unwrap_or_else(|| (texts().tag)(id))
}

/// A practice as one reads it: what it was, how the craving went, what was said on the way.
pub fn practice_lines(practice: &Practice) -> Vec<(String, String)> {
    let texts = texts();
    let title = exercise_title(&practice.exercise);
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
        lines.push((question(&practice.exercise, &answer.id), words));
    }
    if let Some(note) = &practice.note {
        let label = texts.player.note_kept.to_owned();
        lines.push((label, note.as_str().to_owned()));
    }
    lines
}

/// What a step of an exercise asks, or its name when the exercise is not at hand.
fn question(exercise: &str, id: &str) -> String {
    let asked = exercises().with(|loaded| {
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
    asked.unwrap_or_else(|| (texts().tag)(id))
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

/// A questionnaire as one reads it in a list: what it was and what came of it.
pub fn questionnaire_lines(kept: &Questionnaire) -> Vec<(String, String)> {
    let words = &more().assess;
    let known = instruments().one(&kept.instrument, |instrument| {
        let scores = instrument.report_of(kept).ok().map(|report| {
            let scores = report.scores.iter().map(|view| {
                let band = view.band.map(|band| band.title.as_str());
                let value = (words.result)(view.value, view.high, band);
                (view.score.title.clone(), value)
            });
            scores.collect::<Vec<_>>()
        });
        (instrument.title.clone(), scores)
    });
    let by_name = || (texts().tag)(&kept.instrument);
    let (title, scores) = known.unwrap_or_else(|| (by_name(), None));
    let scores = scores.unwrap_or_else(|| {
        let scores = kept.scores.iter();
        let named = scores.map(|one| ((texts().tag)(&one.score), one.value.to_string()));
        named.collect()
    });
    if !kept.is_finished() {
        return vec![(title, (words.unfinished)(kept.answers.len()))];
    }
    let mut lines = vec![(words.kind.to_owned(), title)];
    lines.extend(scores);
    lines
}

/// A lesson that was read, as one reads it in a list.
pub fn lesson_lines(read: &LessonRead) -> Vec<(String, String)> {
    let words = &more().lessons;
    let title = lessons().one(&read.lesson, |lesson| lesson.title.clone());
    let title = title.unwrap_or_else(|| (texts().tag)(&read.lesson));
    let mut lines = vec![(words.kind.to_owned(), title)];
    if let Some(takeaway) = &read.takeaway {
        lines.push((words.takeaway.to_owned(), takeaway.as_str().to_owned()));
    }
    lines
}
