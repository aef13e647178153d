//! Days that are counted, and whether they are shown.

use ebb_core::queries::after_plan;
use leptos::prelude::*;

use crate::components::chip;
use crate::i18n;
use crate::state::{Ebb, use_ebb};

/// Which of the ninety days after the programme it is.
pub fn ninety_days() -> AnyView {
    let ebb = use_ebb();
    let plans = &i18n::more().plans;
    let day = Memo::new(move |_| {
        let today = ebb.today();
        ebb.journal
            .with(|journal| after_plan(journal).and_then(|(_, _, plan)| plan.day(today)))
    });
    (move || {
        day.get()
            .map(|day| view! { <p class="card">{(plans.day_of_90)(day)}</p> })
    })
    .into_any()
}

/// Whether the person wants to see how many days there are.
pub fn counts_shown(ebb: Ebb) -> bool {
    ebb.prefs.with(|prefs| !prefs.no_day_counts)
}

/// Shows the counts again, or hides them, in the settings.
pub fn counts_switch() -> AnyView {
    let ebb = use_ebb();
    let texts = &i18n::more().recovery_progress;
    let flip = move || ebb.choose(|prefs| prefs.no_day_counts = !prefs.no_day_counts);
    view! {
        <fieldset class="chips">
            <legend>{texts.show_legend}</legend>
            <div class="chip-row">
                {chip(
                    "checkbox",
                    "day-counts",
                    texts.show.to_owned(),
                    move || counts_shown(ebb),
                    flip,
                )}
            </div>
        </fieldset>
    }
    .into_any()
}
