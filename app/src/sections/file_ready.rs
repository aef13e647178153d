//! A sealed file, and the ways to hand it over.

use ebb_core::share::QR_LIMIT;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::components::{qr_code, when};
use crate::i18n;
use crate::state::copy;
use crate::state::sealed::Sealed;
use crate::state::share::can_send;

/// A file that was made, and the ways to hand it over. `who` says who can open it, unless a phrase
/// does.
pub fn file_ready(title: &'static str, file: Sealed, who: String, close: Callback<()>) -> AnyView {
    let texts = &i18n::more().share;
    let said = RwSignal::new(None::<&'static str>);
    let opens = match &file.phrase {
        Some(phrase) => {
            let words = phrase.replace('-', " ");
            view! {
                <h3>{texts.phrase}</h3>
                <p class="code" id="phrase">
                    {words}
                </p>
                <p>{texts.phrase_words}</p>
            }
            .into_any()
        }
        None => view! { <p>{who}</p> }.into_any(),
    };
    let saved = file.clone();
    let save = move |_| {
        said.set(Some(if saved.save() {
            texts.downloaded
        } else {
            texts.not_handed
        }));
    };
    let sent = file.clone();
    let to_apps = can_send().then(|| {
        let act = move |_| {
            let sent = sent.clone();
            spawn_local(async move {
                if !sent.send().await {
                    said.try_set(Some(texts.not_handed));
                }
            });
        };
        view! {
            <button type="button" class="soft" on:click=act>
                {texts.send}
            </button>
        }
    });
    view! {
        <section class="card" aria-labelledby="sealed">
            <h2 id="sealed">{title}</h2>
            {opens}
            <div class="row">
                <button type="button" class="main" on:click=save>
                    {texts.download}
                </button>
                {to_apps}
            </div>
            {as_link(file.link, said)}
            <p role="status" class="saved">
                {move || said.get()}
            </p>
            <button type="button" class="quiet" on:click=move |_| close.run(())>
                {texts.done}
            </button>
        </section>
    }
    .into_any()
}

fn as_link(link: Option<String>, said: RwSignal<Option<&'static str>>) -> AnyView {
    let texts = &i18n::more().share;
    let Some(link) = link else {
        return view! { <p class="hint">{texts.link_too_long}</p> }.into_any();
    };
    let picture = (link.len() <= QR_LIMIT).then(|| {
        let shown = RwSignal::new(false);
        let link = link.clone();
        view! {
            <button type="button" class="soft" on:click=move |_| shown.set(true)>
                {texts.qr}
            </button>
            {when(move || shown.get(), move || view! {
                <p class="hint">{texts.qr_words}</p>
                {qr_code(&link, texts.qr)}
            }.into_any())}
        }
    });
    let copy_it = move |_| {
        let link = link.clone();
        spawn_local(async move {
            let done = copy(&link).await;
            said.try_set(Some(if done {
                texts.link_copied
            } else {
                texts.not_handed
            }));
        });
    };
    view! {
        <p class="hint">{texts.link_words}</p>
        <div class="row">
            <button type="button" class="soft" on:click=copy_it>
                {texts.copy_link}
            </button>
            {picture}
        </div>
    }
    .into_any()
}
