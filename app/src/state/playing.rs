//! An exercise being done: core's player, the frames that move it, what one hears and feels, and
//! the run that is kept so that a killed tab loses nothing.

use ebb_core::exercise::{AnswerValue, Bookmark, BreathKind, Cue, Exercise, Moment, Player};
use ebb_core::exercise::{PlayerView, Status, Step};
use ebb_core::journal::RecordId;
use leptos::leptos_dom::helpers::{
    AnimationFrameRequestHandle, request_animation_frame_with_handle,
};
use leptos::prelude::*;

use super::forms::{RunForm, Submit};
use super::{Draft, Ebb, use_ebb};
use crate::platform::{clock, device, page};

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
    draft: StoredValue<Draft<RunForm>>,
    player: StoredValue<Player>,
    frame: StoredValue<Option<AnimationFrameRequestHandle>>,
    ebb: StoredValue<Ebb>,
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
            draft: StoredValue::new(draft),
            player: StoredValue::new(player),
            frame: StoredValue::new(None),
            ebb: StoredValue::new(use_ebb()),
        };
        on_cleanup(move || playing.stop_frames());
        playing
    }

    /// The step with this index.
    pub fn step(self, index: usize) -> Option<Step> {
        self.player
            .try_with_value(|player| player.exercise().steps.get(index).cloned())
            .flatten()
    }

    /// The step whose answer has this name.
    pub fn step_named(self, id: &str) -> Option<Step> {
        let find = |player: &Player| {
            let mut steps = player.exercise().steps.iter();
            steps.find(|step| step.id() == Some(id)).cloned()
        };
        self.player.try_with_value(find).flatten()
    }

    /// Begins with the first step.
    pub fn start(self, craving: Option<RecordId>) {
        self.form.update(|run| run.craving = craving);
        self.player
            .update_value(|player| *player = Player::new(player.exercise().clone()));
        self.stage.set(Stage::Playing);
        self.tap(Player::start);
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
            Some(Step::Count { .. }) => Some(AnswerValue::List(notes)),
            _ => notes.into_iter().next().map(AnswerValue::Text),
        };
        self.answer(id, value);
    }

    /// Saves the practice.
    pub fn save(self, submit: Submit) {
        let saved = self.form.with_untracked(|run| Stage::Saved {
            craving: run.craving,
            change: run.change(),
        });
        submit.log(self.draft.get_value(), move |_| {
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
    }

    fn tap(self, act: impl FnOnce(&mut Player, u64)) {
        let now = clock::steady_ms();
        self.player.update_value(|player| {
            act(player, now);
            if player.view(now).moment == Moment::Waiting {
                // A step that waits for a tap has no time that could stand still.
                player.resume(now);
            }
        });
        self.show(By::Person);
        self.keep();
        self.follow();
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

    /// Says, sounds and shakes what has changed.
    fn tell(self, view: PlayerView, before: PlayerView, by: By) {
        let led = matches!(view.cue(), Cue::Breath { .. });
        if led || (by == By::Time && view.step != before.step) {
            self.sign(view.cue());
        }
        // The focused heading has already said the title when a person changed the step.
        let title = by == By::Time || view.step == before.step;
        if let Some(words) = self.words(view, title) {
            self.ebb.with_value(|ebb| ebb.announce(words));
        }
    }

    fn words(self, view: PlayerView, with_title: bool) -> Option<String> {
        let ebb = self.ebb.try_get_value()?;
        let texts = &untrack(move || ebb.texts()).player;
        let step = self.step(view.step)?;
        let prompt = step.prompt();
        match view.cue() {
            Cue::Ready | Cue::Done => None,
            Cue::Paused => Some(texts.paused.to_owned()),
            Cue::Step(_) => Some(match &step {
                Step::Guide {
                    title: Some(title), ..
                } if with_title => format!("{title}. {prompt}"),
                _ => prompt.to_owned(),
            }),
            Cue::Breath {
                round,
                phase,
                kind,
                seconds,
                ..
            } => {
                let words = (texts.phase)(texts.breath(kind), seconds);
                Some(if round == 1 && phase == 0 {
                    format!("{prompt} {words}")
                } else {
                    words
                })
            }
        }
    }

    fn sign(self, cue: Cue) {
        let Some(ebb) = self.ebb.try_get_value() else {
            return;
        };
        let (sound, vibration) = ebb
            .prefs
            .with_untracked(|prefs| (prefs.sound, prefs.vibration));
        if sound {
            device::tone(pitch(cue));
        }
        if vibration {
            device::vibrate(SHAKE_MS);
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
        let moving = self.view.try_with_untracked(|view| {
            let timed = matches!(view.moment, Moment::Timed { .. } | Moment::Breath(_));
            timed && view.status == Status::Running
        });
        if moving == Some(true) {
            let frame = request_animation_frame_with_handle(move || {
                self.show(By::Time);
                self.follow();
            });
            self.frame.set_value(frame.ok());
        }
    }

    fn stop_frames(self) {
        if let Some(Some(frame)) = self.frame.try_get_value() {
            frame.cancel();
        }
    }
}

/// Long enough to be felt through a pocket.
const SHAKE_MS: u32 = 60;

/// The breath has a tone for each part, rising and falling with it; a new step has its own.
const fn pitch(cue: Cue) -> f32 {
    match cue {
        Cue::Breath {
            kind: BreathKind::In,
            ..
        } => 392.0,
        Cue::Breath {
            kind: BreathKind::Hold,
            ..
        } => 330.0,
        Cue::Breath {
            kind: BreathKind::Out,
            ..
        } => 262.0,
        Cue::Breath {
            kind: BreathKind::Rest,
            ..
        } => 220.0,
        _ => 294.0,
    }
}

/// Lets the person hear the sound they turned on.
pub fn try_sound() {
    device::tone(pitch(Cue::Ready));
}

/// Lets the person feel the vibration they turned on.
pub fn try_vibration() {
    device::vibrate(SHAKE_MS);
}

/// Focus goes with a person's own tap. Time alone takes it from nobody, but gives it a place
/// when the button that had it is gone.
fn mind_focus(view: PlayerView, by: By, had_focus: bool) {
    if view.status == Status::Done {
        focus_soon(END_HEADING);
    } else if by == By::Person {
        focus_soon(STEP_HEADING);
    } else if had_focus {
        request_animation_frame(|| {
            if page::focus_is_lost() {
                page::focus(MAIN_BUTTON);
            }
        });
    }
}

/// Focuses an element that the present change is about to show.
fn focus_soon(id: &'static str) {
    request_animation_frame(move || page::focus(id));
}
