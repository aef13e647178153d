//! Coin-flip trials: which of two exercises helps this person more, found out by leaving the choice
//! between them to chance for as many cravings as the person agreed to.
//!
//! A trial never withholds anything. Nothing is drawn unless the person asks for it, whatever was
//! drawn may be left undone, and every other way, help now before all, stays where it is. What counts
//! is what was drawn and not what was done, so that doing something else spoils nothing.

use serde::{Deserialize, Serialize};

use super::{Craving, Entry, Journal};
use crate::journal::RecordId;
use crate::time::Moment;

/// A draw is offered for so many minutes from the craving on; the ratings from then on tell how it
/// went, so that none of them was given before the draw. Ebb asks again at 10.
pub const DRAWN_WITHIN_MINUTES: u32 = 10;

/// One trial.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trial {
    /// The id of one exercise.
    pub a: String,
    /// The id of the other.
    pub b: String,
    /// For how many cravings the person agreed to let chance decide.
    pub cravings: u8,
    /// Whether the person ended it before that.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub stopped: bool,
}

/// What chance picked for one craving. It belongs to the craving and disappears with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draw {
    /// The trial.
    pub trial: RecordId,
    /// The craving.
    pub craving: RecordId,
    /// The id of the exercise that was picked.
    pub exercise: String,
}

/// Why there is no such trial.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TrialError {
    /// Both exercises are the same.
    #[error("a trial compares two different exercises")]
    Same,
    /// Fewer or more cravings than a trial may have.
    #[error("a trial has {} to {} cravings", Trial::LEAST, Trial::MOST)]
    Cravings,
}

impl Trial {
    /// The fewest cravings: five of each side, before which nothing is said.
    pub const LEAST: u8 = 10;
    /// The most: months for most people. Ebb's own choice.
    pub const MOST: u8 = 60;
    /// How many are proposed: of a hundred people in whom two points are true, and who do what was
    /// picked, about sixty are told so (`tests/tests/trial.rs`).
    pub const USUAL: u8 = 20;

    /// A trial of two exercises, by their ids.
    ///
    /// # Errors
    /// [`TrialError`] when both are the same, or `cravings` is not [`LEAST`](Self::LEAST) to
    /// [`MOST`](Self::MOST).
    pub fn new(a: String, b: String, cravings: u8) -> Result<Self, TrialError> {
        if a == b {
            return Err(TrialError::Same);
        }
        if !(Self::LEAST..=Self::MOST).contains(&cravings) {
            return Err(TrialError::Cravings);
        }
        Ok(Self {
            a,
            b,
            cravings,
            stopped: false,
        })
    }

    /// The exercise that is picked next, after so many draws of `a` and of `b`, by a random number.
    ///
    /// It is one slip out of an urn that began with as many slips for `a` as for `b`, one for each
    /// craving and one more where they are odd: a single permuted block as long as the trial. So the
    /// sides end even, as they would not with a coin, and nobody knows the next one before the very
    /// end, as they would at the end of every block of two or four. The remainder of 64 bits favors
    /// no slip by more than one in 10^17.
    #[must_use]
    pub fn next(&self, (a, b): (usize, usize), random: u64) -> &str {
        let slips = usize::from(self.cravings.div_ceil(2));
        let (a, b) = (slips.saturating_sub(a), slips.saturating_sub(b));
        // Both are below 2^8.
        let left = u64::try_from(a + b).unwrap_or(1).max(1);
        if random % left < u64::try_from(a).unwrap_or(0) {
            &self.a
        } else {
            &self.b
        }
    }
}

/// What was drawn for a craving. Two devices may have drawn one each: the older one counts.
#[must_use]
pub fn draw_of(journal: &Journal, craving: RecordId) -> Option<&Draw> {
    journal
        .children(craving)
        .find_map(|(_, child)| match &child.entry {
            Entry::Draw(draw) => Some(draw),
            _ => None,
        })
}

/// Every draw of a trial with the moment its craving began, oldest first. A craving that was moved to
/// more than a day before the trial is not among them.
#[must_use]
pub fn draws(journal: &Journal, trial: RecordId) -> Vec<(Moment, &Draw)> {
    let Some(first) = journal.get(trial).map(|record| record.local_day.plus(-1)) else {
        return Vec::new();
    };
    let since = journal.all_of::<Craving>().rev();
    let since = since.take_while(|(_, record, _)| record.local_day >= first);
    let mut draws: Vec<_> = since
        .filter_map(|(root, record, _)| {
            let draw = draw_of(journal, root)?;
            (draw.trial == trial).then_some((record.happened_at, draw))
        })
        .collect();
    draws.reverse();
    draws
}

/// The trial that runs. There is one at most: the newest, until it was stopped or all was drawn.
#[must_use]
pub fn running_trial(journal: &Journal) -> Option<(RecordId, &Trial)> {
    let (root, _, trial) = journal.all_of::<Trial>().next_back()?;
    let open = !trial.stopped && trial.a != trial.b;
    (open && draws(journal, root).len() < usize::from(trial.cravings)).then_some((root, trial))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trial(cravings: u8) -> Result<Trial, TrialError> {
        Trial::new("a".to_owned(), "b".to_owned(), cravings)
    }

    #[test]
    fn the_same_exercise_twice_and_too_few_or_too_many_cravings_are_refused() {
        let same = Trial::new("a".to_owned(), "a".to_owned(), 20);
        assert_eq!(same, Err(TrialError::Same));
        assert_eq!(trial(9), Err(TrialError::Cravings));
        assert_eq!(trial(61), Err(TrialError::Cravings));
        assert!(trial(10).is_ok() && trial(60).is_ok());
    }

    #[test]
    fn the_sides_end_even_whatever_chance_brings() {
        for cravings in [10, 20, 60] {
            let trial = trial(cravings).unwrap();
            for random in [0, 1, 7, u64::MAX] {
                let (mut a, mut b) = (0, 0);
                for turn in 0..u64::from(cravings) {
                    match trial.next((a, b), random.rotate_left(7).wrapping_mul(turn + 1)) {
                        "a" => a += 1,
                        _ => b += 1,
                    }
                }
                assert_eq!(
                    (a, b),
                    (usize::from(cravings) / 2, usize::from(cravings) / 2)
                );
            }
        }
        let odd = trial(11).unwrap();
        assert_eq!(odd.next((6, 4), 0), "b");
        assert_eq!(odd.next((5, 5), 0), "a");
        assert_eq!(odd.next((5, 5), 1), "b");
    }

    #[test]
    fn more_draws_than_were_agreed_to_are_no_harm() {
        assert_eq!(trial(10).unwrap().next((9, 9), 5), "b");
    }
}
