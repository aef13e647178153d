//! One entry: read it, change it, delete it.

use ebb_core::journal::RecordId;
use ebb_core::log::{Entry, Record};
use ebb_core::time::LocalDay;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::components::{Page, Problem};
use crate::sections::fields::{CheckInFields, CravingDetails, Intensity, SlipFields};
use crate::sections::questionnaire::ResultView;
use crate::sections::{Reading, save_bar};
use crate::state::forms::{CheckInForm, CravingForm, Form, SlipForm};
use crate::state::{Draft, Opening, Session, use_journal, use_notices, use_session};
use crate::words::kind_words;
use crate::{i18n, words};

/// An entry that is looked at.
#[derive(Clone, Copy)]
pub struct Looked {
    session: Session,
    found: Memo<Option<(RecordId, Record)>>,
}

impl Looked {
    /// Looks at the entry of this root.
    pub fn at(root: Memo<Option<RecordId>>) -> Self {
        let session = use_session();
        let journal = use_journal();
        // Read once: what another tab changes must not overwrite what is being typed here.
        let found = Memo::new(move |before: Option<&Option<(RecordId, Record)>>| {
            let root = root.get()?;
            session.opening.track();
            match before {
                Some(Some((known, record))) if *known == root => Some((root, record.clone())),
                _ => journal.with(|journal| journal.get(root).map(|record| (root, record.clone()))),
            }
        });
        Self { session, found }
    }

    /// What kind of entry it is.
    pub fn title(self) -> Signal<String> {
        Signal::derive(move || {
            self.found.with(|found| match found {
                Some((_, record)) => kind_words(&record.entry).to_owned(),
                None => i18n::texts().entry.title.to_owned(),
            })
        })
    }

    /// The day it belongs to.
    pub fn day(self) -> Option<LocalDay> {
        self.found
            .with(|found| found.as_ref().map(|(_, record)| record.local_day))
    }

    /// The entry, to be read, changed and deleted.
    pub fn body(self) -> AnyView {
        let texts = i18n::texts();
        (move || match (self.found.get(), self.session.opening.get()) {
            (Some((root, record)), _) => view! { <Editor root=root record=record /> }.into_any(),
            (None, Opening::Waiting) => view! { <p>{texts.common.opening}</p> }.into_any(),
            (None, _) => view! { <p>{texts.problems.gone}</p> }.into_any(),
        })
        .into_any()
    }
}

/// The screen for one entry.
#[component]
pub fn EntryPage(root: Memo<Option<RecordId>>) -> impl IntoView {
    let looked = Looked::at(root);
    view! {
        <Page title=looked.title() name="entry">
            {looked.body()}
        </Page>
    }
}

#[component]
fn Editor(root: RecordId, record: Record) -> impl IntoView {
    let when = words::moment_words(record.happened_at);
    let form = match record.entry.clone() {
        Entry::Craving(craving) => {
            let start = CravingForm::of(&craving, &record);
            view! {
                <EditForm name="edit-craving" start root record fields=|draft| {
                    view! {
                        <Intensity draft />
                        <CravingDetails draft />
                    }.into_any()
                } />
            }
            .into_any()
        }
        Entry::CheckIn(checkin) => {
            let start = CheckInForm::of(&checkin, &record);
            view! {
                <EditForm name="edit-check-in" start root record fields=|draft| {
                    view! { <CheckInFields draft /> }.into_any()
                } />
            }
            .into_any()
        }
        Entry::Slip(slip) => {
            let start = SlipForm::of(&slip, &record);
            view! {
                <EditForm name="edit-slip" start root record fields=|draft| {
                    view! { <SlipFields draft /> }.into_any()
                } />
            }
            .into_any()
        }
        Entry::Questionnaire(kept) => view! { <ResultView root=root kept=kept /> }.into_any(),
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
    fields: fn(Draft<F>) -> AnyView,
) -> impl IntoView {
    let notices = use_notices();
    let texts = i18n::texts();
    let draft = Draft::editing(name, root, start);
    let navigate = use_navigate();
    let save = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        let navigate = navigate.clone();
        draft.edit(root, record.happened_at, move |_| {
            notices.say(texts.common.saved);
            navigate("/history", NavigateOptions::default());
        });
    };
    view! {
        <form on:submit=save novalidate autocomplete="off">
            {fields(draft)}
            {save_bar(draft)}
        </form>
    }
}

#[component]
fn DeleteButton(root: RecordId) -> impl IntoView {
    let journal = use_journal();
    let texts = i18n::texts();
    let problem = RwSignal::new(None);
    let navigate = use_navigate();
    let delete = move |_| {
        let navigate = navigate.clone();
        spawn_local(async move {
            match journal.delete(root).await {
                Ok(()) => navigate("/history", NavigateOptions::default()),
                Err(error) => problem.set(Some(words::not_saved(error).to_owned())),
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
