//! No lock yet: choosing a passphrase, keeping the recovery code, putting the lock on.

use std::rc::Rc;

use leptos::prelude::*;

use super::code::{KeepCode, is_end_of};
use crate::components::{Problem, Secret, Strength, Word};
use crate::sections::progress_button;
use crate::state::vault::NewLock;
use crate::state::{CancellableTask, use_vault};
use crate::{i18n, words};

/// The way from no lock to a lock. `put_on` is called when it is there.
#[component]
pub fn Off(#[prop(into)] put_on: Callback<()>) -> impl IntoView {
    let lock = RwSignal::new_local(None::<Rc<NewLock>>);
    move || match lock.get() {
        None => view! { <Choose made=lock /> }.into_any(),
        Some(lock) => {
            view! { <Keep lock=lock label=i18n::more().lock.put_on put_on=put_on /> }.into_any()
        }
    }
}

#[component]
fn Choose(made: RwSignal<Option<Rc<NewLock>>, LocalStorage>) -> impl IntoView {
    let vault = use_vault();
    let texts = &i18n::more().lock;
    let secret = RwSignal::new(String::new());
    let problem = RwSignal::new(None);
    let task = CancellableTask::new();
    let make = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        problem.set(None);
        task.run(async move {
            match vault.new_lock(secret.get_untracked()).await {
                Ok(lock) => drop(made.try_set(Some(Rc::new(lock)))),
                Err(error) => {
                    drop(problem.try_set(Some(words::not_unlocked(error, false).to_owned())));
                }
            }
        });
    };
    view! {
        <section class="card" aria-labelledby="off">
            <h2 id="off">{texts.off}</h2>
            <p>{texts.off_words}</p>
            <p>{texts.never_needs}</p>
            <p>{texts.lost_both}</p>
            <form on:submit=make novalidate>
                <Secret
                    label=texts.passphrase
                    id="new-passphrase"
                    new=true
                    value=secret
                    problem=problem
                    hint=texts.passphrase_hint
                />
                <Strength of=secret />
                {progress_button(task, texts.make, texts.making)}
            </form>
        </section>
    }
}

/// A recovery code to keep. Once a part of it was typed the lock, or its change, is put on, and
/// `put_on` is called.
#[component]
pub fn Keep(
    lock: Rc<NewLock>,
    /// What the button says.
    label: &'static str,
    #[prop(into)] put_on: Callback<()>,
) -> impl IntoView {
    let vault = use_vault();
    let all = i18n::texts();
    let texts = &i18n::more().lock;
    let typed = RwSignal::new(String::new());
    let problem = RwSignal::new(None);
    let refused = RwSignal::new(None);
    let task = CancellableTask::new();
    let code = lock.recovery.clone().unwrap_or_default();
    let finish = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        refused.set(None);
        let code = lock.recovery.as_deref().unwrap_or_default();
        let proven = typed.with_untracked(|typed| is_end_of(typed, code));
        problem.set((!proven).then(|| texts.not_proven.to_owned()));
        if !proven {
            return;
        }
        let lock = lock.clone();
        task.run(async move {
            match vault.put_on(&lock).await {
                Ok(()) => put_on.run(()),
                Err(error) => {
                    drop(refused.try_set(Some(words::not_unlocked(error, false).to_owned())));
                }
            }
        });
    };
    view! {
        <section class="card" aria-labelledby="code-title">
            <h2 id="code-title">{texts.code_title}</h2>
            <KeepCode code=code />
            <form on:submit=finish novalidate>
                <p class="hint">{texts.prove_hint}</p>
                <Word
                    label=texts.prove
                    id="prove"
                    value=typed
                    write=move |text| typed.set(text)
                    problem=problem
                />
                <Problem words=refused />
                {progress_button(task, label, all.common.saving)}
            </form>
        </section>
    }
}
