//! Coin-flip trials: beginning one, how far it is, and what came of those that are over.

use ebb_core::insight::{TrialFinding, trial_finding};
use ebb_core::journal::RecordId;
use ebb_core::log::{Action, Entry, Journal, Trial, TrialError, running_trial};
use ebb_core::queries::trials;
use ebb_core::time::{LocalDay, Moment};
use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::{Confirm, Page, Problem, when};
use crate::sections::if_then::exercises_to_pick;
use crate::sections::once_open;
use crate::sections::trial::{result, titles, two};
use crate::state::content::want_exercises;
use crate::state::{SaveError, use_journal, use_preferences, use_session};
use crate::{i18n, words};

/// For how many cravings a trial can be.
const CRAVINGS: [u8; 6] = [Trial::LEAST, Trial::USUAL, 30, 40, 50, Trial::MOST];

/// A trial that is shown.
#[derive(Clone, PartialEq)]
struct Shown {
    root: RecordId,
    terms: Trial,
    runs: bool,
    finding: Option<TrialFinding>,
}

/// The screen of trials.
#[component]
pub fn TrialPage() -> impl IntoView {
    once_open(i18n::tools().trial.title, |_| screen())
}

/// Every trial, newest first.
fn shown(journal: &Journal, today: LocalDay, now: Moment) -> Vec<Shown> {
    let running = running_trial(journal).map(|(root, _)| root);
    let all = trials(journal).rev();
    all.map(|(root, _, terms)| Shown {
        root,
        terms: terms.clone(),
        runs: running == Some(root),
        finding: trial_finding(journal, root, today, now),
    })
    .collect()
}

fn screen() -> AnyView {
    want_exercises();
    let (journal, preferences, session) = (use_journal(), use_preferences(), use_session());
    let texts = &i18n::tools().trial;
    let all = Memo::new(move |_| {
        let (today, now) = (preferences.today(), session.now.get());
        journal.with(|journal| shown(journal, today, now))
    });
    let running = Memo::new(move |_| all.with(|all| all.iter().find(|one| one.runs).cloned()));
    let over = Memo::new(move |_| {
        let all = all.get().into_iter().filter(|one| !one.runs);
        all.collect::<Vec<_>>()
    });
    let problem = RwSignal::new(None::<SaveError>);
    // Apart from how far it is, so that a question that is open stays open.
    let runs = Memo::new(move |_| running.with(|one| one.as_ref().map(|one| one.root)));
    let top = move || match runs.get() {
        Some(root) => on(root, running, problem),
        None => begin(problem),
    };
    let past = move || {
        let items = over.get().into_iter().map(|one| item(one, problem));
        items.collect::<Vec<_>>()
    };
    view! {
        <Page title=texts.title name="trial">
            {texts.lead.map(|words| view! { <p class="lead">{words}</p> }).collect_view()}
            {top}
            <Problem words=words::problem(problem) />
            {when(
                move || !over.with(Vec::is_empty),
                move || {
                    view! {
                        <section aria-labelledby="past">
                            <h2 id="past">{texts.past}</h2>
                            <ul class="plain stack">{past}</ul>
                        </section>
                    }
                    .into_any()
                },
            )}
            <p class="aside">
                <A href="/plans">{i18n::more().plans.title}</A>
            </p>
        </Page>
    }
    .into_any()
}

/// The trial that runs.
fn on(
    root: RecordId,
    running: Memo<Option<Shown>>,
    problem: RwSignal<Option<SaveError>>,
) -> AnyView {
    let journal = use_journal();
    let texts = &i18n::tools().trial;
    let which = move || running.with(|one| one.as_ref().map(|one| two(&one.terms)));
    let so_far = move || {
        running.with(|one| {
            let one = one.as_ref()?;
            let drawn = match one.finding {
                Some(TrialFinding::Runs { drawn }) => drawn,
                _ => 0,
            };
            Some((texts.so_far)(drawn, one.terms.cravings))
        })
    };
    let stop = move |()| {
        journal.change(root, problem, |entry| {
            if let Entry::Trial(trial) = entry {
                trial.stopped = true;
            }
        });
    };
    view! {
        <section class="card" aria-labelledby="runs">
            <h2 id="runs">{texts.runs}</h2>
            <p>
                <b>{which}</b>
            </p>
            <p>{so_far}</p>
            <p class="hint">{texts.how}</p>
            <Confirm
                label=texts.stop
                question=texts.stop_question
                detail=texts.stop_detail
                yes=texts.stop
                no=texts.stop_no
                act=stop
            />
        </section>
    }
    .into_any()
}

