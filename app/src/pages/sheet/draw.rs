//! The fields of a sheet to write in.

use ebb_core::rating::Rating;
use ebb_core::text::Tag;
use leptos::prelude::*;

use super::rows::rows;
use super::{Cell, Field, PERSON, Shape, week};
use crate::components::{ManyChips, OneChip, Problem, Scale, chip, tick_box};
use crate::state::forms::{Sheet, Submit};
use crate::state::looking::people;
use crate::state::{Loaded, use_ebb};

/// A field of a form.
#[derive(Clone, Copy)]
pub(super) struct Drawing {
    pub form: RwSignal<Sheet>,
    pub submit: Submit,
    pub field: Field,
}

impl Drawing {
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
        self.submit.problem(self.field.name)
    }

    /// The id of the place where it is said.
    pub fn problem_id(self) -> String {
        format!("{}-problem", field_id(self.field.name))
    }

    fn is(self, option: &str) -> bool {
        let name = self.field.name;
        self.form
            .with(|form| form.all(name).iter().any(|cell| cell == option))
    }
}

/// Draws a field.
pub(super) fn draw(drawing: Drawing) -> AnyView {
    let field = drawing.field;
    match field.shape {
        Shape::Line => alone(drawing, Cell::Line, "text"),
        Shape::Lines => alone(drawing, Cell::Lines, ""),
        Shape::Day => alone(drawing, Cell::Day, ""),
        Shape::Time => alone(drawing, Cell::Time, ""),
        Shape::Number => alone(drawing, Cell::Line, "number"),
        Shape::Rows(cells) => rows(drawing, cells),
        Shape::People => view! {
            {rows(drawing, PERSON)}
            {known_people(drawing)}
        }
        .into_any(),
        Shape::Choice(options) => {
            let words = use_ebb().more().sheet.option;
            let options = options
                .iter()
                .map(|o| ((*o).to_owned(), words(o).to_owned()));
            choice(drawing, options.collect())
        }
        Shape::Maybe(options) => several(drawing, options, true),
        Shape::Weekdays => several(drawing, week(use_ebb()), false),
        Shape::Tags(suggestions) => tags(drawing, suggestions, true),
        Shape::Tag(suggestions) => tags(drawing, suggestions, false),
        Shape::Scale => scale(drawing),
        Shape::Zone => zone(drawing),
        Shape::Exercise => exercise(drawing),
        Shape::Check => check(drawing),
    }
}

/// The page has ids of its own; those of fields begin alike.
pub(super) fn field_id(name: &str) -> String {
    format!("field-{name}")
}

/// An input of its own, with its label above it.
fn alone(drawing: Drawing, cell: Cell, kind: &'static str) -> AnyView {
    let ask = drawing.field.ask;
    let id = field_id(drawing.field.name);
    view! {
        <div class="field">
            <label for=id.clone()>{ask.label} {hint(ask.hint)}</label>
            {input(drawing, 0, id, cell, kind)}
            <Problem words=drawing.problem() id=drawing.problem_id() />
        </div>
    }
    .into_any()
}

pub(super) fn hint(words: &'static str) -> AnyView {
    (!words.is_empty())
        .then(|| view! { <span class="hint">{words}</span> })
        .into_any()
}

/// An input without its label. `kind` says more than the cell does, where it has to.
pub(super) fn input(
    drawing: Drawing,
    place: usize,
    id: String,
    cell: Cell,
    kind: &'static str,
) -> AnyView {
    let value = drawing.value(place);
    let wrong = move || drawing.problem().get().is_some().to_string();
    if cell == Cell::Lines {
        // In a row of several, a line is enough; alone there is room.
        let short = matches!(drawing.field.shape, Shape::Rows(_));
        return view! {
            <textarea
                id=id
                rows=if short { "1" } else { "3" }
                class:short=short
                dir="auto"
                aria-describedby=drawing.problem_id()
                aria-invalid=wrong
                prop:value=value
                on:input:target=move |ev| drawing.write(place, ev.target().value())
            ></textarea>
        }
        .into_any();
    }
    let kind = match cell {
        Cell::Tel => "tel",
        Cell::Day => "date",
        Cell::Time => "time",
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
            aria-describedby=drawing.problem_id()
            aria-invalid=wrong
            prop:value=value
            on:input:target=move |ev| drawing.write(place, ev.target().value())
        />
    }
    .into_any()
}

