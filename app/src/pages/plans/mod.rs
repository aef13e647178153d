//! The plans: what is prepared in a calm hour for a hard one.

use ebb_core::journal::RecordId;
use ebb_core::log::{Journal, Record};
use ebb_core::queries::{
    after_plan, places, reasons, reduction_plan, relapse_plan, risky_situations, safety_plan,
};
use ebb_core::text::Note;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::{NotFoundPage, Page, Sample, empty, when};
use crate::sections::dynamic_form::{Kind, Target, delete_button, editor, kind_of, shown};
use crate::sections::{ninety_days, once_open, reduction_so_far};
use crate::state::forms::{DynamicForm, FormKind};
use crate::state::{print, use_journal, use_preferences};
use crate::{i18n, words};

const HERE: &str = "/plans";

/// Every plan's screen.
#[component]
pub fn PlansPage() -> impl IntoView {
    let title = i18n::more().plans.title;
    once_open(title, |rest| match rest {
        [] => view! { <Section /> }.into_any(),
        [name] => sort(name).filter(|s| s.is_one()).map_or_else(nothing, plan),
        ["situation", "new"] => write(FormKind::Situation, None, HERE.to_owned()),
        [name, "edit"] => match sort(name).filter(|s| s.is_one()) {
            Some(sort) => {
                let root = use_journal()
                    .with_untracked(|journal| found(journal, sort).map(|(root, _)| root));
                write(sort, root, format!("{HERE}/{name}"))
            }
            None => nothing(),
        },
        ["situation", root] => {
            let root = root.parse().ok();
            root.map_or_else(nothing, |root| {
                write(FormKind::Situation, Some(root), HERE.to_owned())
            })
        }
        _ => nothing(),
    })
}

fn nothing() -> AnyView {
    view! { <NotFoundPage /> }.into_any()
}

fn sort(name: &str) -> Option<FormKind> {
    FormKind::named(name)
}

fn write(sort: FormKind, root: Option<RecordId>, back: String) -> AnyView {
    let record =
        root.and_then(|root| use_journal().with_untracked(|journal| journal.get(root).cloned()));
    if root.is_some() && record.is_none() {
        return nothing();
    }
    let start = record.as_ref().map_or_else(
        || DynamicForm::new(sort),
        |record| DynamicForm::of(&record.entry),
    );
    let root = root.zip(record.map(|record| record.happened_at));
    editor(Target {
        start,
        about: root.map_or_else(String::new, |(root, _)| root.to_string()),
        root,
        back,
        section: HERE.to_owned(),
        by_step: sort == FormKind::Safety,
        but: &[],
    })
}

/// The plan of a sort there is only one of.
fn found(journal: &Journal, sort: FormKind) -> Option<(RecordId, Record)> {
    let (root, record) = match sort {
        FormKind::Safety => safety_plan(journal).map(|(root, record, _)| (root, record)),
        FormKind::Relapse => relapse_plan(journal).map(|(root, record, _)| (root, record)),
        FormKind::Reasons => reasons(journal).map(|(root, record, _)| (root, record)),
        FormKind::Places => places(journal).map(|(root, record, _)| (root, record)),
        FormKind::After => after_plan(journal).map(|(root, record, _)| (root, record)),
        FormKind::Reduction => reduction_plan(journal).map(|(root, record, _)| (root, record)),
        _ => None,
    }?;
    Some((root, record.clone()))
}

/// The list of plans.
#[component]
fn Section() -> impl IntoView {
    let plans = &i18n::more().plans;
    let ones = [
        FormKind::Safety,
        FormKind::Relapse,
        FormKind::Places,
        FormKind::Reasons,
        FormKind::After,
    ];
    let cards = ones.map(card);
    view! {
        <Page title=plans.title name="plans">
            <p class="lead">{plans.lead}</p>
            <ul class="plain stack">{cards.collect_view()}</ul>
            <Situations />
            <p class="aside row">
                <A href="/day">{i18n::tools().day.title}</A>
                <A href="/plans/pictures">{i18n::tools().keepsakes.title}</A>
                <A href="/plans/if-then">{i18n::tools().if_then.title}</A>
                <A href="/plans/reduction">{i18n::tools().reduction.plan.title}</A>
                <A href="/plans/trial">{i18n::tools().trial.title}</A>
                <A href="/reminders">{i18n::tools().reminders.title}</A>
                <A href="/programme">{i18n::more().programme.title}</A>
            </p>
        </Page>
    }
}

