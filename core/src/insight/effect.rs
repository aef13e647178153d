//! What exercises did for a person, from their own ratings before and after.

use std::collections::{BTreeMap, BTreeSet};

use super::chance::student;
use super::course::WAVE_MINUTES;
use super::finding::Finding;
use super::real;
use super::span::Span;
use super::thresholds::{
    AFTER_MINUTES, EASED_BY_CHANCE, EASED_MORE, EFFECTS_SPREAD, ENOUGH_TIMES, NEWEST_COMPARED,
    TIMES_TO_COMPARE,
};
use crate::journal::{Payload, RecordId};
use crate::log::{Craving, Entry, Journal, Practice, Record};
use crate::rating::Rating;

const MINUTE_MS: i64 = 60_000;

/// One exercise, and what rating before and after it shows.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Effect {
    /// The exercise's id.
    pub exercise: String,
    /// Times it was done with a rating both before and after.
    pub n: usize,
    /// What changed; not enough yet under `ENOUGH_TIMES`.
    pub change: Finding<RatingChange>,
    /// The same beside cravings without an exercise; not enough yet when either has fewer than
    /// `TIMES_TO_COMPARE`: then `n` is that of the poorer one.
    pub against: Finding<Against>,
}

/// The change from before to after, over all times. It says what went together and not what
/// caused it: a craving also fades by itself.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct RatingChange {
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

/// An exercise beside cravings that were rated again without one.
///
/// Strong cravings fall further than weak ones, with or without an exercise, and people reach for
/// an exercise when a craving is strong. So both are compared at the same start (an analysis of
/// covariance), and the difference is shrunk towards none by how unsure it is.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Against {
    /// Cravings without an exercise.
    pub n: usize,
    /// Their mean change from as strong a start, below zero for weaker.
    pub change: f64,
    /// What the exercise's own change is beyond that, after shrinking; below zero for weaker.
    pub beyond: f64,
    /// Whether that is `EASED_MORE` points or more, and more than chance brings to any of the
    /// exercises.
    pub is_lower: bool,
}

/// What each exercise did over a span of days, or ever; see [`effects`]. The cravings without an
/// exercise are of the same days.
#[must_use]
pub fn effects_in(journal: &Journal, span: Option<Span>) -> Vec<Effect> {
    let within = |record: &Record| span.is_none_or(|s| s.position(record.local_day).is_some());
    let cravings: Vec<(RecordId, &Record)> = journal
        .of_kind(Craving::KIND)
        .rev()
        .filter(|(_, record)| within(record))
        .take(NEWEST_COMPARED)
        .collect();
    let began = |record: &Record| record.happened_at.utc_ms();
    let oldest = cravings.iter().map(|(_, record)| began(record)).min();
    let mut practices = Vec::new();
    let (mut linked, mut times) = (BTreeSet::new(), Vec::new());
    let all = journal.all_of::<Practice>();
    for (_, record, practice) in all.filter(|(_, record, _)| within(record)) {
        practices.extend(rated(practice));
        if oldest.is_some_and(|oldest| began(record) >= oldest) {
            linked.extend(practice.craving);
            times.push(began(record));
        }
    }
    times.sort_unstable();
    let alone = |root: RecordId, began: i64| {
        let next = times.partition_point(|time| *time < began);
        let soon = |time: &i64| *time <= began + i64::from(WAVE_MINUTES) * MINUTE_MS;
        !linked.contains(&root) && !times.get(next).is_some_and(soon)
    };
    let without: Vec<(Rating, Rating)> = cravings
        .into_iter()
        .filter(|(root, record)| alone(*root, began(record)))
        .filter_map(|(root, record)| eased(journal, root, record))
        .collect();
    effects(practices, &without)
}

/// What each exercise did, over practices given as exercise id, rating before, rating after, and
/// cravings `without` an exercise as rating at the start and later.
///
/// Those with enough practices come first, the one with the greatest ease at the top; then the
/// others, most practised first; equals by id.
#[must_use]
pub fn effects<'a>(
    practices: impl IntoIterator<Item = (&'a str, Rating, Rating)>,
    without: &[(Rating, Rating)],
) -> Vec<Effect> {
    let mut times: BTreeMap<&str, Vec<(Rating, Rating)>> = BTreeMap::new();
    for (exercise, before, after) in practices {
        times.entry(exercise).or_default().push((before, after));
    }
    let many = |times: &&Vec<(Rating, Rating)>| times.len() >= TIMES_TO_COMPARE;
    let exercises = times.values().filter(many).count();
    let without = Eased::of(without);
    let mut effects: Vec<Effect> = times
        .into_iter()
        .map(|(exercise, times)| Effect {
            exercise: exercise.to_owned(),
            n: times.len(),
            change: change(&times),
            against: against(&Eased::of(&times), &without, exercises),
        })
        .collect();
    effects.sort_by(|a, b| {
        let mean = |effect: &Effect| effect.change.found().map_or(f64::INFINITY, |c| c.mean);
        mean(a).total_cmp(&mean(b)).then(b.n.cmp(&a.n))
    });
    effects
}

