//! Sharing: choosing and handing over, with whom, what comes back, and taking all for oneself.

mod choose;
mod hand_over;
mod mine;
mod people;
mod tasks;

use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::{NotFoundPage, Page};
use crate::i18n;
use crate::sections::once_open;

/// Every screen of sharing.
#[component]
pub fn SharePage() -> impl IntoView {
    let title = i18n::more().share.title;
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
    let texts = &i18n::more().share;
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
