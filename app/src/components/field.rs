//! Fields to write in.

use leptos::prelude::*;

use super::Problem;

/// Several lines of a person's own words.
#[component]
pub fn Lines(
    /// What to write.
    #[prop(into)]
    label: String,
    /// Unique in the page.
    #[prop(into)]
    id: String,
    /// What is written.
    #[prop(into)]
    value: Signal<String>,
    /// Called at each letter.
    #[prop(into)]
    write: Callback<String>,
    /// What is wrong with it.
    #[prop(into, optional)]
    problem: Signal<Option<String>>,
    /// A line of help.
    #[prop(into, optional)]
    hint: String,
) -> impl IntoView {
    let described = format!("{id}-problem");
    let hint = (!hint.is_empty()).then(|| view! { <span class="hint">{hint}</span> });
    view! {
        <div class="field">
            <label for=id.clone()>{label} {hint}</label>
            <textarea
                id=id
                rows="3"
                dir="auto"
                aria-describedby=described.clone()
                aria-invalid=move || problem.get().is_some().to_string()
                prop:value=value
                on:input:target=move |ev| write.run(ev.target().value())
            ></textarea>
            <Problem words=problem id=described />
        </div>
    }
}

/// One line.
#[component]
pub fn Word(
    /// What to write.
    label: &'static str,
    /// Unique in the page.
    id: &'static str,
    /// `text`, `tel` or another kind of field.
    #[prop(default = "text")]
    kind: &'static str,
    /// What is written.
    #[prop(into)]
    value: Signal<String>,
    /// Called at each letter.
    #[prop(into)]
    write: Callback<String>,
    /// What is wrong with it.
    #[prop(into, optional)]
    problem: Signal<Option<String>>,
) -> impl IntoView {
    let described = format!("{id}-problem");
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <input
                id=id
                type=kind
                dir="auto"
                autocomplete="off"
                aria-describedby=described.clone()
                aria-invalid=move || problem.get().is_some().to_string()
                prop:value=value
                on:input:target=move |ev| write.run(ev.target().value())
            />
            <Problem words=problem id=described />
        </div>
    }
}

/// A date and time on the wall clock; empty for now.
#[component]
pub fn Moment(
    /// What it is the time of.
    label: &'static str,
    /// Unique in the page.
    id: &'static str,
    /// As a `datetime-local` field writes it.
    #[prop(into)]
    value: Signal<String>,
    /// Called with a new time.
    #[prop(into)]
    write: Callback<String>,
    /// What is wrong with it.
    #[prop(into, optional)]
    problem: Signal<Option<String>>,
) -> impl IntoView {
    view! { <Word label=label id=id kind="datetime-local" value=value write=write problem=problem /> }
}
