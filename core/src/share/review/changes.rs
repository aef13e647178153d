//! What changed, and by how much.

use crate::insight::{DAYS_TO_COMPARE, Item, LEVEL_BELOW, LookBack, Span, Trend};
use crate::instrument::{Direction, Instrument, Questionnaire};
use crate::journal::Entry;
use crate::moment::DayBoundary;
use crate::share::{Share, ShareError};

/// Days or times that both sides need before they are compared, as everywhere in Ebb; a
/// questionnaire needs one.
pub const ENOUGH: usize = DAYS_TO_COMPARE;
/// What counts as much a day, to weigh a frequency against a rating. Ebb's own choice, used for
/// the order of the list only.
const MANY_A_DAY: f64 = 5.0;
/// The scale of a rating.
const RATING: f64 = 10.0;

/// Something that is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Cravings on a day with entries.
    CravingsPerDay,
    /// How strong a craving was when it was logged, 0 to 10.
    CravingStrength,
    /// Exercises on a day with entries.
    SkillsPerDay,
    /// An answer of the check-in, 0 to 10.
    CheckIn(Item),
    /// A score of a questionnaire, always by the same form and scoring.
    Score {
        /// The questionnaire.
        instrument: String,
        /// The score.
        score: String,
    },
}

/// One side of a comparison.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Value {
    /// The mean, or the newest score.
    pub mean: f64,
    /// Days, cravings or questionnaires it rests on.
    pub n: usize,
}

/// One measure on both sides.
#[derive(Clone, Debug, PartialEq)]
pub struct Shifted {
    /// What.
    pub measure: Measure,
    /// Before.
    pub before: Value,
    /// Now.
    pub now: Value,
    /// What a higher number means, where that is known.
    pub higher: Option<Direction>,
    /// How wide the scale is.
    scale: f64,
}

impl Shifted {
    /// Now minus before.
    #[must_use]
    pub fn change(&self) -> f64 {
        self.now.mean - self.before.mean
    }

    /// Whether it is a change at all: [`LEVEL_BELOW`] on the scale of ten, or as much of another
    /// one.
    #[must_use]
    pub fn is_level(&self) -> bool {
        self.weight() < LEVEL_BELOW / RATING
    }

    /// How much of its scale it went through, 0 to 1 and, for a frequency, beyond.
    fn weight(&self) -> f64 {
        self.change().abs() / self.scale
    }
}

/// Two shares of one person.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// Everything that both have enough of, what changed most first.
    pub changes: Vec<Shifted>,
    /// Days that both are about: they count on both sides.
    pub overlap: i64,
    /// Days between the two that neither is about.
    pub gap: i64,
}

/// Lays an earlier share beside a later one.
///
/// # Errors
/// [`ShareError::OtherPerson`]
pub fn compare(
    before: &Share,
    now: &Share,
    instruments: &[Instrument],
) -> Result<Comparison, ShareError> {
    let changes = changes(now, Some(before), instruments)?;
    let common = before
        .last
        .min(now.last)
        .days_since(before.first.max(now.first))
        + 1;
    Ok(Comparison {
        changes,
        overlap: common.max(0),
        gap: (-common).max(0),
    })
}

/// What changed against an earlier share or, without one, from the earlier half of the days to the
/// later; what changed most first.
///
/// # Errors
/// [`ShareError::OtherPerson`]
pub fn changes(
    now: &Share,
    before: Option<&Share>,
    instruments: &[Instrument],
) -> Result<Vec<Shifted>, ShareError> {
    if before.is_some_and(|before| before.person != now.person) {
        return Err(ShareError::OtherPerson);
    }
    let mut changes = match (before, now.span()) {
        (_, None) => Vec::new(),
        (Some(before), Some(span)) => match before.span() {
            Some(earlier) => of_days(&look(before, earlier), &look(now, span)),
            None => Vec::new(),
        },
        (None, Some(span)) => match halves(span) {
            Some((earlier, later)) => of_days(&look(now, earlier), &look(now, later)),
            None => Vec::new(),
        },
    };
    for instrument in instruments {
        of_scores(now, before, instrument, &mut changes);
    }
    changes.sort_by(|a, b| b.weight().total_cmp(&a.weight()));
    Ok(changes)
}

fn look(share: &Share, span: Span) -> LookBack {
    let made_on = share.issued_at.local_day(DayBoundary::default());
    LookBack::over(&share.journal, span, made_on)
}

