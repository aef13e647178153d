//! If-then plans at the moment they were made for.

use ebb_core::insight::rated_lower;
use ebb_core::journal::RecordId;
use ebb_core::log::{Entry, IfThen, Journal, Occurring, PlanUsed};
use ebb_core::queries::{if_thens, people, plans_for, was_used};
use ebb_core::text::{Note, Tag};
use ebb_core::time::{LocalDay, Moment};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;

use crate::components::{Problem, when};
use crate::state::content::want_exercises;
use crate::state::{use_journal, use_session};
use crate::{i18n, words};

/// How many are shown at once: in a hard moment more are none.
const MOST: usize = 3;

/// Exercises offered while it is not known what helps: short, and possible anywhere.
const EXERCISES: [&str; 6] = [
    "urge-surfing",
    "paced-breathing",
    "grounding-54321",
    "delay-and-distract",
    "play-the-tape",
    "brisk-movement",
];

/// A plan that is shown.
#[derive(Clone, PartialEq)]
pub struct Plan {
    root: RecordId,
    terms: IfThen,
    phone: Option<String>,
}

/// The weekday and the minute on the wall.
pub fn clock_of(moment: Moment) -> (u8, u16) {
    let minute = i64::from(moment.offset_minutes()) + moment.utc_ms().div_euclid(60_000);
    let minute = u16::try_from(minute.rem_euclid(24 * 60)).unwrap_or(0);
    (moment.local_weekday(), minute)
}

fn shown(journal: &Journal, plans: impl Iterator<Item = (RecordId, IfThen)>) -> Vec<Plan> {
    let phone_of = |name: &Tag| {
        let mut known = people(journal);
        let (_, _, person) = known.find(|(_, _, person)| person.name == *name)?;
        Some(person.phone.as_ref()?.dialled())
    };
    let plans = plans.take(MOST).map(|(root, plan)| Plan {
        root,
        phone: plan.call.as_ref().and_then(phone_of),
        terms: plan,
    });
    plans.collect()
}

/// The plans for what occurs.
pub fn for_moment(journal: &Journal, now: &Occurring<'_>) -> Vec<Plan> {
    let plans = plans_for(journal, now).into_iter();
    shown(journal, plans.map(|(root, _, plan)| (root, plan.clone())))
}

/// The plans for the hour that begins soon or runs. With `any` others stand in where there is none.
pub fn if_then_now(any: bool) -> AnyView {
    let (journal, session) = (use_journal(), use_session());
    let clock = Memo::new(move |_| clock_of(session.now.get()));
    let plans = Memo::new(move |_| {
        journal.with(|journal| {
            let now = Occurring {
                clock: Some(clock.get()),
                ..Occurring::default()
            };
            let found = for_moment(journal, &now);
            if any && found.is_empty() {
                let all = if_thens(journal).rev();
                return shown(journal, all.map(|(root, _, plan)| (root, plan.clone())));
            }
            found
        })
    });
    if_then_cards(plans, None, true)
}

/// Exercises to pick from, those first after which this person rates lower.
pub fn exercises_to_pick(journal: &Journal) -> Vec<String> {
    let best = rated_lower(journal, 3).into_iter();
    let mut all: Vec<String> = best.map(|effect| effect.exercise).collect();
    for id in EXERCISES {
        if !all.iter().any(|known| known == id) {
            all.push(id.to_owned());
        }
    }
    all
}

/// What brings a plan up, in words.
pub fn when_words(plan: &IfThen) -> String {
    let texts = i18n::texts();
    let one = |tag: &Option<Tag>| texts.tags(tag.as_slice());
    let mut said = vec![one(&plan.trigger), one(&plan.place)];
    if plan.company.is_some() {
        said.push((texts.plan_shown.with)(&one(&plan.company)));
    }
    if let Some(hour) = plan.hour.filter(|hour| *hour < 24) {
        let days = words::weekdays().into_iter();
        let days = days.filter(|day| plan.weekdays.contains(day));
        let mut parts: Vec<_> = days.map(weekday_short).collect();
        parts.push(words::hour_words(hour));
        said.push(parts.join(" "));
    }
    said.retain(|words| !words.is_empty());
    said.join(", ")
}