fn card(sort: FormKind) -> AnyView {
    let preferences = use_preferences();
    let journal = use_journal();
    let more = i18n::more();
    let kind = kind_of(sort, more);
    let state = move || {
        let changed =
            journal.with(|journal| found(journal, sort).map(|(_, record)| record.written_at));
        changed.map_or_else(
            || more.plans.not_yet.to_owned(),
            |at| (more.plans.changed)(&words::day_words(preferences.day_of(at))),
        )
    };
    view! {
        <li class="entry">
            <A href=format!("{HERE}/{}", sort.name()) attr:class="entry-link">
                <span class="entry-kind">{kind.title}</span>
                <span class="entry-time">{state}</span>
            </A>
        </li>
    }
    .into_any()
}

/// The risky situations, each with its plan.
#[component]
fn Situations() -> impl IntoView {
    let journal = use_journal();
    let plans = &i18n::more().plans;
    let list = Memo::new(move |_| {
        journal.with(|journal| {
            let all = risky_situations(journal);
            all.map(|(root, _, risky)| {
                let respond = risky.respond.as_ref().or(risky.avoid.as_ref());
                let words = respond.map_or("", Note::as_str).to_owned();
                (root, risky.situation.as_str().to_owned(), words)
            })
            .collect::<Vec<_>>()
        })
    });
    let item = |(root, situation, respond): (RecordId, String, String)| {
        view! {
            <li class="entry">
                <A href=format!("{HERE}/situation/{root}") attr:class="entry-link">
                    <span class="entry-kind" dir="auto">{situation}</span>
                </A>
                <p dir="auto">{respond}</p>
            </li>
        }
        .into_any()
    };
    let list = move || list.get().into_iter().map(item).collect::<Vec<_>>();
    view! {
        <section aria-labelledby="situations">
            <h2 id="situations">{plans.situations}</h2>
            <p class="lead">{plans.situations_lead}</p>
            <ul class="plain entries">{list}</ul>
            <p class="aside">
                <A href=format!("{HERE}/situation/new") attr:class="button soft">
                    {plans.add_situation}
                </A>
            </p>
        </section>
    }
}

/// One plan as one reads it.
fn plan(sort: FormKind) -> AnyView {
    let journal = use_journal();
    let more = i18n::more();
    let Kind { title, lead, .. } = kind_of(sort, more);
    let entry = Memo::new(move |_| journal.with(|journal| found(journal, sort)));
    let edit = format!("{HERE}/{}/edit", sort.name());
    let reduces = sort == FormKind::Reduction;
    // Its steps have words of their own.
    let elsewhere: &[&str] = if reduces { &["steps"] } else { &[] };
    let written = move || {
        entry
            .get()
            .map(|(_, record)| view! { <div class="plan">{shown(&record.entry, elsewhere)}</div> })
    };
    let print_and_delete = move || {
        entry.get().map(|(root, _)| {
            view! {
                <button type="button" class="soft" on:click=move |_| print()>
                    {more.sheet.print}
                </button>
                {delete_button(root, HERE.to_owned())}
            }
        })
    };
    let is_there = move || entry.with(Option::is_some);
    view! {
        <Page title=title name="plan">
            <p class="lead">{lead}</p>
            {when(move || !is_there(), move || empty(more.plans.not_yet, Sample::Reading))}
            {reduces.then(|| view! { <p class="card care">{i18n::tools().reduction.caution}</p> })}
            {(sort == FormKind::After).then(ninety_days)}
            {written}
            {reduces.then(reduction_so_far)}
            {(sort == FormKind::Safety)
                .then(|| {
                    view! {
                        <p class="screen-only">
                            <A href="/sos" attr:class="button">
                                {more.plans.help_lines}
                            </A>
                        </p>
                    }
                })}
            <div class="row field screen-only">
                <A href=edit attr:class="button">
                    {move || if is_there() { more.sheet.edit } else { more.sheet.begin }}
                </A>
                {print_and_delete}
            </div>
            {(sort == FormKind::Safety)
                .then(|| view! { <p class="hint screen-only">{more.plans.locked}</p> })}
        </Page>
    }
    .into_any()
}
