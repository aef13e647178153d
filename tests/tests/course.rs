//! One craving has one course, wherever its ratings were given, and every screen goes by it.
#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

use ebb_core::insight::wave;
use ebb_core::journal::RecordId;
use ebb_core::log::{
    Action, Craving, CravingOutcome, Entry, Finish, Person, Practice, Slip, course, rate_again,
};
use ebb_core::queries::{DayTally, OpenCraving, open_craving};
use ebb_core::text::Tag;
use ebb_core::time::DayBoundary;
use ebb_tests::diary::{Diary, craving, rating, rerating};

const NOON: &str = "2026-11-25T12:00:00.000+01:00";

fn at(time: &str) -> String {
    format!("2026-11-25T{time}.000+01:00")
}

fn surfed(craving: RecordId, before: Option<u8>, after: u8) -> Entry {
    Entry::Practice(Practice {
        exercise: "urge-surfing".to_owned(),
        before: before.map(rating),
        after: Some(rating(after)),
        seconds: 300,
        finish: Finish::Completed,
        answers: Vec::new(),
        craving: Some(craving),
        note: None,
    })
}

fn numbers(diary: &Diary, root: RecordId) -> Vec<(u32, u8)> {
    let points = course(&diary.journal, root).into_iter();
    points
        .map(|point| (point.minutes, point.intensity.get()))
        .collect()
}

fn open(diary: &Diary) -> Option<OpenCraving> {
    open_craving(&diary.journal, diary.now)
}

#[test]
fn a_rating_given_after_an_exercise_stands_in_the_course_of_its_craving() {
    let mut diary = Diary::at(NOON);
    let root = diary.log(craving(8));
    diary.clock(&at("12:03:10"));
    diary.log(rerating(root, 7, 3));
    diary.clock(&at("12:10:00"));
    diary.log(surfed(root, Some(7), 4));
    assert_eq!(numbers(&diary, root), [(0, 8), (3, 7), (10, 4)]);
    let later = wave(&diary.journal, root).unwrap().later;
    assert_eq!(later.last().unwrap().intensity, rating(4));
    // Somebody else's exercise changes nothing.
    let other = diary.log(craving(2));
    assert_eq!(numbers(&diary, other), [(0, 2)]);
}

#[test]
fn a_rating_before_an_exercise_counts_when_it_says_something_new() {
    let mut diary = Diary::at(NOON);
    let root = diary.log(craving(6));
    diary.clock(&at("12:20:00"));
    diary.log(surfed(root, Some(9), 3));
    assert_eq!(numbers(&diary, root), [(0, 6), (15, 9), (20, 3)]);
}

#[test]
fn the_first_screen_tells_the_latest_number() {
    let mut diary = Diary::at(NOON);
    let root = diary.log(craving(8));
    diary.clock(&at("12:04:00"));
    diary.log(rerating(root, 5, 3));
    assert_eq!(open(&diary).unwrap().intensity, rating(5));
    diary.clock(&at("12:12:00"));
    diary.log(surfed(root, None, 3));
    let card = open(&diary).unwrap();
    assert_eq!((card.intensity, card.asked(diary.now)), (rating(3), None));
    diary.clock(&at("12:21:00"));
    assert_eq!(open(&diary).unwrap().asked(diary.now), Some(20));
}

#[test]
fn a_craving_that_passed_or_was_followed_by_use_is_not_asked_about_again() {
    for (outcome, stays) in [
        (CravingOutcome::Passed, false),
        (CravingOutcome::Used, false),
        (CravingOutcome::Eased, true),
        (CravingOutcome::StillHere, true),
    ] {
        let mut diary = Diary::at(NOON);
        diary.log_at(craving(3), &at("11:30:00"));
        let root = diary.log(craving(8));
        let went = Craving {
            outcome: Some(outcome),
            ..Craving::of(rating(8))
        };
        diary.edit(root, Entry::Craving(went)).unwrap();
        assert_eq!(open(&diary).is_some(), stays, "{outcome:?}");
    }
}

#[test]
fn a_second_number_within_a_minute_corrects_the_first_later_rating() {
    let mut diary = Diary::at(NOON);
    let root = diary.log(craving(8));
    let mut tap = |time: &str, number: u8| {
        diary.clock(&at(time));
        let action = rate_again(&diary.journal, root, rating(number), diary.now);
        if let Some(action) = &action {
            diary.act(action).unwrap();
        }
        (numbers(&diary, root), action)
    };
    assert_eq!(
        tap("12:00:30", 8).1,
        None,
        "the second half of a double tap"
    );
    assert_eq!(tap("12:03:00", 3).0, [(0, 8), (3, 3)]);
    assert_eq!(tap("12:03:59", 4).0, [(0, 8), (3, 4)]);
    assert_eq!(tap("12:03:59", 4).1, None, "the same number once more");
    let (after, last) = tap("12:04:00", 2);
    assert_eq!(after, [(0, 8), (3, 4), (4, 2)]);
    assert!(matches!(last, Some(Action::Log { .. })));
}

#[test]
fn a_day_on_which_anything_was_written_is_not_empty() {
    let tally = |diary: &Diary| {
        let today = diary.now.local_day(DayBoundary::default());
        DayTally::of(&diary.journal, today)
    };
    let person = Person {
        name: Tag::own("Maria").unwrap(),
        phone: None,
        good_for: None,
        line: None,
    };
    for entry in [Entry::Slip(Slip::default()), Entry::Person(person)] {
        let mut diary = Diary::at(NOON);
        diary.log(entry);
        assert_eq!(tally(&diary).others, 1);
    }
}
