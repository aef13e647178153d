//! The 0-10 scale that cravings, moods and exercises share.

use serde::{Deserialize, Serialize};

/// A self-rating from 0 to 10.
///
/// For a craving 0 means none and 10 the strongest ever felt. Ebb shows the change between two
/// ratings and never a verdict on one.
///
/// ```
/// use ebb_core::rating::Rating;
///
/// assert_eq!(Rating::new(7).map(Rating::get), Ok(7));
/// assert!(Rating::new(11).is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Rating(u8);

/// Why a number is not a rating.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a rating is a whole number from 0 to 10, not {0}")]
pub struct OutOfRange(pub u8);

impl Rating {
    /// No craving at all, or the lowest mood.
    pub const MIN: Self = Self(0);
    /// The strongest ever.
    pub const MAX: Self = Self(10);

    /// Takes a whole number from 0 to 10.
    ///
    /// # Errors
    /// [`OutOfRange`] for a number above 10.
    pub fn new(value: u8) -> Result<Self, OutOfRange> {
        if value <= Self::MAX.0 {
            Ok(Self(value))
        } else {
            Err(OutOfRange(value))
        }
    }

    /// The number, 0 to 10.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }

    /// All eleven ratings, from none to strongest.
    pub fn all() -> impl Iterator<Item = Self> {
        (Self::MIN.0..=Self::MAX.0).map(Self)
    }
}

impl TryFrom<u8> for Rating {
    type Error = OutOfRange;

    fn try_from(value: u8) -> Result<Self, OutOfRange> {
        Self::new(value)
    }
}

impl From<Rating> for u8 {
    fn from(rating: Rating) -> Self {
        rating.0
    }
}
