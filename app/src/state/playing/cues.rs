//! What one hears and feels of an exercise, and where the focus goes.

use ebb_core::content::exercise::{BreathKind, Cue, ExerciseStep, PlayerView, Status};
use leptos::prelude::*;

use super::{By, END_HEADING, MAIN_BUTTON, Playing, STEP_HEADING};
use crate::i18n::texts;
use crate::platform::{device, page};

impl Playing {
    /// Says, sounds and shakes what has changed.
    pub(super) fn tell(self, view: PlayerView, before: PlayerView, by: By) {
        let led = matches!(view.cue(), Cue::Breath { .. });
        if led || (by == By::Time && view.step != before.step) {
            self.sign(view.cue());
        }
        // The focused heading has already said the title when a person came to the step.
        let stayed = view.step == before.step && before.status != Status::Ready;
        let title = by == By::Time || stayed;
        if let Some(words) = self.words(view, title) {
            self.session.announce(words);
        }
        self.read(view);
    }

    /// Reads it with a voice of the device, if the person listens.
    fn read(self, view: PlayerView) {
        if !self.aloud.is_on() {
            return;
        }
        let Some(words) = self.words(view, true) else {
            self.aloud.stop();
            return;
        };
        match view.cue() {
            Cue::Paused => self.aloud.stop(),
            // What leads into the breathing is heard to its end.
            Cue::Breath { round, phase, .. } if (round, phase) != (1, 0) => {
                self.aloud.say_if_silent(&words);
            }
            _ => self.aloud.say(&words),
        }
    }

    fn words(self, view: PlayerView, with_title: bool) -> Option<String> {
        let texts = &texts().player;
        let step = self.step(view.step)?;
        let prompt = step.prompt();
        match view.cue() {
            Cue::Ready | Cue::Done => None,
            Cue::Paused => Some(texts.paused.to_owned()),
            Cue::Step(_) => Some(match &step {
                ExerciseStep::Guide {
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
        let (sound, vibration) = self
            .preferences
            .with_untracked(|prefs| (prefs.sound, prefs.vibration));
        if sound {
            device::tone(pitch(cue));
        }
        if vibration {
            device::vibrate(SHAKE_MS);
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
pub(super) fn mind_focus(view: PlayerView, by: By, had_focus: bool) {
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
pub(super) fn focus_soon(id: &'static str) {
    request_animation_frame(move || page::focus(id));
}
