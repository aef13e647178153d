//! Groups and appointments as sheets.

use ebb_core::log::{
    Appointment, DateChange, Entry, Exception, Group, GroupKind, Occasion, Session,
};
use ebb_core::time::{Wall, WallTime, Zone};

use super::DynamicForm;
use super::field_reader::FieldReader;
use super::plan::notes;

/// Each kind of group with its name.
pub const GROUP_KINDS: [(GroupKind, &str); 3] = [
    (GroupKind::Programme, "programme"),
    (GroupKind::Meeting, "meeting"),
    (GroupKind::Family, "family"),
];

/// Each occasion with its name.
pub const OCCASIONS: [(Occasion, &str); 4] = [
    (Occasion::Counselling, "counselling"),
    (Occasion::Medical, "medical"),
    (Occasion::Family, "family"),
    (Occasion::Other, "other"),
];

/// The name of a choice.
pub(super) fn name_of<T: PartialEq>(all: &[(T, &'static str)], choice: &T) -> &'static str {
    let found = all.iter().find(|(known, _)| known == choice);
    found.map_or("", |(_, name)| name)
}

/// A choice by its name; the first when nothing was chosen.
pub(super) fn named<T: Copy>(all: &[(T, &'static str)], name: &str) -> Option<T> {
    let found = all.iter().find(|(_, known)| *known == name);
    found.or_else(|| all.first()).map(|(choice, _)| *choice)
}

pub(super) fn fill(sheet: &mut DynamicForm, entry: &Entry) {
    match entry {
        Entry::Group(group) => fill_group(sheet, group),
        Entry::Session(session) => {
            sheet.put_one("group", session.group);
            sheet.put_one("name", session.name.as_str());
            sheet.put_one("on", session.on);
            let attended = session
                .attended
                .map(|there| if there { "yes" } else { "no" });
            sheet.put_maybe("attended", attended);
            sheet.put_note("bring", session.bring.as_ref());
            sheet.put_note("takeaway", session.takeaway.as_ref());
            sheet.put_note("homework", session.homework.as_ref());
            sheet.put_maybe("exercise", session.exercise.clone());
            sheet.put_maybe("practised", session.practised.then_some("yes"));
        }
        Entry::Appointment(appointment) => {
            sheet.put_one("with", appointment.with.as_str());
            sheet.put_one("occasion", name_of(&OCCASIONS, &appointment.occasion));
            sheet.put_one("day", appointment.start.day);
            sheet.put_one("at", appointment.start.at);
            sheet.put_maybe("zone", appointment.start.zone.as_ref().map(Zone::as_str));
            sheet.put_one("minutes", appointment.minutes);
            sheet.put_note("place", appointment.place.as_ref());
            sheet.put("questions", notes(&appointment.questions));
            sheet.put_note("notes", appointment.notes.as_ref());
            let held = appointment.held.map(|held| if held { "yes" } else { "no" });
            sheet.put_maybe("held", held);
        }
        _ => {}
    }
}

fn fill_group(sheet: &mut DynamicForm, group: &Group) {
    sheet.put_one("name", group.name.as_str());
    sheet.put_one("kind", name_of(&GROUP_KINDS, &group.kind));
    let weekdays = group.weekdays.iter().map(ToString::to_string);
    sheet.put("weekdays", weekdays.collect());
    sheet.put_one("at", group.at);
    sheet.put_one("minutes", group.minutes);
    sheet.put_maybe("zone", group.zone.as_ref().map(Zone::as_str));
    sheet.put_one("first", group.first);
    sheet.put_maybe("last", group.last);
    let cells = group.exceptions.iter().flat_map(|exception| {
        let (day, at) = match exception.change {
            DateChange::Cancelled => (String::new(), String::new()),
            DateChange::Moved(day, at) => (day.to_string(), at.to_string()),
        };
        [exception.on.to_string(), day, at]
    });
    sheet.put("exceptions", cells.collect());
    sheet.put_note("place", group.place.as_ref());
    sheet.put_note("way", group.way.as_ref());
}

fn answer(text: &str) -> Option<bool> {
    match text {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

pub(super) fn group(reader: &mut FieldReader<'_>) -> Option<Entry> {
    let name = reader.needed_tag("name");
    let mut weekdays: Vec<u8> = reader
        .all("weekdays")
        .iter()
        .filter_map(|day| day.parse().ok())
        .collect();
    weekdays.sort_unstable();
    reader.need("weekdays", !weekdays.is_empty());
    let at = reader.needed_time("at");
    let first = reader.needed_day("first");
    let last = reader.day("last");
    let minutes = reader.number("minutes", 60);
    let exceptions = exceptions(reader, at);
    let place = reader.note("place");
    let way = reader.note("way");
    Some(Entry::Group(Group {
        name: name?,
        kind: named(&GROUP_KINDS, reader.one("kind"))?,
        weekdays,
        at: at?,
        minutes,
        zone: Zone::new(reader.one("zone")).ok(),
        first: first?,
        last,
        exceptions,
        place,
        way,
    }))
}

/// A row without a new date is cancelled; one without a new time keeps the usual one.
fn exceptions(reader: &mut FieldReader<'_>, usual: Option<WallTime>) -> Vec<Exception> {
    let rows = reader.rows("exceptions", 3);
    let read = rows.filter_map(|row| {
        let cell = |place: usize| row.get(place).map_or("", |cell| cell.trim());
        let on = reader.day_in("exceptions", cell(0));
        let change = if cell(1).is_empty() && cell(2).is_empty() {
            DateChange::Cancelled
        } else {
            let day = match cell(1) {
                "" => on,
                text => reader.day_in("exceptions", text),
            };
            let at = match cell(2) {
                "" => usual,
                text => reader.time_in("exceptions", text),
            };
            DateChange::Moved(day?, at?)
        };
        Some(Exception { on: on?, change })
    });
    read.collect()
}

pub(super) fn session(reader: &mut FieldReader<'_>) -> Option<Entry> {
    let bring = reader.note("bring");
    let takeaway = reader.note("takeaway");
    let homework = reader.note("homework");
    let exercise = reader.one("exercise");
    Some(Entry::Session(Session {
        group: reader.one("group").parse().ok()?,
        name: reader.needed_tag("name")?,
        on: reader.needed_day("on")?,
        attended: answer(reader.one("attended")),
        bring,
        takeaway,
        homework,
        exercise: (!exercise.is_empty()).then(|| exercise.to_owned()),
        practised: reader.flag("practised"),
    }))
}

pub(super) fn appointment(reader: &mut FieldReader<'_>) -> Option<Entry> {
    let with = reader.needed_tag("with");
    let day = reader.needed_day("day");
    let at = reader.needed_time("at");
    let minutes = reader.number("minutes", 50);
    let place = reader.note("place");
    let questions = reader.notes("questions");
    let notes = reader.note("notes");
    Some(Entry::Appointment(Appointment {
        with: with?,
        occasion: named(&OCCASIONS, reader.one("occasion"))?,
        start: Wall {
            day: day?,
            at: at?,
            zone: Zone::new(reader.one("zone")).ok(),
        },
        minutes,
        place,
        questions,
        notes,
        held: answer(reader.one("held")),
    }))
}
