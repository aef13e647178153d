//! Saving a form: read it, act, and say what is wrong where it is wrong.

use std::future::ready;
use std::pin::Pin;

use ebb_core::journal::{Action, Entry, RecordId};
use ebb_core::moment::Moment;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Problems, problem_at};
use crate::i18n::{Texts, texts};
use crate::platform::clock;
use crate::platform::part::Work;
use crate::state::draft::Draft;
use crate::state::save_error::SaveError;

/// A form that holds one entry.
pub trait Form:
    Clone + Default + PartialEq + Serialize + DeserializeOwned + Send + Sync + 'static
{
    /// The entry it holds and when that was, if not now.
    fn read(&self, texts: &'static Texts) -> Result<(Entry, Option<Moment>), Problems>;

    /// The time field, as typed.
    fn when(&self) -> &str;

    /// The form as the text that a draft is.
    fn into_text(self) -> Work<Option<String>> {
        Box::pin(ready(serde_json::to_string(&self).ok()))
    }

    /// The form that a draft's text holds, if it does.
    fn of_text(text: String) -> Work<Option<Self>> {
        Box::pin(ready(serde_json::from_str(&text).ok()))
    }
}

/// A form on its way into the journal.
#[derive(Clone, Copy)]
pub struct Submit {
    problems: RwSignal<Problems>,
    /// Whether a save is running.
    pub busy: RwSignal<bool>,
}

impl Submit {
    /// A form that nothing is wrong with yet.
    pub fn new() -> Self {
        Self {
            problems: RwSignal::new(Problems::new()),
            busy: RwSignal::new(false),
        }
    }

    /// What to say at a field.
    pub fn problem(self, field: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || self.problems.with(|problems| problem_at(problems, field)))
    }

    /// Logs a new entry and calls `then` with its root once it is on the disk.
    pub fn log<F: Form>(self, draft: Draft<F>, then: impl FnOnce(RecordId) + 'static) {
        let read = draft.form.with_untracked(|form| form.read(texts()));
        let saving = read.map(|(entry, happened_at)| -> Saving {
            Box::pin(draft.save(Action::Log { entry, happened_at }))
        });
        self.run(saving, then);
    }

    /// Edits the entry `root`, which happened at `before`, and calls `then` once it is on the disk.
    pub fn edit<F: Form>(
        self,
        draft: Draft<F>,
        root: RecordId,
        before: Moment,
        then: impl FnOnce(RecordId) + 'static,
    ) {
        let (read, untouched) = draft.form.with_untracked(|form| {
            // The field has no seconds: an untouched one means the very instant it was.
            let untouched = form.when() == clock::to_field(before);
            (form.read(texts()), untouched)
        });
        let saving = read.map(|(entry, when)| -> Saving {
            let happened_at = when.filter(|_| !untouched).unwrap_or(before);
            Box::pin(draft.save(Action::Edit {
                root,
                entry,
                happened_at,
            }))
        });
        self.run(saving, then);
    }

    /// Boxed, so that there is one of these and not one for every form.
    fn run(self, saving: Result<Saving, Problems>, then: impl FnOnce(RecordId) + 'static) {
        if self.busy.get_untracked() {
            return;
        }
        match saving {
            Ok(saving) => self.follow(saving, Box::new(then)),
            Err(found) => self.problems.set(found),
        }
    }

    fn follow(self, saving: Saving, then: Box<dyn FnOnce(RecordId)>) {
        self.problems.set(Problems::new());
        self.busy.set(true);
        spawn_local(async move {
            match saving.await {
                Ok(root) => then(root),
                Err(error) => {
                    let words = crate::words::not_saved(error).to_owned();
                    self.problems.try_set(vec![("form", words)]);
                }
            }
            self.busy.try_set(false);
        });
    }
}

/// A save that has not begun.
type Saving = Pin<Box<dyn Future<Output = Result<RecordId, SaveError>>>>;
