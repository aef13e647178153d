//! That a lesson was read.

use serde::Serialize;

use crate::journal::Journal;
use crate::journal::fields::readable;
use crate::text::Note;

/// A lesson that was read. How the check went is not kept: it is no test.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LessonRead {
    /// The lesson.
    pub lesson: String,
    /// What the person takes from it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub takeaway: Option<Note>,
}

readable!(LessonRead { lesson; takeaway });

/// The ids of the lessons that were read.
pub fn lessons_read(journal: &Journal) -> impl Iterator<Item = &str> {
    journal
        .all_of::<LessonRead>()
        .map(|(_, _, read)| read.lesson.as_str())
}
