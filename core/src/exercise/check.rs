//! What makes an exercise fit to lead a person through.
//!
//! The limits here are Ebb's own guards against a slip of the keyboard in a content file. They
//! are no clinical limits: those are in the content, with its sources.

use std::collections::BTreeSet;
use std::fmt;
use std::ops::RangeInclusive;

use super::model::{BreathKind, BreathPhase, Exercise, MS, Step};

/// Seconds of one breath phase: long enough for any pattern in use (4-7-8 is the longest).
const PHASE_SECONDS: RangeInclusive<u64> = 1..=20;
/// Seconds of a timed guide: five to be readable, ten minutes for a wait.
const GUIDE_SECONDS: RangeInclusive<u64> = 5..=600;
/// Breaths in one step.
const ROUNDS: RangeInclusive<u64> = 1..=60;
/// Phases in one breath.
const PHASES: RangeInclusive<u64> = 2..=8;
/// Things to name with one sense.
const COUNT: RangeInclusive<u64> = 1..=10;
/// Usual minutes of an exercise.
const MINUTES: RangeInclusive<u64> = 1..=60;
/// Steps in an exercise.
const STEPS: RangeInclusive<u64> = 1..=60;
/// Characters in a text: what a small phone shows without scrolling at normal size.
const TEXT: RangeInclusive<u64> = 1..=400;
/// Characters in an id.
const ID: usize = 40;

/// Why a text is not a usable exercise.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ExerciseError {
    /// Not JSON, or not of the right shape; the reader's own words say where.
    #[error("this cannot be read as an exercise: {0}")]
    Unreadable(String),
    /// An id that is not kebab-case.
    #[error("the id {0:?} is not lower-case words joined by hyphens, 1 to {ID} characters")]
    BadId(String),
    /// An id used twice: by two steps of an exercise, or by two exercises.
    #[error("the id {0:?} is used twice")]
    DuplicateId(String),
    /// A text that is only blank, or a list that needs an entry and has none.
    #[error("{place}: the {what} is empty")]
    Empty {
        /// Where.
        place: Place,
        /// Which field.
        what: &'static str,
    },
    /// A number, or the size of a text or list, outside its range.
    #[error("{place}: {what} is {found}, allowed is {low} to {high}")]
    OutOfRange {
        /// Where.
        place: Place,
        /// Which value and its unit.
        what: &'static str,
        /// What the file says.
        found: u64,
        /// Smallest allowed.
        low: u64,
        /// Largest allowed.
        high: u64,
    },
    /// Breath phases in an order that lungs cannot follow, such as holding after breathing out.
    #[error("{place}: a breath cannot go from {from:?} to {to:?}")]
    BadBreath {
        /// Where.
        place: Place,
        /// The phase before; for the first phase, the last one of the breath before.
        from: BreathKind,
        /// The phase that does not fit.
        to: BreathKind,
    },
}

/// The part of an exercise that an error is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Title, summary, minutes and the like.
    Head,
    /// A step, counted from 0.
    Step(usize),
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Head => f.write_str("exercise"),
            Self::Step(index) => write!(f, "step {}", index.saturating_add(1)),
        }
    }
}

type Checked = Result<(), ExerciseError>;

impl Exercise {
    /// Checks everything that the types alone cannot.
    pub(super) fn check(&self) -> Checked {
        let head = Place::Head;
        id(&self.id)?;
        text(head, "title", &self.title)?;
        text(head, "summary", &self.summary)?;
        text(head, "when", &self.when)?;
        some(head, "list of sources", &self.sources)?;
        for caution in &self.cautions {
            text(head, "caution", caution)?;
        }
        for source in &self.sources {
            text(head, "source", source)?;
        }
        for study in self.evidence.studies() {
            for (what, words) in study.texts() {
                text(head, what, words)?;
            }
            let people = study.n.unwrap_or(1).into();
            range(head, "n of a study", people, &(1..=u64::from(u32::MAX)))?;
        }
        range(head, "number of steps", size(self.steps.len()), &STEPS)?;
        let mut ids = BTreeSet::new();
        for (index, step) in self.steps.iter().enumerate() {
            step.check(Place::Step(index))?;
            if let Some(name) = step.id()
                && !ids.insert(name)
            {
                return Err(ExerciseError::DuplicateId(name.to_owned()));
            }
        }
        self.check_minutes()
    }

