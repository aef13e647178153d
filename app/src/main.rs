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
mod pages;
mod platform;
mod state;

use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::path;

use crate::components::{Shell, when};
use crate::pages::{
    CravingPage, Later, NotFoundPage, NowPage, SosPage, later, quietly, unless_locked,
};

fn main() {
    // The console then has file and line of a panic; `app/early.js` shows the help lines.
    console_error_panic_hook::set_once();
    wasm_bindgen_futures::spawn_local(async {
        // Taps are heard between the start of the module and the drawing of the app.
        platform::page::turn().await;
        let language = state::wanted_language();
        if language != state::Language::En {
            state::find_words(language).await;
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
    provide_meta_context();
    let ebb = state::start();
    provide_context(ebb);
    view! {
        <Router>
            <Shell>
                {when(move || ebb.in_example(), || quietly(Later::ExampleBar))}
                <FlatRoutes fallback=elsewhere>
                    <Route path=path!("/") view=|| unless_locked(|| view! { <NowPage /> }.into_any()) />
                    <Route path=path!("/craving") view=|| unless_locked(|| view! { <CravingPage /> }.into_any()) />
                    <Route path=path!("/craving/:id") view=|| private(Later::FollowUp) />
                    <Route path=path!("/check-in") view=|| private(Later::CheckIn) />
                    <Route path=path!("/slip") view=|| private(Later::Slip) />
                    <Route path=path!("/exercises") view=|| later(Later::Exercises) />
                    <Route path=path!("/exercises/:id") view=|| later(Later::Player) />
                    <Route path=path!("/questionnaires") view=|| private(Later::Assess) />
                    <Route path=path!("/questionnaires/:id") view=|| private(Later::Fill) />
                    <Route path=path!("/lessons") view=|| private(Later::Lessons) />
                    <Route path=path!("/lessons/:id") view=|| private(Later::Lesson) />
                    <Route path=path!("/history/*rest") view=|| private(Later::History) />
                    <Route path=path!("/insight") view=|| private(Later::Insight) />
                    <Route path=path!("/sos") view=SosPage />
                    <Route path=path!("/plans/*rest") view=|| private(Later::Plans) />
                    <Route path=path!("/programme/*rest") view=|| private(Later::Programme) />
                    <Route path=path!("/share/*rest") view=|| private(Later::Share) />
                    // Not behind the lock: who reads shares here need not be who wrote the journal.
                    <Route path=path!("/review/*rest") view=|| later(Later::Review) />
                    <Route path=path!("/welcome/*rest") view=|| later(Later::Welcome) />
                    <Route path=path!("/settings") view=|| private(Later::Settings) />
                    <Route path=path!("/settings/lock") view=|| private(Later::Lock) />
                    <Route path=path!("/settings/backup") view=|| private(Later::Backup) />
                </FlatRoutes>
                {quietly(Later::Everywhere)}
            </Shell>
        </Router>
    }
}

/// What an address shows that is none of the above.
fn elsewhere() -> AnyView {
    #[cfg(debug_assertions)]
    if leptos_router::hooks::use_location()
        .pathname
        .with_untracked(|path| path == "/kit")
    {
        return pages::kit();
    }
    view! { <NotFoundPage /> }.into_any()
}

/// A screen that comes later and shows what a person wrote.
fn private(page: Later) -> AnyView {
    unless_locked(move || later(page))
}
