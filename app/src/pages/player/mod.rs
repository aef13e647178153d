//! One exercise: read about it, do it, say how it went.

mod blocks;
mod over;
mod ready;
mod running;
mod scene;
mod step;

use ebb_core::content::exercise::Exercise;
use leptos::prelude::*;
use leptos_router::components::A;
use over::{Over, Saved};
use ready::Ready;
use running::Running;

use crate::components::{
    Page, craving_in_address, exercises_loading, id_in_address, not_there, starts_in_address,
};
use crate::i18n;
use crate::state::Loaded;
use crate::state::content::{exercises, fetch_exercises};
use crate::state::playing::{Playing, Stage};

/// The screen of one exercise.
#[component]
pub fn PlayerPage() -> impl IntoView {
    let texts = i18n::texts();
    let id = id_in_address();
    let found = Memo::new(move |_| {
        exercises().with(|loaded| match loaded {
            Loaded::Waiting => Loaded::Waiting,
            Loaded::Missing => Loaded::Missing,
            Loaded::Ready(library) => Loaded::Ready(library.get(&id.get()).cloned()),
        })
    });
    let title = Signal::derive(move || match found.get() {
        Loaded::Ready(Some(exercise)) => exercise.title,
        _ => texts.exercises.title.to_owned(),
    });
    view! {
        <Page title=title name="player">
            {move || match found.get() {
                Loaded::Waiting => exercises_loading(),
                Loaded::Missing => not_there(texts.problems.content, Callback::new(|()| fetch_exercises())),
                Loaded::Ready(None) => view! { <Nowhere /> }.into_any(),
                Loaded::Ready(Some(exercise)) => view! { <Session exercise=exercise /> }.into_any(),
            }}
        </Page>
    }
}

#[component]
fn Nowhere() -> impl IntoView {
    let texts = i18n::texts();
    view! {
        <p>{texts.player.nowhere}</p>
        <A href="/exercises" attr:class="button">
            {texts.player.all}
        </A>
    }
}

#[component]
fn Session(exercise: Exercise) -> impl IntoView {
    let craving = craving_in_address();
    let playing = Playing::open(exercise.clone());
    let rated = exercise.needs_rating;
    let direct = starts_in_address();
    let cautions = if direct {
        exercise.cautions.clone()
    } else {
        Vec::new()
    };
    let exercise = StoredValue::new(exercise);
    if direct {
        playing.start(craving.get_untracked());
    }
    move || match playing.stage.get() {
        Stage::Ready => {
            view! { <Ready playing=playing exercise=exercise.get_value() craving=craving /> }
                .into_any()
        }
        Stage::Playing => {
            view! { <Running playing=playing cautions=cautions.clone() /> }.into_any()
        }
        Stage::Over => view! { <Over playing=playing rated=rated /> }.into_any(),
        Stage::Saved { craving, change } => {
            view! { <Saved craving=craving change=change /> }.into_any()
        }
    }
}
