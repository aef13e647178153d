//! The player: a person's taps and the passing of time, turned into a position in an exercise.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::answer::{StepAnswerError, check, is_blank};
use super::cursor::{Cursor, Status};
use super::model::{Exercise, ExerciseStep, MS};
use super::view::PlayerView;
use crate::log::{Answer, AnswerValue, Finish, PracticeOutcome};

/// Leads through one exercise.
///
/// Every `now_ms` is a reading of one monotonic clock in milliseconds, from any starting point
/// (`performance.now()` in a browser). A reading smaller than the one before counts as no time
/// passed. A call that makes no sense in the present [`Status`], such as `resume` while running,
/// does nothing, so a double tap is harmless.
#[derive(Clone, Debug, PartialEq)]
pub struct Player {
    exercise: Exercise,
    cursor: Cursor,
    answers: BTreeMap<String, AnswerValue>,
}

/// Enough of a practice to go on after the tab was killed. Holds what the person wrote: keep it
/// only where drafts are kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bookmark {
    /// The id of the exercise.
    pub exercise: String,
    /// Index of the step reached.
    pub step: usize,
    /// Milliseconds practised so far.
    pub practised_ms: u64,
    /// Answers so far.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<Answer>,
}

impl Player {
    /// A player before the first step, waiting for [`start`](Self::start).
    #[must_use]
    pub const fn new(exercise: Exercise) -> Self {
        Self {
            exercise,
            cursor: Cursor::new(Status::Ready, 0, 0),
            answers: BTreeMap::new(),
        }
    }

    /// A player paused at the start of the bookmarked step. `None` when the bookmark belongs to
    /// another exercise or had passed the last step. Answers that no longer fit are left out.
    #[must_use]
    pub fn from_bookmark(exercise: Exercise, bookmark: Bookmark) -> Option<Self> {
        if bookmark.exercise != exercise.id || bookmark.step >= exercise.steps.len() {
            return None;
        }
        let mut player = Self::new(exercise);
        player.cursor = Cursor::new(Status::Paused, bookmark.step, bookmark.practised_ms);
        for Answer { id, value } in bookmark.answers {
            // An answer to a step that an update took away has no place to go.
            let _ = player.answer(&id, Some(value));
        }
        Some(player)
    }

    /// The exercise being played.
    #[must_use]
    pub const fn exercise(&self) -> &Exercise {
        &self.exercise
    }

    /// The step that a view speaks of: its words to show. `None` when done.
    #[must_use]
    pub fn step(&self, view: &PlayerView) -> Option<&ExerciseStep> {
        self.exercise.steps.get(view.step)
    }

    /// What to show at `now_ms`.
    #[must_use]
    pub fn view(&self, now_ms: u64) -> PlayerView {
        PlayerView::of(&self.exercise.steps, self.settled(now_ms))
    }

    /// Lets time pass without a tap. Not needed for a right view; called now and then, it lets
    /// play go on soon after a clock was set back.
    pub fn tick(&mut self, now_ms: u64) {
        self.cursor.settle(&self.exercise.steps, now_ms);
    }

    /// Begins the first step.
    pub fn start(&mut self, now_ms: u64) {
        self.change(now_ms, Status::Ready, Status::Running);
    }

    /// Stops time until [`resume`](Self::resume). Paused time is not practice.
    pub fn pause(&mut self, now_ms: u64) {
        self.change(now_ms, Status::Running, Status::Paused);
    }

    /// Goes on from where it was paused.
    pub fn resume(&mut self, now_ms: u64) {
        self.change(now_ms, Status::Paused, Status::Running);
    }

    /// Goes to the next step: 'Next' on a step that waits, 'Skip' on a timed one. Past the last
    /// step the practice is done. A paused player stays paused.
    ///
    /// A tap in the first half second after a timed step ended by itself was meant for that
    /// step, and does nothing.
    pub fn skip(&mut self, now_ms: u64) {
        self.tick(now_ms);
        if self.is_under_way() && !self.cursor.tap_is_late() {
            self.go_to(self.cursor.step.saturating_add(1));
        }
    }

    /// Goes to the start of the step before, or of the first step. A paused player stays paused.
    pub fn back(&mut self, now_ms: u64) {
        self.tick(now_ms);
        if self.is_under_way() {
            self.go_to(self.cursor.step.saturating_sub(1));
        }
    }

    /// Stops here, whatever is left. Always allowed.
    pub fn finish_early(&mut self, now_ms: u64) {
        self.tick(now_ms);
        self.cursor.status = Status::Done;
    }

    /// Keeps an answer, at any time and in any order. A later one replaces it; `None` or an
    /// empty list takes it back.
    ///
    /// # Errors
    /// [`StepAnswerError`] when no step has this id, the step takes another kind of answer, or the
    /// list is too long. An earlier answer is then kept.
    pub fn answer(&mut self, id: &str, value: Option<AnswerValue>) -> Result<(), StepAnswerError> {
        let mut steps = self.exercise.steps.iter();
        let step = steps
            .find(|s| s.id() == Some(id))
            .ok_or(StepAnswerError::NoSuchStep)?;
        match value.filter(|value| !is_blank(value)) {
            Some(value) => {
                check(&value, step)?;
                self.answers.insert(id.to_owned(), value);
            }
            None => {
                self.answers.remove(id);
            }
        }
        Ok(())
    }

    /// The answer kept for a step, to fill the field again after going back.
    #[must_use]
    pub fn answer_to(&self, id: &str) -> Option<&AnswerValue> {
        self.answers.get(id)
    }

    /// What this practice comes to at `now_ms`. Before it is done, what it would come to if the
    /// person stopped now.
    #[must_use]
    pub fn outcome(&self, now_ms: u64) -> PracticeOutcome {
        let cursor = self.settled(now_ms);
        let at_end = cursor.step >= self.exercise.steps.len();
        PracticeOutcome {
            finish: if at_end {
                Finish::Completed
            } else {
                Finish::Early
            },
            seconds: u32::try_from(cursor.practised_ms / MS).unwrap_or(u32::MAX),
            answers: self.answers(),
        }
    }

    /// Where to go on from if the tab is killed.
    #[must_use]
    pub fn bookmark(&self, now_ms: u64) -> Bookmark {
        let cursor = self.settled(now_ms);
        Bookmark {
            exercise: self.exercise.id.clone(),
            step: cursor.step,
            practised_ms: cursor.practised_ms,
            answers: self.answers(),
        }
    }

    fn answers(&self) -> Vec<Answer> {
        let ids = self.exercise.steps.iter().filter_map(ExerciseStep::id);
        ids.filter_map(|id| {
            let value = self.answers.get(id)?.clone();
            Some(Answer {
                id: id.to_owned(),
                value,
            })
        })
        .collect()
    }

    fn settled(&self, now_ms: u64) -> Cursor {
        let mut cursor = self.cursor;
        cursor.settle(&self.exercise.steps, now_ms);
        cursor
    }

    fn change(&mut self, now_ms: u64, from: Status, to: Status) {
        self.tick(now_ms);
        if self.cursor.status == from {
            self.cursor.status = to;
        }
    }

    const fn is_under_way(&self) -> bool {
        matches!(self.cursor.status, Status::Running | Status::Paused)
    }

    fn go_to(&mut self, step: usize) {
        self.cursor.go_to(step, self.exercise.steps.len());
    }
}
