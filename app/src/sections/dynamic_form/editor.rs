//! Writing a sheet: all at once, or step by step.

use ebb_core::journal::RecordId;
use ebb_core::time::Moment;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::cell::FieldView;
use super::field_view::field_view;
use super::{Field, kind_of};
use crate::components::{Page, Problem, when};
use crate::sections::save_bar;
use crate::state::forms::DynamicForm;
use crate::state::{Draft, use_journal, use_notices};
use crate::{i18n, words};

/// What is written, and where it leads.
pub struct Target {
    /// The form before anybody wrote in it.
    pub start: DynamicForm,
    /// The entry that is changed and when it was, if it is there already.
    pub root: Option<(RecordId, Moment)>,
    /// What distinguishes its draft from others of its sort.
    pub about: String,
    /// Where to go after saving.
    pub back: String,
    /// Where to go after deleting.
    pub section: String,
    /// One field at a time.
    pub by_step: bool,
    /// Fields that are not asked here.
    pub but: &'static [&'static str],
}

/// The screen on which a sheet is written.
pub fn editor(target: Target) -> AnyView {
    let notices = use_notices();
    let mut kind = kind_of(target.start.sort, i18n::more());
    kind.fields
        .retain(|field| !target.but.contains(&field.name));
    let name = format!("sheet {} {}", target.start.sort.name(), target.about);
    let first = first_empty(&target.start, &kind.fields);
    let draft = Draft::with(name, target.start, target.root.is_some());
    let navigate = use_navigate();
    let root = target.root;
    let (back, section) = (target.back, target.section);
    let save = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        let (navigate, back) = (navigate.clone(), back.clone());
        let then = move |_| {
            notices.say(i18n::texts().common.saved);
            navigate(&back, NavigateOptions::default());
        };
        match root {
            Some((root, before)) => draft.edit(root, before, then),
            None => draft.log(then),
        }
    };
    let form = draft.form;
    let views = kind
        .fields
        .into_iter()
        .map(|field| FieldView { form, draft, field });
    let views: Vec<_> = views.collect();
    let fields = if target.by_step {
        steps(views, first)
    } else {
        views.into_iter().map(field_view).collect_view().into_any()
    };
    view! {
        <Page title=kind.title name="sheet">
            <p class="lead">{kind.lead}</p>
            <form on:submit=save novalidate autocomplete="off">
                {fields}
                {save_bar(draft)}
            </form>
            {root.map(|(root, _)| delete_button(root, section))}
        </Page>
    }
    .into_any()
}

/// Where building goes on.
fn first_empty(sheet: &DynamicForm, fields: &[Field]) -> usize {
    let empty = |field: &Field| sheet.all(field.name).is_empty();
    fields.iter().position(empty).unwrap_or(0)
}

/// One field at a time, all of them kept: the form can be saved at any step.
fn steps(views: Vec<FieldView>, first: usize) -> AnyView {
    let sheet = &i18n::more().sheet;
    let many = views.len();
    let step = RwSignal::new(first);
    let problems: Vec<_> = views.iter().map(|view| view.problem()).collect();
    // What is wrong must not be wrong out of sight.
    Effect::new(move |_| {
        let wrong = problems.iter().position(|problem| problem.get().is_some());
        if let Some(wrong) = wrong {
            step.set(wrong);
        }
    });
    let fields = views.into_iter().enumerate().map(|(place, view)| {
        view! { <div hidden=move || step.get() != place>{field_view(view)}</div> }
    });
    let fields = fields.collect_view();
    view! {
        <p class="hint" role="status">
            {move || (sheet.step)(step.get() + 1, many)}
        </p>
        {fields}
        <div class="row field">
            {when(move || step.get() > 0, move || view! { <button
                    type="button"
                    class="quiet"
                    on:click=move |_| step.update(|step| *step -= 1)
                >
                    {sheet.back}
                </button> }.into_any())}
            {when(move || step.get() + 1 < many, move || view! { <button
                    type="button"
                    class="soft"
                    on:click=move |_| step.update(|step| *step += 1)
                >
                    {sheet.next}
                </button> }.into_any())}
        </div>
    }
    .into_any()
}

/// Deletes an entry, with a way back at the foot of the page, and leaves its screen.
pub fn delete_button(root: RecordId, section: String) -> AnyView {
    let journal = use_journal();
    let problem = RwSignal::new(None);
    let navigate = use_navigate();
    let delete = move |_| {
        let (navigate, section) = (navigate.clone(), section.clone());
        spawn_local(async move {
            match journal.delete(root).await {
                Ok(()) => navigate(&section, NavigateOptions::default()),
                Err(error) => problem.set(Some(words::not_saved(error).to_owned())),
            }
        });
    };
    view! {
        <Problem words=problem />
        <button type="button" class="grave screen-only" on:click=delete>
            {i18n::more().sheet.delete}
        </button>
    }
    .into_any()
}
