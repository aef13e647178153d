//! The message at the foot of the page: what was done, and the way back.

use leptos::prelude::*;

use super::save_error::SaveError;

/// What a message says.
#[derive(Clone)]
pub enum Told {
    /// These words.
    Words(String),
    /// Why something was not saved.
    NotSaved(SaveError),
}

/// One message, perhaps with an undo.
#[derive(Clone)]
pub struct Notice {
    /// What it says.
    pub told: Told,
    /// What undoes it.
    pub undo: Option<Callback<()>>,
}

/// The one message that is shown.
#[derive(Clone, Copy)]
pub struct Notices {
    shown: RwSignal<Option<Notice>>,
}

impl Notices {
    pub(super) fn new() -> Self {
        Self {
            shown: RwSignal::new(None),
        }
    }

    /// The message that is shown.
    pub fn shown(self) -> Option<Notice> {
        self.shown.get()
    }

    /// Says something.
    pub fn say(self, words: impl Into<String>) {
        self.show(Told::Words(words.into()), None);
    }

    /// Says why something was not saved.
    pub fn not_saved(self, error: SaveError) {
        self.show(Told::NotSaved(error), None);
    }

    /// Says something with a way back. It stays until it is used or closed: no hurry.
    pub fn offer_undo(self, words: impl Into<String>, undo: impl Fn() + Send + Sync + 'static) {
        let undo = Callback::new(move |()| undo());
        self.show(Told::Words(words.into()), Some(undo));
    }

    /// Takes the message away.
    pub fn close(self) {
        self.shown.set(None);
    }

    fn show(self, told: Told, undo: Option<Callback<()>>) {
        self.shown.set(Some(Notice { told, undo }));
    }
}

/// The message, from any component.
pub fn use_notices() -> Notices {
    expect_context()
}
