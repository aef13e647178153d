//! The calendar file, read back by another program's parser.
#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

use ebb_core::export::ics::{Options, ZoneTable, calendar, reminders};
use ebb_core::log::{
    Appointment, DateChange, Exception, Group, GroupKind, Occasion, Reminder, ReminderFor,
};
use ebb_core::text::{Note, Tag};
use ebb_core::time::{LocalDay, Moment, Wall, Zone};
use ebb_tests::strategies::programme::{appointment, group};
use icalendar::parser::{Component, read_calendar, unfold};
use proptest::prelude::*;

fn at(text: &str) -> Moment {
    text.parse().unwrap()
}

fn day(text: &str) -> LocalDay {
    text.parse().unwrap()
}

/// New York's offset at an instant of 2026: summer time from 8 March 07:00Z to 1 November 06:00Z.
fn new_york(ms: i64) -> i16 {
    let summer = at("2026-03-08T07:00:00Z").utc_ms()..at("2026-11-01T06:00:00Z").utc_ms();
    if summer.contains(&ms) { -240 } else { -300 }
}

fn table() -> ZoneTable {
    let zone = Zone::new("America/New_York").unwrap();
    let (from, to) = (at("2026-01-01T00:00:00Z"), at("2026-12-31T00:00:00Z"));
    ZoneTable::find(zone, from, to, &new_york)
}

fn evening_group() -> Group {
    Group {
        name: Tag::own("Evening group; room 2, upstairs").unwrap(),
        kind: GroupKind::Programme,
        weekdays: vec![2, 0],
        at: "18:00".parse().unwrap(),
        minutes: 90,
        zone: Some(Zone::new("America/New_York").unwrap()),
        // A Thursday: the first date of the pattern is the Monday after it.
        first: day("2026-02-26"),
        last: Some(day("2026-03-18")),
        exceptions: vec![
            Exception {
                on: day("2026-03-04"),
                change: DateChange::Cancelled,
            },
            Exception {
                on: day("2026-03-09"),
                change: DateChange::Moved(day("2026-03-10"), "17:30".parse().unwrap()),
            },
        ],
        place: Some(Note::new("12 Main St,\nback door").unwrap()),
        way: None,
    }
}

fn written(zones: &[ZoneTable], remind: Option<u16>, discreet: Option<&str>) -> String {
    let root = "01KATB1Q00000000000000000A".parse().unwrap();
    let options = Options {
        now: at("2026-02-01T12:34:56.000-05:00"),
        zones,
        remind,
        discreet,
        unnamed: discreet.is_some(),
    };
    calendar(&[(root, &evening_group())], &[], &options)
}

/// Every line of the file, unfolded.
fn lines(text: &str) -> Vec<String> {
    unfold(text).lines().map(ToOwned::to_owned).collect()
}

fn value<'a>(component: &'a Component<'_>, name: &str) -> Option<&'a str> {
    let found = component.find_prop(name)?;
    Some(found.val.as_str())
}

#[test]
fn a_group_is_a_weekly_event_with_a_change_and_a_reminder() {
    let text = written(&[table()], Some(30), None);
    let unfolded = unfold(&text);
    let file = read_calendar(&unfolded).unwrap();
    let events: Vec<_> = file
        .components
        .iter()
        .filter(|c| c.name == "VEVENT")
        .collect();
    assert_eq!(events.len(), 2);
    let (weekly, moved) = (events[0], events[1]);
    assert_eq!(value(weekly, "DTSTART"), Some("20260302T180000"));
    assert_eq!(value(weekly, "DURATION"), Some("PT90M"));
    assert_eq!(
        value(weekly, "RRULE"),
        Some("FREQ=WEEKLY;BYDAY=MO,WE;COUNT=6")
    );
    assert_eq!(value(weekly, "EXDATE"), Some("20260304T180000"));
    assert_eq!(value(weekly, "DTSTAMP"), Some("20260201T173456Z"));
    assert_eq!(value(moved, "DTSTART"), Some("20260310T173000"));
    assert_eq!(value(moved, "RECURRENCE-ID"), Some("20260309T180000"));
    assert_eq!(value(moved, "UID"), value(weekly, "UID"));
    for event in events {
        assert_eq!(event.components.len(), 1);
        let alarm = &event.components[0];
        assert_eq!(alarm.name, "VALARM");
        assert_eq!(value(alarm, "ACTION"), Some("DISPLAY"));
        assert_eq!(value(alarm, "TRIGGER"), Some("-PT30M"));
        let start = event.find_prop("DTSTART").unwrap();
        let zone = start.params.iter().find(|p| p.key == "TZID").unwrap();
        assert_eq!(zone.val.as_ref().unwrap().as_str(), "America/New_York");
    }
}

