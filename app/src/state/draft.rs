//! What is being written, kept as it is typed so that a killed tab loses nothing.
//!
//! Drafts live in the journal's own store, not in `localStorage`, because they hold what a person
//! wrote.

use std::cell::Cell;
use std::rc::Rc;

use ebb_core::journal::{Action, RecordId};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::forms::Form;
use super::{Ebb, SaveError, use_ebb};

/// A form's content as a signal that is kept in the store.
pub struct Draft<F: Form> {
    /// The form.
    pub form: RwSignal<F>,
    /// The form before anybody wrote in it: the content that needs no draft.
    start: StoredValue<F>,
    /// The name it is kept under.
    key: StoredValue<String>,
    editing: bool,
    /// Set while the form is being saved: a late draft must not come back after its entry.
    closed: StoredValue<bool>,
    ebb: Ebb,
}

#[expect(
    clippy::expl_impl_clone_on_copy,
    reason = "derived, it would ask for F: Copy"
)]
impl<F: Form> Clone for Draft<F> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<F: Form> Copy for Draft<F> {}

impl<F: Form> Draft<F> {
    /// A form for a new entry: empty, or as it was left.
    pub fn open(name: &'static str) -> Self {
        Self::with(name.to_owned(), F::default(), false)
    }

    /// A form for a new entry about `what`: each `what` has a draft of its own.
    pub fn about(name: &'static str, what: &str) -> Self {
        Self::with(format!("{name} {what}"), F::default(), false)
    }

    /// A form for changing the entry `root`: as the entry is, or as the form was left.
    pub fn editing(name: &'static str, root: RecordId, start: F) -> Self {
        Self::with(format!("{name} {root}"), start, true)
    }

    fn with(key: String, start: F, editing: bool) -> Self {
        let ebb = use_ebb();
        let draft = Self {
            form: RwSignal::new(start.clone()),
            start: StoredValue::new(start),
            key: StoredValue::new(key),
            editing,
            closed: StoredValue::new(false),
            ebb,
        };
        let recalled = StoredValue::new(false);
        Effect::new(move |_| {
            ebb.opening.track();
            if ebb.store().is_some() && !recalled.get_value() {
                recalled.set_value(true);
                spawn_local(draft.recall());
            }
        });
        draft.keep_when_changed();
        draft
    }

    async fn recall(self) {
        let (Some(store), Some(key)) = (self.ebb.store(), self.key.try_get_value()) else {
            return;
        };
        let Ok(Some(bytes)) = store.draft(&key).await else {
            return;
        };
        // Whoever has already begun to write keeps what they write.
        let left = String::from_utf8(bytes).ok();
        let left = left.and_then(|text| serde_json::from_str(&text).ok());
        if let (Some(left), Some(true)) = (left, self.is_untouched()) {
            self.form.try_set(left);
        }
    }

    fn is_untouched(self) -> Option<bool> {
        let form = self.form.try_get_untracked()?;
        self.start.try_with_value(|start| form == *start)
    }

    /// One write at a time; what changed meanwhile is written next. No timer, so that the tab may
    /// die at any moment and lose at most the last letter.
    fn keep_when_changed(self) {
        let writing = Rc::new(Cell::new(false));
        let changed = Rc::new(Cell::new(false));
        Effect::new(move |before: Option<()>| {
            self.form.track();
            if before.is_none() {
                return;
            }
            changed.set(true);
            if !writing.replace(true) {
                let (writing, changed) = (writing.clone(), changed.clone());
                spawn_local(async move {
                    while changed.replace(false) {
                        self.keep().await;
                    }
                    writing.set(false);
                });
            }
        });
    }

    /// Nothing depends on a draft that could not be kept: the form itself is on the screen.
    async fn keep(self) {
        let (Some(store), Some(key)) = (self.ebb.store(), self.key.try_get_value()) else {
            return;
        };
        if self.closed.try_get_value() != Some(false) {
            return;
        }
        if self.is_untouched() == Some(true) {
            let _ = store.drop_draft(&key).await;
        } else if let Some(form) = self.form.try_get_untracked()
            && let Ok(bytes) = serde_json::to_vec(&form)
        {
            let _ = store.keep_draft(&key, &bytes).await;
        }
    }

    /// Saves the entry made from this form; the draft goes in the same transaction. After a
    /// failure form and draft are as they were.
    pub async fn save(self, action: Action) -> Result<RecordId, SaveError> {
        let key = self.key.try_get_value();
        self.closed.try_set_value(true);
        let saved = self.ebb.act(action, key.as_deref()).await;
        if saved.is_err() {
            self.closed.try_set_value(false);
            self.keep().await;
        } else if !self.editing
            && let Some(start) = self.start.try_get_value()
        {
            self.form.try_set(start);
            self.closed.try_set_value(false);
        }
        saved
    }
}
