//! Finding what was written.

use ebb_core::journal::RecordId;
use ebb_core::log::Record;
use ebb_core::queries::{Search, find};
use ebb_core::rating::Rating;
use ebb_core::time::LocalDay;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::{Page, Word};
use crate::sections::Reading;
use crate::state::content::want_exercises;
use crate::state::use_journal;
use crate::words::kind_words;
use crate::{i18n, words};

/// How many are shown at first, and how many more with each tap.
const SHOWN: usize = 30;

/// The screen that finds.
#[component]
pub fn FindPage() -> impl IntoView {
    want_exercises();
    let journal = use_journal();
    let texts = &i18n::tools().find;
    let typed = [(); 3].map(|()| RwSignal::new(String::new()));
    let [said, first, last] = typed;
    let kind = RwSignal::new(String::new());
    let strength = RwSignal::new(String::new());
    let wanted = RwSignal::new(None::<Search>);
    let shown = RwSignal::new(SHOWN);
    let search = move || {
        let day = |text: RwSignal<String>| text.with_untracked(|t| t.parse::<LocalDay>().ok());
        let number = strength.with_untracked(|text| text.parse().ok());
        shown.set(SHOWN);
        wanted.set(Some(Search {
            words: said.get_untracked(),
            kind: Some(kind.get_untracked()).filter(|kind| !kind.is_empty()),
            first: day(first),
            last: day(last),
            least: number.and_then(|number| Rating::new(number).ok()),
        }));
    };
    let found = Memo::new(move |_| {
        let search = wanted.get()?;
        Some(journal.with(|journal| {
            let found = find(journal, &search, &words::exercise_title).into_iter();
            found.map(|(root, _)| root).collect::<Vec<_>>()
        }))
    });
    let says = move || {
        found.with(|found| match found.as_deref() {
            None => String::new(),
            Some([]) => texts.none.to_owned(),
            Some(roots) => (texts.found)(roots.len()),
        })
    };
    let items = move || {
        let roots = found.get().unwrap_or_default();
        journal.with(|journal| {
            let first = roots.iter().take(shown.get());
            let records = first.filter_map(|root| Some((*root, journal.get(*root)?.clone())));
            records
                .map(|(root, record)| item(root, record))
                .collect::<Vec<_>>()
        })
    };
    let left = move || found.with(|found| found.as_ref().map_or(0, Vec::len)) > shown.get();
    view! {
        <Page title=texts.title name="find">
            <form
                role="search"
                novalidate
                on:submit=move |ev: leptos::ev::SubmitEvent| {
                    ev.prevent_default();
                    search();
                }
            >
                <Word
                    label=texts.words
                    id="find-words"
                    kind="search"
                    value=said
                    write=move |text| said.set(text)
                />
                {kinds(kind, search)}
                <div class="pair">
                    <Word
                        label=texts.first
                        id="find-first"
                        kind="date"
                        value=first
                        write=move |text| first.set(text)
                    />
                    <Word
                        label=texts.last
                        id="find-last"
                        kind="date"
                        value=last
                        write=move |text| last.set(text)
                    />
                </div>
                {strengths(strength, search)}
                <button type="submit" class="main">
                    {texts.search}
                </button>
            </form>
            <p role="status" class="saved">{says}</p>
            <ul class="plain lines">{items}</ul>
            <button
                type="button"
                class="soft"
                hidden=move || !left()
                on:click=move |_| shown.update(|shown| *shown += SHOWN)
            >
                {texts.more}
            </button>
            <p class="aside">
                <A href="/history">{texts.back}</A>
            </p>
        </Page>
    }
}

fn item(root: RecordId, record: Record) -> AnyView {
    let when = words::moment_words(record.happened_at);
    let kind = kind_words(&record.entry);
    let class = format!("entry entry-{}", record.entry.kind());
    view! {
        <li class=class>
            <A href=format!("/history/{root}") attr:class="entry-link">
                <span class="entry-time">{when}</span>
                <span class="entry-kind">{kind}</span>
            </A>
            <Reading record=record />
        </li>
    }
    .into_any()
}

/// The kinds there are in the journal.
fn kinds(kind: RwSignal<String>, search: impl Fn() + Copy + Send + Sync + 'static) -> AnyView {
    let journal = use_journal();
    let texts = &i18n::tools().find;
    let there = Memo::new(move |_| {
        let mut kinds: Vec<(&'static str, &'static str)> = Vec::new();
        journal.with(|journal| {
            for (_, record) in journal.entries() {
                let entry = &record.entry;
                let known = kinds.iter().any(|(kind, _)| *kind == entry.kind());
                if !known && entry.tells_of_the_past() {
                    kinds.push((entry.kind(), kind_words(entry)));
                }
            }
        });
        kinds
    });
    let options = move || {
        let there = there.get().into_iter();
        there
            .map(|(kind, words)| view! { <option value=kind>{words}</option> }.into_any())
            .collect::<Vec<_>>()
    };
    let choose = move |value: String| {
        kind.set(value);
        search();
    };
    view! {
        <div class="field">
            <label for="find-kind">{texts.kind}</label>
            <select id="find-kind" on:change:target=move |ev| choose(ev.target().value())>
                <option value="">{texts.any_kind}</option>
                {options}
            </select>
        </div>
    }
    .into_any()
}

fn strengths(least: RwSignal<String>, search: impl Fn() + Copy + Send + Sync + 'static) -> AnyView {
    let texts = &i18n::tools().find;
    let options = (1..=10_u8).map(|n| {
        let n = n.to_string();
        view! { <option value=n.clone()>{n.clone()}</option> }.into_any()
    });
    let options: Vec<_> = options.collect();
    let choose = move |value: String| {
        least.set(value);
        search();
    };
    view! {
        <div class="field">
            <label for="find-least">{texts.least}</label>
            <select id="find-least" on:change:target=move |ev| choose(ev.target().value())>
                <option value="">{texts.any_strength}</option>
                {options}
            </select>
        </div>
    }
    .into_any()
}
