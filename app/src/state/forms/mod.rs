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
mod submit;

pub use checkin::CheckInForm;
pub use craving::CravingForm;
pub use dynamic_form::{DynamicForm, FormKind};
pub use fill::FillForm;
pub use lesson::LessonForm;
pub use person::PersonForm;
pub use run::RunForm;
pub use slip::SlipForm;
pub use submit::{Form, Submit};

use ebb_core::text::{Note, TextError};
use ebb_core::time::Moment;

use crate::i18n::Texts;
use crate::platform::clock;

/// Fields that must be mended, each with what to say there.
pub type Problems = Vec<(&'static str, String)>;

/// What to say at a field.
fn problem_at(problems: &[(&'static str, String)], field: &str) -> Option<String> {
    problems
        .iter()
        .find(|(name, _)| *name == field)
        .map(|(_, words)| words.clone())
}

/// Reads a form's fields and collects what is wrong instead of stopping at the first.
struct Reader {
    texts: &'static Texts,
    problems: Problems,
}

impl Reader {
    const fn new(texts: &'static Texts) -> Self {
        Self {
            texts,
            problems: Vec::new(),
        }
    }

    fn note(&mut self, field: &'static str, text: &str) -> Option<Note> {
        match Note::from_field(text) {
            Ok(note) => note,
            Err(error) => {
                self.text_problem(field, error);
                None
            }
        }
    }

    fn text_problem(&mut self, field: &'static str, error: TextError) {
        self.problems.push((field, self.texts.problems.text(error)));
    }

    /// An empty field is now.
    fn when(&mut self, field: &'static str, text: &str) -> Option<Moment> {
        if text.is_empty() {
            return None;
        }
        match clock::from_field(text) {
            Ok(moment) if moment.utc_ms() <= clock::now().utc_ms() => Some(moment),
            Ok(_) => {
                self.problems
                    .push((field, self.texts.problems.future.to_owned()));
                None
            }
            Err(_) => {
                self.problems
                    .push((field, self.texts.problems.date.to_owned()));
                None
            }
        }
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
