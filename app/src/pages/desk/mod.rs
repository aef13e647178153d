//! A therapist's desk: shares of many people, kept and sealed.

mod files;
mod list;
mod person;

use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::{Page, Problem, Secret, Strength, card, tick_box, when};
use crate::sections::progress_button;
use crate::state::clinician_session::ClinicianSession;
use crate::state::desk::{DeskOpening, DeskSession, NotKept};
use crate::state::{CancellableTask, SaveError, use_notices};
use crate::{i18n, words};

/// The heading of a person's page, where a keyboard goes on.
const TITLE: &str = "desk-person";

/// The desk lives as long as its screen is shown: whoever leaves locks it.
#[component]
pub fn DeskPage() -> impl IntoView {
    let clinician = ClinicianSession::new();
    StoredValue::new_local(clinician.put_away_when_left());
    if ClinicianSession::was_put_away() {
        use_notices().say(i18n::more().clinician.put_away);
    }
    let desk = DeskSession::new(clinician);
    let words = &i18n::more().desk;
    // The code of a desk that was made just now is shown once.
    let recovery = RwSignal::new(None::<String>);
    let opening = Memo::new(move |_| desk.opening.get());
    let inside = move || {
        if let Some(code) = recovery.get() {
            return untrack(|| keep_code(desk, code, recovery));
        }
        match opening.get() {
            DeskOpening::Waiting => {
                view! { <p class="hint">{i18n::texts().common.opening}</p> }.into_any()
            }
            DeskOpening::None => untrack(|| make(desk, recovery)),
            DeskOpening::Locked => untrack(|| unlock(desk)),
            DeskOpening::Open => untrack(|| list::people(desk)),
            DeskOpening::Failed(error) => {
                let says = i18n::texts().problems.store(error);
                view! { <p class="problem">{says}</p> }.into_any()
            }
        }
    };
    view! {
        <Page title=words.title name="desk">
            <p class="lead screen-only">{words.lead}</p>
            {inside}
            // Not where what is being opened would push it away.
            {when(move || opening.get() != DeskOpening::Waiting, below)}
        </Page>
    }
}

/// What keeping means, and the ways to where nothing is kept: it stands under every view of the desk.
fn below() -> AnyView {
    let words = &i18n::more().desk;
    view! {
        <aside class="card screen-only" aria-labelledby="desk-law">
            <h2 id="desk-law">{words.law_title}</h2>
            <p>{words.law}</p>
        </aside>
        <nav class="row screen-only" aria-label=words.title>
            <A href="/review" attr:class="button soft">
                {i18n::more().clinician.title}
            </A>
            <A href="/review/key" attr:class="button soft">
                {i18n::more().clinician.key_title}
            </A>
        </nav>
    }
    .into_any()
}

fn make(desk: DeskSession, recovery: RwSignal<Option<String>>) -> AnyView {
    let words = &i18n::more().desk;
    let agreed = RwSignal::new(false);
    let passphrase = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<String>);
    let refused = RwSignal::new(None::<String>);
    let task = CancellableTask::new();
    let submit = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        problem.set(None);
        refused.set(None);
        if !agreed.get_untracked() {
            refused.set(Some(words.must_agree.to_owned()));
            return;
        }
        task.run(async move {
            match desk.make(passphrase.get_untracked()).await {
                Ok(code) => drop(recovery.try_set(Some(code))),
                Err(error) => {
                    drop(problem.try_set(Some(words::not_unlocked(error, false).to_owned())));
                }
            }
        });
    };
    let inside = view! {
        <p>{words.make_lead}</p>
        <form on:submit=submit novalidate>
            {tick_box(
                "desk-agree",
                words.agree.to_owned(),
                move || agreed.get(),
                move || agreed.update(|agreed| *agreed = !*agreed),
            )}
            <Problem words=refused id="desk-agree-problem" />
            <Secret
                label=words.passphrase
                id="desk-new-passphrase"
                new=true
                value=passphrase
                problem=problem
                hint=i18n::more().lock.passphrase_hint
            />
            <Strength of=passphrase />
            {progress_button(task, words.make, i18n::more().lock.making)}
        </form>
    };
    card("desk-make", words.make_title, inside.into_any())
}

fn keep_code(desk: DeskSession, code: String, recovery: RwSignal<Option<String>>) -> AnyView {
    let words = &i18n::more().desk;
    let problem = RwSignal::new(None::<String>);
    let task = CancellableTask::new();
    let submit = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        task.run(async move {
            match desk.begin_after_making().await {
                Ok(()) => drop(recovery.try_set(None)),
                Err(error) => {
                    drop(problem.try_set(Some(words::not_unlocked(error, false).to_owned())));
                }
            }
        });
    };
    let inside = view! {
        <p>{words.recovery_words}</p>
        <p class="code" id="desk-code">
            {code}
        </p>
        <form on:submit=submit novalidate>
            <Problem words=problem id="desk-code-problem" />
            {progress_button(task, words.recovery_kept, i18n::texts().common.opening)}
        </form>
    };
    card("desk-recovery", words.recovery_title, inside.into_any())
}

fn unlock(desk: DeskSession) -> AnyView {
    let words = &i18n::more().desk;
    let secret = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<String>);
    let task = CancellableTask::new();
    let notices = use_notices();
    let submit = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        problem.set(None);
        task.run(async move {
            match desk.unlock(secret.get_untracked()).await {
                Ok(0) => {}
                Ok(removed) => notices.say((words.expired)(removed)),
                Err(error) => {
                    drop(problem.try_set(Some(words::not_unlocked(error, false).to_owned())));
                }
            }
        });
    };
    let inside = view! {
        <form on:submit=submit novalidate>
            <Secret
                label=words.unlock_secret
                id="desk-secret"
                value=secret
                problem=problem
            />
            {progress_button(task, words.unlock, i18n::more().share.opening)}
        </form>
    };
    card("desk-unlock", words.unlock_title, inside.into_any())
}

/// Why something was not kept, in words.
fn not_kept(error: NotKept) -> String {
    match error {
        NotKept::Refused(refused) => words::refused(refused),
        NotKept::AlreadyThere => i18n::more().desk.already_there.to_owned(),
        NotKept::Store(error) => words::not_saved(SaveError::from(error)).to_owned(),
    }
}
