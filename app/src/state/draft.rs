//! A form while it is written: kept as it is typed, so that a killed tab loses nothing, and saved.
//!
//! Drafts live in the journal's own store, not in `localStorage`, because they hold what a person
//! wrote.

use std::cell::Cell;
use std::pin::Pin;
use std::rc::Rc;

use ebb_core::journal::RecordId;
use ebb_core::log::Action;
use ebb_core::time::Moment;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::forms::{Form, Problem, Problems};
use super::journal::{AppStore, Attempt, JournalContext, use_journal};
use crate::platform::part::{Missing, Work, in_part, part};
use crate::platform::{clock, page};

/// A form while it is written. Copy it freely: it only holds handles.
pub struct Draft<F: Form> {
    /// The form.
    pub form: RwSignal<F>,
    kept: StoredValue<Kept>,
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
        let kept = Kept {
            journal: use_journal(),
            key: StoredValue::new(key),
            closed: StoredValue::new(false),
            attempt: StoredValue::new(None),
            editing,
            problems: RwSignal::new(Problems::new()),
            busy: RwSignal::new(false),
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
        kept.recall_when_open();
        kept.keep_when_changed();
        let kept = StoredValue::new(kept);
        Self { form, kept }
    }

    /// What is wrong with a field.
    pub fn problem(self, field: &'static str) -> Signal<Option<Problem>> {
        self.kept.get_value().problem(field)
    }

    /// Whether it is being saved.
    pub fn busy(self) -> Signal<bool> {
        self.kept.get_value().busy.into()
    }

    /// Logs a new entry and calls `then` with its root once it is on the disk. The draft goes in the
    /// same transaction; after a failure form and draft are as they were.
    pub fn log(self, then: impl FnOnce(RecordId) + 'static) {
        let parsed = self.form.with_untracked(Form::parse);
        let action = parsed.map(|(entry, happened_at)| Action::Log { entry, happened_at });
        self.kept.get_value().submit(action, Box::new(then));
    }

    /// Edits the entry `root`, which happened at `before`, in the same way.
    pub fn edit(self, root: RecordId, before: Moment, then: impl FnOnce(RecordId) + 'static) {
        let (parsed, untouched) = self.form.with_untracked(|form| {
            // The field has no seconds: an untouched one means the very instant it was.
            (form.parse(), form.when() == clock::to_field(before))
        });
        let action = parsed.map(|(entry, when)| Action::Edit {
            root,
            entry,
            happened_at: when.filter(|_| !untouched).unwrap_or(before),
        });
        self.kept.get_value().submit(action, Box::new(then));
    }
}

/// What is the same for every form: compiled once, not for each of them.
#[derive(Clone, Copy)]
struct Kept {
    journal: JournalContext,
    /// The name it is kept under.
    key: StoredValue<String>,
    /// Set while the form is being saved: a late draft must not come back after its entry.
    closed: StoredValue<bool>,
    /// The save that failed last: as long as the form stays as it is, the next one is the same.
    attempt: Attempt,
    editing: bool,
    problems: RwSignal<Problems>,
    busy: RwSignal<bool>,
    /// Changes with the form.
    followed: Signal<()>,
    /// The form as text; nothing when nothing was written, or when its screen is gone.
    written: Callback<(), Option<Work<Option<String>>>>,
    /// Puts text back into an untouched form.
    fill: Callback<String>,
    /// Puts the form back as it began.
    empty: Callback<()>,
}

impl Kept {
    fn recall_when_open(self) {
        let recalled = Cell::new(false);
        Effect::new(move |_| {
            self.journal.session.opening.track();
            if self.journal.store().is_some() && !recalled.replace(true) {
                spawn_local(self.recall());
            }
        });
    }

    async fn recall(self) {
        let (Some(store), Some(key)) = (self.journal.store(), self.key.try_get_value()) else {
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
        let (Some(store), Some(key)) = (self.journal.store(), self.key.try_get_value()) else {
            return;
        };
        // What is tried out in an example is not kept.
        if self.closed.try_get_value() != Some(false) || self.journal.in_example_untracked() {
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

    fn problem(self, field: &'static str) -> Signal<Option<Problem>> {
        Signal::derive(move || {
            self.problems.with(|problems| {
                let mut here = problems.iter().filter(|(name, _)| *name == field);
                here.next().map(|(_, problem)| *problem)
            })
        })
    }

    fn submit(self, action: Result<Action, Problems>, then: Box<dyn FnOnce(RecordId)>) {
        if self.busy.get_untracked() {
            return;
        }
        let action = match action {
            Ok(action) => action,
            Err(found) => return self.problems.set(found),
        };
        self.problems.set(Problems::new());
        self.busy.set(true);
        // Boxed, so that it is compiled once.
        let saving: Pin<Box<dyn Future<Output = ()>>> = Box::pin(self.save(action, then));
        spawn_local(saving);
    }

    async fn save(self, action: Action, then: Box<dyn FnOnce(RecordId)>) {
        let key = self.key.try_get_value();
        self.closed.try_set_value(true);
        let saved = self.journal.attempt(action, key, Some(self.attempt)).await;
        match saved {
            Ok(root) => {
                if !self.editing {
                    self.empty.try_run(());
                    self.closed.try_set_value(false);
                }
                page::just_saved();
                then(root);
            }
            Err(error) => {
                self.closed.try_set_value(false);
                self.keep().await;
                let problem = ("form", Problem::NotSaved(error));
                self.problems.try_set(vec![problem]);
            }
        }
        self.busy.try_set(false);
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