/// A weekday in few letters, 0 for Monday.
pub fn weekday_short(weekday: u8) -> String {
    // The first day of 2024 was a Monday.
    let monday = LocalDay::new(2024, 1, 1);
    monday.map_or_else(
        |_| String::new(),
        |monday| words::weekday_short(monday.plus(i32::from(weekday))),
    )
}

/// What is to be done, in words.
pub fn then_words(plan: &IfThen) -> String {
    let texts = &i18n::texts().plan_shown;
    let parts = [
        plan.exercise.as_deref().map(words::exercise_title),
        plan.call.as_ref().map(|name| (texts.call)(name.as_str())),
        plan.go.as_ref().map(|place| (texts.go)(place.as_str())),
        plan.words.as_ref().map(|words| words.as_str().to_owned()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Plans with the way to each, and, with `did`, one tap that says it was done. Nothing where there are
/// none.
pub fn if_then_cards(plans: Memo<Vec<Plan>>, craving: Option<RecordId>, did: bool) -> AnyView {
    Effect::new(move |_| {
        let named = |plan: &Plan| plan.terms.exercise.is_some();
        if plans.with(|plans| plans.iter().any(named)) {
            want_exercises();
        }
    });
    (move || {
        let plans = plans.get();
        let any = !plans.is_empty();
        let cards = plans.into_iter().map(|plan| card(plan, craving, did));
        let cards: Vec<_> = cards.collect();
        any.then(|| {
            view! {
                <section class="if-then field" aria-label=i18n::texts().plan_shown.title>
                    <h2>{i18n::texts().plan_shown.title}</h2>
                    <ul class="plain stack">{cards}</ul>
                </section>
            }
        })
    })
    .into_any()
}

fn card(shown: Plan, craving: Option<RecordId>, did: bool) -> AnyView {
    let Plan {
        root,
        terms: plan,
        phone,
    } = shown;
    let texts = &i18n::texts().plan_shown;
    let go = plan.exercise.as_ref().map(|id| {
        let for_it = craving.map_or_else(String::new, |root| format!("?craving={root}"));
        let id = id.clone();
        view! {
            <A href=format!("/exercises/{id}{for_it}") attr:class="button soft">
                {move || words::exercise_title(&id)}
            </A>
        }
    });
    let call = plan.call.as_ref().zip(phone).map(|(name, number)| {
        view! {
            <a class="button soft" dir="auto" href=format!("tel:{number}")>
                {(i18n::texts().sos.call)(name.as_str())}
            </a>
        }
    });
    let when_it = (texts.when)(&when_words(&plan));
    let done = did.then(|| did_it(root, plan.clone(), craving));
    view! {
        <li class="card">
            <p dir="auto">{when_it}</p>
            <p dir="auto"><b>{move || (texts.then)(&then_words(&plan))}</b></p>
            <div class="row">{go} {call} {done}</div>
        </li>
    }
    .into_any()
}

/// One tap that says it was done.
fn did_it(root: RecordId, plan: IfThen, craving: Option<RecordId>) -> AnyView {
    let journal = use_journal();
    let texts = &i18n::texts().plan_shown;
    let noted = RwSignal::new(false);
    let problem = RwSignal::new(None::<String>);
    let known = Memo::new(move |_| journal.with(|journal| was_used(journal, root, craving)));
    let is_done = move || noted.get() || known.get();
    let act = move |_| {
        let Ok(did) = Note::new(then_words(&plan)) else {
            return;
        };
        let entry = Entry::PlanUsed(PlanUsed {
            plan: root,
            did,
            craving,
        });
        spawn_local(async move {
            match journal.log(entry).await {
                Ok(_) => drop(noted.try_set(true)),
                Err(error) => drop(problem.try_set(Some(words::not_saved(error).to_owned()))),
            }
        });
    };
    view! {
        <button type="button" class="soft" hidden=is_done on:click=act>
            {texts.did}
        </button>
        <span role="status" class="saved">
            {when(is_done, move || texts.noted.into_any())}
        </span>
        <Problem words=problem />
    }
    .into_any()
}
