//! Sealing what was previewed, handing the file over, and saying that it was.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;

use crate::components::Problem;
use crate::sections::{file_ready, progress_button};
use crate::state::sealed::Sealed;
use crate::state::share::Prepared;
use crate::state::{CancellableTask, share, use_journal};
use crate::{i18n, words};

/// Who can open it, then the file.
pub fn hand_over(prepared: Prepared, back: RwSignal<Option<Prepared>>) -> AnyView {
    let sealed = RwSignal::new(None::<Sealed>);
    (move || match sealed.get() {
        None => untrack(|| seal(prepared.clone(), sealed)),
        Some(file) => untrack(|| {
            let texts = &i18n::more().share;
            let close = Callback::new(move |()| back.set(None));
            let names = name_of(&prepared);
            view! {
                {file_ready(texts.sealed, file, (texts.sealed_for)(&names), close)}
                {handed(prepared.clone())}
            }
            .into_any()
        }),
    })
    .into_any()
}

fn name_of(prepared: &Prepared) -> String {
    let name = prepared.recipient.as_ref().map(|one| one.name.as_str());
    name.unwrap_or_default().to_owned()
}

fn seal(prepared: Prepared, sealed: RwSignal<Option<Sealed>>) -> AnyView {
    let journal = use_journal();
    let (texts, trust) = (&i18n::more().share, &i18n::more().trust);
    let problem = RwSignal::new(None);
    let task = CancellableTask::new();
    let opens = match &prepared.recipient {
        Some(one) => {
            let who = (texts.sealed_for)(one.name.as_str());
            format!("{who} {}", trust.will_be_signed)
        }
        None => format!("{}. {}", texts.by_phrase, texts.by_phrase_hint),
    };
    let submit = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        problem.set(None);
        let prepared = prepared.clone();
        task.run(async move {
            match share::seal_share(journal, &prepared).await {
                Ok(file) => drop(sealed.try_set(Some(file))),
                Err(error) => drop(problem.try_set(Some(words::refused(error)))),
            }
        });
    };
    view! {
        <section class="card" aria-labelledby="hand-over">
            <h2 id="hand-over">{texts.hand_over}</h2>
            <form on:submit=submit novalidate>
                <p dir="auto">{opens}</p>
                <Problem words=problem id="seal-problem" />
                {progress_button(task, texts.seal, texts.sealing)}
            </form>
            <p class="aside">
                <A href="/share/people">{texts.people_title}</A>
            </p>
        </section>
    }
    .into_any()
}

/// Only the person knows whether it has arrived.
fn handed(prepared: Prepared) -> AnyView {
    let journal = use_journal();
    let (texts, trust) = (&i18n::more().share, &i18n::more().trust);
    let done = RwSignal::new(false);
    let problem = RwSignal::new(None::<String>);
    let who = match &prepared.recipient {
        Some(one) => one.name.as_str().to_owned(),
        None => texts.my_therapist.to_owned(),
    };
    let title = (trust.handed_title)(&who);
    let say = Callback::new(move |()| {
        let prepared = prepared.clone();
        spawn_local(async move {
            match share::handed_over(journal, &prepared).await {
                Ok(()) => drop(done.try_set(true)),
                Err(error) => drop(problem.try_set(Some(words::not_saved(error).to_owned()))),
            }
        });
    });
    let inside = move || {
        if done.get() {
            view! { <p class="saved">{trust.handed_done}</p> }.into_any()
        } else {
            view! {
                <p class="hint">{trust.handed_hint}</p>
                <button type="button" class="main" on:click=move |_| say.run(())>
                    {trust.handed}
                </button>
            }
            .into_any()
        }
    };
    view! {
        <section class="card" aria-labelledby="handed-over">
            <h2 id="handed-over" dir="auto">
                {title}
            </h2>
            <div role="status">{inside}</div>
            <Problem words=problem id="handed-problem" />
        </section>
    }
    .into_any()
}
