//! What pages ask the state: which day it is.

use ebb_core::time::{LocalDay, Moment};
use leptos::prelude::*;

use super::Ebb;
use crate::platform::{clock, page};

impl Ebb {
    /// Today, as the person's days are.
    pub fn today(self) -> LocalDay {
        let boundary = self.prefs.with(|prefs| prefs.boundary);
        self.now.get().local_day(boundary)
    }

    /// The same, for what is done once.
    pub fn today_untracked(self) -> LocalDay {
        let boundary = self.prefs.with_untracked(|prefs| prefs.boundary);
        clock::now().local_day(boundary)
    }

    /// The day a moment belongs to, as the person's days are.
    pub fn day_of(self, moment: Moment) -> LocalDay {
        moment.local_day(self.prefs.with(|prefs| prefs.boundary))
    }
}

/// Loads the app as on the first day.
pub fn start_afresh() {
    page::reload();
}
