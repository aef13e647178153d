//! Eleven large buttons from 0 to 10: no dragging, nothing chosen until the person chooses.

use ebb_core::rating::Rating;
use leptos::prelude::*;

use super::when;

/// A rating from 0 to 10, as a group of radio buttons.
#[component]
pub fn Scale(
    /// The question.
    #[prop(into)]
    legend: Signal<String>,
    /// Unique in the page.
    name: &'static str,
    /// What 0 means.
    low: &'static str,
    /// What 10 means.
    high: &'static str,
    /// The answer.
    #[prop(into)]
    value: Signal<Option<Rating>>,
    /// Called with a new answer.
    #[prop(into)]
    choose: Callback<Option<Rating>>,
    /// The word for taking the answer back, where it may be skipped.
    #[prop(optional)]
    clear: Option<&'static str>,
) -> impl IntoView {
    let cells = Rating::all()
        .map(|rating| {
            view! {
                <label class="scale-cell">
                    <input
                        type="radio"
                        name=name
                        value=rating.get().to_string()
                        prop:checked=move || value.get() == Some(rating)
                        on:change=move |_| choose.run(Some(rating))
                    />
                    <span>{rating.get()}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="scale">
            <legend>{legend}</legend>
            <div class="scale-cells">{cells}</div>
            <div class="scale-ends" aria-hidden="true">
                <span>"0 " {low}</span>
                <span>"10 " {high}</span>
            </div>
            {clear
                .map(|clear| {
                    view! {
                        {when(move || value.get().is_some(), move || view! { <button
                                type="button"
                                class="quiet small"
                                on:click=move |_| choose.run(None)
                            >
                                {clear}
                                <span class="unseen">": " {legend}</span>
                            </button> }.into_any())}
                    }
                })}
        </fieldset>
    }
}
