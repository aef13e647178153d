//! After a craving was saved: riding it is one tap away, and how strong it is now is another.

use ebb_core::journal::RecordId;
use ebb_core::log::{
    Action, CoursePoint, Craving, CravingOutcome, Entry, Occurring, RERATING_MINUTES, Record,
    course, draw_of, rate_again,
};
use ebb_core::queries::{OpenCraving, draw_offered};
use ebb_core::rating::Rating;
use ebb_core::time::Moment;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::components::A;
use leptos_router::hooks::use_navigate;

use crate::components::{Page, Problem, chip, id_in_address, when};
use crate::sections::if_then::{clock_of, for_moment, if_then_cards};
use crate::sections::{Rate, helped};
use crate::state::{JournalContext, Opening, fresh_now, use_journal, use_session};
use crate::{i18n, words};

/// What "Ride it" begins.
const RIDE: &str = "urge-surfing";
/// Exercises offered besides, as long as it is not known what helps: short, and no writing.
const FIRST_SKILLS: [&str; 3] = ["paced-breathing", "grounding-54321", "delay-and-distract"];
/// For how many minutes the last number can be taken back here; later its entry can be deleted.
const TAKEN_BACK_MINUTES: u32 = 3;

/// The screen after a craving.
#[component]
pub fn FollowUpPage(
    /// The curve through the ratings, of the craving that the address names.
    curve: fn() -> AnyView,
    /// Things to live for, and scenes of their future that the person wrote.
    scenes: fn() -> AnyView,
    /// What chance picks, in a trial, for the craving that the address names.
    chance: fn() -> AnyView,
) -> impl IntoView {
    let journal = use_journal();
    let session = use_session();
    let texts = i18n::texts();
    let id = id_in_address();
    let root = Memo::new(move |_| id.with(|id| id.parse::<RecordId>().ok()));
    let found = Memo::new(move |_| {
        root.get()
            .filter(|root| craving_of(journal, *root).is_some())
    });
    view! {
        <Page title=texts.followup.title name="followup">
            {move || match (found.get(), session.opening.get()) {
                (Some(root), _) => view! { <FollowUp root=root curve=curve scenes=scenes chance=chance /> }.into_any(),
                (None, Opening::Waiting) => view! { <p>{texts.common.opening}</p> }.into_any(),
                (None, _) => view! { <p>{texts.problems.gone}</p> }.into_any(),
            }}
        </Page>
    }
}

fn craving_of(journal: JournalContext, root: RecordId) -> Option<(Craving, Record)> {
    journal.with(|journal| match journal.get(root) {
        Some(record) => match &record.entry {
            Entry::Craving(craving) => Some((craving.clone(), record.clone())),
            _ => None,
        },
        None => None,
    })
}

#[component]
fn FollowUp(
    root: RecordId,
    curve: fn() -> AnyView,
    scenes: fn() -> AnyView,
    chance: fn() -> AnyView,
) -> impl IntoView {
    let (journal, session) = (use_journal(), use_session());
    let texts = i18n::texts();
    let points = Memo::new(move |_| journal.with(|journal| course(journal, root)));
    let over = Memo::new(move |_| {
        let craving = craving_of(journal, root);
        craving.is_some_and(|(craving, _)| craving.outcome.is_some_and(CravingOutcome::is_over))
    });
    let picks = move || {
        let now = session.now.get();
        journal.with(|journal| {
            draw_of(journal, root).is_some() || draw_offered(journal, root, now).is_some()
        })
    };
    let ride = format!("/exercises/{RIDE}?craving={root}&start=1");
    view! {
        <Again root=root points=points />
        <TakeBack root=root points=points />
        {when(
            move || points.with(Vec::len) > 1,
            move || {
                view! {
                    <section class="card" aria-labelledby="again">
                        <h2 id="again">{texts.followup.again}</h2>
                        {curve()}
                        {course_list(points)}
                    </section>
                }
                .into_any()
            },
        )}
        <HowItWent root=root points=points />
        <p class="lead">{texts.followup.passes}</p>
        {when(picks, chance)}
        {plans_of(root)}
        {scenes()}
        <section aria-labelledby="skills">
            <h2 id="skills">{texts.followup.skills}</h2>
            {skills(root)}
        </section>
        <p class="aside">
            <A href=format!("/history/{root}")>{texts.followup.add_more}</A>
        </p>
        {when(
            move || !over.get(),
            move || {
                view! {
                    <div class="save-bar">
                        <A href=ride.clone() attr:class="button main">
                            {texts.followup.ride}
                        </A>
                    </div>
                }
                .into_any()
            },
        )}
    }
}

