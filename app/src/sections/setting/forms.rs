//! The forms of the screen: one item, the list, and how it is sealed.

use ebb_core::log::Entry;
use ebb_core::time::LocalDay;
use leptos::prelude::*;

use super::{By, Setting, What, choices};
use crate::components::{Lines, Problem, Secret, Word, chip, when};
use crate::sections::{file_ready, progress_button};
use crate::state::sealed::Sealed;
use crate::{i18n, words};

/// Weeks from one questionnaire to the next that can be chosen; any other time it is once.
const RHYTHMS: [u8; 3] = [1, 2, 4];

pub(super) fn item_form(setting: Setting) -> AnyView {
    let words = &i18n::more().clinician.set;
    let kinds = What::ALL.into_iter().map(|what| {
        let choose = move || {
            setting.what.set(what);
            setting.chosen.set(String::new());
        };
        let is = move || setting.what.get() == what;
        chip(
            "radio",
            "set-what",
            what.words(words).to_owned(),
            is,
            choose,
        )
    });
    let kinds: Vec<_> = kinds.collect();
    let options = move || {
        let all = choices(setting.what.get());
        let options = all
            .into_iter()
            .map(|(id, title)| view! { <option value=id>{title}</option> }.into_any());
        options.collect::<Vec<_>>()
    };
    let list = when(
        move || setting.what.get().is_chosen_from_a_list(),
        move || {
            view! {
                <div class="field">
                    <label for="set-choice">{words.choose}</label>
                    <select
                        id="set-choice"
                        on:change:target=move |ev| setting.chosen.set(ev.target().value())
                    >
                        {options}
                    </select>
                </div>
            }
            .into_any()
        },
    );
    let often = when(
        move || setting.what.get() == What::Questionnaire,
        move || {
            let options = RHYTHMS.map(|weeks| {
                let name = (i18n::more().programme.every_weeks)(weeks);
                view! { <option value=weeks.to_string()>{name}</option> }.into_any()
            });
            view! {
                <div class="field">
                    <label for="set-often">{words.how_often}</label>
                    <select
                        id="set-often"
                        prop:value=move || setting.every_weeks.get()
                        on:change:target=move |ev| setting.every_weeks.set(ev.target().value())
                    >
                        <option value="">{words.once}</option>
                        {options}
                    </select>
                </div>
            }
            .into_any()
        },
    );
    let add = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        setting.add();
    };
    view! {
        <form on:submit=add novalidate autocomplete="off">
            <fieldset class="chips">
                <legend class="unseen">{words.what}</legend>
                <div class="chip-row">{kinds}</div>
            </fieldset>
            {list}
            {often}
            <Lines
                label=words.words
                id="set-words"
                value=setting.words
                write=move |typed| setting.words.set(typed)
                problem=setting.item_problem
            />
            <Word
                label=words.due
                id="set-due"
                kind="date"
                value=setting.due
                write=move |typed| setting.due.set(typed)
            />
            <button type="submit" class="soft">
                {words.add}
            </button>
        </form>
    }
    .into_any()
}

pub(super) fn listed(setting: Setting) -> AnyView {
    let words = &i18n::more().clinician.set;
    let remove = Callback::new(move |at: usize| {
        setting.items.update(|items| {
            items.remove(at);
        });
    });
    let by =
        |day: Option<LocalDay>| day.map(|day| (i18n::more().review.due_on)(&words::day_words(day)));
    let rows = move || {
        let lines = setting.items.with(|items| {
            let lines = items.iter().map(|item| match item {
                Entry::Goal(goal) => (goal.what.as_str().to_owned(), by(goal.review)),
                Entry::Assignment(task) => {
                    let what = task.what.as_str().to_owned();
                    let again = task.every_weeks.map(std::num::NonZeroU8::get);
                    let again = again.map(i18n::more().programme.every_weeks);
                    (what, again.or_else(|| by(task.due)))
                }
                _ => (String::new(), None),
            });
            lines.collect::<Vec<_>>()
        });
        if lines.is_empty() {
            return view! { <p>{words.none}</p> }.into_any();
        }
        let rows = lines.into_iter().enumerate().map(|(at, (line, due))| {
            let label = format!("{} {line}", i18n::more().share.remove);
            view! {
                <li class="entry">
                    <div class="entry-head">
                        <span dir="auto">{line}</span>
                        <button
                            type="button"
                            class="quiet small"
                            aria-label=label
                            on:click=move |_| remove.run(at)
                        >
                            {i18n::more().share.remove}
                        </button>
                    </div>
                    <p class="hint">{due}</p>
                </li>
            }
            .into_any()
        });
        view! { <ul class="plain entries">{rows.collect::<Vec<_>>()}</ul> }.into_any()
    };
    rows.into_any()
}

pub(super) fn seal_form(setting: Setting) -> AnyView {
    let words = &i18n::more().clinician.set;
    let ways = [
        (By::Key, words.by_key),
        (By::Phrase, words.by_phrase),
        (By::Nothing, words.plain),
    ];
    let ways = ways.map(|(by, name)| {
        let is = move || setting.by.get() == by;
        chip("radio", "set-by", name.to_owned(), is, move || {
            setting.by.set(by);
        })
    });
    let ways: Vec<_> = ways.into_iter().collect();
    let ways = setting.known.is_none().then(|| {
        view! {
            <fieldset class="chips">
                <legend class="unseen">{words.receiver}</legend>
                <div class="chip-row">{ways}</div>
            </fieldset>
        }
    });
    let key = when(
        move || setting.by.get() == By::Key && setting.known.is_none(),
        move || {
            view! {
                <Lines
                    label=words.key
                    id="set-key"
                    value=setting.key
                    write=move |typed| setting.key.set(typed)
                    hint=i18n::more().share.key_hint
                />
            }
            .into_any()
        },
    );
    let signs = move || {
        setting.by.get() == By::Key
            && setting.session.key().is_some()
            && !setting.session.key_is_open()
    };
    let sign = when(signs, move || {
        view! {
            <Secret
                label=i18n::more().clinician.own_passphrase
                id="sign-passphrase"
                value=setting.passphrase
                hint=i18n::more().trust.sign_hint
            />
        }
        .into_any()
    });
    let plain = when(
        move || setting.by.get() == By::Nothing,
        move || view! { <p class="hint">{words.plain_hint}</p> }.into_any(),
    );
    let submit = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        setting.seal();
    };
    view! {
        <form on:submit=submit novalidate autocomplete="off">
            <Word
                label=words.from
                id="set-from"
                value=setting.from
                write=move |typed| setting.from.set(typed)
            />
            <Lines
                label=words.note
                id="set-note"
                value=setting.note
                write=move |typed| setting.note.set(typed)
            />
            {ways}
            {key}
            {sign}
            {plain}
            <Problem words=setting.problem id="set-problem" />
            {progress_button(setting.task, words.seal, i18n::more().share.sealing)}
        </form>
    }
    .into_any()
}

pub(super) fn ready(setting: Setting, sealed: Sealed, by: By) -> AnyView {
    let words = &i18n::more().clinician.set;
    let who = match by {
        By::Key => words.for_key,
        By::Phrase => "",
        By::Nothing => words.for_anybody,
    };
    let back = Callback::new(move |()| setting.sealed.set(None));
    file_ready(words.ready, sealed, who.to_owned(), back)
}
