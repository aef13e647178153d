//! A sheet as one reads it.

use ebb_core::log::{Entry, Phone};
use ebb_core::text::Tag;
use ebb_core::time::{LocalDay, WallTime};
use leptos::prelude::*;

use super::{Cell, Field, Shape, kind_of, week};
use crate::state::forms::DynamicForm;
use crate::{i18n, words};

/// Every field that has something in it, under a heading of its own; but for those that stand
/// elsewhere on the screen.
pub fn shown(entry: &Entry, but: &[&str]) -> AnyView {
    let sheet = DynamicForm::of(entry);
    let kind = kind_of(sheet.sort, i18n::more());
    let sections = kind.fields.into_iter().filter_map(|field| {
        let cells = sheet.all(field.name);
        if cells.is_empty() || but.contains(&field.name) {
            return None;
        }
        let lines = if matches!(field.shape, Shape::People) {
            cells.chunks(3).map(person).collect()
        } else {
            let lines = lines(field, cells).into_iter();
            lines
                .map(|line| view! { <li dir="auto">{line}</li> }.into_any())
                .collect::<Vec<_>>()
        };
        Some(view! {
            <section class="written">
                <h2>{field.ask.label}</h2>
                <ul class="plain">{lines}</ul>
            </section>
        })
    });
    sections.collect_view().into_any()
}

/// Every field that has something in it, in short; the others are left out.
pub fn reading_lines(entry: &Entry) -> Vec<(String, String)> {
    let sheet = DynamicForm::of(entry);
    let kind = kind_of(sheet.sort, i18n::more());
    let fields = kind.fields.into_iter();
    fields
        .map(|field| {
            let lines = lines(field, sheet.all(field.name));
            (field.ask.label.to_owned(), lines.join("\n"))
        })
        .filter(|(_, value)| !value.is_empty())
        .collect()
}

fn person(cells: &[String]) -> AnyView {
    let texts = i18n::texts();
    let cell = |place: usize| cells.get(place).cloned().unwrap_or_default();
    let (name, written) = (cell(0), cell(1));
    let reach = Phone::new(&written).ok().map(|phone| {
        let number = phone.dialled();
        view! {
            <p class="number-written">{written}</p>
            <div class="row">
                <a class="button" href=format!("tel:{number}")>
                    {(texts.sos.call)(&name)}
                </a>
                <a class="button soft" href=format!("sms:{number}")>
                    {(texts.sos.text)(&name)}
                </a>
            </div>
        }
    });
    view! {
        <li class="help-line">
            <h3 dir="auto">{name.clone()}</h3>
            <p dir="auto">{cell(2)}</p>
            {reach}
        </li>
    }
    .into_any()
}

/// What a field holds, line by line.
fn lines(field: Field, cells: &[String]) -> Vec<String> {
    let option = i18n::more().sheet.option;
    match field.shape {
        Shape::Rows(kinds) => cells
            .chunks(kinds.len())
            .map(|row| row_words(kinds, row))
            .collect(),
        Shape::People => cells
            .chunks(3)
            .filter_map(|row| row.first().cloned())
            .collect(),
        Shape::Day => cells.iter().map(|day| day_words(day)).collect(),
        Shape::Weekdays => {
            let days = week().iter().copied();
            let chosen = days.filter(|day| cells.iter().any(|cell| cell == day));
            chosen.map(|day| option(day).to_owned()).collect()
        }
        Shape::Choice(_) | Shape::Maybe(_) | Shape::Check => {
            cells.iter().map(|cell| option(cell).to_owned()).collect()
        }
        Shape::Tags(_) | Shape::Tag(_) => {
            let tags = cells.iter().filter_map(|t| Tag::try_from(t.clone()).ok());
            let tags: Vec<_> = tags.collect();
            vec![i18n::texts().tags(&tags)]
        }
        Shape::Exercise => cells.iter().map(|id| words::exercise_title(id)).collect(),
        Shape::Zone => cells.iter().map(|zone| zone.replace('_', " ")).collect(),
        Shape::Scale => cells.iter().map(|n| format!("{n} / 10")).collect(),
        Shape::Time => cells.iter().map(|time| time_words(time)).collect(),
        Shape::Line | Shape::Lines | Shape::Number => cells.to_vec(),
    }
}

fn row_words(kinds: &[Cell], row: &[String]) -> String {
    let mut done = "";
    let mut words = Vec::new();
    for (kind, cell) in kinds.iter().zip(row) {
        match kind {
            Cell::Check if !cell.is_empty() => done = "✓ ",
            _ if cell.is_empty() => {}
            Cell::Check => {}
            Cell::Day => words.push(day_words(cell)),
            Cell::Time => words.push(time_words(cell)),
            _ => words.push(cell.clone()),
        }
    }
    format!("{done}{}", words.join(" → "))
}

fn time_words(text: &str) -> String {
    let time = text.parse::<WallTime>();
    time.map_or_else(
        |_| text.to_owned(),
        |time| words::clock_words(time.minutes()),
    )
}

fn day_words(text: &str) -> String {
    let day = text.parse::<LocalDay>();
    day.map_or_else(|_| text.to_owned(), words::day_words)
}
