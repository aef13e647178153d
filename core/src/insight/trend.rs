//! Check-in answers day by day, and whether the second half of a span differs from the first.

use super::chance::{Mean, difference, student};
use super::finding::Finding;
use super::thresholds::{CHECK_IN, DAYS_PER_HALF, STRETCH, Threshold};
use crate::log::CheckIn;
use crate::rating::Rating;

/// An item of the check-in that is rated 0 to 10.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CheckInItem {
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
    /// How sure of getting through tonight without using, higher is surer.
    Confidence,
    /// Attention to the present moment, higher is more.
    Presence,
}

impl CheckInItem {
    /// All items, in the order in which they are asked.
    pub const ALL: [Self; 8] = [
        Self::Mood,
        Self::Stress,
        Self::Sleep,
        Self::Energy,
        Self::CravingNow,
        Self::CravingStrongest,
        Self::Confidence,
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
            Self::Confidence => check_in.confidence,
            Self::Presence => check_in.presence,
        }
    }
}

/// One item over the days of a span.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Trend {
    /// The item.
    pub item: CheckInItem,
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
        halves(&self.days, CHECK_IN)
    }
}

/// One half of a span.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Half {
    /// Days with a value.
    pub n: usize,
    /// Their mean.
    pub mean: f64,
}

/// The two halves of a span.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Halves {
    /// The earlier half.
    pub first: Half,
    /// The later half.
    pub second: Half,
    /// The smallest change that would be told apart from chance, above 0, in the unit of the
    /// means: it follows from how many days there are and how much they vary.
    pub telling: f64,
}

/// Where something is heading. Whether that is good depends on what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrendDirection {
    /// The later half is higher, by more than chance brings.
    Rising,
    /// The later half is lower, by more than chance brings.
    Falling,
    /// Neither can be said. That is not the same as steady.
    Unclear,
}

impl Halves {
    /// The later mean minus the earlier.
    #[must_use]
    pub fn change(&self) -> f64 {
        self.second.mean - self.first.mean
    }

    /// Where it is heading.
    #[must_use]
    pub fn direction(&self) -> TrendDirection {
        let change = self.change();
        if change >= self.telling {
            TrendDirection::Rising
        } else if change <= -self.telling {
            TrendDirection::Falling
        } else {
            TrendDirection::Unclear
        }
    }
}

impl Half {
    /// The mean of days that have a value.
    #[must_use]
    pub fn of(days: &[Option<f64>]) -> Self {
        Self::from(&Mean::of(days))
    }
}

impl From<&Mean> for Half {
    fn from(mean: &Mean) -> Self {
        Self {
            n: mean.n,
            mean: mean.value,
        }
    }
}

/// The earlier and the later half of the days from the first with a value to the last; of an odd
/// number the middle one belongs to the later half.
#[must_use]
pub fn in_halves<T>(days: &[Option<T>]) -> (&[Option<T>], &[Option<T>]) {
    let first = days.iter().position(Option::is_some).unwrap_or(0);
    let end = days
        .iter()
        .rposition(Option::is_some)
        .map_or(first, |last| last + 1);
    let days = days.get(first..end).unwrap_or_default();
    days.split_at(days.len() / 2)
}

/// Compares the [later half](in_halves) of daily values with the earlier; see [`compared`].
#[must_use]
pub fn halves(days: &[Option<f64>], bar: Threshold) -> Finding<Halves> {
    let (first, second) = in_halves(days);
    compared(first, second, bar)
}

/// Compares later daily values with earlier ones. Not enough yet when either stretch over fewer than
/// `STRETCH` days or have fewer than `DAYS_PER_HALF` values: then `n` is that of the poorer.
#[must_use]
pub fn compared(earlier: &[Option<f64>], later: &[Option<f64>], bar: Threshold) -> Finding<Halves> {
    beside(&Mean::of(earlier), &Mean::of(later), bar)
}

pub(super) fn beside(first: &Mean, second: &Mean, bar: Threshold) -> Finding<Halves> {
    let enough = [
        (first.days.min(second.days), STRETCH),
        (first.n.min(second.n), DAYS_PER_HALF),
    ];
    if let Some((n, needed)) = enough.into_iter().find(|(n, needed)| n < needed) {
        return Finding::NotEnoughYet { n, needed };
    }
    let (error, freedom) = difference(first, second);
    Finding::Found(Halves {
        first: Half::from(first),
        second: Half::from(second),
        telling: bar.least.max(student(bar.by_chance / 2.0, freedom) * error),
    })
}

#[cfg(test)]
mod tests {
    use super::super::thresholds::{COUNT, STRENGTH};
    use super::*;

    fn known(days: &[f64]) -> Vec<Option<f64>> {
        days.iter().copied().map(Some).collect()
    }

    fn found(days: &[Option<f64>], bar: Threshold) -> Halves {
        *halves(days, bar).found().unwrap()
    }

    #[test]
    fn six_days_in_one_half_are_not_enough_however_many_the_other_has() {
        let mut days = known(&[5.0; 28]);
        days[3..11].fill(None);
        let n = 6;
        assert_eq!(
            halves(&days, STRENGTH),
            Finding::NotEnoughYet { n, needed: 7 }
        );
        let nothing = Finding::NotEnoughYet { n: 0, needed: 13 };
        assert_eq!(halves(&[], STRENGTH), nothing);
        assert_eq!(halves(&[None; 30], STRENGTH), nothing);
    }

    #[test]
    fn three_full_weeks_are_not_enough_and_four_are() {
        let days = |n| halves(&known(&vec![5.0; n]), STRENGTH).found().is_some();
        assert!(!days(21) && days(28));
    }

    #[test]
    fn a_clear_fall_over_four_weeks_is_told() {
        let mut days = known(&[7.0, 8.0, 7.0, 6.0, 8.0, 7.0, 6.0].repeat(2));
        days.extend(known(&[3.0, 2.0, 4.0, 3.0, 2.0, 3.0, 4.0].repeat(2)));
        let found = found(&days, STRENGTH);
        assert_eq!((found.first.n, found.second.n), (14, 14));
        assert!((found.change() - -4.0).abs() < 1e-9);
        assert_eq!(found.direction(), TrendDirection::Falling);
    }

    #[test]
    fn a_fall_that_ups_and_downs_can_bring_is_not_told() {
        let mut days = known(&[9.0, 3.0, 8.0, 2.0, 9.0, 4.0, 7.0].repeat(2));
        days.extend(known(&[2.0, 8.0, 1.0, 6.0, 1.0, 7.0, 4.0].repeat(2)));
        let found = found(&days, STRENGTH);
        assert!(found.change() < -1.5);
        assert_eq!(found.direction(), TrendDirection::Unclear);
        assert!(found.telling > 2.0);
    }

    #[test]
    fn a_small_change_is_no_news_however_sure_it_is() {
        let mut days = known(&[6.0; 14]);
        days.extend(known(&[5.0; 14]));
        assert_eq!(found(&days, STRENGTH).direction(), TrendDirection::Unclear);
        assert_eq!(found(&days, COUNT).direction(), TrendDirection::Falling);
    }

    #[test]
    fn a_gap_is_not_a_zero_and_days_before_the_first_are_not_a_half() {
        let mut days = vec![None; 10];
        days.extend(known(&[8.0; 13]));
        days.push(None);
        days.extend(known(&[8.0; 13]));
        let found = found(&days, STRENGTH);
        assert_eq!((found.first.n, found.second.n), (13, 13));
        assert_eq!(found.direction(), TrendDirection::Unclear);
    }
}
