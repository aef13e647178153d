//! Small changes that need no form: a tick, an answer of one tap.

use ebb_core::journal::{ActionError, RecordId};
use ebb_core::log::{Action, Entry, Journal};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Ebb, SaveError};
use crate::i18n::texts;
use crate::platform::locks;

/// The lock of whoever makes a small change: a quick second tap begins from what the first has left.
const CHANGING: &str = "ebb-changing";

/// What follows from a journal.
type Follows = dyn FnOnce(&Journal) -> Option<Action>;

impl Ebb {
    /// Changes an entry as it is then. What goes wrong is said in `problem`.
    pub fn change(
        self,
        root: RecordId,
        problem: RwSignal<Option<SaveError>>,
        change: impl FnOnce(&mut Entry) + 'static,
    ) {
        self.keep_as(problem, move |journal| {
            let record = journal.get(root)?;
            let mut entry = record.entry.clone();
            change(&mut entry);
            Some(Action::Edit {
                root,
                entry,
                happened_at: record.happened_at,
            })
        });
    }

    /// Writes an entry of now.
    pub fn note_down(self, entry: Entry, problem: RwSignal<Option<SaveError>>) {
        let happened_at = None;
        self.keep(Action::Log { entry, happened_at }, problem);
    }

    /// Carries an action out and says what goes wrong in `problem`.
    pub fn keep(self, action: Action, problem: RwSignal<Option<SaveError>>) {
        self.keep_as(problem, move |_| Some(action));
    }

    /// Carries out what follows from the journal once earlier changes are in it; nothing follows
    /// when the entry it is about is gone.
    pub fn keep_as(
        self,
        problem: RwSignal<Option<SaveError>>,
        action: impl FnOnce(&Journal) -> Option<Action> + 'static,
    ) {
        self.keep_boxed(problem, Box::new(action));
    }

    /// One for all of them, compiled once.
    fn keep_boxed(self, problem: RwSignal<Option<SaveError>>, action: Box<Follows>) {
        spawn_local(async move {
            let _turn = locks::exclusive(CHANGING).await;
            let went = match self.journal.with_untracked(action) {
                Some(action) => self.act(action, None).await.map(|_| ()),
                None => Err(ActionError::Gone.into()),
            };
            if went.is_ok() {
                self.announce(texts().common.saved);
            }
            problem.try_set(went.err());
        });
    }
}
