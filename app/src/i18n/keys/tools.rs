//! Reminders, if-then plans and finding: screens that come last.

use ebb_core::import::{Column, ImportError};
use ebb_core::log::ReminderFor;

use super::{Asked, Text};
use crate::platform::sound::RecordingError;

/// The texts of these screens, apart from [`More`](super::More), so that nothing else brings them.
pub struct Tools {
    pub reminders: Reminders,
    pub if_then: IfThenTexts,
    pub trial: TrialTexts,
    pub find: Find,
    pub import: ImportTexts,
    pub harder: Harder,
    pub day: DayTexts,
    pub reduction: ReductionTexts,
    pub meetings: Meetings,
    pub keepsakes: Keepsakes,
}

pub struct Reminders {
    pub title: Text,
    pub lead: Text,
    pub none: Text,
    pub add: Text,
    /// What one can be for; the name of a hard hour, a group, an exercise.
    pub of: fn(ReminderFor) -> Text,
    pub named: fn(&str, &str) -> String,
    pub hard_hour: fn(&str, usize) -> String,
    pub what: Text,
    pub days: Text,
    pub no_days: Text,
    pub every_day: Text,
    pub at: Text,
    pub no_time: Text,
    pub says: Text,
    pub says_hint: fn(&str) -> String,
    /// What the calendar shows unless the person writes something else.
    pub neutral: Text,
    pub save: Text,
    pub saved: Text,
    pub not_handed: Text,
    pub again: Text,
    pub all: Text,
    pub change: Text,
    pub stop: Text,
    pub stopped: Text,
    pub take_out: Text,
    pub how: Text,
    pub how_words: [Text; 4],
    pub more_there_are: fn(usize, usize) -> String,
    pub file: Text,
    pub here: NotificationTexts,
}

/// Reminders as notifications while Ebb is open.
pub struct NotificationTexts {
    pub title: Text,
    pub tick: Text,
    pub asking: Text,
    pub when: Text,
    pub shows: fn(&str) -> String,
    pub refused: Text,
    pub blocked: Text,
    pub unsupported: Text,
    pub withdrawn: Text,
}

pub struct IfThenTexts {
    pub title: Text,
    pub lead: Text,
    pub none: Text,
    pub add: Text,
    pub when: Text,
    pub when_hint: Text,
    pub triggers: Text,
    pub hours: Text,
    pub places: Text,
    pub company: Text,
    pub then: Text,
    pub exercises: Text,
    pub call: Text,
    pub go: Text,
    pub words: Text,
    pub needs_both: Text,
    pub save: Text,
    pub uses: fn(usize) -> String,
    pub weaker: fn(usize, usize) -> String,
    pub note: Text,
}

/// Coin-flip trials. Exercises are named by their titles, differences in points.
pub struct TrialTexts {
    pub title: Text,
    pub lead: [Text; 3],
    pub new: Text,
    pub first: Text,
    pub second: Text,
    pub cravings: Text,
    pub cravings_hint: Text,
    pub start: Text,
    pub needs_both: Text,
    pub same: Text,
    pub runs: Text,
    pub two: fn(&str, &str) -> String,
    pub so_far: fn(usize, u8) -> String,
    pub how: Text,
    pub stop: Text,
    pub stop_question: Text,
    pub stop_detail: Text,
    pub stop_no: Text,
    pub past: Text,
    pub last_hour: Text,
    /// Outcomes of each side, and how many each takes.
    pub too_few: fn([&str; 2], (usize, usize), usize) -> String,
    pub too_early: fn(&str) -> String,
    /// The exercise that did more, the other one, and by how much.
    pub more: fn(&str, &str, &str) -> String,
    pub no_more: Text,
    /// One end of the interval: so much in favor of an exercise.
    pub favors: fn(&str, &str) -> String,
    pub no_difference: Text,
    pub between: fn(&str, &str) -> String,
    pub rests_on: fn([&str; 2], (usize, usize)) -> String,
    pub note: Text,
    /// After a craving was saved.
    pub pick: Text,
    pub pick_hint: Text,
    pub picked: fn(&str) -> String,
    pub begin: fn(&str) -> String,
    pub or_not: Text,
    /// What a draw is called in lists.
    pub draw: Text,
}

