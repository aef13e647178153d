//! Settings, and the truth about where the data is.

use ebb_core::crisis::Region;
use ebb_core::journal::DecodeError;
use ebb_core::moment::DayBoundary;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::sos::region_words;
use crate::components::{Confirm, Page, Problem, chip, when};
use crate::state::prefs::{TextSize, Theme};
use crate::state::{StorageTruth, start_afresh, storage_truth, use_ebb};

/// The screen of settings.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let texts = use_ebb().texts();
    view! {
        <Page title=texts.settings.title name="settings">
            <section class="card" aria-labelledby="look">
                <h2 id="look">{texts.settings.look}</h2>
                <Look />
            </section>
            <section class="card" aria-labelledby="days">
                <h2 id="days">{texts.settings.days}</h2>
                <Boundary />
                <RegionChoice />
                <Cues />
            </section>
            <section class="card" aria-labelledby="truth">
                <h2 id="truth">{texts.settings.truth}</h2>
                <Truth />
                <SetAside />
            </section>
            <section class="card" aria-labelledby="erase">
                <h2 id="erase">{texts.settings.erase}</h2>
                <Erase />
            </section>
            <p class="hint">{texts.settings.not_medical}</p>
        </Page>
    }
}

/// A group of radio buttons that look like chips.
fn choices<T: Copy + PartialEq + Send + Sync + 'static>(
    legend: &'static str,
    name: &'static str,
    options: Vec<(T, String)>,
    value: Signal<T>,
    choose: Callback<T>,
) -> impl IntoView {
    let options = options
        .into_iter()
        .map(|(option, words)| {
            chip(
                "radio",
                name,
                words.clone(),
                move || value.get() == option,
                move || choose.run(option),
            )
        })
        .collect_view();
    view! {
        <fieldset class="chips">
            <legend>{legend}</legend>
            <div class="chip-row">{options}</div>
        </fieldset>
    }
}

#[component]
fn Look() -> impl IntoView {
    let ebb = use_ebb();
    let texts = &ebb.texts().settings;
    view! {
        {choices(
            texts.language,
            "language",
            vec![((), texts.this_language.to_owned())],
            Signal::derive(|| ()),
            Callback::new(|()| ()),
        )}
        {choices(
            texts.theme,
            "theme",
            vec![
                (Theme::Auto, texts.theme_auto.to_owned()),
                (Theme::Light, texts.theme_light.to_owned()),
                (Theme::Dark, texts.theme_dark.to_owned()),
            ],
            Signal::derive(move || ebb.prefs.with(|prefs| prefs.theme)),
            Callback::new(move |theme| ebb.choose(|prefs| prefs.theme = theme)),
        )}
        {choices(
            texts.text,
            "text-size",
            vec![
                (TextSize::Normal, texts.text_normal.to_owned()),
                (TextSize::Large, texts.text_large.to_owned()),
                (TextSize::Larger, texts.text_larger.to_owned()),
            ],
            Signal::derive(move || ebb.prefs.with(|prefs| prefs.text)),
            Callback::new(move |text| ebb.choose(|prefs| prefs.text = text)),
        )}
    }
}

#[component]
fn Boundary() -> impl IntoView {
    let ebb = use_ebb();
    let texts = &ebb.texts().settings;
    let options = (0..=DayBoundary::LATEST_MINUTES)
        .step_by(60)
        .map(|minutes| {
            let words = format!("{:02}:00", minutes / 60);
            let chosen = move || ebb.prefs.with(|prefs| prefs.boundary.minutes()) == minutes;
            view! {
                <option value=minutes.to_string() selected=chosen>
                    {words}
                </option>
            }
        })
        .collect_view();
    let choose = move |value: String| {
        let boundary = value.parse().ok().and_then(|m| DayBoundary::new(m).ok());
        if let Some(boundary) = boundary {
            ebb.choose(|prefs| prefs.boundary = boundary);
        }
    };
    view! {
        <div class="field">
            <label for="boundary">{texts.boundary} <span class="hint">{texts.boundary_hint}</span></label>
            <select id="boundary" on:change:target=move |ev| choose(ev.target().value())>
                {options}
            </select>
        </div>
    }
}

