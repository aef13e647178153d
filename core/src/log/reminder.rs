//! Reminders. A page that is closed cannot ring, so the person's own calendar does: Ebb writes the
//! file (`export::ics`) and keeps what is in it, to change it or take it out again. An evening
//! reminder was followed by an opening within the hour 3.5 times as often as none (95 % interval
//! 2.91 to 4.25; doi 10.2196/38342).

use serde::{Deserialize, Serialize};

use crate::journal::RecordId;
use crate::text::{Note, Tag};
use crate::time::{LocalDay, WallTime};

/// What a reminder is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReminderFor {
    /// A check-in.
    CheckIn,
    /// A questionnaire.
    Questionnaire,
    /// Medication for recovery.
    Medicine,
    /// An exercise.
    Exercise,
    /// A group or meeting.
    Group,
    /// An hour in which cravings come.
    HardHour,
    /// Anything else.
    Other,
}

/// A reminder that comes again every week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reminder {
    /// What it is for.
    pub of: ReminderFor,
    /// Which one: the name of an exercise or a questionnaire as a suggestion, else own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Tag>,
    /// Days of the week, 0 for Monday to 6 for Sunday.
    pub weekdays: Vec<u8>,
    /// When it rings, by the clock wherever the person is.
    pub at: WallTime,
    /// The first date it can ring on.
    pub first: LocalDay,
    /// What the calendar says; without it neutral words, since others see calendars.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub says: Option<Note>,
    /// Whether it rings no more; kept until the calendar has been told.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub stopped: bool,
}

impl Reminder {
    /// The first date it rings on; `None` when it has no weekday.
    #[must_use]
    pub fn first_date(&self) -> Option<LocalDay> {
        let mut week = (0..7).map(|n| self.first.plus(n));
        week.find(|day| self.weekdays.contains(&day.weekday()))
    }

    /// Whether it rings on a date.
    #[must_use]
    pub fn rings_on(&self, day: LocalDay) -> bool {
        !self.stopped && self.first <= day && self.weekdays.contains(&day.weekday())
    }

    /// Which version of it a calendar has before it (RFC 5545, 3.8.7.4): 0 for the first, and higher
    /// for every later one. `root` and `newest` are its first and its newest record. In seconds
    /// between them, so that nothing has to be counted; a version replaces one that is a second
    /// older or more.
    #[must_use]
    pub fn sequence(root: RecordId, newest: RecordId) -> u32 {
        let ms = newest.time_ms().saturating_sub(root.time_ms());
        let later = u64::from(root != newest);
        u32::try_from(ms / 1000 + later).map_or(0x7fff_ffff, |sequence| sequence.min(0x7fff_ffff))
    }
}
