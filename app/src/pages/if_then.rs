//! If-then plans, picked from lists that begin with the person's own journal.

use ebb_core::journal::RecordId;
use ebb_core::log::{COMPANY, Entry, IfThen, Journal, PLACES, TRIGGERS};
use ebb_core::queries::{frequent_hours, if_thens, most_frequent, places, plan_uses, to_turn_to};
use ebb_core::text::{Note, Tag};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::components::A;
use leptos_router::hooks::use_navigate;

use crate::components::{NotFoundPage, Page, Problem, Sample, Word, chip, empty, when};
use crate::sections::if_then::{exercises_to_pick, then_words, when_words};
use crate::sections::{once_open, weekday_chips};
use crate::state::content::want_exercises;
use crate::state::{use_journal, use_notices};
use crate::{i18n, words};

const HERE: &str = "/plans/if-then";
/// How many are offered of each.
const OFFERED: usize = 12;

/// The screens of if-then plans.
#[component]
pub fn IfThenPage() -> impl IntoView {
    once_open(i18n::tools().if_then.title, |rest| match rest {
        ["if-then"] => list(),
        ["if-then", "new"] => write(),
        _ => view! { <NotFoundPage /> }.into_any(),
    })
}

fn list() -> AnyView {
    want_exercises();
    let journal = use_journal();
    let texts = &i18n::tools().if_then;
    let plans = Memo::new(move |_| {
        journal.with(|journal| {
            let all = if_thens(journal).rev();
            all.map(|(root, _, plan)| (root, plan.clone(), plan_uses(journal, root)))
                .collect::<Vec<_>>()
        })
    });
    let problem = RwSignal::new(None::<String>);
    let item = move |(root, plan, uses): (RecordId, IfThen, ebb_core::queries::PlanUses)| {
        let shown = &i18n::texts().plan_shown;
        let mut says = Vec::new();
        if uses.n > 0 {
            says.push((texts.uses)(uses.n));
        }
        if uses.rated > 0 {
            says.push((texts.weaker)(uses.weaker, uses.rated));
        }
        let when_it = (shown.when)(&when_words(&plan));
        let remove = move |_| {
            spawn_local(async move {
                if let Err(error) = journal.delete(root).await {
                    problem.try_set(Some(words::not_saved(error).to_owned()));
                }
            });
        };
        view! {
            <li class="card">
                <p dir="auto">{when_it}</p>
                <p dir="auto"><b>{move || (shown.then)(&then_words(&plan))}</b></p>
                <p class="hint">{says.join(" ")}</p>
                <button type="button" class="quiet small" on:click=remove>
                    {i18n::texts().common.delete}
                </button>
            </li>
        }
        .into_any()
    };
    let items = move || plans.get().into_iter().map(item).collect::<Vec<_>>();
    let used = move || plans.with(|plans| plans.iter().any(|(_, _, uses)| uses.rated > 0));
    view! {
        <Page title=texts.title name="if-then">
            <p class="lead">{texts.lead}</p>
            <p>
                <A href=format!("{HERE}/new") attr:class="button main">
                    {texts.add}
                </A>
            </p>
            {when(move || plans.with(Vec::is_empty), move || empty(texts.none, Sample::Reading))}
            <Problem words=problem />
            <ul class="plain stack">{items}</ul>
            {when(used, move || view! { <p class="hint">{texts.note}</p> }.into_any())}
            <p class="aside">
                <A href="/plans">{i18n::more().plans.title}</A>
            </p>
        </Page>
    }
    .into_any()
}

/// What a plan is for.
#[derive(Clone, PartialEq)]
enum When {
    Trigger(Tag),
    Hour(u8),
    Place(Tag),
    Company(Tag),
}

/// What is done then.
#[derive(Clone, PartialEq)]
enum Then {
    Exercise(String),
    Call(Tag),
    Go(Note),
}

/// Own ones first, then what Ebb suggests.
fn offered(own: Vec<Tag>, suggested: &[&str]) -> Vec<Tag> {
    let mut all = own;
    for tag in suggested.iter().map(|name| Tag::suggested(name)) {
        if !all.contains(&tag) {
            all.push(tag);
        }
    }
    all.truncate(OFFERED);
    all
}

/// One set of chips of which one is chosen, over several questions.
fn one_of<T: Clone + PartialEq + Send + Sync + 'static>(
    legend: &'static str,
    name: &'static str,
    options: Vec<(T, String)>,
    value: RwSignal<Option<T>>,
) -> AnyView {
    if options.is_empty() {
        return ().into_any();
    }
    let chips = options.into_iter().map(|(option, words)| {
        let mine = option.clone();
        let is = move || value.with(|value| value.as_ref() == Some(&mine));
        chip("radio", name, words, is, move || {
            value.set(Some(option.clone()));
        })
    });
    let chips: Vec<_> = chips.collect();
    view! {
        <fieldset class="chips">
            <legend>{legend}</legend>
            <div class="chip-row">{chips}</div>
        </fieldset>
    }
    .into_any()
}

fn tags(tags: Vec<Tag>, of: fn(Tag) -> When) -> Vec<(When, String)> {
    let texts = i18n::texts();
    let named = tags.into_iter().map(|tag| {
        let words = texts.tags(std::slice::from_ref(&tag));
        (of(tag), words)
    });
    named.collect()
}

fn moments(journal: &Journal) -> [Vec<(When, String)>; 3] {
    let triggers = most_frequent(journal, |craving| &craving.triggers);
    let found = most_frequent(journal, |craving| &craving.place);
    let company = most_frequent(journal, |craving| &craving.company);
    [
        tags(offered(triggers, TRIGGERS), When::Trigger),
        tags(offered(found, PLACES), When::Place),
        tags(offered(company, COMPANY), When::Company),
    ]
}

