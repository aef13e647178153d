//! With whom one shares: adding a key, comparing its words, removing it.

use std::pin::Pin;

use ebb_core::journal::RecordId;
use ebb_core::log::{Action, Recipient, Trust};
use ebb_core::share::{Card, recipients};
use ebb_core::text::Tag;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::components::{FileBox, Lines, Page, Problem, Word, card, fingerprint_lines};
use crate::sections::scan;
use crate::state::sealed::Refused;
use crate::state::share::code_in;
use crate::state::{CancellableTask, JournalContext, share, take_fragment, use_journal};
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
    let key = RwSignal::new(None::<Card>);
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

/// What is already known of keys that were found.
enum Found {
    /// Nobody has them.
    New,
    /// This is who has them.
    Known(String),
    /// They are not to be used.
    Revoked,
    /// By the word of their former key they are this person's.
    Renewed(RecordId, String),
}

fn look_up(journal: JournalContext, found: &Card) -> Found {
    let (key, signer) = (found.key.text(), found.signer.map(|signer| signer.text()));
    let former = found.renewal.as_ref().map(|renewal| renewal.key.text());
    journal.with_untracked(|journal| {
        for (root, _, one) in recipients(journal) {
            let name = || one.name.as_str().to_owned();
            if one.key == key && one.trust == Trust::Revoked {
                return Found::Revoked;
            }
            if one.key == key && one.signer == signer {
                return Found::Known(name());
            }
            if former.is_some() && one.signer == former && one.trust != Trust::Revoked {
                return Found::Renewed(root, name());
            }
        }
        Found::New
    })
}

/// The words of somebody's keys, and a name for whose they are.
fn compare(
    found: Card,
    key: RwSignal<Option<Card>>,
    text: RwSignal<String>,
    said: RwSignal<Option<String>>,
) -> AnyView {
    let journal = use_journal();
    let (texts, trust) = (&i18n::more().share, &i18n::more().trust);
    let shown = fingerprint_lines(&found, "fingerprint");
    let done = Callback::new(move |words: String| {
        said.try_set(Some(words));
        text.try_set(String::new());
        key.try_set(None);
    });
    let rest = match look_up(journal, &found) {
        Found::Known(name) => view! { <p>{(texts.known)(&name)}</p> }.into_any(),
        Found::Revoked => view! { <p class="problem">{trust.was_revoked}</p> }.into_any(),
        Found::Renewed(root, name) => renewed(found, root, name, done),
        Found::New => named(found, done),
    };
    view! {
        <h3>{texts.words_title}</h3>
        <p>{texts.words_lead}</p>
        {shown}
        {rest}
        <button type="button" class="quiet" on:click=move |_| key.set(None)>
            {texts.back}
        </button>
    }
    .into_any()
}

/// A new key by the old one's word: how far the person is known stays as it was.
fn renewed(found: Card, root: RecordId, name: String, done: Callback<String>) -> AnyView {
    let journal = use_journal();
    let trust = &i18n::more().trust;
    let problem = RwSignal::new(None::<String>);
    let says = (trust.new_key_of)(&name);
    let take = move |_| {
        let (found, name) = (found.clone(), name.clone());
        spawn_local(async move {
            match share::take_new_keys(journal, root, &found, None).await {
                Ok(()) => done.run((trust.taken_new_key)(&name)),
                Err(error) => drop(problem.try_set(Some(words::refused(error)))),
            }
        });
    };
    view! {
        <p dir="auto">{says}</p>
        <Problem words=problem id="renewed-problem" />
        <button type="button" class="main" on:click=take>
            {trust.take_new_key}
        </button>
    }
    .into_any()
}

