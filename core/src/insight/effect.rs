//! What exercises did for a person, from their own ratings before and after.

use std::collections::BTreeMap;

use super::finding::{ENOUGH_TIMES, Finding};
use super::real;
use super::span::Span;
use crate::journal::{Entry, Journal, Record};
use crate::rating::Rating;

/// One exercise, and what rating before and after it shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Effect {
    /// The exercise's id.
    pub exercise: String,
    /// Times it was done with a rating both before and after.
    pub n: usize,
    /// What changed; not enough yet under [`ENOUGH_TIMES`].
    pub change: Finding<Change>,
}

/// The change from before to after, over all times. It says what went together and not what
/// caused it: a craving also fades by itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// Mean of *after minus before*, -10 to 10, below zero for weaker.
    pub mean: f64,
    /// The change of the best time, -10 to 10.
    pub best: i8,
    /// Times it was weaker afterwards.
    pub weaker: usize,
    /// Times it was the same.
    pub same: usize,
    /// Times it was stronger.
    pub stronger: usize,
}

/// What each exercise did over a span of days, or ever; see [`effects`].
#[must_use]
pub fn effects_in(journal: &Journal, span: Option<Span>) -> Vec<Effect> {
    match span {
        Some(span) => effects(
            journal
                .entries_between(span.first(), span.last())
                .filter_map(|(_, record)| rated(record)),
        ),
        // Looking only practices up is many times faster than walking ten years of entries.
        None => effects(journal.records().filter_map(|record| {
            let newest = || journal.get(record.root());
            rated(record).filter(|_| newest().is_some_and(|newest| newest.id == record.id))
        })),
    }
}

/// What each exercise did, over practices given as exercise id, rating before, rating after.
///
/// Those with enough practices come first, the one with the greatest ease at the top; then the
/// others, most practised first; equals by id.
#[must_use]
pub fn effects<'a>(practices: impl IntoIterator<Item = (&'a str, Rating, Rating)>) -> Vec<Effect> {
    let mut changes: BTreeMap<&str, Vec<i8>> = BTreeMap::new();
    for (exercise, before, after) in practices {
        // Both are 0 to 10, so the difference fits.
        let change = after.get().cast_signed() - before.get().cast_signed();
        changes.entry(exercise).or_default().push(change);
    }
    let mut effects: Vec<Effect> = changes
        .into_iter()
        .map(|(exercise, changes)| Effect {
            exercise: exercise.to_owned(),
            n: changes.len(),
            change: change(&changes),
        })
        .collect();
    effects.sort_by(|a, b| {
        let mean = |effect: &Effect| effect.change.found().map_or(f64::INFINITY, |c| c.mean);
        mean(a).total_cmp(&mean(b)).then(b.n.cmp(&a.n))
    });
    effects
}

fn rated(record: &Record) -> Option<(&str, Rating, Rating)> {
    let Entry::Practice(practice) = &record.entry else {
        return None;
    };
    let (before, after) = practice.before.zip(practice.after)?;
    Some((&practice.exercise, before, after))
}

fn change(changes: &[i8]) -> Finding<Change> {
    let n = changes.len();
    let Some(best) = changes.iter().min().filter(|_| n >= ENOUGH_TIMES) else {
        return Finding::NotEnoughYet {
            n,
            needed: ENOUGH_TIMES,
        };
    };
    let count = |which: fn(&i8) -> bool| changes.iter().filter(|change| which(change)).count();
    Finding::Found(Change {
        mean: changes.iter().map(|change| f64::from(*change)).sum::<f64>() / real(n),
        best: *best,
        weaker: count(|change| *change < 0),
        same: count(|change| *change == 0),
        stronger: count(|change| *change > 0),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn practised(list: &[(&'static str, u8, u8)]) -> Vec<Effect> {
        effects(list.iter().map(|(exercise, before, after)| {
            (
                *exercise,
                Rating::new(*before).unwrap(),
                Rating::new(*after).unwrap(),
            )
        }))
    }

    #[test]
    fn four_times_are_not_enough_and_five_are() {
        let four = practised(&[("box", 8, 4); 4]);
        assert_eq!(four[0].change, Finding::NotEnoughYet { n: 4, needed: 5 });
        let five = practised(&[
            ("box", 8, 4),
            ("box", 8, 4),
            ("box", 8, 8),
            ("box", 0, 10),
            ("box", 10, 0),
        ]);
        let expected = Change {
            mean: -8.0 / 5.0,
            best: -10,
            weaker: 3,
            same: 1,
            stronger: 1,
        };
        assert_eq!(five[0].change, Finding::Found(expected));
    }

    #[test]
    fn the_greatest_ease_comes_first_and_too_few_come_last() {
        let mut list = vec![("few-but-great", 10, 0); 4];
        list.extend([("a-little", 5, 4); 9]);
        list.extend([("a-lot", 8, 2); 5]);
        list.extend([("once", 9, 1); 1]);
        let order: Vec<_> = practised(&list)
            .into_iter()
            .map(|effect| effect.exercise)
            .collect();
        assert_eq!(order, ["a-lot", "a-little", "few-but-great", "once"]);
        assert_eq!(practised(&[]), []);
    }
}
