//! Looking back: every entry of a week or a month, day by day.

use ebb_core::craving::Outcome;
use ebb_core::journal::{Entry, Record, RecordId};
use ebb_core::moment::LocalDay;
use ebb_core::rating::Rating;
use ebb_core::text::Tag;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;

use crate::components::{Page, Problem, SpanBar, this_week, when};
use crate::i18n::Texts;
use crate::state::looking::ratings;
use crate::state::{Opening, use_ebb};

/// An entry in the list, with what belongs to it.
#[derive(Clone, PartialEq, Eq)]
struct Shown {
    root: RecordId,
    record: Record,
    again: Vec<Rating>,
}

/// The screen of all entries.
#[component]
pub fn HistoryPage() -> impl IntoView {
    let ebb = use_ebb();
    let texts = ebb.texts();
    let span = this_week();
    let days = Memo::new(move |_| {
        ebb.journal.with(|journal| {
            let mut days: Vec<(LocalDay, Vec<Shown>)> = Vec::new();
            let span = span.get();
            for (root, record) in journal.entries_between(span.first(), span.last()).rev() {
                if matches!(record.entry, Entry::Person(_)) {
                    continue;
                }
                let shown = Shown {
                    root,
                    record: record.clone(),
                    again: ratings(journal, root).map(|(_, rating)| rating).collect(),
                };
                match days.last_mut() {
                    Some((day, entries)) if *day == record.local_day => entries.push(shown),
                    _ => days.push((record.local_day, vec![shown])),
                }
            }
            days
        })
    });
    view! {
        <Page title=texts.history.title name="history">
            <SpanBar span=span />
            {when(move || days.with(Vec::is_empty), move || view! { <p class="empty">
                    {move || match ebb.opening.get() {
                        Opening::Waiting => texts.common.opening,
                        _ => texts.history.empty,
                    }}
                </p> }.into_any())}
            {move || days.get().into_iter().map(|day| view! { <DayList day=day /> }).collect_view()}
        </Page>
    }
}

#[component]
fn DayList(day: (LocalDay, Vec<Shown>)) -> impl IntoView {
    let ebb = use_ebb();
    let (day, entries) = day;
    let entries = entries
        .into_iter()
        .map(|shown| view! { <Item shown=shown /> })
        .collect_view();
    view! {
        <section class="day">
            <h2>{ebb.day_words(day)}</h2>
            <ul class="plain entries">{entries}</ul>
        </section>
    }
}

#[component]
fn Item(shown: Shown) -> impl IntoView {
    let Shown {
        root,
        record,
        again,
    } = shown;
    let ebb = use_ebb();
    let texts = ebb.texts();
    let problem = RwSignal::new(None);
    let kind = kind_words(&record.entry, texts);
    let time = ebb.time_words(record.happened_at);
    let name = format!("{kind}, {time}");
    let delete = move |_| {
        spawn_local(async move {
            if let Err(error) = ebb.delete(root).await {
                problem.set(Some(texts.problems.save(error)));
            }
        });
    };
    view! {
        <li class="entry">
            <div class="entry-head">
                <A href=format!("/history/{root}") attr:class="entry-link">
                    <span class="entry-kind">{kind}</span>
                    <span class="entry-time">{time}</span>
                </A>
                <button
                    type="button"
                    class="quiet small"
                    aria-label=(texts.history.delete)(&name)
                    on:click=delete
                >
                    {texts.common.delete}
                </button>
            </div>
            <Reading record=record again=again />
            <Problem words=problem />
        </li>
    }
}

/// What kind of entry this is.
pub fn kind_words(entry: &Entry, texts: &'static Texts) -> &'static str {
    match entry {
        Entry::Craving(_) | Entry::Rerating(_) => texts.kinds.craving,
        Entry::CheckIn(_) => texts.kinds.checkin,
        Entry::Slip(_) => texts.kinds.slip,
        Entry::Practice(_) => texts.kinds.practice,
        Entry::Person(_) => texts.kinds.person,
        Entry::Deleted => "",
    }
}

/// An entry as one reads it, without fields to change.
#[component]
pub fn Reading(
    /// The entry.
    record: Record,
    /// Its later ratings, if it is a craving.
    #[prop(optional)]
    again: Vec<Rating>,
) -> impl IntoView {
    let ebb = use_ebb();
    let texts = ebb.texts();
    let mut lines = Vec::new();
    let mut line = |label: &str, value: String| {
        if !value.is_empty() {
            lines.push((label.to_owned(), value));
        }
    };
    let tags = |tags: &[Tag]| texts.tags(tags);
    match &record.entry {
        Entry::Craving(craving) => {
            let course: Vec<_> = std::iter::once(craving.intensity)
                .chain(again)
                .map(|rating| rating.get().to_string())
                .collect();
            line(texts.craving.strength, course.join(" → "));
            line(texts.craving.triggers, tags(&craving.triggers));
            line(texts.craving.feelings, tags(&craving.feelings));
            line(texts.craving.place, tags(craving.place.as_slice()));
            line(texts.craving.company, tags(craving.company.as_slice()));
            line(texts.craving.substance, tags(craving.substance.as_slice()));
            line(texts.craving.thought, note(craving.thought.as_ref()));
            line(texts.craving.did, note(craving.did.as_ref()));
            let outcome = craving.outcome.map(|outcome| match outcome {
                Outcome::Passed => texts.craving.passed,
                Outcome::Eased => texts.craving.eased,
                Outcome::StillHere => texts.craving.still_here,
                Outcome::Used => texts.craving.used,
            });
            line(texts.craving.outcome, outcome.unwrap_or("").to_owned());
        }
        Entry::CheckIn(checkin) => {
            for (label, value) in texts.checkin.answers(checkin) {
                line(label, value);
            }
            line(texts.checkin.skills, tags(&checkin.skills));
            line(texts.checkin.note, note(checkin.note.as_ref()));
        }
        Entry::Slip(slip) => {
            line(texts.slip.substance, tags(slip.substance.as_slice()));
            line(texts.slip.amount, note(slip.amount.as_ref()));
            line(texts.craving.triggers, tags(&slip.triggers));
            line(texts.slip.happened, note(slip.happened.as_ref()));
            line(texts.slip.next_day, note(slip.next_day.as_ref()));
            line(texts.slip.reach, note(slip.reach.as_ref()));
        }
        Entry::Practice(practice) => {
            let practice = practice.clone();
            // Titles and questions come with the exercises, which may arrive later.
            return view! {
                <dl class="reading">{move || rows(ebb.practice_lines(&practice))}</dl>
            }
            .into_any();
        }
        Entry::Rerating(_) | Entry::Person(_) | Entry::Deleted => {}
    }
    view! { <dl class="reading">{rows(lines)}</dl> }.into_any()
}

fn rows(lines: Vec<(String, String)>) -> impl IntoView {
    lines
        .into_iter()
        .map(|(label, value)| {
            view! {
                <div>
                    <dt>{label}</dt>
                    <dd dir="auto">{value}</dd>
                </div>
            }
        })
        .collect_view()
}

fn note(note: Option<&ebb_core::text::Note>) -> String {
    note.map(|note| note.as_str().to_owned())
        .unwrap_or_default()
}
