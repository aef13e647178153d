//! What the first screen asks.

use serde::{Deserialize, Serialize};

use crate::journal::RecordId;
use crate::log::{Entry, Journal, Record, waiting_rerating};
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
                _ => {}
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
    /// How strong it was.
    pub intensity: Rating,
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

    /// Whether an asked time has come and was not answered.
    #[must_use]
    pub fn is_asked(&self, now: Moment) -> bool {
        waiting_rerating(now.minutes_since(self.at), &self.answered).is_some()
    }
}

/// The newest craving of the last hour.
#[must_use]
pub fn open_craving(journal: &Journal, now: Moment) -> Option<OpenCraving> {
    journal
        .entries()
        .rev()
        .take_while(|(_, record)| now.minutes_since(record.happened_at) <= 24 * 60)
        .filter_map(|(root, record)| match &record.entry {
            Entry::Craving(craving) => Some(OpenCraving {
                root,
                at: record.happened_at,
                intensity: craving.intensity,
                answered: answered(journal, root),
            }),
            _ => None,
        })
        .find(|craving| craving.is_open(now))
}

/// The asked times that were answered.
#[must_use]
pub fn answered(journal: &Journal, craving: RecordId) -> Vec<u16> {
    let ratings = journal.children(craving);
    ratings
        .map(|(_, record)| match &record.entry {
            Entry::Rerating(rerating) => rerating.asked_at,
            _ => 0,
        })
        .collect()
}

/// Later ratings of a craving, oldest first.
pub fn ratings(journal: &Journal, craving: RecordId) -> impl Iterator<Item = (&Record, Rating)> {
    journal
        .children(craving)
        .filter_map(|(_, record)| match &record.entry {
            Entry::Rerating(rerating) => Some((record, rerating.intensity)),
            _ => None,
        })
}
