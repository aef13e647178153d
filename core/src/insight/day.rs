//! What is known about one day.

use super::spread::Spread;
use crate::log::Entry;
use crate::rating::Rating;
use crate::time::LocalDay;

/// One day, and whether it can say anything at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Day {
    /// Before the first day on which anything was logged. Not a day the person failed to log.
    BeforeStart,
    /// Past, and nothing was logged. It is not known how it was.
    Missing,
    /// Today with nothing logged so far, or still to come.
    NotYet,
    /// Something was logged.
    Logged(Logged),
}

impl Day {
    /// What was logged, if anything.
    #[must_use]
    pub const fn logged(&self) -> Option<&Logged> {
        match self {
            Self::Logged(logged) => Some(logged),
            _ => None,
        }
    }

    pub(super) fn of(
        logged: Option<Logged>,
        day: LocalDay,
        start: Option<LocalDay>,
        today: LocalDay,
    ) -> Self {
        match logged {
            Some(logged) => Self::Logged(logged),
            None if day >= today => Self::NotYet,
            None if start.is_none_or(|start| day < start) => Self::BeforeStart,
            None => Self::Missing,
        }
    }
}

/// What was logged on a day with at least one craving, check-in, slip or exercise. Somebody added
/// to the people to turn to says nothing about a day, so it does not make one a logged day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Logged {
    /// The cravings. None of them on a logged day means *none was logged*.
    pub cravings: Spread,
    /// Check-ins.
    pub check_ins: usize,
    /// Slips. They are noted and change nothing else.
    pub slips: usize,
    /// Exercises.
    pub practices: usize,
    /// Craving as it was rated elsewhere: in check-ins (*now* and *strongest*) and before and
    /// after exercises.
    pub reported: Spread,
}

impl Logged {
    /// The strongest craving known of, logged or rated elsewhere. `None` when nothing says
    /// anything: then it is not known, and not 0.
    #[must_use]
    pub fn strongest(&self) -> Option<Rating> {
        self.cravings.strongest().max(self.reported.strongest())
    }

    /// What one entry says about its day; `None` when it is not about a day.
    pub(super) fn by(entry: &Entry) -> Option<Self> {
        let mut logged = Self::default();
        match entry {
            Entry::Craving(craving) => logged.cravings.add(craving.intensity),
            Entry::CheckIn(check_in) => {
                logged.check_ins = 1;
                logged.report([check_in.craving_now, check_in.craving_strongest]);
            }
            Entry::Slip(_) => logged.slips = 1,
            Entry::Practice(practice) => {
                logged.practices = 1;
                logged.report([practice.before, practice.after]);
            }
            // What is planned or filled in says nothing about how a day was lived.
            _ => return None,
        }
        Some(logged)
    }

    fn report(&mut self, ratings: [Option<Rating>; 2]) {
        for rating in ratings.into_iter().flatten() {
            self.reported.add(rating);
        }
    }

    pub(super) fn merge(&mut self, other: &Self) {
        self.cravings.merge(&other.cravings);
        self.check_ins += other.check_ins;
        self.slips += other.slips;
        self.practices += other.practices;
        self.reported.merge(&other.reported);
    }
}