/// A list to choose from, by ids and words.
fn select<T: Clone + PartialEq + ToString + Send + Sync + 'static>(
    id: &'static str,
    label: &'static str,
    options: Vec<T>,
    says: fn(&T) -> String,
    value: RwSignal<T>,
) -> AnyView {
    let known = options.clone();
    let choose = move |chosen: String| {
        if let Some(option) = known.iter().find(|option| option.to_string() == chosen) {
            value.set(option.clone());
        }
    };
    let options = options.into_iter().map(|option| {
        let (mine, named) = (option.clone(), option.clone());
        view! {
            <option
                value=option.to_string()
                selected=move || value.with(|value| *value == mine)
            >
                {move || says(&named)}
            </option>
        }
        .into_any()
    });
    let options: Vec<_> = options.collect();
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <select id=id on:change:target=move |ev| choose(ev.target().value())>
                {options}
            </select>
        </div>
    }
    .into_any()
}

/// The form for a new one.
fn begin(problem: RwSignal<Option<SaveError>>) -> AnyView {
    let journal = use_journal();
    let texts = &i18n::tools().trial;
    let [a, b] = [String::new(), String::new()].map(RwSignal::new);
    let cravings = RwSignal::new(Trial::USUAL);
    let wrong = RwSignal::new(None::<String>);
    let start = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        let (a, b) = (a.get_untracked(), b.get_untracked());
        if a.is_empty() || b.is_empty() {
            wrong.set(Some(texts.needs_both.to_owned()));
            return;
        }
        match Trial::new(a, b, cravings.get_untracked()) {
            Ok(trial) => {
                wrong.set(None);
                let log = Action::Log {
                    entry: Entry::Trial(trial),
                    happened_at: None,
                };
                journal.keep(log, problem);
            }
            // No other number of cravings can be chosen.
            Err(TrialError::Same | TrialError::Cravings) => {
                wrong.set(Some(texts.same.to_owned()));
            }
        }
    };
    // The first of them is none yet.
    let mut known = vec![String::new()];
    known.extend(journal.with_untracked(exercises_to_pick));
    let title = |id: &String| {
        if id.is_empty() {
            String::new()
        } else {
            words::exercise_title(id)
        }
    };
    view! {
        <form on:submit=start novalidate autocomplete="off" aria-labelledby="trial-new">
            <h2 id="trial-new">{texts.new}</h2>
            {select("trial-a", texts.first, known.clone(), title, a)}
            {select("trial-b", texts.second, known, title, b)}
            {select("trial-n", texts.cravings, CRAVINGS.to_vec(), u8::to_string, cravings)}
            <p class="hint">{texts.cravings_hint}</p>
            <div class="save-bar">
                <Problem words=wrong />
                <button type="submit" class="main">
                    {texts.start}
                </button>
            </div>
        </form>
    }
    .into_any()
}

/// One that is over, with what came of it.
fn item(one: Shown, problem: RwSignal<Option<SaveError>>) -> AnyView {
    let journal = use_journal();
    let Shown {
        root,
        terms,
        finding,
        ..
    } = one;
    let title = terms.clone();
    view! {
        <li class="card">
            <h3>{move || two(&title)}</h3>
            {move || finding.map(|finding| result(&finding, &titles(&terms)))}
            <button type="button" class="quiet small" on:click=move |_| journal.remove(root, problem)>
                {i18n::texts().common.delete}
            </button>
        </li>
    }
    .into_any()
}
