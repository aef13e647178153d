//! After an exercise: how it is now, saving it, and where to go next.

use ebb_core::journal::RecordId;
use ebb_core::log::Finish;
use leptos::prelude::*;
use leptos_router::components::A;

use super::step::Own;
use crate::components::{Lines, Scale};
use crate::sections::save_bar;
use crate::state::forms::RunForm;
use crate::state::playing::{END_HEADING, Playing};
use crate::{i18n, words};

/// The screen of an exercise that is over and not saved yet.
#[component]
pub fn Over(playing: Playing, rated: bool) -> impl IntoView {
    let texts = i18n::texts();
    let form = playing.form;
    let early = form.with_untracked(|run| run.finish) == Some(Finish::Early);
    let title = if early {
        texts.player.stopped
    } else {
        texts.player.completed
    };
    let seconds = form.with_untracked(|run| {
        let practised = run.place.as_ref().map_or(0, |place| place.practised_ms);
        u32::try_from(practised / 1000).unwrap_or(u32::MAX)
    });
    let play_on = early.then(|| {
        view! {
            <button type="button" class="quiet" on:click=move |_| playing.play_on()>
                {texts.player.play_on}
            </button>
        }
    });
    let save = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        playing.save();
    };
    view! {
        <section class="over" aria-labelledby=END_HEADING>
            <h2 id=END_HEADING tabindex="-1">
                {title}
            </h2>
            <p class="lead">{(texts.player.practised)(seconds)}</p>
            {play_on}
            <form on:submit=save novalidate autocomplete="off">
                {rated.then(|| view! { <After playing=playing /> })}
                <TooLong playing=playing />
                <Lines
                    label=texts.player.note
                    id="note"
                    value=Signal::derive(move || form.with(|run| run.note.clone()))
                    write=move |text| form.update(|run| run.note = text)
                    problem=words::wrong(playing.draft().problem("note"))
                />
                {save_bar(playing.draft())}
            </form>
        </section>
    }
}

/// The rating after, and what became of the one before.
#[component]
fn After(playing: Playing) -> impl IntoView {
    let texts = i18n::texts();
    let form = playing.form;
    view! {
        <Scale
            legend=texts.player.after
            name="after"
            low=texts.craving.none
            high=texts.craving.strongest
            value=Signal::derive(move || form.with(|run| run.after))
            choose=move |rating| form.update(|run| run.after = rating)
            clear=texts.common.clear
        />
        <div role="status" class="change">
            {move || {
                let change = form.with(RunForm::change);
                change.map(|change| view! { <p class="card">{(texts.player.change)(change)}</p> })
            }}
        </div>
    }
}

/// What is too long to be kept, to be shortened here. The list stays as it was on arrival, so
/// that no field goes away under the hands of the person who mends it.
#[component]
fn TooLong(playing: Playing) -> impl IntoView {
    let fields = playing.form.with_untracked(RunForm::too_long);
    fields
        .into_iter()
        .filter_map(|(id, field)| {
            let prompt = playing.step_named(&id)?.prompt().to_owned();
            Some(view! { <Own playing=playing id=id prompt=prompt hint=None field=field /> })
        })
        .collect_view()
}

/// The screen of an exercise that is in the journal.
#[component]
pub fn Saved(craving: Option<RecordId>, change: Option<i8>) -> impl IntoView {
    let texts = i18n::texts();
    let back = craving.map(|craving| {
        view! {
            <A href=format!("/craving/{craving}") attr:class="button">
                {texts.player.to_craving}
            </A>
        }
    });
    let now = if craving.is_some() {
        "button soft"
    } else {
        "button"
    };
    view! {
        <section class="over" aria-labelledby=END_HEADING>
            <h2 id=END_HEADING class="saved" tabindex="-1">
                {texts.common.saved}
            </h2>
            <p class="lead">{texts.player.saved}</p>
            {change.map(|change| view! { <p class="card">{(texts.player.change)(change)}</p> })}
            <div class="stack ways">
                {back} <A href="/" attr:class=now>
                    {texts.player.to_now}
                </A> <A href="/exercises" attr:class="button soft">
                    {texts.player.another}
                </A>
            </div>
        </section>
    }
}
