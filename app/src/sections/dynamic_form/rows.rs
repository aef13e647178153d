//! A field of any number of rows.

use leptos::prelude::*;

use super::Cell;
use super::cell::{FieldView, field_id, hint, input};
use crate::components::{Problem, tick_box};
use crate::i18n;
use crate::state::focus_soon;

/// Rows of cells. Their number only grows while one writes, so that nothing jumps; a row left
/// empty is not kept.
pub(super) fn rows(view: FieldView, cells: &'static [Cell]) -> AnyView {
    let sheet = &i18n::more().sheet;
    let name = view.field.name;
    let width = cells.len();
    let asked = RwSignal::new(1_usize);
    let count = Memo::new(move |before: Option<&usize>| {
        let written = view.form.with(|form| form.all(name).len());
        let needed = written.div_ceil(width).max(asked.get());
        before.map_or(needed, |before| needed.max(*before))
    });
    let add = move |_| {
        let next = count.get_untracked();
        asked.set(next + 1);
        focus_soon(&cell_id(name, next * width));
    };
    let ask = view.field.ask;
    view! {
        <fieldset class="rows" aria-describedby=view.problem_id()>
            <legend>{ask.label} " " {hint(ask.hint)}</legend>
            <div class="stack">
                {move || (0..count.get()).map(|row| one_row(view, cells, row)).collect_view()}
            </div>
            <Problem words=view.problem() id=view.problem_id() />
            <button type="button" class="quiet small" on:click=add>
                {sheet.add_row}
                <span class="unseen">": " {ask.label}</span>
            </button>
        </fieldset>
    }
    .into_any()
}

fn cell_id(name: &str, place: usize) -> String {
    format!("{}-{place}", field_id(name))
}

fn one_row(view: FieldView, cells: &'static [Cell], row: usize) -> AnyView {
    let number = (i18n::more().sheet.row)(row + 1);
    let several = cells.len() > 1;
    let drawn = cells.iter().enumerate().map(|(column, cell)| {
        let place = row * cells.len() + column;
        let id = cell_id(view.field.name, place);
        let label = view.field.ask.cells.get(column).copied().unwrap_or("");
        if *cell == Cell::Check {
            return tick(view, place, label);
        }
        let words = if several {
            label.to_owned()
        } else {
            number.clone()
        };
        view! {
            <div>
                <label for=id.clone() class:unseen=!several>
                    {words}
                </label>
                {input(view, place, id, *cell, "")}
            </div>
        }
        .into_any()
    });
    let drawn = drawn.collect_view();
    if several {
        view! {
            <div class="card cells" role="group" aria-label=number>
                {drawn}
            </div>
        }
        .into_any()
    } else {
        drawn.into_any()
    }
}

fn tick(view: FieldView, place: usize, label: &'static str) -> AnyView {
    let value = view.value(place);
    let flip = move || {
        let on = value.with_untracked(String::is_empty);
        view.write(place, if on { "yes" } else { "" }.to_owned());
    };
    let on = move || value.with(|text| !text.is_empty());
    tick_box(view.field.name, label.to_owned(), on, flip)
}
