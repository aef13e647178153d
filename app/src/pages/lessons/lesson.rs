//! One lesson: its text, a small check that is no test, and what to try.

use ebb_core::content::lesson::{Lesson, Question};
use ebb_core::log::{Entry, LessonRead};
use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::{
    Page, Problem, chip, evidence, folded, id_in_address, loading, not_there, when,
};
use crate::sections::{emergency, own_words, read_aloud};
use crate::state::aloud::Aloud;
use crate::state::content::lessons;
use crate::state::forms::LessonForm;
use crate::state::lessons_read::{mark_read, reading_of};
use crate::state::{Draft, Loaded, use_journal, use_notices};
use crate::{i18n, words};

/// Names of the groups of choices; a lesson has two or three questions.
const GROUPS: [&str; 3] = ["check-1", "check-2", "check-3"];

/// A lesson, and the title of the one after it with its id.
type Found = (Lesson, Option<(String, String)>);

/// The screen of one lesson.
#[component]
pub fn LessonPage() -> impl IntoView {
    let words = &i18n::more().lessons;
    let id = id_in_address();
    let found = Memo::new(move |_| {
        lessons().read(|library| -> Option<Found> {
            let mut after = library.entries.iter();
            let lesson = after.find(|lesson| lesson.id == id.get())?.clone();
            let next = after.next();
            Some((
                lesson,
                next.map(|next| (next.id.clone(), next.title.clone())),
            ))
        })
    });
    let title = Signal::derive(move || match found.get() {
        Loaded::Ready(Some((lesson, _))) => lesson.title,
        _ => words.title.to_owned(),
    });
    view! {
        <Page title=title name="lesson">
            {move || match found.get() {
                Loaded::Waiting => loading(),
                Loaded::Missing => not_there(words.missing, Callback::new(|()| lessons().fetch())),
                Loaded::Ready(None) => view! { <p>{words.nowhere}</p> }.into_any(),
                Loaded::Ready(Some(found)) => view! { <Reader found=found /> }.into_any(),
            }}
            // Not where the text would push it away.
            {when(
                move || found.with(|found| !matches!(found, Loaded::Waiting)),
                move || {
                    view! {
                        <p>
                            <A href="/lessons" attr:class="button quiet">
                                {words.all}
                            </A>
                        </p>
                    }
                        .into_any()
                },
            )}
        </Page>
    }
}

#[component]
fn Reader(found: Found) -> impl IntoView {
    let journal = use_journal();
    let words = &i18n::more().lessons;
    let (lesson, next) = found;
    let id = lesson.id.clone();
    let marking = StoredValue::new(false);
    // Whoever is at the check has read the text. Once a visit, however fast the taps are.
    let read = Callback::new(move |()| {
        if !marking.get_value() {
            marking.set_value(true);
            mark_read(journal, id.clone());
        }
    });
    let text: Vec<_> = lesson
        .sections
        .iter()
        .map(|section| {
            let text = section.text.iter().cloned();
            let text: Vec<_> = text
                .map(|text| view! { <p>{text}</p> }.into_any())
                .collect();
            view! {
                <h2>{section.title.clone()}</h2>
                {text}
                {section.emergency.map(|id| emergency(id, true))}
            }
            .into_any()
        })
        .collect();
    let spoken = lesson.sections.iter().flat_map(|section| {
        std::iter::once(section.title.clone()).chain(section.text.iter().cloned())
    });
    let spoken: Vec<_> = std::iter::once(lesson.summary.clone())
        .chain(spoken)
        .collect();
    let check: Vec<_> = GROUPS
        .into_iter()
        .zip(lesson.check)
        .map(|(group, question)| view! { <Check group=group question=question read=read /> })
        .collect();
    let (exercise, named) = (lesson.exercise.clone(), lesson.exercise);
    view! {
        <p class="lead">{lesson.summary}</p>
        {read_aloud(Aloud::open(), spoken)}
        <article class="lesson">{text}</article>
        <section class="card" aria-labelledby="check">
            <h2 id="check">{words.check}</h2>
            <p class="hint">{words.check_lead}</p>
            {check}
        </section>
        <section class="card" aria-labelledby="try">
            <h2 id="try">{words.exercise}</h2>
            <p>{words.exercise_lead}</p>
            <A href=format!("/exercises/{exercise}") attr:class="button soft">
                {move || words::exercise_title(&named)}
            </A>
        </section>
        <Taken lesson=lesson.id read=read />
        {evidence(&lesson.evidence)}
        {folded(words.sources, lesson.sources)}
        {next
            .map(|(id, title)| {
                view! {
                    <p class="aside">
                        <A href=format!("/lessons/{id}")>{(words.next)(&title)}</A>
                    </p>
                }
            })}
    }
}

/// A question with something kind to say to each choice.
#[component]
fn Check(group: &'static str, question: Question, read: Callback<()>) -> impl IntoView {
    let chosen = RwSignal::new(None);
    let feedback: Vec<_> = question
        .choices
        .iter()
        .map(|choice| choice.feedback.clone())
        .collect();
    let choices: Vec<_> = question
        .choices
        .into_iter()
        .enumerate()
        .map(|(place, choice)| {
            chip(
                "radio",
                group,
                choice.text,
                move || chosen.get() == Some(place),
                move || {
                    chosen.set(Some(place));
                    read.run(());
                },
            )
        })
        .collect();
    view! {
        <fieldset class="answers">
            <legend>{question.ask}</legend>
            <div class="stack">{choices}</div>
            <p role="status">
                {move || chosen.get().and_then(|place: usize| feedback.get(place).cloned())}
            </p>
        </fieldset>
    }
}

/// Whether it was read, and what the person takes from it.
#[component]
fn Taken(lesson: String, read: Callback<()>) -> impl IntoView {
    let journal = use_journal();
    let notices = use_notices();
    let texts = i18n::texts();
    let words = &i18n::more().lessons;
    let draft = Draft::<LessonForm>::about("lesson", &lesson);
    let lesson = StoredValue::new(lesson);
    let reading = Memo::new(move |_| lesson.with_value(|id| journal.with(|j| reading_of(j, id))));
    let takeaway = move || match reading.get()?.1.entry {
        Entry::LessonRead(LessonRead { takeaway, .. }) => takeaway,
        _ => None,
    };
    let save = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        draft.form.update(|form| form.lesson = lesson.get_value());
        let then = move |_| {
            notices.say(words.takeaway_saved);
        };
        // A reading that has no words yet gets them; one that has is left as it is.
        match reading.get_untracked().filter(|_| takeaway().is_none()) {
            Some((root, record)) => draft.edit(root, record.happened_at, then),
            None => draft.log(then),
        }
    };
    view! {
        <section class="card">
            {when(
                move || reading.with(Option::is_some),
                move || view! { <p class="saved">{words.read}</p> }.into_any(),
            )}
            {when(
                move || reading.with(Option::is_none),
                move || {
                    view! {
                        <p>
                            <button type="button" class="soft" on:click=move |_| read.run(())>
                                {words.mark}
                            </button>
                        </p>
                    }
                        .into_any()
                },
            )}
            {move || takeaway().map(|note| view! { <blockquote dir="auto">{note.as_str().to_owned()}</blockquote> })}
            <form on:submit=save novalidate autocomplete="off">
                {own_words(draft, "takeaway", words.takeaway, |form| &form.takeaway, |form| &mut form.takeaway)}
                <Problem words=words::wrong(draft.problem("form")) />
                <button type="submit" class="soft" aria-disabled=move || draft.busy().get().to_string()>
                    {texts.common.save}
                </button>
            </form>
        </section>
    }
}
