//! What a practice looks like at one instant.

use super::cursor::{Cursor, Status};
use super::model::{BreathKind, BreathPhase, ExerciseStep, MS, breath_ms};

/// What a step without a timer weighs in the progress bar, in milliseconds. A guess that only
/// moves the bar.
const WAIT_WEIGHT_MS: u64 = 20 * MS;
/// Where in a ride the peak is, and how high the water stands at both ends. Ebb's own choice.
const PEAK: f64 = 0.45;
const SWELL_AT_FIRST: f64 = 0.4;
const SWELL_AT_LAST: f64 = 0.1;

/// One instant of a practice: small, `Copy`, and without words.
/// [`Player::step`](super::Player::step) has the words.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlayerView {
    /// Ready, running, paused or done.
    pub status: Status,
    /// Index of the step, from 0; equal to `steps` when all are passed.
    pub step: usize,
    /// Number of steps.
    pub steps: usize,
    /// What moves in this step.
    pub moment: Motion,
    /// How much of the whole is behind, 0 to 1. Never falls while time passes.
    pub progress: f64,
    /// Milliseconds left in this and all later timed steps; `None` when none of them is timed.
    pub remaining_ms: Option<u64>,
    /// Milliseconds practised; see [`Outcome::seconds`](crate::log::PracticeOutcome::seconds).
    pub practised_ms: u64,
}

/// What moves in a step.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Motion {
    /// Nothing: the step waits for a tap.
    Waiting,
    /// A timer runs.
    Timed {
        /// Whole seconds left, counting down to 1.
        seconds_left: u32,
        /// How much of the step is behind, 0 to 1.
        fraction: f64,
    },
    /// A breath is led.
    Breath(Breath),
    /// The practice is over.
    Over,
}

/// One instant of a led breath.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Breath {
    /// What the breath does.
    pub kind: BreathKind,
    /// Whole seconds left in the phase, counting down to 1.
    pub seconds_left: u32,
    /// How much of the phase is behind, 0 to 1.
    pub fraction: f64,
    /// This breath, from 1.
    pub round: u32,
    /// All breaths of the step.
    pub rounds: u32,
    /// Index of the phase in the breath, from 0.
    pub phase: usize,
    /// Length of the phase in seconds.
    pub phase_seconds: u8,
}

/// What a screen reader has to be told. Equal for as long as there is nothing new to say, so
/// announce it when it changes; it does not change with every second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cue {
    /// Not begun.
    Ready,
    /// A step without a led breath: say its words.
    Step(usize),
    /// A phase of a breath: say its word and its seconds, and the step's words at the first
    /// phase of the first round.
    Breath {
        /// Index of the step.
        step: usize,
        /// The breath, from 1.
        round: u32,
        /// Index of the phase in the breath, from 0.
        phase: usize,
        /// What the breath does.
        kind: BreathKind,
        /// Length of the phase in seconds.
        seconds: u8,
    },
    /// Paused.
    Paused,
    /// Over.
    Done,
}

impl PlayerView {
    pub(super) fn of(steps: &[ExerciseStep], cursor: Cursor) -> Self {
        let behind = steps.iter().take(cursor.step);
        let ahead = steps.iter().skip(cursor.step);
        let current = steps.get(cursor.step);
        let whole: u64 = steps.iter().map(weight).sum();
        // A step that waits adds nothing until it is passed.
        let in_step = current
            .and_then(ExerciseStep::timed_ms)
            .map_or(0, |ms| ms.min(cursor.in_step_ms));
        let done = behind.map(weight).sum::<u64>() + in_step;
        let timed: Vec<u64> = ahead.filter_map(ExerciseStep::timed_ms).collect();
        let over = cursor.status == Status::Done;
        Self {
            status: cursor.status,
            step: cursor.step,
            steps: steps.len(),
            moment: match current {
                Some(step) if !over => moment(step, cursor.in_step_ms),
                _ => Motion::Over,
            },
            progress: ratio(done, whole),
            remaining_ms: (!over && !timed.is_empty())
                .then(|| timed.iter().sum::<u64>().saturating_sub(in_step)),
            practised_ms: cursor.practised_ms,
        }
    }

