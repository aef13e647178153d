//! The message at the foot of the page: what was done, and the way back.

use leptos::prelude::*;

/// One message, perhaps with an undo.
#[derive(Clone)]
pub struct Notice {
    /// What it says.
    pub words: String,
    /// What undoes it.
    pub undo: Option<Callback<()>>,
}

impl Notice {
    /// A message alone.
    pub fn said(words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            undo: None,
        }
    }

    /// A message with a way back. It stays until it is used or closed: no hurry.
    pub fn undoable(words: impl Into<String>, undo: impl Fn() + Send + Sync + 'static) -> Self {
        Self {
            words: words.into(),
            undo: Some(Callback::new(move |()| undo())),
        }
    }
}
