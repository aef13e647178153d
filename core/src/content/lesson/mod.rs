//! Lessons: two to four minutes of reading, a small check of understanding that is no test, and
//! the exercise that belongs to it. All of it is data.

mod check;
mod model;

pub use model::{Choice, Lesson, Question, Section, sort};

#[cfg(test)]
mod tests;
