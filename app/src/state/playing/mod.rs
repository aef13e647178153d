//! An exercise being done: core's player, the frames that move it, what one hears and feels, and
//! the run that is kept so that a killed tab loses nothing.

mod cues;

use cues::{focus_soon, mind_focus};
use ebb_core::content::exercise::{
    Bookmark, Exercise, ExerciseStep, Motion, Player, PlayerView, Status,
};
use ebb_core::journal::RecordId;
use ebb_core::log::{AnswerValue, course};
use ebb_core::rating::Rating;
use leptos::leptos_dom::helpers::{
    AnimationFrameRequestHandle, request_animation_frame_with_handle,
};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::aloud::Aloud;
use super::draft::Draft;
use super::forms::RunForm;
use super::journal::{JournalContext, use_journal};
use super::preferences::{Preferences, use_preferences};
use super::session::{Session, use_session};
use crate::platform::device::Lit;
use crate::platform::{clock, device, page};

pub use cues::{try_sound, try_vibration};

/// The heading of a step: focus goes here when a person's tap changed the step.
pub const STEP_HEADING: &str = "step-title";
/// The heading of what follows the steps.
pub const END_HEADING: &str = "end-title";
/// The one big button under a step.
pub const MAIN_BUTTON: &str = "run-main";
/// The button that starts.
pub const START_BUTTON: &str = "start";

/// Where an exercise is between opening its page and leaving it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Being read about.
    Ready,
    /// Under way.
    Playing,
    /// Over and not saved.
    Over,
    /// In the journal.
    Saved {
        /// The craving it was for.
        craving: Option<RecordId>,
        /// How the rating changed.
        change: Option<i8>,
    },
}

/// Who moved the exercise on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    Person,
    Time,
}

/// An exercise being done. Copy it freely: it only holds handles.
#[derive(Clone, Copy)]
pub struct Playing {
    /// The run, kept at every step and answer.
    pub form: RwSignal<RunForm>,
    /// Where it is.
    pub stage: RwSignal<Stage>,
    /// What to show; new with every frame while something moves.
    pub view: RwSignal<PlayerView>,
    /// Whether the steps are read aloud.
    pub aloud: Aloud,
    draft: StoredValue<Draft<RunForm>>,
    player: StoredValue<Player>,
    frame: StoredValue<Option<AnimationFrameRequestHandle>>,
    lit: StoredValue<Option<Lit>, LocalStorage>,
    session: Session,
    preferences: Preferences,
    journal: JournalContext,
}

impl Playing {
    /// Opens an exercise before its start. It stops by itself when the page is left.
    pub fn open(exercise: Exercise) -> Self {
        let draft = Draft::<RunForm>::about("practice", &exercise.id);
        let player = Player::new(exercise);
        let playing = Self {
            form: draft.form,
            stage: RwSignal::new(Stage::Ready),
            view: RwSignal::new(player.view(clock::steady_ms())),
            aloud: Aloud::open(),
            draft: StoredValue::new(draft),
            player: StoredValue::new(player),
            frame: StoredValue::new(None),
            lit: StoredValue::new_local(None),
            session: use_session(),
            preferences: use_preferences(),
            journal: use_journal(),
        };
        on_cleanup(move || playing.stop_frames());
        playing
    }

    /// The exercise's id.
    pub fn id(self) -> String {
        self.player
            .with_value(|player| player.exercise().id.clone())
    }

    /// The step with this index.
    pub fn step(self, index: usize) -> Option<ExerciseStep> {
        self.player
            .try_with_value(|player| player.exercise().steps.get(index).cloned())
            .flatten()
    }

    /// The step whose answer has this name.
    pub fn step_named(self, id: &str) -> Option<ExerciseStep> {
        let find = |player: &Player| {
            let mut steps = player.exercise().steps.iter();
            steps.find(|step| step.id() == Some(id)).cloned()
        };
        self.player.try_with_value(find).flatten()
    }

    /// Whether this step or one after it waits for a tap.
    pub fn waits_from(self, index: usize) -> bool {
        let waits = |player: &Player| {
            let mut ahead = player.exercise().steps.iter().skip(index);
            ahead.any(|step| step.timed_ms().is_none())
        };
        self.player.try_with_value(waits).unwrap_or(false)
    }