/// Keys that nobody has yet: whose they are, and whether the words were compared.
fn named(found: Card, done: Callback<String>) -> AnyView {
    let journal = use_journal();
    let (texts, trust) = (&i18n::more().share, &i18n::more().trust);
    let name = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<String>);
    let task = CancellableTask::new();
    let known = Memo::new(move |_| {
        let name = name.get().trim().to_lowercase();
        journal.with(|journal| {
            let mut all = recipients(journal);
            let one = all.find(|(_, _, one)| one.name.as_str().trim().to_lowercase() == name);
            one.map(|(root, _, one)| (root, one.name.as_str().to_owned()))
        })
    });
    let finish = move |result: Result<(), Refused>, says: String| match result {
        Ok(()) => done.run(says),
        Err(error) => drop(problem.try_set(Some(words::refused(error)))),
    };
    let card = found.clone();
    let add = Callback::new(move |state: Trust| {
        problem.set(None);
        let Ok(tag) = Tag::own(&name.get_untracked()) else {
            problem.set(Some(i18n::texts().problems.not_a_tag.to_owned()));
            return;
        };
        let card = card.clone();
        task.run(async move {
            let says = (texts.added)(tag.as_str());
            finish(share::add_recipient(journal, tag, &card, state).await, says);
        });
    });
    let replace = Callback::new(move |(root, name): (RecordId, String)| {
        let found = found.clone();
        task.run(async move {
            let verified = Some(Trust::Verified);
            let done = share::take_new_keys(journal, root, &found, verified).await;
            finish(done, (trust.taken_new_key)(&name));
        });
    });
    let submit = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        if known.get_untracked().is_none() {
            add.run(Trust::Verified);
        }
    };
    let buttons = move || match known.get() {
        None => view! {
            <button type="submit" class="main">
                {texts.add}
            </button>
            <button type="button" class="soft" on:click=move |_| add.run(Trust::NotVerified)>
                {trust.add_unverified}
            </button>
        }
        .into_any(),
        Some((root, name)) => {
            let label = (trust.replace)(&name);
            let warning = (trust.same_name)(&name);
            view! {
                <p class="problem" role="alert" dir="auto">
                    {warning}
                </p>
                <button
                    type="button"
                    class="soft"
                    on:click=move |_| replace.run((root, name.clone()))
                >
                    {label}
                </button>
                <button type="button" class="soft" on:click=move |_| add.run(Trust::Changed)>
                    {trust.add_anyway}
                </button>
            }
            .into_any()
        }
    };
    view! {
        <form on:submit=submit novalidate>
            <Word
                label=texts.name
                id="recipient-name"
                value=name
                write=move |typed| name.set(typed)
                problem=problem
            />
            <div class="row">{buttons}</div>
        </form>
    }
    .into_any()
}

fn list(said: RwSignal<Option<String>>) -> AnyView {
    let journal = use_journal();
    let (texts, trust) = (&i18n::more().share, &i18n::more().trust);
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
        let rows = all
            .into_iter()
            .map(|(root, one)| person(journal, root, one, said, problem));
        view! {
            <ul class="plain entries">{rows.collect::<Vec<_>>()}</ul>
            <p class="hint">{trust.key_hint}</p>
        }
        .into_any()
    };
    view! {
        {rows}
        <Problem words=problem id="people-problem" />
    }
    .into_any()
}

/// One person: how far they are known, both sides' words, and what can be done about it.
fn person(
    journal: JournalContext,
    root: RecordId,
    one: Recipient,
    said: RwSignal<Option<String>>,
    problem: RwSignal<Option<String>>,
) -> AnyView {
    let (texts, trust) = (&i18n::more().share, &i18n::more().trust);
    let name = one.name.as_str().to_owned();
    let act = move |work: Pin<Box<dyn Future<Output = Result<(), Refused>>>>, says: String| {
        problem.set(None);
        spawn_local(async move {
            match work.await {
                Ok(()) => drop(said.try_set(Some(says))),
                Err(error) => drop(problem.try_set(Some(words::refused(error)))),
            }
        });
    };
    let button = |label: &'static str, act: Callback<()>| {
        let name = format!("{label}: {name}");
        view! {
            <button type="button" class="quiet small" aria-label=name on:click=move |_| act.run(())>
                {label}
            </button>
        }
        .into_any()
    };
    let set_trust = |state: Trust, says: String| {
        let one = one.clone();
        Callback::new(move |()| {
            let changed = Recipient {
                trust: state,
                ..one.clone()
            };
            let work = async move { Ok(share::change_recipient(journal, root, changed).await?) };
            act(Box::pin(work), says.clone());
        })
    };
    let mut buttons = Vec::new();
    if one.trust != Trust::Verified {
        let says = (trust.verified_now)(&name);
        buttons.push(button(trust.matches, set_trust(Trust::Verified, says)));
    }
    if one.trust != Trust::Revoked {
        let says = (trust.renewed_now)(&name);
        let renew = Callback::new(move |()| {
            act(Box::pin(share::renew_own(journal, root)), says.clone());
        });
        buttons.push(button(trust.renew, renew));
        let says = (trust.revoked_now)(&name);
        buttons.push(button(trust.revoke, set_trust(Trust::Revoked, says)));
    }
    let says = (texts.removed)(&name);
    let remove = Callback::new(move |()| {
        let work = async move {
            journal.act(Action::Delete { root }).await?;
            Ok(())
        };
        act(Box::pin(work), says.clone());
    });
    buttons.push(button(texts.remove, remove));
    let theirs = share::card_of(&one).map(|card| {
        view! {
            <h3 class="unseen">{trust.their_words}</h3>
            {fingerprint_lines(&card, "")}
        }
    });
    let own = share::own_card(&one).map(|card| {
        view! {
            <p class="hint" dir="auto">{(trust.own_words)(&name)}</p>
            {fingerprint_lines(&card, "")}
        }
    });
    let state = format!("{name}, {}", (trust.state)(one.trust));
    view! {
        <li class="entry">
            <p class="entry-kind" dir="auto">
                {state}
            </p>
            {theirs}
            {own}
            <div class="row">{buttons}</div>
        </li>
    }
    .into_any()
}