/// The earlier and the later half; of an odd number the middle day belongs to the later one.
fn halves(span: Span) -> Option<(Span, Span)> {
    let earlier = span.length() / 2;
    let first = Span::new(span.first(), earlier).ok()?;
    let second = Span::ending(span.last(), span.length() - earlier).ok()?;
    Some((first, second))
}

fn of_days(before: &LookBack, now: &LookBack) -> Vec<Shifted> {
    let mut changes = Vec::new();
    let mut add = |measure, sides: Option<(Value, Value)>, higher, scale| {
        if let Some((before, now)) = sides.filter(|(a, b)| a.n.min(b.n) >= ENOUGH) {
            changes.push(Shifted {
                measure,
                before,
                now,
                higher,
                scale,
            });
        }
    };
    let per_day = |back: &LookBack, count: usize| {
        let days = back.totals.days_logged;
        (days > 0).then(|| Value {
            mean: crate::insight::real(count) / crate::insight::real(days),
            n: days,
        })
    };
    let cravings = |back: &LookBack| per_day(back, back.totals.cravings.n());
    let skills = |back: &LookBack| per_day(back, back.totals.practices);
    let strength = |back: &LookBack| {
        let spread = back.totals.cravings;
        spread.mean().map(|mean| Value {
            mean,
            n: spread.n(),
        })
    };
    let (worse, better) = (Some(Direction::Worse), Some(Direction::Better));
    let any = before.totals.cravings.n() + now.totals.cravings.n() > 0;
    let counts = cravings(before).zip(cravings(now)).filter(|_| any);
    add(Measure::CravingsPerDay, counts, worse, MANY_A_DAY);
    let strengths = strength(before).zip(strength(now));
    add(Measure::CravingStrength, strengths, worse, RATING);
    let any = before.totals.practices + now.totals.practices > 0;
    let counts = skills(before).zip(skills(now)).filter(|_| any);
    add(Measure::SkillsPerDay, counts, better, MANY_A_DAY);
    for item in Item::ALL {
        let sides = mean(before.trend(item)).zip(mean(now.trend(item)));
        let higher = match item {
            Item::Mood | Item::Sleep | Item::Energy | Item::Presence => better,
            Item::Stress | Item::CravingNow | Item::CravingStrongest => worse,
        };
        add(Measure::CheckIn(item), sides, higher, RATING);
    }
    changes
}

fn mean(trend: &Trend) -> Option<Value> {
    let n = trend.n();
    let sum: f64 = trend.days.iter().flatten().sum();
    (n > 0).then(|| Value {
        mean: sum / crate::insight::real(n),
        n,
    })
}

/// The finished ones of an instrument by its present form and scoring, oldest first.
fn finished<'a>(share: &'a Share, instrument: &Instrument) -> Vec<&'a Questionnaire> {
    let entries = share.journal.entries();
    let kept = entries.filter_map(|(_, record)| match &record.entry {
        Entry::Questionnaire(kept) => Some(kept),
        _ => None,
    });
    kept.filter(|kept| {
        kept.is_finished()
            && kept.instrument == instrument.id
            && kept.form == instrument.form
            && kept.scoring == instrument.scoring
    })
    .collect()
}

/// The newest score beside the newest of the earlier share or, without one, the oldest here.
fn of_scores(
    now: &Share,
    before: Option<&Share>,
    instrument: &Instrument,
    changes: &mut Vec<Shifted>,
) {
    let here = finished(now, instrument);
    let there = before.map(|before| finished(before, instrument));
    for score in &instrument.scores {
        let value = |kept: &&Questionnaire| {
            let found = kept.scores.iter().find(|scored| scored.score == score.id);
            found.map(|scored| f64::from(scored.value))
        };
        let mut scored = here.iter().filter_map(value);
        let newest = scored.next_back();
        let earlier = match &there {
            Some(there) => there.iter().filter_map(value).next_back(),
            None => scored.next(),
        };
        let Some((newest, earlier)) = newest.zip(earlier) else {
            continue;
        };
        let (low, high) = instrument.range(score);
        changes.push(Shifted {
            measure: Measure::Score {
                instrument: instrument.id.clone(),
                score: score.id.clone(),
            },
            before: Value {
                mean: earlier,
                n: 1,
            },
            now: Value { mean: newest, n: 1 },
            higher: Some(score.higher),
            scale: f64::from(high.saturating_sub(low).max(1)),
        });
    }
}
