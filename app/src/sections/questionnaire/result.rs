//! What came of a questionnaire: numbers with their ranges in words, and never a verdict.

use std::sync::Arc;

use ebb_core::content::instrument::{Instrument, ScoreDirection, ScoreError, ScoreView};
use ebb_core::journal::RecordId;
use ebb_core::log::Questionnaire;
use ebb_core::queries::{ScoreTrend, score_trends};
use leptos::prelude::*;
use leptos_router::components::A;

use super::crisis::{crisis, noted};
use super::origin_lines;
use super::trend::trends;
use crate::components::{folded, reading_list};
use crate::sections::shelved;
use crate::state::content::{answer_words, instruments};
use crate::state::{use_journal, use_preferences};
use crate::{i18n, words};

/// A kept questionnaire with everything that belongs to it.
#[component]
pub fn ResultView(root: RecordId, kept: Questionnaire) -> impl IntoView {
    let words = &i18n::more().assess;
    let finished = kept.is_finished();
    let shown = shelved(instruments(), words.missing, move |library| {
        match library.get(&kept.instrument) {
            Some(instrument) => result(instrument, root, &kept),
            None => lines(&kept),
        }
    });
    view! {
        {shown}
        {finished.then(|| view! { <p class="hint">{words.no_verdict}</p> })}
        <p>
            <A href="/questionnaires" attr:class="button soft">
                {words.all}
            </A>
        </p>
    }
}

fn result(instrument: &Instrument, root: RecordId, kept: &Questionnaire) -> AnyView {
    let preferences = use_preferences();
    let journal = use_journal();
    let words = &i18n::more().assess;
    let mut parts = Vec::new();
    if instrument.is_crisis(&kept.answers) {
        let day =
            journal.with_untracked(|journal| journal.get(root).map(|record| record.local_day));
        let today = preferences.today_untracked();
        let note = noted(instrument, &kept.answers, day.unwrap_or(today));
        parts.push(crisis(
            false,
            day == Some(today),
            Arc::new(move || note.clone()),
        ));
    }
    parts.push(view! { <h2>{instrument.title.clone()}</h2> }.into_any());
    match instrument.report_of(kept) {
        _ if !kept.is_finished() => parts.push(lines(kept)),
        Ok(report) => {
            let all = journal.with_untracked(|journal| score_trends(journal, &instrument.id));
            let door = instrument.door.as_ref().map(|door| &door.score);
            let short = report.scores.len() == 1;
            // Where the sums are in doubt, the answers come first.
            if let Some(doubt) = instrument.scores_doubt.clone() {
                parts.push(answers(instrument, kept, true));
                parts.push(view! { <h3>{words.doubt}</h3> }.into_any());
                parts.push(view! { <p>{doubt}</p> }.into_any());
            }
            let shown = report.scores.iter();
            let shown = shown.filter(|view| short || Some(&view.score.id) != door);
            parts.extend(shown.map(|view| score(view, &all, root)));
            let door = instrument.door.as_ref().filter(|_| short);
            parts.extend(door.map(|_| view! { <p>{words.door_result}</p> }.into_any()));
        }
        Err(ScoreError::OtherVersion) => {
            parts.push(lines(kept));
            parts.push(view! { <p class="hint">{words.other_version}</p> }.into_any());
        }
        Err(_) => parts.push(lines(kept)),
    }
    let trends = trends(instrument);
    if !trends.is_empty() {
        parts.push(view! { <section class="card sight">{trends}</section> }.into_any());
    }
    let first = instrument.scores_doubt.is_some() && instrument.report_of(kept).is_ok();
    if !first || !kept.is_finished() {
        parts.push(answers(instrument, kept, false));
    }
    let mut origin = vec![(words.version)(&kept.form, &kept.scoring)];
    origin.extend(origin_lines(instrument));
    parts.push(folded(words.origin, origin));
    parts.into_any()
}

/// One number: what range it is in, whether it is worth a look, and how it changed.
fn score(view: &ScoreView, all: &[ScoreTrend], root: RecordId) -> AnyView {
    let words = &i18n::more().assess;
    let value = (words.result)(view.value, view.high, None);
    let before = all
        .iter()
        .filter(|trend| trend.score == view.score.id)
        .find_map(|trend| trend.before(root));
    let mut says = Vec::new();
    if let Some(band) = view.band {
        let above = view.score.bands.iter().map(|band| band.from);
        let next = above.filter(|from| *from > band.from).min();
        let to = next.map_or(view.high, |next| next - 1);
        says.push((words.band)(&band.title, band.from, to));
    }
    if view.score.higher == ScoreDirection::Better {
        says.push(words.better_high.to_owned());
    }
    if let Some(before) = before {
        let day = words::day_words(before.day);
        let points = view.score.meaningful_change.as_ref();
        says.push((words.change)(
            view.score.change(before.value, view.value),
            before.value,
            view.value,
            &day,
            points.map_or(0, |change| change.points),
        ));
    }
    if let Some(look) = view.look {
        says.push(look.words.clone());
    }
    let says: Vec<_> = says
        .into_iter()
        .map(|line| view! { <p>{line}</p> }.into_any())
        .collect();
    view! {
        <section class="card">
            <h3>{view.score.title.clone()}</h3>
            <p class="outcome">{value}</p>
            {says}
        </section>
    }
    .into_any()
}

/// As in a list, for what cannot be scored (again).
fn lines(kept: &Questionnaire) -> AnyView {
    reading_list(words::questionnaire_lines(kept))
}

fn answers(instrument: &Instrument, kept: &Questionnaire, open: bool) -> AnyView {
    let words = &i18n::more().assess;
    let given = kept.answers.iter().filter_map(|reply| {
        let item = instrument.item(&reply.item)?;
        Some((item.text.clone(), answer_words(instrument, reply)?))
    });
    view! {
        <details class="more" open=open>
            <summary>{words.answers}</summary>
            <div lang=instrument.language.clone()>
                <p>{instrument.lead.clone()}</p>
                {reading_list(given.collect())}
            </div>
        </details>
    }
    .into_any()
}
