//! One person on the desk: who they are, what they shared, notes, and what was given to them.

use std::sync::Arc;

use ebb_core::desk::{CaseloadPerson, Fate, fates};
use ebb_core::journal::RecordId;
use ebb_core::log::Entry;
use ebb_core::share::Share;
use ebb_core::store::StoreError;
use ebb_core::text::{Note, Tag};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::TITLE;
use crate::components::{
    Confirm, Lines, Problem, Word, card, chip, drawn_when_opened, fingerprint_lines,
};
use crate::sections::{SetFor, review, setting, signature};
use crate::state::desk::DeskSession;
use crate::state::{SaveError, print, use_notices, use_preferences};
use crate::{i18n, words};

/// The page of one person.
pub(super) fn person(
    desk: DeskSession,
    whom: RecordId,
    shown: RwSignal<Option<RecordId>>,
) -> AnyView {
    let words = &i18n::more().desk;
    let records = Memo::new(move |_| desk.records_of(whom));
    let problem = RwSignal::new(None::<String>);
    let back = view! {
        <p class="screen-only">
            <button type="button" class="quiet" on:click=move |_| shown.set(None)>
                {words.back}
            </button>
        </p>
    };
    let inside = move || {
        if !desk.is_read.get() {
            return view! { <p class="hint">{i18n::texts().common.opening}</p> }.into_any();
        }
        let records = records.get();
        let Some(one) = records.and_then(|records| desk.person(&records)) else {
            return view! { <p>{words.erased}</p> }.into_any();
        };
        untrack(|| {
            view! {
                {who(desk, &one, problem)}
                {reading(&one)}
                {notes(desk, one.clone(), problem)}
                {given(desk, one.clone())}
                {erase(desk, whom, shown, problem)}
            }
            .into_any()
        })
    };
    view! {
        {back}
        <h2 id=TITLE class="screen-only" tabindex="-1" dir="auto">
            {move || desk.name_of(whom)}
        </h2>
        <Problem words=problem id="desk-person-problem" />
        {inside}
    }
    .into_any()
}

fn tell(problem: RwSignal<Option<String>>, done: Result<(), StoreError>) {
    let says = done
        .err()
        .map(|error| words::not_saved(SaveError::from(error)).to_owned());
    problem.try_set(says);
}

/// What they are called, and whether it is them.
fn who(desk: DeskSession, one: &CaseloadPerson, problem: RwSignal<Option<String>>) -> AnyView {
    let words = &i18n::more().desk;
    let root = one.root;
    let name = RwSignal::new(one.client.name.as_str().to_owned());
    let wrong = RwSignal::new(None::<String>);
    let rename = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        wrong.set(None);
        let Ok(tag) = Tag::own(&name.get_untracked()) else {
            wrong.set(Some(i18n::texts().problems.not_a_tag.to_owned()));
            return;
        };
        spawn_local(async move {
            tell(problem, desk.change(root, |client| client.name = tag).await);
        });
    };
    let verified = one.client.verified;
    let card_of = one
        .shares
        .iter()
        .rev()
        .find(|share| share.signer.is_some() && share.signer == one.client.signer)
        .and_then(|share| share.card());
    let compare = match card_of {
        None => view! { <p class="problem">{words.no_words}</p> }.into_any(),
        Some(card) => {
            let flip = move |_| {
                spawn_local(async move {
                    let done = desk
                        .change(root, |client| client.verified = !verified)
                        .await;
                    tell(problem, done);
                });
            };
            let label = if verified {
                words.not_compared
            } else {
                words.compared
            };
            view! {
                <p>{words.compare_lead}</p>
                {fingerprint_lines(&card, "desk-words")}
                <button type="button" class="soft" on:click=flip>
                    {label}
                </button>
            }
            .into_any()
        }
    };
    let state = if verified {
        words.verified
    } else {
        words.not_verified
    };
    let inside = view! {
        <form on:submit=rename novalidate autocomplete="off">
            <Word
                label=words.name
                id="desk-name"
                value=name
                write=move |typed| name.set(typed)
                problem=wrong
            />
            <button type="submit" class="soft">
                {words.save_name}
            </button>
        </form>
        <details class="more">
            <summary>{words.compare_title} " (" {state} ")"</summary>
            {compare}
        </details>
    };
    view! { <section class="card screen-only">{inside}</section> }.into_any()
}

/// What they shared, all together or one share beside the one before.
fn reading(one: &CaseloadPerson) -> AnyView {
    let (words, clinician) = (&i18n::more().desk, &i18n::more().clinician);
    let Some(whole) = one.whole.clone() else {
        return view! { <p>{words.no_share}</p> }.into_any();
    };
    let shares = one.shares.clone();
    let at = RwSignal::new(None::<usize>);
    let name = |share: &Share| {
        (clinician.range)(
            &words::date_words(share.first),
            &words::date_words(share.last),
        )
    };
    let mut chips = vec![chip(
        "radio",
        "desk-which",
        words.all_together.to_owned(),
        move || at.get().is_none(),
        move || at.set(None),
    )];
    chips.extend(shares.iter().enumerate().rev().map(|(place, share)| {
        let is = move || at.get() == Some(place);
        chip("radio", "desk-which", name(share), is, move || {
            at.set(Some(place));
        })
    }));
    let shown = move || {
        let (share, before): (Arc<Share>, _) = match at.get() {
            None => (whole.clone(), None),
            Some(place) => {
                let before = place.checked_sub(1).and_then(|before| shares.get(before));
                let share = shares.get(place).unwrap_or(&whole);
                (share.clone(), before.cloned())
            }
        };
        untrack(|| {
            view! {
                {signature(&share)}
                {review(share, before)}
            }
            .into_any()
        })
    };
    view! {
        <fieldset class="chips screen-only">
            <legend>{words.which}</legend>
            <div class="chip-row">{chips}</div>
        </fieldset>
        <button type="button" class="soft screen-only" on:click=move |_| print()>
            {i18n::more().sheet.print}
        </button>
        {shown}
    }
    .into_any()
}

