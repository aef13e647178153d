//! What studies found, whatever they found.

use ebb_core::content::{Evidence, Study};
use leptos::prelude::*;

use crate::i18n;

/// What is known of an exercise or a lesson as an app, to unfold: every study alike, or that none is
/// known.
pub fn evidence(known: &Evidence) -> AnyView {
    let words = &i18n::texts().common;
    let studies: Vec<_> = known.studies().iter().map(study).collect();
    let inside = if studies.is_empty() {
        view! { <p>{words.known_nothing}</p> }.into_any()
    } else {
        view! { <ul>{studies}</ul> }.into_any()
    };
    view! {
        <details class="more sources evidence">
            <summary>{words.known}</summary>
            {inside}
        </details>
    }
    .into_any()
}

fn study(study: &Study) -> AnyView {
    let words = &i18n::texts().common;
    let people = study.n.map(words.known_people);
    view! {
        <li>
            <strong>{study.measured.clone()}</strong>
            " "
            {study.effect.clone()}
            " "
            {people}
            " "
            <cite>{study.source.clone()}</cite>
        </li>
    }
    .into_any()
}