/// A group of chips with its question.
fn group(drawing: Drawing, chips: Vec<AnyView>) -> AnyView {
    let ask = drawing.field.ask;
    view! {
        <fieldset class="chips" aria-describedby=drawing.problem_id()>
            <legend>{ask.label} " " {hint(ask.hint)}</legend>
            <div class="chip-row">{chips}</div>
            <Problem words=drawing.problem() id=drawing.problem_id() />
        </fieldset>
    }
    .into_any()
}

/// Exactly one; the first until another is chosen.
fn choice(drawing: Drawing, options: Vec<(String, String)>) -> AnyView {
    let first = options.first().map(|(option, _)| option.clone());
    let none = move || drawing.value(0).with(String::is_empty);
    let chips = options.into_iter().map(|(option, words)| {
        let usual = first.as_ref() == Some(&option);
        let mine = option.clone();
        chip(
            "radio",
            drawing.field.name,
            words,
            move || drawing.is(&mine) || (usual && none()),
            move || drawing.put(vec![option.clone()]),
        )
    });
    group(drawing, chips.collect())
}

/// Any of the options, or one of them at most. A second tap takes it back.
fn several(drawing: Drawing, options: &'static [&'static str], one: bool) -> AnyView {
    let words = use_ebb().more().sheet.option;
    let flip = move |option: &str| {
        let name = drawing.field.name;
        let mut chosen = drawing.form.with_untracked(|form| form.all(name).to_vec());
        let was = chosen.iter().position(|known| known == option);
        match was {
            Some(place) => drop(chosen.remove(place)),
            None if one => chosen = vec![option.to_owned()],
            None => chosen.push(option.to_owned()),
        }
        drawing.put(chosen);
    };
    let chips = options.iter().map(|option| {
        chip(
            "checkbox",
            drawing.field.name,
            words(option).to_owned(),
            move || drawing.is(option),
            move || flip(option),
        )
    });
    group(drawing, chips.collect())
}

fn check(drawing: Drawing) -> AnyView {
    let put = move || {
        let on = drawing.value(0).with_untracked(String::is_empty);
        drawing.put(vec![if on { "yes" } else { "" }.to_owned()]);
    };
    let words = drawing.field.ask.label.to_owned();
    let on = move || drawing.is("yes");
    view! {
        <div class="field">
            {tick_box(drawing.field.name, words, on, put)}
        </div>
    }
    .into_any()
}

fn tags(drawing: Drawing, suggestions: &'static [&'static str], many: bool) -> AnyView {
    let name = drawing.field.name;
    let words = use_ebb().texts().tag;
    let read = move || {
        drawing.form.with(|form| {
            let cells = form.all(name).iter();
            cells
                .filter_map(|cell| Tag::try_from(cell.clone()).ok())
                .collect::<Vec<_>>()
        })
    };
    let put = move |tags: Vec<Tag>| {
        drawing.put(tags.into_iter().map(String::from).collect());
    };
    let legend = drawing.field.ask.label;
    if many {
        view! {
            <ManyChips legend name suggestions words known=Signal::derive(Vec::new) value=Signal::derive(read) choose=put />
        }
        .into_any()
    } else {
        view! {
            <OneChip
                legend
                name
                suggestions
                words
                known=Signal::derive(Vec::new)
                value=Signal::derive(move || read().pop())
                choose={move |tag: Option<Tag>| put(tag.into_iter().collect())}
            />
        }
        .into_any()
    }
}

