//! Before an exercise: what it is, what to know first, and how strong the craving is.

use ebb_core::content::exercise::Exercise;
use ebb_core::journal::RecordId;
use leptos::prelude::*;

use crate::components::{Scale, chip, evidence, when};
use crate::i18n;
use crate::sections::{aloud_choice, remind};
use crate::state::playing::{Playing, START_BUTTON, try_sound, try_vibration};
use crate::state::use_preferences;

/// The screen before the start.
#[component]
pub fn Ready(
    playing: Playing,
    exercise: Exercise,
    craving: Memo<Option<RecordId>>,
) -> impl IntoView {
    let kept = Memo::new(move |_| playing.form.with(|run| run.place.is_some()));
    let about = format!("exercise/{}", exercise.id);
    let timed = exercise.timed_ms() > 0;
    // What it is for has been rated already.
    let rated = exercise.needs_rating && craving.get_untracked().is_none();
    view! {
        <p class="lead">{exercise.summary.clone()}</p>
        {when(move || kept.get(), move || view! { <Kept playing=playing craving=craving /> }.into_any())}
        <About exercise=exercise />
        {timed.then(|| view! { <Cues /> })}
        {aloud_choice(playing.aloud)}
        {remind(&about)}
        {when(move || !kept.get(), move || view! { <Begin playing=playing rated=rated craving=craving /> }.into_any())}
    }
}

/// A run that was not finished, and the choice to go on with it.
#[component]
fn Kept(playing: Playing, craving: Memo<Option<RecordId>>) -> impl IntoView {
    let texts = i18n::texts();
    view! {
        <div class="card kept">
            <p>{texts.player.kept}</p>
            <div class="row">
                <button type="button" on:click=move |_| playing.go_on(craving.get_untracked())>
                    {texts.player.go_on}
                </button>
                <button type="button" class="quiet" on:click=move |_| playing.forget()>
                    {texts.player.afresh}
                </button>
            </div>
        </div>
    }
}

#[component]
fn About(exercise: Exercise) -> impl IntoView {
    let texts = i18n::texts();
    let minutes = (texts.exercises.minutes)(exercise.minutes.low, exercise.minutes.high);
    let items = |lines: Vec<String>| {
        lines
            .into_iter()
            .map(|line| view! { <li>{line}</li> })
            .collect_view()
    };
    let cautions = (!exercise.cautions.is_empty()).then(|| {
        view! {
            <section class="card care cautions" aria-labelledby="cautions">
                <h2 id="cautions">{texts.player.cautions}</h2>
                <ul>{items(exercise.cautions)}</ul>
            </section>
        }
    });
    view! {
        <dl class="facts">
            <dt>{texts.exercises.takes}</dt>
            <dd>{minutes}</dd>
            <dt>{texts.exercises.good_when}</dt>
            <dd>{exercise.when}</dd>
        </dl>
        {cautions}
        {evidence(&exercise.evidence)}
        <details class="more sources">
            <summary>{texts.player.sources}</summary>
            <ul>{items(exercise.sources)}</ul>
        </details>
    }
}

/// A sound and a vibration at each change, for those who close their eyes or look away.
#[component]
fn Cues() -> impl IntoView {
    let preferences = use_preferences();
    let texts = i18n::texts();
    let sound = move || {
        preferences.choose(|prefs| prefs.sound = !prefs.sound);
        if preferences.with_untracked(|prefs| prefs.sound) {
            try_sound();
        }
    };
    let vibration = move || {
        preferences.choose(|prefs| prefs.vibration = !prefs.vibration);
        if preferences.with_untracked(|prefs| prefs.vibration) {
            try_vibration();
        }
    };
    view! {
        <fieldset class="chips cues">
            <legend>{texts.player.cues}</legend>
            <div class="chip-row">
                {chip("checkbox", "sound", texts.settings.sound.to_owned(), move || preferences.with(|prefs| prefs.sound), sound)}
                {chip("checkbox", "vibration", texts.settings.vibration.to_owned(), move || preferences.with(|prefs| prefs.vibration), vibration)}
            </div>
        </fieldset>
    }
}

/// The rating before, which may be skipped, and the start.
#[component]
fn Begin(playing: Playing, rated: bool, craving: Memo<Option<RecordId>>) -> impl IntoView {
    let texts = i18n::texts();
    let form = playing.form;
    view! {
        {rated
            .then(|| {
                view! {
                    <Scale
                        legend=texts.player.before
                        name="before"
                        low=texts.craving.none
                        high=texts.craving.strongest
                        value=Signal::derive(move || form.with(|run| run.before))
                        choose=move |rating| form.update(|run| run.before = rating)
                        clear=texts.common.clear
                    />
                }
            })}
        <div class="save-bar">
            <button
                type="button"
                id=START_BUTTON
                class="main"
                on:click=move |_| playing.start(craving.get_untracked())
            >
                {texts.player.start}
            </button>
        </div>
    }
}
