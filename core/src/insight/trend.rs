//! Check-in answers day by day, and whether the second half of a span differs from the first.

use super::finding::Finding;
use super::real;
use crate::checkin::CheckIn;
use crate::rating::Rating;

/// Days with an answer that each half of a span needs before the halves are compared. Ebb's own
/// rule, not a clinical number.
pub const DAYS_PER_HALF: usize = 3;

/// A difference of means below this counts as level: half a point of the 0-10 scale, or half a
/// craving a day. Ebb's own rule, not a clinical number.
pub const LEVEL_BELOW: f64 = 0.5;

/// An item of the check-in that is rated 0 to 10.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Item {
    /// Mood, higher is better.
    Mood,
    /// Stress, higher is more.
    Stress,
    /// Last night's sleep, higher is better.
    Sleep,
    /// Energy, higher is more.
    Energy,
    /// Craving when checking in, higher is stronger.
    CravingNow,
    /// Strongest craving of the day, higher is stronger.
    CravingStrongest,
    /// Attention to the present moment, higher is more.
    Presence,
}

impl Item {
    /// All items, in the order in which they are asked.
    pub const ALL: [Self; 7] = [
        Self::Mood,
        Self::Stress,
        Self::Sleep,
        Self::Energy,
        Self::CravingNow,
        Self::CravingStrongest,
        Self::Presence,
    ];

    /// The answer in a check-in; `None` when it was skipped.
    #[must_use]
    pub const fn answer(self, check_in: &CheckIn) -> Option<Rating> {
        match self {
            Self::Mood => check_in.mood,
            Self::Stress => check_in.stress,
            Self::Sleep => check_in.sleep,
            Self::Energy => check_in.energy,
            Self::CravingNow => check_in.craving_now,
            Self::CravingStrongest => check_in.craving_strongest,
            Self::Presence => check_in.presence,
        }
    }
}

/// One item over the days of a span.
#[derive(Clone, Debug, PartialEq)]
pub struct Trend {
    /// The item.
    pub item: Item,
    /// For each day of the span the mean of that day's answers, 0 to 10, or `None` without one.
    pub days: Vec<Option<f64>>,
}

impl Trend {
    /// Days with an answer.
    #[must_use]
    pub fn n(&self) -> usize {
        self.days.iter().flatten().count()
    }

    /// The second half of the span beside the first: see [`halves`].
    #[must_use]
    pub fn halves(&self) -> Finding<Halves> {
        halves(&self.days)
    }
}

/// One half of a span.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Half {
    /// Days with a value.
    pub n: usize,
    /// The mean of those days; every day weighs the same.
    pub mean: f64,
}

/// The two halves of a span.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Halves {
    /// The earlier half.
    pub first: Half,
    /// The later half.
    pub second: Half,
}

/// Where something is heading. Whether that is good depends on what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// The later half is higher by [`LEVEL_BELOW`] or more.
    Rising,
    /// The later half is lower by [`LEVEL_BELOW`] or more.
    Falling,
    /// Neither.
    Level,
}

impl Halves {
    /// The later mean minus the earlier.
    #[must_use]
    pub fn change(&self) -> f64 {
        self.second.mean - self.first.mean
    }

    /// Where it is heading.
    #[must_use]
    pub fn direction(&self) -> Direction {
        let change = self.change();
        if change >= LEVEL_BELOW {
            Direction::Rising
        } else if change <= -LEVEL_BELOW {
            Direction::Falling
        } else {
            Direction::Level
        }
    }
}

/// Compares the later half of daily values with the earlier; of an odd number of days the middle
/// one belongs to the later half. Not enough yet when either half has fewer than
/// [`DAYS_PER_HALF`] values: then `n` is that of the poorer half.
#[must_use]
pub fn halves(days: &[Option<f64>]) -> Finding<Halves> {
    let (first, second) = days.split_at(days.len() / 2);
    let (first, second) = (half(first), half(second));
    let n = first.n.min(second.n);
    if n < DAYS_PER_HALF {
        return Finding::NotEnoughYet {
            n,
            needed: DAYS_PER_HALF,
        };
    }
    Finding::Found(Halves { first, second })
}

fn half(days: &[Option<f64>]) -> Half {
    let n = days.iter().flatten().count();
    let sum: f64 = days.iter().flatten().sum();
    Half {
        n,
        mean: sum / real(n.max(1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_days_in_one_half_are_not_enough_however_many_the_other_has() {
        let days = [
            Some(1.0),
            Some(2.0),
            None,
            None,
            Some(5.0),
            Some(5.0),
            Some(5.0),
            Some(5.0),
        ];
        assert_eq!(halves(&days), Finding::NotEnoughYet { n: 2, needed: 3 });
        assert_eq!(halves(&[]), Finding::NotEnoughYet { n: 0, needed: 3 });
    }

    #[test]
    fn three_days_in_each_half_of_a_week_are_compared() {
        let days = [6.0, 6.0, 9.0, 2.0, 3.0, 4.0, 3.0].map(Some);
        let Finding::Found(found) = halves(&days) else {
            panic!("three and four days are enough");
        };
        assert_eq!((found.first.n, found.second.n), (3, 4));
        assert!((found.change() - (3.0 - 7.0)).abs() < 1e-9);
        assert_eq!(found.direction(), Direction::Falling);
    }

    #[test]
    fn a_gap_is_not_a_zero() {
        let days = [
            Some(8.0),
            Some(8.0),
            Some(8.0),
            None,
            None,
            Some(8.0),
            Some(8.0),
            Some(8.0),
        ];
        let found = halves(&days);
        assert_eq!(found.found().map(Halves::direction), Some(Direction::Level));
    }
}
