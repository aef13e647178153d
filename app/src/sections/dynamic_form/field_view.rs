//! The fields of a sheet to write in.

use ebb_core::rating::Rating;
use ebb_core::text::Tag;
use leptos::prelude::*;

use super::cell::{FieldView, field_id, hint, input};
use super::rows::rows;
use super::{Cell, PERSON, Shape, week};
use crate::components::{ManyChips, OneChip, Problem, Scale, chip, tick_box};
use crate::i18n;
use crate::state::content::exercises;
use crate::state::queries::people;
use crate::state::{Loaded, use_journal};

/// Draws a field.
pub(super) fn field_view(view: FieldView) -> AnyView {
    let field = view.field;
    match field.shape {
        Shape::Line => alone(view, Cell::Line, "text"),
        Shape::Lines => alone(view, Cell::Lines, ""),
        Shape::Day => alone(view, Cell::Day, ""),
        Shape::Time => alone(view, Cell::Time, ""),
        Shape::Number => alone(view, Cell::Line, "number"),
        Shape::Rows(cells) => rows(view, cells),
        Shape::People => view! {
            {rows(view, PERSON)}
            {known_people(view)}
        }
        .into_any(),
        Shape::Choice(options) => {
            let words = i18n::more().sheet.option;
            let options = options
                .iter()
                .map(|o| ((*o).to_owned(), words(o).to_owned()));
            choice(view, options.collect())
        }
        Shape::Maybe(options) => several(view, options, true),
        Shape::Weekdays => several(view, week(), false),
        Shape::Tags(suggestions) => tags(view, suggestions, true),
        Shape::Tag(suggestions) => tags(view, suggestions, false),
        Shape::Scale => scale(view),
        Shape::Zone => zone(view),
        Shape::Exercise => exercise(view),
        Shape::Check => check(view),
    }
}

/// An input of its own, with its label above it.
fn alone(view: FieldView, cell: Cell, kind: &'static str) -> AnyView {
    let ask = view.field.ask;
    let id = field_id(view.field.name);
    view! {
        <div class="field">
            <label for=id.clone()>{ask.label} {hint(ask.hint)}</label>
            {input(view, 0, id, cell, kind)}
            <Problem words=view.problem() id=view.problem_id() />
        </div>
    }
    .into_any()
}

/// A group of chips with its question.
fn group(view: FieldView, chips: Vec<AnyView>) -> AnyView {
    let ask = view.field.ask;
    view! {
        <fieldset class="chips" aria-describedby=view.problem_id()>
            <legend>{ask.label} " " {hint(ask.hint)}</legend>
            <div class="chip-row">{chips}</div>
            <Problem words=view.problem() id=view.problem_id() />
        </fieldset>
    }
    .into_any()
}

/// Exactly one; the first until another is chosen.
fn choice(view: FieldView, options: Vec<(String, String)>) -> AnyView {
    let first = options.first().map(|(option, _)| option.clone());
    let none = move || view.value(0).with(String::is_empty);
    let chips = options.into_iter().map(|(option, words)| {
        let usual = first.as_ref() == Some(&option);
        let mine = option.clone();
        chip(
            "radio",
            view.field.name,
            words,
            move || view.is(&mine) || (usual && none()),
            move || view.put(vec![option.clone()]),
        )
    });
    group(view, chips.collect())
}

/// Any of the options, or one of them at most. A second tap takes it back.
fn several(view: FieldView, options: &'static [&'static str], one: bool) -> AnyView {
    let words = i18n::more().sheet.option;
    let flip = move |option: &str| {
        let name = view.field.name;
        let mut chosen = view.form.with_untracked(|form| form.all(name).to_vec());
        let was = chosen.iter().position(|known| known == option);
        match was {
            Some(place) => drop(chosen.remove(place)),
            None if one => chosen = vec![option.to_owned()],
            None => chosen.push(option.to_owned()),
        }
        view.put(chosen);
    };
    let chips = options.iter().map(|option| {
        chip(
            "checkbox",
            view.field.name,
            words(option).to_owned(),
            move || view.is(option),
            move || flip(option),
        )
    });
    group(view, chips.collect())
}

