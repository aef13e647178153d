//! Ebb in the browser: a thin shell over `ebb_core`.
//!
//! Data flows one way: a page sends an event, core says what it means, the store acknowledges it,
//! and the state that pages read follows.

#![expect(
    clippy::needless_pass_by_value,
    reason = "a component owns its properties"
)]

mod components;
mod i18n;
mod lazy;
mod pages;
mod platform;
mod routes;
mod sections;
mod state;
mod words;

use leptos::prelude::*;
use leptos_router::components::Router;

use crate::components::when;
use crate::lazy::{LazyScreen, lazy_silent, warm};
use crate::routes::Screens;
use crate::sections::{Shell, start};
use crate::state::use_journal;

fn main() {
    // The console then has file and line of a panic; `app/early.js` shows the help lines.
    console_error_panic_hook::set_once();
    if let Some(scope) = platform::work::worker_scope() {
        return platform::page::spawn(platform::work::serve(scope));
    }
    state::fetch_what_saves();
    platform::page::spawn(async {
        // Taps are heard between the start of the module and the drawing of the app.
        platform::page::yield_to_browser().await;
        let language = i18n::wanted_language();
        if language != i18n::Language::En {
            i18n::find_words(language).await;
        }
        show();
    });
}

/// Puts the app in the place of the first screen.
fn show() {
    let Some(root) = platform::page::app_root() else {
        return;
    };
    leptos::mount::mount_to(root, App).forget();
    platform::page::hide_first_screen();
}

#[component]
fn App() -> impl IntoView {
    start();
    let journal = use_journal();
    leptos::task::spawn_local(warm(journal));
    view! {
        <Router>
            <Shell>
                {when(move || journal.in_example(), || lazy_silent(LazyScreen::ExampleBar))}
                <Screens />
                {lazy_silent(LazyScreen::Everywhere)}
            </Shell>
        </Router>
    }
}
