//! The message at the foot of the page: what was done, and the way back.

use leptos::prelude::*;

use super::SaveError;

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

impl Notice {
    /// A message alone.
    pub fn said(words: impl Into<String>) -> Self {
        Self {
            told: Told::Words(words.into()),
            undo: None,
        }
    }

    /// That something was not saved.
    pub const fn not_saved(error: SaveError) -> Self {
        Self {
            told: Told::NotSaved(error),
            undo: None,
        }
    }

    /// A message with a way back. It stays until it is used or closed: no hurry.
    pub fn undoable(words: impl Into<String>, undo: impl Fn() + Send + Sync + 'static) -> Self {
        Self {
            undo: Some(Callback::new(move |()| undo())),
            ..Self::said(words)
        }
    }
}
