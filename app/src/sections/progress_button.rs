//! A button for slow work, and what stands in its place while the work goes on.

use leptos::prelude::*;

use crate::i18n;
use crate::state::CancellableTask;

/// A button that submits its form; while the work goes on, what goes on and a way to stop it, for
/// as long as it can be stopped.
pub fn progress_button(
    task: CancellableTask,
    label: &'static str,
    going_on: &'static str,
) -> AnyView {
    let texts = i18n::more();
    (move || {
        if task.busy() && task.finishing() {
            view! {
                <div class="in-progress" role="status">
                    <progress aria-label=texts.lock.finishing></progress>
                    <p>{texts.lock.finishing}</p>
                </div>
            }
            .into_any()
        } else if task.busy() {
            view! {
                <div class="in-progress" role="status">
                    <progress aria-label=going_on></progress>
                    <p>{going_on}</p>
                    <button type="button" class="quiet" on:click=move |_| task.stop()>
                        {texts.lock.stop}
                    </button>
                </div>
            }
            .into_any()
        } else {
            view! {
                <button type="submit" class="main">
                    {label}
                </button>
            }
            .into_any()
        }
    })
    .into_any()
}
