//! Things to live for: pictures of the person's own and messages to themselves, each with a line.

mod message;
mod picture;

use ebb_core::journal::{Payload, RecordId};
use ebb_core::log::{Entry, Keepsake, MOST_KEEPSAKES, MOST_RECORDINGS, Recording};
use leptos::prelude::*;

use self::message::new_message;
use self::picture::new_picture;
use crate::components::{Page, Problem, Sample, card, empty, tick_box, when};
use crate::sections::{keepsake_view, once_open, recording_view};
use crate::state::{SaveError, use_journal};
use crate::{i18n, words};

/// The screen.
#[component]
pub fn KeepsakesPage() -> impl IntoView {
    once_open(i18n::tools().keepsakes.title, |_| screen())
}

fn screen() -> AnyView {
    let texts = &i18n::tools().keepsakes;
    let problem = RwSignal::new(None);
    let pictures = all_of::<Keepsake>();
    let messages = all_of::<Recording>();
    let nothing = move || pictures.with(Vec::is_empty);
    view! {
        <Page title=texts.title name="keepsakes">
            <p class="lead">{texts.lead}</p>
            {when(nothing, move || empty(texts.none, Sample::Picture))}
            <Problem words=words::problem(problem) />
            {list(pictures, problem)}
            {list(messages, problem)}
            {unless_full(pictures, MOST_KEEPSAKES, texts.full, || {
                card("add", i18n::tools().keepsakes.add, new_picture())
            })}
            {unless_full(messages, MOST_RECORDINGS, texts.message.full, || {
                card("message", i18n::tools().keepsakes.message.title, new_message())
            })}
        </Page>
    }
    .into_any()
}

/// All of a kind, by name only, so that a tick draws none of them anew.
fn all_of<T: Payload<Entry> + 'static>() -> Memo<Vec<RecordId>> {
    let journal = use_journal();
    Memo::new(move |_| {
        journal.with(|journal| journal.all_of::<T>().map(|(root, ..)| root).collect())
    })
}

fn list(all: Memo<Vec<RecordId>>, problem: RwSignal<Option<SaveError>>) -> AnyView {
    let items = move || {
        let all = all.get().into_iter();
        all.filter_map(|root| kept(root, problem))
            .collect::<Vec<_>>()
    };
    view! { <ul class="plain stack">{items}</ul> }.into_any()
}

fn unless_full(
    all: Memo<Vec<RecordId>>,
    most: usize,
    full: fn(usize) -> String,
    new_one: fn() -> AnyView,
) -> AnyView {
    let is_full = move || all.with(|all| all.len() >= most);
    view! {
        {when(is_full, move || view! { <p>{full(most)}</p> }.into_any())}
        {when(move || !is_full(), new_one)}
    }
    .into_any()
}

fn kept(root: RecordId, problem: RwSignal<Option<SaveError>>) -> Option<AnyView> {
    let texts = &i18n::tools().keepsakes;
    let journal = use_journal();
    let (shown, words) = journal.with_untracked(|journal| match &journal.get(root)?.entry {
        Entry::Keepsake(one) => Some((
            keepsake_view(one, &texts.mine),
            [texts.after_craving, texts.in_help],
        )),
        Entry::Recording(one) => Some((
            recording_view(one, &texts.mine),
            [texts.message.after_craving, texts.message.in_help],
        )),
        _ => None,
    })?;
    let tick = move |place: usize, name: &'static str| {
        let is = Memo::new(move |_| {
            journal.with(|journal| {
                let entry = journal.get(root).map(|record| &record.entry);
                entry.is_some_and(|entry| places(entry)[place])
            })
        });
        let flip = move || journal.change(root, problem, move |entry| flip(entry, place));
        tick_box(name, words[place].to_owned(), move || is.get(), flip)
    };
    let item = view! {
        <li class="card">
            {shown}
            <div class="stack">
                {tick(0, "after-craving")}
                {tick(1, "in-help")}
            </div>
            <button type="button" class="grave small" on:click=move |_| journal.remove(root, problem)>
                {i18n::more().sheet.delete}
            </button>
        </li>
    };
    Some(item.into_any())
}

/// Whether one is shown after a craving, and on the screen for help.
const fn places(entry: &Entry) -> [bool; 2] {
    match entry {
        Entry::Keepsake(one) => [one.after_craving, one.in_help],
        Entry::Recording(one) => [one.after_craving, one.in_help],
        _ => [false; 2],
    }
}

/// Shows it in one of these places, or no more.
fn flip(entry: &mut Entry, place: usize) {
    let places = match entry {
        Entry::Keepsake(one) => [&mut one.after_craving, &mut one.in_help],
        Entry::Recording(one) => [&mut one.after_craving, &mut one.in_help],
        _ => return,
    };
    if let Some(is) = places.into_iter().nth(place) {
        *is = !*is;
    }
}
