//! What is being written, kept as it is typed so that a killed tab loses nothing.
//!
//! Drafts live in the journal's own store, not in `localStorage`, because they hold what a person
//! wrote.

use std::cell::Cell;
use std::rc::Rc;

use ebb_core::journal::RecordId;
use ebb_core::log::Action;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::forms::Form;
use super::save::Attempt;
use super::{AppStore, Ebb, SaveError, use_ebb};
use crate::platform::part::{Missing, Work, in_part, part};

/// A form's content as a signal that is kept in the store.
pub struct Draft<F: Form> {
    /// The form.
    pub form: RwSignal<F>,
    keeper: StoredValue<Keeper>,
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

    /// `start` is the form before anybody wrote in it: the content that needs no draft.
    pub fn with(key: String, start: F, editing: bool) -> Self {
        let form = RwSignal::new(start.clone());
        let start = StoredValue::new(start);
        let untouched = move || {
            let form = form.try_get_untracked()?;
            start.try_with_value(|start| form == *start)
        };
        let keeper = Keeper {
            ebb: use_ebb(),
            key: StoredValue::new(key),
            closed: StoredValue::new(false),
            attempt: StoredValue::new(None),
            editing,
            followed: Signal::derive(move || form.track()),
            written: Callback::new(move |()| {
                let form = form
                    .try_get_untracked()
                    .filter(|_| untouched() == Some(false))?;
                Some(form.into_text())
            }),
            // Whoever has already begun to write keeps what they write.
            fill: Callback::new(move |left: String| {
                spawn_local(async move {
                    if let (Some(left), Some(true)) = (F::of_text(left).await, untouched()) {
                        form.try_set(left);
                    }
                });
            }),
            empty: Callback::new(move |()| {
                if let Some(start) = start.try_get_value() {
                    form.try_set(start);
                }
            }),
        };
        keeper.recall_when_open();
        keeper.keep_when_changed();
        let keeper = StoredValue::new(keeper);
        Self { form, keeper }
    }

    /// Saves the entry made from this form; the draft goes in the same transaction. After a
    /// failure form and draft are as they were.
    pub async fn save(self, action: Action) -> Result<RecordId, SaveError> {
        self.keeper.get_value().save(action).await
    }
}

/// The half of a draft that is the same for every form; made once, not for each of them.
#[derive(Clone, Copy)]
struct Keeper {
    ebb: Ebb,
    /// The name it is kept under.
    key: StoredValue<String>,
    /// Set while the form is being saved: a late draft must not come back after its entry.
    closed: StoredValue<bool>,
    /// The save that failed last: as long as the form stays as it is, the next one is the same.
    attempt: Attempt,
    editing: bool,
    /// Changes with the form.
    followed: Signal<()>,
    /// The form as text; nothing when nothing was written, or when its screen is gone.
    written: Callback<(), Option<Work<Option<String>>>>,
    /// Puts text back into an untouched form.
    fill: Callback<String>,
    /// Puts the form back as it began.
    empty: Callback<()>,
}

impl Keeper {
    fn recall_when_open(self) {
        let recalled = Cell::new(false);
        Effect::new(move |_| {
            self.ebb.opening.track();
            if self.ebb.store().is_some() && !recalled.replace(true) {
                spawn_local(self.recall());
            }
        });
    }

    async fn recall(self) {
        let (Some(store), Some(key)) = (self.ebb.store(), self.key.try_get_value()) else {
            return;
        };
        let Ok(work) = part!(recalled(store, key)) else {
            return;
        };
        if let Some(left) = work.await {
            self.fill.try_run(left);
        } else if let Some(Some(_)) = self.written.try_run(()) {
            // What was written while the store was not open yet.
            self.keep().await;
        }
    }

    /// One write at a time; what changed meanwhile is written next. No timer, so that the tab may
    /// die at any moment and lose at most the last letter.
    fn keep_when_changed(self) {
        let writing = Rc::new(Cell::new(false));
        let changed = Rc::new(Cell::new(false));
        Effect::new(move |before: Option<()>| {
            self.followed.get();
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
        // What is tried out in an example is not kept.
        if self.closed.try_get_value() != Some(false) || self.ebb.in_example_untracked() {
            return;
        }
        let text = match self.written.try_run(()) {
            None => return,
            Some(None) => None,
            Some(Some(text)) => text.await,
        };
        if let Ok(work) = part!(kept(store, key, text)) {
            work.await;
        }
    }

    async fn save(self, action: Action) -> Result<RecordId, SaveError> {
        let key = self.key.try_get_value();
        self.closed.try_set_value(true);
        let attempt = Some(self.attempt);
        let saved = self.ebb.attempt(action, key, attempt).await;
        if saved.is_err() {
            self.closed.try_set_value(false);
            self.keep().await;
        } else if !self.editing {
            self.empty.try_run(());
            self.closed.try_set_value(false);
        }
        saved
    }
}

in_part! {
    core fn recalled(store: Rc<AppStore>, key: String) -> Option<String> {
        let bytes = store.draft(&key).await.ok()??;
        String::from_utf8(bytes).ok()
    }
}

in_part! {
    core fn kept(store: Rc<AppStore>, key: String, text: Option<String>) -> () {
        // A draft that could not be kept is still on the screen.
        let _ = match text {
            Some(text) => store.keep_draft(&key, text.as_bytes()).await,
            None => store.drop_draft(&key).await,
        };
    }
}
