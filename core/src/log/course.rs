//! How a craving went on: every rating of it, wherever it was given.

use super::{Action, Craving, CravingOutcome, Entry, Journal, Record, Rerating, asked_at};
use crate::journal::RecordId;
use crate::rating::Rating;
use crate::time::Moment;

/// Within this time a new number is a correction of the last one, and not a rating of its own:
/// nothing has had time to change. Ebb's own choice.
pub const CORRECTED_MS: i64 = 60_000;

/// A rating of a craving.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CoursePoint {
    /// The entry it was given in: the craving, a later rating of it, or an exercise for it.
    pub root: RecordId,
    /// When.
    pub at: Moment,
    /// Whole minutes since the craving; 0 for the first, and where a clock was set back.
    pub minutes: u32,
    /// Strength then.
    pub intensity: Rating,
}

/// Every rating of the craving `root` in the order of time: its own first, the later ones, and
/// those given before and after exercises that were done for it. Empty when there is no such
/// craving. A rating before an exercise that repeats the one before it was taken over and not
/// given, and is left out.
#[must_use]
pub fn course(journal: &Journal, root: RecordId) -> Vec<CoursePoint> {
    let Some((record, craving)) = craving_of(journal, root) else {
        return Vec::new();
    };
    let began = record.happened_at;
    let point = |root, at: Moment, intensity| CoursePoint {
        root,
        at,
        minutes: at.minutes_since(began),
        intensity,
    };
    let again = journal.children(root).filter_map(|(root, child)| {
        let Entry::Rerating(rerating) = &child.entry else {
            return None;
        };
        Some((point(root, child.happened_at, rerating.intensity), false))
    });
    // An exercise is for a craving that has just been: on its day or, over midnight, the next.
    let days = (record.local_day, record.local_day.plus(1));
    let practised = journal
        .entries_between(days.0, days.1)
        .flat_map(|(id, record)| {
            let practice = match &record.entry {
                Entry::Practice(practice) if practice.craving == Some(root) => practice,
                _ => return [None, None],
            };
            let end = record.happened_at;
            let start_ms = end.utc_ms() - i64::from(practice.seconds) * 1000;
            let start = Moment::new(start_ms.max(began.utc_ms()), end.offset_minutes());
            let before = practice.before.zip(start.ok());
            [
                before.map(|(rating, at)| (point(id, at, rating), true)),
                practice.after.map(|rating| (point(id, end, rating), false)),
            ]
        })
        .flatten();
    let mut later: Vec<_> = again.chain(practised).collect();
    // Stable, so that ratings of one instant stay in the order in which they were found.
    later.sort_by_key(|(point, _)| point.at.utc_ms());
    let mut course = vec![point(root, began, craving.intensity)];
    for (point, may_repeat) in later {
        let repeats = course
            .last()
            .is_some_and(|last| last.intensity == point.intensity);
        if !(may_repeat && repeats) {
            course.push(point);
        }
    }
    course
}

fn craving_of(journal: &Journal, root: RecordId) -> Option<(&Record, &Craving)> {
    let record = journal.get(root)?;
    match &record.entry {
        Entry::Craving(craving) => Some((record, craving)),
        _ => None,
    }
}

/// What a number tapped at `now` means: a correction of a later rating that is younger than
/// [`CORRECTED_MS`], or else a rating of its own. `None` when there is no such craving, or when the
/// same number was given within that time.
#[must_use]
pub fn rate_again(
    journal: &Journal,
    craving: RecordId,
    intensity: Rating,
    now: Moment,
) -> Option<Action> {
    let (record, _) = craving_of(journal, craving)?;
    let is_young = |at: Moment| (0..CORRECTED_MS).contains(&(now.utc_ms() - at.utc_ms()));
    let stands = course(journal, craving).pop()?;
    if stands.intensity == intensity && is_young(stands.at) {
        return None;
    }
    let last = journal
        .children(craving)
        .filter(|(_, child)| matches!(child.entry, Entry::Rerating(_)))
        .max_by_key(|(_, child)| child.happened_at.utc_ms());
    if let Some((root, last)) = last
        && is_young(last.happened_at)
        && let Entry::Rerating(rerating) = &last.entry
    {
        let entry = Entry::Rerating(Rerating {
            intensity,
            ..rerating.clone()
        });
        return Some(Action::Edit {
            root,
            entry,
            happened_at: last.happened_at,
        });
    }
    Some(Action::Log {
        entry: Entry::Rerating(Rerating {
            craving,
            intensity,
            asked_at: asked_at(now.minutes_since(record.happened_at)),
        }),
        happened_at: None,
    })
}

impl CravingOutcome {
    /// Whether nothing more is asked about a craving that went like this.
    #[must_use]
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Passed | Self::Used)
    }
}
