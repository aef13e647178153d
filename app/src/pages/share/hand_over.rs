//! Sealing what was previewed, and handing the file over.

use ebb_core::log::Recipient;
use ebb_core::share::recipients;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::{Problem, chip};
use crate::sections::{file_ready, progress_button};
use crate::state::sealed::Sealed;
use crate::state::share::Prepared;
use crate::state::{CancellableTask, share, use_journal};
use crate::{i18n, words};

/// Who can open it, then the file.
pub fn hand_over(prepared: Prepared, back: RwSignal<Option<Prepared>>) -> AnyView {
    let sealed = RwSignal::new(None::<(Sealed, String)>);
    (move || match sealed.get() {
        None => untrack(|| seal(prepared.clone(), sealed)),
        Some((file, names)) => untrack(|| {
            let texts = &i18n::more().share;
            let close = Callback::new(move |()| back.set(None));
            file_ready(texts.sealed, file, (texts.sealed_for)(&names), close)
        }),
    })
    .into_any()
}

fn seal(prepared: Prepared, sealed: RwSignal<Option<(Sealed, String)>>) -> AnyView {
    let journal = use_journal();
    let texts = &i18n::more().share;
    let known: Vec<Recipient> = journal
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
            match share::seal_share(journal, &prepared, to).await {
                Ok(file) => drop(sealed.try_set(Some((file, names.join(", "))))),
                Err(error) => drop(problem.try_set(Some(words::refused(error)))),
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
