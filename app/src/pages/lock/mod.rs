//! The lock: putting it on, changing it, taking it off.

mod code;
mod off;
mod on;

use ebb_core::vault::KeyslotKind;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::components::{Page, Problem};
use crate::state::vault::VaultError;
use crate::state::{Ebb, use_ebb};
use off::Off;
use on::On;

/// The screen of the lock.
#[component]
pub fn LockPage() -> impl IntoView {
    let ebb = use_ebb();
    let all = ebb.texts();
    let texts = &ebb.more().lock;
    let locked = RwSignal::new(None);
    let problem = RwSignal::new(None);
    Effect::new(move |_| {
        // Also when a lock was put on or taken off to the end. Each step counts: a short work is
        // over before anybody has seen it begin.
        ebb.opening.track();
        ebb.converting.track();
        spawn_local(async move {
            match ebb.has_lock().await {
                Ok(has) => drop(locked.try_set(Some(has))),
                Err(error) => tell(ebb, problem, error, false),
            }
        });
    });
    let shown = Memo::new(move |_| locked.get());
    view! {
        <Page title=texts.title name="lock">
            <Problem words=problem />
            {move || match shown.get() {
                Some(true) => view! { <On /> }.into_any(),
                Some(false) => view! { <Off put_on=move || locked.set(Some(true)) /> }.into_any(),
                None => view! { <p class="hint">{all.common.opening}</p> }.into_any(),
            }}
        </Page>
    }
}

/// Says why the lock did not open or change. `by_code`: whether the recovery code was asked for.
pub fn tell(ebb: Ebb, problem: RwSignal<Option<String>>, error: VaultError, by_code: bool) {
    let problems = &ebb.texts().problems;
    let words = ebb.more().lock.problem(problems, error, by_code);
    problem.try_set(Some(words.to_owned()));
}

/// The keyslot that the recovery code opens, or the passphrase.
pub const fn opened_by(code: bool) -> KeyslotKind {
    if code {
        KeyslotKind::Recovery
    } else {
        KeyslotKind::Passphrase
    }
}