pub struct Find {
    pub title: Text,
    pub words: Text,
    pub kind: Text,
    pub any_kind: Text,
    pub first: Text,
    pub last: Text,
    pub least: Text,
    pub any_strength: Text,
    pub search: Text,
    pub found: fn(usize) -> String,
    pub none: Text,
    pub more: Text,
    pub back: Text,
}

pub struct ImportTexts {
    pub title: Text,
    pub lead: Text,
    pub file: Text,
    pub problem: fn(ImportError) -> Text,
    pub columns: Text,
    pub columns_words: Text,
    pub column: fn(Column) -> Text,
    pub preview: Text,
    pub no_day: Text,
    pub would: fn(usize) -> String,
    pub days: fn(&str, &str) -> String,
    pub already: fn(usize) -> String,
    pub left_out: fn(usize) -> String,
    pub bring: Text,
    pub done: fn(usize) -> String,
    pub taken_back: Text,
}

/// Evenings that were hard, and what told of them beforehand.
pub struct Harder {
    pub title: Text,
    /// How many were marked, how many of these were hard, of a hundred from and to, and of all.
    pub told: fn(usize, usize, [u8; 3]) -> String,
    pub today: Text,
    pub not_today: Text,
    pub what: Text,
}

/// A day with an intention and an evening.
pub struct DayTexts {
    pub title: Text,
    pub lead: Text,
    pub whole: Asked<6>,
    /// Title and lead of each half.
    pub morning: [Text; 2],
    pub evening: [Text; 2],
    pub no_morning: Text,
    pub no_evening: Text,
    pub set: Text,
    pub look_back: Text,
    pub change: Text,
}

/// The plan for using less.
pub struct ReductionTexts {
    pub plan: Asked<5>,
    pub caution: Text,
    /// From a day on: units with their name, days.
    pub step: fn(&str, &[String]) -> String,
    pub units: fn(u32, &str) -> String,
    pub days: fn(usize) -> String,
    /// From a day on.
    pub no_limits: fn(&str) -> String,
    pub noted: Text,
    pub none_noted: Text,
    /// The last of seven days.
    pub span: fn(&str) -> String,
    /// What was noted: units with their name, days with use, days noted.
    pub told: fn(&str, &str, usize) -> String,
    pub planned: fn(&str) -> String,
    pub note_today: Text,
}

/// Meetings of one's own, and handing the list on.
pub struct Meetings {
    pub title: Text,
    pub lead: Text,
    pub none: Text,
    pub add: Text,
    pub next: fn(&str) -> String,
    pub way: Text,
    pub hand_on: Text,
    pub hand_on_words: Text,
    pub save: Text,
    pub saved: Text,
    pub not_saved: Text,
    pub take_in: Text,
    pub take_in_words: Text,
    pub file: Text,
    pub not_a_list: Text,
    pub already: fn(usize) -> String,
    pub left_out: fn(usize) -> String,
    pub bring: Text,
    pub nothing_new: Text,
    pub done: fn(usize) -> String,
    pub taken_back: Text,
}

/// Things to live for.
pub struct Keepsakes {
    pub title: Text,
    pub lead: Text,
    pub none: Text,
    pub full: fn(usize) -> String,
    pub add: Text,
    pub add_words: Text,
    pub file: Text,
    pub chosen: Text,
    pub line: Text,
    pub keep: Text,
    pub needs_one: Text,
    pub too_large: Text,
    pub unreadable: Text,
    pub after_craving: Text,
    pub in_help: Text,
    /// What one of them is called in a list of what a share holds.
    pub picture: Text,
    pub recording: Text,
    /// To whom they belong, and to whoever they are shared with.
    pub mine: KeepsakeWords,
    pub shared: KeepsakeWords,
    pub message: MessageTexts,
}

/// A picture without a line, and the button that plays a message.
pub struct KeepsakeWords {
    pub picture: Text,
    pub play: Text,
}

/// Recording a message to oneself.
pub struct MessageTexts {
    pub title: Text,
    pub words: Text,
    pub record: Text,
    pub asking: Text,
    pub recording: Text,
    /// How long it is, of how long it can be.
    pub time: fn(&str, &str) -> String,
    pub cancel: Text,
    pub recorded: Text,
    pub full_length: Text,
    pub line: Text,
    pub keep: Text,
    pub again: Text,
    pub full: fn(usize) -> String,
    pub unsupported: Text,
    pub problem: fn(RecordingError) -> Text,
    pub not_played: Text,
    pub after_craving: Text,
    pub in_help: Text,
}
