//! Parts of a review: one entry, the questionnaires item by item, goals and assignments.

use ebb_core::chart::tenths;
use ebb_core::content::instrument::Instrument;
use ebb_core::insight::{Finding, effects_in};
use ebb_core::journal::RecordId;
use ebb_core::log::{Entry, GoalState, Record, Reply, course};
use ebb_core::queries::{assignments, goals};
use ebb_core::share::Share;
use ebb_core::share::review::{Series, item_rows, results};
use leptos::prelude::*;

use crate::components::{card, drawn_when_opened, lines_or, reading_list, table};
use crate::sections::dynamic_form::{kind_of, reading_lines};
use crate::sections::{Reading, keepsake_view, recording_view};
use crate::state::content::answer_words;
use crate::state::forms::FormKind;
use crate::words::kind_words;
use crate::{i18n, words};

/// What a kind of the journal's format is called; a name that is not known is shown as it is.
pub fn known_kind(kind: &str) -> String {
    let texts = i18n::texts();
    let more = i18n::more();
    let words = match kind {
        "craving" => texts.kinds.craving,
        "check_in" => texts.kinds.checkin,
        "slip" => texts.kinds.slip,
        "practice" => texts.kinds.practice,
        "person" => texts.kinds.person,
        "questionnaire" => more.assess.kind,
        "lesson_read" => more.lessons.kind,
        "rerating" => more.review.reratings,
        "session" => more.review.sessions,
        "dose" => more.programme.dose,
        "plan_used" => texts.kinds.plan_used,
        "day_plan" => i18n::tools().day.whole.title,
        "reduction_plan" => i18n::tools().reduction.plan.title,
        "if_then" => i18n::tools().if_then.title,
        "trial" => i18n::tools().trial.title,
        "draw" => i18n::tools().trial.draw,
        "reminder" => i18n::tools().reminders.title,
        "keepsake" => i18n::tools().keepsakes.picture,
        "recording" => i18n::tools().keepsakes.recording,
        other => return (texts.tag)(&other.replace('_', "-")),
    };
    words.to_owned()
}

/// What kind of entry it is.
fn title(entry: &Entry) -> String {
    if let Some(sort) = FormKind::of(entry) {
        return kind_of(sort, i18n::more()).title.to_owned();
    }
    match kind_words(entry) {
        "" => known_kind(entry.kind()),
        words => words.to_owned(),
    }
}

/// One entry of the timeline.
pub fn entry(share: &Share, root: RecordId, record: &Record) -> AnyView {
    let again: Vec<_> = course(&share.journal, root)
        .into_iter()
        .skip(1)
        .map(|point| point.intensity)
        .collect();
    let time = words::moment_words(record.happened_at);
    let told = record.entry.tells_of_the_past()
        || matches!(
            record.entry,
            Entry::Person(_) | Entry::IfThen(_) | Entry::Trial(_) | Entry::Reminder(_)
        );
    let says = match keepsake(&record.entry) {
        Some(shown) => shown,
        None if told => {
            let record = record.clone();
            view! { <Reading record=record again=again /> }.into_any()
        }
        None => reading_list(reading_lines(&record.entry)),
    };
    view! {
        <li class="entry">
            <div class="entry-head">
                <span class="entry-kind">{title(&record.entry)}</span>
                <span class="entry-time">{time}</span>
            </div>
            {says}
        </li>
    }
    .into_any()
}

/// A picture, or the button that plays a message; nothing for any other entry.
fn keepsake(entry: &Entry) -> Option<AnyView> {
    let words = &i18n::tools().keepsakes.shared;
    match entry {
        Entry::Keepsake(one) => Some(keepsake_view(one, words)),
        Entry::Recording(one) => Some(recording_view(one, words)),
        _ => None,
    }
}

/// Things to live for; nothing where none was shared.
pub fn keepsakes(share: &Share) -> AnyView {
    let entries = share.journal.entries();
    let all: Vec<_> = entries
        .filter_map(|(_, record)| keepsake(&record.entry))
        .collect();
    if all.is_empty() {
        return ().into_any();
    }
    let all = view! { <div class="keepsakes">{all}</div> }.into_any();
    card("keepsakes", i18n::tools().keepsakes.title, all)
}

/// Every questionnaire, item by item, with the version it was scored by.
pub fn instruments_of(share: &Share, forms: &[Instrument]) -> AnyView {
    let words = &i18n::more().review;
    let all = results(share);
    let inside: Vec<_> = all.iter().map(|series| one_series(series, forms)).collect();
    let inside = if inside.is_empty() {
        view! { <p>{words.no_instruments}</p> }.into_any()
    } else {
        inside.into_any()
    };
    card("questionnaires", words.instruments, inside)
}

