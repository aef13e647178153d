//! A lock is on: locking now, locking by itself, changing it, taking it off.

use leptos::prelude::*;

use super::code::KeepCode;
use super::opened_by;
use crate::components::{Problem, Secret, Strength, when};
use crate::sections::progress_button;
use crate::state::prefs::AutoLock;
use crate::state::vault::Converting;
use crate::state::{CancellableTask, use_preferences, use_vault};
use crate::{i18n, words};

const MINUTES: [u16; 6] = [1, 2, 5, 15, 60, 0];

/// What can be done with a lock.
#[component]
pub fn On() -> impl IntoView {
    let vault = use_vault();
    let texts = &i18n::more().lock;
    view! {
        <section class="card" aria-labelledby="is-on">
            <h2 id="is-on">{texts.is_on}</h2>
            <p>{texts.is_on_words}</p>
            <HowFar />
            <button type="button" on:click=move |_| vault.lock_now()>
                {texts.now}
            </button>
            <Idle />
        </section>
        <details class="card">
            <summary>{texts.change}</summary>
            <ChangePassphrase />
        </details>
        <details class="card">
            <summary>{texts.new_code}</summary>
            <NewCode />
        </details>
        <details class="card">
            <summary>{texts.take_off}</summary>
            <TakeOff />
        </details>
    }
}

/// How far the sealing of what was there before is.
#[component]
fn HowFar() -> impl IntoView {
    let vault = use_vault();
    let texts = &i18n::more().lock;
    let percent = move || vault.converting.get().map_or(0, Converting::percent);
    let words = move || match vault.converting.get() {
        Some(Converting { to_plain: true, .. }) => (texts.unsealing)(percent()),
        _ => (texts.sealing)(percent()),
    };
    when(
        move || vault.converting.with(Option::is_some),
        move || {
            view! {
                <div class="in-progress" role="status">
                    <progress max="100" value=move || percent().to_string() aria-label=words></progress>
                    <p>{words}</p>
                </div>
            }
            .into_any()
        },
    )
}

#[component]
fn Idle() -> impl IntoView {
    let preferences = use_preferences();
    let texts = &i18n::more().lock;
    let options = MINUTES
        .into_iter()
        .map(|minutes| {
            let chosen = move || preferences.with(|prefs| prefs.auto_lock.0) == minutes;
            view! {
                <option value=minutes.to_string() selected=chosen>
                    {(texts.minutes)(minutes)}
                </option>
            }
        })
        .collect_view();
    let choose = move |value: String| {
        if let Ok(minutes) = value.parse() {
            preferences.choose(|prefs| prefs.auto_lock = AutoLock(minutes));
        }
    };
    view! {
        <div class="field">
            <label for="auto-lock">{texts.after}</label>
            <select id="auto-lock" on:change:target=move |ev| choose(ev.target().value())>
                {options}
            </select>
        </div>
    }
}

#[component]
fn ChangePassphrase() -> impl IntoView {
    let vault = use_vault();
    let texts = &i18n::more().lock;
    let (old, new) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let problem = RwSignal::new(None);
    let done = RwSignal::new("");
    // Whoever has forgotten the passphrase came in by the recovery code.
    let by_code = RwSignal::new(false);
    let task = CancellableTask::new();
    let change = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        problem.set(None);
        done.set("");
        task.run(async move {
            let code = by_code.get_untracked();
            let (was, is) = (old.get_untracked(), new.get_untracked());
            match vault.change_passphrase(opened_by(code), was, is).await {
                Ok(()) => {
                    old.try_set(String::new());
                    new.try_set(String::new());
                    done.try_set(texts.changed);
                }
                Err(error) => {
                    drop(problem.try_set(Some(words::not_unlocked(error, code).to_owned())));
                }
            }
        });
    };
    let field = move || {
        let label = if by_code.get() { texts.code } else { texts.old };
        view! { <Secret label=label id="old-passphrase" value=old problem=problem /> }
    };
    view! {
        <form on:submit=change novalidate>
            {field}
            <button
                type="button"
                class="quiet small"
                on:click=move |_| by_code.update(|code| *code = !*code)
            >
                {move || if by_code.get() { texts.use_passphrase } else { texts.use_code }}
            </button>
            <Secret
                label=texts.new
                id="new-passphrase"
                new=true
                value=new
                hint=texts.passphrase_hint
            />
            <Strength of=new />
            {progress_button(task, texts.change, texts.making)}
            <p role="status">{done}</p>
        </form>
    }
}

#[component]
fn NewCode() -> impl IntoView {
    let vault = use_vault();
    let texts = &i18n::more().lock;
    let secret = RwSignal::new(String::new());
    let problem = RwSignal::new(None);
    let code = RwSignal::new(None::<String>);
    let task = CancellableTask::new();
    let make = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        problem.set(None);
        task.run(async move {
            match vault.new_recovery_code(secret.get_untracked()).await {
                Ok(new) => {
                    secret.try_set(String::new());
                    code.try_set(Some(new));
                }
                Err(error) => {
                    drop(problem.try_set(Some(words::not_unlocked(error, false).to_owned())));
                }
            }
        });
    };
    move || match code.get() {
        Some(new) => view! {
            <KeepCode code=new />
            <button type="button" on:click=move |_| code.set(None)>
                {texts.new_code_done}
            </button>
        }
        .into_any(),
        None => view! {
            <form on:submit=make novalidate>
                <p>{texts.new_code_words}</p>
                <Secret label=texts.old id="code-passphrase" value=secret problem=problem />
                {progress_button(task, texts.new_code, texts.making)}
            </form>
        }
        .into_any(),
    }
}

#[component]
fn TakeOff() -> impl IntoView {
    let vault = use_vault();
    let texts = &i18n::more().lock;
    let secret = RwSignal::new(String::new());
    let problem = RwSignal::new(None);
    let task = CancellableTask::new();
    let take_off = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        problem.set(None);
        task.run(async move {
            if let Err(error) = vault.take_off(secret.get_untracked()).await {
                drop(problem.try_set(Some(words::not_unlocked(error, false).to_owned())));
            }
        });
    };
    view! {
        <form on:submit=take_off novalidate>
            <p>{texts.take_off_words}</p>
            <Secret label=texts.old id="off-passphrase" value=secret />
            <Problem words=problem />
            {progress_button(task, texts.take_off, texts.unlocking)}
        </form>
    }
}