/// The exercises after which cravings were rated lower than without one ([`Against::is_lower`]),
/// the greatest difference first, at most so many. None before there is enough to go by.
#[must_use]
pub fn rated_lower(journal: &Journal, most: usize) -> Vec<Effect> {
    let mut lower = effects_in(journal, None);
    lower.retain(|effect| {
        effect
            .against
            .found()
            .is_some_and(|against| against.is_lower)
    });
    let beyond = |effect: &Effect| effect.against.found().map_or(0.0, |against| against.beyond);
    lower.sort_by(|a, b| beyond(a).total_cmp(&beyond(b)));
    lower.truncate(most);
    lower
}

/// The start of a craving and the later rating that is closest to [`AFTER_MINUTES`], within half an
/// hour.
fn eased(journal: &Journal, root: RecordId, record: &Record) -> Option<(Rating, Rating)> {
    let Entry::Craving(craving) = &record.entry else {
        return None;
    };
    let began = record.happened_at;
    let later = journal.children(root).filter_map(|(_, child)| {
        let Entry::Rerating(rerating) = &child.entry else {
            return None;
        };
        let minutes = child.happened_at.minutes_since(began);
        let is_after = child.happened_at.utc_ms() > began.utc_ms();
        (is_after && minutes <= WAVE_MINUTES / 2).then_some((minutes, rerating.intensity))
    });
    let (_, then) = later.min_by_key(|(minutes, _)| minutes.abs_diff(AFTER_MINUTES))?;
    Some((craving.intensity, then))
}

fn rated(practice: &Practice) -> Option<(&str, Rating, Rating)> {
    let (before, after) = practice.before.zip(practice.after)?;
    Some((&practice.exercise, before, after))
}

/// Changes by their starts.
pub(super) struct Eased {
    pub(super) n: usize,
    start: f64,
    change: f64,
    starts: f64,
    changes: f64,
    both: f64,
}

impl Eased {
    pub(super) fn of(ratings: &[(Rating, Rating)]) -> Self {
        let n = ratings.len();
        let each = || {
            ratings.iter().map(|(start, later)| {
                let start = f64::from(start.get());
                (start, f64::from(later.get()) - start)
            })
        };
        let mean = |sum: f64| sum / real(n.max(1));
        let start = mean(each().map(|(start, _)| start).sum());
        let change = mean(each().map(|(_, change)| change).sum());
        let mut eased = Self {
            n,
            start,
            change,
            starts: 0.0,
            changes: 0.0,
            both: 0.0,
        };
        for (s, c) in each() {
            eased.starts += (s - start) * (s - start);
            eased.changes += (c - change) * (c - change);
            eased.both += (s - start) * (c - change);
        }
        eased
    }
}

/// How far changes are apart from others of as strong a start: an analysis of covariance with one
/// slope and one spread for both.
pub(super) struct Apart {
    /// The mean change of the others from as strong a start.
    expected: f64,
    /// The mean change beyond that, in points; below zero for weaker.
    pub(super) raw: f64,
    /// Its standard error.
    pub(super) error: f64,
    /// The degrees of freedom of that.
    pub(super) freedom: f64,
}

impl Apart {
    pub(super) fn of(these: &Eased, others: &Eased) -> Self {
        let (starts, both) = (these.starts + others.starts, these.both + others.both);
        let slope = if starts > 0.0 { both / starts } else { 0.0 };
        let apart = these.start - others.start;
        let expected = others.change + slope * apart;
        let freedom = real(these.n + others.n).max(4.0) - 3.0;
        let left = (these.changes + others.changes - slope * both).max(0.0) / freedom;
        let by_start = if starts > 0.0 {
            apart * apart / starts
        } else {
            0.0
        };
        let variance = left * (1.0 / real(these.n) + 1.0 / real(others.n) + by_start);
        Self {
            expected,
            raw: these.change - expected,
            error: variance.sqrt(),
            freedom,
        }
    }
}

fn against(with: &Eased, without: &Eased, exercises: usize) -> Finding<Against> {
    let n = with.n.min(without.n);
    if n < TIMES_TO_COMPARE {
        return Finding::NotEnoughYet {
            n,
            needed: TIMES_TO_COMPARE,
        };
    }
    let Apart {
        expected,
        raw,
        error,
        freedom,
    } = Apart::of(with, without);
    let variance = error * error;
    let prior = EFFECTS_SPREAD * EFFECTS_SPREAD;
    let beyond = raw * prior / (prior + variance);
    let rarely = EASED_BY_CHANCE / real(exercises.max(1));
    let is_sure = raw < -student(rarely, freedom) * error;
    Finding::Found(Against {
        n: without.n,
        change: expected,
        beyond,
        is_lower: is_sure && beyond <= -EASED_MORE,
    })
}

