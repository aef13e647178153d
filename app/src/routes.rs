//! Which address shows which screen: the one table of all addresses.
//!
//! The router knows a single route, and the table is data: a route in the router's own terms is some
//! 4 kB of code each, and all of them are in the first download. What follows `?` is read by
//! `use_location`, since the router does not renew `use_query_map` while the route stays the same.

use leptos::prelude::*;
use leptos_router::components::{FlatRoutes, Route};
use leptos_router::hooks::use_location;
use leptos_router::path;

use crate::components::address_pieces;
use crate::pages::{CravingPage, Later, NotFoundPage, NowPage, SosPage, later, unless_locked};

/// What an address shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Screen {
    Now,
    Craving,
    Sos,
    /// A screen that comes later and can be seen while Ebb is locked.
    Open(Later),
    /// One that shows what a person wrote.
    Private(Later),
    #[cfg(debug_assertions)]
    Kit,
    NotFound,
}

impl Screen {
    fn of(pieces: &[&str]) -> Self {
        use Screen::{Open, Private};
        match pieces {
            [] => Self::Now,
            ["craving"] => Self::Craving,
            ["craving", _] => Private(Later::FollowUp),
            ["check-in"] => Private(Later::CheckIn),
            ["slip"] => Private(Later::Slip),
            ["exercises"] => Open(Later::Exercises),
            ["exercises", _] => Open(Later::Player),
            ["questionnaires"] => Private(Later::Assess),
            ["questionnaires", _] => Private(Later::Fill),
            ["lessons"] => Private(Later::Lessons),
            ["lessons", _] => Private(Later::Lesson),
            ["history", ..] => Private(Later::History),
            ["insight"] => Private(Later::Insight),
            ["sos"] => Self::Sos,
            ["plans", ..] => Private(Later::Plans),
            ["programme", ..] => Private(Later::Programme),
            ["share", ..] => Private(Later::Share),
            // Not behind the lock: who reads shares here need not be who wrote the journal.
            ["review", ..] => Open(Later::Review),
            ["welcome", ..] => Open(Later::Welcome),
            ["settings"] => Private(Later::Settings),
            ["settings", "lock"] => Private(Later::Lock),
            ["settings", "backup"] => Private(Later::Backup),
            #[cfg(debug_assertions)]
            ["kit"] => Self::Kit,
            _ => Self::NotFound,
        }
    }

    fn view(self) -> AnyView {
        match self {
            Self::Now => unless_locked(|| view! { <NowPage /> }.into_any()),
            Self::Craving => unless_locked(|| view! { <CravingPage /> }.into_any()),
            Self::Sos => view! { <SosPage /> }.into_any(),
            Self::Open(page) => later(page),
            Self::Private(page) => unless_locked(move || later(page)),
            #[cfg(debug_assertions)]
            Self::Kit => crate::pages::kit(),
            Self::NotFound => view! { <NotFoundPage /> }.into_any(),
        }
    }
}

/// The screen of the address.
#[component]
pub fn Screens() -> impl IntoView {
    view! {
        <FlatRoutes fallback=|| ()>
            <Route path=path!("/*path") view=AnyScreen />
        </FlatRoutes>
    }
}

#[component]
fn AnyScreen() -> impl IntoView {
    let path = use_location().pathname;
    let screen = Memo::new(move |_| path.with(|path| Screen::of(&address_pieces(path))));
    move || screen.get().view()
}
