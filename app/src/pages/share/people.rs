//! With whom one shares: adding a key, comparing its words, removing it.

use ebb_core::log::{Action, Entry, Recipient};
use ebb_core::share::{PublicKey, fingerprint, recipients};
use ebb_core::text::Tag;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::components::{FileBox, Lines, Page, Problem, Word, card};
use crate::sections::scan;
use crate::state::share::code_in;
use crate::state::{take_fragment, use_journal};
use crate::words::key_of;
use crate::{i18n, words};

/// The screen.
pub fn people() -> AnyView {
    let texts = &i18n::more().share;
    let said = RwSignal::new(None::<String>);
    view! {
        <Page title=texts.people_title name="share-people">
            <p class="lead">{texts.people_lead}</p>
            {add(said)}
            <p role="status" class="saved">
                {move || said.get()}
            </p>
            {card("people", texts.people_there, list(said))}
        </Page>
    }
    .into_any()
}

fn add(said: RwSignal<Option<String>>) -> AnyView {
    let texts = &i18n::more().share;
    // Whoever scanned the code with the camera has the key in the address.
    let text = RwSignal::new(take_fragment().unwrap_or_default());
    let problem = RwSignal::new(None::<String>);
    let key = RwSignal::new(None::<PublicKey>);
    let look = move || {
        problem.set(None);
        said.set(None);
        match key_of(&text.get_untracked()) {
            Ok(found) => key.set(Some(found)),
            Err(words) => problem.set(Some(words)),
        }
    };
    if text.with_untracked(|text| !text.is_empty()) {
        look();
    }
    let check = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        look();
    };
    let from_picture = move |file| {
        spawn_local(async move {
            match code_in(&file).await {
                Some(found) => {
                    text.try_set(found);
                    look();
                }
                None => drop(problem.try_set(Some(texts.picture_none.to_owned()))),
            }
        });
    };
    let by_camera = Callback::new(move |found| {
        text.set(found);
        look();
    });
    let chooser = FileBox {
        id: "key-picture",
        accept: Some("image/*"),
        ..FileBox::default()
    };
    let form = move || {
        view! {
            <form on:submit=check novalidate>
                <Lines
                    label=texts.key
                    id="key"
                    value=text
                    write=move |typed| text.set(typed)
                    problem=problem
                    hint=texts.key_hint
                />
                <div class="field">
                    <label for="key-picture">{texts.picture}</label>
                    {chooser
                        .show(
                            || None,
                            move |mut files| {
                                if let Some(file) = files.pop() {
                                    from_picture(file);
                                }
                            },
                        )}
                </div>
                {scan(by_camera)}
                <button type="submit" class="main">
                    {texts.check}
                </button>
            </form>
        }
        .into_any()
    };
    let inside = move || match key.get() {
        None => untrack(form),
        Some(found) => untrack(|| compare(found, key, text, said)),
    };
    card("add-key", texts.check, inside.into_any())
}

/// The words of a key, and a name for whose it is.
fn compare(
    found: PublicKey,
    key: RwSignal<Option<PublicKey>>,
    text: RwSignal<String>,
    said: RwSignal<Option<String>>,
) -> AnyView {
    let journal = use_journal();
    let texts = &i18n::more().share;
    let written = found.text();
    let known = journal.with_untracked(|journal| {
        let mut all = recipients(journal);
        let one = all.find(|(_, _, one)| one.key == written);
        one.map(|(_, _, one)| one.name.as_str().to_owned())
    });
    let words = fingerprint(&found).join(" ");
    let name = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<String>);
    let add = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        let Ok(tag) = Tag::own(&name.get_untracked()) else {
            problem.set(Some(i18n::texts().problems.not_a_tag.to_owned()));
            return;
        };
        let entry = Entry::Recipient(Recipient {
            name: tag.clone(),
            key: found.text(),
        });
        spawn_local(async move {
            let happened_at = None;
            match journal.act(Action::Log { entry, happened_at }).await {
                Ok(_) => {
                    said.try_set(Some((texts.added)(tag.as_str())));
                    text.try_set(String::new());
                    key.try_set(None);
                }
                Err(error) => drop(problem.try_set(Some(words::not_saved(error).to_owned()))),
            }
        });
    };
    let rest = match known {
        Some(name) => view! { <p>{(texts.known)(&name)}</p> }.into_any(),
        None => view! {
            <form on:submit=add novalidate>
                <Word
                    label=texts.name
                    id="recipient-name"
                    value=name
                    write=move |typed| name.set(typed)
                    problem=problem
                />
                <button type="submit" class="main">
                    {texts.add}
                </button>
            </form>
        }
        .into_any(),
    };
    view! {
        <h3>{texts.words_title}</h3>
        <p>{texts.words_lead}</p>
        <p class="code" id="fingerprint">
            {words}
        </p>
        {rest}
        <button type="button" class="quiet" on:click=move |_| key.set(None)>
            {texts.back}
        </button>
    }
    .into_any()
}

fn list(said: RwSignal<Option<String>>) -> AnyView {
    let journal = use_journal();
    let texts = &i18n::more().share;
    let problem = RwSignal::new(None::<String>);
    let rows = move || {
        let all: Vec<_> = journal.with(|journal| {
            recipients(journal)
                .map(|(root, _, one)| (root, one.clone()))
                .collect()
        });
        if all.is_empty() {
            return view! { <p>{texts.people_none}</p> }.into_any();
        }
        let rows = all.into_iter().map(|(root, one)| {
            let name = one.name.as_str().to_owned();
            let words = PublicKey::parse(&one.key).map(|key| fingerprint(&key).join(" "));
            let gone = name.clone();
            let remove = move |_| {
                let gone = gone.clone();
                spawn_local(async move {
                    match journal.act(Action::Delete { root }).await {
                        Ok(_) => drop(said.try_set(Some((texts.removed)(&gone)))),
                        Err(error) => {
                            problem.try_set(Some(words::not_saved(error).to_owned()));
                        }
                    }
                });
            };
            view! {
                <li class="entry">
                    <div class="entry-head">
                        <span class="entry-kind" dir="auto">
                            {name.clone()}
                        </span>
                        <button
                            type="button"
                            class="quiet small"
                            aria-label=format!("{} {name}", texts.remove)
                            on:click=remove
                        >
                            {texts.remove}
                        </button>
                    </div>
                    <p class="hint">{words.unwrap_or_default()}</p>
                </li>
            }
            .into_any()
        });
        view! { <ul class="plain entries">{rows.collect::<Vec<_>>()}</ul> }.into_any()
    };
    view! {
        {rows}
        <Problem words=problem id="people-problem" />
    }
    .into_any()
}
