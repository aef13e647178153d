//! A made-up month, to see what Ebb shows once there is something to look at.
//!
//! It is the same for the same day and the same words, nobody lived it, and it is never stored:
//! the caller shows the journal and lets go of it. It ends the day before `now`, so that nothing in
//! it asks for anything. It names nobody to call and has no safety plan: those must always be the
//! person's own.

mod days;
#[cfg(test)]
mod tests;

use crate::journal::{DeviceId, RecordId, Stamp};
use crate::log::{Action, Entry, Journal};
use crate::time::{DayBoundary, LocalDay, Moment};

/// Days in the month.
pub const DAYS: i32 = 28;
const SEED: u64 = 0x0eb0_5ea5_1dea_77ed;
const MINUTE_MS: i64 = 60_000;
const DAY_MS: i64 = 24 * 60 * MINUTE_MS;

/// What the made-up person wrote, in one language.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// What went through their mind in a craving.
    pub thoughts: [&'static str; 4],
    /// What they noted at the end of a day.
    pub notes: [&'static str; 5],
    /// Their group.
    pub group: &'static str,
    /// What they took away from it.
    pub takeaways: [&'static str; 3],
    /// Their goals: what for, a step that is done, a step that is not.
    pub goals: [[&'static str; 3]; 2],
    /// Something to bring up.
    pub bring: &'static str,
    /// What happened on the day of the slip.
    pub slip: &'static str,
    /// What they planned for the day after it.
    pub after_slip: &'static str,
}

/// The month before `now`.
#[must_use]
pub fn month(now: Moment, boundary: DayBoundary, words: &Words) -> Journal {
    let mut story = Story {
        journal: Journal::default(),
        last: today(now).plus(-1),
        now,
        boundary,
        words,
        random: SEED,
        drawn: 0,
    };
    story.tell();
    story.journal
}

/// Today by the calendar on the wall: the story keeps away from the hours in which days end.
fn today(now: Moment) -> LocalDay {
    // A boundary at midnight cannot be refused.
    now.local_day(DayBoundary::new(0).unwrap_or_default())
}

/// The month while it is being made up.
struct Story<'a> {
    journal: Journal,
    last: LocalDay,
    now: Moment,
    boundary: DayBoundary,
    words: &'a Words,
    random: u64,
    drawn: u128,
}

impl Story<'_> {
    /// A number below `most`, which is not 0.
    fn below(&mut self, most: usize) -> usize {
        // Marsaglia's xorshift: enough for a story.
        self.random ^= self.random << 13;
        self.random ^= self.random >> 7;
        self.random ^= self.random << 17;
        usize::try_from(self.random % u64::try_from(most).unwrap_or(1)).unwrap_or(0)
    }

    fn chance(&mut self, of_ten: usize) -> bool {
        self.below(10) < of_ten
    }

    fn between(&mut self, low: u8, high: u8) -> u8 {
        let width = usize::from(high.saturating_sub(low)) + 1;
        low + u8::try_from(self.below(width)).unwrap_or(0)
    }

    fn one_of<T: Copy>(&mut self, first: T, list: &[T]) -> T {
        let place = self.below(list.len() + 1);
        place
            .checked_sub(1)
            .and_then(|place| list.get(place))
            .copied()
            .unwrap_or(first)
    }

    /// The calendar day, 0 for the first of the month.
    fn day(&self, day: i32) -> LocalDay {
        self.last.plus(day + 1 - DAYS)
    }

    fn at(&self, day: i32, minutes: i64) -> Option<Moment> {
        let back = today(self.now).days_since(self.day(day));
        let offset = self.now.offset_minutes();
        let local = self.now.utc_ms() + i64::from(offset) * MINUTE_MS;
        let midnight = local - local.rem_euclid(DAY_MS);
        let wall = midnight - back * DAY_MS + minutes * MINUTE_MS;
        Moment::new(wall - i64::from(offset) * MINUTE_MS, offset).ok()
    }

    /// Writes an entry at so many minutes of a day. One that cannot be, as before the year 1970,
    /// is left out.
    fn log(&mut self, day: i32, minutes: i64, entry: Entry) -> Option<RecordId> {
        let now = self.at(day, minutes)?;
        let drawn = &mut self.drawn;
        let mut stamp = Stamp {
            now,
            device: DeviceId::new(0),
            boundary: self.boundary,
            random: &mut || {
                *drawn += 1;
                *drawn
            },
        };
        let action = Action::Log {
            entry,
            happened_at: None,
        };
        let records = self.journal.prepare(&action, &mut stamp).ok()?;
        let root = records.first()?.id;
        for record in records {
            self.journal.absorb(record);
        }
        Some(root)
    }
}
