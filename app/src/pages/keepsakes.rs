//! Things to live for: pictures of the person's own, each with a line.

use ebb_core::journal::{Payload, RecordId};
use ebb_core::log::{Entry, Journal, Keepsake, MOST_KEEPSAKES, Picture};
use ebb_core::queries::keepsakes;
use ebb_core::text::Note;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::components::{FileBox, Page, Problem, card, tick_box, when};
use crate::sections::{keepsake_view, once_open};
use crate::state::keepsakes::{PictureError, keep_picture, picture_of};
use crate::state::{Picked, SaveError, use_journal, use_notices};
use crate::{i18n, words};

/// The screen.
#[component]
pub fn KeepsakesPage() -> impl IntoView {
    once_open(i18n::tools().keepsakes.title, |_| screen())
}

fn screen() -> AnyView {
    let texts = &i18n::tools().keepsakes;
    let journal = use_journal();
    let problem = RwSignal::new(None);
    // By name only, so that a tick draws no picture anew.
    let all = Memo::new(move |_| {
        journal.with(|journal| {
            keepsakes(journal)
                .map(|(root, ..)| root)
                .collect::<Vec<_>>()
        })
    });
    let list = move || {
        let all = all.get().into_iter();
        all.filter_map(|root| kept(root, problem))
            .collect::<Vec<_>>()
    };
    let is_full = move || all.with(|all| all.len() >= MOST_KEEPSAKES);
    view! {
        <Page title=texts.title name="keepsakes">
            <p class="lead">{texts.lead}</p>
            {when(move || all.with(Vec::is_empty), move || view! { <p class="empty">{texts.none}</p> }.into_any())}
            <Problem words=words::problem(problem) />
            <ul class="plain stack">{list}</ul>
            {when(is_full, move || view! { <p>{(texts.full)(MOST_KEEPSAKES)}</p> }.into_any())}
            {when(move || !is_full(), move || card("add", texts.add, new_one()))}
        </Page>
    }
    .into_any()
}

fn kept(root: RecordId, problem: RwSignal<Option<SaveError>>) -> Option<AnyView> {
    let texts = &i18n::tools().keepsakes;
    let journal = use_journal();
    let picture = journal.with_untracked(|journal| keepsake(journal, root).map(keepsake_view))?;
    let tick =
        move |name, words: &'static str, is: fn(&Keepsake) -> bool, flip: fn(&mut Keepsake)| {
            let is =
                Memo::new(move |_| journal.with(|journal| keepsake(journal, root).is_some_and(is)));
            let flip = move || {
                journal.change(root, problem, move |entry| {
                    if let Entry::Keepsake(one) = entry {
                        flip(one);
                    }
                });
            };
            tick_box(name, words.to_owned(), move || is.get(), flip)
        };
    let after_craving = tick(
        "after-craving",
        texts.after_craving,
        |one| one.after_craving,
        |one| one.after_craving = !one.after_craving,
    );
    let in_help = tick(
        "in-help",
        texts.in_help,
        |one| one.in_help,
        |one| one.in_help = !one.in_help,
    );
    let item = view! {
        <li class="card">
            {picture}
            <div class="stack">
                {after_craving}
                {in_help}
            </div>
            <button type="button" class="grave small" on:click=move |_| journal.remove(root, problem)>
                {i18n::more().sheet.delete}
            </button>
        </li>
    };
    Some(item.into_any())
}

fn keepsake(journal: &Journal, root: RecordId) -> Option<&Keepsake> {
    Keepsake::of(&journal.get(root)?.entry)
}

/// A picture that is about to be kept, and the line for it.
fn new_one() -> AnyView {
    let texts = &i18n::tools().keepsakes;
    let (journal, notices) = (use_journal(), use_notices());
    let name = RwSignal::new(None::<String>);
    let picture = RwSignal::new(None::<Picture>);
    let line = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<String>);
    let pick = move |files: Vec<Picked>| {
        let Some(file) = files.into_iter().next() else {
            return;
        };
        name.set(Some(file.name.clone()));
        picture.set(None);
        problem.set(None);
        spawn_local(async move {
            match picture_of(&file).await {
                Ok(found) => drop(picture.try_set(Some(found))),
                Err(error) => {
                    let words = match error {
                        PictureError::TooLarge => texts.too_large,
                        PictureError::Unreadable => texts.unreadable,
                    };
                    problem.try_set(Some(words.to_owned()));
                }
            }
        });
    };
    let save = move |_| {
        let Some(found) = picture.get_untracked() else {
            problem.set(Some(texts.needs_one.to_owned()));
            return;
        };
        let under = match Note::from_field(&line.get_untracked()) {
            Ok(under) => under,
            Err(error) => {
                problem.set(Some(i18n::texts().problems.text(error)));
                return;
            }
        };
        spawn_local(async move {
            match keep_picture(journal, found, under).await {
                Ok(()) => {
                    name.try_set(None);
                    picture.try_set(None);
                    line.try_set(String::new());
                    problem.try_set(None);
                    notices.say(i18n::texts().common.saved);
                }
                Err(error) => drop(problem.try_set(Some(words::not_saved(error).to_owned()))),
            }
        });
    };
    let seen = move || {
        picture.get().map(|picture| {
            view! {
                <figure class="keepsake">
                    <img src=picture.address() alt=texts.chosen />
                </figure>
            }
        })
    };
    let file = FileBox {
        id: "keepsake-file",
        described: Some("keepsake-problem"),
        accept: Some("image/*"),
        several: false,
    };
    view! {
        <p class="hint">{texts.add_words}</p>
        <div class="field">
            <label for="keepsake-file">{texts.file}</label>
            {file.show(move || name.get(), pick)}
            <Problem words=problem id="keepsake-problem".to_owned() />
        </div>
        {seen}
        <div class="field">
            <label for="keepsake-line">{texts.line}</label>
            <input
                id="keepsake-line"
                type="text"
                dir="auto"
                autocomplete="off"
                prop:value=line
                on:input:target=move |ev| line.set(ev.target().value())
            />
        </div>
        <button type="button" class="main" on:click=save>
            {texts.keep}
        </button>
    }
    .into_any()
}