#[test]
fn the_zone_says_to_the_minute_when_its_clocks_change() {
    let text = lines(&written(&[table()], None, None));
    let expected = [
        "BEGIN:VTIMEZONE",
        "TZID:America/New_York",
        "BEGIN:STANDARD",
        "DTSTART:19700101T000000",
        "TZOFFSETFROM:-0500",
        "TZOFFSETTO:-0500",
        "END:STANDARD",
        "BEGIN:DAYLIGHT",
        "DTSTART:20260308T020000",
        "TZOFFSETFROM:-0500",
        "TZOFFSETTO:-0400",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:20261101T020000",
        "TZOFFSETFROM:-0400",
        "TZOFFSETTO:-0500",
        "END:STANDARD",
        "END:VTIMEZONE",
    ];
    assert_eq!(text[3..21], expected);
}

#[test]
fn without_the_zone_the_time_floats_and_without_a_reminder_nothing_rings() {
    let text = lines(&written(&[], None, None));
    assert!(text.contains(&"DTSTART:20260302T180000".to_owned()));
    assert!(text.iter().all(|line| !line.contains("TZID")));
    assert!(text.iter().all(|line| !line.contains("VALARM")));
}

#[test]
fn names_and_places_are_escaped_and_a_discreet_calendar_has_neither() {
    let open = lines(&written(&[], Some(10), None));
    assert!(open.contains(&r"SUMMARY:Evening group\; room 2\, upstairs".to_owned()));
    assert!(open.contains(&r"LOCATION:12 Main St\,\nback door".to_owned()));
    let discreet = written(&[], Some(10), Some("Busy"));
    assert!(discreet.contains("SUMMARY:Busy\r\n"));
    assert!(discreet.contains("DESCRIPTION:Busy\r\n"));
    assert!(!discreet.contains("Evening") && !discreet.contains("Main St"));
    // Nor does it say what has made it.
    assert!(!discreet.to_lowercase().contains("ebb"));
}

#[test]
fn an_appointment_is_one_event() {
    let appointment = Appointment {
        with: Tag::own("Ana").unwrap(),
        occasion: Occasion::Counselling,
        start: Wall {
            day: day("2026-04-01"),
            at: "09:05".parse().unwrap(),
            zone: None,
        },
        minutes: 50,
        place: None,
        questions: vec![Note::new("private").unwrap()],
        notes: Some(Note::new("private").unwrap()),
        held: None,
    };
    let root = "01KATB1Q00000000000000000A".parse().unwrap();
    let options = Options {
        now: at("2026-02-01T12:00:00Z"),
        zones: &[],
        remind: Some(60),
        discreet: None,
        unnamed: false,
    };
    let text = calendar(&[], &[(root, &appointment)], &options);
    assert!(text.contains("DTSTART:20260401T090500\r\nDURATION:PT50M\r\nSUMMARY:Ana\r\n"));
    // What is to be talked about stays in the journal.
    assert!(!text.contains("private"));
}

proptest! {
    #[test]
    fn any_group_and_appointment_is_read_back_by_another_program(
        group in group(),
        appointment in appointment(),
    ) {
        let root = "01KATB1Q00000000000000000A".parse().unwrap();
        // A pattern without an end over thousands of years is one rule, not thousands of dates.
        let options = Options {
            now: at("2026-02-01T12:00:00Z"),
            zones: &[table()],
            remind: Some(30),
            discreet: None,
        unnamed: false,
        };
        let text = calendar(&[(root, &group)], &[(root, &appointment)], &options);
        for line in text.split("\r\n") {
            prop_assert!(line.len() <= 75, "{line}");
            prop_assert!(!line.contains('\r') && !line.contains('\n'));
        }
        let unfolded = unfold(&text);
        let file = read_calendar(&unfolded).map_err(TestCaseError::fail)?;
        let events = file.components.iter().filter(|c| c.name == "VEVENT");
        prop_assert!(events.clone().count() >= 1);
        for event in events {
            prop_assert!(event.find_prop("DTSTART").is_some());
        }
    }
}