    fn check_minutes(&self) -> Checked {
        let (low, high) = (self.minutes.low.into(), self.minutes.high.into());
        range(Place::Head, "minutes.high", high, &MINUTES)?;
        range(Place::Head, "minutes.low", low, &(*MINUTES.start()..=high))?;
        // A person who was told 'three minutes' must not be held for ten.
        let timed = self.timed_ms() / MS;
        range(Place::Head, "timed seconds", timed, &(0..=high * 60))
    }
}

impl Step {
    fn check(&self, place: Place) -> Checked {
        text(place, "prompt", self.prompt())?;
        if let Some(name) = self.id() {
            id(name)?;
        }
        match self {
            Self::Guide { title, seconds, .. } => {
                if let Some(title) = title {
                    text(place, "title", title)?;
                }
                seconds.map_or(Ok(()), |s| {
                    range(place, "seconds", s.into(), &GUIDE_SECONDS)
                })
            }
            Self::Breathe { rounds, phases, .. } => {
                range(place, "rounds", (*rounds).into(), &ROUNDS)?;
                breath(place, phases)
            }
            Self::Count { label, count, .. } => {
                text(place, "label", label)?;
                range(place, "count", (*count).into(), &COUNT)
            }
            Self::Write { hint, .. } => hint.as_ref().map_or(Ok(()), |h| text(place, "hint", h)),
            Self::Ask { if_yes, .. } => text(place, "if_yes", if_yes),
            Self::Rate { .. } => Ok(()),
        }
    }
}

/// Checks lengths, and that the lung picture never jumps from one phase to the next.
fn breath(place: Place, phases: &[BreathPhase]) -> Checked {
    use BreathKind::{Hold, In, Out, Rest};
    range(place, "number of phases", size(phases.len()), &PHASES)?;
    let before = phases.iter().cycle().skip(phases.len().saturating_sub(1));
    for (index, (from, to)) in before.zip(phases).enumerate() {
        range(
            place,
            "seconds of a phase",
            to.seconds.into(),
            &PHASE_SECONDS,
        )?;
        let follows = matches!(
            (from.kind, to.kind),
            (In, Hold | Out) | (Hold, Out) | (Out, Rest | In) | (Rest, In)
        );
        if !follows || (index == 0 && to.kind != In) {
            let (from, to) = (from.kind, to.kind);
            return Err(ExerciseError::BadBreath { place, from, to });
        }
    }
    Ok(())
}

/// Checks that an id is lower-case ASCII words and digits joined by single hyphens.
pub(super) fn id(id: &str) -> Checked {
    let word = |w: &str| {
        !w.is_empty()
            && w.bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    };
    if id.len() <= ID && id.split('-').all(word) {
        Ok(())
    } else {
        Err(ExerciseError::BadId(id.to_owned()))
    }
}

fn text(place: Place, what: &'static str, text: &str) -> Checked {
    if text.trim().is_empty() {
        return Err(ExerciseError::Empty { place, what });
    }
    range(place, what, size(text.chars().count()), &TEXT)
}

fn some<T>(place: Place, what: &'static str, list: &[T]) -> Checked {
    if list.is_empty() {
        return Err(ExerciseError::Empty { place, what });
    }
    Ok(())
}

fn range(place: Place, what: &'static str, found: u64, allowed: &RangeInclusive<u64>) -> Checked {
    if allowed.contains(&found) {
        return Ok(());
    }
    let (low, high) = (*allowed.start(), *allowed.end());
    Err(ExerciseError::OutOfRange {
        place,
        what,
        found,
        low,
        high,
    })
}

fn size(len: usize) -> u64 {
    u64::try_from(len).unwrap_or(u64::MAX)
}
