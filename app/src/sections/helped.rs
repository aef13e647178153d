//! The exercises after which this person rates cravings lower than without one, before all others;
//! they can be left in their shelves.

use ebb_core::insight::rated_lower;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::{chip, craving_in_address};
use crate::state::{use_journal, use_preferences};
use crate::{i18n, words};

/// How many are put first.
const FIRST: usize = 3;

/// An exercise, after how many times the craving was weaker, and how many times that is in all.
pub type Helped = (String, usize, usize);

/// The exercises that were rated lower after, by more than chance and time; the greatest
/// difference first.
pub fn best() -> Memo<Vec<Helped>> {
    let journal = use_journal();
    Memo::new(move |_| {
        let helped = journal.with(|journal| rated_lower(journal, FIRST));
        let told = helped.into_iter().filter_map(|effect| {
            let weaker = effect.change.found()?.weaker;
            Some((effect.exercise, weaker, effect.n))
        });
        told.collect()
    })
}

/// Whether the person wants them first.
pub fn wanted() -> bool {
    let preferences = use_preferences();
    preferences.with(|prefs| !prefs.shelves_only)
}

/// Switches that.
pub fn switch() -> AnyView {
    let preferences = use_preferences();
    let words = i18n::texts().helped.show.to_owned();
    chip("checkbox", "helped", words, wanted, move || {
        preferences.choose(|prefs| prefs.shelves_only = !prefs.shelves_only);
    })
}

/// What was rated lower after, and why it stands here. Nothing before there is enough to go by.
pub fn helped_section() -> AnyView {
    let texts = &i18n::texts().helped;
    let craving = craving_in_address();
    let best = best();
    let line = move |(id, weaker, n): Helped| {
        let address = match craving.get() {
            Some(craving) => format!("/exercises/{id}?craving={craving}"),
            None => format!("/exercises/{id}"),
        };
        view! {
            <li class="entry">
                <A href=address attr:class="entry-link">
                    <span class="entry-kind">{move || words::exercise_title(&id)}</span>
                    <span class="entry-time">{(texts.times)(weaker, n)}</span>
                </A>
            </li>
        }
        .into_any()
    };
    let list = move || {
        let best = if wanted() { best.get() } else { Vec::new() };
        best.into_iter().map(line).collect::<Vec<_>>()
    };
    (move || {
        (!best.with(Vec::is_empty)).then(|| {
            view! {
                <section class="field" aria-labelledby="helped">
                    <h2 id="helped">{texts.title}</h2>
                    <p class="hint">{texts.why}</p>
                    <ul class="plain entries">{list}</ul>
                    <p>{switch()}</p>
                </section>
            }
        })
    })
    .into_any()
}
