//! Help, right where an answer asked for it. It never waits for a score.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::pages::sos::crisis_help;
use crate::state::use_ebb;

/// The heading, to scroll to.
pub const CRISIS: &str = "crisis";

/// Kind words, whom to call, and the way to all other help.
pub fn crisis(going_on: bool) -> AnyView {
    let ebb = use_ebb();
    let words = &ebb.more().assess;
    view! {
        <section class="card care" aria-labelledby=CRISIS>
            <div role="alert">
                <h2 id=CRISIS>{words.crisis_title}</h2>
                <p>{words.crisis_words}</p>
            </div>
            {crisis_help()}
            <p>
                <A href="/sos" attr:class="button soft">
                    {words.crisis_sos}
                </A>
            </p>
            <p class="hint">{ebb.texts().sos.nobody_watches}</p>
            {going_on.then(|| view! { <p>{words.crisis_go_on}</p> })}
        </section>
    }
    .into_any()
}
