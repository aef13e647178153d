//! What changed, and by how much.

use crate::content::instrument::{Instrument, ScoreDirection};
use crate::insight::thresholds::{CHECK_IN, COUNT, SKILLS};
use crate::insight::{
    CheckInItem, Finding, Half, Halves, Logged, LookBack, compared, in_halves, real,
};
use crate::log::Questionnaire;
use crate::share::{Share, ShareError};
use crate::time::DayBoundary;

/// What counts as much a day, to weigh a frequency against a rating. Ebb's own choice, used for
/// the order of the list only.
const MANY_A_DAY: f64 = 5.0;
/// The scale of a rating.
const RATING: f64 = 10.0;

/// Something that is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReviewMeasure {
    /// Cravings on a day with entries.
    CravingsPerDay,
    /// How strong craving was, 0 to 10: as it came, and as the check-ins tell.
    CravingStrength,
    /// Exercises on a day with entries.
    SkillsPerDay,
    /// An answer of the check-in, 0 to 10.
    CheckIn(CheckInItem),
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
#[non_exhaustive]
pub struct Value {
    /// The mean, or the newest score.
    pub mean: f64,
    /// Days it rests on; 1 for a questionnaire.
    pub n: usize,
}

/// One measure on both sides.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Shifted {
    /// What.
    pub measure: ReviewMeasure,
    /// Before.
    pub before: Value,
    /// Now.
    pub now: Value,
    /// What a higher number means, where that is known.
    pub higher: Option<ScoreDirection>,
    /// The smallest change that says something, above 0: for days what chance rarely brings, for
    /// a score what its authors or others found to be meaningful. `None` when there are too few
    /// days or no such number is known; then there is nothing to say about the two numbers.
    pub telling: Option<f64>,
    /// How wide the scale is.
    scale: f64,
}

impl Shifted {
    /// Now minus before.
    #[must_use]
    pub fn change(&self) -> f64 {
        self.now.mean - self.before.mean
    }

    /// Whether the change says something. Otherwise the two numbers are all there is.
    #[must_use]
    pub fn is_told(&self) -> bool {
        self.telling
            .is_some_and(|telling| self.change().abs() >= telling)
    }

    /// Whether it is a score of a questionnaire.
    #[must_use]
    pub const fn is_score(&self) -> bool {
        matches!(self.measure, ReviewMeasure::Score { .. })
    }

    /// How much of its scale it went through, 0 to 1 and, for a frequency, beyond.
    fn weight(&self) -> f64 {
        self.change().abs() / self.scale
    }
}

/// Two shares of one person.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Comparison {
    /// Everything that both have; what changed by more than chance first.
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

/// What there is to compare with an earlier share or, without one, the later half of the days with
/// the earlier. What [says something](Shifted::is_told) comes first, the most of it at the top; the
/// rest follows in an order that means nothing.
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
    let mut changes = Vec::new();
    let earlier = before.and_then(look);
    // An earlier share that is about no days leaves nothing to compare with.
    if let Some(back) = look(now).filter(|_| before.is_some() == earlier.is_some()) {
        of_days(&back, earlier.as_ref(), &mut changes);
    }
    let (here, there) = (finished(now), before.map(finished));
    for instrument in instruments {
        of_scores(&here, there.as_deref(), instrument, &mut changes);
    }
    let weight = |shifted: &Shifted| {
        if shifted.is_told() {
            shifted.weight()
        } else {
            0.0
        }
    };
    changes.sort_by(|a, b| weight(b).total_cmp(&weight(a)));
    Ok(changes)
}

fn look(share: &Share) -> Option<LookBack> {
    let made_on = share.issued_at.local_day(DayBoundary::default());
    Some(LookBack::over(&share.journal, share.span()?, made_on))
}

