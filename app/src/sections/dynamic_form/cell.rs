//! A cell of a field: what stands in it, and an input for it.

use leptos::prelude::*;

use super::{Cell, Field, Shape};
use crate::state::Draft;
use crate::state::forms::DynamicForm;
use crate::words;

/// A field of a form.
#[derive(Clone, Copy)]
pub(super) struct FieldView {
    pub form: RwSignal<DynamicForm>,
    pub draft: Draft<DynamicForm>,
    pub field: Field,
}

impl FieldView {
    /// What stands in a cell.
    pub fn value(self, place: usize) -> Signal<String> {
        let name = self.field.name;
        Signal::derive(move || self.form.with(|form| form.cell(name, place).to_owned()))
    }

    /// Writes into a cell.
    pub fn write(self, place: usize, text: String) {
        let name = self.field.name;
        self.form.update(|form| form.write(name, place, text));
    }

    /// Puts everything into the field.
    pub fn put(self, cells: Vec<String>) {
        let name = self.field.name;
        self.form.update(|form| form.put(name, cells));
    }

    /// What is wrong with the field.
    pub fn problem(self) -> Signal<Option<String>> {
        words::wrong(self.draft.problem(self.field.name))
    }

    /// The id of the place where it is said.
    pub fn problem_id(self) -> String {
        format!("{}-problem", field_id(self.field.name))
    }

    /// Whether an option is chosen.
    pub fn is(self, option: &str) -> bool {
        let name = self.field.name;
        self.form
            .with(|form| form.all(name).iter().any(|cell| cell == option))
    }
}

/// The page has ids of its own; those of fields begin alike.
pub(super) fn field_id(name: &str) -> String {
    format!("field-{name}")
}

/// A hint behind a label.
pub(super) fn hint(words: &'static str) -> AnyView {
    (!words.is_empty())
        .then(|| view! { <span class="hint">{words}</span> })
        .into_any()
}

/// An input without its label. `kind` says more than the cell does, where it has to.
pub(super) fn input(
    view: FieldView,
    place: usize,
    id: String,
    cell: Cell,
    kind: &'static str,
) -> AnyView {
    let value = view.value(place);
    let wrong = move || view.problem().get().is_some().to_string();
    if cell == Cell::Lines {
        // In a row of several, a line is enough; alone there is room.
        let short = matches!(view.field.shape, Shape::Rows(_));
        return view! {
            <textarea
                id=id
                rows=if short { "1" } else { "3" }
                class:short=short
                dir="auto"
                aria-describedby=view.problem_id()
                aria-invalid=wrong
                prop:value=value
                on:input:target=move |ev| view.write(place, ev.target().value())
            ></textarea>
        }
        .into_any();
    }
    let kind = match cell {
        Cell::Tel => "tel",
        Cell::Day => "date",
        Cell::Time => "time",
        Cell::Number => "number",
        _ if kind.is_empty() => "text",
        _ => kind,
    };
    view! {
        <input
            id=id
            type=kind
            min=(kind == "number").then_some("0")
            dir="auto"
            autocomplete="off"
            aria-describedby=view.problem_id()
            aria-invalid=wrong
            prop:value=value
            on:input:target=move |ev| view.write(place, ev.target().value())
        />
    }
    .into_any()
}
