//! Where a practice has got to, and how time moves it.

use super::model::ExerciseStep;

/// Most milliseconds that one visit to a step without a timer counts as practice. Ebb's own
/// choice: enough to write a few lines, not enough for a phone left on the table to look like an
/// hour of effort.
pub(super) const WAIT_CAP_MS: u64 = 5 * 60 * 1000;

/// A tap within this many milliseconds after a step moved on by itself was meant for the step
/// before. Ebb's own choice: about as long as a hand that has already set out takes to land.
pub(super) const LATE_TAP_MS: u64 = 500;

/// Where a practice is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Not begun.
    Ready,
    /// Time is passing.
    Running,
    /// Time stands still.
    Paused,
    /// Over, by reaching the end or by stopping early.
    Done,
}

/// A position in the steps at an instant. Copying it and settling the copy answers 'where would
/// we be at this time?' without changing anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cursor {
    pub(super) status: Status,
    /// Index of the step; the number of steps when all are passed.
    pub(super) step: usize,
    /// Running time in this step.
    pub(super) in_step_ms: u64,
    /// Running time that counts as practice.
    pub(super) practised_ms: u64,
    /// Whether this step was reached by time alone.
    arrived_by_itself: bool,
    /// The caller's clock when this cursor was last settled.
    seen_ms: u64,
}

impl Cursor {
    /// Before the first step, or a restored practice that waits to go on.
    pub(super) const fn new(status: Status, step: usize, practised_ms: u64) -> Self {
        Self {
            status,
            step,
            in_step_ms: 0,
            practised_ms,
            arrived_by_itself: false,
            seen_ms: 0,
        }
    }

    /// Lets the time up to `now_ms` pass.
    ///
    /// A clock that went back counts as no time passed, and time goes on from the new reading:
    /// waiting for the old one to come round again could freeze a breath for an hour.
    pub(super) fn settle(&mut self, steps: &[ExerciseStep], now_ms: u64) {
        let mut left = now_ms.saturating_sub(self.seen_ms);
        self.seen_ms = now_ms;
        while left > 0 && self.status == Status::Running {
            let Some(step) = steps.get(self.step) else {
                self.status = Status::Done;
                return;
            };
            left = match step.timed_ms() {
                Some(length) => self.flow(left, length, steps.len()),
                None => self.wait(left),
            };
        }
    }

    /// Spends time in a timed step and gives back what is left for the next.
    fn flow(&mut self, ms: u64, length_ms: u64, steps: usize) -> u64 {
        let needed = length_ms.saturating_sub(self.in_step_ms);
        let spent = ms.min(needed);
        self.practised_ms = self.practised_ms.saturating_add(spent);
        if spent < needed {
            self.in_step_ms = self.in_step_ms.saturating_add(spent);
        } else {
            self.go_to(self.step.saturating_add(1), steps);
            self.arrived_by_itself = true;
        }
        ms - spent
    }

    /// Spends all the time here: nothing flows past a step that waits for a tap.
    fn wait(&mut self, ms: u64) -> u64 {
        let counted = ms.min(WAIT_CAP_MS.saturating_sub(self.in_step_ms));
        self.practised_ms = self.practised_ms.saturating_add(counted);
        self.in_step_ms = self.in_step_ms.saturating_add(ms);
        0
    }

    /// Goes to the start of a step; past the last one the practice is done.
    pub(super) fn go_to(&mut self, step: usize, steps: usize) {
        self.step = step.min(steps);
        self.in_step_ms = 0;
        self.arrived_by_itself = false;
        if self.step == steps {
            self.status = Status::Done;
        }
    }

    /// Whether a tap right now was meant for the step before.
    pub(super) const fn tap_is_late(&self) -> bool {
        self.arrived_by_itself && self.in_step_ms < LATE_TAP_MS
    }
}