/// The plans that were made for this craving, each to be ticked off.
fn plans_of(root: RecordId) -> AnyView {
    let journal = use_journal();
    let plans = Memo::new(move |_| {
        let found = craving_of(journal, root);
        found.map_or_else(Vec::new, |(craving, record)| {
            let now = Occurring {
                triggers: &craving.triggers,
                place: craving.place.as_ref(),
                company: craving.company.as_ref(),
                clock: Some(clock_of(record.happened_at)),
            };
            journal.with(|journal| for_moment(journal, &now))
        })
    });
    if_then_cards(plans, Some(root), true)
}

/// The next rating. With the page open it is asked for when its time has come.
#[component]
fn Again(root: RecordId, points: Memo<Vec<CoursePoint>>) -> impl IntoView {
    let session = use_session();
    let journal = use_journal();
    let texts = i18n::texts();
    let problem = RwSignal::new(None);
    let rate = move |intensity: Rating| {
        let action = move |now: Moment| {
            journal.with_untracked(|journal| rate_again(journal, root, intensity, now))
        };
        // The same number again within its minute is what stands already.
        if action(fresh_now()).is_some() {
            journal.keep_as(problem, move |journal| {
                rate_again(journal, root, intensity, fresh_now())
            });
        }
    };
    let asked = Memo::new(move |_| {
        let open = journal.with(|journal| OpenCraving::of(journal, root))?;
        open.asked(session.now.get())
    });
    let question = move || match asked.get() {
        Some(minutes) => (texts.followup.asked)(minutes),
        None => texts.followup.now.to_owned(),
    };
    Effect::new(move |_| {
        if let Some(minutes) = asked.get() {
            session.announce((texts.followup.asked)(minutes));
        }
    });
    let next = move || {
        let elapsed = points.with(|points| {
            let first = points.first()?;
            Some(session.now.get().minutes_since(first.at))
        })?;
        let mut times = RERATING_MINUTES.into_iter();
        times.find(|minutes| u32::from(*minutes) > elapsed)
    };
    view! {
        <div class:waiting=move || asked.get().is_some()>
            <Rate
                legend=Signal::derive(question)
                value=Signal::derive(move || points.with(|points| {
                    points.last().map(|point| point.intensity)
                }))
                choose=rate
            />
        </div>
        <Problem words=words::problem(problem) />
        <p class="hint">
            {move || {
                next().map_or(texts.followup.no_more.to_owned(), |m| (texts.followup.next)(m))
            }}
        </p>
    }
}

/// That it is saved, and the way back for a number that was not meant.
#[component]
fn TakeBack(root: RecordId, points: Memo<Vec<CoursePoint>>) -> impl IntoView {
    let session = use_session();
    let journal = use_journal();
    let texts = i18n::texts();
    let problem = RwSignal::new(None);
    let navigate = use_navigate();
    // What an exercise brought along is taken back in its own entry.
    let last = Memo::new(move |_| {
        let point = points.with(|points| points.last().copied())?;
        let given = journal.with(|journal| {
            let record = journal.get(point.root)?;
            Some(matches!(
                record.entry,
                Entry::Craving(_) | Entry::Rerating(_)
            ))
        });
        let young = session.now.get().minutes_since(point.at) < TAKEN_BACK_MINUTES;
        (given == Some(true) && young).then_some(point.root)
    });
    let take_back = move |_| {
        let Some(last) = last.get_untracked() else {
            return;
        };
        // Not asked for afterwards: what was deleted takes this part of the screen with it.
        let navigate = navigate.clone();
        spawn_local(async move {
            match journal.act(Action::Delete { root: last }).await {
                Ok(_) => {
                    session.announce(texts.followup.taken_back);
                    if last == root {
                        let options = NavigateOptions {
                            replace: true,
                            ..NavigateOptions::default()
                        };
                        navigate("/craving", options);
                    }
                }
                Err(error) => {
                    problem.try_set(Some(error));
                }
            }
        });
    };
    view! {
        <div class="row taken">
            <p class="saved" role="status">
                {texts.common.saved}
            </p>
            <button
                type="button"
                class="quiet small"
                hidden=move || last.get().is_none()
                on:click=take_back
            >
                {texts.common.undo}
            </button>
        </div>
        <Problem words=words::problem(problem) />
    }
}

