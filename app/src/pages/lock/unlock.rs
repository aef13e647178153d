//! The way in when Ebb is locked.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;

use super::opened_by;
use crate::components::{Page, Secret, when};
use crate::sections::{erase_everything, progress_button};
use crate::state::vault::passkeys_are_offered;
use crate::state::{CancellableTask, Opening, use_session, use_vault};
use crate::{i18n, words};

/// The screen in the place of every other one while Ebb is locked.
#[component]
pub fn UnlockPage() -> impl IntoView {
    let session = use_session();
    let vault = use_vault();
    let all = i18n::texts();
    let texts = &i18n::more().lock;
    let code = RwSignal::new(false);
    let secret = RwSignal::new(String::new());
    let problem = RwSignal::new(None);
    let task = CancellableTask::new();
    let unlock = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        problem.set(None);
        let by_code = code.get_untracked();
        task.run(async move {
            if let Err(error) = vault
                .unlock(opened_by(by_code), secret.get_untracked())
                .await
            {
                drop(problem.try_set(Some(words::not_unlocked(error, by_code).to_owned())));
            }
        });
    };
    let other_way = move |_| {
        secret.set(String::new());
        problem.set(None);
        code.update(|code| *code = !*code);
    };
    let field = move || {
        let label = if code.get() {
            texts.code
        } else {
            texts.passphrase
        };
        view! { <Secret label=label id="secret" value=secret problem=problem /> }
    };
    let missing = session.opening.get_untracked() == Opening::VaultMissing;
    let (title, lead) = if missing {
        (texts.vault_missing_title, texts.vault_missing)
    } else {
        (texts.locked_title, texts.locked_words)
    };
    let passkey = RwSignal::new(false);
    spawn_local(async move {
        passkey.try_set(passkeys_are_offered() && vault.has_passkey().await);
    });
    let by_passkey = move |_| {
        problem.set(None);
        task.run(async move {
            if let Err(error) = vault.unlock_by_passkey().await {
                drop(problem.try_set(Some(words::not_unlocked(error, false).to_owned())));
            }
        });
    };
    let passkey_button = move || {
        view! {
            <button type="button" class="soft" on:click=by_passkey>
                {texts.passkey_unlock}
            </button>
        }
        .into_any()
    };
    let form = view! {
        <form class="card" on:submit=unlock novalidate>
            {field}
            {progress_button(task, texts.unlock, texts.unlocking)}
            {when(move || passkey.get() && !task.busy(), passkey_button)}
            <button type="button" class="quiet" on:click=other_way>
                {move || if code.get() { texts.use_passphrase } else { texts.use_code }}
            </button>
        </form>
    };
    view! {
        <Page title=title name="unlock">
            <p class="lead">{lead}</p>
            {(!missing).then_some(form)}
            <section class="card care" aria-labelledby="help">
                <h2 id="help">{texts.help_title}</h2>
                <p>{texts.help_words}</p>
                <div class="row">
                    <A href="/sos" attr:class="button">
                        {all.sos.title}
                    </A>
                    <A href="/exercises/paced-breathing" attr:class="button soft">
                        {all.now.breathe}
                    </A>
                </div>
            </section>
            <details class="more">
                <summary>{texts.lost_title}</summary>
                {erase_everything(texts.lost_words, Some(texts.lost_sure))}
            </details>
        </Page>
    }
}
