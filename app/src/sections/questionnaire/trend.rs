//! How the results of a questionnaire moved: a sentence, a picture, and the numbers.

use ebb_core::chart::{Frame, Margins, Results, tenths};
use ebb_core::content::instrument::{Instrument, Score};
use ebb_core::queries::{ScoreTrend, score_trends};
use ebb_core::time::LocalDay;
use leptos::prelude::*;

use crate::components::chart::{self, Labels};
use crate::components::folded_table;
use crate::components::pick::Picked;
use crate::i18n::TrendWords;
use crate::state::use_journal;
use crate::{i18n, words};

/// A line needs two ends.
const LEAST: usize = 2;

/// Every line of a questionnaire that has two results or more. Forms and ways of scoring are
/// never mixed: each has its own.
pub fn trends(instrument: &Instrument) -> Vec<AnyView> {
    let journal = use_journal();
    let all = journal.with(|journal| score_trends(journal, &instrument.id));
    let long = |trend: &&ScoreTrend| trend.points.len() >= LEAST;
    // Where the whole form was filled in twice, its short form says nothing more.
    let door = instrument.door.as_ref().map(|door| &door.score);
    let beyond = |trend: &ScoreTrend| Some(&trend.score) != door;
    let whole = all.iter().filter(long).any(beyond);
    all.iter()
        .filter(long)
        .filter(|trend| beyond(trend) || !whole)
        .enumerate()
        .filter_map(|(place, trend)| one(instrument, trend, place))
        .collect()
}

fn one(instrument: &Instrument, trend: &ScoreTrend, place: usize) -> Option<AnyView> {
    let words = &i18n::more().assess;
    // Of another version only the numbers are known, and neither its scale nor its ranges.
    let same = trend.form == instrument.form && trend.scoring == instrument.scoring;
    let score = instrument.score(&trend.score).filter(|_| same);
    let results: Vec<_> = trend.points.iter().map(|p| (p.day, p.value)).collect();
    let most = results.iter().map(|(_, value)| *value).max().unwrap_or(0);
    let range = score.map_or((0, most), |score| instrument.range(score));
    let edges: Vec<_> = bands(score).map(|(from, _)| from).collect();
    let frame = Frame::new(320.0, 120.0, Margins::default()).ok()?;
    let chart = Results::new(&results, range, &edges, frame);
    let days = [results.first()?, results.last()?].map(|(day, _)| words::day_of_month(*day));
    let id = format!("trend-{}-{place}", instrument.id);
    let named = score.map_or_else(
        || (i18n::texts().tag)(&trend.score),
        |score| score.title.clone(),
    );
    let places = chart.points.iter().map(|point| point.x / frame.width());
    let picked = Picked::among(places.collect());
    let labels = Labels {
        ids: format!("{id} {id}-says"),
        across: days.into(),
        class: "chart-ends",
        picked: Some(picked),
    };
    let marks = marks(score);
    Some(
        view! {
            <h3 id=id.clone()>{format!("{named}, {}", words.over_time.to_lowercase())}</h3>
            <p id=format!("{id}-says")>{sentence(&chart)?}</p>
            {chart::results(&chart, labels)}
            {picked.slider(format!("{id}-pick"), words.pick_result, each(score, &results))}
            {marks.map(|marks| view! { <p class="hint">{marks}</p> })}
            {(!same).then(|| view! { <p class="hint">{words.earlier_version}</p> })}
            {table(score, &results)}
        }
        .into_any(),
    )
}

/// The published ranges above the lowest.
fn bands(score: Option<&Score>) -> impl Iterator<Item = (u16, &str)> {
    let bands = score.map_or(&[][..], |score| &score.bands);
    bands
        .iter()
        .skip(1)
        .map(|band| (band.from, band.title.as_str()))
}

fn marks(score: Option<&Score>) -> Option<String> {
    let words = &i18n::more().assess;
    let bands: Vec<_> = bands(score)
        .map(|(from, title)| (words.band_from)(title, &from.to_string()))
        .collect();
    (!bands.is_empty()).then(|| (words.trend_bands)(&bands.join(", ")))
}

fn sentence(chart: &Results) -> Option<String> {
    let says = chart.describe()?;
    Some((i18n::more().assess.trend)(&TrendWords {
        n: says.n,
        first: tenths(says.first.value),
        first_day: words::day_words(says.first.at),
        last: tenths(says.last.value),
        last_day: words::day_words(says.last.at),
        low: tenths(says.lowest.value),
        high: tenths(says.highest.value),
    }))
}

/// Each result in words.
fn each(score: Option<&Score>, results: &[(LocalDay, u16)]) -> Vec<String> {
    let results = results.iter().map(|(day, value)| {
        let band = score.and_then(|score| score.band(*value));
        let band = band.map_or(String::new(), |band| format!(", {}", band.title));
        format!("{}: {value}{band}", words::day_words(*day))
    });
    results.collect()
}

fn table(score: Option<&Score>, results: &[(LocalDay, u16)]) -> AnyView {
    let words = &i18n::more().assess;
    let banded = score.is_some_and(|score| !score.bands.is_empty());
    let rows = results.iter().map(|(day, value)| {
        let mut row = vec![words::day_words(*day), value.to_string()];
        if let Some(band) = score.and_then(|score| score.band(*value)) {
            row.push(band.title.clone());
        }
        row
    });
    let mut head = vec![words.day, words.score];
    if banded {
        head.push(words.range);
    }
    folded_table(words.show_numbers, words.over_time, head, rows.collect())
}
