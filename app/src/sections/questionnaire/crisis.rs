//! Help, right where an answer asked for it. It never waits for a score.

use std::sync::Arc;

use ebb_core::content::instrument::Instrument;
use ebb_core::log::{Action, Entry, Person, Reply, ToBring};
use ebb_core::queries::{safety_plan, to_bring, to_turn_to};
use ebb_core::text::Note;
use ebb_core::time::LocalDay;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::{Problem, tick_box};
use crate::sections::crisis_help;
use crate::state::content::answer_words;
use crate::state::{use_journal, use_preferences};
use crate::{i18n, words};

/// The heading, to scroll to.
pub const CRISIS: &str = "crisis";

/// What the person could bring up, as it is at the moment it is asked for.
pub type Noted = Arc<dyn Fn() -> Option<String> + Send + Sync>;

/// How an answer that opened the crisis screen reads on the list of what to bring up.
pub fn noted(instrument: &Instrument, replies: &[Reply], day: LocalDay) -> Option<String> {
    let words = &i18n::more().assess;
    let is_crisis = |reply: &&Reply| instrument.is_crisis(std::slice::from_ref(*reply));
    let reply = replies.iter().find(is_crisis)?;
    let answer = answer_words(instrument, reply)?;
    Some((words.crisis_note)(
        &instrument.title,
        &answer,
        &words::day_words(day),
    ))
}

/// Kind words, whom to call, the person's own plan and people, and what can be kept of it.
///
/// `is_new` while the answer is of today: then the next day can be asked about.
pub fn crisis(going_on: bool, is_new: bool, noted: Noted) -> AnyView {
    let preferences = use_preferences();
    let words = &i18n::more().assess;
    let ask = move || {
        tick_box(
            "ask-next-day",
            words.next_day_ask.to_owned(),
            move || preferences.with(|prefs| !prefs.next_day_off),
            move || preferences.choose(|prefs| prefs.next_day_off = !prefs.next_day_off),
        )
    };
    view! {
        <section class="card care" aria-labelledby=CRISIS>
            <div role="alert">
                <h2 id=CRISIS>{words.crisis_title}</h2>
                <p>{words.crisis_words}</p>
            </div>
            {crisis_help()}
            <p>
                <A href="/sos" attr:class="button soft">
                    {words.crisis_sos}
                </A>
            </p>
            {own_help()}
            {bring_up(noted)}
            {is_new.then(ask)}
            <p class="hint">{i18n::texts().sos.nobody_watches}</p>
            {going_on.then(|| view! { <p>{words.crisis_go_on}</p> })}
        </section>
    }
    .into_any()
}

/// The person's safety plan and people. Where there are none it says so plainly.
pub(super) fn own_help() -> AnyView {
    let journal = use_journal();
    let words = &i18n::more().assess;
    let found = Memo::new(move |_| {
        journal.with(|journal| {
            let people = to_turn_to(journal).into_iter().cloned();
            (safety_plan(journal).is_some(), people.collect::<Vec<_>>())
        })
    });
    let inside = move || {
        let (has_plan, people) = found.get();
        let says = match (has_plan, people.is_empty()) {
            (false, true) => Some(words.crisis_no_plan),
            (true, true) => Some(words.crisis_no_people),
            _ => None,
        };
        let people: Vec<_> = people.into_iter().map(|who| reach(&who)).collect();
        let (to, plan) = if has_plan {
            ("/plans/safety", words.crisis_plan)
        } else {
            ("/plans/safety/edit", words.crisis_begin_plan)
        };
        view! {
            {says.map(|says| view! { <p>{says}</p> })}
            <ul class="plain stack">{people}</ul>
            <p>
                <A href=to attr:class="button soft">
                    {plan}
                </A>
            </p>
        }
        .into_any()
    };
    view! {
        <h3>{words.crisis_own}</h3>
        {inside}
    }
    .into_any()
}

fn reach(person: &Person) -> AnyView {
    let texts = &i18n::texts().sos;
    let name = person.name.as_str().to_owned();
    let links = person.phone.as_ref().map(|phone| {
        view! {
            <a class="button" href=format!("tel:{}", phone.dialled())>
                {(texts.call)(&name)}
            </a>
            <a class="button soft" href=person.text_link()>
                {(texts.text)(&name)}
            </a>
        }
    });
    let line = person.line.as_ref().map(|line| {
        view! { <blockquote dir="auto">{line.as_str().to_owned()}</blockquote> }
    });
    view! {
        <li class="help-line">
            <h4 dir="auto">{name.clone()}</h4>
            {line}
            <div class="row">{links}</div>
        </li>
    }
    .into_any()
}

/// Puts the answer on the list of what to bring up, once.
fn bring_up(noted: Noted) -> AnyView {
    let journal = use_journal();
    let words = &i18n::more().assess;
    let problem = RwSignal::new(None);
    let there = {
        let noted = noted.clone();
        Memo::new(move |_| {
            let note = noted();
            journal.with(|journal| {
                to_bring(journal)
                    .any(|(_, _, item)| !item.done && note.as_deref() == Some(item.what.as_str()))
            })
        })
    };
    let add = move |_| {
        if there.get_untracked() {
            return;
        }
        if let Some(what) = noted().and_then(|note| Note::new(note).ok()) {
            let entry = Entry::ToBring(ToBring {
                what,
                for_group: false,
                done: false,
            });
            journal.keep(
                Action::Log {
                    entry,
                    happened_at: None,
                },
                problem,
            );
        }
    };
    // The button stays where it is when it is done, so that the focus does too.
    view! {
        <p>
            <button
                type="button"
                class="soft"
                aria-disabled=move || there.get().to_string()
                on:click=add
            >
                {move || if there.get() { words.crisis_brought } else { words.crisis_bring }}
            </button>
        </p>
        <Problem words=words::problem(problem) />
    }
    .into_any()
}
