//! What the first screen asks.

use serde::{Deserialize, Serialize};

use crate::journal::RecordId;
use crate::log::{CravingOutcome, Entry, Journal, asked_at, course, waiting_rerating};
use crate::rating::Rating;
use crate::time::{LocalDay, Moment};

/// What was logged on a day, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DayTally {
    /// Cravings.
    pub cravings: usize,
    /// Check-ins.
    pub checkins: usize,
    /// Exercises.
    pub practices: usize,
    /// Everything else that was written: a slip, a questionnaire, a plan.
    pub others: usize,
}

impl DayTally {
    /// The numbers of a day.
    #[must_use]
    pub fn of(journal: &Journal, day: LocalDay) -> Self {
        let mut tally = Self::default();
        for (_, record) in journal.entries_between(day, day) {
            match record.entry {
                Entry::Craving(_) => tally.cravings += 1,
                Entry::CheckIn(_) => tally.checkins += 1,
                Entry::Practice(_) => tally.practices += 1,
                _ => tally.others += 1,
            }
        }
        tally
    }
}

/// A craving that is asked about again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct OpenCraving {
    /// Its root.
    pub root: RecordId,
    /// When it was.
    pub at: Moment,
    /// How strong it was when it was rated last.
    pub intensity: Rating,
    /// When that was.
    pub rated_at: Moment,
    /// The asked times that were answered.
    answered: Vec<u16>,
}

impl OpenCraving {
    /// How long a craving is asked about, in minutes.
    const MINUTES: u32 = 60;

    /// Whether it is recent enough to be asked about.
    #[must_use]
    pub fn is_open(&self, now: Moment) -> bool {
        now.minutes_since(self.at) <= Self::MINUTES
    }

    /// The asked time that has come and was not answered, in minutes after the craving.
    #[must_use]
    pub fn asked(&self, now: Moment) -> Option<u16> {
        waiting_rerating(now.minutes_since(self.at), &self.answered)
    }

    /// A craving as it is asked about, whenever it was; `None` when there is no such craving, or
    /// when it is over.
    #[must_use]
    pub fn of(journal: &Journal, root: RecordId) -> Option<Self> {
        let record = journal.get(root)?;
        match &record.entry {
            Entry::Craving(craving) if !craving.outcome.is_some_and(CravingOutcome::is_over) => {}
            _ => return None,
        }
        let course = course(journal, root);
        let last = course.last()?;
        Some(Self {
            root,
            at: record.happened_at,
            intensity: last.intensity,
            rated_at: last.at,
            answered: course.iter().map(|point| asked_at(point.minutes)).collect(),
        })
    }
}

/// The newest craving of the last hour, unless it is over.
#[must_use]
pub fn open_craving(journal: &Journal, now: Moment) -> Option<OpenCraving> {
    let mut newest = journal
        .entries()
        .rev()
        .take_while(|(_, record)| now.minutes_since(record.happened_at) <= 24 * 60)
        .filter(|(_, record)| matches!(record.entry, Entry::Craving(_)));
    let (root, _) = newest.next()?;
    OpenCraving::of(journal, root).filter(|craving| craving.is_open(now))
}
