//! Whose day it is: night owls, journeys, and the two nights a year when clocks change.
#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

use ebb_core::time::{DayBoundary, LocalDay, Moment, MomentError};
use ebb_tests::diary::{Diary, craving};
use ebb_tests::strategies::{self as any, LATEST_MS};
use proptest::prelude::*;

const DAY_MS: i64 = 86_400_000;

fn day(moment: &str, boundary: u16) -> String {
    let boundary = DayBoundary::new(boundary).unwrap();
    moment
        .parse::<Moment>()
        .unwrap()
        .local_day(boundary)
        .to_string()
}

#[test]
fn a_night_shift_fits_into_one_day_when_the_day_ends_at_noon() {
    assert_eq!(day("2026-11-24T13:00:00Z", 720), "2026-11-24");
    assert_eq!(day("2026-11-25T06:30:00Z", 720), "2026-11-24");
    assert_eq!(day("2026-11-25T11:59:59Z", 720), "2026-11-24");
}

#[test]
fn the_night_the_clocks_go_back_stays_one_day_with_the_usual_boundary() {
    // Berlin: 03:00 +02:00 becomes 02:00 +01:00. New York: 02:00 -04:00 becomes 01:00 -05:00.
    for (moment, expected) in [
        ("2026-10-25T02:59:59+02:00", "2026-10-24"),
        ("2026-10-25T02:00:00+01:00", "2026-10-24"),
        ("2026-10-25T03:59:59+01:00", "2026-10-24"),
        ("2026-10-25T04:00:00+01:00", "2026-10-25"),
        ("2026-11-01T01:59:59-04:00", "2026-10-31"),
        ("2026-11-01T01:00:00-05:00", "2026-10-31"),
        ("2026-11-01T04:00:00-05:00", "2026-11-01"),
    ] {
        assert_eq!(day(moment, 240), expected, "{moment}");
    }
}

#[test]
fn the_night_the_clocks_go_forward_skips_no_day() {
    assert_eq!(day("2026-03-29T01:59:59+01:00", 240), "2026-03-28");
    assert_eq!(day("2026-03-29T03:00:00+02:00", 240), "2026-03-28");
    assert_eq!(day("2026-03-29T04:00:00+02:00", 240), "2026-03-29");
    // A boundary inside the hour that does not exist: the day begins when the clocks jump.
    assert_eq!(day("2026-03-29T01:59:59+01:00", 150), "2026-03-28");
    assert_eq!(day("2026-03-29T03:00:00+02:00", 150), "2026-03-29");
}

#[test]
fn a_boundary_inside_the_repeated_hour_gives_the_second_pass_back_to_the_day_before() {
    // The only way for a later moment of one place to lie on an earlier day.
    assert_eq!(day("2026-10-25T02:40:00+02:00", 150), "2026-10-25");
    assert_eq!(day("2026-10-25T02:10:00+01:00", 150), "2026-10-24");
}

#[test]
fn a_day_has_one_spelling() {
    for text in [
        " 2026-01-05",
        "2026-1-5",
        "26-01-05",
        "2026 - 01 - 05",
        "+12026-01-05",
        "-0001-01-01",
        "0000-01-01",
        "2026-02-29",
    ] {
        assert_eq!(
            text.parse::<LocalDay>(),
            Err(MomentError::NotADay),
            "{text}"
        );
    }
    assert!("2026-01-05".parse::<LocalDay>().is_ok());
}

