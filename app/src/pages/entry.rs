//! One entry: read it, change it, delete it.

use ebb_core::journal::{Entry, Record, RecordId};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map};

use super::checkin::CheckInFields;
use super::craving::{CravingDetails, Intensity};
use super::history::{Reading, kind_words};
use super::slip::SlipFields;
use crate::components::{Page, Problem, SaveBar};
use crate::state::forms::{CheckInForm, CravingForm, Form, SlipForm, Submit};
use crate::state::{Draft, Notice, Opening, use_ebb};

/// The screen for one entry.
#[component]
pub fn EntryPage() -> impl IntoView {
    let ebb = use_ebb();
    let texts = ebb.texts();
    let params = use_params_map();
    let root = Memo::new(move |_| {
        params
            .with(|params| params.get("id"))
            .and_then(|id| id.parse::<RecordId>().ok())
    });
    // Read once: what another tab changes must not overwrite what is being typed here.
    let found = Memo::new(move |before: Option<&Option<(RecordId, Record)>>| {
        let root = root.get()?;
        ebb.opening.track();
        match before {
            Some(Some((known, record))) if *known == root => Some((root, record.clone())),
            _ => ebb
                .journal
                .with(|journal| journal.get(root).map(|record| (root, record.clone()))),
        }
    });
    let title = Signal::derive(move || {
        found.with(|found| match found {
            Some((_, record)) => kind_words(&record.entry, texts).to_owned(),
            None => texts.entry.title.to_owned(),
        })
    });
    view! {
        <Page title=title name="entry">
            {move || match (found.get(), ebb.opening.get()) {
                (Some((root, record)), _) => view! { <Editor root=root record=record /> }.into_any(),
                (None, Opening::Waiting) => view! { <p>{texts.common.opening}</p> }.into_any(),
                (None, _) => view! { <p>{texts.problems.gone}</p> }.into_any(),
            }}
        </Page>
    }
}

#[component]
fn Editor(root: RecordId, record: Record) -> impl IntoView {
    let ebb = use_ebb();
    let when = format!(
        "{}, {}",
        ebb.day_words(record.local_day),
        ebb.time_words(record.happened_at)
    );
    let form = match record.entry.clone() {
        Entry::Craving(craving) => {
            let start = CravingForm::of(&craving, &record);
            view! {
                <EditForm name="edit-craving" start root record fields=|form, submit| {
                    view! {
                        <Intensity form submit />
                        <CravingDetails form submit />
                    }.into_any()
                } />
            }
            .into_any()
        }
        Entry::CheckIn(checkin) => {
            let start = CheckInForm::of(&checkin, &record);
            view! {
                <EditForm name="edit-check-in" start root record fields=|form, submit| {
                    view! { <CheckInFields form submit /> }.into_any()
                } />
            }
            .into_any()
        }
        Entry::Slip(slip) => {
            let start = SlipForm::of(&slip, &record);
            view! {
                <EditForm name="edit-slip" start root record fields=|form, submit| {
                    view! { <SlipFields form submit /> }.into_any()
                } />
            }
            .into_any()
        }
        _ => view! { <Reading record=record /> }.into_any(),
    };
    view! {
        <p class="lead">{when}</p>
        {form}
        <DeleteButton root=root />
    }
}

/// A form filled with an entry that is there already. It has a draft of its own, so that a killed
/// tab loses no change.
#[component]
fn EditForm<F: Form>(
    name: &'static str,
    start: F,
    root: RecordId,
    record: Record,
    fields: fn(RwSignal<F>, Submit) -> AnyView,
) -> impl IntoView {
    let ebb = use_ebb();
    let texts = ebb.texts();
    let draft = Draft::editing(name, root, start);
    let submit = Submit::new();
    let navigate = use_navigate();
    let save = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        let navigate = navigate.clone();
        submit.edit(draft, root, record.happened_at, move |_| {
            ebb.notice.set(Some(Notice::said(texts.common.saved)));
            navigate("/history", NavigateOptions::default());
        });
    };
    view! {
        <form on:submit=save novalidate>
            {fields(draft.form, submit)}
            <SaveBar submit=submit />
        </form>
    }
}

#[component]
fn DeleteButton(root: RecordId) -> impl IntoView {
    let ebb = use_ebb();
    let texts = ebb.texts();
    let problem = RwSignal::new(None);
    let navigate = use_navigate();
    let delete = move |_| {
        let navigate = navigate.clone();
        spawn_local(async move {
            match ebb.delete(root).await {
                Ok(()) => navigate("/history", NavigateOptions::default()),
                Err(error) => problem.set(Some(texts.problems.save(error))),
            }
        });
    };
    view! {
        <Problem words=problem />
        <button type="button" class="grave" on:click=delete>
            {texts.entry.delete}
        </button>
    }
}