/// The therapist's notes, which are never sent.
fn notes(desk: DeskSession, one: CaseloadPerson, problem: RwSignal<Option<String>>) -> AnyView {
    let preferences = use_preferences();
    let words = &i18n::more().desk;
    let person = one.client.person;
    let text = RwSignal::new(String::new());
    let keep = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        let Ok(note) = Note::new(text.get_untracked().trim()) else {
            return;
        };
        spawn_local(async move {
            let done = desk.note(person, note).await;
            if done.is_ok() {
                text.try_set(String::new());
            }
            tell(problem, done);
        });
    };
    let rows = move || {
        let found: Vec<_> = desk.with(|journal| {
            let notes = one.notes(journal).into_iter();
            notes
                .map(|(root, at, note)| (root, at, note.words.as_str().to_owned()))
                .collect()
        });
        let rows = found.into_iter().map(|(root, at, note)| {
            let remove = move |_| {
                spawn_local(async move { tell(problem, desk.remove_note(root).await) });
            };
            let day = words::day_words(preferences.day_of(at));
            let label = format!("{}: {day}", i18n::more().share.remove);
            view! {
                <li class="entry">
                    <div class="entry-head">
                        <span class="hint">{day}</span>
                        <button type="button" class="quiet small" aria-label=label on:click=remove>
                            {i18n::more().share.remove}
                        </button>
                    </div>
                    <p class="own" dir="auto">
                        {note}
                    </p>
                </li>
            }
            .into_any()
        });
        view! { <ul class="plain entries">{rows.collect::<Vec<_>>()}</ul> }.into_any()
    };
    let inside = view! {
        <p class="hint">{words.notes_lead}</p>
        <form on:submit=keep novalidate autocomplete="off">
            <Lines
                label=words.note
                id="desk-note"
                value=text
                write=move |typed| text.set(typed)
            />
            <button type="submit" class="soft">
                {words.add_note}
            </button>
        </form>
        {rows}
    };
    view! {
        <div class="screen-only">{card("desk-notes", words.notes_title, inside.into_any())}</div>
    }
    .into_any()
}

/// What was given to them and what became of it, and giving more.
fn given(desk: DeskSession, one: CaseloadPerson) -> AnyView {
    let preferences = use_preferences();
    let words = &i18n::more().desk;
    let person = one.client.person;
    let reply = one.client.reply_key();
    let rows = move || {
        let found: Vec<_> = desk.with(|journal| {
            let all = fates(journal, &one).into_iter();
            all.map(|(at, item, fate)| {
                let what = match item {
                    Entry::Assignment(task) => task.what.as_str(),
                    Entry::Goal(goal) => goal.what.as_str(),
                    _ => "",
                };
                (at, what.to_owned(), fate)
            })
            .collect()
        });
        if found.is_empty() {
            return view! { <p>{words.sent_none}</p> }.into_any();
        }
        let rows = found.into_iter().rev().map(|(at, what, fate)| {
            let fate = match fate {
                Fate::Unknown => words.fate_unknown.to_owned(),
                Fate::Taken => words.fate_taken.to_owned(),
                Fate::Done(day) => (words.fate_done)(&words::day_words(day)),
                Fate::Answered(day) => (words.fate_answered)(&words::day_words(day)),
            };
            let day = words::day_words(preferences.day_of(at));
            view! {
                <li class="entry">
                    <p dir="auto">{what}</p>
                    <p class="hint">{format!("{day} · {fate}")}</p>
                </li>
            }
            .into_any()
        });
        view! { <ul class="plain entries">{rows.collect::<Vec<_>>()}</ul> }.into_any()
    };
    let sent = Callback::new(move |items: Vec<Entry>| {
        spawn_local(async move {
            // What fails here is told by the desk's own state when it is opened again.
            let _ = desk.sent(person, items).await;
        });
    });
    let give = move || match reply {
        Some(key) => setting(desk.clinician, Some(SetFor { key, sent })),
        None => view! { <p class="hint">{words.no_reply_key}</p> }.into_any(),
    };
    view! {
        <div class="screen-only">
            {card("desk-sent", words.sent_title, rows.into_any())}
            {drawn_when_opened("give", words.give_title, give)}
        </div>
    }
    .into_any()
}

fn erase(
    desk: DeskSession,
    whom: RecordId,
    shown: RwSignal<Option<RecordId>>,
    problem: RwSignal<Option<String>>,
) -> AnyView {
    let words = &i18n::more().desk;
    let notices = use_notices();
    let act = move |()| {
        spawn_local(async move {
            match desk.erase(whom).await {
                Ok(()) => {
                    shown.try_set(None);
                    notices.say(words.erased);
                }
                error => tell(problem, error),
            }
        });
    };
    view! {
        <div class="screen-only">
            <Confirm
                label=words.erase
                question=words.erase_question
                detail=words.erase_detail
                yes=words.erase_yes
                no=words.erase_no
                act=act
            />
        </div>
    }
    .into_any()
}
