//! The way through the programme and out of it.

use ebb_core::journal::RecordId;
use ebb_core::log::{Entry, PhaseKind, Start, StepDown};
use ebb_core::queries::{
    Days, days, last_milestone, next_milestone, phase_on, phases, starts, step_down, write_single,
};
use ebb_core::text::Tag;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::{Line, Page, Problem, live_list, tick_box, when};
use crate::sections::{counts_shown, ninety_days};
use crate::state::{JournalContext, SaveError, print, use_journal, use_preferences, use_session};
use crate::{i18n, words};

/// Days, phases, the checklist and what comes after.
pub fn recovery_progress() -> AnyView {
    let more = i18n::more();
    let texts = &more.recovery_progress;
    view! {
        <Page title=texts.title name="way">
            <p class="lead">{texts.lead}</p>
            {ninety_days()}
            <Counted />
            <Phases />
            <Checklist />
            <p>
                <A href="/plans/after" attr:class="button soft">
                    {more.plans.after.title}
                </A>
            </p>
            <button type="button" class="quiet screen-only" on:click=move |_| print()>
                {more.sheet.print}
            </button>
        </Page>
    }
    .into_any()
}

/// Without what days are counted.
pub fn without(start: &Start) -> String {
    let texts = &i18n::more().recovery_progress;
    match &start.substance {
        Some(tag) => (texts.without)(&i18n::texts().tags(std::slice::from_ref(tag))),
        None => texts.without_all.to_owned(),
    }
}

/// A phase's name.
pub fn phase_words(kind: PhaseKind) -> &'static str {
    let option = i18n::more().sheet.option;
    match kind {
        PhaseKind::Iop => option("iop"),
        PhaseKind::Outpatient => option("outpatient"),
        PhaseKind::Aftercare => option("aftercare"),
    }
}

/// Counted days, one card for each start; or that they are hidden.
#[component]
fn Counted() -> impl IntoView {
    let session = use_session();
    let preferences = use_preferences();
    let journal = use_journal();
    let texts = &i18n::more().recovery_progress;
    let counted = Memo::new(move |_| {
        let today = preferences.today();
        journal.with(|journal| {
            let starts = starts(journal).into_iter();
            starts
                .map(|(root, _, start)| (root, without(start), days(journal, start, today)))
                .collect::<Vec<_>>()
        })
    });
    let cards = move || {
        let cards = counted.get().into_iter().map(start_card);
        cards.collect::<Vec<_>>()
    };
    let any = move || counted.with(|counted| !counted.is_empty());
    let hide = move |_| {
        preferences.choose(|prefs| prefs.no_day_counts = true);
        session.announce(format!(
            "{} {}.",
            texts.hidden,
            i18n::texts().settings.title
        ));
    };
    view! {
        <section aria-labelledby="days">
            <h2 id="days">{texts.days}</h2>
            {when(move || !counts_shown(), move || view! {
                <p>
                    {texts.hidden} " " <A href="/settings">{i18n::texts().settings.title}</A> "."
                </p>
            }.into_any())}
            {when(counts_shown, move || view! {
                <p class="lead">{texts.days_lead}</p>
                <p class="hint">
                    {texts.days_safety} " " <A href="/sos#withdrawal">{texts.days_safety_more}</A>
                </p>
                {cards}
                <p class="screen-only">
                    <A href="/programme/start/new" attr:class="button quiet small">
                        {texts.add_start}
                    </A>
                </p>
                {when(any, move || view! {
                    <button type="button" class="quiet small screen-only" on:click=hide>
                        {texts.hide}
                    </button>
                }.into_any())}
            }.into_any())}
        </section>
    }
}

fn start_card((root, title, days): (RecordId, String, Days)) -> AnyView {
    let texts = &i18n::more().recovery_progress;
    let reached = last_milestone(days.won).map(|n| view! { <li>{(texts.reached)(n)}</li> });
    view! {
        <section class="card">
            <h3>
                <A href=format!("/programme/start/{root}") attr:class="leads-on">
                    {title}
                </A>
            </h3>
            <ul class="tally">
                <li>{(texts.won)(days.won)}</li>
                <li>{(texts.current)(days.current)}</li>
                <li>{(texts.best)(days.best)}</li>
                {reached}
                <li>{(texts.next)(next_milestone(days.won))}</li>
            </ul>
        </section>
    }
    .into_any()
}

