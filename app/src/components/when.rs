//! What is on the screen only while something holds.

use leptos::prelude::*;

/// Shows `view` while `holds` does, and makes it anew only when that changes.
///
/// One function for all uses, where Leptos's own `Show` is compiled again for each of them.
pub fn when(
    holds: impl Fn() -> bool + Send + Sync + 'static,
    view: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    shown(Signal::derive(holds), Box::new(view))
}

fn shown(holds: Signal<bool>, view: Box<dyn Fn() -> AnyView + Send + Sync>) -> AnyView {
    let holds = Memo::new(move |_| holds.get());
    (move || holds.get().then(&view)).into_any()
}
