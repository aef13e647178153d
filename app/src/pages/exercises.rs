//! All exercises, by what they are for.

use ebb_core::content::Library;
use ebb_core::content::exercise::{Exercise, Family};
use ebb_core::journal::RecordId;
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_location;

use crate::components::{Page, Piece, pieces};
use crate::state::{Loaded, use_ebb};

/// The craving that the address names: an exercise chosen now is for it.
pub fn craving_in_address() -> Memo<Option<RecordId>> {
    let query = use_location().query;
    Memo::new(move |_| {
        query
            .with(|query| query.get("craving"))
            .and_then(|id| id.parse().ok())
    })
}

/// The screen of all exercises.
#[component]
pub fn ExercisesPage() -> impl IntoView {
    let ebb = use_ebb();
    let texts = ebb.texts();
    let craving = craving_in_address();
    view! {
        <Page title=texts.exercises.title name="exercises">
            {move || {
                ebb.exercises
                    .with(|loaded| match loaded {
                        Loaded::Waiting => view! { <Loading /> }.into_any(),
                        Loaded::Missing => view! { <Missing /> }.into_any(),
                        Loaded::Ready(library) => shelves(library, craving),
                    })
            }}
        </Page>
    }
}

/// Shown while the exercises are on their way.
#[component]
pub fn Loading() -> impl IntoView {
    let texts = use_ebb().texts();
    view! { <p class="lead">{texts.exercises.loading}</p> }
}

/// Shown when they did not come.
#[component]
pub fn Missing() -> impl IntoView {
    let ebb = use_ebb();
    let texts = ebb.texts();
    view! {
        <div role="alert">
            <p class="problem">{texts.problems.content}</p>
        </div>
        <button type="button" on:click=move |_| ebb.fetch_exercises()>
            {texts.common.try_again}
        </button>
    }
}

fn shelves(library: &Library<Exercise>, craving: Memo<Option<RecordId>>) -> AnyView {
    let texts = use_ebb().texts();
    let unreadable = (!library.problems.is_empty())
        .then(|| view! { <p class="hint">{texts.exercises.some_unreadable}</p> });
    let mut drawn: Vec<Piece> = vec![Box::new(super::helped::helped_section)];
    for (place, family) in Family::ALL.into_iter().enumerate() {
        let of_family = library.entries.iter().filter(|e| e.family == family);
        let of_family: Vec<_> = of_family.cloned().collect();
        if !of_family.is_empty() {
            drawn.push(Box::new(move || {
                family_section(place, family, of_family, craving)
            }));
        }
    }
    let more = use_ebb().more();
    view! {
        <div class="pair">
            <A href="/lessons" attr:class="button soft">
                {more.lessons.title}
            </A>
            <A href="/questionnaires" attr:class="button soft">
                {more.assess.title}
            </A>
        </div>
        <p class="lead">{texts.exercises.lead}</p>
        {pieces(drawn)}
        {unreadable}
    }
    .into_any()
}

fn family_section(
    place: usize,
    family: Family,
    exercises: Vec<Exercise>,
    craving: Memo<Option<RecordId>>,
) -> AnyView {
    let cards = exercises.into_iter().map(|e| card(e, craving));
    let id = format!("family-{place}");
    view! {
        <section class="family" aria-labelledby=id.clone()>
            <h2 id=id.clone()>{use_ebb().texts().exercises.family(family)}</h2>
            <ul class="plain cards">{cards.collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn card(exercise: Exercise, craving: Memo<Option<RecordId>>) -> impl IntoView {
    let texts = use_ebb().texts();
    let id = exercise.id;
    let address = move || match craving.get() {
        Some(craving) => format!("/exercises/{id}?craving={craving}"),
        None => format!("/exercises/{id}"),
    };
    let minutes = (texts.exercises.minutes)(exercise.minutes.low, exercise.minutes.high);
    view! {
        <li class="card exercise">
            <h3>
                <A href=address>{exercise.title}</A>
            </h3>
            <p class="exercise-minutes">{minutes}</p>
            <p>{exercise.summary}</p>
            <p class="hint">
                <b>{texts.exercises.good_when}</b>
                ": "
                {exercise.when}
            </p>
        </li>
    }
}
