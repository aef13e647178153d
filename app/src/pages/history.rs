//! Looking back: every entry of a week or a month, day by day.

use ebb_core::craving::Outcome;
use ebb_core::journal::{Entry, Record, RecordId};
use ebb_core::moment::LocalDay;
use ebb_core::text::Tag;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;

use crate::components::{Page, Problem, SpanBar, this_week};
use crate::i18n::Texts;
use crate::state::looking::ratings;
use crate::state::{Opening, use_ebb};

/// The screen of all entries.
#[component]
pub fn HistoryPage() -> impl IntoView {
    let ebb = use_ebb();
    let texts = ebb.texts();
    let span = this_week();
    let days = Memo::new(move |_| {
        ebb.journal.with(|journal| {
            let mut days: Vec<(LocalDay, Vec<(RecordId, Record)>)> = Vec::new();
            let span = span.get();
            for (root, record) in journal.entries_between(span.first(), span.last()).rev() {
                if matches!(record.entry, Entry::Person(_)) {
                    continue;
                }
                match days.last_mut() {
                    Some((day, entries)) if *day == record.local_day => {
                        entries.push((root, record.clone()));
                    }
                    _ => days.push((record.local_day, vec![(root, record.clone())])),
                }
            }
            days
        })
    });
    view! {
        <Page title=texts.history.title name="history">
            <SpanBar span=span />
            <Show when=move || days.with(Vec::is_empty)>
                <p class="empty">
                    {move || match ebb.opening.get() {
                        Opening::Waiting => texts.common.opening,
                        _ => texts.history.empty,
                    }}
                </p>
            </Show>
            <For
                each=move || days.get()
                key=|(day, entries)| (*day, entries.iter().map(|(_, r)| r.id).collect::<Vec<_>>())
                let((day, entries))
            >
                <section class="day">
                    <h2>{ebb.day_words(day)}</h2>
                    <ul class="plain entries">
                        {entries
                            .into_iter()
                            .map(|(root, record)| view! { <Item root=root record=record /> })
                            .collect_view()}
                    </ul>
                </section>
            </For>
        </Page>
    }
}

#[component]
fn Item(root: RecordId, record: Record) -> impl IntoView {
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
            <Reading record=record />
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
pub fn Reading(record: Record) -> impl IntoView {
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
            let again = ebb.journal.with(|journal| {
                ratings(journal, record.root())
                    .map(|(_, rating)| rating.get().to_string())
                    .collect::<Vec<_>>()
            });
            let course = std::iter::once(craving.intensity.get().to_string()).chain(again);
            line(
                texts.craving.strength,
                course.collect::<Vec<_>>().join(" → "),
            );
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
            line(texts.kinds.practice, ebb.exercise_title(&practice.exercise));
            if let (Some(before), Some(after)) = (practice.before, practice.after) {
                line(
                    texts.craving.strength,
                    format!("{} → {}", before.get(), after.get()),
                );
            }
            line(texts.checkin.note, note(practice.note.as_ref()));
        }
        Entry::Rerating(_) | Entry::Person(_) | Entry::Deleted => {}
    }
    let lines = lines
        .into_iter()
        .map(|(label, value)| {
            view! {
                <div>
                    <dt>{label}</dt>
                    <dd dir="auto">{value}</dd>
                </div>
            }
        })
        .collect_view();
    view! { <dl class="reading">{lines}</dl> }
}

fn note(note: Option<&ebb_core::text::Note>) -> String {
    note.map(|note| note.as_str().to_owned())
        .unwrap_or_default()
}