#[component]
fn Phases() -> impl IntoView {
    let preferences = use_preferences();
    let journal = use_journal();
    let texts = &i18n::more().recovery_progress;
    let lines = move || {
        let today = preferences.today();
        journal.with(|journal| {
            let now = phase_on(journal, today).map(|(root, _, _)| root);
            let lines = phases(journal).into_iter().map(|(root, _, phase)| {
                let from = (texts.phase_from)(&words::day_words(phase.from));
                let hours = phase.hours.map(texts.hours);
                let here = (now == Some(root)).then(|| texts.phase_now.to_owned());
                let detail: Vec<_> = here.into_iter().chain([from]).chain(hours).collect();
                Line {
                    href: format!("/programme/phase/{root}"),
                    title: phase_words(phase.kind).to_owned(),
                    detail: detail.join(" · "),
                    tick: None,
                }
            });
            lines.collect()
        })
    };
    view! {
        <section class="field" aria-labelledby="phases">
            <h2 id="phases">{texts.phases}</h2>
            <p class="lead">{texts.phases_lead}</p>
            {live_list(lines)}
            <p class="screen-only">
                <A href="/programme/phase/new" attr:class="button quiet small">
                    {texts.add_phase}
                </A>
            </p>
        </section>
    }
}

/// What is worth settling before a step down.
#[component]
fn Checklist() -> impl IntoView {
    let journal = use_journal();
    let texts = &i18n::more().recovery_progress;
    let problem = RwSignal::new(None);
    let found = Memo::new(move |_| {
        journal.with(|journal| step_down(journal).map(|(_, _, list)| list.clone()))
    });
    let begin = move |_| {
        journal.keep_as(problem, |journal| {
            Some(write_single(
                journal,
                Entry::StepDown(StepDown::suggested()),
            ))
        });
    };
    // A line that is ticked stays where it is, so that the finger and the focus stay on it.
    let lines = Memo::new(move |_| found.with(|list| list.as_ref().map(StepDown::lines)));
    let ticks = move || {
        let lines = lines.get().unwrap_or_default().into_iter();
        let chips = lines.map(|tag| tick(tag, found, problem));
        chips.collect::<Vec<_>>()
    };
    let begun = move || found.with(Option::is_some);
    view! {
        <section aria-labelledby="step-down">
            <h2 id="step-down">{texts.step_down}</h2>
            <p class="lead">{texts.step_down_lead}</p>
            {when(move || !begun(), move || view! { <button type="button" class="quiet small" on:click=begin>
                    {texts.begin_list}
                </button> }.into_any())}
            {when(begun, move || view! {
                <div class="stack check-list" role="group" aria-labelledby="step-down">{ticks}</div>
                {own_line(Callback::new(move |tag: Tag| {
                    change_list(journal, problem, move |list| {
                        if !list.lines().contains(&tag) {
                            list.open.push(tag);
                        }
                    });
                }))}
            }.into_any())}
            <Problem words=words::problem(problem) />
        </section>
    }
}

/// One line of the checklist.
fn tick(tag: Tag, found: Memo<Option<StepDown>>, problem: RwSignal<Option<SaveError>>) -> AnyView {
    let journal = use_journal();
    let words = match tag.suggestion() {
        Some(name) => (i18n::more().recovery_progress.item)(name),
        None => tag.as_str().to_owned(),
    };
    let is_done = {
        let tag = tag.clone();
        move |list: &Option<StepDown>| list.as_ref().is_some_and(|list| list.done.contains(&tag))
    };
    let checked = is_done.clone();
    let flip = move || {
        let (tag, done) = (tag.clone(), !found.with_untracked(&is_done));
        change_list(journal, problem, move |list| list.set(&tag, done));
    };
    tick_box("step-down", words, move || found.with(&checked), flip)
}

fn change_list(
    journal: JournalContext,
    problem: RwSignal<Option<SaveError>>,
    change: impl FnOnce(&mut StepDown) + 'static,
) {
    journal.keep_as(problem, move |journal| {
        let mut list = step_down(journal)?.2.clone();
        change(&mut list);
        Some(write_single(journal, Entry::StepDown(list)))
    });
}

/// A field for one more line of the checklist.
fn own_line(add: Callback<Tag>) -> AnyView {
    let texts = i18n::texts();
    let written = RwSignal::new(String::new());
    let problem = RwSignal::new(None);
    let take = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        match Tag::own(&written.get_untracked()) {
            Ok(tag) => {
                add.run(tag);
                written.set(String::new());
                problem.set(None);
            }
            Err(error) => problem.set(Some(texts.problems.text(error))),
        }
    };
    view! {
        <form class="field screen-only" on:submit=take novalidate>
            <label for="own-line">{i18n::more().recovery_progress.own_line}</label>
            <div class="row">
                <input
                    id="own-line"
                    type="text"
                    autocomplete="off"
                    aria-describedby="own-line-problem"
                    prop:value=written
                    on:input:target=move |ev| written.set(ev.target().value())
                />
                <button type="submit" class="quiet">
                    {texts.common.add}
                </button>
            </div>
            <Problem words=problem id="own-line-problem".to_owned() />
        </form>
    }
    .into_any()
}
