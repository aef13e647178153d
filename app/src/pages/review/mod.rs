//! What therapists do: read what was shared, keep a key, set something.

mod key;
mod open;

use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::{NotFoundPage, Page, rest_of_address};
use crate::i18n;
use crate::sections::setting;
use crate::state::clinician_session::ClinicianSession;
use crate::state::use_notices;

/// Every screen for therapists. The desk lives as long as one of them is shown: whoever leaves
/// leaves nothing behind.
#[component]
pub fn ReviewPage() -> impl IntoView {
    let session = ClinicianSession::new();
    StoredValue::new_local(session.put_away_when_left());
    if ClinicianSession::was_put_away() {
        use_notices().say(i18n::more().clinician.put_away);
    }
    let rest = rest_of_address();
    move || {
        let rest = rest.get();
        let rest: Vec<_> = rest.iter().map(String::as_str).collect();
        // Untracked: what a screen reads while it is made must not make it anew, half filled in.
        untrack(|| match rest.as_slice() {
            [] => open::reading(session),
            ["key"] => key::own_key(session),
            ["set"] => {
                let words = &i18n::more().clinician.set;
                screen(words.title, words.lead, setting(session, None))
            }
            _ => view! { <NotFoundPage /> }.into_any(),
        })
    }
}

/// A screen with the way to the others.
fn screen(title: &'static str, lead: &'static str, inside: AnyView) -> AnyView {
    let words = &i18n::more().clinician;
    let ways = [
        ("/review", words.title),
        ("/review/key", words.key_title),
        ("/review/set", words.set.title),
        ("/desk", i18n::more().desk.title),
    ];
    let ways: Vec<_> = ways
        .into_iter()
        .filter(|(_, name)| *name != title)
        .map(|(href, name)| {
            view! {
                <A href=href attr:class="button soft">
                    {name}
                </A>
            }
            .into_any()
        })
        .collect();
    view! {
        <Page title=title name="desk">
            <p class="lead screen-only">{lead}</p>
            {inside}
            <nav class="row screen-only" aria-label=words.title>
                {ways}
            </nav>
        </Page>
    }
    .into_any()
}
