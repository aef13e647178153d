//! When a reminder is shown by an Ebb that is open: at each of its times, once, and not late.
#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

use ebb_core::journal::RecordId;
use ebb_core::log::{Action, Entry, Journal, Reminder, ReminderFor};
use ebb_core::queries::{LATE_REMINDER_MINUTES, due_reminders};
use ebb_core::time::{Moment, WallTime};
use ebb_tests::diary::Diary;
use ebb_tests::strategies::{self as any, programme};
use proptest::collection::vec;
use proptest::prelude::*;

const MINUTE_MS: i64 = 60_000;
const EVERY_DAY: [u8; 7] = [0, 1, 2, 3, 4, 5, 6];

fn at(text: &str) -> Moment {
    text.parse().unwrap()
}

/// New York's offset at an instant of 2026: summer time from 8 March 07:00Z to 1 November 06:00Z.
fn new_york(ms: i64) -> i16 {
    let summer = at("2026-03-08T07:00:00Z").utc_ms()..at("2026-11-01T06:00:00Z").utc_ms();
    if summer.contains(&ms) { -240 } else { -300 }
}

fn in_new_york(ms: i64) -> Moment {
    Moment::new(ms, new_york(ms)).unwrap()
}

fn reminder(time: &str) -> Reminder {
    Reminder {
        of: ReminderFor::CheckIn,
        name: None,
        weekdays: EVERY_DAY.to_vec(),
        at: time.parse().unwrap(),
        first: "2026-01-01".parse().unwrap(),
        says: None,
        stopped: false,
    }
}

/// A journal with these reminders.
fn diary(reminders: &[Reminder]) -> (Diary, Vec<RecordId>) {
    let mut diary = Diary::at("2026-01-01T12:00:00.000-05:00");
    let entries = reminders.iter().cloned().map(Entry::Reminder);
    let roots = entries.map(|entry| diary.log(entry)).collect();
    (diary, roots)
}

/// The times told by somebody in New York who looks at these instants, one after the other.
fn told(journal: &Journal, looks: &[&str]) -> Vec<String> {
    let looks: Vec<_> = looks
        .iter()
        .map(|look| in_new_york(at(look).utc_ms()))
        .collect();
    let due = looks
        .windows(2)
        .flat_map(|pair| due_reminders(journal, pair[0], pair[1], &new_york));
    due.map(|due| due.at.to_string()).collect()
}

#[test]
fn a_reminder_is_told_when_its_time_has_come_and_not_again() {
    let (diary, _) = diary(&[reminder("20:00")]);
    let looks = [
        "2026-06-10T19:59:50.000-04:00",
        "2026-06-10T19:59:59.999-04:00",
        "2026-06-10T20:00:00.000-04:00",
        "2026-06-10T20:00:05.000-04:00",
        "2026-06-10T20:00:10.000-04:00",
    ];
    let expected = ["2026-06-10T20:00:00.000-04:00"];
    assert_eq!(told(&diary.journal, &looks), expected);
}

#[test]
fn a_phone_that_slept_shows_what_came_in_the_last_quarter_of_an_hour_and_nothing_older() {
    let (diary, _) = diary(&[reminder("20:00")]);
    let slept_until = |until| told(&diary.journal, &["2026-06-09T22:00:00.000-04:00", until]);
    let expected = ["2026-06-10T20:00:00.000-04:00"];
    assert_eq!(slept_until("2026-06-10T20:15:00.000-04:00"), expected);
    assert!(slept_until("2026-06-10T20:15:00.001-04:00").is_empty());
    // Nor does a night of sleep bring the evening's, whatever came since.
    assert!(slept_until("2026-06-11T07:00:00.000-04:00").is_empty());
}

#[test]
fn just_after_midnight_a_reminder_of_the_evening_is_still_told() {
    let (diary, _) = diary(&[reminder("23:58"), reminder("00:01")]);
    let looks = [
        "2026-06-10T23:57:00.000-04:00",
        "2026-06-11T00:05:00.000-04:00",
    ];
    let expected = [
        "2026-06-10T23:58:00.000-04:00",
        "2026-06-11T00:01:00.000-04:00",
    ];
    assert_eq!(told(&diary.journal, &looks), expected);
}

