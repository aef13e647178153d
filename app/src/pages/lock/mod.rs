//! The lock: putting it on, changing it, taking it off.

mod code;
mod off;
mod on;
mod panic;
mod passkey;
mod unlock;

pub use unlock::UnlockPage;

use ebb_core::vault::KeyslotKind;
use leptos::prelude::*;
use leptos::task::spawn_local;
use off::Off;
use on::On;

use crate::components::{Page, Problem};
use crate::state::{use_session, use_vault};
use crate::{i18n, words};

/// The screen of the lock.
#[component]
pub fn LockPage() -> impl IntoView {
    let session = use_session();
    let vault = use_vault();
    let all = i18n::texts();
    let texts = &i18n::more().lock;
    let locked = RwSignal::new(None);
    let problem = RwSignal::new(None);
    Effect::new(move |_| {
        // Also when a lock was put on or taken off to the end. Each step counts: a short work is
        // over before anybody has seen it begin.
        session.opening.track();
        vault.converting.track();
        spawn_local(async move {
            match vault.has_lock().await {
                Ok(has) => drop(locked.try_set(Some(has))),
                Err(error) => {
                    drop(problem.try_set(Some(words::not_unlocked(error, false).to_owned())));
                }
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

/// The keyslot that the recovery code opens, or the passphrase.
pub const fn opened_by(code: bool) -> KeyslotKind {
    if code {
        KeyslotKind::Recovery
    } else {
        KeyslotKind::Passphrase
    }
}
