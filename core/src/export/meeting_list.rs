//! Meetings as a file that can be handed on: a table a clinic can make in a spreadsheet, and that
//! holds nothing of the person who hands it on.
//!
//! Columns, in any order and by their English or Spanish names: `name`, `days` (`MO TU WE TH FR SA
//! SU`, the codes of RFC 5545, or names of days in English or Spanish), `time` (`19:30` or `7:30
//! pm`), `minutes`, `place`, `way`, `zone`. The first three must be there. It is read as any table
//! of [`import`](crate::import) is, with the same bounds.

use super::csv::line;
use crate::import::{ImportError, read};
use crate::log::{Group, GroupKind, Journal};
use crate::text::{Note, Tag};
use crate::time::{LocalDay, WallTime, Zone};

/// Meetings that are read at most.
pub const MOST_MEETINGS: usize = 500;
/// How long a meeting takes when the table does not say, in minutes.
const USUAL_MINUTES: u16 = 60;

const NAMES: [&str; 7] = ["name", "days", "time", "minutes", "place", "way", "zone"];
const SPANISH: [&str; 7] = [
    "nombre",
    "días",
    "hora",
    "minutos",
    "lugar",
    "cómo llegar",
    "zona",
];
/// By weekday from Monday: the code, and how names of it begin in English and Spanish.
const DAYS: [[&str; 3]; 7] = [
    ["MO", "mon", "lun"],
    ["TU", "tue", "mar"],
    ["WE", "wed", "mié"],
    ["TH", "thu", "jue"],
    ["FR", "fri", "vie"],
    ["SA", "sat", "sáb"],
    ["SU", "sun", "dom"],
];

/// What a file of meetings has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct MeetingList {
    /// The meetings, in the order of the file.
    pub meetings: Vec<Group>,
    /// Rows without a name, a day or a time that can be read.
    pub left_out: usize,
}

/// Writes the meetings of a journal that have not ended before `today`.
#[must_use]
pub fn meeting_list(journal: &Journal, today: LocalDay) -> String {
    let mut text = String::from('\u{feff}');
    line(&mut text, NAMES.into_iter());
    for (_, _, group) in journal.all_of::<Group>() {
        if !is_current_meeting(group, today) {
            continue;
        }
        let days = group.weekdays.iter();
        let days = days.filter_map(|day| DAYS.get(usize::from(*day)).map(|[code, ..]| *code));
        let days = days.collect::<Vec<_>>().join(" ");
        let (at, minutes) = (group.at.to_string(), group.minutes.to_string());
        let note = |note: &'_ Option<Note>| note.as_ref().map_or("", Note::as_str).to_owned();
        let (place, way) = (note(&group.place), note(&group.way));
        let zone = group.zone.as_ref().map_or("", Zone::as_str);
        let cells = [
            group.name.as_str(),
            &days,
            &at,
            &minutes,
            &place,
            &way,
            zone,
        ];
        line(&mut text, cells.into_iter());
    }
    text
}

/// Whether a group is a meeting that has not ended before a day.
#[must_use]
pub fn is_current_meeting(group: &Group, today: LocalDay) -> bool {
    group.kind == GroupKind::Meeting && group.last.is_none_or(|last| last >= today)
}

/// Reads a file of meetings; each begins on `first`.
///
/// # Errors
/// [`ImportError`]: too large, not UTF-8, or without a column of names, days and times.
pub fn read_meetings(bytes: &[u8], first: LocalDay) -> Result<MeetingList, ImportError> {
    let table = read(bytes)?;
    let column = |at: usize| {
        let known = [NAMES[at], SPANISH[at]];
        let mut head = table.head.iter();
        head.position(|name| known.contains(&name.trim().to_lowercase().as_str()))
    };
    let (Some(name), Some(days), Some(time)) = (column(0), column(1), column(2)) else {
        return Err(ImportError::NotATable);
    };
    let beside = [3, 4, 5, 6].map(column);
    if table.rows.len() > MOST_MEETINGS {
        return Err(ImportError::TooLarge);
    }
    let mut list = MeetingList::default();
    for row in &table.rows {
        let cell = |at: Option<usize>| at.and_then(|at| row.get(at)).map_or("", |c| unguarded(c));
        let [minutes, place, way, zone] = beside.map(cell);
        let found = (
            Tag::own(cell(Some(name))),
            weekdays(cell(Some(days))),
            time_of_day(cell(Some(time))),
        );
        let (Ok(name), Some(weekdays), Some(at)) = found else {
            list.left_out += 1;
            continue;
        };
        list.meetings.push(Group {
            name,
            kind: GroupKind::Meeting,
            weekdays,
            at,
            minutes: minutes.parse().unwrap_or(USUAL_MINUTES),
            zone: Zone::new(zone).ok(),
            first,
            last: None,
            exceptions: Vec::new(),
            place: Note::new(place).ok(),
            way: Note::new(way).ok(),
        });
    }
    Ok(list)
}

