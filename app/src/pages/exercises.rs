//! All exercises, by what they are for.

use ebb_core::content::Library;
use ebb_core::content::exercise::{Exercise, Family};
use ebb_core::journal::RecordId;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::{Page, Piece, craving_in_address, exercises_loading, not_there, pieces};
use crate::i18n;
use crate::sections::helped::helped_section;
use crate::state::Loaded;
use crate::state::content::{exercises, fetch_exercises};

/// The screen of all exercises.
#[component]
pub fn ExercisesPage() -> impl IntoView {
    let texts = i18n::texts();
    let craving = craving_in_address();
    view! {
        <Page title=texts.exercises.title name="exercises">
            {move || {
                exercises()
                    .with(|loaded| match loaded {
                        Loaded::Waiting => exercises_loading(),
                        Loaded::Missing => not_there(texts.problems.content, Callback::new(|()| fetch_exercises())),
                        Loaded::Ready(library) => shelves(library, craving),
                    })
            }}
        </Page>
    }
}

fn shelves(library: &Library<Exercise>, craving: Memo<Option<RecordId>>) -> AnyView {
    let texts = i18n::texts();
    let unreadable = (!library.problems.is_empty())
        .then(|| view! { <p class="hint">{texts.exercises.some_unreadable}</p> });
    let mut drawn: Vec<Piece> = vec![Box::new(helped_section)];
    for (place, family) in Family::ALL.into_iter().enumerate() {
        let of_family = library.entries.iter().filter(|e| e.family == family);
        let of_family: Vec<_> = of_family.cloned().collect();
        if !of_family.is_empty() {
            drawn.push(Box::new(move || {
                family_section(place, family, of_family, craving)
            }));
        }
    }
    let more = i18n::more();
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
            <h2 id=id.clone()>{i18n::texts().exercises.family(family)}</h2>
            <ul class="plain cards">{cards.collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn card(exercise: Exercise, craving: Memo<Option<RecordId>>) -> impl IntoView {
    let texts = i18n::texts();
    let id = exercise.id;
    let address = move || match craving.get() {
        Some(craving) => format!("/exercises/{id}?craving={craving}"),
        None => format!("/exercises/{id}"),
    };
    let minutes = (texts.exercises.minutes)(exercise.minutes.low, exercise.minutes.high);
    view! {
        <li class="card exercise">
            <h3>
                <A href=address attr:class="leads-on">
                    {exercise.title}
                </A>
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