/// The ratings in words, for whoever does not see the curve.
fn course_list(points: Memo<Vec<CoursePoint>>) -> AnyView {
    let texts = i18n::texts();
    let item = |point: &CoursePoint| {
        let minutes = (texts.followup.after)(point.minutes);
        view! {
            <li>
                <span class="number">{point.intensity.get()}</span>
                " "
                <span class="course-time">{minutes}</span>
            </li>
        }
        .into_any()
    };
    view! {
        <ol class="course">
            {move || points.with(|points| points.iter().map(item).collect::<Vec<_>>())}
        </ol>
    }
    .into_any()
}

/// What helped this person comes first, if they want that; the list is as long either way.
fn skills(root: RecordId) -> AnyView {
    let words = &i18n::texts().helped;
    let best = helped::best();
    let shown = Memo::new(move |_| {
        let mut shown: Vec<(String, Option<String>)> = Vec::new();
        if helped::wanted() {
            let why = |(id, weaker, n)| (id, Some((words.times)(weaker, n)));
            shown.extend(best.get().into_iter().map(why));
        }
        for id in FIRST_SKILLS {
            if shown.len() < FIRST_SKILLS.len() && shown.iter().all(|(known, _)| known != id) {
                shown.push((id.to_owned(), None));
            }
        }
        shown
    });
    let item = move |(id, why): (String, Option<String>)| {
        let href = format!("/exercises/{id}?craving={root}");
        view! {
            <li>
                <A href=href attr:class="button soft skill">
                    {move || words::exercise_title(&id)}
                    {why.map(|why| view! { <span class="entry-time">{why}</span> })}
                </A>
            </li>
        }
        .into_any()
    };
    view! {
        <ul class="plain stack">
            {move || shown.get().into_iter().map(item).collect::<Vec<_>>()}
        </ul>
        <p class="aside">
            <A href=format!("/exercises?craving={root}")>{i18n::texts().followup.all_skills}</A>
        </p>
        {when(
            move || !best.with(Vec::is_empty),
            move || {
                view! {
                    <details class="more">
                        <summary>{words.title}</summary>
                        <p class="hint">{words.why}</p>
                        <p>{helped::switch()}</p>
                    </details>
                }
                .into_any()
            },
        )}
    }
    .into_any()
}

#[component]
fn HowItWent(root: RecordId, points: Memo<Vec<CoursePoint>>) -> impl IntoView {
    let journal = use_journal();
    let texts = i18n::texts();
    let problem = RwSignal::new(None);
    let choose = move |outcome: CravingOutcome| {
        journal.change(root, problem, move |entry| {
            if let Entry::Craving(craving) = entry {
                craving.outcome = Some(outcome);
            }
        });
    };
    let current =
        Memo::new(move |_| craving_of(journal, root).and_then(|(craving, _)| craving.outcome));
    let options = [
        (CravingOutcome::Passed, texts.craving.passed),
        (CravingOutcome::Eased, texts.craving.eased),
        (CravingOutcome::StillHere, texts.craving.still_here),
        (CravingOutcome::Used, texts.craving.used),
    ]
    .map(|(outcome, words)| {
        chip(
            "radio",
            "outcome",
            words.to_owned(),
            move || current.get() == Some(outcome),
            move || choose(outcome),
        )
    })
    .collect_view();
    // How it went, once it is over and there is more than one number to tell it by.
    let went = move || {
        points.with(|points| match points.as_slice() {
            [first, .., last] if current.get() == Some(CravingOutcome::Passed) => {
                let went = texts.followup.went;
                Some(went(
                    first.intensity.get(),
                    last.intensity.get(),
                    last.minutes,
                ))
            }
            _ => None,
        })
    };
    view! {
        <fieldset class="chips">
            <legend>{texts.craving.outcome}</legend>
            <div class="chip-row">{options}</div>
        </fieldset>
        <div role="status" class="went">
            {move || went().map(|words| view! { <p class="card">{words}</p> })}
        </div>
        <Problem words=words::problem(problem) />
        {when(move || current.get() == Some(CravingOutcome::Used), move || view! { <p class="card">
                {texts.followup.used} " " <A href="/slip">{texts.now.slip}</A>
            </p> }.into_any())}
    }
}
