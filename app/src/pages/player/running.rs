//! An exercise under way: how far it is, the step, and the buttons.

use ebb_core::content::exercise::{Motion, Status};
use leptos::prelude::*;

use super::scene::{Scene, sea};
use super::step::StepView;
use crate::components::when;
use crate::i18n;
use crate::state::is_on_control;
use crate::state::playing::{MAIN_BUTTON, Playing, thousandths};

const MINUTE_MS: u64 = 60_000;

/// The screen of a running exercise.
#[component]
pub fn Running(
    playing: Playing,
    /// What to know, where nobody has read it before the start.
    cautions: Vec<String>,
) -> impl IntoView {
    let scene = Scene::of(&playing.id());
    let surfs = scene == Scene::Surf;
    let step = Memo::new(move |_| playing.view.with(|view| view.step));
    let paused = Memo::new(move |_| playing.view.with(|view| view.status) == Status::Paused);
    view! {
        <section
            class="run"
            class:paused=paused
            class:run-surf=surfs
            on:click=move |ev| {
                if !is_on_control(&ev) {
                    playing.next_by_tap_anywhere();
                }
            }
        >
            <HowFar playing=playing step=step timed=!surfs />
            {strip(cautions)}
            {move || {
                playing
                    .step(step.get())
                    .map(|one| {
                        view! { <StepView playing=playing step=one index=step.get() scene=scene /> }
                    })
            }}
            {surfs.then(|| sea(playing))}
            <Buttons playing=playing step=step paused=paused />
        </section>
    }
}

/// What to know, in two lines that stay; a tap shows all of it.
fn strip(cautions: Vec<String>) -> Option<AnyView> {
    let mut cautions = cautions.into_iter();
    let first = cautions.next()?;
    let rest: Vec<_> = cautions
        .map(|line| view! { <p>{line}</p> }.into_any())
        .collect();
    let strip = view! {
        <details class="strip">
            <summary>
                <span>{first}</span>
            </summary>
            {rest}
        </details>
    };
    Some(strip.into_any())
}

/// The bar moves with every frame and is only for the eye; the progress that is read out moves
/// with the steps, because some readers beep at each change of one.
#[component]
fn HowFar(
    playing: Playing,
    step: Memo<usize>,
    /// Whether it tells how long it still takes.
    timed: bool,
) -> impl IntoView {
    let texts = i18n::texts();
    let view = playing.view;
    let steps = view.with_untracked(|view| view.steps);
    let left = Memo::new(move |_| {
        let minutes = match view.with(|view| view.remaining_ms)? {
            ms if ms < MINUTE_MS => 0,
            ms => (ms + MINUTE_MS / 2) / MINUTE_MS,
        };
        // The last seconds say little when steps that wait for a tap are still to come.
        (minutes > 0 || !playing.waits_from(step.get())).then_some(minutes)
    });
    let done = Memo::new(move |_| thousandths(view.with(|view| view.progress)));
    view! {
        <div class="how-far">
            <label for="run-progress">
                {move || (texts.player.step)((step.get() + 1).min(steps), steps)}
            </label>
            {timed
                .then(|| {
                    view! {
                        <span class="left">
                            {move || match left.get() {
                                Some(minutes) => (texts.player.left)(minutes),
                                None => texts.player.own_pace.to_owned(),
                            }}
                        </span>
                    }
                })}
            <progress
                id="run-progress"
                class="unseen"
                max=steps.to_string()
                value=move || step.get().to_string()
            ></progress>
            <div class="bar" aria-hidden="true" style=("--done", move || done.get())></div>
        </div>
    }
}

#[component]
fn Buttons(playing: Playing, step: Memo<usize>, paused: Memo<bool>) -> impl IntoView {
    let texts = i18n::texts();
    let view = playing.view;
    let timed = Memo::new(move |_| {
        let moment = view.with(|view| view.moment);
        matches!(moment, Motion::Timed { .. } | Motion::Breath(_))
    });
    let last = Memo::new(move |_| view.with(|view| view.step + 1 >= view.steps));
    let onward = move || {
        view! {
            <button type="button" id=MAIN_BUTTON class="main" on:click=move |_| playing.next()>
                {move || if last.get() { texts.player.finish } else { texts.player.next }}
            </button>
        }
        .into_any()
    };
    let pause = move || {
        view! {
            <button
                type="button"
                id=MAIN_BUTTON
                class="main"
                on:click=move |_| playing.pause_or_resume()
            >
                {move || if paused.get() { texts.player.resume } else { texts.player.pause }}
            </button>
        }
        .into_any()
    };
    view! {
        <div class="run-buttons">
            {when(move || timed.get(), pause)}
            {when(move || !timed.get(), onward)}
            <div class="run-others">
                {when(move || timed.get() || step.get() != 0, move || view! { <button type="button" class="quiet" on:click=move |_| playing.back()>
                        {texts.player.back}
                    </button> }.into_any())}
                {when(move || timed.get(), move || view! { <button type="button" class="quiet" on:click=move |_| playing.next()>
                        {texts.player.skip}
                    </button> }.into_any())}
                // At the last step that waits, the big button is this one.
                {when(move || timed.get() || !last.get(), move || view! { <button type="button" class="quiet" on:click=move |_| playing.finish()>
                        {texts.player.finish}
                    </button> }.into_any())}
            </div>
        </div>
    }
}
