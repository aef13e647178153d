//! The first minute: what Ebb is for, what it promises, where words are kept. It is offered and
//! never in the way, and a craving and SOS stay one tap away from each of its screens.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::components::A;
use leptos_router::hooks::use_navigate;

use crate::components::{Page, browser_truth, rest_of_address};
use crate::i18n;
use crate::i18n::Welcome;
use crate::sections::{example_button, home_screen};
use crate::state::{StorageTruth, storage_truth, use_preferences};

const STEPS: usize = 3;

/// The three screens.
#[component]
pub fn WelcomePage() -> impl IntoView {
    let rest = rest_of_address();
    let step = Memo::new(move |_| {
        let named = rest.with(|rest| rest.first().and_then(|step| step.parse().ok()));
        named.map_or(1, |step: usize| step.clamp(1, STEPS))
    });
    move || screen(step.get())
}

fn screen(step: usize) -> AnyView {
    let words = &i18n::more().welcome;
    let (title, inside) = match step {
        1 => (words.purpose.title, purpose(words)),
        2 => (words.promise.title, promise(words)),
        _ => (words.kept.title, kept(words)),
    };
    let count = (words.step)(step, STEPS);
    view! {
        <Page title=title name="welcome">
            <p class="hint">{count}</p>
            {inside}
            {onward(step)}
        </Page>
    }
    .into_any()
}

fn list(lines: &'static [&'static str]) -> AnyView {
    let lines: Vec<_> = lines
        .iter()
        .map(|line| view! { <li>{*line}</li> })
        .collect();
    view! { <ul class="stack">{lines}</ul> }.into_any()
}

fn purpose(words: &'static Welcome) -> AnyView {
    view! {
        <p class="lead">{words.purpose.lead}</p>
        <svg class="welcome-wave" viewBox="0 0 320 96" aria-hidden="true">
            <path d="M0 84c60 0 74-64 124-64s70 56 196 56v20H0Z" opacity="0.25" />
            <path
                class="line"
                d="M0 84c60 0 74-64 124-64s70 56 196 56"
                fill="none"
                stroke="currentColor"
                stroke-width="4"
                stroke-linecap="round"
            />
        </svg>
        {list(&words.purpose.list)}
    }
    .into_any()
}

fn promise(words: &'static Welcome) -> AnyView {
    view! {
        <p class="lead">{words.promise.lead}</p>
        {list(&words.promise.list)}
    }
    .into_any()
}

fn kept(words: &'static Welcome) -> AnyView {
    let truth = RwSignal::new(None::<StorageTruth>);
    leptos::task::spawn_local(async move {
        truth.try_set(Some(storage_truth().await));
    });
    let texts = &i18n::texts().settings;
    view! {
        <p class="lead">{words.kept.lead}</p>
        // Seen once it is whole, so that nothing of it moves.
        <div class="stack" class:settling=move || truth.with(Option::is_none)>
            <ul class="stack">
                {move || truth.get().map(browser_truth)}
                <li>{texts.private_window}</li>
                {words.kept.list.map(|line| view! { <li>{line}</li> })}
            </ul>
            {home_screen()}
            <p>{example_button()}</p>
        </div>
    }
    .into_any()
}

/// The way on, the way out, and the craving button.
fn onward(step: usize) -> AnyView {
    let preferences = use_preferences();
    let words = &i18n::more().welcome;
    let craving = i18n::texts().now.craving;
    let navigate = use_navigate();
    let leave = move |_| {
        preferences.storage_told();
        navigate("/", NavigateOptions::default());
    };
    let back = (step > 1).then(|| {
        view! {
            <A href=format!("/welcome/{}", step - 1) attr:class="button quiet">
                {words.back}
            </A>
        }
    });
    if step < STEPS {
        view! {
            <div class="welcome-on">
                <A href="/craving" attr:class="button soft">
                    {craving}
                </A>
                <div class="row">
                    <button type="button" class="quiet" on:click=leave>
                        {words.skip}
                    </button>
                    <A href=format!("/welcome/{}", step + 1) attr:class="button">
                        {words.next}
                    </A>
                </div>
            </div>
        }
        .into_any()
    } else {
        view! {
            <div class="welcome-on">
                <A href="/craving" attr:class="button soft">
                    {craving}
                </A>
                <div class="row">
                    {back}
                    <button type="button" on:click=leave>
                        {words.begin}
                    </button>
                </div>
            </div>
        }
        .into_any()
    }
}
