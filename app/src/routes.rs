//! Which address shows which screen: the one table of all addresses.
//!
//! The router knows a single route, and the table is data: a route in the router's own terms is some
//! 4 kB of code each, and all of them are in the first download. What follows `?` is read by
//! `use_location`, since the router does not renew `use_query_map` while the route stays the same.

use leptos::prelude::*;
use leptos_router::components::{FlatRoutes, Route};
use leptos_router::hooks::use_location;
use leptos_router::path;

use crate::components::{NotFoundPage, address_pieces};
use crate::lazy::{LazyScreen, lazy_piece, lazy_screen, lazy_silent, prefetch, unless_locked};
use crate::pages::{CravingPage, NowPage};
use crate::state::link_under;

/// What an address shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Screen {
    Now,
    Craving,
    /// A screen that comes later and can be seen while Ebb is locked.
    Open(LazyScreen),
    /// One that shows what a person wrote.
    Private(LazyScreen),
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
            ["craving", _] => Private(LazyScreen::FollowUp),
            ["check-in"] => Private(LazyScreen::CheckIn),
            ["slip"] => Private(LazyScreen::Slip),
            ["exercises"] => Open(LazyScreen::Exercises),
            ["exercises", _] => Open(LazyScreen::Player),
            ["questionnaires"] => Private(LazyScreen::Assess),
            ["questionnaires", _] => Private(LazyScreen::Fill),
            ["lessons"] => Private(LazyScreen::Lessons),
            ["lessons", _] => Private(LazyScreen::Lesson),
            ["history", "find"] => Private(LazyScreen::Find),
            ["history", ..] => Private(LazyScreen::History),
            ["insight"] => Private(LazyScreen::Insight),
            ["sos"] => Open(LazyScreen::Sos),
            ["plans", "pictures"] => Private(LazyScreen::Keepsakes),
            ["plans", "if-then", ..] => Private(LazyScreen::IfThen),
            ["plans", "trial"] => Private(LazyScreen::Trial),
            ["reminders", ..] => Private(LazyScreen::Reminders),
            ["day", ..] => Private(LazyScreen::Day),
            ["plans", ..] => Private(LazyScreen::Plans),
            ["programme", "meetings"] => Private(LazyScreen::Meetings),
            ["programme", ..] => Private(LazyScreen::Programme),
            ["share", ..] => Private(LazyScreen::Share),
            // Not behind the lock: who reads shares here need not be who wrote the journal.
            ["review", ..] => Open(LazyScreen::Review),
            ["desk"] => Open(LazyScreen::Desk),
            ["welcome", ..] => Open(LazyScreen::Welcome),
            ["settings"] => Private(LazyScreen::Settings),
            ["settings", "lock"] => Private(LazyScreen::Lock),
            ["settings", "import"] => Private(LazyScreen::Import),
            ["settings", "backup"] => Private(LazyScreen::Backup),
            #[cfg(debug_assertions)]
            ["kit"] => Self::Kit,
            _ => Self::NotFound,
        }
    }

    /// The part of the app that it needs.
    const fn lazy(self) -> Option<LazyScreen> {
        match self {
            Self::Open(screen) | Self::Private(screen) => Some(screen),
            _ => None,
        }
    }

    fn view(self) -> AnyView {
        match self {
            Self::Now => unless_locked(|| {
                view! { <NowPage today=lazy_silent(LazyScreen::Today) /> }.into_any()
            }),
            Self::Craving => unless_locked(|| {
                view! { <CravingPage details=|| lazy_piece(LazyScreen::CravingDetails) /> }
                    .into_any()
            }),
            Self::Open(page) => lazy_screen(page),
            Self::Private(page) => unless_locked(move || lazy_screen(page)),
            #[cfg(debug_assertions)]
            Self::Kit => crate::pages::kit(),
            Self::NotFound => view! { <NotFoundPage /> }.into_any(),
        }
    }
}

/// The screen of the address.
#[component]
pub fn Screens() -> impl IntoView {
    // What a link leads to is fetched while the finger is still on it.
    let pressed = window_event_listener(leptos::ev::pointerdown, |press| {
        let path = link_under(&press);
        let screen = path.and_then(|path| Screen::of(&address_pieces(&path)).lazy());
        screen.into_iter().for_each(prefetch);
    });
    on_cleanup(move || pressed.remove());
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
