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

use crate::components::Shell;
use crate::pages::{
    CheckInPage, CravingPage, EntryPage, ExercisesPage, FollowUpPage, HistoryPage, InsightPage,
    NotFoundPage, NowPage, PlayerPage, SettingsPage, SlipPage, SosPage,
};

fn main() {
    // In a release a panic is a bare trap, which `public/early.js` answers with the help lines.
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    let Some(root) = platform::page::app_root() else {
        return;
    };
    leptos::mount::mount_to(root, App).forget();
    platform::page::hide_first_screen();
}

#[component]
fn App() -> impl IntoView {
    provide_meta_context();
    provide_context(state::start());
    view! {
        <Router>
            <Shell>
                <FlatRoutes fallback=NotFoundPage>
                    <Route path=path!("/") view=NowPage />
                    <Route path=path!("/craving") view=CravingPage />
                    <Route path=path!("/craving/:id") view=FollowUpPage />
                    <Route path=path!("/check-in") view=CheckInPage />
                    <Route path=path!("/slip") view=SlipPage />
                    <Route path=path!("/exercises") view=ExercisesPage />
                    <Route path=path!("/exercises/:id") view=PlayerPage />
                    <Route path=path!("/history") view=HistoryPage />
                    <Route path=path!("/history/:id") view=EntryPage />
                    <Route path=path!("/insight") view=InsightPage />
                    <Route path=path!("/sos") view=SosPage />
                    <Route path=path!("/settings") view=SettingsPage />
                </FlatRoutes>
            </Shell>
        </Router>
    }
}
