//! The tokens of `styles/tokens.css`, each in use. A test holds these lists to that file.

use leptos::prelude::*;

/// Sizes of type, the smallest first. `prompt` is between its neighbours, by the width of the page.
pub const TYPE: [&str; 10] = [
    "tiny", "small", "size", "h2", "prompt", "h1", "figure-1", "figure-2", "figure-3", "display",
];
/// Distances, the smallest first.
pub const SPACE: [&str; 11] = [
    "s2", "s4", "s6", "s8", "s10", "s12", "s14", "space", "s20", "s24", "s32",
];
/// Corners, from hardly round to a half circle.
pub const CORNERS: [&str; 5] = ["round-s", "round-m", "round", "round-l", "pill"];
/// How long movements take. `breath` and `drift` go on and on.
pub const MOTION: [&str; 4] = ["quick", "calm", "breath", "drift"];
/// Colours, each after what it stands on.
pub const COLOURS: [&str; 19] = [
    "ground",
    "surface",
    "ink",
    "ink-soft",
    "line",
    "edge",
    "tide",
    "on-tide",
    "tide-soft",
    "on-tide-soft",
    "tide-deep",
    "tide-deepest",
    "swell",
    "on-deep",
    "sand",
    "care",
    "care-edge",
    "help",
    "on-help",
];

fn token(name: &str) -> String {
    format!("var(--{name})")
}

/// One specimen for each name, one below the other.
fn column(names: &[&'static str], one: impl Fn(&'static str) -> AnyView) -> AnyView {
    let all: Vec<_> = names.iter().map(|name| one(name)).collect();
    view! { <div class="stack">{all}</div> }.into_any()
}

/// One specimen for each name, side by side, with the name under it.
fn row(names: &[&'static str], one: impl Fn(&'static str) -> AnyView) -> AnyView {
    let all = names.iter().map(|&name| {
        view! {
            <figure style:margin="0">
                {one(name)} <figcaption class="hint">{name}</figcaption>
            </figure>
        }
        .into_any()
    });
    view! { <div class="row">{all.collect::<Vec<_>>()}</div> }.into_any()
}

/// A square, to be looked at in one way.
fn square(name: &'static str, of: &'static str) -> AnyView {
    view! {
        <div
            data-token=name
            style:width="4.5rem"
            style:height="3rem"
            style:border="1px solid var(--line)"
            style:background="var(--tide-soft)"
            style=(of, token(name))
        ></div>
    }
    .into_any()
}

/// Every size, and digits that stand under each other.
pub fn type_scale() -> AnyView {
    let step = |name: &'static str| {
        view! {
            <div
                data-token=name
                style:font-size=token(name)
                style:line-height="1.2"
                style:overflow-wrap="anywhere"
            >
                {name}
                " 10:47"
            </div>
        }
        .into_any()
    };
    let digits = ["1111111", "0000000"].map(|digits| {
        view! {
            <div>
                <b class="digits">{digits}</b>
            </div>
        }
        .into_any()
    });
    view! {
        {column(&TYPE, step)}
        {digits.into_iter().collect::<Vec<_>>()}
    }
    .into_any()
}

pub fn colours() -> AnyView {
    row(&COLOURS, |name| square(name, "background"))
}

pub fn space() -> AnyView {
    column(&SPACE, |name| {
        view! {
            <div class="row" style:flex-wrap="nowrap">
                <span class="hint" style:width="4rem">
                    {name}
                </span>
                <span
                    data-token=name
                    style:height="1rem"
                    style:background="var(--tide)"
                    style:width=token(name)
                ></span>
            </div>
        }
        .into_any()
    })
}

pub fn corners() -> AnyView {
    row(&CORNERS, |name| square(name, "border-radius"))
}

/// Dots that travel to the other side and back, each for as long as its token says.
pub fn motion() -> AnyView {
    let there = RwSignal::new(false);
    let dot = move |name: &'static str| {
        view! {
            <div>
                <span class="hint">{name}</span>
                <div
                    data-token=name
                    style:transition=format!("padding-inline-start {} var(--swing)", token(name))
                    style=(
                        "padding-inline-start",
                        move || if there.get() { "calc(100% - 1.4rem)" } else { "0px" },
                    )
                >
                    <div
                        style:width="1.4rem"
                        style:height="1.4rem"
                        style:border-radius="50%"
                        style:background="var(--tide)"
                    ></div>
                </div>
            </div>
        }
        .into_any()
    };
    view! {
        {column(&MOTION, dot)}
        <button type="button" class="soft" on:click=move |_| there.update(|there| *there = !*there)>
            "move"
        </button>
    }
    .into_any()
}
