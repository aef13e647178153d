//! The panic phrase. No screen says whether there is one.

use leptos::prelude::*;

use crate::components::Secret;
use crate::sections::progress_button;
use crate::state::{CancellableTask, use_vault};
use crate::{i18n, words};

/// Choosing a panic phrase, or none.
#[component]
pub fn PanicPhrase() -> impl IntoView {
    let vault = use_vault();
    let texts = &i18n::more().lock;
    let secret = RwSignal::new(String::new());
    let phrase = RwSignal::new(String::new());
    let problem = RwSignal::new(None);
    let done = RwSignal::new("");
    let task = CancellableTask::new();
    let change = move |chosen: Option<String>| {
        problem.set(None);
        done.set("");
        let said = if chosen.is_some() {
            texts.panic_done
        } else {
            texts.panic_removed
        };
        task.run(async move {
            match vault.change_panic(secret.get_untracked(), chosen).await {
                Ok(()) => {
                    secret.try_set(String::new());
                    phrase.try_set(String::new());
                    done.try_set(said);
                }
                Err(error) => {
                    problem.try_set(Some(words::not_unlocked(error, false).to_owned()));
                }
            }
        });
    };
    let choose = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        change(Some(phrase.get_untracked()));
    };
    view! {
        <form on:submit=choose novalidate>
            <p>{texts.panic_words}</p>
            <p>{texts.panic_limits}</p>
            <Secret label=texts.old id="panic-passphrase" value=secret problem=problem />
            <Secret label=texts.panic id="panic-phrase" new=true value=phrase />
            {progress_button(task, texts.panic_use, texts.making)}
            <button type="button" class="quiet" on:click=move |_| change(None)>
                {texts.panic_none}
            </button>
            <p role="status">{done}</p>
        </form>
    }
}
