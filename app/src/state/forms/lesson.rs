//! The form of a lesson: what a person takes from it.

use ebb_core::log::{Entry, LessonRead};
use serde::{Deserialize, Serialize};

use super::{Form, Parsed, Problem, Reader};

/// What a person takes from a lesson, as it is being written.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LessonForm {
    /// The lesson; set when it is saved.
    pub lesson: String,
    pub takeaway: String,
}

impl Form for LessonForm {
    fn parse(&self) -> Parsed {
        let mut reader = Reader::default();
        let takeaway = reader.note("takeaway", &self.takeaway);
        if takeaway.is_none() && reader.problems.is_empty() {
            reader.problems.push(("takeaway", Problem::NoTakeaway));
        }
        let lesson = self.lesson.clone();
        reader.done((Entry::LessonRead(LessonRead { lesson, takeaway }), None))
    }
}
