//! Starting the state, and what every screen shares.

use leptos::prelude::*;

use crate::components::PageContext;
use crate::state;

/// Starts the state and gives it to every screen.
pub fn start() {
    let state::Contexts {
        session,
        preferences,
        ..
    } = state::start();
    provide_context(PageContext {
        arrived: StoredValue::new(false),
        announce: Callback::new(move |words: String| session.announce(words)),
        disguise: Signal::derive(move || preferences.with(|prefs| prefs.title.clone())),
    });
}
