//! What a session begins with, on one page: whose, since when, what comes first, how scores moved,
//! how cravings came, and what to talk about.

use ebb_core::chart::{AreaChart, ChartMeasure, Frame, Margins, tenths};
use ebb_core::content::instrument::{Instrument, ScoreDirection};
use ebb_core::insight::LookBack;
use ebb_core::log::{Entry, Questionnaire};
use ebb_core::rating::Rating;
use ebb_core::share::Share;
use ebb_core::share::review::{Flag, InNumbers, ReviewAgenda, ReviewMeasure, Shifted, in_numbers};
use leptos::prelude::*;
use leptos_router::components::A;

use super::{flags, latest};
use crate::components::chart::{self, Labels};
use crate::components::lines_or;
use crate::state::use_preferences;
use crate::{i18n, words};

/// The most slips and points to talk about that have room.
const MOST: usize = 4;

/// The page. `forms` are the questionnaires that are known.
pub fn one_page(share: &Share, agenda: &ReviewAgenda<'_>, forms: &[Instrument]) -> AnyView {
    let words = &i18n::more().review;
    let numbers = in_numbers(share);
    let days = [share.first, share.last].map(words::day_of_month);
    // The same in every share of one person; its end tells two of them apart.
    let person = share.person.to_string();
    let mark = person
        .get(person.len().saturating_sub(4)..)
        .unwrap_or_default();
    let talk = agenda.talk.iter().take(MOST);
    let talk: Vec<String> = talk.map(|talk| talk.what.as_str().to_owned()).collect();
    let part = |class: &'static str, title: &'static str, inside: AnyView| {
        view! {
            <section class=class>
                <h3>{title}</h3>
                {inside}
            </section>
        }
        .into_any()
    };
    let first = view! {
        <p class="told-first">{latest(agenda, forms)}</p>
        {lines_or(slips(share, agenda, forms), words.no_flags)}
    };
    view! {
        <section class="card one-page" aria-labelledby="one-page">
            <header>
                <h2 id="one-page">{(words.person)(mark)}</h2>
                <p>{(words.range)(&days[0], &days[1])}</p>
                <A href="/review/set" attr:class="button soft screen-only">
                    {i18n::more().clinician.set.title}
                </A>
            </header>
            {part("one-first", words.flags, first.into_any())}
            {part("one-since", words.since, lines_or(since(&numbers), ""))}
            {part("one-scores", words.instruments, scores(share, agenda, forms))}
            {part("one-cravings", i18n::texts().insight.cravings, cravings(share, agenda))}
            {part("one-talk", words.talk, lines_or(talk, words.no_talk))}
        </section>
    }
    .into_any()
}

/// Slips with what the person said of them, the newest first; answers that come before all else
/// before them.
fn slips(share: &Share, agenda: &ReviewAgenda<'_>, forms: &[Instrument]) -> Vec<String> {
    let texts = i18n::texts();
    let lines = flags(agenda, forms).into_iter().zip(&agenda.flags);
    let lines = lines.map(|(line, flag)| {
        let Flag::Slip { root, .. } = flag else {
            return line;
        };
        let entry = share.journal.get(*root).map(|record| &record.entry);
        let Some(Entry::Slip(slip)) = entry else {
            return line;
        };
        let mut said = texts.tags(slip.substance.as_slice());
        if !slip.triggers.is_empty() {
            if !said.is_empty() {
                said.push_str(" · ");
            }
            said.push_str(&texts.tags(&slip.triggers));
        }
        if said.is_empty() {
            line
        } else {
            format!("{line} {said}")
        }
    });
    lines.take(MOST).collect()
}

fn since(numbers: &InNumbers) -> Vec<String> {
    let words = &i18n::more().review;
    let mut lines = vec![match numbers.since {
        Some(day) => (words.since_session)(&words::day_words(day)),
        None => words.since_unknown.to_owned(),
    }];
    let strongest = numbers.strongest.map(Rating::get);
    lines.push((words.since_counts)(
        numbers.cravings,
        strongest,
        numbers.slips,
        numbers.practices,
    ));
    lines.push((words.medication)(
        numbers.medication_missed,
        numbers.medication_noted,
    ));
    lines.push((words.groups)(numbers.attended, numbers.missed));
    lines
}

