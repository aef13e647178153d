//! Reminders: all of them, and those whose time has come.

use super::{Written, every};
use crate::journal::RecordId;
use crate::log::{Journal, Reminder};
use crate::time::{DayBoundary, LocalDay, Moment, WallTime};

const MINUTE_MS: i64 = 60_000;
const DAY_MS: i64 = 24 * 60 * MINUTE_MS;
/// For how many minutes after its time a reminder is still shown. Ebb's own choice: long enough for
/// timers that a browser holds back, too short for a reminder of something that is over.
pub const LATE_REMINDER_MINUTES: u16 = 15;

/// A reminder whose time has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct DueReminder<'a> {
    /// The entry.
    pub root: RecordId,
    /// Its time.
    pub at: Moment,
    /// The reminder.
    pub reminder: &'a Reminder,
}

/// Every reminder, oldest first.
#[must_use]
pub fn reminders(journal: &Journal) -> impl DoubleEndedIterator<Item = Written<'_, Reminder>> {
    every::<Reminder>(journal)
}

/// The reminders whose time came after `looked`, and is not later than `now`: whoever looks again and
/// again, each time from where they looked last, is told each time of a reminder once. A time that is
/// more than [`LATE_REMINDER_MINUTES`] ago, as when a phone slept, is not told any more.
///
/// The times are those of the calendar file (`export::ics::reminders`), by the clock wherever the
/// person is. `offset_at` gives the offset of that clock in minutes east of UTC, at an instant in
/// milliseconds since 1970 UTC.
#[must_use]
pub fn due_reminders<'a>(
    journal: &'a Journal,
    looked: Moment,
    now: Moment,
    offset_at: &dyn Fn(i64) -> i16,
) -> Vec<DueReminder<'a>> {
    let today = now.local_day(DayBoundary::new(0).unwrap_or_default());
    let earliest = now.utc_ms() - i64::from(LATE_REMINDER_MINUTES) * MINUTE_MS;
    let is_due = |at: &Moment| {
        let ms = at.utc_ms();
        looked.utc_ms() < ms && earliest <= ms && ms <= now.utc_ms()
    };
    let mut due = Vec::new();
    for (root, _, reminder) in reminders(journal) {
        // Its time may have been just before midnight, and a change of the clocks may move it there.
        let days = (-1..=1).map(|days| today.plus(days));
        let days = days.filter(|day| reminder.rings_on(*day));
        let times = days.filter_map(|day| shown_at(day, reminder.at, offset_at));
        due.extend(
            times
                .filter(is_due)
                .map(|at| DueReminder { root, at, reminder }),
        );
    }
    due
}

/// When the clock shows a date and time: the first time, if it shows it twice. A time that it skips
/// comes as if it had not been put forward yet (RFC 5545, 3.3.5).
fn shown_at(day: LocalDay, at: WallTime, offset_at: &dyn Fn(i64) -> i16) -> Option<Moment> {
    let midnight = day.date().and_time(chrono::NaiveTime::MIN).and_utc();
    let shown = midnight.timestamp_millis() + i64::from(at.minutes()) * MINUTE_MS;
    let with = |offset: i16| shown - i64::from(offset) * MINUTE_MS;
    // By the clock of the day before, which knows nothing of a change since.
    let before = with(offset_at(shown - DAY_MS));
    let offset = offset_at(before);
    let after = with(offset);
    let ms = if offset_at(after) == offset {
        after
    } else {
        before
    };
    Moment::new(ms, offset_at(ms)).ok()
}
