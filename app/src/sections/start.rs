//! Starting the state, and what every screen shares.

use leptos::prelude::*;

use crate::components::PageContext;
use crate::state::{self, Ebb};

/// Starts the state and gives it to every screen.
pub fn start() -> Ebb {
    let ebb = state::start();
    provide_context(ebb);
    provide_context(PageContext {
        arrived: StoredValue::new(false),
        announce: Callback::new(move |words: String| ebb.announce(words)),
        disguise: Signal::derive(move || ebb.prefs.with(|prefs| prefs.title.clone())),
    });
    ebb
}
