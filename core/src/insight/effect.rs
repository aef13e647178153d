//! What exercises did for a person, from their own ratings before and after.

use std::collections::BTreeMap;

use super::finding::{ENOUGH_TIMES, Finding};
use super::real;
use super::span::Span;
use crate::exercise::Practice;
use crate::journal::{Entry, Journal, Payload, Record};
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
    /// Mean of the ratings before, 0 to 10.
    pub before: f64,
    /// Mean of the ratings after, 0 to 10.
    pub after: f64,
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
        None => effects(
            journal
                .of_kind(Practice::KIND)
                .filter_map(|(_, record)| rated(record)),
        ),
    }
}

/// What each exercise did, over practices given as exercise id, rating before, rating after.
///
/// Those with enough practices come first, the one with the greatest ease at the top; then the
/// others, most practised first; equals by id.
#[must_use]
pub fn effects<'a>(practices: impl IntoIterator<Item = (&'a str, Rating, Rating)>) -> Vec<Effect> {
    let mut times: BTreeMap<&str, Vec<(Rating, Rating)>> = BTreeMap::new();
    for (exercise, before, after) in practices {
        times.entry(exercise).or_default().push((before, after));
    }
    let mut effects: Vec<Effect> = times
        .into_iter()
        .map(|(exercise, times)| Effect {
            exercise: exercise.to_owned(),
            n: times.len(),
            change: change(&times),
        })
        .collect();
    effects.sort_by(|a, b| {
        let mean = |effect: &Effect| effect.change.found().map_or(f64::INFINITY, |c| c.mean);
        mean(a).total_cmp(&mean(b)).then(b.n.cmp(&a.n))
    });
    effects
}

/// The exercises after which cravings were weaker on average, the greatest ease first, at most so
/// many. None before there is enough to go by.
#[must_use]
pub fn helped_most(journal: &Journal, most: usize) -> Vec<Effect> {
    let mut helped = effects_in(journal, None);
    helped.retain(|effect| {
        effect
            .change
            .found()
            .is_some_and(|change| change.mean < 0.0)
    });
    helped.truncate(most);
    helped
}

fn rated(record: &Record) -> Option<(&str, Rating, Rating)> {
    let Entry::Practice(practice) = &record.entry else {
        return None;
    };
    let (before, after) = practice.before.zip(practice.after)?;
    Some((&practice.exercise, before, after))
}

fn change(times: &[(Rating, Rating)]) -> Finding<Change> {
    let n = times.len();
    // Both are 0 to 10, so the difference fits.
    let changes = || {
        let each = times.iter();
        each.map(|(before, after)| after.get().cast_signed() - before.get().cast_signed())
    };
    let Some(best) = changes().min().filter(|_| n >= ENOUGH_TIMES) else {
        return Finding::NotEnoughYet {
            n,
            needed: ENOUGH_TIMES,
        };
    };
    let count = |which: fn(&i8) -> bool| changes().filter(which).count();
    let mean = |sum: f64| sum / real(n);
    Finding::Found(Change {
        mean: mean(changes().map(f64::from).sum()),
        before: mean(
            times
                .iter()
                .map(|(before, _)| f64::from(before.get()))
                .sum(),
        ),
        after: mean(times.iter().map(|(_, after)| f64::from(after.get())).sum()),
        best,
        weaker: count(|change| *change < 0),
        same: count(|change| *change == 0),
        stronger: count(|change| *change > 0),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exercise::{Finish, Practice};
    use crate::journal::{Action, DeviceId, Stamp};
    use crate::moment::{DayBoundary, Moment};

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
            before: 34.0 / 5.0,
            after: 26.0 / 5.0,
            best: -10,
            weaker: 3,
            same: 1,
            stronger: 1,
        };
        assert_eq!(five[0].change, Finding::Found(expected));
    }

    #[test]
    fn what_made_cravings_stronger_or_was_done_too_seldom_has_not_helped() {
        let mut journal = Journal::default();
        let mut drawn = 0;
        let mut practised = |exercise: &str, before: u8, after: u8| {
            drawn += 1;
            let mut stamp = Stamp {
                now: Moment::new(i64::from(drawn) * 60_000, 0).unwrap(),
                device: DeviceId::new(1),
                boundary: DayBoundary::default(),
                random: &mut || 1,
            };
            let entry = Entry::Practice(Practice {
                exercise: exercise.to_owned(),
                before: Rating::new(before).ok(),
                after: Rating::new(after).ok(),
                seconds: 60,
                finish: Finish::Completed,
                answers: Vec::new(),
                craving: None,
                note: None,
            });
            let happened_at = None;
            let log = Action::Log { entry, happened_at };
            for record in journal.prepare(&log, &mut stamp).unwrap() {
                journal.absorb(record);
            }
        };
        for _ in 0..5 {
            practised("a-little", 6, 5);
            practised("a-lot", 8, 3);
            practised("harder", 4, 6);
        }
        practised("once", 9, 0);
        let helped = |most| {
            let found = helped_most(&journal, most).into_iter();
            found.map(|effect| effect.exercise).collect::<Vec<_>>()
        };
        assert_eq!(helped(3), ["a-lot", "a-little"]);
        assert_eq!(helped(1), ["a-lot"]);
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
