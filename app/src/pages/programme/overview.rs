//! The programme at a glance.

use std::sync::Arc;

use ebb_core::journal::RecordId;
use ebb_core::log::{Entry, GoalState, Journal};
use ebb_core::queries::{
    appointments, assignments, commitments, goals, groups, prescriptions, to_bring,
};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;

use super::HERE;
use super::calendar::calendar_file;
use super::dates::coming;
use crate::components::{Line, Page, Problem, Tick, live_list, when};
use crate::state::{
    Clocks, Notices, SaveError, focus_soon, use_journal, use_notices, use_preferences, use_session,
};
use crate::{i18n, words};

/// The first screen of the programme.
pub(super) fn overview() -> AnyView {
    let session = use_session();
    let journal = use_journal();
    let more = i18n::more();
    let texts = &more.programme;
    let problem = RwSignal::new(None);
    let soon = Memo::new(move |_| {
        let now = session.now.get();
        journal.with(|journal| coming(journal, now))
    });
    view! {
        <Page title=texts.title name="programme">
            <p class="lead">{texts.lead}</p>
            <div class="pair">
                <A href="/plans" attr:class="button soft">{texts.plans}</A>
                <A href="/share" attr:class="button soft">{more.share.title}</A>
                <A href="/questionnaires" attr:class="button soft">{more.assess.title}</A>
                <A href="/programme/way" attr:class="button soft">{texts.way}</A>
                <A href="/programme/meetings" attr:class="button soft">{i18n::tools().meetings.title}</A>
                <A href="/programme/family" attr:class="button soft">{texts.family}</A>
            </div>
            <Problem words=words::problem(problem) />
            <section aria-labelledby="coming">
                <h2 id="coming">{texts.coming}</h2>
                {when(move || soon.with(Vec::is_empty), move || view! { <p>{texts.nothing_coming}</p> }.into_any())}
                {live_list(move || soon.get())}
            </section>
            {section("bring", [texts.bring_list, texts.bring_lead], "bring", texts.add_bring, move |journal| bring_lines(journal, problem))}
            {tasks(problem)}
            {section("goals", [texts.goals, ""], "goal", texts.add_goal, goal_lines)}
            {section("medicines", [texts.medicines, texts.medicines_lead], "medicine", texts.add_medicine, medicine_lines)}
            {section("groups", [texts.groups, ""], "group", texts.add_group, group_lines)}
            {section("appointments", [texts.appointments, ""], "appointment", texts.add_appointment, appointment_lines)}
            {calendar_file()}
        </Page>
    }
    .into_any()
}