fn scale(drawing: Drawing) -> AnyView {
    let ebb = use_ebb();
    let sheet = &ebb.more().sheet;
    let value = move || {
        let number = drawing.value(0).with(|text| text.parse::<u8>().ok());
        number.and_then(|number| Rating::new(number).ok())
    };
    let choose = move |rating: Option<Rating>| {
        drawing.put(rating.into_iter().map(|r| r.get().to_string()).collect());
    };
    view! {
        <Scale
            legend=drawing.field.ask.label.to_owned()
            name=drawing.field.name
            low=sheet.low
            high=sheet.high
            value=Signal::derive(value)
            choose=choose
            clear=ebb.texts().common.clear
        />
    }
    .into_any()
}

/// The clock here by its name, one's own wherever one is, and the one that was chosen before.
fn zone(drawing: Drawing) -> AnyView {
    let ebb = use_ebb();
    let sheet = &ebb.more().sheet;
    let chosen = drawing.value(0).get_untracked();
    let mut options = Vec::new();
    for name in [chosen, crate::state::zone_here().unwrap_or_default()] {
        if !name.is_empty() && !options.iter().any(|(known, _)| *known == name) {
            let words = (sheet.zone_here)(&name.replace('_', " "));
            options.push((name, words));
        }
    }
    let chips = options.into_iter().map(|(option, words)| {
        let mine = option.clone();
        chip(
            "radio",
            drawing.field.name,
            words,
            move || drawing.is(&mine),
            move || drawing.put(vec![option.clone()]),
        )
    });
    let mut chips: Vec<_> = chips.collect();
    chips.push(chip(
        "radio",
        drawing.field.name,
        sheet.zone_none.to_owned(),
        move || drawing.value(0).with(String::is_empty),
        move || drawing.put(Vec::new()),
    ));
    group(drawing, chips)
}

fn exercise(drawing: Drawing) -> AnyView {
    let ebb = use_ebb();
    let none = ebb.more().sheet.no_exercise;
    let options = move || {
        ebb.exercises.with(|loaded| {
            let Loaded::Ready(library) = loaded else {
                return Vec::new();
            };
            let exercises = library.exercises.iter();
            exercises
                .map(|one| {
                    let id = one.id.clone();
                    let chosen = move || drawing.is(&id);
                    view! {
                        <option value=one.id.clone() selected=chosen>
                            {one.title.clone()}
                        </option>
                    }
                    .into_any()
                })
                .collect()
        })
    };
    let id = field_id(drawing.field.name);
    view! {
        <div class="field">
            <label for=id.clone()>{drawing.field.ask.label}</label>
            <select id=id on:change:target=move |ev| drawing.put(vec![ev.target().value()])>
                <option value="">{none}</option>
                {options}
            </select>
        </div>
    }
    .into_any()
}

/// Puts somebody in who is known already.
fn known_people(drawing: Drawing) -> AnyView {
    let ebb = use_ebb();
    let words = ebb.more().sheet.add_known;
    let name = drawing.field.name;
    let offered = move || {
        let known = ebb.journal.with(people);
        let known = known.into_iter().map(|(_, person)| person);
        known
            .filter(|person| !drawing.is(person.name.as_str()))
            .map(|person| {
                let label = words(person.name.as_str());
                let add = move |_| {
                    let mut cells = drawing.form.with_untracked(|form| form.all(name).to_vec());
                    cells.resize(cells.len().next_multiple_of(3), String::new());
                    cells.push(person.name.as_str().to_owned());
                    let phone = person.phone.as_ref();
                    cells.push(phone.map_or_else(String::new, |p| p.as_str().to_owned()));
                    let good_for = person.good_for.as_ref();
                    cells.push(good_for.map_or_else(String::new, |n| n.as_str().to_owned()));
                    drawing.put(cells);
                };
                view! {
                    <button type="button" class="soft small" on:click=add>
                        {label}
                    </button>
                }
                .into_any()
            })
            .collect::<Vec<_>>()
    };
    view! { <div class="row field">{offered}</div> }.into_any()
}
