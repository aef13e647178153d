//! A question before something that cannot be taken back.

use leptos::prelude::*;

use super::modal::Modal;

/// A button that asks before it acts.
#[component]
pub fn Confirm(
    /// What the button says.
    label: &'static str,
    /// The question.
    question: &'static str,
    /// What will happen.
    detail: &'static str,
    /// The word for going on.
    yes: &'static str,
    /// The word for leaving it.
    no: &'static str,
    /// Called when the person goes on.
    #[prop(into)]
    act: Callback<()>,
) -> impl IntoView {
    let modal = Modal::new();
    let yes_then = move |_| {
        modal.close();
        act.run(());
    };
    let answers = view! {
        <div class="row">
            <button type="button" autofocus on:click=move |_| modal.close()>
                {no}
            </button>
            <button type="button" class="grave" on:click=yes_then>
                {yes}
            </button>
        </div>
    };
    view! {
        <button type="button" class="grave" on:click=move |_| modal.open()>
            {label}
        </button>
        {modal.show("confirm", question, detail.into_any(), answers.into_any())}
    }
}
