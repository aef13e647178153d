//! The form of a lesson: what a person takes from it.

use ebb_core::log::{Entry, LessonRead};
use ebb_core::time::Moment;
use serde::{Deserialize, Serialize};

use super::{Form, Problems, Reader};
use crate::i18n::{Texts, more};

/// What a person takes from a lesson, as it is being written.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LessonForm {
    /// The lesson; set when it is saved.
    pub lesson: String,
    pub takeaway: String,
}

impl Form for LessonForm {
    fn read(&self, texts: &'static Texts) -> Result<(Entry, Option<Moment>), Problems> {
        let mut reader = Reader::new(texts);
        let takeaway = reader.note("takeaway", &self.takeaway);
        if takeaway.is_none() && reader.problems.is_empty() {
            let words = more().lessons.takeaway_blank.to_owned();
            reader.problems.push(("takeaway", words));
        }
        let lesson = self.lesson.clone();
        reader.done((Entry::LessonRead(LessonRead { lesson, takeaway }), None))
    }

    fn when(&self) -> &'static str {
        ""
    }
}
