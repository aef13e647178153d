//! A day with a shape: what the person wants of it, and how it went.

use ebb_core::journal::RecordId;
use ebb_core::log::{DayPlan, Entry, Journal, Record};
use ebb_core::queries::{intention_on, look_back_on, reduction_plan};
use ebb_core::time::LocalDay;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::{NotFoundPage, Page, Sample, card, empty, reading_list};
use crate::i18n;
use crate::sections::dynamic_form::{Target, editor, reading_lines};
use crate::sections::{once_open, this_seven_days};
use crate::state::forms::{DynamicForm, FormKind};
use crate::state::{use_journal, use_preferences};

const HERE: &str = "/day";

/// Today, and writing either half of it.
#[component]
pub fn DayPage() -> impl IntoView {
    once_open(i18n::tools().day.title, |rest| match rest {
        [] => today(),
        ["morning"] => write(FormKind::Morning),
        ["evening"] => write(FormKind::Evening),
        _ => view! { <NotFoundPage /> }.into_any(),
    })
}

/// What there is of one half of a day.
fn written(
    journal: &Journal,
    half: FormKind,
    day: LocalDay,
) -> Option<(RecordId, &Record, &DayPlan)> {
    if half == FormKind::Morning {
        intention_on(journal, day)
    } else {
        look_back_on(journal, day)
    }
}

/// Writing one half of today.
fn write(half: FormKind) -> AnyView {
    let (journal, preferences) = (use_journal(), use_preferences());
    let today = preferences.today_untracked();
    let (found, counts) = journal.with_untracked(|journal| {
        let found = written(journal, half, today);
        let found = found.map(|(root, record, _)| (root, record.clone()));
        (found, reduction_plan(journal).is_some())
    });
    let mut start = DynamicForm::new(half);
    if let Some((_, record)) = &found {
        start = DynamicForm::of(&record.entry);
        start.sort = half;
    }
    editor(Target {
        start,
        about: today.to_string(),
        root: found.map(|(root, record)| (root, record.happened_at)),
        back: HERE.to_owned(),
        section: HERE.to_owned(),
        by_step: false,
        but: if counts { &[] } else { &["used"] },
    })
}

fn today() -> AnyView {
    let texts = &i18n::tools().day;
    let morning = half(FormKind::Morning, [texts.no_morning, texts.set]);
    let evening = half(FormKind::Evening, [texts.no_evening, texts.look_back]);
    let plan = &i18n::tools().reduction.plan;
    let counted = this_seven_days();
    let counted = move || {
        counted.get().map(|words| {
            view! {
                <p class="card">
                    {words} " "
                    <A href="/plans/reduction">{plan.title}</A>
                </p>
            }
        })
    };
    let [morning_title, _] = texts.morning;
    let [evening_title, _] = texts.evening;
    view! {
        <Page title=texts.title name="day">
            <p class="lead">{texts.lead}</p>
            {card("morning", morning_title, morning)}
            {card("evening", evening_title, evening)}
            {counted}
        </Page>
    }
    .into_any()
}

/// What stands in one half, or that nothing does, and the way to write it.
fn half(kind: FormKind, [none, begin]: [&'static str; 2]) -> AnyView {
    let (journal, preferences) = (use_journal(), use_preferences());
    let found = Memo::new(move |_| {
        let today = preferences.today();
        journal.with(|journal| {
            let found = written(journal, kind, today);
            found.map(|(_, _, plan)| plan.clone())
        })
    });
    let lines = move || match found.get() {
        Some(plan) => reading_list(reading_lines(&Entry::DayPlan(plan))),
        None => empty(none, Sample::Reading),
    };
    let change = i18n::tools().day.change;
    let words = move || {
        if found.with(Option::is_some) {
            change
        } else {
            begin
        }
    };
    view! {
        {lines}
        <p class="field">
            <A href=format!("{HERE}/{}", kind.name()) attr:class="button soft">
                {words}
            </A>
        </p>
    }
    .into_any()
}
