//! For the people who want to help: a page to read together, and a summary to show.

use ebb_core::content::crisis::EmergencyId;
use ebb_core::log::{GoalState, Journal};
use ebb_core::queries::{days, goals, groups, phase_on, reasons, starts, to_turn_to};
use leptos::prelude::*;
use leptos_router::components::A;

use super::recovery_progress;
use crate::components::{Lines, Page, Sample, chip, empty, when};
use crate::sections::{counts_shown, emergency};
use crate::state::{print, use_journal, use_preferences};
use crate::{i18n, words};

/// The page to read together.
pub fn family() -> AnyView {
    let more = i18n::more();
    let texts = &more.family;
    view! {
        <Page title=texts.title name="family">
            <p class="lead">{texts.lead}</p>
            {points(texts.helps, "", &texts.helps_list)}
            {points(texts.hurts, "", &texts.hurts_list)}
            {points(texts.ask, texts.ask_words, &texts.ask_list)}
            <section class="card">
                <h2>{texts.builder}</h2>
                <p>{texts.builder_words}</p>
                <A href="/exercises/i-statement" attr:class="button soft screen-only">
                    {texts.build}
                </A>
            </section>
            <section class="card screen-only">
                <h2>{texts.summary}</h2>
                <p>{texts.summary_lead}</p>
                <A href="/programme/family/summary" attr:class="button soft">
                    {texts.summary}
                </A>
            </section>
            {emergency(EmergencyId::Overdose, false)}
            <p class="aside">
                <A href="/sos">{more.plans.help_lines}</A>
            </p>
            <p class="hint">{texts.note}</p>
            <button type="button" class="soft screen-only" on:click=move |_| print()>
                {more.sheet.print}
            </button>
        </Page>
    }
    .into_any()
}

fn points(title: &'static str, lead: &'static str, list: &'static [&'static str]) -> AnyView {
    let items = list.iter().map(|words| view! { <li>{*words}</li> });
    let lead = (!lead.is_empty()).then(|| view! { <p>{lead}</p> });
    view! {
        <section>
            <h2>{title}</h2>
            {lead}
            <ul>{items.collect_view()}</ul>
        </section>
    }
    .into_any()
}

/// What can go into the summary. Nothing does until it is chosen.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Days,
    Phase,
    Groups,
    Goals,
    Reasons,
    Helps,
}

const PARTS: [Part; 6] = [
    Part::Days,
    Part::Phase,
    Part::Groups,
    Part::Goals,
    Part::Reasons,
    Part::Helps,
];

/// The summary: chosen, shown exactly as it is printed, and kept nowhere.
pub fn summary() -> AnyView {
    let more = i18n::more();
    let texts = &more.family;
    let picked = RwSignal::new(Vec::<Part>::new());
    let own = RwSignal::new(String::new());
    // Who does not want to see the days has no use for them here.
    let wanted = move |part: &Part| *part != Part::Days || counts_shown();
    let chips = PARTS.into_iter().filter(wanted).map(move |part| {
        let flip = move || {
            picked.update(|picked| match picked.iter().position(|one| *one == part) {
                Some(place) => drop(picked.remove(place)),
                None => picked.push(part),
            });
        };
        let is = move || picked.with(|picked| picked.contains(&part));
        chip("checkbox", "part", title(part).to_owned(), is, flip)
    });
    let nothing = move || picked.with(Vec::is_empty) && own.with(|own| own.trim().is_empty());
    let shown = move || {
        let chosen = PARTS
            .into_iter()
            .filter(|part| picked.with(|all| all.contains(part)));
        let sections = chosen.map(section);
        sections.collect::<Vec<_>>()
    };
    view! {
        <Page title=texts.summary name="summary">
            <div class="screen-only">
                <p class="lead">{texts.summary_lead}</p>
                <fieldset class="chips">
                    <legend>{texts.pick}</legend>
                    <div class="chip-row">{chips.collect_view()}</div>
                </fieldset>
                <Lines label=texts.own_words id="own" value=own write=move |text| own.set(text) />
                <h2>{texts.show}</h2>
            </div>
            {when(nothing, move || empty(texts.nothing_picked, Sample::Reading))}
            {when(move || !nothing(), move || view! {
                <div class="card plan">
                    <h2>{texts.heading}</h2>
                    {shown}
                    <p class="own" dir="auto">{own}</p>
                </div>
                <button type="button" class="soft screen-only" on:click=move |_| print()>
                    {more.sheet.print}
                </button>
            }.into_any())}
        </Page>
    }
    .into_any()
}

fn title(part: Part) -> &'static str {
    let texts = &i18n::more().family;
    match part {
        Part::Days => texts.pick_days,
        Part::Phase => texts.pick_phase,
        Part::Groups => texts.pick_groups,
        Part::Goals => texts.pick_goals,
        Part::Reasons => texts.pick_reasons,
        Part::Helps => texts.pick_helps,
    }
}

fn section(part: Part) -> AnyView {
    let journal = use_journal();
    let lines = journal.with(|journal| lines(journal, part));
    let none = lines
        .is_empty()
        .then(|| view! { <p>{i18n::more().plans.not_yet}</p> });
    let lines = lines
        .into_iter()
        .map(|line| view! { <li dir="auto">{line}</li> });
    view! {
        <h3>{title(part)}</h3>
        {none}
        <ul>{lines.collect_view()}</ul>
    }
    .into_any()
}

/// What a part says. Nobody's number is in it, and no name but those of people one calls.
fn lines(journal: &Journal, part: Part) -> Vec<String> {
    let preferences = use_preferences();
    let more = i18n::more();
    let today = preferences.today_untracked();
    match part {
        Part::Days => starts(journal)
            .into_iter()
            .map(|(_, _, start)| {
                let days = days(journal, start, today);
                let without = recovery_progress::without(start);
                format!("{without}: {}", (more.recovery_progress.won)(days.won))
            })
            .collect(),
        Part::Phase => phase_on(journal, today)
            .map(|(_, _, phase)| {
                let from = (more.recovery_progress.phase_from)(&words::day_words(phase.from));
                format!("{}. {from}", recovery_progress::phase_words(phase.kind))
            })
            .into_iter()
            .collect(),
        Part::Groups => groups(journal)
            .filter(|(_, _, group)| group.last.is_none_or(|last| today <= last))
            .map(|(_, _, group)| words::weekly(group))
            .collect(),
        Part::Goals => goals(journal)
            .filter(|(_, _, goal)| goal.state == GoalState::Open)
            .map(|(_, _, goal)| goal.what.as_str().to_owned())
            .collect(),
        Part::Reasons => reasons(journal)
            .map(|(_, _, found)| {
                found
                    .reasons
                    .iter()
                    .map(|r| r.as_str().to_owned())
                    .collect()
            })
            .unwrap_or_default(),
        Part::Helps => to_turn_to(journal)
            .into_iter()
            .map(|person| person.name.as_str().to_owned())
            .collect(),
    }
}
