//! What a therapist has sent: looked at, and taken one by one.

use std::sync::Arc;

use ebb_core::log::Trust;
use ebb_core::share::{Identity, is_accepted, share_key};
use ebb_core::text::Tag;
use leptos::prelude::*;

use crate::components::{
    FileBox, Page, Problem, Word, card, fingerprint_lines, qr_code, reading_list,
};
use crate::sections::dynamic_form::{kind_of, reading_lines};
use crate::sections::progress_button;
use crate::state::forms::FormKind;
use crate::state::sealed::{Source, key_address};
use crate::state::share::Sent;
use crate::state::{
    CancellableTask, SaveError, share, take_fragment, use_journal, use_preferences,
};
use crate::{i18n, words};

/// The screen.
pub fn tasks() -> AnyView {
    let texts = &i18n::more().share;
    let offer = RwSignal::new(None::<Arc<Sent>>);
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

fn open(offer: RwSignal<Option<Arc<Sent>>>) -> AnyView {
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

/// Who it is from, as far as that is known.
fn from(sent: &Sent, made: &str) -> (String, bool) {
    let trust = &i18n::more().trust;
    match (&sent.from, sent.offer.signer) {
        (Some(one), _) if one.trust == Trust::Verified => {
            ((trust.from_known)(one.name.as_str(), made), true)
        }
        (Some(one), _) => ((trust.from_unverified)(one.name.as_str()), false),
        (None, Some(_)) => (trust.from_unknown.to_owned(), false),
        (None, None) => {
            let says = sent.offer.from.as_ref().map(Tag::as_str);
            ((trust.from_unsigned)(says), false)
        }
    }
}

fn items(sent: &Arc<Sent>) -> AnyView {
    let offer = &sent.offer;
    let preferences = use_preferences();
    let texts = &i18n::more().share;
    let problem = RwSignal::new(None);
    let made = words::day_words(preferences.day_of(offer.issued_at));
    let (head, known) = from(sent, &made);
    let made = (!known).then(|| (texts.made_on)(&made));
    let class = if known { "" } else { "problem" };
    let note = offer.note.as_ref().map(|note| note.as_str().to_owned());
    let rows: Vec<_> = (0..offer.items.len())
        .map(|at| item(sent.clone(), at, problem))
        .collect();
    let unreadable = (offer.unreadable > 0)
        .then(|| view! { <p class="problem">{(texts.unreadable_items)(offer.unreadable)}</p> });
    let inside = view! {
        <p class=class dir="auto">
            {head}
        </p>
        <p>{made}</p>
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

fn item(sent: Arc<Sent>, at: usize, problem: RwSignal<Option<SaveError>>) -> AnyView {
    let journal = use_journal();
    let texts = &i18n::more().share;
    let Some(entry) = sent.offer.items.get(at) else {
        return ().into_any();
    };
    let kind = FormKind::of(entry).map_or("", |sort| kind_of(sort, i18n::more()).title);
    let lines = reading_list(reading_lines(entry));
    let asked = sent.clone();
    let taken = Memo::new(move |_| journal.with(|journal| is_accepted(journal, &asked.offer, at)));
    let take = Callback::new(move |()| {
        // Only who is known is named: anybody can write a name.
        let known = sent.from.as_ref().map(|one| one.name.clone());
        if let Some(action) = sent.offer.accept(at, known) {
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
            {lines}
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
    let known = Memo::new(move |_| {
        journal.with(|journal| share_key(journal).map(|key| key.secret.clone()))
    });
    let shown = move || {
        let own = known.get().and_then(|secret| Identity::parse(&secret).ok());
        let Some(own) = own else {
            return view! {
                <form on:submit=make>{progress_button(task, texts.make_key, texts.making_key)}</form>
            }
            .into_any();
        };
        let mine = own.card();
        view! {
            <p class="code key">{mine.text()}</p>
            <p class="hint">{i18n::more().clinician.words}</p>
            {fingerprint_lines(&mine, "my-fingerprint")}
            {qr_code(&key_address("/review/set", &mine), texts.my_key)}
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