fn change(times: &[(Rating, Rating)]) -> Finding<RatingChange> {
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
    Finding::Found(RatingChange {
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

    fn ratings(list: &[(u8, u8)]) -> Vec<(Rating, Rating)> {
        let rating = |value: &u8| Rating::new(*value).unwrap();
        list.iter().map(|(a, b)| (rating(a), rating(b))).collect()
    }

    fn practised(list: &[(&'static str, u8, u8)], without: &[(u8, u8)]) -> Vec<Effect> {
        let practices = list.iter().map(|(exercise, before, after)| {
            (
                *exercise,
                Rating::new(*before).unwrap(),
                Rating::new(*after).unwrap(),
            )
        });
        effects(practices, &ratings(without))
    }

    #[test]
    fn four_times_are_not_enough_and_five_are() {
        let four = practised(&[("box", 8, 4); 4], &[]);
        assert_eq!(four[0].change, Finding::NotEnoughYet { n: 4, needed: 5 });
        let five = practised(
            &[
                ("box", 8, 4),
                ("box", 8, 4),
                ("box", 8, 8),
                ("box", 0, 10),
                ("box", 10, 0),
            ],
            &[],
        );
        let expected = RatingChange {
            mean: -8.0 / 5.0,
            before: 34.0 / 5.0,
            after: 26.0 / 5.0,
            best: -10,
            weaker: 3,
            same: 1,
            stronger: 1,
        };
        assert_eq!(five[0].change, Finding::Found(expected));
        assert_eq!(five[0].against, Finding::NotEnoughYet { n: 0, needed: 5 });
    }

    /// What came of an exercise beside cravings without one.
    fn beside(with: &[(u8, u8)], without: &[(u8, u8)]) -> Against {
        let with: Vec<_> = with.iter().map(|(a, b)| ("box", *a, *b)).collect();
        *practised(&with, without)[0].against.found().unwrap()
    }

    #[test]
    fn an_ease_that_comes_without_an_exercise_as_well_is_not_its_doing() {
        let same = [
            (8, 5),
            (7, 4),
            (6, 4),
            (8, 6),
            (7, 5),
            (6, 3),
            (9, 6),
            (7, 4),
        ];
        let found = beside(&same, &same);
        assert!(found.change < -2.0 && found.beyond.abs() < 1e-9);
        assert!(!found.is_lower);
    }

    #[test]
    fn a_greater_fall_from_a_greater_height_alone_is_not_its_doing() {
        // Each craving falls to half of its start.
        let strong = [
            (10, 5),
            (8, 4),
            (9, 4),
            (9, 5),
            (10, 5),
            (8, 4),
            (9, 4),
            (9, 5),
        ];
        let weak = [
            (4, 2),
            (2, 1),
            (3, 1),
            (3, 2),
            (6, 3),
            (8, 4),
            (5, 3),
            (5, 2),
        ];
        let found = beside(&strong, &weak);
        assert!(!found.is_lower, "{found:?}");
    }

    #[test]
    fn a_clear_difference_is_told() {
        let with = [
            (8, 3),
            (7, 2),
            (6, 2),
            (8, 4),
            (7, 3),
            (6, 1),
            (9, 4),
            (7, 2),
        ];
        let without = [
            (8, 7),
            (7, 7),
            (6, 5),
            (8, 7),
            (7, 6),
            (6, 6),
            (9, 8),
            (7, 6),
        ];
        let found = beside(&with, &without);
        assert!(found.is_lower && found.beyond < -3.0, "{found:?}");
        assert_eq!(found.n, 8);
    }

    #[test]
    fn four_cravings_without_an_exercise_are_too_few_to_compare_with() {
        let found = practised(&[("box", 9, 0); 20], &[(9, 9); 4]);
        assert_eq!(found[0].against, Finding::NotEnoughYet { n: 4, needed: 5 });
    }

    #[test]
    fn the_greatest_ease_comes_first_and_too_few_come_last() {
        let mut list = vec![("few-but-great", 10, 0); 4];
        list.extend([("a-little", 5, 4); 9]);
        list.extend([("a-lot", 8, 2); 5]);
        list.extend([("once", 9, 1); 1]);
        let order: Vec<_> = practised(&list, &[])
            .into_iter()
            .map(|effect| effect.exercise)
            .collect();
        assert_eq!(order, ["a-lot", "a-little", "few-but-great", "once"]);
        assert_eq!(practised(&[], &[]), []);
    }
}
