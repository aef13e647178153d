//! Tests of the exercises, named after what a person, or a writer of content, would notice.

mod any_order;
mod content;
mod player;
mod reading;
mod view;

use super::{BreathKind, BreathPhase, Exercise, ExerciseStep, Family, Minutes};
use crate::content::Evidence;

/// A time at which the caller's clock stands when a test begins; nothing may depend on it.
const T0: u64 = 7_000_000;

fn guide(seconds: Option<u16>) -> ExerciseStep {
    ExerciseStep::Guide {
        title: None,
        prompt: "Look around.".into(),
        seconds,
    }
}

fn breathe(rounds: u16, phases: &[(BreathKind, u8)]) -> ExerciseStep {
    let phase = |&(kind, seconds)| BreathPhase { kind, seconds };
    ExerciseStep::Breathe {
        prompt: "Breathe.".into(),
        rounds,
        phases: phases.iter().map(phase).collect(),
    }
}

fn write(id: &str) -> ExerciseStep {
    ExerciseStep::Write {
        id: id.into(),
        prompt: "Write.".into(),
        hint: None,
    }
}

fn ask(id: &str) -> ExerciseStep {
    ExerciseStep::Ask {
        id: id.into(),
        question: "Are you tired?".into(),
        if_yes: "Rest.".into(),
    }
}

fn count(id: &str) -> ExerciseStep {
    ExerciseStep::Count {
        id: id.into(),
        label: "See".into(),
        prompt: "Look.".into(),
        count: 5,
    }
}

fn rate(id: &str) -> ExerciseStep {
    ExerciseStep::Rate {
        id: id.into(),
        prompt: "How strong?".into(),
    }
}

/// Four in, two held, six out, one at rest.
fn uneven(rounds: u16) -> ExerciseStep {
    use BreathKind::{Hold, In, Out, Rest};
    breathe(rounds, &[(In, 4), (Hold, 2), (Out, 6), (Rest, 1)])
}

fn exercise(steps: Vec<ExerciseStep>) -> Exercise {
    Exercise {
        id: "sample".into(),
        title: "Sample".into(),
        summary: "A sample.".into(),
        minutes: Minutes { low: 1, high: 60 },
        family: Family::Urge,
        when: "Any time.".into(),
        cautions: Vec::new(),
        steps,
        needs_rating: true,
        evidence: Evidence::default(),
        sources: vec!["Nobody (2000).".into()],
    }
}