/// Each score: the newest with its range, from what it came, and whether that is known to mean
/// something.
fn scores(share: &Share, agenda: &ReviewAgenda<'_>, forms: &[Instrument]) -> AnyView {
    let words = &i18n::more().review;
    let mut rows: Vec<AnyView> = Vec::new();
    for form in forms {
        let newest = share.journal.all_of::<Questionnaire>().rev();
        let newest = newest
            .filter(|(_, _, kept)| kept.is_finished())
            .find_map(|(_, record, kept)| Some((record.local_day, form.report_of(kept).ok()?)));
        let Some((day, report)) = newest else {
            continue;
        };
        let door = form.door.as_ref().map(|door| &door.score);
        for view in report
            .scores
            .iter()
            .filter(|view| Some(&view.score.id) != door)
        {
            let shifted = agenda.changes.iter().find(|shifted| {
                matches!(
                    &shifted.measure,
                    ReviewMeasure::Score { instrument, score }
                        if *instrument == form.id && *score == view.score.id
                )
            });
            let band = view.band.map(|band| band.title.clone());
            let name = if report.scores.len() > 2 {
                format!("{} {}", form.title, view.score.title)
            } else {
                form.title.clone()
            };
            rows.push(
                view! {
                    <tr>
                        <th scope="row">{name}</th>
                        <td>
                            <b>{view.value}</b>
                            {format!(" / {}", view.high)}
                        </td>
                        <td>{band}</td>
                        <td>{shifted.map(moved)}</td>
                        <td class="hint">{words::day_of_month(day)}</td>
                    </tr>
                }
                .into_any(),
            );
        }
    }
    if rows.is_empty() {
        return view! { <p>{words.no_instruments}</p> }.into_any();
    }
    view! {
        <table class="scores">
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// From what it came, with an arrow, and what that is known to mean.
fn moved(shifted: &Shifted) -> String {
    let words = &i18n::more().review;
    let change = shifted.change();
    let arrow = if change > 0.0 {
        "↑"
    } else if change < 0.0 {
        "↓"
    } else {
        "→"
    };
    let from = format!("{arrow} {}", tenths(shifted.before.mean));
    let Some(points) = shifted.telling else {
        return from;
    };
    let says = match (shifted.is_told(), shifted.higher) {
        (false, _) => (words.moved_little)(&tenths(points)),
        (true, Some(ScoreDirection::Worse)) if change > 0.0 => words.moved_worse.to_owned(),
        (true, Some(ScoreDirection::Better)) if change < 0.0 => words.moved_worse.to_owned(),
        (true, Some(_)) => words.moved_better.to_owned(),
        (true, None) => (words.means_something)(&tenths(points)),
    };
    format!("{from}, {says}")
}

/// The strongest of each day, with the days of slips marked.
fn cravings(share: &Share, agenda: &ReviewAgenda<'_>) -> AnyView {
    let preferences = use_preferences();
    let words = &i18n::texts().insight;
    let n = agenda.totals.cravings.n();
    let picture = share.span().and_then(|span| {
        let frame = Frame::new(320.0, 72.0, Margins::default()).ok()?;
        let made_on = preferences.day_of(share.issued_at);
        let back = LookBack::over(&share.journal, span, made_on);
        let chart = AreaChart::over(&back, ChartMeasure::StrongestPerDay, frame);
        let days: Vec<_> = agenda
            .flags
            .iter()
            .filter_map(|flag| match flag {
                Flag::Slip { day, .. } => span.position(*day),
                Flag::Answer { .. } => None,
            })
            .collect();
        let labels = Labels {
            ids: "one-cravings-says".to_owned(),
            across: [span.first(), span.last()].map(words::day_of_month).into(),
            class: "chart-ends",
            picked: None,
        };
        Some(chart::area_chart_marked(
            &chart,
            &days,
            usize::from(span.length()),
            labels,
        ))
    });
    let slips = (agenda.totals.slips > 0).then(|| i18n::more().review.slips_marked);
    view! {
        <p id="one-cravings-says">
            {(words.cravings_on_days)(n, agenda.totals.days_logged)} " " {slips}
        </p>
        {picture}
    }
    .into_any()
}