#[test]
fn only_its_weekdays_from_its_first_date_on_ring() {
    let (diary, _) = diary(&[Reminder {
        // Monday and Wednesday, from a Wednesday on.
        weekdays: vec![2, 0, 2],
        first: "2026-06-10".parse().unwrap(),
        ..reminder("20:00")
    }]);
    let days = [
        ("2026-06-08", 0),
        ("2026-06-09", 0),
        ("2026-06-10", 1),
        ("2026-06-14", 0),
        ("2026-06-15", 1),
    ];
    for (day, times) in days {
        let (before, after) = (
            format!("{day}T19:59:59.000-04:00"),
            format!("{day}T20:00:01.000-04:00"),
        );
        let told = told(&diary.journal, &[&before, &after]);
        assert_eq!(told.len(), times, "{day}");
    }
}

#[test]
fn a_reminder_that_is_changed_stopped_or_deleted_is_followed_at_once() {
    let (mut diary, roots) = diary(&[reminder("20:00")]);
    let root = roots[0];
    let eight = [
        "2026-06-10T19:59:55.000-04:00",
        "2026-06-10T20:00:05.000-04:00",
    ];
    let half_past = [
        "2026-06-10T20:29:55.000-04:00",
        "2026-06-10T20:30:05.000-04:00",
    ];
    let times = |diary: &Diary| {
        (
            told(&diary.journal, &eight).len(),
            told(&diary.journal, &half_past).len(),
        )
    };
    assert_eq!(times(&diary), (1, 0));
    let later = Entry::Reminder(reminder("20:30"));
    diary.edit(root, later).unwrap();
    assert_eq!(times(&diary), (0, 1));
    let stopped = Entry::Reminder(Reminder {
        stopped: true,
        ..reminder("20:30")
    });
    diary.edit(root, stopped).unwrap();
    assert_eq!(times(&diary), (0, 0));
    diary
        .edit(root, Entry::Reminder(reminder("20:00")))
        .unwrap();
    assert_eq!(times(&diary), (1, 0));
    diary.act(&Action::Delete { root }).unwrap();
    assert_eq!(times(&diary), (0, 0));
}

#[test]
fn eight_in_the_evening_stays_eight_when_the_clocks_change() {
    let (diary, _) = diary(&[reminder("20:00")]);
    for (before, after, time) in [
        (
            "2026-03-07T19:59:55.000-05:00",
            "2026-03-07T20:00:05.000-05:00",
            "2026-03-07T20:00:00.000-05:00",
        ),
        (
            "2026-03-08T19:59:55.000-04:00",
            "2026-03-08T20:00:05.000-04:00",
            "2026-03-08T20:00:00.000-04:00",
        ),
        (
            "2026-11-01T19:59:55.000-05:00",
            "2026-11-01T20:00:05.000-05:00",
            "2026-11-01T20:00:00.000-05:00",
        ),
    ] {
        assert_eq!(told(&diary.journal, &[before, after]), [time]);
    }
}

#[test]
fn a_time_that_the_clock_shows_twice_rings_once_and_one_that_it_skips_rings_as_in_a_calendar() {
    let (diary, _) = diary(&[reminder("01:30"), reminder("02:30")]);
    // A look every five minutes through both nights.
    let through = |from: &str| -> Vec<String> {
        let from = at(from).utc_ms();
        let looks = (0..=60).map(|n| in_new_york(from + n * 5 * MINUTE_MS));
        let looks: Vec<_> = looks.collect();
        let due = looks
            .windows(2)
            .flat_map(|pair| due_reminders(&diary.journal, pair[0], pair[1], &new_york));
        due.map(|due| due.at.to_string()).collect()
    };
    assert_eq!(
        through("2026-11-01T00:02:00.000-04:00"),
        [
            "2026-11-01T01:30:00.000-04:00",
            "2026-11-01T02:30:00.000-05:00"
        ]
    );
    // RFC 5545, 3.3.5: half past two is what it would be had the clock not been put forward.
    assert_eq!(
        through("2026-03-08T00:02:00.000-05:00"),
        [
            "2026-03-08T01:30:00.000-05:00",
            "2026-03-08T03:30:00.000-04:00"
        ]
    );
}

#[test]
fn a_clock_that_was_set_back_tells_nothing() {
    let (diary, _) = diary(&[reminder("20:00")]);
    let looks = [
        "2026-06-10T20:00:05.000-04:00",
        "2026-06-10T19:00:00.000-04:00",
    ];
    assert!(told(&diary.journal, &looks).is_empty());
}

