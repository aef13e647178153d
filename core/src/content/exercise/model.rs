//! What an exercise is made of.

use serde::Deserialize;

use crate::content::Evidence;

/// Milliseconds in a second.
pub(super) const MS: u64 = 1000;

/// One exercise, as the content files hold it. Get one through [`Content::parse`](crate::content::Content::parse) or a
/// [`Library`](crate::content::Library), which check it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Exercise {
    /// Kebab-case name that never changes and is the same in every language; practice records
    /// point to it.
    pub id: String,
    /// What the person sees it called.
    pub title: String,
    /// One sentence about what happens.
    pub summary: String,
    /// How long it usually takes.
    pub minutes: Minutes,
    /// The kind of skill.
    pub family: Family,
    /// When it tends to help, in a few words.
    pub when: String,
    /// What to know before starting. May be empty.
    #[serde(default)]
    pub cautions: Vec<String>,
    /// The steps in order. A person can skip any of them.
    pub steps: Vec<ExerciseStep>,
    /// Whether Ebb asks for a craving rating before and after.
    #[serde(default = "yes")]
    pub needs_rating: bool,
    /// What is known of it as an app, from studies. The field is required, the list may be empty.
    pub evidence: Evidence,
    /// Where the exercise and its timings come from. Never empty.
    pub sources: Vec<String>,
}

const fn yes() -> bool {
    true
}

/// A usual length, in whole minutes, 1 to 60.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Minutes {
    /// For a person who goes straight through.
    pub low: u16,
    /// For a person who takes their time.
    pub high: u16,
}

/// The kind of skill an exercise practises.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Family {
    /// Staying with an urge, or putting it off, until it fades.
    Urge,
    /// Led breathing.
    Breathing,
    /// Coming back to the room through the senses.
    Grounding,
    /// Noticing without judging.
    Mindfulness,
    /// Writing and thinking it through.
    Thinking,
    /// Attention to the body and what it needs.
    Body,
    /// Getting ready while it is calm: making a plan, rehearsing words, acting on it.
    Planning,
}

impl Family {
    /// Every family, in the order of a list of exercises: what helps with an urge comes first.
    pub const ALL: [Self; 7] = [
        Self::Urge,
        Self::Breathing,
        Self::Grounding,
        Self::Mindfulness,
        Self::Body,
        Self::Thinking,
        Self::Planning,
    ];
}

/// One step of an exercise.
///
/// A [timed](ExerciseStep::timed_ms) step moves on by itself; every other step waits for a tap.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum ExerciseStep {
    /// Words to follow: timed when `seconds` is given, else until a tap.
    Guide {
        /// A short heading.
        title: Option<String>,
        /// The words.
        prompt: String,
        /// Length in seconds, 5 to 600.
        seconds: Option<u16>,
    },
    /// Led breathing; timed.
    Breathe {
        /// The words shown with the moving picture.
        prompt: String,
        /// How many times the phases repeat, 1 to 60.
        rounds: u16,
        /// One breath, beginning with [`BreathKind::In`].
        phases: Vec<BreathPhase>,
    },
    /// Name a few things that one sense finds. Writing them down is optional.
    Count {
        /// Names the answer.
        id: String,
        /// The sense, in one word, such as 'See'.
        label: String,
        /// The words.
        prompt: String,
        /// How many things, 1 to 10. An invitation, not a test: fewer is fine.
        count: u8,
    },
    /// A few words in the person's own hand, kept with the practice.
    Write {
        /// Names the answer.
        id: String,
        /// The words.
        prompt: String,
        /// An example to lean on.
        hint: Option<String>,
    },
    /// A yes-or-no question; yes shows one small thing to do.
    Ask {
        /// Names the answer.
        id: String,
        /// The question.
        question: String,
        /// What to show after a yes.
        if_yes: String,
    },
    /// Rate the craving again, 0 to 10, part-way through.
    Rate {
        /// Names the answer.
        id: String,
        /// The words.
        prompt: String,
    },
}

/// A part of one breath. The app has the word for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BreathKind {
    /// Breathing in: the lungs fill.
    In,
    /// Holding with full lungs.
    Hold,
    /// Breathing out: the lungs empty.
    Out,
    /// Resting with empty lungs.
    Rest,
}

impl BreathKind {
    /// Its name in the content files.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::In => "in",
            Self::Hold => "hold",
            Self::Out => "out",
            Self::Rest => "rest",
        }
    }
}

/// One phase of a breath.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct BreathPhase {
    /// What the breath does.
    pub kind: BreathKind,
    /// Length in seconds, 1 to 20.
    pub seconds: u8,
}

impl Exercise {
    /// The length of all timed steps together, in milliseconds.
    #[must_use]
    pub fn timed_ms(&self) -> u64 {
        self.steps.iter().filter_map(ExerciseStep::timed_ms).sum()
    }
}

impl ExerciseStep {
    /// The length of a step that moves on by itself, in milliseconds; `None` for a step that
    /// waits for a tap.
    #[must_use]
    pub fn timed_ms(&self) -> Option<u64> {
        match self {
            Self::Guide { seconds, .. } => seconds.map(|s| u64::from(s) * MS),
            Self::Breathe { rounds, phases, .. } => Some(u64::from(*rounds) * breath_ms(phases)),
            Self::Count { .. } | Self::Write { .. } | Self::Ask { .. } | Self::Rate { .. } => None,
        }
    }

    /// The name of this step's answer, for the kinds that take one.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::Guide { .. } | Self::Breathe { .. } => None,
            Self::Count { id, .. }
            | Self::Write { id, .. }
            | Self::Ask { id, .. }
            | Self::Rate { id, .. } => Some(id),
        }
    }

    /// The main words of the step.
    #[must_use]
    pub fn prompt(&self) -> &str {
        match self {
            Self::Guide { prompt, .. }
            | Self::Breathe { prompt, .. }
            | Self::Count { prompt, .. }
            | Self::Write { prompt, .. }
            | Self::Rate { prompt, .. } => prompt,
            Self::Ask { question, .. } => question,
        }
    }
}

/// The length of one breath in milliseconds.
pub(super) fn breath_ms(phases: &[BreathPhase]) -> u64 {
    phases.iter().map(|p| u64::from(p.seconds) * MS).sum()
}
