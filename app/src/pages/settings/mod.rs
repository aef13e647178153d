//! Settings, and the truth about where the data is.

mod discretion;

use ebb_core::journal::RecordId;
use ebb_core::store::{Integrity, Table, Unreadable};
use ebb_core::time::{DayBoundary, Moment};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;

use self::discretion::Discretion;
use crate::components::{Page, Problem, browser_truth, chip, choices, when};
use crate::i18n::{Language, spoken_language};
use crate::sections::{
    LastBackup, RegionChoice, build_check, counts_switch, erase_everything, example_button,
    home_screen, key_settings, progress_button,
};
use crate::state::prefs::{Contrast, TextSize, Theme};
use crate::state::{
    CancellableTask, StorageTruth, backup, fresh_now, storage_truth, use_journal, use_preferences,
};
use crate::{i18n, words};

/// The screen of settings.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let texts = i18n::texts();
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
                {counts_switch()}
            </section>
            <Discretion />
            <section class="card" aria-labelledby="about">
                <h2 id="about">{i18n::more().welcome.about}</h2>
                <div class="row">
                    <A href="/welcome" attr:class="button soft">
                        {i18n::more().welcome.again}
                    </A>
                    {example_button()}
                </div>
                {key_settings()}
                {build_check()}
            </section>
            <section class="card" aria-labelledby="keep">
                <h2 id="keep">{texts.settings.keep}</h2>
                <LastBackup />
                <div class="row">
                    <A href="/settings/lock" attr:class="button soft">
                        {i18n::more().lock.title}
                    </A>
                    <A href="/settings/backup" attr:class="button soft">
                        {i18n::more().backup.title}
                    </A>
                    <A href="/share" attr:class="button soft">
                        {i18n::more().share.title}
                    </A>
                </div>
            </section>
            <section class="card" aria-labelledby="truth">
                <h2 id="truth">{texts.settings.truth}</h2>
                <Truth />
                <QuarantineCard />
            </section>
            <section class="card" aria-labelledby="erase">
                <h2 id="erase">{texts.settings.erase}</h2>
                {erase_everything(texts.settings.erase_words, None)}
            </section>
            <p class="hint">{texts.settings.not_medical}</p>
        </Page>
    }
}

#[component]
fn Look() -> impl IntoView {
    let preferences = use_preferences();
    let texts = &i18n::texts().settings;
    let more = &i18n::more().settings;
    view! {
        <LanguageChoice />
        {choices(
            texts.theme,
            "theme",
            vec![
                (Theme::Auto, texts.theme_auto.to_owned()),
                (Theme::Light, texts.theme_light.to_owned()),
                (Theme::Dark, texts.theme_dark.to_owned()),
            ],
            Signal::derive(move || preferences.with(|prefs| prefs.theme)),
            Callback::new(move |theme| preferences.choose(|prefs| prefs.theme = theme)),
        )}
        {choices(
            more.contrast,
            "contrast",
            vec![
                (Contrast::Auto, texts.theme_auto.to_owned()),
                (Contrast::More, more.contrast_more.to_owned()),
            ],
            Signal::derive(move || preferences.with(|prefs| prefs.contrast)),
            Callback::new(move |contrast| preferences.choose(|prefs| prefs.contrast = contrast)),
        )}
        {choices(
            texts.text,
            "text-size",
            vec![
                (TextSize::Normal, texts.text_normal.to_owned()),
                (TextSize::Large, texts.text_large.to_owned()),
                (TextSize::Larger, texts.text_larger.to_owned()),
            ],
            Signal::derive(move || preferences.with(|prefs| prefs.text)),
            Callback::new(move |text| preferences.choose(|prefs| prefs.text = text)),
        )}
    }
}

/// The page is loaded again in the language that was chosen, once its words are here.
#[component]
fn LanguageChoice() -> impl IntoView {
    let preferences = use_preferences();
    let texts = &i18n::texts().settings;
    let chosen = RwSignal::new(spoken_language());
    let problem = RwSignal::new(None);
    let choose = move |language: Language| {
        if language == spoken_language() {
            return;
        }
        chosen.set(language);
        spawn_local(async move {
            if preferences.change_language(language).await.is_err() {
                chosen.try_set(spoken_language());
                problem.try_set(Some(i18n::more().settings.language_missing.to_owned()));
            }
        });
    };
    let names = Language::ALL.into_iter();
    view! {
        {choices(
            texts.language,
            "language",
            names.map(|language| (language, language.name().to_owned())).collect(),
            chosen.into(),
            Callback::new(choose),
        )}
        <Problem words=problem />
    }
}