/// A list with its heading and the way to add to it.
fn section(
    id: &'static str,
    [title, lead]: [&'static str; 2],
    sort: &'static str,
    add: &'static str,
    lines: impl Fn(&Journal) -> Vec<Line> + Send + Sync + 'static,
) -> AnyView {
    drawn(id, title, lead, vec![(sort, add)], Box::new(lines))
}

type Lines = Box<dyn Fn(&Journal) -> Vec<Line> + Send + Sync>;

fn drawn(
    id: &'static str,
    title: &'static str,
    lead: &'static str,
    add: Vec<(&'static str, &'static str)>,
    lines: Lines,
) -> AnyView {
    let journal = use_journal();
    let lead = (!lead.is_empty()).then(|| view! { <p class="lead">{lead}</p> });
    let add = add.into_iter().map(|(sort, words)| {
        view! {
            <A href=format!("{HERE}/{sort}/new") attr:class="button quiet small">
                {words}
            </A>
        }
    });
    let add = add.collect_view();
    view! {
        <section class="field" aria-labelledby=id>
            <h2 id=id tabindex="-1">{title}</h2>
            {lead}
            {live_list(move || journal.with(|journal| lines(journal)))}
            <div class="row screen-only">{add}</div>
        </section>
    }
    .into_any()
}

fn tasks(problem: RwSignal<Option<SaveError>>) -> AnyView {
    let texts = &i18n::more().programme;
    drawn(
        "tasks",
        texts.tasks,
        "",
        vec![
            ("assignment", texts.add_assignment),
            ("commitment", texts.add_commitment),
        ],
        Box::new(move |journal| task_lines(journal, problem)),
    )
}

fn href(sort: &str, root: RecordId) -> String {
    format!("{HERE}/{sort}/{root}")
}

/// Ticks something off, with a way back. Its line goes, so the focus moves to the list's heading.
fn ticked(notices: Notices, section: &str, set: impl Fn(bool) + Send + Sync + 'static) {
    set(true);
    let words = i18n::texts().common.saved;
    // Not here and now: what is made in a tap goes with the line that was tapped.
    spawn_local(async move {
        notices.offer_undo(words, move || set(false));
    });
    focus_soon(section);
}

fn bring_lines(journal: &Journal, problem: RwSignal<Option<SaveError>>) -> Vec<Line> {
    let notices = use_notices();
    let context = use_journal();
    let texts = &i18n::more().programme;
    let open = to_bring(journal).filter(|(_, _, item)| !item.done);
    open.map(|(root, _, item)| {
        let set = move |done: bool| {
            context.change(root, problem, move |entry| {
                if let Entry::ToBring(item) = entry {
                    item.done = done;
                }
            });
        };
        let tick: Tick = Arc::new(move || ticked(notices, "bring", set));
        let title = item.what.as_str().to_owned();
        Line {
            href: href("bring", root),
            tick: Some(((texts.brought)(&title), tick)),
            title,
            ..Line::default()
        }
    })
    .collect()
}

fn task_lines(journal: &Journal, problem: RwSignal<Option<SaveError>>) -> Vec<Line> {
    let notices = use_notices();
    let preferences = use_preferences();
    let context = use_journal();
    let texts = &i18n::more().programme;
    let due = |due: Option<ebb_core::time::LocalDay>| {
        due.map(|day| (texts.due)(&words::day_words(day)))
            .unwrap_or_default()
    };
    let open = assignments(journal).filter(|(_, _, task)| task.done.is_none());
    let mut lines: Vec<_> = open
        .map(|(root, _, task)| {
            let today = preferences.today_untracked();
            let set = move |done: bool| {
                context.change(root, problem, move |entry| {
                    if let Entry::Assignment(task) = entry {
                        task.done = done.then_some(today);
                    }
                });
            };
            let tick: Tick = Arc::new(move || ticked(notices, "tasks", set));
            let title = task.what.as_str().to_owned();
            let (label, detail) = match task.every_weeks {
                Some(weeks) => ((texts.stop)(&title), (texts.every_weeks)(weeks.get())),
                None => ((texts.mark_done)(&title), due(task.due)),
            };
            Line {
                href: href("assignment", root),
                tick: Some((label, tick)),
                title,
                detail,
            }
        })
        .collect();
    let open = commitments(journal).filter(|(_, _, task)| task.kept.is_none());
    lines.extend(open.map(|(root, _, task)| Line {
        href: href("commitment", root),
        title: task.what.as_str().to_owned(),
        detail: due(task.due),
        tick: None,
    }));
    lines
}

fn goal_lines(journal: &Journal) -> Vec<Line> {
    let more = i18n::more();
    let texts = &more.programme;
    let lines = goals(journal).map(|(root, _, goal)| {
        let detail = match goal.state {
            GoalState::Open => goal
                .next_step()
                .map(|step| (texts.next_step)(step.what.as_str()))
                .or_else(|| {
                    let review = goal.review?;
                    Some((texts.review_on)(&words::day_words(review)))
                })
                .unwrap_or_default(),
            GoalState::Reached => (more.sheet.option)("reached").to_owned(),
            GoalState::LetGo => (more.sheet.option)("let_go").to_owned(),
        };
        Line {
            href: href("goal", root),
            title: goal.what.as_str().to_owned(),
            detail,
            tick: None,
        }
    });
    lines.collect()
}

fn medicine_lines(journal: &Journal) -> Vec<Line> {
    let lines = prescriptions(journal).map(|(root, _, medicine)| {
        let times = medicine
            .at
            .iter()
            .map(|at| words::clock_words(at.minutes()));
        let times: Vec<_> = times.collect();
        Line {
            href: href("medicine", root),
            title: medicine.name.as_str().to_owned(),
            detail: times.join(", "),
            tick: None,
        }
    });
    lines.collect()
}

fn group_lines(journal: &Journal) -> Vec<Line> {
    let lines = groups(journal).map(|(root, _, group)| Line {
        href: href("group", root),
        title: group.name.as_str().to_owned(),
        detail: words::weekly(group),
        tick: None,
    });
    lines.collect()
}

/// The coming ones first, then those behind, the last one first.
fn appointment_lines(journal: &Journal) -> Vec<Line> {
    let session = use_session();
    let now = session.now.get_untracked();
    let clocks = Clocks::default();
    let mut all: Vec<_> = appointments(journal)
        .filter_map(|(root, _, appointment)| {
            let at = clocks.moment(&appointment.start, now)?;
            Some((at, root, appointment.with.as_str().to_owned()))
        })
        .collect();
    all.sort_by_key(|(at, _, _)| {
        let ahead = at.utc_ms() - now.utc_ms();
        (ahead < 0, ahead.abs())
    });
    let lines = all.into_iter().map(|(at, root, title)| Line {
        href: href("appointment", root),
        title,
        detail: words::moment_words(at),
        tick: None,
    });
    lines.collect()
}
