//! That a lesson was read.

use serde::{Deserialize, Serialize};

use crate::text::Note;

/// A lesson that was read. How the check went is not kept: it is no test.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LessonRead {
    /// The lesson.
    pub lesson: String,
    /// What the person takes from it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub takeaway: Option<Note>,
}
