//! What a therapist has sent: looked at, and taken one by one.

use std::sync::Arc;

use ebb_core::share::{Offer, PublicKey, fingerprint, is_accepted, share_key};
use leptos::prelude::*;

use crate::components::{FileBox, Page, Problem, Word, card, qr_code};
use crate::sections::dynamic_form::{kind_of, reading_lines};
use crate::sections::progress_button;
use crate::state::forms::FormKind;
use crate::state::sealed::{Source, key_address};
use crate::state::{
    CancellableTask, SaveError, share, take_fragment, use_journal, use_preferences,
};
use crate::{i18n, words};

/// The screen.
pub fn tasks() -> AnyView {
    let texts = &i18n::more().share;
    let offer = RwSignal::new(None::<Arc<Offer>>);
    let shown = move || offer.get().map(|offer| items(&offer));
    view! {
        <Page title=texts.tasks_title name="share-assignments">
            <p class="lead">{texts.tasks_lead}</p>
            {card("open-file", texts.open, open(offer))}
            {shown}
            {card("my-key", texts.my_key, my_key())}
        </Page>
    }
    .into_any()
}

fn open(offer: RwSignal<Option<Arc<Offer>>>) -> AnyView {
    let journal = use_journal();
    let texts = &i18n::more().share;
    // Whoever came by a link has it in the address.
    let file = RwSignal::new_local(take_fragment().map(Source::Text));
    let phrase = RwSignal::new(String::new());
    let problem = RwSignal::new(None);
    let task = CancellableTask::new();
    let look = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        problem.set(None);
        offer.set(None);
        let Some(picked) = file.get_untracked() else {
            problem.set(Some(texts.no_file.to_owned()));
            return;
        };
        task.run(async move {
            match share::open_offer(journal, &picked, &phrase.get_untracked()).await {
                Ok(found) => drop(offer.try_set(Some(Arc::new(found)))),
                Err(error) => drop(problem.try_set(Some(words::refused(error)))),
            }
        });
    };
    let chooser = FileBox {
        id: "offer-file",
        described: Some("offer-problem"),
        ..FileBox::default()
    };
    view! {
        <form on:submit=look novalidate>
            <div class="field">
                <label for="offer-file">{texts.file}</label>
                {chooser
                    .show(
                        move || file.with(|file| {
                            let file = file.as_ref()?;
                            Some(file.name().unwrap_or(i18n::more().clinician.a_link).to_owned())
                        }),
                        move |mut files| file.set(files.pop().map(Source::Picked)),
                    )}
            </div>
            <Word
                label=texts.enter_phrase
                id="offer-phrase"
                value=phrase
                write=move |typed| phrase.set(typed)
            />
            <p class="hint">{texts.enter_phrase_hint}</p>
            <Problem words=problem id="offer-problem" />
            {progress_button(task, texts.open, texts.opening)}
        </form>
    }
    .into_any()
}

fn items(offer: &Arc<Offer>) -> AnyView {
    let preferences = use_preferences();
    let texts = &i18n::more().share;
    let problem = RwSignal::new(None);
    let from = offer.from.as_ref().map(ebb_core::text::Tag::as_str);
    let head = (texts.opened_from)(from, &words::day_words(preferences.day_of(offer.issued_at)));
    let note = offer.note.as_ref().map(|note| note.as_str().to_owned());
    let rows: Vec<_> = (0..offer.items.len())
        .map(|at| item(offer.clone(), at, problem))
        .collect();
    let unreadable = (offer.unreadable > 0)
        .then(|| view! { <p class="problem">{(texts.unreadable_items)(offer.unreadable)}</p> });
    let inside = view! {
        <p dir="auto">{head}</p>
        <p class="own" dir="auto">
            {note}
        </p>
        <p class="hint">{texts.nothing_added}</p>
        {unreadable}
        <ul class="plain entries">{rows}</ul>
        <Problem words=words::problem(problem) id="item-problem" />
    };
    card("offer", texts.tasks_title, inside.into_any())
}

fn item(offer: Arc<Offer>, at: usize, problem: RwSignal<Option<SaveError>>) -> AnyView {
    let journal = use_journal();
    let texts = &i18n::more().share;
    let Some(entry) = offer.items.get(at) else {
        return ().into_any();
    };
    let kind = FormKind::of(entry).map_or("", |sort| kind_of(sort, i18n::more()).title);
    let lines = reading_lines(entry).into_iter();
    let lines: Vec<_> = lines
        .filter(|(_, value)| !value.is_empty())
        .map(|(label, value)| {
            view! {
                <div>
                    <dt>{label}</dt>
                    <dd dir="auto">{value}</dd>
                </div>
            }
            .into_any()
        })
        .collect();
    let asked = offer.clone();
    let taken = Memo::new(move |_| journal.with(|journal| is_accepted(journal, &asked, at)));
    let take = Callback::new(move |()| {
        if let Some(action) = offer.accept(at) {
            journal.keep(action, problem);
        }
    });
    let button = move || {
        if taken.get() {
            view! { <p class="saved">{texts.taken}</p> }.into_any()
        } else {
            view! {
                <button type="button" class="main" on:click=move |_| take.run(())>
                    {texts.take}
                </button>
            }
            .into_any()
        }
    };
    view! {
        <li class="entry">
            <span class="entry-kind">{kind}</span>
            <dl class="reading">{lines}</dl>
            {button}
        </li>
    }
    .into_any()
}

/// The person's own key, for what is sealed for them.
fn my_key() -> AnyView {
    let journal = use_journal();
    let texts = &i18n::more().share;
    let problem = RwSignal::new(None);
    let task = CancellableTask::new();
    let make = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        task.run(async move {
            let made = share::share_key(journal).await;
            problem.try_set(made.err().map(words::refused));
        });
    };
    let known =
        Memo::new(move |_| journal.with(|journal| share_key(journal).map(|key| key.key.clone())));
    let shown = move || {
        let key = known.get().and_then(|key| PublicKey::parse(&key).ok());
        let Some(key) = key else {
            return view! {
                <form on:submit=make>{progress_button(task, texts.make_key, texts.making_key)}</form>
            }
            .into_any();
        };
        view! {
            <p class="code key">{key.text()}</p>
            <p class="hint">
                {i18n::more().clinician.words} ": " {fingerprint(&key).join(" ")}
            </p>
            {qr_code(&key_address("/review/set", key), texts.my_key)}
        }
        .into_any()
    };
    view! {
        <p>{texts.my_key_lead}</p>
        {shown}
        <Problem words=problem id="key-problem" />
    }
    .into_any()
}