fn deeds(journal: &Journal) -> [Vec<(Then, String)>; 2] {
    let people = to_turn_to(journal).into_iter().map(|person| {
        let words = person.name.as_str().to_owned();
        (Then::Call(person.name.clone()), words)
    });
    let list = places(journal).map(|(_, _, places)| places.places.iter());
    let known = list.into_iter().flatten().map(|place| {
        let words = place.place.as_str().to_owned();
        (Then::Go(place.place.clone()), words)
    });
    [
        people.take(OFFERED).collect(),
        known.take(OFFERED).collect(),
    ]
}

fn write() -> AnyView {
    want_exercises();
    let (journal, notices) = (use_journal(), use_notices());
    let texts = &i18n::tools().if_then;
    let moment = RwSignal::new(None::<When>);
    let deed = RwSignal::new(None::<Then>);
    let days = RwSignal::new(Vec::<u8>::new());
    let own = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<String>);
    let navigate = use_navigate();
    let save = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        let written = match Note::from_field(&own.get_untracked()) {
            Ok(written) => written,
            Err(error) => {
                problem.set(Some(i18n::texts().problems.text(error)));
                return;
            }
        };
        let (moment, deed) = (moment.get_untracked(), deed.get_untracked());
        let Some(moment) = moment.filter(|_| deed.is_some() || written.is_some()) else {
            problem.set(Some(texts.needs_both.to_owned()));
            return;
        };
        let plan = plan_of(moment, deed, written, days.get_untracked());
        let navigate = navigate.clone();
        spawn_local(async move {
            match journal.log(Entry::IfThen(plan)).await {
                Ok(_) => {
                    notices.say(i18n::texts().common.saved);
                    navigate(HERE, NavigateOptions::default());
                }
                Err(error) => drop(problem.try_set(Some(words::not_saved(error).to_owned()))),
            }
        });
    };
    let [triggers, found, company] = journal.with_untracked(moments);
    let [people, known] = journal.with_untracked(deeds);
    // Titles come with the exercises, which may arrive later than the page.
    let skills = journal.with_untracked(exercises_to_pick);
    let skills = move || {
        let named = skills.iter().map(|id| {
            let words = words::exercise_title(id);
            (Then::Exercise(id.clone()), words)
        });
        one_of(texts.exercises, "then", named.collect(), deed)
    };
    view! {
        <Page title=texts.add name="if-then-new">
            <form on:submit=save novalidate autocomplete="off">
                <h2>{texts.when}</h2>
                <p class="hint">{texts.when_hint}</p>
                {one_of(texts.triggers, "when", triggers, moment)}
                {hours(moment, days)}
                {one_of(texts.places, "when", found, moment)}
                {one_of(texts.company, "when", company, moment)}
                <h2>{texts.then}</h2>
                {skills}
                {one_of(texts.call, "then", people, deed)}
                {one_of(texts.go, "then", known, deed)}
                <Word
                    label=texts.words
                    id="then-words"
                    value=own
                    write=move |text| own.set(text)
                />
                <div class="save-bar">
                    <Problem words=problem />
                    <button type="submit" class="main">
                        {texts.save}
                    </button>
                </div>
            </form>
        </Page>
    }
    .into_any()
}

fn plan_of(moment: When, deed: Option<Then>, words: Option<Note>, weekdays: Vec<u8>) -> IfThen {
    let mut plan = IfThen {
        words,
        ..IfThen::default()
    };
    match moment {
        When::Trigger(tag) => plan.trigger = Some(tag),
        When::Place(tag) => plan.place = Some(tag),
        When::Company(tag) => plan.company = Some(tag),
        When::Hour(hour) => {
            plan.hour = Some(hour);
            plan.weekdays = weekdays;
        }
    }
    match deed {
        Some(Then::Exercise(id)) => plan.exercise = Some(id),
        Some(Then::Call(name)) => plan.call = Some(name),
        Some(Then::Go(place)) => plan.go = Some(place),
        None => {}
    }
    plan
}

/// The hour of a day, those first in which cravings came, and its days.
fn hours(moment: RwSignal<Option<When>>, days: RwSignal<Vec<u8>>) -> AnyView {
    let journal = use_journal();
    let texts = &i18n::tools().if_then;
    let own = journal.with_untracked(frequent_hours);
    let mut all: Vec<u8> = own.into_iter().map(|(hour, _)| hour).collect();
    let others = (0..24).map(|n| (n + 6) % 24);
    let others: Vec<u8> = others.filter(|hour| !all.contains(hour)).collect();
    all.extend(others);
    let options = all.into_iter().map(|hour| {
        let is = move || moment.with(|moment| *moment == Some(When::Hour(hour)));
        view! {
            <option value=hour.to_string() selected=is>
                {words::hour_words(hour)}
            </option>
        }
        .into_any()
    });
    let options: Vec<_> = options.collect();
    let choose = move |value: String| {
        if let Ok(hour) = value.parse() {
            moment.set(Some(When::Hour(hour)));
        }
    };
    let is_hour = move || moment.with(|moment| matches!(moment, Some(When::Hour(_))));
    view! {
        <div class="field">
            <label for="if-hour">{texts.hours}</label>
            <select id="if-hour" on:change:target=move |ev| choose(ev.target().value())>
                <option value="" selected=move || !is_hour()></option>
                {options}
            </select>
        </div>
        {when(is_hour, move || weekday_chips("if-days", days))}
    }
    .into_any()
}
