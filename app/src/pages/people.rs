//! The people to turn to, as a part of the help screen.

use ebb_core::journal::RecordId;
use ebb_core::log::Person;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::components::{Problem, Word, when};
use crate::sections::save_bar;
use crate::state::forms::PersonForm;
use crate::state::queries::people;
use crate::state::{Draft, use_journal, use_session};
use crate::{i18n, words};

/// The list of people and the form for one more.
#[component]
pub fn People() -> impl IntoView {
    let journal = use_journal();
    let texts = i18n::texts();
    let list = Memo::new(move |_| journal.with(people));
    view! {
        <section aria-labelledby="people">
            <h2 id="people">{texts.people.title}</h2>
            {when(move || list.with(Vec::is_empty), move || view! { <p>{texts.people.empty}</p> }.into_any())}
            <ul class="plain stack">
                {move || {
                    list.get()
                        .into_iter()
                        .map(|(root, person)| view! { <OnePerson root=root person=person /> })
                        .collect_view()
                }}
            </ul>
            <details class="more">
                <summary>{texts.people.add}</summary>
                <NewPerson />
            </details>
        </section>
    }
}

#[component]
fn OnePerson(root: RecordId, person: Person) -> impl IntoView {
    let journal = use_journal();
    let texts = i18n::texts();
    let problem = RwSignal::new(None);
    let remove = move |_| {
        spawn_local(async move {
            if let Err(error) = journal.delete(root).await {
                problem.set(Some(words::not_saved(error).to_owned()));
            }
        });
    };
    let name = person.name.as_str().to_owned();
    let label = (texts.history.delete)(&name);
    let text_link = person.text_link();
    let reach = person.phone.map(|phone| {
        let number = phone.dialled();
        view! {
            <a class="button" href=format!("tel:{number}")>
                {(texts.sos.call)(&name)}
            </a>
            <a class="button soft" href=text_link>
                {(texts.sos.text)(&name)}
            </a>
        }
    });
    view! {
        <li class="help-line">
            <h3 dir="auto">{name.clone()}</h3>
            {person
                .good_for
                .map(|words| view! { <p dir="auto">{words.as_str().to_owned()}</p> })}
            {person
                .line
                .map(|words| view! { <blockquote dir="auto">{words.as_str().to_owned()}</blockquote> })}
            <div class="row">
                {reach}
                <button type="button" class="quiet small" aria-label=label on:click=remove>
                    {texts.common.delete}
                </button>
            </div>
            <Problem words=problem />
        </li>
    }
}

#[component]
fn NewPerson() -> impl IntoView {
    let session = use_session();
    let texts = i18n::texts();
    let draft = Draft::<PersonForm>::open("person");
    let form = draft.form;
    let save = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        draft.log(move |_| session.announce(texts.common.saved));
    };
    view! {
        <form on:submit=save novalidate autocomplete="off">
            <Word
                label=texts.people.name
                id="person-name"
                value=Signal::derive(move || form.with(|form| form.name.clone()))
                write=move |text| form.update(|form| form.name = text)
                problem=words::wrong(draft.problem("name"))
            />
            <Word
                label=texts.people.phone
                id="person-phone"
                kind="tel"
                value=Signal::derive(move || form.with(|form| form.phone.clone()))
                write=move |text| form.update(|form| form.phone = text)
                problem=words::wrong(draft.problem("phone"))
            />
            <Word
                label=texts.people.good_for
                id="person-good-for"
                value=Signal::derive(move || form.with(|form| form.good_for.clone()))
                write=move |text| form.update(|form| form.good_for = text)
                problem=words::wrong(draft.problem("good_for"))
            />
            <Word
                label=texts.people.line
                id="person-line"
                value=Signal::derive(move || form.with(|form| form.line.clone()))
                write=move |text| form.update(|form| form.line = text)
                problem=words::wrong(draft.problem("line"))
            />
            {save_bar(draft)}
        </form>
    }
}
