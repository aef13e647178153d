//! What stands in a form, and the way from there to an entry and back.
//!
//! A form holds text as typed, so that nothing is lost while it is still wrong.

mod checkin;
mod craving;
mod dynamic_form;
mod fill;
mod lesson;
mod person;
mod run;
mod slip;

pub use checkin::CheckInForm;
pub use craving::CravingForm;
pub use dynamic_form::{DynamicForm, FormKind};
pub use fill::FillForm;
pub use lesson::LessonForm;
pub use person::PersonForm;
pub use run::RunForm;
pub use slip::SlipForm;

use std::future::ready;

use ebb_core::log::Entry;
use ebb_core::text::{Note, TextError};
use ebb_core::time::Moment;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::save_error::SaveError;
use crate::platform::clock;
use crate::platform::part::Work;

/// A form that holds one entry.
pub trait Form:
    Clone + Default + PartialEq + Serialize + DeserializeOwned + Send + Sync + 'static
{
    /// The entry it holds and when that was, if not now.
    fn parse(&self) -> Parsed;

    /// The time field, as typed.
    #[expect(
        clippy::unnecessary_literal_bound,
        reason = "what is typed is the form's own"
    )]
    fn when(&self) -> &str {
        ""
    }

    /// The form as the text that a draft is.
    fn into_text(self) -> Work<Option<String>> {
        Box::pin(ready(serde_json::to_string(&self).ok()))
    }

    /// The form that a draft's text holds, if it does.
    fn of_text(text: String) -> Work<Option<Self>> {
        Box::pin(ready(serde_json::from_str(&text).ok()))
    }
}

/// An entry and when it was, or what must be mended.
pub type Parsed = Result<(Entry, Option<Moment>), Problems>;

/// Fields that must be mended, each with what is wrong; `form` is the whole of it.
pub type Problems = Vec<(&'static str, Problem)>;

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// It cannot be a text of its kind.
    Text(TextError),
    /// It is no date or time.
    Date,
    /// It is no whole number, or too great a one.
    Number,
    /// It is still to come.
    Future,
    /// It is no telephone number.
    NotAPhone,
    /// How strong a craving is was not said.
    NoIntensity,
    /// Nothing of a check-in was answered.
    EmptyCheckIn,
    /// Nothing of a questionnaire or an exercise was answered.
    NothingAnswered,
    /// Something that was written in an exercise is too long.
    AnswerTooLong,
    /// Nothing was taken from a lesson.
    NoTakeaway,
    /// It was not saved.
    NotSaved(SaveError),
}

/// Reads a form's fields and collects what is wrong instead of stopping at the first.
#[derive(Default)]
struct Reader {
    problems: Problems,
}

impl Reader {
    fn note(&mut self, field: &'static str, text: &str) -> Option<Note> {
        match Note::from_field(text) {
            Ok(note) => note,
            Err(error) => {
                self.problems.push((field, Problem::Text(error)));
                None
            }
        }
    }

    /// An empty field is now.
    fn when(&mut self, field: &'static str, text: &str) -> Option<Moment> {
        if text.is_empty() {
            return None;
        }
        let problem = match clock::from_field(text) {
            Ok(moment) if moment.utc_ms() <= clock::now().utc_ms() => return Some(moment),
            Ok(_) => Problem::Future,
            Err(_) => Problem::Date,
        };
        self.problems.push((field, problem));
        None
    }

    fn done<T>(self, value: T) -> Result<T, Problems> {
        if self.problems.is_empty() {
            Ok(value)
        } else {
            Err(self.problems)
        }
    }
}

fn text_of(note: Option<&Note>) -> String {
    note.map(|note| note.as_str().to_owned())
        .unwrap_or_default()
}
