//! After a craving was saved: a skill one tap away, and how strong it is now.

use ebb_core::journal::RecordId;
use ebb_core::log::{
    Action, Craving, CravingOutcome, Entry, RERATING_MINUTES, Record, Rerating, asked_at,
};
use ebb_core::queries::ratings;
use ebb_core::rating::Rating;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::{Page, Problem, Scale, chip, id_in_address, when};
use crate::sections::helped;
use crate::state::{JournalContext, Opening, fresh_now, use_journal, use_session};
use crate::{i18n, words};

/// Exercises offered first, as long as it is not known what helps: short, and no writing.
const FIRST_SKILLS: [&str; 3] = ["urge-surfing", "paced-breathing", "grounding-54321"];

/// The screen after a craving.
#[component]
pub fn FollowUpPage() -> impl IntoView {
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
                (Some(root), _) => view! { <FollowUp root=root /> }.into_any(),
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
fn FollowUp(root: RecordId) -> impl IntoView {
    let texts = i18n::texts();
    view! {
        <p class="saved" role="status">
            {texts.common.saved}
        </p>
        <p class="lead">{texts.followup.passes}</p>
        <section aria-labelledby="skills">
            <h2 id="skills">{texts.followup.skills}</h2>
            {skills(root)}
        </section>
        <Again root=root />
        <HowItWent root=root />
        <p class="aside">
            <A href=format!("/history/{root}")>{texts.followup.add_more}</A>
        </p>
    }
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
        <p>
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

/// The ratings so far, and the next one.
#[component]
fn Again(root: RecordId) -> impl IntoView {
    let session = use_session();
    let journal = use_journal();
    let texts = i18n::texts();
    let problem = RwSignal::new(None);
    let rate = move |rating: Option<Rating>| {
        let (Some(intensity), Some((_, record))) = (rating, craving_of(journal, root)) else {
            return;
        };
        let elapsed = fresh_now().minutes_since(record.happened_at);
        let entry = Entry::Rerating(Rerating {
            craving: root,
            intensity,
            asked_at: asked_at(elapsed),
        });
        let action = Action::Log {
            entry,
            happened_at: None,
        };
        journal.keep(action, problem);
    };
    let course = move || {
        let (craving, record) = craving_of(journal, root)?;
        let mut steps = vec![(0, craving.intensity)];
        journal.with(|journal| {
            steps.extend(ratings(journal, root).map(|(again, rating)| {
                (again.happened_at.minutes_since(record.happened_at), rating)
            }));
        });
        Some(steps)
    };
    let next = move || {
        let (_, record) = craving_of(journal, root)?;
        let elapsed = session.now.get().minutes_since(record.happened_at);
        RERATING_MINUTES
            .into_iter()
            .find(|minutes| u32::from(*minutes) > elapsed)
    };
    view! {
        <section class="card" aria-labelledby="again">
            <h2 id="again">{texts.followup.again}</h2>
            <ol class="course">
                {move || {
                    course()
                        .unwrap_or_default()
                        .into_iter()
                        .map(|(minutes, rating)| {
                            view! {
                                <li>
                                    <span class="course-time">{(texts.followup.after)(minutes)}</span>
                                    <meter min="0" max="10" value=rating.get().to_string()>
                                        {rating.get()}
                                    </meter>
                                    <span class="number">{rating.get()}</span>
                                </li>
                            }
                        })
                        .collect_view()
                }}
            </ol>
            <Scale
                legend=texts.followup.now
                name="again-rating"
                low=texts.craving.none
                high=texts.craving.strongest
                value=Signal::derive(|| None)
                choose=rate
            />
            <Problem words=words::problem(problem) />
            <p class="hint">
                {move || {
                    next().map_or(texts.followup.no_more.to_owned(), |m| (texts.followup.next)(m))
                }}
            </p>
        </section>
    }
}

#[component]
fn HowItWent(root: RecordId) -> impl IntoView {
    let journal = use_journal();
    let texts = i18n::texts();
    let problem = RwSignal::new(None);
    let choose = move |outcome: CravingOutcome| {
        let Some((mut craving, record)) = craving_of(journal, root) else {
            return;
        };
        craving.outcome = Some(outcome);
        let action = Action::Edit {
            root,
            entry: Entry::Craving(craving),
            happened_at: record.happened_at,
        };
        journal.keep(action, problem);
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
    view! {
        <fieldset class="chips">
            <legend>{texts.craving.outcome}</legend>
            <div class="chip-row">{options}</div>
        </fieldset>
        <Problem words=words::problem(problem) />
        {when(move || current.get() == Some(CravingOutcome::Used), move || view! { <p class="card">
                {texts.followup.used} " " <A href="/slip">{texts.now.slip}</A>
            </p> }.into_any())}
    }
}
