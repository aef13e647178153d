//! The screen that looks back.

use ebb_core::log::Journal;
use leptos::prelude::*;

use crate::components::{Page, Sample, SpanBar, sample};
use crate::i18n;
use crate::i18n::Texts;
use crate::sections::insight::{Of, section, sights};
use crate::sections::{example_offer, this_week, waves_nav};
use crate::state::{Opening, use_journal, use_preferences, use_session};

/// The screen that looks back.
#[component]
pub fn InsightPage() -> impl IntoView {
    let session = use_session();
    let preferences = use_preferences();
    let journal = use_journal();
    let texts = i18n::texts();
    let span = this_week();
    let today = Memo::new(move |_| preferences.today());
    let shown = move || {
        if session.opening.get() == Opening::Waiting {
            return view! { <p class="lead">{texts.common.opening}</p> }.into_any();
        }
        if journal.with(is_empty) {
            return empty(texts);
        }
        sights(Of::Own(journal), span.get(), today.get())
    };
    view! {
        <Page title=texts.insight.title name="insight">
            {waves_nav()}
            <SpanBar span=span today=today />
            {shown}
        </Page>
    }
}

/// People to turn to say nothing about any day.
fn is_empty(journal: &Journal) -> bool {
    journal
        .entries()
        .all(|(_, record)| !record.entry.tells_of_the_past())
}

fn empty(texts: &Texts) -> AnyView {
    let words = &texts.insight;
    let list: Vec<_> = words
        .empty_list
        .into_iter()
        .map(|line| view! { <li>{line}</li> }.into_any())
        .collect();
    let inside = view! {
        <p>{words.empty_lead}</p>
        <ul>{list}</ul>
        {sample(Sample::Wave)}
        {example_offer()}
    };
    section("see-empty", words.empty, vec![inside.into_any()])
}
