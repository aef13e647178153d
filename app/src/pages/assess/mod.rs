//! Questionnaires: which there are, filling one in, and what came of it.

mod crisis;
mod fill;
mod list;
mod result;
mod trend;

pub use crisis::NextDay;
pub use fill::FillPage;
pub use list::AssessPage;
pub use result::ResultView;

use ebb_core::content::instrument::{Instrument, Wording};
use ebb_core::content::{Content, Library};
use leptos::prelude::*;

use crate::i18n::Texts;
use crate::state::assess::ContentResource;
use crate::state::{Loaded, use_ebb};

/// What `view` makes of content, once it is there; a second try when it did not come.
pub fn shelved<T: Content + Send + Sync + 'static>(
    resource: &'static ContentResource<T>,
    missing: &'static str,
    view: impl Fn(&Library<T>) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    (move || match resource.read(&view) {
        Loaded::Ready(view) => view,
        Loaded::Waiting => loading(),
        Loaded::Missing => not_there(missing, Callback::new(move |()| resource.fetch())),
    })
    .into_any()
}

/// Shown while content is on its way.
pub fn loading() -> AnyView {
    view! { <p class="lead">{use_ebb().more().assess.loading}</p> }.into_any()
}

/// Shown when content did not come.
pub fn not_there(words: &'static str, retry: Callback<()>) -> AnyView {
    let texts: &Texts = use_ebb().texts();
    view! {
        <div role="alert">
            <p class="problem">{words}</p>
        </div>
        <button type="button" on:click=move |_| retry.run(())>
            {texts.common.try_again}
        </button>
    }
    .into_any()
}

/// Lines that open on request.
pub fn folded(summary: &'static str, lines: Vec<String>) -> AnyView {
    let lines: Vec<_> = lines
        .into_iter()
        .map(|line| view! { <li>{line}</li> }.into_any())
        .collect();
    view! {
        <details class="more sources">
            <summary>{summary}</summary>
            <ul>{lines}</ul>
        </details>
    }
    .into_any()
}

/// What one has to know of the wording: that it is not in the language of the page, or not certain.
fn doubt(instrument: &Instrument) -> Option<&'static str> {
    let words = &use_ebb().more().assess;
    let unsure = instrument.wording == Wording::Circulating;
    foreign(instrument).or(unsure.then_some(words.to_check))
}

/// That a questionnaire is not in the language of the page, if so.
fn foreign(instrument: &Instrument) -> Option<&'static str> {
    let words = &use_ebb().more().assess;
    instrument
        .language
        .is_some()
        .then_some(words.other_language)
}

/// Who made a questionnaire, what is not certain, and where form, sums and limits were published.
fn origin_lines(instrument: &Instrument) -> Vec<String> {
    let mut lines = vec![instrument.credit.clone()];
    if instrument.wording == Wording::Circulating {
        lines.push(use_ebb().more().assess.to_check.to_owned());
    }
    lines.extend(instrument.wording_note.clone());
    let limits = instrument.scores.iter().flat_map(|score| {
        let look = score.look.as_ref().map(|look| &look.source);
        let change = score.meaningful_change.as_ref();
        let change = change.map(|change| &change.source);
        std::iter::once(&score.source).chain(look).chain(change)
    });
    for source in instrument.sources.iter().chain(limits) {
        if !lines.contains(source) {
            lines.push(source.clone());
        }
    }
    lines
}
