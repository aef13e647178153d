//! Every part that screens are made of, in its states. Only a build for development has it.

mod shapes;
mod tokens;

use ebb_core::chart::{Bars, ChartMeasure, Frame, LineChart, Margins, Reading, Row};
use ebb_core::insight::CheckInItem;
use ebb_core::log::{FEELINGS, PLACES};
use ebb_core::rating::Rating;
use ebb_core::text::Tag;
use leptos::prelude::*;

use crate::components::chart::{Labels, bars, line};
use crate::components::pick::Picked;
use crate::components::{
    FileBox, Lines, ManyChips, OneChip, Page, Problem, Scale, Secret, SpanBar, Strength, Word,
};
use crate::sections::{progress_button, this_week};
use crate::state::{CancellableTask, use_preferences};
use crate::{i18n, words};

/// A week with a day of nothing and a day that was not logged.
const WEEK: [Option<f64>; 7] = [
    Some(2.0),
    Some(0.0),
    None,
    Some(4.0),
    Some(7.0),
    Some(3.0),
    Some(1.0),
];

/// The screen.
pub fn kit() -> AnyView {
    let parts = [
        ("type", tokens::type_scale()),
        ("colours", tokens::colours()),
        ("space", tokens::space()),
        ("corners", tokens::corners()),
        ("motion", tokens::motion()),
        ("icons", shapes::icons()),
        ("links", shapes::links()),
        ("disclosures", shapes::disclosures()),
        ("dialog", shapes::dialog()),
        ("surfaces", shapes::surfaces()),
        ("nothing yet", shapes::empties()),
        ("buttons", buttons()),
        ("scales", scales()),
        ("chips", chips()),
        ("fields", fields()),
        ("secrets", secrets()),
        ("slow work", slow_work()),
        ("told", told()),
        ("charts", charts()),
    ];
    let cards = parts.map(|(name, part)| {
        view! {
            <section class="card">
                <h2>{name}</h2>
                {part}
            </section>
        }
        .into_any()
    });
    view! {
        <Page title="/kit" name="kit">
            {cards.into_iter().collect::<Vec<_>>()}
        </Page>
    }
    .into_any()
}

fn buttons() -> AnyView {
    let words = i18n::texts().common.save;
    let one = |class: &'static str, off: bool| {
        view! {
            <button type="button" class=class disabled=off>
                {words}
            </button>
        }
        .into_any()
    };
    let classes = ["main", "soft", "quiet", "grave", "quiet small"];
    let all = [false, true].map(|off| classes.map(|class| one(class, off)));
    let rows = all.map(|row| {
        view! { <div class="row">{row.into_iter().collect::<Vec<_>>()}</div> }.into_any()
    });
    view! { <div class="stack">{rows.into_iter().collect::<Vec<_>>()}</div> }.into_any()
}

fn scales() -> AnyView {
    let words = &i18n::texts().craving;
    let one = |name: &'static str, rating: Option<u8>| {
        let value = RwSignal::new(rating.and_then(|rating| Rating::new(rating).ok()));
        view! {
            <Scale
                legend=words.intensity
                name=name
                low=words.none
                high=words.strongest
                value=value
                choose=move |rating| value.set(rating)
            />
        }
        .into_any()
    };
    view! {
        {one("scale-empty", None)}
        {one("scale-rated", Some(7))}
    }
    .into_any()
}

fn chips() -> AnyView {
    let texts = i18n::texts();
    let chosen = RwSignal::new(Vec::<Tag>::new());
    let place = RwSignal::new(None::<Tag>);
    let own = Signal::derive(move || Tag::own(texts.common.saved).into_iter().collect::<Vec<_>>());
    view! {
        <ManyChips
            legend=texts.craving.feelings
            name="feelings"
            suggestions=FEELINGS
            words=texts.tag
            known=own
            value=chosen
            choose=move |tags| chosen.set(tags)
        />
        <OneChip
            legend=texts.craving.place
            name="place"
            suggestions=PLACES
            words=texts.tag
            known=own
            value=place
            choose=move |tag| place.set(tag)
        />
    }
    .into_any()
}

