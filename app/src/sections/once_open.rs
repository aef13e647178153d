//! What waits for the journal.

use leptos::prelude::*;

use crate::components::{Page, rest_of_address};
use crate::i18n;
use crate::state::{Opening, use_session};

/// A section's screen, once the journal is open.
pub fn once_open(
    title: &'static str,
    screen: impl Fn(&[&str]) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let session = use_session();
    let rest = rest_of_address();
    let waiting = Memo::new(move |_| session.opening.get() == Opening::Waiting);
    (move || {
        if waiting.get() {
            let words = i18n::texts().common.opening;
            return view! {
                <Page title=title name="waiting">
                    <p class="hint">{words}</p>
                </Page>
            }
            .into_any();
        }
        let rest = rest.get();
        let pieces: Vec<_> = rest.iter().map(String::as_str).collect();
        screen(&pieces)
    })
    .into_any()
}