/// Whose help lines come first.
#[component]
pub fn RegionChoice() -> impl IntoView {
    let ebb = use_ebb();
    let texts = &ebb.texts().settings;
    let options = Region::ALL
        .into_iter()
        .enumerate()
        .map(|(place, region)| {
            view! {
                <option value=place.to_string() selected=move || ebb.region() == region>
                    {region_words(region)}
                </option>
            }
        })
        .collect_view();
    let choose = move |value: String| {
        let region = value
            .parse()
            .ok()
            .and_then(|place: usize| Region::ALL.get(place).copied());
        if region.is_some() {
            ebb.choose(|prefs| prefs.region = region);
        }
    };
    view! {
        <div class="field">
            <label for="region">{texts.region}</label>
            <select id="region" on:change:target=move |ev| choose(ev.target().value())>
                {options}
            </select>
        </div>
    }
}

#[component]
fn Cues() -> impl IntoView {
    let ebb = use_ebb();
    let texts = &ebb.texts().settings;
    view! {
        <fieldset class="chips">
            <legend>{texts.cues}</legend>
            <div class="chip-row">
                {chip("checkbox", "sound", texts.sound.to_owned(), move || ebb.prefs.with(|prefs| prefs.sound), move || ebb.choose(|prefs| prefs.sound = !prefs.sound))}
                {chip("checkbox", "vibration", texts.vibration.to_owned(), move || ebb.prefs.with(|prefs| prefs.vibration), move || ebb.choose(|prefs| prefs.vibration = !prefs.vibration))}
            </div>
        </fieldset>
    }
}

#[component]
fn Truth() -> impl IntoView {
    let ebb = use_ebb();
    let texts = &ebb.texts().settings;
    let truth = RwSignal::new(None::<StorageTruth>);
    spawn_local(async move {
        truth.try_set(Some(storage_truth().await));
    });
    let lines = move || {
        let truth = truth.get()?;
        let persisted = match truth.persisted {
            Some(true) => texts.persisted,
            Some(false) => texts.not_persisted,
            None => texts.persistence_unknown,
        };
        let installed = if truth.installed {
            texts.installed
        } else {
            texts.not_installed
        };
        let space = truth
            .used
            .zip(truth.quota)
            .map(|(used, quota)| (texts.space)(used / 100_000, quota / 1_000_000));
        Some(view! {
            <li>{persisted}</li>
            <li>{installed}</li>
            {space.map(|space| view! { <li>{space}</li> })}
        })
    };
    let entries = move || ebb.journal.with(|journal| journal.entries().count());
    view! {
        <ul>
            <li>{texts.only_here}</li>
            <li>{move || (texts.entries)(entries())}</li>
            {lines}
            <li>{texts.private_window}</li>
            <li>{texts.safari}</li>
        </ul>
    }
}

#[component]
fn SetAside() -> impl IntoView {
    let ebb = use_ebb();
    let texts = &ebb.texts().settings;
    let counts = move || {
        ebb.set_aside.with(|aside| {
            let newer = aside
                .iter()
                .filter(|one| matches!(one.reason, DecodeError::Newer(_)))
                .count();
            (newer, aside.len() - newer)
        })
    };
    view! {
        {when(move || counts() != (0, 0), move || view! { <p class="problem" id="set-aside">
                {move || {
                    let (newer, damaged) = counts();
                    (texts.set_aside)(newer, damaged)
                }}
            </p> }.into_any())}
    }
}

#[component]
fn Erase() -> impl IntoView {
    let ebb = use_ebb();
    let all = ebb.texts();
    let texts = &all.settings;
    let problem = RwSignal::new(None);
    let erase = move |()| {
        spawn_local(async move {
            match ebb.delete_everything().await {
                Ok(()) => start_afresh(),
                Err(error) => problem.set(Some(all.problems.save(error))),
            }
        });
    };
    view! {
        <p>{texts.erase_words}</p>
        <Problem words=problem />
        <Confirm
            label=texts.erase
            question=texts.erase_question
            detail=texts.erase_detail
            yes=texts.erase_yes
            no=texts.erase_no
            act=erase
        />
    }
}
