//! Dates of groups and appointments, by the clock here.

use ebb_core::journal::RecordId;
use ebb_core::log::{Entry, Group, Journal, Occurrence};
use ebb_core::queries::{appointments, groups, session_of};
use ebb_core::time::{LocalDay, Moment};
use leptos::prelude::*;

use super::HERE;
use crate::components::{Line, list};
use crate::state::{Clocks, use_journal, use_preferences, use_session};
use crate::{i18n, words};

/// How far ahead one sees.
const AHEAD: i32 = 14;
/// Most coming dates of one group beside those of others.
const OF_ONE: usize = 2;
/// Most dates of a group that are listed at once.
const DATES: usize = 6;

/// What is coming in the next two weeks, the soonest first.
pub(super) fn coming(journal: &Journal, now: Moment) -> Vec<Line> {
    let preferences = use_preferences();
    let clocks = Clocks::default();
    let today = preferences.day_of(now);
    let (from, to) = (today.plus(-1), today.plus(AHEAD));
    let mut found: Vec<(Moment, Line)> = Vec::new();
    for (root, _, group) in groups(journal) {
        let dates = group
            .between(from, to)
            .into_iter()
            .filter_map(|occurrence| {
                let at = clocks.moment(&occurrence.start, now)?;
                let line = Line {
                    href: format!("{HERE}/session/{root}/{}", occurrence.on),
                    title: group.name.as_str().to_owned(),
                    ..Line::default()
                };
                (!at.is_over(group.minutes, now)).then_some((at, line))
            });
        found.extend(dates.take(OF_ONE));
    }
    for (root, _, appointment) in appointments(journal) {
        let at = clocks.moment(&appointment.start, now);
        let at =
            at.filter(|at| !at.is_over(appointment.minutes, now) && appointment.held.is_none());
        if let Some(at) = at.filter(|_| appointment.start.day <= to) {
            let line = Line {
                href: format!("{HERE}/appointment/{root}"),
                title: appointment.with.as_str().to_owned(),
                ..Line::default()
            };
            found.push((at, line));
        }
    }
    found.sort_by_key(|(at, _)| at.utc_ms());
    let lines = found.into_iter().take(DATES).map(|(at, line)| Line {
        detail: words::moment_words(at),
        ..line
    });
    lines.collect()
}

/// When a group begins on one date of its pattern.
pub(super) fn begins(group: &Group, on: LocalDay) -> Option<Moment> {
    let session = use_session();
    let all = group.between(on.plus(-400), on.plus(400));
    let this = all.into_iter().find(|occurrence| occurrence.on == on)?;
    Clocks::default().moment(&this.start, session.now.get_untracked())
}

/// A group's next dates and those before, each with what was noted of it.
pub(super) fn group_dates(root: RecordId) -> AnyView {
    let session = use_session();
    let preferences = use_preferences();
    let journal = use_journal();
    let programme = &i18n::more().programme;
    let dates = Memo::new(move |_| {
        let (today, now) = (preferences.today(), session.now.get());
        journal.with(|journal| split(journal, root, today, now))
    });
    let words = move |dates: Vec<Date>| {
        let now = session.now.get_untracked();
        let clocks = Clocks::default();
        let lines = dates.into_iter().map(|date| {
            let at = clocks.moment(&date.occurrence.start, now);
            let title = at.map_or_else(String::new, words::moment_words);
            let detail = match date.attended {
                Some(true) => programme.was_there,
                Some(false) => programme.was_not,
                None => "",
            };
            Line {
                href: format!("{HERE}/session/{root}/{}", date.occurrence.on),
                title,
                detail: detail.to_owned(),
                tick: None,
            }
        });
        list(lines.collect())
    };
    view! {
        <section aria-labelledby="next-dates">
            <h2 id="next-dates">{programme.upcoming_dates}</h2>
            {move || words(dates.get().0)}
        </section>
        <section aria-labelledby="past-dates">
            <h2 id="past-dates">{programme.past_dates}</h2>
            {move || words(dates.get().1)}
        </section>
    }
    .into_any()
}

/// One date, and whether the person was there.
#[derive(Clone, PartialEq)]
struct Date {
    occurrence: Occurrence,
    attended: Option<bool>,
}

/// The dates that are still to come or going on, and those that are over, the last one first.
fn split(
    journal: &Journal,
    root: RecordId,
    today: LocalDay,
    now: Moment,
) -> (Vec<Date>, Vec<Date>) {
    let Some(Entry::Group(group)) = journal.get(root).map(|record| &record.entry) else {
        return (Vec::new(), Vec::new());
    };
    let date = |occurrence: Occurrence| {
        let session = session_of(journal, root, occurrence.on);
        let attended = session.and_then(|(_, _, session)| session.attended);
        Date {
            occurrence,
            attended,
        }
    };
    let clocks = Clocks::default();
    let all = group.between(today.plus(-60), today.plus(60)).into_iter();
    let (past, next): (Vec<_>, Vec<_>) = all.partition(|occurrence| {
        let begins = clocks.moment(&occurrence.start, now);
        begins.is_some_and(|at| at.is_over(group.minutes, now))
    });
    (
        next.into_iter().take(DATES).map(date).collect(),
        past.into_iter().rev().take(DATES).map(date).collect(),
    )
}
