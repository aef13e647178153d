//! One thing of the programme: how it is, and what can be done with one tap.

use ebb_core::journal::RecordId;
use ebb_core::log::{Action, CommitmentKept, Dose, Entry, GoalState, Journal, Record};
use leptos::prelude::*;
use leptos_router::components::A;

use super::agenda::agenda_of;
use super::dates::group_dates;
use super::{HERE, section_of};
use crate::components::{Page, Problem, chip, tick_box};
use crate::sections::dynamic_form::{delete_button, kind_of, shown};
use crate::sections::remind;
use crate::state::forms::FormKind;
use crate::state::{SaveError, print, use_journal, use_preferences};
use crate::words::TAKEN;
use crate::{i18n, words};

/// What is shown of one, and the way to be reminded of it.
fn with_remind(of: &str, root: RecordId, shown: AnyView) -> AnyView {
    view! {
        {shown}
        {remind(&format!("{of}/{root}"))}
    }
    .into_any()
}

/// The screen of one thing.
pub(super) fn item(sort: FormKind, root: RecordId, record: Record) -> AnyView {
    let journal = use_journal();
    let more = i18n::more();
    let entry = Memo::new(move |_| {
        journal.with(|journal| journal.get(root).map(|record| record.entry.clone()))
    });
    let answered: &[&str] = match sort {
        FormKind::Commitment => &["kept"],
        FormKind::Goal => &["steps", "state"],
        _ => &[],
    };
    let written = move || entry.get().map(|entry| shown(&entry, answered));
    let extra = match sort {
        FormKind::Group => with_remind("group", root, group_dates(root)),
        FormKind::Appointment => agenda_of(root),
        FormKind::Medicine => with_remind("medicine", root, today_taken(root, &record)),
        FormKind::Commitment => kept(root),
        FormKind::Goal => steps(root),
        _ => ().into_any(),
    };
    let edit = format!("{HERE}/{}/{root}/edit", sort.name());
    view! {
        <Page title=kind_of(sort, more).title name="item">
            <div class="plan">{written}</div>
            {extra}
            <div class="row field screen-only">
                <A href=edit attr:class="button">
                    {more.sheet.edit}
                </A>
                <button type="button" class="soft" on:click=move |_| print()>
                    {more.sheet.print}
                </button>
                {delete_button(root, section_of(sort).to_owned())}
            </div>
        </Page>
    }
    .into_any()
}

/// How today's dose was taken; a second tap on the same answer takes it back.
fn today_taken(root: RecordId, record: &Record) -> AnyView {
    let preferences = use_preferences();
    let journal = use_journal();
    let more = i18n::more();
    let problem = RwSignal::new(None);
    let Entry::Prescription(medicine) = &record.entry else {
        return ().into_any();
    };
    let name = medicine.name.clone();
    let noted = Memo::new(move |_| {
        let today = preferences.today();
        journal.with(|journal| {
            let mut doses = journal.entries_between(today, today).rev();
            doses.find_map(|(dose, record)| match &record.entry {
                Entry::Dose(found) if found.prescription == root => Some((dose, found.taken)),
                _ => None,
            })
        })
    });
    let legend = (more.programme.today_taken)(name.as_str());
    let chips = TAKEN.map(|(taken, words)| {
        let name = name.clone();
        let choose = move || match noted.get_untracked() {
            Some((dose, was)) if was == taken => {
                journal.keep(ebb_core::log::Action::Delete { root: dose }, problem);
            }
            Some((dose, _)) => journal.change(dose, problem, move |entry| {
                if let Entry::Dose(dose) = entry {
                    dose.taken = taken;
                }
            }),
            None => {
                let dose = Dose {
                    prescription: root,
                    name: name.clone(),
                    taken,
                    note: None,
                };
                journal.keep(
                    Action::Log {
                        entry: Entry::Dose(dose),
                        happened_at: None,
                    },
                    problem,
                );
            }
        };
        let is = move || noted.get().is_some_and(|(_, was)| was == taken);
        chip(
            "checkbox",
            "taken",
            (more.sheet.option)(words).to_owned(),
            is,
            choose,
        )
    });
    answers(legend, chips.into_iter().collect(), problem)
}

fn answers(legend: String, chips: Vec<AnyView>, problem: RwSignal<Option<SaveError>>) -> AnyView {
    view! {
        <fieldset class="chips">
            <legend>{legend}</legend>
            <div class="chip-row">{chips}</div>
            <Problem words=words::problem(problem) />
        </fieldset>
    }
    .into_any()
}

/// How a commitment went, in one tap.
fn kept(root: RecordId) -> AnyView {
    let journal = use_journal();
    let more = i18n::more();
    let problem = RwSignal::new(None);
    let now = Memo::new(move |_| {
        journal.with(|journal| match entry(journal, root) {
            Some(Entry::Commitment(commitment)) => commitment.kept,
            _ => None,
        })
    });
    let options = [
        (CommitmentKept::Kept, "kept"),
        (CommitmentKept::Partly, "partly"),
        (CommitmentKept::NotThisTime, "not_this_time"),
    ];
    let chips = options.map(|(answer, words)| {
        let choose = move || {
            let answer = (now.get_untracked() != Some(answer)).then_some(answer);
            journal.change(root, problem, move |entry| {
                if let Entry::Commitment(commitment) = entry {
                    commitment.kept = answer;
                }
            });
        };
        let is = move || now.get() == Some(answer);
        chip(
            "checkbox",
            "kept",
            (more.sheet.option)(words).to_owned(),
            is,
            choose,
        )
    });
    let legend = more.programme.how_went.to_owned();
    answers(legend, chips.into_iter().collect(), problem)
}

fn entry(journal: &Journal, root: RecordId) -> Option<&Entry> {
    journal.get(root).map(|record| &record.entry)
}

/// A goal's steps to tick, and where it stands.
fn steps(root: RecordId) -> AnyView {
    let journal = use_journal();
    let more = i18n::more();
    let problem = RwSignal::new(None);
    let goal = Memo::new(move |_| {
        journal.with(|journal| match entry(journal, root) {
            Some(Entry::Goal(goal)) => Some(goal.clone()),
            _ => None,
        })
    });
    let ticks = move || {
        let steps = goal.get().map(|goal| goal.steps).unwrap_or_default();
        let chips = steps.into_iter().enumerate().map(|(place, step)| {
            let flip = move || {
                journal.change(root, problem, move |entry| {
                    if let Entry::Goal(goal) = entry
                        && let Some(step) = goal.steps.get_mut(place)
                    {
                        step.done = !step.done;
                    }
                });
            };
            let words = step.what.as_str().to_owned();
            tick_box("step", words, move || step.done, flip)
        });
        chips.collect::<Vec<_>>()
    };
    let states = [
        (GoalState::Open, "open"),
        (GoalState::Reached, "reached"),
        (GoalState::LetGo, "let_go"),
    ];
    let chips = states.map(|(state, words)| {
        let choose = move || {
            journal.change(root, problem, move |entry| {
                if let Entry::Goal(goal) = entry {
                    goal.state = state;
                }
            });
        };
        let is = move || goal.with(|goal| goal.as_ref().is_some_and(|goal| goal.state == state));
        chip(
            "radio",
            "state",
            (more.sheet.option)(words).to_owned(),
            is,
            choose,
        )
    });
    let [_, _, steps, _, state] = &more.programme.goal.asks;
    view! {
        {answers(steps.label.to_owned(), vec![ticks.into_any()], problem)}
        {answers(state.label.to_owned(), chips.into_iter().collect(), problem)}
    }
    .into_any()
}
