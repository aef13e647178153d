//! All questionnaires: what each is for, when it was done, whether it is time, and how it moved.

use ebb_core::content::Library;
use ebb_core::content::instrument::Instrument;
use ebb_core::queries::{due, due_from, last_result};
use ebb_core::time::LocalDay;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::{Page, folded};
use crate::sections::questionnaire::{foreign, origin_lines, trends};
use crate::sections::{remind, shelved};
use crate::state::content::instruments;
use crate::state::{use_journal, use_preferences};
use crate::{i18n, words};

/// The screen of all questionnaires.
#[component]
pub fn AssessPage() -> impl IntoView {
    let preferences = use_preferences();
    let words = &i18n::more().assess;
    let today = Memo::new(move |_| preferences.today());
    let cards = move |library: &Library<Instrument>| {
        let cards: Vec<_> = library
            .entries
            .iter()
            .map(|instrument| card(instrument, today.get()))
            .collect();
        view! { <ul class="plain stack">{cards}</ul> }.into_any()
    };
    view! {
        <Page title=words.title name="questionnaires">
            <p class="lead">{words.lead}</p>
            {shelved(instruments(), words.missing, cards)}
        </Page>
    }
}

fn card(instrument: &Instrument, today: LocalDay) -> AnyView {
    let journal = use_journal();
    let words = &i18n::more().assess;
    let (last, due) = journal.with(|journal| {
        let last = last_result(journal, &instrument.id);
        let last = last.map(|(root, record, _)| (root, record.local_day));
        (last, due(journal, instrument, today))
    });
    let done = last.map_or(words.never.to_owned(), |(_, day)| {
        (words.last)(&words::day_words(day))
    });
    let next = last.and_then(|(_, day)| journal.with(|journal| due_from(journal, instrument, day)));
    let when = match next {
        _ if due => words.due.to_owned(),
        Some(day) => (words.next)(&words::day_words(day)),
        None => words.any_time.to_owned(),
    };
    let result = last.map(|(root, _)| {
        view! {
            <A href=format!("/history/{root}") attr:class="button quiet">
                {words.last_result}
            </A>
        }
    });
    let title = instrument.title.clone();
    let named = title.clone();
    let trends = trends(instrument);
    let trends = (!trends.is_empty()).then(|| {
        view! {
            <details class="more sight">
                <summary>
                    {words.over_time}
                    <span class="unseen">": " {named}</span>
                </summary>
                {trends}
            </details>
        }
    });
    let foreign = foreign(instrument).map(|words| view! { <p class="hint">{words}</p> });
    let address = format!("/questionnaires/{}", instrument.id);
    view! {
        <li class="card">
            <h2>{title.clone()}</h2>
            <p>{instrument.about.clone()}</p>
            <p>{format!("{}. {done}", (words.minutes)(instrument.minutes))}</p>
            <p>
                {if due { view! { <b>{when}</b> }.into_any() } else { when.into_any() }}
            </p>
            {foreign}
            <div class="row">
                <A
                    href=address
                    attr:class=if due { "button" } else { "button soft" }
                >
                    {words.fill}
                    <span class="unseen">": " {title}</span>
                </A>
                {result}
                {remind(&format!("questionnaire/{}", instrument.id))}
            </div>
            {trends}
            {folded(words.origin, origin_lines(instrument))}
        </li>
    }
    .into_any()
}
