//! Lessons: two to four minutes of reading, a small check of understanding that is no test, and
//! the exercise that belongs to it. All of it is data.

mod check;
mod model;
mod read;

pub use model::{Choice, Lesson, Question, Section, sort};
pub use read::{LessonRead, lessons_read};

#[cfg(test)]
mod tests;
