//! Days that are counted, and whether they are shown.

use ebb_core::queries::after_plan;
use leptos::prelude::*;

use crate::components::chip;
use crate::i18n;
use crate::state::{use_journal, use_preferences};

/// Which of the ninety days after the programme it is.
pub fn ninety_days() -> AnyView {
    let preferences = use_preferences();
    let journal = use_journal();
    let plans = &i18n::more().plans;
    let day = Memo::new(move |_| {
        let today = preferences.today();
        journal.with(|journal| after_plan(journal).and_then(|(_, _, plan)| plan.day(today)))
    });
    (move || {
        day.get()
            .map(|day| view! { <p class="card">{(plans.day_of_90)(day)}</p> })
    })
    .into_any()
}

/// Whether the person wants to see how many days there are.
pub fn counts_shown() -> bool {
    let preferences = use_preferences();
    preferences.with(|prefs| !prefs.no_day_counts)
}

/// Shows the counts again, or hides them, in the settings.
pub fn counts_switch() -> AnyView {
    let preferences = use_preferences();
    let texts = &i18n::more().recovery_progress;
    let flip = move || preferences.choose(|prefs| prefs.no_day_counts = !prefs.no_day_counts);
    view! {
        <fieldset class="chips">
            <legend>{texts.show_legend}</legend>
            <div class="chip-row">
                {chip(
                    "checkbox",
                    "day-counts",
                    texts.show.to_owned(),
                    counts_shown,
                    flip,
                )}
            </div>
        </fieldset>
    }
    .into_any()
}