/// A field for a file, with one that was chosen or none.
fn file_box(label: &'static str, id: &'static str, chosen: Option<&'static str>) -> AnyView {
    let part = FileBox {
        id,
        ..FileBox::default()
    };
    view! {
        <div class="field">
            <label for=id>{label}</label>
            {part.show(move || chosen.map(str::to_owned), |_| {})}
        </div>
    }
    .into_any()
}

fn fields() -> AnyView {
    let texts = i18n::texts();
    let word = RwSignal::new(String::new());
    let problem = Signal::derive(move || Some(texts.problems.not_a_tag.to_owned()));
    view! {
        <Word label=texts.common.when id="word" value=word write=move |typed| word.set(typed) />
        <Word
            label=texts.common.when
            id="word-wrong"
            value=word
            write=move |typed| word.set(typed)
            problem=problem
        />
        {file_box(texts.common.add, "file", None)}
        {file_box(texts.common.add, "file-there", Some(texts.common.saved))}
        <Lines
            label=texts.craving.thought
            id="lines"
            value=word
            write=move |typed| word.set(typed)
            hint=texts.common.saved
        />
        <Lines
            label=texts.craving.thought
            id="lines-wrong"
            value=word
            write=move |typed| word.set(typed)
            problem=problem
        />
    }
    .into_any()
}

fn secrets() -> AnyView {
    let words = &i18n::more().clinician;
    let secret = RwSignal::new(String::new());
    view! {
        <Secret
            label=words.own_passphrase
            id="secret"
            value=secret
            new=true
            hint=words.own_passphrase_hint
        />
        <Strength of=secret />
    }
    .into_any()
}

fn slow_work() -> AnyView {
    let words = &i18n::more().share;
    let busy = CancellableTask::new();
    busy.run(std::future::pending());
    view! {
        {progress_button(CancellableTask::new(), words.open, words.opening)}
        {progress_button(busy, words.open, words.opening)}
    }
    .into_any()
}

fn told() -> AnyView {
    let preferences = use_preferences();
    let texts = i18n::texts();
    let problem = Signal::derive(move || Some(texts.problems.not_a_tag.to_owned()));
    let today = Signal::derive(move || preferences.today());
    view! {
        <p class="lead">{texts.now.craving_hint}</p>
        <p class="hint">{texts.common.saved}</p>
        <p class="saved">{texts.common.saved}</p>
        <Problem words=problem />
        <SpanBar span=this_week() today=today />
    }
    .into_any()
}

fn charts() -> AnyView {
    let Ok(frame) = Frame::new(320.0, 120.0, Margins::default()) else {
        return ().into_any();
    };
    let span = this_week().get_untracked();
    let rows: Vec<_> = span
        .days()
        .zip(WEEK)
        .map(|(key, value)| Row {
            key,
            reading: Reading::of(value),
        })
        .collect();
    let names: Vec<_> = rows.iter().map(|row| words::day_short(row.key)).collect();
    let picked = Picked::among_days(rows.len());
    let labels = |class| Labels {
        ids: "chart-says".to_owned(),
        across: names.clone(),
        class,
        picked: Some(picked),
    };
    let counts = Bars::new(ChartMeasure::CravingsPerDay, rows.clone(), frame);
    let mood = LineChart::new(ChartMeasure::CheckIn(CheckInItem::Mood), rows, frame);
    view! {
        <p id="chart-says">{i18n::texts().insight.per_day}</p>
        {bars(&counts, labels("chart-week"))}
        {line(&mood, labels("chart-small"))}
        {picked.slider("chart-point", i18n::texts().insight.day, names.clone())}
    }
    .into_any()
}

#[cfg(test)]
mod tests;
