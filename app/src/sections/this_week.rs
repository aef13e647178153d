//! The days that are looked at to begin with.

use ebb_core::insight::Span;
use leptos::prelude::*;

use crate::components::{MONTH, WEEK, days_to};
use crate::state::use_ebb;

/// The week up to today, to begin with; an example is looked at as a whole.
pub fn this_week() -> RwSignal<Span> {
    let ebb = use_ebb();
    let recent = move || {
        let days = if ebb.in_example() { MONTH } else { WEEK };
        days_to(ebb.today_untracked(), days)
    };
    let span = RwSignal::new(recent());
    Effect::new(move |before: Option<bool>| {
        let example = ebb.in_example();
        if before.is_some_and(|before| before != example) {
            span.set(recent());
        }
        example
    });
    span
}