    /// Begins with the first step.
    pub fn start(self, craving: Option<RecordId>) {
        let rated = self.rated(craving);
        self.form.update(|run| {
            run.craving = craving;
            run.before = run.before.or(rated);
        });
        self.player
            .update_value(|player| *player = Player::new(player.exercise().clone()));
        self.stage.set(Stage::Playing);
        self.tap(Player::start);
        focus_soon(STEP_HEADING);
    }

    /// How strong the craving was when it was rated last, if the exercise asks for that.
    fn rated(self, craving: Option<RecordId>) -> Option<Rating> {
        let asks = self
            .player
            .with_value(|player| player.exercise().needs_rating);
        let course = craving.filter(|_| asks).map(|craving| {
            self.journal
                .with_untracked(|journal| course(journal, craving))
        })?;
        course.last().map(|point| point.intensity)
    }

    /// Goes on with the run that was kept.
    pub fn go_on(self, craving: Option<RecordId>) {
        self.form
            .update(|run| run.craving = craving.or(run.craving));
        self.take_up();
        if self.form.with_untracked(|run| run.finish.is_some()) {
            self.stage.set(Stage::Over);
            focus_soon(END_HEADING);
        } else {
            self.play();
        }
    }

    /// Takes back that it is over.
    pub fn play_on(self) {
        self.take_up();
        self.play();
    }

    /// Forgets the run.
    pub fn forget(self) {
        self.form.set(RunForm::default());
        self.stage.set(Stage::Ready);
        focus_soon(START_BUTTON);
    }

    /// Pauses, or goes on after a pause.
    pub fn pause_or_resume(self) {
        if self.view.with_untracked(|view| view.status) == Status::Paused {
            self.tap(Player::resume);
        } else {
            self.tap(Player::pause);
        }
    }

    /// Goes to the next step.
    pub fn next(self) {
        self.tap(Player::skip);
    }

    /// Goes to the next step for whoever listens with closed eyes, and tapped beside every control:
    /// where a step only waits to be left.
    pub fn next_by_tap_anywhere(self) {
        let (step, moment) = self.view.with_untracked(|view| (view.step, view.moment));
        let guides = || matches!(self.step(step), Some(ExerciseStep::Guide { .. }));
        if self.aloud.is_on() && moment == Motion::Waiting && guides() {
            self.next();
        }
    }

    /// Goes to the step before.
    pub fn back(self) {
        self.tap(Player::back);
    }

    /// Stops here.
    pub fn finish(self) {
        self.tap(Player::finish_early);
    }

    /// Answers a step, or takes the answer back.
    pub fn answer(self, id: &str, value: Option<AnswerValue>) {
        // Fields come from the exercise itself, so that the answer fits the step.
        let _ = self
            .player
            .try_update_value(|player| player.answer(id, value));
        self.keep();
    }

    /// Writes in a field of a step.
    pub fn write(self, id: &str, field: usize, text: String) {
        let mut notes = Vec::new();
        self.form.update(|run| notes = run.write(id, field, text));
        let value = match self.step_named(id) {
            Some(ExerciseStep::Count { .. }) => Some(AnswerValue::List(notes)),
            _ => notes.into_iter().next().map(AnswerValue::Text),
        };
        self.answer(id, value);
    }

    /// The form and its draft.
    pub fn draft(self) -> Draft<RunForm> {
        self.draft.get_value()
    }

    /// Saves the practice.
    pub fn save(self) {
        let saved = self.form.with_untracked(|run| Stage::Saved {
            craving: run.craving,
            change: run.change(),
        });
        self.draft().log(move |_| {
            if self.stage.try_set(saved).is_none() {
                focus_soon(END_HEADING);
            }
        });
    }

    /// Puts the player where the kept run is, at the start of its step.
    fn take_up(self) {
        let place = self.form.with_untracked(|run| run.place.clone());
        self.player.update_value(|player| {
            let exercise = player.exercise().clone();
            let last = exercise.steps.len().saturating_sub(1);
            let kept = place.and_then(|place| {
                let step = place.step.min(last);
                Player::from_bookmark(exercise.clone(), Bookmark { step, ..place })
            });
            *player = kept.unwrap_or_else(|| Player::new(exercise));
        });
    }

