//! Lessons: which there are, and reading one.

mod lesson;
mod list;

pub use lesson::LessonPage;
pub use list::LessonsPage;
