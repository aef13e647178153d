//! One exercise: read about it, do it, say how it went.

mod over;
mod ready;
mod running;
mod step;

use ebb_core::content::exercise::Exercise;
use leptos::prelude::*;
use leptos_router::components::A;

use super::exercises::{Loading, Missing, craving_in_address};
use crate::components::Page;
use crate::components::id_in_address;
use crate::state::playing::{Playing, Stage};
use crate::state::{Loaded, use_ebb};
use over::{Over, Saved};
use ready::Ready;
use running::Running;

/// The screen of one exercise.
#[component]
pub fn PlayerPage() -> impl IntoView {
    let ebb = use_ebb();
    let texts = ebb.texts();
    let id = id_in_address();
    let found = Memo::new(move |_| {
        ebb.exercises.with(|loaded| match loaded {
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
                Loaded::Waiting => view! { <Loading /> }.into_any(),
                Loaded::Missing => view! { <Missing /> }.into_any(),
                Loaded::Ready(None) => view! { <Nowhere /> }.into_any(),
                Loaded::Ready(Some(exercise)) => view! { <Session exercise=exercise /> }.into_any(),
            }}
        </Page>
    }
}

#[component]
fn Nowhere() -> impl IntoView {
    let texts = use_ebb().texts();
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
    let exercise = StoredValue::new(exercise);
    move || match playing.stage.get() {
        Stage::Ready => {
            view! { <Ready playing=playing exercise=exercise.get_value() craving=craving /> }
                .into_any()
        }
        Stage::Playing => view! { <Running playing=playing /> }.into_any(),
        Stage::Over => view! { <Over playing=playing rated=rated /> }.into_any(),
        Stage::Saved { craving, change } => {
            view! { <Saved craving=craving change=change /> }.into_any()
        }
    }
}
