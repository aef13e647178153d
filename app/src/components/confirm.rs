//! A question before something that cannot be taken back.

use leptos::html::Dialog;
use leptos::prelude::*;

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
    let dialog = NodeRef::<Dialog>::new();
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let open = move |_| {
        if let Some(dialog) = dialog.get_untracked() {
            // It fails only when it is open already.
            let _ = dialog.show_modal();
        }
    };
    view! {
        <button type="button" class="grave" on:click=open>
            {label}
        </button>
        <dialog node_ref=dialog aria-labelledby="confirm-question" aria-describedby="confirm-detail">
            <h2 id="confirm-question">{question}</h2>
            <p id="confirm-detail">{detail}</p>
            <div class="row">
                <button type="button" autofocus on:click=move |_| close()>
                    {no}
                </button>
                <button
                    type="button"
                    class="grave"
                    on:click=move |_| {
                        close();
                        act.run(());
                    }
                >
                    {yes}
                </button>
            </div>
        </dialog>
    }
}
