//! An example month in the place of the person's own journal.
//!
//! The example is only on the screen. The own journal waits beside it and goes on hearing of what
//! other tabs save; nothing of the example is written, and loading the page afresh ends it.

use std::mem;

use ebb_core::example::month;
use ebb_core::log::Journal;
use leptos::prelude::*;

use super::{Ebb, Opening};
use crate::i18n::more;
use crate::platform::clock;

impl Ebb {
    /// Whether an example stands in the place of the person's journal.
    pub fn in_example(self) -> bool {
        self.own.with(Option::is_some)
    }

    /// The same, for what is done once.
    pub(super) fn in_example_untracked(self) -> bool {
        self.own.with_untracked(Option::is_some)
    }

    /// Whether an example could be shown: not while Ebb is locked or still opening.
    pub fn can_show_example(self) -> bool {
        matches!(self.opening.get(), Opening::Ready | Opening::Failed(_))
    }

    /// Shows an example month.
    pub fn show_example(self) {
        if self.in_example_untracked() {
            return;
        }
        let boundary = self.prefs.with_untracked(|prefs| prefs.boundary);
        let example = month(clock::now(), boundary, &more().example.month);
        let own = self
            .journal
            .try_update(|journal| mem::replace(journal, example));
        self.own.set(own);
    }

    /// Shows the person's own journal again.
    pub fn back_to_own(self) {
        if !self.in_example_untracked() {
            return;
        }
        if let Some(own) = self.own.try_update(Option::take).flatten() {
            self.journal.set(own);
        }
    }

    /// Reads the person's own journal, whatever is on the screen.
    pub(super) fn with_own<T>(self, read: impl FnOnce(&Journal) -> T) -> T {
        if self.in_example_untracked() {
            self.own
                .with_untracked(|own| read(own.as_ref().unwrap_or(&Journal::default())))
        } else {
            self.journal.with_untracked(read)
        }
    }

    /// Changes the person's own journal, whatever is on the screen.
    pub(super) fn update_own(self, change: impl FnOnce(&mut Journal)) {
        if self.in_example_untracked() {
            self.own.update(|own| {
                if let Some(own) = own {
                    change(own);
                }
            });
        } else {
            self.journal.update(change);
        }
    }
}
