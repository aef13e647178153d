//! The one calm list of what matters today, on the first screen.

use std::time::Duration;

use ebb_core::queries::{Material, TodayItem, today};
use ebb_core::text::Note;
use ebb_core::time::Zone;
use leptos::prelude::*;

use crate::components::{Line, live_list};
use crate::sections::if_then::if_then_now;
use crate::sections::questionnaire::NextDay;
use crate::state::content::{instruments, lessons};
use crate::state::{
    Clocks, JournalContext, Loaded, Opening, Preferences, Session, use_journal, use_preferences,
    use_session,
};
use crate::{i18n, words};

/// Questionnaires and lessons join the list once they have come.
fn with_material(lines: impl Fn(Material<'_>) -> Vec<Line>) -> Vec<Line> {
    let read = instruments().read(|instruments| {
        lessons().read(|lessons| {
            lines(Material {
                instruments: &instruments.entries,
                lessons: &lessons.entries,
            })
        })
    });
    match read {
        Loaded::Ready(Loaded::Ready(lines)) => lines,
        _ => lines(Material {
            instruments: &[],
            lessons: &[],
        }),
    }
}

/// At most five things, and a question about yesterday; nothing when nothing is to do.
#[component]
pub fn TodayList() -> impl IntoView {
    let all = (use_session(), use_preferences(), use_journal());
    let (session, _, journal) = all;
    let list = live_list(move || match session.opening.get() {
        Opening::Ready => with_material(|material| lines(all, material)),
        Opening::Waiting => journal.kept_lines().into_iter().map(plain_line).collect(),
        _ => Vec::new(),
    });
    view! {
        <NextDay />
        {if_then_now(false)}
        {list}
    }
}

fn plain_line((href, title): (String, String)) -> Line {
    Line {
        href,
        title,
        ..Line::default()
    }
}

/// How long nothing may have changed before what the first screen shows is kept: what follows from
/// one tap is kept once.
const QUIET: Duration = Duration::from_millis(300);

/// Shows nothing; keeps what the first screen shows, wherever the person is.
#[component]
pub fn HomeCacheKeeper() -> impl IntoView {
    let all = (use_session(), use_preferences(), use_journal());
    let (_, _, journal) = all;
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(Some(timer)) = waiting.try_update_value(Option::take) {
            timer.clear();
        }
    };
    let kept = move || {
        let lines = with_material(|material| lines(all, material));
        lines
            .into_iter()
            .map(|line| (line.href, line.title))
            .collect()
    };
    Effect::new(move |_| {
        stop();
        if journal.keeps_home_cache() {
            // So that it is kept again once the material is there.
            with_material(|_| Vec::new());
            let timer = set_timeout_with_handle(move || journal.keep_home_cache(kept), QUIET);
            waiting.set_value(timer.ok());
        }
    });
    on_cleanup(stop);
}

/// What the list is made from.
type All = (Session, Preferences, JournalContext);

fn lines((session, preferences, journal): All, material: Material<'_>) -> Vec<Line> {
    let now = session.now.get();
    let boundary = preferences.with(|prefs| prefs.boundary);
    let clocks = Clocks::default();
    let offsets = |zone: &Zone, day, at| clocks.offset(zone, day, at);
    journal.with(|journal| {
        let items = today(journal, material, now, boundary, &offsets);
        items.into_iter().map(|item| line(item)).collect()
    })
}

fn line(item: TodayItem<'_>) -> Line {
    let texts = &i18n::more().programme.today;
    let (href, title) = match item {
        TodayItem::Group {
            root,
            group,
            on,
            at,
        } => (
            format!("/programme/session/{root}/{on}"),
            (texts.group)(&words::time_words(at), group.name.as_str()),
        ),
        TodayItem::Appointment {
            root,
            appointment,
            at,
        } => (
            format!("/programme/appointment/{root}"),
            (texts.group)(&words::time_words(at), appointment.with.as_str()),
        ),
        TodayItem::Medicine(root, medicine) => (
            format!("/programme/medicine/{root}"),
            (texts.medicine)(medicine.name.as_str()),
        ),
        TodayItem::CheckIn => ("/check-in".to_owned(), texts.check_in.to_owned()),
        TodayItem::Intention => ("/day/morning".to_owned(), texts.intention.to_owned()),
        TodayItem::LookBack => ("/day/evening".to_owned(), texts.look_back.to_owned()),
        TodayItem::DayPlan(plan) => {
            let wants = i18n::texts().tags(&plan.wants);
            let own = plan.words.as_ref().map(Note::as_str);
            let said: Vec<_> = [wants.as_str(), own.unwrap_or_default()]
                .into_iter()
                .filter(|words| !words.is_empty())
                .collect();
            ("/day".to_owned(), (texts.day)(&said.join(", ")))
        }
        TodayItem::Homework(_, session) => {
            let what = session.homework.as_ref().map_or("", |note| note.as_str());
            (
                format!("/programme/session/{}/{}", session.group, session.on),
                (texts.homework)(what),
            )
        }
        TodayItem::Assignment(root, task) => (
            format!("/programme/assignment/{root}"),
            task.what.as_str().to_owned(),
        ),
        TodayItem::Commitment(root, task) => (
            format!("/programme/commitment/{root}"),
            task.what.as_str().to_owned(),
        ),
        TodayItem::Goal(root, goal) => (
            format!("/programme/goal/{root}"),
            (texts.goal)(goal.what.as_str()),
        ),
        TodayItem::After(day) => ("/plans/after".to_owned(), (texts.after)(day)),
        TodayItem::Questionnaire(instrument) => (
            format!("/questionnaires/{}", instrument.id),
            (texts.questionnaire)(&instrument.title),
        ),
        TodayItem::Lesson(lesson) => (
            format!("/lessons/{}", lesson.id),
            (texts.lesson)(&lesson.title),
        ),
    };
    plain_line((href, title))
}
