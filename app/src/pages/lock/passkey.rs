//! A passkey of the device, beside the passphrase and the recovery code.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::components::{Problem, Secret};
use crate::sections::progress_button;
use crate::state::{CancellableTask, use_preferences, use_vault};
use crate::{i18n, words};

/// Setting a passkey up, and removing it.
#[component]
pub fn Passkey() -> impl IntoView {
    let vault = use_vault();
    let preferences = use_preferences();
    let texts = &i18n::more().lock;
    let there = RwSignal::new(false);
    let secret = RwSignal::new(String::new());
    let problem = RwSignal::new(None);
    let done = RwSignal::new("");
    let task = CancellableTask::new();
    let look = move || {
        spawn_local(async move {
            there.try_set(vault.has_passkey().await);
        });
    };
    look();
    let change = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        problem.set(None);
        done.set("");
        let remove = there.get_untracked();
        // The device lists it for everybody: under the name that Ebb goes by.
        let name = preferences.with_untracked(|prefs| prefs.title.clone());
        let name = name.unwrap_or_else(|| "Ebb".to_owned());
        task.run(async move {
            let went = if remove {
                vault.remove_passkey().await
            } else {
                vault.add_passkey(secret.get_untracked(), name).await
            };
            match went {
                Ok(()) if remove => drop(done.try_set(texts.passkey_removed)),
                Ok(()) => drop(done.try_set(texts.passkey_added)),
                Err(error) => {
                    drop(problem.try_set(Some(words::not_unlocked(error, false).to_owned())));
                }
            }
            secret.try_set(String::new());
            look();
        });
    };
    let form = move || {
        if there.get() {
            return view! {
                <Problem words=problem />
                {progress_button(task, texts.passkey_remove, texts.making)}
            }
            .into_any();
        }
        view! {
            <Secret label=texts.old id="passkey-passphrase" value=secret problem=problem />
            {progress_button(task, texts.passkey_add, texts.passkey_adding)}
        }
        .into_any()
    };
    view! {
        <form on:submit=change novalidate>
            <p>{texts.passkey_words}</p>
            <p>{texts.passkey_forced}</p>
            {form}
            <p role="status">{done}</p>
        </form>
    }
}
