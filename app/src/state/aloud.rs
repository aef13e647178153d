//! Reading aloud: whether and how fast, and what is being read.

use std::time::Duration;

use leptos::prelude::*;

use super::notices::{Notices, use_notices};
use crate::i18n::{self, spoken_language};
use crate::platform::page::Heard;
use crate::platform::speech;

pub use crate::platform::speech::Pace;

/// A voice that has said nothing of its end after so long has stopped in silence, as some do: a few
/// seconds to begin, and for each character more than twice what the slowest pace takes.
const PATIENCE: Duration = Duration::from_secs(10);
const PATIENCE_A_CHARACTER: Duration = Duration::from_millis(250);

/// Reading aloud on one page. It falls silent when the page is left.
#[derive(Clone, Copy)]
pub struct Aloud {
    /// Whether steps are read by themselves.
    pub on: RwSignal<bool>,
    /// How fast.
    pub pace: RwSignal<Pace>,
    /// Whether the device has a voice for the language of the page.
    pub has_voice: RwSignal<bool>,
    /// The piece of a longer text that is read, or that would be next.
    pub at: RwSignal<usize>,
    /// Whether a longer text is being read.
    pub reading: RwSignal<bool>,
    /// Counts what was begun and what ended, so that nobody waits longer for what is over.
    begun: StoredValue<u32>,
    notices: Notices,
}

impl Aloud {
    /// As it was chosen at the last visit, silent yet.
    pub fn open() -> Self {
        let kept = speech::kept();
        let aloud = Self {
            on: RwSignal::new(kept.is_some()),
            pace: RwSignal::new(kept.unwrap_or(Pace::Normal)),
            has_voice: RwSignal::new(false),
            at: RwSignal::new(0),
            reading: RwSignal::new(false),
            begun: StoredValue::new(0),
            notices: use_notices(),
        };
        let look = move || {
            let found = speech::has_voice(spoken_language().tag());
            let _ = aloud.has_voice.try_set(found);
        };
        look();
        let heard: [Heard; 2] = [speech::on_voices(look), speech::silent_with_page()];
        let heard = StoredValue::new_local(Some(heard));
        on_cleanup(move || {
            heard.try_update_value(Option::take);
            speech::stop();
        });
        aloud
    }

    /// Whether steps are to be read.
    pub fn is_on(self) -> bool {
        self.on.try_get_untracked() == Some(true)
    }

    /// Chooses whether steps are read, and keeps that.
    pub fn turn(self, on: bool) {
        self.stop();
        self.on.set(on);
        self.keep(on.then(|| self.pace.get_untracked()));
    }

    /// Chooses how fast, and keeps that with the choice that steps are read.
    pub fn choose_pace(self, pace: Pace) {
        self.stop();
        self.pace.set(pace);
        if self.is_on() {
            self.keep(Some(pace));
        }
    }

    fn keep(self, pace: Option<Pace>) {
        if !speech::keep(pace) {
            self.notices.say(i18n::texts().settings.not_kept);
        }
    }

    /// Says something in place of what is being said, if that is chosen.
    pub fn say(self, text: &str) {
        if self.is_on() {
            self.begin(text, move |whole| {
                if !whole {
                    self.notices.say(i18n::more().aloud.stopped);
                }
            });
        }
    }

    /// The same, unless something is being said.
    pub fn say_if_silent(self, text: &str) {
        if !speech::is_speaking() {
            self.say(text);
        }
    }

    /// Reads a longer text piece by piece, from where it was stopped.
    pub fn read(self, text: StoredValue<Vec<String>>) {
        let at = self.at.get_untracked();
        let piece = text.try_with_value(|text| text.get(at).cloned()).flatten();
        let Some(piece) = piece else {
            self.reading.set(false);
            self.at.set(0);
            return;
        };
        self.reading.set(true);
        self.begin(&piece, move |whole| {
            if self.reading.try_get_untracked() != Some(true) {
                return;
            }
            if whole {
                self.at.set(at + 1);
                self.read(text);
            } else {
                // It goes on from the same piece.
                self.reading.set(false);
                self.notices.say(i18n::more().aloud.stopped);
            }
        });
    }

    /// Falls silent.
    pub fn stop(self) {
        self.reading.try_set(false);
        self.begun.try_update_value(|begun| *begun += 1);
        speech::stop();
    }

    fn begin(self, text: &str, ended: impl Fn(bool) + Copy + 'static) {
        let begun = self.begun.try_update_value(|begun| {
            *begun += 1;
            *begun
        });
        let (Some(mine), Some(pace)) = (begun, self.pace.try_get_untracked()) else {
            return;
        };
        let over = move |whole| {
            self.begun.try_update_value(|begun| *begun += 1);
            ended(whole);
        };
        if !speech::say(text, spoken_language().tag(), pace, over) {
            over(false);
            return;
        }
        let characters = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        let patience = PATIENCE + PATIENCE_A_CHARACTER.saturating_mul(characters);
        set_timeout(
            move || {
                if self.begun.try_get_value() == Some(mine) {
                    speech::stop();
                    over(false);
                }
            },
            patience,
        );
    }
}
