//! What moves while an exercise runs: the sea that an urge is ridden on, the box that a breath
//! draws, the body that attention walks through, or water that ebbs away with the time.

use ebb_core::content::exercise::{Breath, Motion, PlayerView};
use leptos::prelude::*;

use crate::state::playing::{Playing, thousandths};

/// Four waves, of which two are seen at a time; the sea drifts by two of them.
const SEA: &str = r#"<svg viewBox="0 0 800 100" preserveAspectRatio="none"><path d="M0 4C36 4 64 24 100 24S164 4 200 4S264 24 300 24S364 4 400 4S464 24 500 24S564 4 600 4S664 24 700 24S764 4 800 4V100H0Z"/></svg>"#;
const BOX: &str = r#"<svg viewBox="0 0 100 100"><path class="box-line" d="M4 96V4H96V96Z"/><path class="box-done" pathLength="4" d="M4 96V4H96V96Z"/></svg>"#;
/// Feet, legs, seat, belly, chest, arms, head: in the order in which attention walks.
const BODY: [&str; 7] = [
    "M30 184a8 5 0 0 1 16 0M54 184a8 5 0 0 1 16 0",
    "M44 118 40 172M56 118 60 172",
    "M40 104H60",
    "M42 84H58",
    "M40 50H60M41 64H59",
    "M30 48 20 104M70 48 80 104",
    "M50 34V22a1 1 0 0 0 0-2",
];

/// What an exercise looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scene {
    /// The sea.
    Surf,
    /// A box.
    Box,
    /// A body.
    Body,
    /// A board of blocks.
    Blocks,
    /// Breath and water.
    Plain,
}

impl Scene {
    /// The scene of the exercise with this id.
    pub fn of(id: &str) -> Self {
        match id {
            "urge-surfing" => Self::Surf,
            "box-breathing" => Self::Box,
            "body-scan" => Self::Body,
            "block-game" => Self::Blocks,
            _ => Self::Plain,
        }
    }
}

/// Waves that drift, on water that rises to a peak and ebbs, and whoever rides them on a crest.
/// Where a person wants no motion the water changes with the steps alone.
pub fn sea(playing: Playing) -> AnyView {
    let level = Memo::new(move |_| thousandths(playing.view.with(PlayerView::swell)));
    let stepped = Memo::new(move |before: Option<&(usize, String)>| {
        let step = playing.view.with(|view| view.step);
        match before {
            Some(before) if before.0 == step => before.clone(),
            _ => (step, level.get_untracked()),
        }
    });
    view! {
        <div
            class="sea"
            aria-hidden="true"
            style=("--level", move || level.get())
            style=("--stepped", move || stepped.with(|(_, level)| level.clone()))
        >
            <div class="sea-body">
                <div class="sea-far" inner_html=SEA></div>
                <div class="sea-near" inner_html=SEA></div>
                <div class="surfer">
                    <span></span>
                </div>
            </div>
        </div>
    }
    .into_any()
}

/// A box whose sides are drawn one after the other, with `words` inside.
pub fn breath_box(breath: Memo<Option<Breath>>, words: AnyView) -> AnyView {
    // Up, across, down and back.
    let place = move || {
        let Some(breath) = breath.get() else {
            return (0, 0.0, 0.0, 1.0);
        };
        let done = breath.fraction;
        let (x, y) = match breath.phase {
            0 => (0.0, 1.0 - done),
            1 => (done, 0.0),
            2 => (1.0, done),
            _ => (1.0 - done, 1.0),
        };
        (breath.phase.min(3), done, x, y)
    };
    view! {
        <div
            class="circle box"
            style=("--side", move || place().0.to_string())
            style=("--done", move || thousandths(place().1))
            style=("--x", move || thousandths(place().2))
            style=("--y", move || thousandths(place().3))
        >
            <div class="box-sides" aria-hidden="true" inner_html=BOX></div>
            <span class="box-dot" aria-hidden="true"></span>
            {words}
        </div>
    }
    .into_any()
}

/// A body, lit where the step's attention is: nowhere at first, everywhere at the end.
pub fn body(step: usize) -> AnyView {
    let parts = BODY.iter().zip(1..).map(|(part, at)| {
        let lit = step == at || step > BODY.len();
        view! { <path class:lit=lit d=*part></path> }.into_any()
    });
    let parts: Vec<_> = parts.collect();
    view! {
        <div class="body-map" aria-hidden="true">
            <svg viewBox="0 0 100 196">{parts}</svg>
        </div>
    }
    .into_any()
}

/// Water that ebbs away with the time of a step.
pub fn water(playing: Playing, words: AnyView) -> AnyView {
    let fill = Memo::new(move |_| {
        let left = match playing.view.with(|view| view.moment) {
            Motion::Timed { fraction, .. } => 1.0 - fraction,
            _ => 0.0,
        };
        thousandths(left)
    });
    view! {
        <div class="circle water" style=("--fill", move || fill.get())>
            {words}
        </div>
    }
    .into_any()
}
