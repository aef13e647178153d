//! What makes an exercise fit to lead a person through.
//!
//! The limits here are Ebb's own guards against a slip of the keyboard in a content file. They
//! are no clinical limits: those are in the content, with its sources.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use super::model::{BreathKind, BreathPhase, Exercise, ExerciseStep, MS};
use crate::content::{
    Checked, Content, ContentError, check_evidence, check_id, check_range, check_text, check_texts,
};

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

const HEAD: &str = "exercise";

impl Content for Exercise {
    fn parse(json: &str) -> Result<Self, ContentError> {
        let exercise: Self =
            serde_json::from_str(json).map_err(|e| ContentError::Unreadable(e.to_string()))?;
        exercise.check()?;
        Ok(exercise)
    }

    fn id(&self) -> &str {
        &self.id
    }
}

impl Exercise {
    /// Checks everything that the types alone cannot.
    fn check(&self) -> Checked {
        check_id(&self.id)?;
        text(HEAD, "title", &self.title)?;
        text(HEAD, "summary", &self.summary)?;
        text(HEAD, "when", &self.when)?;
        for caution in &self.cautions {
            text(HEAD, "caution", caution)?;
        }
        check_texts(HEAD, "list of sources", &self.sources)?;
        for source in &self.sources {
            text(HEAD, "source", source)?;
        }
        check_evidence(HEAD, &self.evidence)?;
        check_range(HEAD, "number of steps", size(self.steps.len()), &STEPS)?;
        let mut ids = BTreeSet::new();
        for (index, step) in self.steps.iter().enumerate() {
            step.check(&format!("step {}", index.saturating_add(1)))?;
            if let Some(name) = step.id()
                && !ids.insert(name)
            {
                return Err(ContentError::DuplicateId(name.to_owned()));
            }
        }
        self.check_minutes()
    }

    fn check_minutes(&self) -> Checked {
        let (low, high) = (self.minutes.low.into(), self.minutes.high.into());
        check_range(HEAD, "minutes.high", high, &MINUTES)?;
        check_range(HEAD, "minutes.low", low, &(*MINUTES.start()..=high))?;
        // A person who was told 'three minutes' must not be held for ten.
        let timed = self.timed_ms() / MS;
        check_range(HEAD, "timed seconds", timed, &(0..=high * 60))
    }
}

impl ExerciseStep {
    fn check(&self, place: &str) -> Checked {
        text(place, "prompt", self.prompt())?;
        if let Some(name) = self.id() {
            check_id(name)?;
        }
        match self {
            Self::Guide { title, seconds, .. } => {
                if let Some(title) = title {
                    text(place, "title", title)?;
                }
                seconds.map_or(Ok(()), |s| {
                    check_range(place, "seconds", s.into(), &GUIDE_SECONDS)
                })
            }
            Self::Breathe { rounds, phases, .. } => {
                check_range(place, "rounds", (*rounds).into(), &ROUNDS)?;
                breath(place, phases)
            }
            Self::Count { label, count, .. } => {
                text(place, "label", label)?;
                check_range(place, "count", (*count).into(), &COUNT)
            }
            Self::Write { hint, .. } => hint.as_ref().map_or(Ok(()), |h| text(place, "hint", h)),
            Self::Ask { if_yes, .. } => text(place, "if_yes", if_yes),
            Self::Rate { .. } => Ok(()),
        }
    }
}

/// Checks lengths, and that the lung picture never jumps from one phase to the next.
fn breath(place: &str, phases: &[BreathPhase]) -> Checked {
    use BreathKind::{Hold, In, Out, Rest};
    check_range(place, "number of phases", size(phases.len()), &PHASES)?;
    let before = phases.iter().cycle().skip(phases.len().saturating_sub(1));
    for (index, (from, to)) in before.zip(phases).enumerate() {
        check_range(
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
            return Err(ContentError::BadBreath {
                place: place.to_owned(),
                from: from.name(),
                to: to.name(),
            });
        }
    }
    Ok(())
}

fn text(place: &str, what: &'static str, text: &str) -> Checked {
    check_text(place, what, text)?;
    check_range(place, what, size(text.chars().count()), &TEXT)
}

fn size(len: usize) -> u64 {
    u64::try_from(len).unwrap_or(u64::MAX)
}
