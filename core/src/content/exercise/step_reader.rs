//! How a step is written in a data file.
//!
//! One flat shape for every kind of step: serde's own reader for a tagged choice keeps a copy of
//! everything it has read so far, and weighed 17 kB in the first download.

use serde::Deserialize;

use super::model::{BreathPhase, ExerciseStep};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    #[default]
    Guide,
    Breathe,
    Count,
    Write,
    Ask,
    Rate,
}

#[derive(Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    kind: Kind,
    id: Option<String>,
    title: Option<String>,
    label: Option<String>,
    prompt: Option<String>,
    hint: Option<String>,
    question: Option<String>,
    if_yes: Option<String>,
    seconds: Option<u16>,
    rounds: Option<u16>,
    count: Option<u8>,
    phases: Option<Vec<BreathPhase>>,
}

/// Why a step does not fit its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum Misfit {
    #[error("a step of this kind needs the field `{0}`")]
    Missing(&'static str),
    #[error("a step of this kind has a field that belongs to another kind")]
    Extra,
}

impl TryFrom<Written> for ExerciseStep {
    type Error = Misfit;

    fn try_from(mut from: Written) -> Result<Self, Misfit> {
        let step = match from.kind {
            Kind::Guide => Self::Guide {
                title: from.title.take(),
                prompt: needed(&mut from.prompt, "prompt")?,
                seconds: from.seconds.take(),
            },
            Kind::Breathe => Self::Breathe {
                prompt: needed(&mut from.prompt, "prompt")?,
                rounds: needed(&mut from.rounds, "rounds")?,
                phases: needed(&mut from.phases, "phases")?,
            },
            Kind::Count => Self::Count {
                id: needed(&mut from.id, "id")?,
                label: needed(&mut from.label, "label")?,
                prompt: needed(&mut from.prompt, "prompt")?,
                count: needed(&mut from.count, "count")?,
            },
            Kind::Write => Self::Write {
                id: needed(&mut from.id, "id")?,
                prompt: needed(&mut from.prompt, "prompt")?,
                hint: from.hint.take(),
            },
            Kind::Ask => Self::Ask {
                id: needed(&mut from.id, "id")?,
                question: needed(&mut from.question, "question")?,
                if_yes: needed(&mut from.if_yes, "if_yes")?,
            },
            Kind::Rate => Self::Rate {
                id: needed(&mut from.id, "id")?,
                prompt: needed(&mut from.prompt, "prompt")?,
            },
        };
        let nothing_left = Written {
            kind: from.kind,
            ..Written::default()
        };
        if from == nothing_left {
            Ok(step)
        } else {
            Err(Misfit::Extra)
        }
    }
}

fn needed<T>(field: &mut Option<T>, name: &'static str) -> Result<T, Misfit> {
    field.take().ok_or(Misfit::Missing(name))
}
