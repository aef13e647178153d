//! The form of an exercise: how far it has got, what was written on the way, the ratings.

use std::collections::BTreeMap;

use ebb_core::content::exercise::Bookmark;
use ebb_core::journal::RecordId;
use ebb_core::log::{AnswerValue, Entry, Finish, Practice};
use ebb_core::rating::Rating;
use ebb_core::text::Note;
use serde::{Deserialize, Serialize};

use super::{Form, Parsed, Problem, Reader};

/// An exercise that is under way, or over and not saved yet.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RunForm {
    /// How far it has got; `None` before the start.
    pub place: Option<Bookmark>,
    /// How it ended, once it is over.
    pub finish: Option<Finish>,
    /// What was written in a step's fields, as typed, by the name of the step's answer.
    pub words: BTreeMap<String, Vec<String>>,
    pub before: Option<Rating>,
    pub after: Option<Rating>,
    /// The craving it is for.
    pub craving: Option<RecordId>,
    pub note: String,
}

impl RunForm {
    /// The answer that was given to a step.
    pub fn answer(&self, id: &str) -> Option<&AnswerValue> {
        let answers = &self.place.as_ref()?.answers;
        let found = answers.iter().find(|answer| answer.id == id);
        found.map(|answer| &answer.value)
    }

    /// What stands in a field of a step.
    pub fn words_in(&self, id: &str, field: usize) -> &str {
        self.words
            .get(id)
            .and_then(|fields| fields.get(field))
            .map_or("", String::as_str)
    }

    /// Writes in a field of a step and gives back what can be kept of all its fields.
    pub fn write(&mut self, id: &str, field: usize, text: String) -> Vec<Note> {
        let fields = self.words.entry(id.to_owned()).or_default();
        if fields.len() <= field {
            fields.resize(field + 1, String::new());
        }
        if let Some(place) = fields.get_mut(field) {
            *place = text;
        }
        let notes = fields.iter().filter_map(|text| Note::new(text).ok());
        notes.collect()
    }

    /// The fields that hold more than can be kept.
    pub fn too_long(&self) -> Vec<(String, usize)> {
        let fields = self.words.iter().flat_map(|(id, fields)| {
            let numbered = fields.iter().enumerate();
            numbered.map(move |(field, text)| (id, field, text))
        });
        fields
            .filter(|(_, _, text)| Note::from_field(text).is_err())
            .map(|(id, field, _)| (id.clone(), field))
            .collect()
    }

    /// Rating after less rating before, when both were given.
    pub fn change(&self) -> Option<i8> {
        let number = |rating: Rating| i8::try_from(rating.get()).ok();
        Some(number(self.after?)? - number(self.before?)?)
    }
}

impl Form for RunForm {
    fn parse(&self) -> Parsed {
        let mut reader = Reader::default();
        let note = reader.note("note", &self.note);
        if !self.too_long().is_empty() {
            reader.problems.push(("form", Problem::AnswerTooLong));
        }
        let Some(place) = self.place.clone() else {
            reader.problems.push(("form", Problem::NothingAnswered));
            return Err(reader.problems);
        };
        let practice = Practice {
            exercise: place.exercise,
            before: self.before,
            after: self.after,
            seconds: u32::try_from(place.practised_ms / 1000).unwrap_or(u32::MAX),
            finish: self.finish.unwrap_or(Finish::Early),
            answers: place.answers,
            craving: self.craving,
            note,
        };
        reader.done((Entry::Practice(practice), None))
    }
}