/// The instant at which New York's clocks first show a time of the night, found minute by minute.
fn first_shown(day_ms: i64, minutes: i64) -> i64 {
    let shows = |at: i64, wall: i64| at + i64::from(new_york(at)) * MINUTE_MS == wall;
    let wall = day_ms + minutes * MINUTE_MS;
    let mut all = (0..30 * 60).map(|minute| day_ms + minute * MINUTE_MS);
    all.clone()
        .find(|at| shows(*at, wall))
        // The hour that is skipped.
        .or_else(|| all.find(|at| shows(*at, wall + 60 * MINUTE_MS)))
        .unwrap()
}

proptest! {
    /// Every five seconds or every quarter of an hour, through the change of clocks or not: each time
    /// is told once, and at the first look after it.
    #[test]
    fn whoever_looks_at_least_every_quarter_of_an_hour_is_told_each_time_once(
        begins in prop_oneof![
            Just("2026-03-07T05:00:00Z"),
            Just("2026-06-10T05:00:00Z"),
            Just("2026-10-31T05:00:00Z"),
        ],
        times in vec(0..1440u16, 1..4),
        steps in vec(1..=i64::from(LATE_REMINDER_MINUTES) * MINUTE_MS, 200..400),
    ) {
        let all: Vec<_> = times
            .iter()
            .map(|minutes| Reminder { at: WallTime::new(*minutes).unwrap(), ..reminder("00:00") })
            .collect();
        let (diary, roots) = diary(&all);
        let mut looked = in_new_york(at(begins).utc_ms());
        let (begin, mut told) = (looked.utc_ms(), Vec::new());
        for step in steps {
            let now = in_new_york(looked.utc_ms() + step);
            for due in due_reminders(&diary.journal, looked, now, &new_york) {
                prop_assert!(looked.utc_ms() < due.at.utc_ms() && due.at.utc_ms() <= now.utc_ms());
                told.push((due.root, due.at.utc_ms()));
            }
            looked = now;
        }
        let first_day = at(begins).utc_ms() - 5 * 60 * MINUTE_MS;
        let mut expected: Vec<_> = roots
            .iter()
            .zip(&times)
            .flat_map(|(root, minutes)| {
                let days = (-1..6).map(|day| first_day + day * 24 * 60 * MINUTE_MS);
                days.map(|day| (*root, first_shown(day, i64::from(*minutes))))
            })
            .filter(|(_, ms)| begin < *ms && *ms <= looked.utc_ms())
            .collect();
        told.sort_unstable();
        expected.sort_unstable();
        prop_assert_eq!(told, expected);
    }

    /// Whatever a journal, a clock and a zone say.
    #[test]
    fn nothing_is_told_but_what_came_in_the_last_quarter_of_an_hour(
        entries in vec(programme::entry(), 0..8),
        times in vec(0..1440u16, 100),
        looked in any::moment(),
        later_ms in -60 * MINUTE_MS..180 * MINUTE_MS,
        offsets in (any::offset(), any::offset()),
        change_ms in -180 * MINUTE_MS..180 * MINUTE_MS,
    ) {
        let now_ms = (looked.utc_ms() + later_ms).clamp(0, any::LATEST_MS);
        let now = Moment::new(now_ms, looked.offset_minutes()).unwrap();
        let mut diary = Diary::at("2026-01-01T12:00:00.000-05:00");
        for entry in entries {
            // What the journal refuses is in none.
            let _ = diary.act(&Action::Log { entry, happened_at: None });
        }
        for minutes in times {
            let at = WallTime::new(minutes).unwrap();
            let first = "0001-01-01".parse().unwrap();
            diary.log(Entry::Reminder(Reminder { at, first, ..reminder("00:00") }));
        }
        let offset_at = |ms| if ms < now_ms + change_ms { offsets.0 } else { offsets.1 };
        for due in due_reminders(&diary.journal, looked, now, &offset_at) {
            prop_assert!(looked.utc_ms() < due.at.utc_ms() && due.at.utc_ms() <= now.utc_ms());
            prop_assert!(now.minutes_since(due.at) <= u32::from(LATE_REMINDER_MINUTES));
            prop_assert!(!due.reminder.stopped && !due.reminder.weekdays.is_empty());
        }
    }
}
