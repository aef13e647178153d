//! The days that are looked at to begin with.

use ebb_core::insight::Span;
use leptos::prelude::*;

use crate::components::{MONTH, WEEK, days_to};
use crate::state::{use_journal, use_preferences};

/// The week up to today, to begin with; an example is looked at as a whole.
pub fn this_week() -> RwSignal<Span> {
    let preferences = use_preferences();
    let journal = use_journal();
    let recent = move || {
        let days = if journal.in_example() { MONTH } else { WEEK };
        days_to(preferences.today_untracked(), days)
    };
    let span = RwSignal::new(recent());
    Effect::new(move |before: Option<bool>| {
        let example = journal.in_example();
        if before.is_some_and(|before| before != example) {
            span.set(recent());
        }
        example
    });
    span
}
