//! All lessons, and which of them were read.

use ebb_core::content::Library;
use ebb_core::content::lesson::Lesson;
use ebb_core::queries::lessons_read;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::Page;
use crate::i18n;
use crate::sections::shelved;
use crate::state::content::lessons;
use crate::state::use_journal;

/// The screen of all lessons.
#[component]
pub fn LessonsPage() -> impl IntoView {
    let words = &i18n::more().lessons;
    view! {
        <Page title=words.title name="lessons">
            <p class="lead">{words.lead}</p>
            {shelved(lessons(), words.missing, list)}
        </Page>
    }
}

fn list(library: &Library<Lesson>) -> AnyView {
    let journal = use_journal();
    let words = &i18n::more().lessons;
    let read: Vec<bool> = journal.with(|journal| {
        let read: Vec<_> = lessons_read(journal).collect();
        let lessons = library.entries.iter();
        lessons.map(|one| read.contains(&one.id.as_str())).collect()
    });
    let count = read.iter().filter(|read| **read).count();
    let cards: Vec<_> = library
        .entries
        .iter()
        .zip(read)
        .map(|(lesson, read)| card(lesson, read))
        .collect();
    view! {
        <p>{(words.count)(count, library.entries.len())}</p>
        <ul class="plain cards">{cards}</ul>
    }
    .into_any()
}

fn card(lesson: &Lesson, read: bool) -> AnyView {
    let words = &i18n::more().lessons;
    let title = lesson.title.clone();
    let address = format!("/lessons/{}", lesson.id);
    view! {
        <li class="card exercise">
            <h2>
                <A href=address attr:class="leads-on">
                    {title}
                </A>
            </h2>
            <p class="exercise-minutes">{(words.minutes)(lesson.minutes)}</p>
            <p>{lesson.summary.clone()}</p>
            {read.then(|| view! { <p><span class="saved">{words.read}</span></p> })}
        </li>
    }
    .into_any()
}