fn one_series(series: &Series<'_>, forms: &[Instrument]) -> AnyView {
    let words = &i18n::more().review;
    let form = forms.iter().find(|form| form.id == series.instrument);
    let title = form.map_or_else(|| series.instrument.to_owned(), |form| form.title.clone());
    let same = form.filter(|form| form.form == series.form);
    let scores: Vec<String> = series
        .results
        .iter()
        .map(|(_, record, kept)| {
            let scores = kept.scores.iter().map(|scored| {
                let known = form.and_then(|form| form.score(&scored.score));
                let name = known.map_or(scored.score.as_str(), |score| score.title.as_str());
                format!("{name} {}", scored.value)
            });
            let scores: Vec<String> = scores.collect();
            let says = if scores.is_empty() {
                (i18n::more().assess.unfinished)(kept.answers.len())
            } else {
                scores.join(", ")
            };
            format!("{}: {says}", words::day_words(record.local_day))
        })
        .collect();
    let head: Vec<String> = series
        .results
        .iter()
        .map(|(_, r, _)| words::day_short(r.local_day))
        .collect();
    let rows = item_rows(series, same).into_iter().map(|row| {
        let item = same.and_then(|form| form.item(row.item));
        let mut cells = vec![item.map_or_else(
            || row.item.to_owned(),
            |item| format!("{}. {}", row.item, item.text),
        )];
        for (answer, day) in row.answers.iter().zip(&head) {
            let said = answer.map_or_else(String::new, |value| {
                let reply = Reply {
                    item: row.item.to_owned(),
                    value,
                };
                let named = same.and_then(|form| answer_words(form, &reply));
                named.map_or_else(|| value.to_string(), |named| format!("{value} {named}"))
            });
            cells.push(format!("{day}: {said}"));
        }
        cells
    });
    let rows: Vec<_> = rows.collect();
    // Hundreds of cells, of which few are read.
    let table = drawn_when_opened("numbers", words.item_table, move || {
        table(words.item_table, vec![words.item], rows)
    });
    let scores = lines_or(scores, words.none);
    // Where the sums are in doubt, the answers come first.
    let inside = match same.and_then(|form| form.scores_doubt.clone()) {
        Some(doubt) => view! {
            {table}
            <p class="hint">{doubt}</p>
            {scores}
        }
        .into_any(),
        None => view! {
            {scores}
            {table}
        }
        .into_any(),
    };
    view! {
        <h3>{title.clone()}</h3>
        <p class="hint">{(words.version)(series.form, series.scoring)}</p>
        {inside}
    }
    .into_any()
}

/// Exercises with n, goals and assignments: what stands.
pub fn standing(share: &Share) -> AnyView {
    let words = &i18n::more().review;
    let insight = &i18n::texts().insight;
    let skills = effects_in(&share.journal, None).into_iter().map(|effect| {
        let says = match effect.change {
            Finding::Found(change) => {
                let points = tenths(change.mean.abs());
                let shift = if change.mean < 0.0 {
                    (insight.weaker)(&points)
                } else {
                    (insight.stronger)(&points)
                };
                (insight.effect)(&shift, change.weaker, effect.n)
            }
            Finding::NotEnoughYet { n, needed } => (insight.not_yet)(n, needed),
        };
        format!("{}: {says}", words::exercise_title(&effect.exercise))
    });
    let goals = goals(&share.journal).map(|(_, _, goal)| {
        let done = goal.steps.iter().filter(|step| step.done).count();
        let steps = (!goal.steps.is_empty()).then(|| format!(" ({done}/{})", goal.steps.len()));
        let mark = if goal.state == GoalState::Reached {
            "✓ "
        } else {
            ""
        };
        format!("{mark}{}{}", goal.what.as_str(), steps.unwrap_or_default())
    });
    let tasks = assignments(&share.journal).map(|(_, _, task)| {
        let again = task.every_weeks.map(std::num::NonZeroU8::get);
        let again = again.map(i18n::more().programme.every_weeks);
        let state = match (task.done, task.due) {
            (Some(day), _) => (words.done_on)(&words::day_words(day)),
            (None, Some(day)) if again.is_none() => (words.due_on)(&words::day_words(day)),
            (None, _) => again.unwrap_or_else(|| words.open.to_owned()),
        };
        format!("{}: {state}", task.what.as_str())
    });
    view! {
        {card("skills", words.skills, lines_or(skills.collect(), words.none))}
        {card("goals", words.goals, lines_or(goals.collect(), words.no_goals))}
        {card("tasks", words.tasks, lines_or(tasks.collect(), words.no_tasks))}
    }
    .into_any()
}
