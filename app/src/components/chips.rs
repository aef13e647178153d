//! Choices one taps: suggestions first, then the person's own, then a field for a new one.

use ebb_core::text::{Tag, TextError};
use leptos::prelude::*;

use super::chip;
use crate::i18n;

/// How a tag reads: a suggestion in the person's language, or their own words.
type Words = fn(&str) -> String;

/// Any number of tags.
#[component]
pub fn ManyChips(
    /// The question.
    legend: &'static str,
    /// Unique in the page.
    name: &'static str,
    /// Names of suggestions.
    suggestions: &'static [&'static str],
    /// How a suggestion reads.
    words: Words,
    /// The person's own tags from before.
    #[prop(into)]
    known: Signal<Vec<Tag>>,
    /// The chosen ones.
    #[prop(into)]
    value: Signal<Vec<Tag>>,
    /// Called with a new choice.
    #[prop(into)]
    choose: Callback<Vec<Tag>>,
) -> impl IntoView {
    let toggle = move |tag: Tag| {
        let mut chosen = value.get_untracked();
        match chosen.iter().position(|one| *one == tag) {
            Some(place) => {
                chosen.remove(place);
            }
            None => chosen.push(tag),
        }
        choose.run(chosen);
    };
    let offered = Memo::new(move |_| offered(suggestions, &known.get(), &value.get()));
    view! {
        <fieldset class="chips">
            <legend>{legend}</legend>
            <div class="chip-row">
                {move || {
                    offered
                        .get()
                        .into_iter()
                        .map(|tag| {
                            let shown = words_of(&tag, words);
                            let mine = tag.clone();
                            chip(
                                "checkbox",
                                name,
                                shown,
                                move || value.with(|chosen| chosen.contains(&mine)),
                                move || toggle(tag.clone()),
                            )
                        })
                        .collect_view()
                }}
            </div>
            <OwnTag
                name=name
                add=move |tag: Tag| {
                    let mut chosen = value.get_untracked();
                    if !chosen.contains(&tag) {
                        chosen.push(tag);
                        choose.run(chosen);
                    }
                }
            />
        </fieldset>
    }
}

/// One tag or none; tapping the chosen one again takes it back.
#[component]
pub fn OneChip(
    /// The question.
    legend: &'static str,
    /// Unique in the page.
    name: &'static str,
    /// Names of suggestions.
    suggestions: &'static [&'static str],
    /// How a suggestion reads.
    words: Words,
    /// The person's own tags from before.
    #[prop(into)]
    known: Signal<Vec<Tag>>,
    /// The chosen one.
    #[prop(into)]
    value: Signal<Option<Tag>>,
    /// Called with a new choice.
    #[prop(into)]
    choose: Callback<Option<Tag>>,
) -> impl IntoView {
    let many = Signal::derive(move || value.get().into_iter().collect::<Vec<_>>());
    view! {
        <ManyChips
            legend=legend
            name=name
            suggestions=suggestions
            words=words
            known=known
            value=many
            choose={move |chosen: Vec<Tag>| choose.run(chosen.last().cloned())}
        />
    }
}

fn offered(suggestions: &[&str], known: &[Tag], chosen: &[Tag]) -> Vec<Tag> {
    let mut all: Vec<_> = suggestions
        .iter()
        .map(|name| Tag::suggested(name))
        .collect();
    for tag in known.iter().chain(chosen) {
        if !all.contains(tag) {
            all.push(tag.clone());
        }
    }
    all
}

fn words_of(tag: &Tag, words: Words) -> String {
    tag.suggestion()
        .map_or_else(|| tag.as_str().to_owned(), words)
}

#[component]
fn OwnTag(name: &'static str, #[prop(into)] add: Callback<Tag>) -> impl IntoView {
    let texts = i18n::texts();
    let written = RwSignal::new(String::new());
    let problem = RwSignal::new(None);
    let take = move || match Tag::own(&written.get_untracked()) {
        Ok(tag) => {
            add.run(tag);
            written.set(String::new());
            problem.set(None);
        }
        Err(TextError::Blank) => {}
        Err(error) => problem.set(Some(texts.problems.text(error))),
    };
    let id = format!("{name}-own");
    let described = format!("{name}-own-problem");
    view! {
        <div class="own-tag">
            <label class="unseen" for=id.clone()>
                {texts.common.own_words}
            </label>
            <input
                id=id
                type="text"
                autocomplete="off"
                placeholder=texts.common.own_words
                aria-describedby=described.clone()
                prop:value=written
                on:input:target=move |ev| written.set(ev.target().value())
                on:keydown=move |ev| {
                    if ev.key() == "Enter" {
                        ev.prevent_default();
                        take();
                    }
                }
            />
            <button type="button" class="quiet" on:click=move |_| take()>
                {texts.common.add}
            </button>
        </div>
        <super::Problem words=problem id=described />
    }
}