/// Those of a list that the journal does not have: by name, days and time.
#[must_use]
pub fn new_meetings(journal: &Journal, list: &MeetingList, today: LocalDay) -> Vec<Group> {
    let mut known: Vec<Group> = journal
        .all_of::<Group>()
        .map(|(_, _, g)| g.clone())
        .collect();
    known.retain(|group| is_current_meeting(group, today));
    let mut fresh = Vec::new();
    for meeting in &list.meetings {
        let same = |other: &Group| {
            other.name == meeting.name
                && other.at == meeting.at
                && other.weekdays == meeting.weekdays
        };
        if !known.iter().any(same) {
            known.push(meeting.clone());
            fresh.push(meeting.clone());
        }
    }
    fresh
}

/// A cell without the apostrophe that keeps a spreadsheet from taking it for a formula.
fn unguarded(cell: &str) -> &str {
    let cell = cell.trim();
    cell.strip_prefix('\'').unwrap_or(cell)
}

/// Days in any spelling of the table, sorted; `None` with none, or one that is not known.
fn weekdays(text: &str) -> Option<Vec<u8>> {
    let words = text.split(|c: char| !c.is_alphabetic());
    let mut days = Vec::new();
    for word in words.filter(|word| !word.is_empty()) {
        let lower = word.to_lowercase();
        let plain = lower.replace('á', "a").replace('é', "e");
        let is = |[code, english, spanish]: &[&str; 3]| {
            let spanish = spanish.replace('á', "a").replace('é', "e");
            code.eq_ignore_ascii_case(word)
                || plain.starts_with(english)
                || plain.starts_with(&spanish)
        };
        days.push(u8::try_from(DAYS.iter().position(is)?).ok()?);
    }
    days.sort_unstable();
    days.dedup();
    (!days.is_empty()).then_some(days)
}

/// `19:30`, `7:30 pm`, `7pm`.
fn time_of_day(text: &str) -> Option<WallTime> {
    let lower = text.to_lowercase().replace(['.', ' ', '\u{a0}'], "");
    let (digits, later) = match (lower.strip_suffix("pm"), lower.strip_suffix("am")) {
        (Some(digits), _) => (digits, Some(12)),
        (_, Some(digits)) => (digits, Some(0)),
        _ => (lower.as_str(), None),
    };
    let (hours, minutes) = match (digits.split_once(':'), later) {
        (Some((hours, minutes)), _) => (hours.parse::<u16>().ok()?, minutes.parse().ok()?),
        (None, Some(_)) => (digits.parse().ok()?, 0),
        (None, None) => return None,
    };
    let hours = match later {
        Some(later) if (1..=12).contains(&hours) => hours % 12 + later,
        Some(_) => return None,
        None => hours,
    };
    (hours < 24 && minutes < 60)
        .then(|| WallTime::new(hours * 60 + minutes).ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day() -> LocalDay {
        "2026-11-30".parse().unwrap()
    }

    #[test]
    fn a_clinics_spreadsheet_is_read_in_either_language() {
        let english =
            "Name,Days,Time,Place,Way\r\nHome group,\"Mon, Thursdays\",7:30 PM,12 Oak St,Bus 4\r\n";
        let spanish = "nombre;días;hora;lugar;cómo llegar\nGrupo;lunes y jueves;19:30;;\n";
        let list = read_meetings(english.as_bytes(), day()).unwrap();
        let [meeting] = list.meetings.as_slice() else {
            panic!("{list:?}")
        };
        assert_eq!(meeting.weekdays, [0, 3]);
        assert_eq!(meeting.at.to_string(), "19:30");
        assert_eq!(meeting.way.as_ref().map(Note::as_str), Some("Bus 4"));
        assert_eq!(meeting.minutes, 60);
        let list = read_meetings(spanish.as_bytes(), day()).unwrap();
        // "y" is no day: the row is told, not guessed at.
        assert_eq!((list.meetings.len(), list.left_out), (0, 1));
        let spanish = spanish.replace(" y ", ", ");
        let list = read_meetings(spanish.as_bytes(), day()).unwrap();
        assert_eq!(list.meetings[0].weekdays, [0, 3]);
    }

    #[test]
    fn times_are_read_as_people_write_them() {
        let read = |text| time_of_day(text).map(|time| time.to_string());
        for (text, time) in [
            ("7 pm", "19:00"),
            ("12:15 a.m.", "00:15"),
            ("12pm", "12:00"),
            ("09:05", "09:05"),
            ("9:05", "09:05"),
        ] {
            assert_eq!(read(text).as_deref(), Some(time), "{text}");
        }
        for text in ["", "evening", "25:00", "13 pm", "7", "7:75", "-1:00"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_no_list_of_meetings_is_refused() {
        let read = |text: &str| read_meetings(text.as_bytes(), day());
        assert_eq!(
            read("mood,day\n4,2026-11-29\n"),
            Err(ImportError::NotATable)
        );
        assert_eq!(read("hello"), Err(ImportError::NotATable));
        let many = "A,MO,19:00\n".repeat(MOST_MEETINGS + 1);
        let many = format!("name,days,time\n{many}");
        assert_eq!(read(&many), Err(ImportError::TooLarge));
        let utf_16: Vec<u8> = "name,days"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(read_meetings(&utf_16, day()), Err(ImportError::Encoding));
    }
}