    /// How high an urge stands that is ridden from the first step to the last, 0 to 1: it rises to
    /// its peak before the middle, and ebbs below where it began. A picture of what urges do and
    /// not a measurement.
    #[must_use]
    pub fn swell(&self) -> f64 {
        let (from, to, along) = if self.progress < PEAK {
            (SWELL_AT_FIRST, 1.0, self.progress / PEAK)
        } else {
            (1.0, SWELL_AT_LAST, (self.progress - PEAK) / (1.0 - PEAK))
        };
        let along = along.clamp(0.0, 1.0);
        from + (to - from) * along * along * (3.0 - 2.0 * along)
    }

    /// What a screen reader has to be told.
    #[must_use]
    pub const fn cue(&self) -> Cue {
        match (self.status, self.moment) {
            (Status::Ready, _) => Cue::Ready,
            (Status::Paused, _) => Cue::Paused,
            (Status::Done, _) => Cue::Done,
            (Status::Running, Motion::Breath(b)) => Cue::Breath {
                step: self.step,
                round: b.round,
                phase: b.phase,
                kind: b.kind,
                seconds: b.phase_seconds,
            },
            (Status::Running, _) => Cue::Step(self.step),
        }
    }
}

impl Breath {
    /// How full the lungs are, 0 to 1, for the moving picture: it rises, stays, falls, rests, and
    /// never jumps.
    #[must_use]
    pub fn scale(&self) -> f64 {
        match self.kind {
            BreathKind::In => self.fraction,
            BreathKind::Hold => 1.0,
            BreathKind::Out => 1.0 - self.fraction,
            BreathKind::Rest => 0.0,
        }
    }
}

fn weight(step: &ExerciseStep) -> u64 {
    step.timed_ms().unwrap_or(WAIT_WEIGHT_MS)
}

fn moment(step: &ExerciseStep, in_step_ms: u64) -> Motion {
    if let ExerciseStep::Breathe { rounds, phases, .. } = step {
        return breath(*rounds, phases, in_step_ms).map_or(Motion::Waiting, Motion::Breath);
    }
    step.timed_ms()
        .map_or(Motion::Waiting, |length| Motion::Timed {
            seconds_left: seconds(length.saturating_sub(in_step_ms)),
            fraction: ratio(in_step_ms, length),
        })
}

/// The phase of a breath at this time; `None` for a breath without length.
fn breath(rounds: u16, phases: &[BreathPhase], in_step_ms: u64) -> Option<Breath> {
    let one = breath_ms(phases);
    let round = in_step_ms.checked_div(one)?;
    let mut rest = in_step_ms % one;
    for (index, phase) in phases.iter().enumerate() {
        let length = u64::from(phase.seconds) * MS;
        if rest < length {
            return Some(Breath {
                kind: phase.kind,
                seconds_left: seconds(length - rest),
                fraction: ratio(rest, length),
                round: u32::try_from(round).unwrap_or(u32::MAX).saturating_add(1),
                rounds: rounds.into(),
                phase: index,
                phase_seconds: phase.seconds,
            });
        }
        rest -= length;
    }
    None
}

/// Whole seconds, rounded up: a countdown of four says 4, 3, 2, 1 and never 0.
fn seconds(ms: u64) -> u32 {
    u32::try_from(ms.div_ceil(MS)).unwrap_or(u32::MAX)
}

/// Part of a whole, 0 to 1. Nothing to do is all done.
fn ratio(part: u64, whole: u64) -> f64 {
    if whole == 0 {
        return 1.0;
    }
    // Both fit: an hour is 3.6 million milliseconds.
    let small = |n: u64| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    (small(part) / small(whole)).min(1.0)
}