#[test]
fn travel_moves_no_old_entry() {
    let mut diary = Diary::at("2026-11-25T03:30:00.000+01:00");
    let root = diary.log(craving(5));
    diary.clock("2026-11-26T18:00:00.000+09:00");
    diary.log(craving(6));
    diary.edit(root, craving(4)).unwrap();
    let days: Vec<_> = diary
        .journal
        .entries()
        .map(|(_, record)| record.local_day.to_string())
        .collect();
    assert_eq!(days, ["2026-11-24", "2026-11-26"]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn with_one_offset_a_later_moment_is_never_on_an_earlier_day(
        a in 0..=LATEST_MS, b in 0..=LATEST_MS, offset in any::offset(), boundary in any::boundary()
    ) {
        let day = |ms| Moment::new(ms, offset).unwrap().local_day(boundary);
        prop_assert!(day(a.min(b)) <= day(a.max(b)));
    }

    #[test]
    fn a_day_is_exactly_24_hours_of_moments_from_its_boundary(
        ms in DAY_MS..LATEST_MS - DAY_MS, offset in any::offset(), boundary in any::boundary()
    ) {
        let at = |ms| Moment::new(ms, offset).unwrap();
        let today = at(ms).local_day(boundary);
        let local = ms + i64::from(offset) * 60_000;
        let begins = ms - (local - i64::from(boundary.minutes()) * 60_000).rem_euclid(DAY_MS);
        prop_assert_eq!(at(begins).local_day(boundary), today);
        prop_assert_eq!(at(begins + DAY_MS - 1).local_day(boundary), today);
        prop_assert_eq!(at(begins - 1).local_day(boundary), today.plus(-1));
        prop_assert_eq!(at(begins + DAY_MS).local_day(boundary), today.plus(1));
        let wall = at(begins).local().time().to_string();
        let minutes = boundary.minutes();
        prop_assert_eq!(wall, format!("{:02}:{:02}:00", minutes / 60, minutes % 60));
    }

    /// When the offset falls by `d` minutes between two moments of one place (summer time ends,
    /// or a journey west), up to `d` minutes of wall clock happen twice. So a later moment is on
    /// an earlier day only if it comes less than `d` minutes after; and, for every `d` up to a
    /// day, only on the day just before.
    #[test]
    fn when_the_offset_falls_only_the_repeated_time_can_belong_to_the_day_before(
        ms in DAY_MS..LATEST_MS - DAY_MS * 2,
        after in 0..DAY_MS,
        before_offset in any::offset(),
        after_offset in any::offset(),
        boundary in any::boundary(),
    ) {
        let fall = (i64::from(before_offset) - i64::from(after_offset)) * 60_000;
        prop_assume!(fall <= DAY_MS);
        let first = Moment::new(ms, before_offset).unwrap().local_day(boundary);
        let second = Moment::new(ms + after, after_offset).unwrap().local_day(boundary);
        if after >= fall {
            prop_assert!(first <= second);
        }
        prop_assert!(first.plus(-1) <= second);
    }

    /// The same for every ordinary zone: an hour is repeated between 00:00 and 03:59, and the day
    /// ends later. Then no moment is ever on an earlier day than a moment before it.
    #[test]
    fn the_usual_boundary_is_safe_when_an_hour_before_it_is_repeated(
        change_minute in 60..=240i64,
        before in 0..DAY_MS,
        after in 0..DAY_MS,
        quarters in -48..=56i16,
    ) {
        // The wall clock reaches `change_minute` at `offset`, then goes back one hour.
        let offset = quarters * 15;
        let midnight = 20_000 * DAY_MS;
        let change = midnight + (change_minute - i64::from(offset)) * 60_000;
        let boundary = DayBoundary::default();
        let first = Moment::new(change - 1 - before, offset).unwrap().local_day(boundary);
        let second = Moment::new(change + after, offset - 60).unwrap().local_day(boundary);
        prop_assert!(first <= second);
    }

    #[test]
    fn a_stored_day_outlives_every_later_edit_and_every_change_of_place(
        at in any::moment(),
        boundary in any::boundary(),
        later in prop::collection::vec((any::moment(), any::boundary(), 0..=10u8), 1..5),
    ) {
        let mut diary = Diary::at(&at.to_string());
        diary.boundary = boundary;
        let root = diary.log(craving(5));
        let day = diary.journal.get(root).unwrap().local_day;
        prop_assert_eq!(day, at.local_day(boundary));
        for (now, boundary, intensity) in later {
            diary.now = now;
            diary.boundary = boundary;
            diary.edit(root, craving(intensity)).unwrap();
            let kept = diary.journal.get(root).unwrap();
            prop_assert_eq!(kept.local_day, day);
            prop_assert_eq!(kept.happened_at, at);
        }
    }

    #[test]
    fn a_moment_reads_back_as_it_was_written(moment in any::moment()) {
        prop_assert_eq!(moment.to_string().parse::<Moment>(), Ok(moment));
    }

    #[test]
    fn reading_a_moment_or_a_day_never_panics(text in ".{0,40}") {
        let _ = text.parse::<Moment>();
        let _ = text.parse::<LocalDay>();
    }
}