#[component]
fn Boundary() -> impl IntoView {
    let preferences = use_preferences();
    let texts = &i18n::texts().settings;
    let options = (0..=DayBoundary::LATEST_MINUTES)
        .step_by(60)
        .map(|minutes| {
            let words = words::clock_words(minutes);
            let chosen = move || preferences.with(|prefs| prefs.boundary.minutes()) == minutes;
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
            preferences.choose(|prefs| prefs.boundary = boundary);
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

#[component]
fn Cues() -> impl IntoView {
    let preferences = use_preferences();
    let texts = &i18n::texts().settings;
    view! {
        <fieldset class="chips">
            <legend>{texts.cues}</legend>
            <div class="chip-row">
                {chip("checkbox", "sound", texts.sound.to_owned(), move || preferences.with(|prefs| prefs.sound), move || preferences.choose(|prefs| prefs.sound = !prefs.sound))}
                {chip("checkbox", "vibration", texts.vibration.to_owned(), move || preferences.with(|prefs| prefs.vibration), move || preferences.choose(|prefs| prefs.vibration = !prefs.vibration))}
            </div>
        </fieldset>
    }
}

#[component]
fn Truth() -> impl IntoView {
    let journal = use_journal();
    let texts = &i18n::texts().settings;
    let truth = RwSignal::new(None::<StorageTruth>);
    spawn_local(async move {
        truth.try_set(Some(storage_truth().await));
    });
    let lines = move || {
        let truth = truth.get()?;
        let space = truth
            .used
            .zip(truth.quota)
            .map(|(used, quota)| (texts.space)(used.div_ceil(100_000), quota / 1_000_000));
        Some(view! {
            {browser_truth(truth)}
            {space.map(|space| view! { <li>{space}</li> })}
        })
    };
    let entries = move || journal.with(|journal| journal.entries().count());
    view! {
        <ul>
            <li>{texts.only_here}</li>
            <li>{move || (texts.entries)(entries())}</li>
            {lines}
            <li>{texts.private_window}</li>
            <li>{texts.safari}</li>
        </ul>
        {home_screen()}
    }
}

#[component]
fn QuarantineCard() -> impl IntoView {
    let journal = use_journal();
    let storage = &i18n::texts().storage;
    let problem = RwSignal::new(None);
    let task = CancellableTask::new();
    let rescue = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        task.run(async move {
            let words = match backup::rescue(journal).await {
                Ok(true) => None,
                Ok(false) => Some(i18n::more().backup.not_saved.to_owned()),
                Err(error) => Some(i18n::texts().problems.store(error).to_owned()),
            };
            problem.try_set(words);
        });
    };
    let texts = &i18n::texts().settings;
    let counts = move || {
        journal.quarantined.with(|quarantined| {
            let newer = quarantined
                .iter()
                .filter(|one| matches!(one.reason, Unreadable::Newer(_)))
                .count();
            (newer, quarantined.len() - newer)
        })
    };
    view! {
        {move || journal.integrity.with(not_as_left).into_iter().map(|words| view! { <p class="problem">{words}</p> }).collect_view()}
        {when(move || counts() != (0, 0), move || view! { <p class="problem" id="quarantine">
                {move || {
                    let (newer, damaged) = counts();
                    (texts.quarantined)(newer, damaged)
                }}
            </p>
            <p class="hint">{storage.rescue_words}</p>
            <form on:submit=rescue>{progress_button(task, storage.rescue, i18n::more().share.preparing)}</form>
            <Problem words=problem /> }.into_any())}
    }
}

/// What a lock has found not to be as it was left, in sentences.
fn not_as_left(integrity: &Integrity) -> Vec<String> {
    if integrity.is_whole() {
        return Vec::new();
    }
    let texts = &i18n::more().lock;
    let mut said = Vec::new();
    let entries = integrity
        .missing
        .iter()
        .filter(|(table, _)| matches!(table, Table::Records | Table::Segments));
    let newest = entries
        .filter_map(|(_, key)| key.parse::<RecordId>().ok())
        .max();
    if !integrity.missing.is_empty() {
        let day = newest.and_then(day_of);
        said.push((texts.missing)(integrity.missing.len(), day));
    }
    if !integrity.planted.is_empty() {
        said.push((texts.planted)(integrity.planted.len()));
    }
    if integrity.unchecked {
        said.push(texts.unchecked.to_owned());
    }
    if integrity.other_vault {
        said.push(texts.other_vault.to_owned());
    }
    said
}

/// The day in an id, where the person is now.
fn day_of(id: RecordId) -> Option<String> {
    let ms = i64::try_from(id.time_ms()).ok()?;
    let moment = Moment::new(ms, fresh_now().offset_minutes()).ok()?;
    Some(words::date_words(moment.local_day(DayBoundary::default())))
}