fn check(view: FieldView) -> AnyView {
    let put = move || {
        let on = view.value(0).with_untracked(String::is_empty);
        view.put(vec![if on { "yes" } else { "" }.to_owned()]);
    };
    let words = view.field.ask.label.to_owned();
    let on = move || view.is("yes");
    view! {
        <div class="field">
            {tick_box(view.field.name, words, on, put)}
        </div>
    }
    .into_any()
}

fn tags(view: FieldView, suggestions: &'static [&'static str], many: bool) -> AnyView {
    let name = view.field.name;
    let words = i18n::texts().tag;
    let read = move || {
        view.form.with(|form| {
            let cells = form.all(name).iter();
            cells
                .filter_map(|cell| Tag::try_from(cell.clone()).ok())
                .collect::<Vec<_>>()
        })
    };
    let put = move |tags: Vec<Tag>| {
        view.put(tags.into_iter().map(String::from).collect());
    };
    let legend = view.field.ask.label;
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

fn scale(view: FieldView) -> AnyView {
    let sheet = &i18n::more().sheet;
    let value = move || {
        let number = view.value(0).with(|text| text.parse::<u8>().ok());
        number.and_then(|number| Rating::new(number).ok())
    };
    let choose = move |rating: Option<Rating>| {
        view.put(rating.into_iter().map(|r| r.get().to_string()).collect());
    };
    view! {
        <Scale
            legend=view.field.ask.label.to_owned()
            name=view.field.name
            low=sheet.low
            high=sheet.high
            value=Signal::derive(value)
            choose=choose
            clear=i18n::texts().common.clear
        />
    }
    .into_any()
}

/// The clock here by its name, one's own wherever one is, and the one that was chosen before.
fn zone(view: FieldView) -> AnyView {
    let sheet = &i18n::more().sheet;
    let chosen = view.value(0).get_untracked();
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
            view.field.name,
            words,
            move || view.is(&mine),
            move || view.put(vec![option.clone()]),
        )
    });
    let mut chips: Vec<_> = chips.collect();
    chips.push(chip(
        "radio",
        view.field.name,
        sheet.zone_none.to_owned(),
        move || view.value(0).with(String::is_empty),
        move || view.put(Vec::new()),
    ));
    group(view, chips)
}

fn exercise(view: FieldView) -> AnyView {
    let none = i18n::more().sheet.no_exercise;
    let options = move || {
        exercises().with(|loaded| {
            let Loaded::Ready(library) = loaded else {
                return Vec::new();
            };
            let exercises = library.entries.iter();
            exercises
                .map(|one| {
                    let id = one.id.clone();
                    let chosen = move || view.is(&id);
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
    let id = field_id(view.field.name);
    view! {
        <div class="field">
            <label for=id.clone()>{view.field.ask.label}</label>
            <select id=id on:change:target=move |ev| view.put(vec![ev.target().value()])>
                <option value="">{none}</option>
                {options}
            </select>
        </div>
    }
    .into_any()
}

/// Puts somebody in who is known already.
fn known_people(view: FieldView) -> AnyView {
    let journal = use_journal();
    let words = i18n::more().sheet.add_known;
    let name = view.field.name;
    let offered = move || {
        let known = journal.with(people);
        let known = known.into_iter().map(|(_, person)| person);
        known
            .filter(|person| !view.is(person.name.as_str()))
            .map(|person| {
                let label = words(person.name.as_str());
                let add = move |_| {
                    let mut cells = view.form.with_untracked(|form| form.all(name).to_vec());
                    cells.resize(cells.len().next_multiple_of(3), String::new());
                    cells.push(person.name.as_str().to_owned());
                    let phone = person.phone.as_ref();
                    cells.push(phone.map_or_else(String::new, |p| p.as_str().to_owned()));
                    let good_for = person.good_for.as_ref();
                    cells.push(good_for.map_or_else(String::new, |n| n.as_str().to_owned()));
                    view.put(cells);
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
