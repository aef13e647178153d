//! The plans as sheets.

use ebb_core::log::{
    AfterPlan, Entry, Person, Place, Places, Reasons, RelapsePlan, Response, RiskySituation,
    SafetyPlan,
};
use ebb_core::rating::Rating;
use ebb_core::text::{Note, Tag};

use super::super::text_of;
use super::DynamicForm;
use super::field_reader::FieldReader;

pub(super) fn fill(sheet: &mut DynamicForm, entry: &Entry) {
    match entry {
        Entry::SafetyPlan(plan) => {
            sheet.put("signs", notes(&plan.signs));
            sheet.put("alone", notes(&plan.alone));
            sheet.put("distract", notes(&plan.distract));
            sheet.put("ask", people(&plan.ask));
            sheet.put("professionals", people(&plan.professionals));
            sheet.put("surroundings", notes(&plan.surroundings));
            sheet.put_maybe("open", plan.readable_without_lock.then_some("yes"));
        }
        Entry::RelapsePlan(plan) => {
            sheet.put("signs", notes(&plan.signs));
            let responses = plan.responses.iter();
            let cells = responses.flat_map(|r| [r.when.as_str().into(), r.then.as_str().into()]);
            sheet.put("responses", cells.collect());
            sheet.put("people", people(&plan.people));
        }
        Entry::Reasons(reasons) => sheet.put("reasons", notes(&reasons.reasons)),
        Entry::Places(places) => {
            let places = places.places.iter();
            let cells = places.flat_map(|p| [p.place.as_str().into(), text_of(p.about.as_ref())]);
            sheet.put("places", cells.collect());
        }
        Entry::RiskySituation(risky) => {
            sheet.put_one("situation", risky.situation.as_str());
            let triggers = risky.triggers.iter().map(|tag| tag.as_str().to_owned());
            sheet.put("triggers", triggers.collect());
            sheet.put_note("avoid", risky.avoid.as_ref());
            sheet.put_note("respond", risky.respond.as_ref());
            sheet.put_maybe("confidence", risky.confidence.map(Rating::get));
        }
        Entry::AfterPlan(plan) => {
            sheet.put_maybe("from", plan.from);
            sheet.put("keep", notes(&plan.keep));
            sheet.put("week", notes(&plan.week));
            sheet.put("watch", notes(&plan.watch));
            sheet.put("when_hard", notes(&plan.when_hard));
            sheet.put("people", people(&plan.people));
        }
        _ => {}
    }
}

pub(super) fn notes(notes: &[Note]) -> Vec<String> {
    notes.iter().map(|note| note.as_str().to_owned()).collect()
}

fn people(people: &[Person]) -> Vec<String> {
    let cells = people.iter().flat_map(|person| {
        let phone = person.phone.as_ref();
        [
            Tag::as_str(&person.name).to_owned(),
            phone.map_or_else(String::new, |phone| phone.as_str().to_owned()),
            text_of(person.good_for.as_ref()),
        ]
    });
    cells.collect()
}

pub(super) fn safety(reader: &mut FieldReader<'_>) -> Entry {
    Entry::SafetyPlan(SafetyPlan {
        signs: reader.notes("signs"),
        alone: reader.notes("alone"),
        distract: reader.notes("distract"),
        ask: reader.people("ask"),
        professionals: reader.people("professionals"),
        surroundings: reader.notes("surroundings"),
        readable_without_lock: reader.flag("open"),
    })
}

pub(super) fn relapse(reader: &mut FieldReader<'_>) -> Entry {
    let rows = reader.rows("responses", 2);
    let responses = rows.filter_map(|row| {
        let when = reader.note_in("responses", row.first().map_or("", String::as_str));
        let then = reader.note_in("responses", row.get(1).map_or("", String::as_str));
        Some(Response {
            when: when?,
            then: then?,
        })
    });
    let responses = responses.collect();
    Entry::RelapsePlan(RelapsePlan {
        signs: reader.notes("signs"),
        responses,
        people: reader.people("people"),
    })
}

pub(super) fn reasons(reader: &mut FieldReader<'_>) -> Entry {
    Entry::Reasons(Reasons {
        reasons: reader.notes("reasons"),
    })
}

pub(super) fn places(reader: &mut FieldReader<'_>) -> Entry {
    let rows = reader.rows("places", 2);
    let places = rows.filter_map(|row| {
        let place = reader.note_in("places", row.first().map_or("", String::as_str));
        let about = reader.maybe_note_in("places", row.get(1).map_or("", String::as_str));
        Some(Place {
            place: place?,
            about,
        })
    });
    let places = places.collect();
    Entry::Places(Places { places })
}

pub(super) fn situation(reader: &mut FieldReader<'_>) -> Option<Entry> {
    let situation = reader.needed_note("situation");
    let confidence = reader.one("confidence").parse().ok();
    let avoid = reader.note("avoid");
    let respond = reader.note("respond");
    Some(Entry::RiskySituation(RiskySituation {
        situation: situation?,
        triggers: reader.tapped("triggers"),
        avoid,
        respond,
        confidence: confidence.and_then(|number: u8| Rating::new(number).ok()),
    }))
}

pub(super) fn after(reader: &mut FieldReader<'_>) -> Entry {
    Entry::AfterPlan(AfterPlan {
        from: reader.day("from"),
        keep: reader.notes("keep"),
        week: reader.notes("week"),
        watch: reader.notes("watch"),
        when_hard: reader.notes("when_hard"),
        people: reader.people("people"),
    })
}
