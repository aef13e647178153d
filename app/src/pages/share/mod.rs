//! Sharing: choosing and handing over, with whom, what comes back, and taking all for oneself.

mod choose;
mod hand_over;
mod mine;
mod people;
pub mod qr;
pub mod scan;
mod tasks;

pub use hand_over::file_ready;
pub use people::key_of;

use leptos::prelude::*;
use leptos_router::components::A;

use super::NotFoundPage;
use super::plans::once_open;
use crate::components::Page;
use crate::state::use_ebb;

/// Every screen of sharing.
#[component]
pub fn SharePage() -> impl IntoView {
    let title = use_ebb().more().share.title;
    once_open(title, |rest| match rest {
        // Untracked: what a screen reads while it is made must not make it anew, half filled in.
        [] => untrack(home),
        ["people"] => untrack(people::people),
        ["assignments"] => untrack(tasks::tasks),
        ["mine"] => untrack(mine::mine),
        _ => view! { <NotFoundPage /> }.into_any(),
    })
}

fn home() -> AnyView {
    let texts = &use_ebb().more().share;
    view! {
        <Page title=texts.title name="share">
            <p class="lead">{texts.lead}</p>
            {choose::choose()}
            <nav class="row" aria-label=texts.title>
                <A href="/share/people" attr:class="button soft">
                    {texts.people_title}
                </A>
                <A href="/share/assignments" attr:class="button soft">
                    {texts.tasks_title}
                </A>
                <A href="/share/mine" attr:class="button soft">
                    {texts.mine_title}
                </A>
            </nav>
        </Page>
    }
    .into_any()
}
