//! How ratings lie: how many, their mean, the weakest and the strongest.

use super::real;
use crate::rating::Rating;

/// A summary of ratings, 0 to 10. Without ratings it has no mean, no weakest and no strongest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spread {
    n: usize,
    sum: usize,
    ends: Option<(Rating, Rating)>,
}

impl Spread {
    /// Takes one more rating in.
    pub fn add(&mut self, rating: Rating) {
        self.n += 1;
        self.sum += usize::from(rating.get());
        self.ends = Some(self.ends.map_or((rating, rating), |(weakest, strongest)| {
            (weakest.min(rating), strongest.max(rating))
        }));
    }

    /// Takes in all that another summary holds.
    pub fn merge(&mut self, other: &Self) {
        self.n += other.n;
        self.sum += other.sum;
        self.ends = match (self.ends, other.ends) {
            (Some((a, b)), Some((c, d))) => Some((a.min(c), b.max(d))),
            (mine, theirs) => mine.or(theirs),
        };
    }

    /// How many ratings.
    #[must_use]
    pub const fn n(&self) -> usize {
        self.n
    }

    /// All of them together.
    #[cfg(feature = "share")]
    pub(crate) const fn sum(&self) -> usize {
        self.sum
    }

    /// Their mean, 0 to 10.
    #[must_use]
    pub fn mean(&self) -> Option<f64> {
        (self.n > 0).then(|| real(self.sum) / real(self.n))
    }

    /// The smallest.
    #[must_use]
    pub fn weakest(&self) -> Option<Rating> {
        self.ends.map(|(weakest, _)| weakest)
    }

    /// The greatest.
    #[must_use]
    pub fn strongest(&self) -> Option<Rating> {
        self.ends.map(|(_, strongest)| strongest)
    }
}

impl FromIterator<Rating> for Spread {
    fn from_iter<I: IntoIterator<Item = Rating>>(ratings: I) -> Self {
        let mut spread = Self::default();
        for rating in ratings {
            spread.add(rating);
        }
        spread
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spread(ratings: &[u8]) -> Spread {
        ratings
            .iter()
            .map(|rating| Rating::new(*rating).unwrap())
            .collect()
    }

    #[test]
    fn nothing_has_no_mean_and_a_zero_has_one() {
        assert_eq!(spread(&[]).mean(), None);
        assert_eq!(spread(&[]).strongest(), None);
        assert_eq!(spread(&[0]).mean(), Some(0.0));
        assert_eq!(spread(&[0]).strongest(), Some(Rating::MIN));
    }

    #[test]
    fn two_summaries_merge_into_the_summary_of_all() {
        let mut merged = spread(&[3, 9]);
        merged.merge(&spread(&[1, 4]));
        assert_eq!(merged, spread(&[3, 9, 1, 4]));
        assert_eq!(merged.mean(), Some(4.25));
        merged.merge(&spread(&[]));
        assert_eq!(merged.n(), 4);
        assert_eq!(merged.weakest().map(Rating::get), Some(1));
    }
}