    fn play(self) {
        self.form.update(|run| run.finish = None);
        self.stage.set(Stage::Playing);
        self.tap(|player, now| {
            player.start(now);
            player.resume(now);
        });
        focus_soon(STEP_HEADING);
    }

    fn tap(self, act: impl FnOnce(&mut Player, u64)) {
        let now = clock::steady_ms();
        self.player.update_value(|player| {
            act(player, now);
            if player.view(now).moment == Motion::Waiting {
                // A step that waits for a tap has no time that could stand still.
                player.resume(now);
            }
        });
        self.show(By::Person);
        self.keep();
        self.follow();
        self.light();
    }

    /// Nobody taps a screen while they follow a breath or listen, so it must not go dark by itself.
    fn light(self) {
        if !self.needs_screen_lit() {
            self.lit.set_value(None);
        } else if self.lit.with_value(Option::is_none) {
            spawn_local(async move {
                let lit = device::keep_lit().await;
                if self.needs_screen_lit() {
                    self.lit.try_set_value(lit);
                }
            });
        }
    }

    fn needs_screen_lit(self) -> bool {
        let running = self.view.try_with_untracked(|view| view.status) == Some(Status::Running);
        self.is_moving() || (running && self.aloud.is_on())
    }

    fn is_moving(self) -> bool {
        let moving = self.view.try_with_untracked(|view| {
            let timed = matches!(view.moment, Motion::Timed { .. } | Motion::Breath(_));
            timed && view.status == Status::Running
        });
        moving == Some(true)
    }

    /// Shows where the exercise is now.
    fn show(self, by: By) {
        let now = clock::steady_ms();
        let view = self.player.try_update_value(|player| {
            player.tick(now);
            player.view(now)
        });
        let (Some(view), Some(before)) = (view, self.view.try_get_untracked()) else {
            return;
        };
        if view == before {
            return;
        }
        let had_focus = !page::focus_is_lost();
        self.view.set(view);
        if (view.step, view.cue()) != (before.step, before.cue()) {
            self.tell(view, before, by);
        }
        if view.step != before.step || view.status == Status::Done {
            self.keep();
            mind_focus(view, by, had_focus);
        }
    }

    /// Keeps the run as it is now.
    fn keep(self) {
        let now = clock::steady_ms();
        let kept = self.player.try_with_value(|player| {
            let done = player.view(now).status == Status::Done;
            (
                player.bookmark(now),
                done.then(|| player.outcome(now).finish),
            )
        });
        let (Some((place, finish)), Some(stage)) = (kept, self.stage.try_get_untracked()) else {
            return;
        };
        self.form.update(|run| {
            if let (Some(ended), Stage::Over) = (&mut run.place, stage) {
                // It ended where it ended; only its answers can still be mended.
                ended.answers = place.answers;
            } else {
                (run.place, run.finish) = (Some(place), finish);
            }
        });
        if finish.is_some() && stage == Stage::Playing {
            self.stage.set(Stage::Over);
        }
    }

    /// Draws frame after frame for as long as something moves.
    fn follow(self) {
        self.stop_frames();
        if self.is_moving() {
            let frame = request_animation_frame_with_handle(move || {
                self.show(By::Time);
                self.follow();
            });
            self.frame.set_value(frame.ok());
        } else if !self.needs_screen_lit() {
            self.lit.try_set_value(None);
        }
    }

    fn stop_frames(self) {
        if let Some(Some(frame)) = self.frame.try_get_value() {
            frame.cancel();
        }
    }
}

/// A share from 0 to 1 as CSS takes it, such as "0.512". By hand: printing floating-point numbers
/// would bring 10 kB of code for this one use.
pub fn thousandths(share: f64) -> String {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to 0 to 1000"
    )]
    let whole = (share.clamp(0.0, 1.0) * 1000.0).round() as u32;
    format!("{}.{:03}", whole / 1000, whole % 1000)
}
