//! Erasing everything.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::components::{Confirm, Problem};
use crate::state::use_journal;
use crate::{i18n, words};

/// What erasing means, and the button that does it. With `sure`, what a second button says, it is
/// asked for twice.
pub fn erase_everything(lead: &'static str, sure: Option<&'static str>) -> AnyView {
    let journal = use_journal();
    let texts = &i18n::texts().settings;
    let asked = RwSignal::new(false);
    let problem = RwSignal::new(None);
    let act = move |()| {
        if sure.is_some() && !asked.get_untracked() {
            asked.set(true);
            return;
        }
        spawn_local(async move {
            if let Err(error) = journal.delete_everything().await {
                problem.try_set(Some(words::not_saved(error).to_owned()));
            }
        });
    };
    let button = move || {
        let label = sure.filter(|_| asked.get()).unwrap_or(texts.erase);
        view! {
            <Confirm
                label=label
                question=texts.erase_question
                detail=texts.erase_detail
                yes=texts.erase_yes
                no=texts.erase_no
                act=act
            />
        }
    };
    view! {
        <p>{lead}</p>
        <Problem words=problem />
        {button}
    }
    .into_any()
}
