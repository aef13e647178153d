//! A lock is on: locking now, locking by itself, changing it, taking it off.

use std::rc::Rc;

use ebb_core::vault::KeyslotKind;
use leptos::prelude::*;

use super::off::Keep;
use super::opened_by;
use super::panic::PanicPhrase;
use super::passkey::Passkey;
use crate::components::{Problem, Secret, Strength, tick_box, when};
use crate::sections::progress_button;
use crate::state::prefs::{AutoLock, HiddenLock};
use crate::state::vault::{Converting, LockChange, NewLock, passkeys_are_offered};
use crate::state::{CancellableTask, Vault, use_preferences, use_vault};
use crate::{i18n, words};

const MINUTES: [u16; 6] = [1, 2, 5, 15, 60, 0];
const HIDDEN: [Option<u16>; 5] = [Some(0), Some(1), Some(5), Some(15), None];

/// What can be done with a lock.
#[component]
pub fn On() -> impl IntoView {
    let vault = use_vault();
    let texts = &i18n::more().lock;
    view! {
        <section class="card" aria-labelledby="is-on">
            <h2 id="is-on">{texts.is_on}</h2>
            <p>{texts.is_on_words}</p>
            <button type="button" on:click=move |_| vault.lock_now()>
                {texts.now}
            </button>
            <Idle />
            // Last: it comes and goes by itself, and must move no button under a finger.
            <HowFar />
        </section>
        <details class="more">
            <summary>{texts.change}</summary>
            <ChangePassphrase />
        </details>
        <details class="more">
            <summary>{texts.new_code}</summary>
            <NewCode />
        </details>
        <details class="more">
            <summary>{texts.panic}</summary>
            <PanicPhrase />
        </details>
        {passkeys_are_offered()
            .then(|| {
                view! {
                    <details class="more">
                        <summary>{texts.passkey}</summary>
                        <Passkey />
                    </details>
                }
            })}
        <details class="more">
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
        Some(Converting { progress }) if progress.to_plain => (texts.unsealing)(percent()),
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

/// When Ebb locks by itself.
#[component]
fn Idle() -> impl IntoView {
    let preferences = use_preferences();
    let texts = &i18n::more().lock;
    let idle = MINUTES.map(|minutes| (minutes, (texts.minutes)(minutes)));
    let hidden = HIDDEN.map(|minutes| (minutes, (texts.hidden_minutes)(minutes)));
    view! {
        {choice(
            "auto-lock",
            texts.after,
            "",
            idle.to_vec(),
            move || preferences.with(|prefs| prefs.auto_lock.0),
            move |minutes| preferences.choose(|prefs| prefs.auto_lock = AutoLock(minutes)),
        )}
        {choice(
            "hidden-lock",
            texts.hidden_after,
            texts.hidden_hint,
            hidden.to_vec(),
            move || preferences.with(|prefs| prefs.hidden_lock.0),
            move |minutes| preferences.choose(|prefs| prefs.hidden_lock = HiddenLock(minutes)),
        )}
    }
}

/// A list of which one is chosen.
fn choice<T: Copy + PartialEq + Send + Sync + 'static>(
    id: &'static str,
    label: &'static str,
    hint: &'static str,
    options: Vec<(T, String)>,
    chosen: impl Fn() -> T + Copy + Send + Sync + 'static,
    choose: impl Fn(T) + 'static,
) -> AnyView {
    let values: Vec<T> = options.iter().map(|(value, _)| *value).collect();
    let options = options.into_iter().enumerate().map(|(at, (value, words))| {
        view! {
            <option value=at.to_string() selected=move || chosen() == value>
                {words}
            </option>
        }
    });
    let choose = move |at: String| {
        if let Some(value) = at.parse().ok().and_then(|at: usize| values.get(at)) {
            choose(*value);
        }
    };
    view! {
        <div class="field">
            <label for=id>{label} <span class="hint">{hint}</span></label>
            <select id=id on:change:target=move |ev| choose(ev.target().value())>
                {options.collect_view()}
            </select>
        </div>
    }
    .into_any()
}

/// What a change of the lock needs besides the secret that proves that the person may: whether
/// there is to be a new key, and the change once it is made.
#[derive(Clone, Copy)]
struct Change {
    new_key: RwSignal<bool>,
    made: RwSignal<Option<Rc<NewLock>>, LocalStorage>,
    problem: RwSignal<Option<String>>,
    done: RwSignal<&'static str>,
}

impl Change {
    fn new() -> Self {
        Self {
            new_key: RwSignal::new(true),
            made: RwSignal::new_local(None),
            problem: RwSignal::new(None),
            done: RwSignal::new(""),
        }
    }

    /// Makes the change. One that brings a recovery code waits until that is proven.
    async fn make(self, vault: Vault, change: LockChange, said: &'static str) -> bool {
        let by_code = change.kind == KeyslotKind::Recovery;
        let made = match vault.change_lock(change).await {
            Ok(made) => made,
            Err(error) => {
                let words = words::not_unlocked(error, by_code).to_owned();
                self.problem.try_set(Some(words));
                return false;
            }
        };
        if made.recovery.is_some() {
            self.made.try_set(Some(Rc::new(made)));
            return true;
        }
        match vault.put_on(&made).await {
            Ok(()) => drop(self.done.try_set(said)),
            Err(error) => {
                let words = words::not_unlocked(error, by_code).to_owned();
                self.problem.try_set(Some(words));
            }
        }
        true
    }

    fn tick(self, name: &'static str) -> AnyView {
        let texts = &i18n::more().lock;
        let flip = move || self.new_key.update(|chosen| *chosen = !*chosen);
        view! {
            {tick_box(name, texts.new_key.to_owned(), move || self.new_key.get(), flip)}
            <p class="hint">{texts.new_key_words}</p>
        }
        .into_any()
    }

    /// The form, or the recovery code that has to be kept first.
    fn or_code(self, form: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
        let texts = &i18n::more().lock;
        let kept = move |()| {
            self.made.set(None);
            self.done.set(texts.changed_key);
        };
        view! {
            {move || match self.made.get() {
                Some(lock) => view! { <Keep lock=lock label=texts.use_it put_on=kept /> }.into_any(),
                None => form(),
            }}
            <p role="status">{self.done}</p>
        }
        .into_any()
    }
}

#[component]
fn ChangePassphrase() -> impl IntoView {
    let vault = use_vault();
    let texts = &i18n::more().lock;
    let (old, new) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    // Whoever has forgotten the passphrase came in by the recovery code.
    let by_code = RwSignal::new(false);
    let of = Change::new();
    let task = CancellableTask::new();
    let change = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        of.problem.set(None);
        of.done.set("");
        task.run(async move {
            let change = LockChange {
                kind: opened_by(by_code.get_untracked()),
                secret: old.get_untracked(),
                passphrase: Some(new.get_untracked()),
                new_key: of.new_key.get_untracked(),
            };
            if of.make(vault, change, texts.changed).await {
                old.try_set(String::new());
                new.try_set(String::new());
            }
        });
    };
    let field = move || {
        let label = if by_code.get() { texts.code } else { texts.old };
        view! { <Secret label=label id="old-passphrase" value=old problem=of.problem /> }
    };
    of.or_code(move || {
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
                {of.tick("passphrase-new-key")}
                {progress_button(task, texts.change, texts.making)}
            </form>
        }
        .into_any()
    })
}

#[component]
fn NewCode() -> impl IntoView {
    let vault = use_vault();
    let texts = &i18n::more().lock;
    let secret = RwSignal::new(String::new());
    let of = Change::new();
    let task = CancellableTask::new();
    let make = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        of.problem.set(None);
        of.done.set("");
        task.run(async move {
            let change = LockChange {
                kind: KeyslotKind::Passphrase,
                secret: secret.get_untracked(),
                passphrase: None,
                new_key: of.new_key.get_untracked(),
            };
            if of.make(vault, change, "").await {
                secret.try_set(String::new());
            }
        });
    };
    of.or_code(move || {
        view! {
            <form on:submit=make novalidate>
                <p>{texts.new_code_words}</p>
                <Secret label=texts.old id="code-passphrase" value=secret problem=of.problem />
                {of.tick("code-new-key")}
                {progress_button(task, texts.new_code, texts.making)}
            </form>
        }
        .into_any()
    })
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