const FIRST: &str = "01KATB1Q00000000000000000A";
/// Written 90 seconds later.
const LATER: &str = "01KATB4EWG0000000000000000";

fn reminder() -> Reminder {
    Reminder {
        of: ReminderFor::CheckIn,
        name: None,
        weekdays: vec![4, 0, 4],
        at: "20:30".parse().unwrap(),
        // A Saturday.
        first: day("2026-11-28"),
        says: None,
        stopped: false,
    }
}

fn reminders_of(list: &[(&str, &Reminder)], cancel: bool) -> String {
    let rings: Vec<_> = list
        .iter()
        .map(|(newest, reminder)| (FIRST.parse().unwrap(), newest.parse().unwrap(), *reminder))
        .collect();
    let options = Options {
        now: at("2026-11-28T12:00:00Z"),
        zones: &[],
        remind: None,
        discreet: None,
        unnamed: true,
    };
    reminders(&rings, "Time for me", cancel, &options)
}

#[test]
fn a_reminder_rings_every_week_at_its_time_and_says_nothing_of_what_it_is_for() {
    let text = reminders_of(&[(FIRST, &reminder())], false);
    let unfolded = unfold(&text);
    let file = read_calendar(&unfolded).unwrap();
    let event = &file.components[0];
    assert_eq!(value(event, "UID"), Some(FIRST));
    assert_eq!(value(event, "DTSTART"), Some("20261130T203000"));
    assert_eq!(value(event, "RRULE"), Some("FREQ=WEEKLY;BYDAY=MO,FR"));
    assert_eq!(value(event, "SUMMARY"), Some("Time for me"));
    assert_eq!(value(event, "SEQUENCE"), Some("0"));
    assert_eq!(value(event, "STATUS"), None);
    let alarm = &event.components[0];
    assert_eq!(alarm.name, "VALARM");
    assert_eq!(value(alarm, "TRIGGER"), Some("PT0S"));
    assert!(!text.to_lowercase().contains("ebb") && !text.contains("METHOD"));
}

#[test]
fn a_changed_reminder_takes_the_place_of_the_old_one_and_a_cancelled_one_goes() {
    let said = Reminder {
        says: Some(Note::new("Tea, then; call\nSam").unwrap()),
        ..reminder()
    };
    let sequence = |text: &str| {
        let unfolded = unfold(text);
        let file = read_calendar(&unfolded).unwrap();
        let event = &file.components[0];
        assert_eq!(value(event, "UID"), Some(FIRST));
        value(event, "SEQUENCE").unwrap().parse::<u32>().unwrap()
    };
    let changed = reminders_of(&[(LATER, &said)], false);
    assert!(changed.contains("SUMMARY:Tea\\, then\\; call\\nSam\r\n"));
    assert_eq!(sequence(&changed), 91);
    let gone = reminders_of(&[(LATER, &said)], true);
    assert_eq!(sequence(&gone), 92);
    assert!(gone.contains("METHOD:CANCEL\r\n") && gone.contains("STATUS:CANCELLED\r\n"));
    assert!(!gone.contains("VALARM"));
}

#[test]
fn ten_thousand_reminders_are_one_file_and_a_stopped_one_is_not_in_it() {
    let (rings, stopped) = (
        reminder(),
        Reminder {
            stopped: true,
            ..reminder()
        },
    );
    let mut list = vec![(FIRST, &rings); 10_000];
    list.push((FIRST, &stopped));
    let text = reminders_of(&list, false);
    let unfolded = unfold(&text);
    let file = read_calendar(&unfolded).unwrap();
    assert_eq!(file.components.len(), 10_000);
}

#[test]
fn a_reminder_without_a_day_never_rings() {
    let never = Reminder {
        weekdays: vec![9],
        ..reminder()
    };
    assert!(!reminders_of(&[(FIRST, &never)], false).contains("VEVENT"));
}
