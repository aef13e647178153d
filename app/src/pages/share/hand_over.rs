//! Sealing what was previewed, and handing the file over.

use ebb_core::log::Recipient;
use ebb_core::share::{QR_LIMIT, recipients};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;

use super::qr::code;
use crate::components::{Problem, chip, progress_button, when};
use crate::state::sealed::Sealed;
use crate::state::share::{Prepared, can_send};
use crate::state::{CancellableTask, Ebb, copy};

/// Who can open it, then the file.
pub fn hand_over(ebb: Ebb, prepared: Prepared, back: RwSignal<Option<Prepared>>) -> AnyView {
    let sealed = RwSignal::new(None::<(Sealed, String)>);
    (move || match sealed.get() {
        None => untrack(|| seal(ebb, prepared.clone(), sealed)),
        Some((file, names)) => untrack(|| {
            let texts = &ebb.more().share;
            let close = Callback::new(move |()| back.set(None));
            file_ready(ebb, texts.sealed, file, (texts.sealed_for)(&names), close)
        }),
    })
    .into_any()
}

fn seal(ebb: Ebb, prepared: Prepared, sealed: RwSignal<Option<(Sealed, String)>>) -> AnyView {
    let texts = &ebb.more().share;
    let known: Vec<Recipient> = ebb
        .journal
        .with_untracked(|journal| recipients(journal).map(|(_, _, one)| one.clone()).collect());
    let to = RwSignal::new(known.iter().take(1).cloned().collect::<Vec<_>>());
    let by_phrase = RwSignal::new(known.is_empty());
    let problem = RwSignal::new(None);
    let task = CancellableTask::new();
    let none = known.is_empty();
    let chips: Vec<_> = known
        .into_iter()
        .map(|one| {
            let (mine, other) = (one.clone(), one.clone());
            let is = move || !by_phrase.get() && to.with(|to| to.contains(&mine));
            let flip = move || {
                by_phrase.set(false);
                to.update(|to| match to.iter().position(|known| *known == other) {
                    Some(place) => drop(to.remove(place)),
                    None => to.push(other.clone()),
                });
            };
            chip("checkbox", "to", one.name.as_str().to_owned(), is, flip)
        })
        .collect();
    let phrase = chip(
        "checkbox",
        "by-phrase",
        texts.by_phrase.to_owned(),
        move || by_phrase.get(),
        move || by_phrase.update(|by| *by = !*by),
    );
    let submit = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        problem.set(None);
        let to = if by_phrase.get_untracked() {
            Vec::new()
        } else {
            to.get_untracked()
        };
        if to.is_empty() && !by_phrase.get_untracked() {
            problem.set(Some(texts.no_choice.to_owned()));
            return;
        }
        let prepared = prepared.clone();
        task.run(async move {
            let names: Vec<String> = to.iter().map(|one| one.name.as_str().to_owned()).collect();
            match ebb.seal_share(&prepared, to).await {
                Ok(file) => drop(sealed.try_set(Some((file, names.join(", "))))),
                Err(error) => drop(problem.try_set(Some(ebb.refused(error)))),
            }
        });
    };
    let nobody = none.then(|| view! { <p class="hint">{texts.nobody}</p> });
    view! {
        <section class="card" aria-labelledby="hand-over">
            <h2 id="hand-over">{texts.hand_over}</h2>
            {nobody}
            <form on:submit=submit novalidate>
                <fieldset class="chips">
                    <legend>{texts.to_people}</legend>
                    <div class="chip-row">{chips} {phrase}</div>
                </fieldset>
                <p class="hint">{texts.by_phrase_hint}</p>
                <Problem words=problem id="seal-problem" />
                {progress_button(task, texts.seal, texts.sealing)}
            </form>
            <A href="/share/people">{texts.people_title}</A>
        </section>
    }
    .into_any()
}

/// A file that was made, and the ways to hand it over. `who` says who can open it, unless a phrase
/// does.
pub fn file_ready(
    ebb: Ebb,
    title: &'static str,
    file: Sealed,
    who: String,
    close: Callback<()>,
) -> AnyView {
    let texts = &ebb.more().share;
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
            {as_link(ebb, file.link, said)}
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

fn as_link(ebb: Ebb, link: Option<String>, said: RwSignal<Option<&'static str>>) -> AnyView {
    let texts = &ebb.more().share;
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
                {code(&link, texts.qr)}
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