/// Everything that days tell, each beside the same of earlier days.
fn of_days(now: &LookBack, before: Option<&LookBack>, changes: &mut Vec<Shifted>) {
    let mut add = |measure, sides: (Half, Half), found: &Finding<Halves>, higher, scale| {
        let (a, b) = sides;
        if a.n.min(b.n) == 0 {
            return;
        }
        let value = |half: Half| Value {
            mean: half.mean,
            n: half.n,
        };
        changes.push(Shifted {
            measure,
            before: value(a),
            now: value(b),
            higher: Some(higher),
            telling: found.found().map(|halves| halves.telling),
            scale,
        });
    };
    let (worse, better) = (ScoreDirection::Worse, ScoreDirection::Better);
    let any = |count: fn(&LookBack) -> usize| before.map_or(0, count) + count(now) > 0;
    let values = |of: &dyn Fn(&LookBack) -> Vec<Option<f64>>, bar| {
        let (earlier, later) = (before.map(of), of(now));
        let (a, b) = sides(earlier.as_deref(), &later);
        ((Half::of(a), Half::of(b)), compared(a, b, bar))
    };
    if any(|back| back.totals.cravings.n()) {
        let count = |back: &LookBack| each_day(back, |day| day.cravings.n());
        let (halves, found) = values(&count, COUNT);
        add(
            ReviewMeasure::CravingsPerDay,
            halves,
            &found,
            worse,
            MANY_A_DAY,
        );
    }
    let strength = before.map_or_else(|| now.strength(), |before| now.strength_after(before));
    let halves = (strength.earlier, strength.later);
    add(
        ReviewMeasure::CravingStrength,
        halves,
        &strength.found,
        worse,
        RATING,
    );
    if any(|back| back.totals.practices) {
        let count = |back: &LookBack| each_day(back, |day| day.practices);
        let (halves, found) = values(&count, SKILLS);
        add(
            ReviewMeasure::SkillsPerDay,
            halves,
            &found,
            better,
            MANY_A_DAY,
        );
    }
    for item in CheckInItem::ALL {
        let higher = match item {
            CheckInItem::Mood
            | CheckInItem::Sleep
            | CheckInItem::Energy
            | CheckInItem::Confidence
            | CheckInItem::Presence => better,
            CheckInItem::Stress | CheckInItem::CravingNow | CheckInItem::CravingStrongest => worse,
        };
        let answers = |back: &LookBack| back.trend(item).days.clone();
        let (halves, mut found) = values(&answers, CHECK_IN);
        if matches!(
            item,
            CheckInItem::CravingNow | CheckInItem::CravingStrongest
        ) {
            // Part of how strong craving was: asked again, chance would have another try.
            found = Finding::NotEnoughYet { n: 0, needed: 0 };
        }
        add(ReviewMeasure::CheckIn(item), halves, &found, higher, RATING);
    }
}

/// The days of an earlier share and of this one or, without one, this one's in halves.
fn sides<'a, T>(
    earlier: Option<&'a [Option<T>]>,
    later: &'a [Option<T>],
) -> (&'a [Option<T>], &'a [Option<T>]) {
    earlier.map_or_else(|| in_halves(later), |earlier| (earlier, later))
}

fn each_day(back: &LookBack, count: fn(&Logged) -> usize) -> Vec<Option<f64>> {
    let days = back.days.iter();
    days.map(|(_, day)| Some(real(count(day.logged()?))))
        .collect()
}

/// The questionnaires that were finished, oldest first.
pub(crate) fn finished(share: &Share) -> Vec<&Questionnaire> {
    let all = share.journal.all_of::<Questionnaire>();
    let kept = all.map(|(_, _, kept)| kept);
    kept.filter(|kept| kept.is_finished()).collect()
}

/// How many scores have a change that says something, as [`changes`] has them.
pub(crate) fn scores_told(
    now: &[&Questionnaire],
    before: Option<&[&Questionnaire]>,
    instruments: &[Instrument],
) -> usize {
    let mut changes = Vec::new();
    for instrument in instruments {
        of_scores(now, before, instrument, &mut changes);
    }
    changes.iter().filter(|one| one.is_told()).count()
}

/// By the present form and scoring, the newest score beside the newest of the earlier share or,
/// without one, the oldest here.
fn of_scores(
    now: &[&Questionnaire],
    before: Option<&[&Questionnaire]>,
    instrument: &Instrument,
    changes: &mut Vec<Shifted>,
) {
    let of_it = |all: &&&Questionnaire| instrument.is_of(all);
    let here: Vec<_> = now.iter().filter(of_it).collect();
    let there: Option<Vec<_>> = before.map(|all| all.iter().filter(of_it).collect());
    for score in &instrument.scores {
        let value = |kept: &&&Questionnaire| {
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
            measure: ReviewMeasure::Score {
                instrument: instrument.id.clone(),
                score: score.id.clone(),
            },
            before: Value {
                mean: earlier,
                n: 1,
            },
            now: Value { mean: newest, n: 1 },
            higher: Some(score.higher),
            telling: score
                .meaningful_change
                .as_ref()
                .map(|change| f64::from(change.points)),
            scale: f64::from(high.saturating_sub(low).max(1)),
        });
    }
}
