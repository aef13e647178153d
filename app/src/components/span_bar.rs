//! How many days are looked at, and which.

use ebb_core::insight::Span;
use ebb_core::time::LocalDay;
use leptos::prelude::*;

use super::chip;
use crate::{i18n, words};

/// Days of a week.
pub const WEEK: u16 = 7;
/// Days of a month.
pub const MONTH: u16 = 30;

/// The last so many days.
pub fn days_to(last: LocalDay, days: u16) -> Span {
    Span::ending(last, days).unwrap_or_else(|_| Span::week_of(last, 0))
}

/// A week or a month, earlier and later, and the days in words.
#[component]
pub fn SpanBar(
    /// The days.
    span: RwSignal<Span>,
    /// Today.
    #[prop(into)]
    today: Signal<LocalDay>,
) -> impl IntoView {
    let texts = i18n::texts();
    let choice = move |days: u16, words: &'static str| {
        chip(
            "radio",
            "span",
            words.to_owned(),
            move || span.get().length() == days,
            move || span.update(|span| *span = days_to(span.last(), days)),
        )
    };
    let step = move |by: fn(Span) -> LocalDay| {
        let last = by(span.get_untracked()).min(today.get());
        span.update(|span| *span = span.up_to(last));
    };
    view! {
        <div class="span-bar">
            <fieldset class="chips">
                <legend class="unseen">{texts.history.span}</legend>
                <div class="chip-row">
                    {choice(WEEK, texts.history.week)} {choice(MONTH, texts.history.month)}
                </div>
            </fieldset>
            <div class="row">
                <button
                    type="button"
                    class="quiet step-back"
                    on:click=move |_| step(|span| span.previous().last())
                >
                    <span class="unseen">{texts.history.earlier}</span>
                </button>
                <button
                    type="button"
                    class="quiet step-on"
                    disabled={move || span.get().last() >= today.get()}
                    on:click=move |_| step(|span| span.last().plus(i32::from(span.length())))
                >
                    <span class="unseen">{texts.history.later}</span>
                </button>
            </div>
        </div>
        // Spoken, because the buttons say only which way and not where one is.
        <p class="lead" role="status">
            {move || {
                let span = span.get();
                (texts.history.range)(&words::day_words(span.first()), &words::day_words(span.last()))
            }}
        </p>
    }
}
