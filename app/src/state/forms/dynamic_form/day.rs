//! A day's intention and evening, and the plan for using less, as sheets.

use ebb_core::log::{DayPlan, Entry, ReductionPlan, ReductionStep};
use ebb_core::text::Tag;

use super::super::text_of;
use super::field_reader::FieldReader;
use super::programme::{name_of, named};
use super::task::KEPT;
use super::{DynamicForm, FormKind};

pub(super) fn fill(sheet: &mut DynamicForm, entry: &Entry) {
    match entry {
        Entry::DayPlan(day) => {
            let wants = day.wants.iter().map(|tag| String::from(tag.clone()));
            sheet.put("wants", wants.collect());
            sheet.put_note("words", day.words.as_ref());
            let went = day.went.as_ref();
            sheet.put_maybe("went", went.map(|went| name_of(&KEPT, went)));
            sheet.put_note("good", day.good.as_ref());
            sheet.put_note("tomorrow", day.tomorrow.as_ref());
            sheet.put_maybe("used", day.used);
        }
        Entry::ReductionPlan(plan) => {
            sheet.put("substance", vec![String::from(plan.substance.clone())]);
            sheet.put_one("unit", plan.unit.as_str());
            let cells = plan.steps.iter().flat_map(|step| {
                let number =
                    |number: Option<u16>| number.map_or_else(String::new, |n| n.to_string());
                [
                    step.from.to_string(),
                    number(step.units),
                    number(step.days.map(u16::from)),
                ]
            });
            sheet.put("steps", cells.collect());
            sheet.put_maybe("with", plan.with.as_ref().map(Tag::as_str));
            sheet.put_one("note", text_of(plan.note.as_ref()));
        }
        _ => {}
    }
}

/// What was written in the half that `sort` is, and what the other half holds.
pub(super) fn day(reader: &mut FieldReader<'_>, sort: FormKind) -> Entry {
    let words = reader.note("words");
    let good = reader.note("good");
    let tomorrow = reader.note("tomorrow");
    let used = reader.number_in("used", reader.one("used"), u16::MAX);
    let went = Some(reader.one("went")).filter(|went| !went.is_empty());
    let day = DayPlan {
        wants: reader.tapped("wants"),
        words,
        went: went.and_then(|went| named(&KEPT, went)),
        good,
        tomorrow,
        used,
    };
    let asked = if sort == FormKind::Morning {
        "words"
    } else {
        "went"
    };
    reader.need(asked, day.has_intention() || day.has_look_back());
    Entry::DayPlan(day)
}

pub(super) fn reduction(reader: &mut FieldReader<'_>) -> Option<Entry> {
    let substance = reader.tapped("substance").pop();
    reader.need("substance", substance.is_some());
    let unit = reader.needed_tag("unit");
    let rows = reader.rows("steps", 3);
    let steps = rows.filter_map(|row| {
        let cell = |place: usize| row.get(place).map_or("", |cell| cell.trim());
        let from = reader.day_in("steps", cell(0));
        let units = reader.number_in("steps", cell(1), u16::MAX);
        let days = reader.number_in("steps", cell(2), 7);
        Some(ReductionStep {
            from: from?,
            units,
            days: days.and_then(|days| u8::try_from(days).ok()),
        })
    });
    let steps: Vec<_> = steps.collect();
    let limits = steps
        .iter()
        .any(|step| step.units.is_some() || step.days.is_some());
    reader.need("steps", limits);
    let with = reader.tag("with");
    let note = reader.note("note");
    Some(Entry::ReductionPlan(ReductionPlan {
        substance: substance?,
        unit: unit?,
        with,
        steps,
        note,
    }))
}
