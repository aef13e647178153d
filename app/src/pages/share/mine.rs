//! All for oneself: a table, a file for a clinic's system, or paper.

use std::sync::Arc;

use ebb_core::share::Preset;
use leptos::prelude::*;

use crate::components::{Page, Problem};
use crate::sections::{progress_button, review};
use crate::state::content::instruments;
use crate::state::share::Conditions;
use crate::state::{CancellableTask, Loaded, print, share, use_journal};
use crate::{i18n, words};

/// The screen.
pub fn mine() -> AnyView {
    let journal = use_journal();
    let texts = &i18n::more().share;
    let said = RwSignal::new(None::<&'static str>);
    let problem = RwSignal::new(None::<String>);
    let shown = RwSignal::new(None::<Arc<ebb_core::share::Share>>);
    let task = CancellableTask::new();
    // Asked for now, so that they are there when the file is made.
    let _ = instruments().read(|_| ());
    let tell = move |saved: bool| {
        let words = if saved {
            texts.saved_file
        } else {
            texts.not_handed
        };
        said.try_set(Some(words));
    };
    let fhir = move |_| {
        let forms = match instruments().read(|library| library.entries.clone()) {
            Loaded::Ready(forms) => forms,
            Loaded::Waiting | Loaded::Missing => Vec::new(),
        };
        match share::save_fhir(journal, &forms) {
            Ok(saved) => tell(saved),
            Err(error) => problem.set(Some(words::refused(error))),
        }
    };
    let see = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        task.run(async move {
            let all = share::preset(journal, Preset::Everything, None);
            match share::prepare_share(journal, all, Conditions::for_oneself()).await {
                Ok(prepared) => drop(shown.try_set(Some(prepared.share))),
                Err(error) => drop(problem.try_set(Some(words::refused(error)))),
            }
        });
    };
    let all = move || {
        shown.get().map(|share| {
            view! {
                <button type="button" class="soft screen-only" on:click=move |_| print()>
                    {i18n::more().sheet.print}
                </button>
                {review(share, None)}
            }
        })
    };
    view! {
        <Page title=texts.mine_title name="share-mine">
            <p class="lead screen-only">{texts.mine_lead}</p>
            <form class="screen-only" on:submit=see>
                <div class="row">
                    <button type="button" class="soft" on:click=move |_| tell(share::save_csv(journal))>
                        {texts.csv}
                    </button>
                    <button type="button" class="soft" on:click=fhir>
                        {texts.fhir}
                    </button>
                </div>
                {progress_button(task, texts.see_and_print, texts.preparing)}
            </form>
            <p role="status" class="saved">
                {move || said.get()}
            </p>
            <Problem words=problem id="mine-problem" />
            {all}
        </Page>
    }
    .into_any()
}
