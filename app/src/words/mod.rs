//! What chooses words: for days and times, for entries, for what went wrong. The words themselves
//! are in `i18n`.

mod dates;
mod entry;
mod keys;
mod problems;

pub use dates::{
    clock_words, date_words, day_of_month, day_short, day_words, hour_words, moment_words,
    month_words, time_words, weekday_short, weekdays, weekly,
};
pub use entry::{
    TAKEN, dose_words, exercise_title, kind_words, lesson_lines, practice_lines,
    questionnaire_lines,
};
pub use keys::key_of;
pub use problems::{no_backup, not_saved, not_unlocked, problem, refused, told, wrong};
