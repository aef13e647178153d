//! Looking back over a journal: what counts, what is missing, and what is too little to say.
#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

use ebb_core::chart::{Bars, ChartMeasure, Frame, Heat, LineChart, Margins, Reading};
use ebb_core::insight::{
    CheckInItem, Day, Finding, Halves, LookBack, Span, Spread, Totals, TrendDirection, easing,
    effects_in, wave,
};
use ebb_core::journal::RecordId;
use ebb_core::log::{CheckIn, Entry, Finish, Person, Practice, Slip};
use ebb_core::text::Tag;
use ebb_core::time::LocalDay;
use ebb_tests::diary::{Diary, craving, mood, rating, rerating, triggered};

const NOW: &str = "2026-11-25T12:00:00.000+01:00";

fn day(text: &str) -> LocalDay {
    text.parse().unwrap()
}

/// Monday 16 to Sunday 22 November, seen on Wednesday the 25th.
fn week(diary: &Diary) -> LookBack {
    let span = Span::new(day("2026-11-16"), 7).unwrap();
    LookBack::over(&diary.journal, span, day("2026-11-25"))
}

fn at(day_of_month: u8, time: &str) -> String {
    format!("2026-11-{day_of_month:02}T{time}:00.000+01:00")
}

fn practice(exercise: &str, before: u8, after: Option<u8>) -> Entry {
    Entry::Practice(Practice {
        exercise: exercise.to_owned(),
        before: Some(rating(before)),
        after: after.map(rating),
        seconds: 60,
        finish: Finish::Completed,
        answers: Vec::new(),
        craving: None,
        note: None,
    })
}

#[test]
fn nothing_logged_is_missing_and_logged_without_a_craving_is_a_count_of_none() {
    let mut diary = Diary::at(NOW);
    diary.log_at(craving(4), &at(16, "10:00"));
    diary.log_at(craving(8), &at(16, "11:00"));
    diary.log_at(mood(6), &at(18, "10:00"));
    let week = week(&diary);

    let monday = week.days[0].1.logged().unwrap();
    assert_eq!(monday.cravings.n(), 2);
    assert_eq!(monday.cravings.mean(), Some(6.0));
    assert_eq!(monday.strongest(), Some(rating(8)));
    assert_eq!(week.days[1].1, Day::Missing);
    let wednesday = week.days[2].1.logged().unwrap();
    assert_eq!(wednesday.cravings.n(), 0);
    assert_eq!(wednesday.cravings.mean(), None);
    assert_eq!(wednesday.strongest(), None);
    assert_eq!(week.totals.days_logged, 2);
    assert_eq!(week.totals.days_missing, 5);
    assert_eq!(week.totals.cravings_per_logged_day(), Some(1.0));
}

#[test]
fn a_strong_craving_answered_elsewhere_is_known_though_none_was_logged() {
    let mut diary = Diary::at(NOW);
    let answered = Entry::CheckIn(CheckIn {
        craving_strongest: Some(rating(9)),
        ..CheckIn::default()
    });
    diary.log_at(answered, &at(17, "22:00"));
    diary.log_at(practice("box", 7, Some(3)), &at(18, "22:00"));
    let week = week(&diary);
    let strongest = |index: usize| week.days[index].1.logged().unwrap().strongest();
    assert_eq!(strongest(1), Some(rating(9)));
    assert_eq!(strongest(2), Some(rating(7)));
    assert_eq!(week.totals.cravings.n(), 0);
}

#[test]
fn days_before_the_first_entry_and_days_to_come_are_not_missing() {
    let mut diary = Diary::at(NOW);
    diary.log_at(mood(5), &at(23, "10:00"));
    let span = Span::new(day("2026-11-21"), 7).unwrap();
    let view = LookBack::over(&diary.journal, span, day("2026-11-25"));
    let days: Vec<Day> = view.days.iter().map(|(_, day)| *day).collect();
    assert_eq!(days[..2], [Day::BeforeStart; 2]);
    assert!(days[2].logged().is_some());
    assert_eq!(
        days[3..],
        [Day::Missing, Day::NotYet, Day::NotYet, Day::NotYet]
    );
    assert_eq!(view.totals.days_missing, 1);
}

#[test]
fn an_empty_journal_and_one_with_only_people_say_nothing_about_any_day() {
    let mut diary = Diary::at(NOW);
    let empty = week(&diary);
    diary.log_at(
        Entry::Person(Person {
            name: Tag::own("Ana").unwrap(),
            phone: None,
            good_for: None,
            line: None,
        }),
        &at(16, "10:00"),
    );
    assert_eq!(week(&diary), empty);
    assert_eq!(empty.totals, Totals::default());
    assert!(empty.days.iter().all(|(_, day)| *day == Day::BeforeStart));
}

#[test]
fn a_slip_is_counted_and_changes_nothing_else() {
    let mut diary = Diary::at(NOW);
    for d in 9..=22 {
        diary.log_at(craving(d % 7), &at(d, "10:00"));
    }
    let before = week(&diary);
    diary.log_at(Entry::Slip(Slip::default()), &at(22, "23:00"));
    let after = week(&diary);
    assert_eq!(after.totals.slips, 1);
    let mut without_slips = after.totals;
    without_slips.slips = 0;
    assert_eq!(without_slips, before.totals);
    assert_eq!(after.triggers, before.triggers);
    assert_eq!(after.trends, before.trends);
}

#[test]
fn a_craving_at_two_at_night_counts_for_the_evening_before_and_for_the_hour_of_two() {
    let mut diary = Diary::at(NOW);
    diary.log_at(craving(6), &at(19, "02:15"));
    diary.log_at(craving(2), "2026-11-19T02:45:00.000-08:00");
    let week = week(&diary);
    assert_eq!(week.days[2].1.logged().unwrap().cravings.n(), 2);
    assert_eq!(week.hours[2].n(), 2);
    assert_eq!(week.hours[2].mean(), Some(4.0));
    assert_eq!(week.hours.iter().map(Spread::n).sum::<usize>(), 2);
}

#[test]
fn deleted_and_edited_entries_count_as_they_are_now() {
    let mut diary = Diary::at(NOW);
    let edited = diary.log_at(triggered(9, &["stress"]), &at(16, "10:00"));
    let deleted = diary.log_at(triggered(9, &["pain"]), &at(17, "10:00"));
    diary.edit(edited, triggered(3, &["tired"])).unwrap();
    diary.delete(deleted).unwrap();
    let week = week(&diary);
    assert_eq!(week.totals.cravings.n(), 1);
    assert_eq!(week.triggers.known.len(), 1);
    assert_eq!(week.triggers.known[0].tag, Tag::suggested("tired"));
    assert_eq!(week.triggers.known[0].cravings.mean(), Some(3.0));
    assert_eq!(week.days[1].1, Day::Missing);
}

#[test]
fn a_trend_takes_the_mean_of_a_day_and_keeps_gaps() {
    let mut diary = Diary::at(NOW);
    diary.log_at(mood(2), &at(16, "10:00"));
    diary.log_at(mood(5), &at(16, "20:00"));
    diary.log_at(mood(3), &at(18, "10:00"));
    diary.log_at(mood(8), &at(20, "10:00"));
    let sparse = week(&diary);
    let (two, three) = (Some(3.0), Some(8.0));
    assert_eq!(
        sparse.trend(CheckInItem::Mood).days,
        [Some(3.5), None, two, None, three, None, None]
    );
    assert_eq!(sparse.trend(CheckInItem::Stress).n(), 0);
    for item in CheckInItem::ALL {
        assert_eq!(sparse.trend(item).item, item);
    }
}

/// A month up to Tuesday 24 November, seen on Wednesday the 25th.
fn month(diary: &Diary) -> LookBack {
    let span = Span::ending(day("2026-11-24"), 28).unwrap();
    LookBack::over(&diary.journal, span, day("2026-11-25"))
}

/// The days of that month.
fn days_of_month() -> impl Iterator<Item = (usize, String)> {
    let first = day("2026-10-28");
    (0..28).map(move |at| (at, first.plus(i32::try_from(at).unwrap()).to_string()))
}

#[test]
fn a_direction_is_told_from_four_weeks_on() {
    let mut diary = Diary::at(NOW);
    for (at, day) in days_of_month() {
        let value = if at < 14 { 3 } else { 7 } + u8::from(at % 3 == 0);
        diary.log_at(mood(value), &format!("{day}T10:00:00.000+01:00"));
    }
    let direction = |back: &LookBack| {
        let found = back.trend(CheckInItem::Mood).halves();
        found.found().map(Halves::direction)
    };
    assert_eq!(direction(&month(&diary)), Some(TrendDirection::Rising));
    let three_weeks = Span::ending(day("2026-11-24"), 21).unwrap();
    let back = LookBack::over(&diary.journal, three_weeks, day("2026-11-25"));
    assert_eq!(
        back.trend(CheckInItem::Mood).halves(),
        Finding::NotEnoughYet { n: 10, needed: 13 }
    );
}

#[test]
fn craving_is_not_called_weaker_because_check_ins_began() {
    let mut diary = Diary::at(NOW);
    for (at, day) in days_of_month() {
        let logged = 6 + u8::from(at % 2 == 0);
        diary.log_at(craving(logged), &format!("{day}T10:00:00.000+01:00"));
        if at >= 14 {
            let asked = Entry::CheckIn(CheckIn {
                craving_now: Some(rating(1 + u8::from(at % 2 == 1))),
                ..CheckIn::default()
            });
            diary.log_at(asked, &format!("{day}T22:00:00.000+01:00"));
        }
    }
    let strength = month(&diary).strength();
    let found = strength.found.found().unwrap();
    assert_eq!(found.direction(), TrendDirection::Unclear);
    assert!(found.change().abs() < 0.2, "{found:?}");
}

/// Logs a craving at noon of a day with later ratings given as (minute, strength).
fn with_course(diary: &mut Diary, d: u8, start: u8, later: &[(u8, u8)]) -> RecordId {
    let root = diary.log_at(craving(start), &at(d, "12:00"));
    for (minute, strength) in later {
        let when = at(d, &format!("{:02}:{:02}", 12 + minute / 60, minute % 60));
        diary.log_at(rerating(root, *strength, 3), &when);
    }
    root
}

#[test]
fn a_wave_runs_over_true_minutes_and_leaves_out_what_cannot_belong_to_it() {
    let mut diary = Diary::at(NOW);
    let root = with_course(&mut diary, 20, 7, &[(21, 2), (4, 8), (11, 5), (61, 0)]);
    diary.log_at(rerating(root, 1, 3), &at(20, "11:59"));
    let wave = wave(&diary.journal, root).unwrap();
    let course: Vec<_> = wave
        .later
        .iter()
        .map(|point| (point.minutes, point.intensity.get()))
        .collect();
    assert_eq!(course, [(4, 8), (11, 5), (21, 2)]);
    assert_eq!(wave.start, rating(7));
    assert_eq!(wave.left_out, 2);
}

#[test]
fn only_a_living_craving_has_a_wave() {
    let mut diary = Diary::at(NOW);
    let other = diary.log(mood(4));
    assert_eq!(wave(&diary.journal, other), None);
    let root = with_course(&mut diary, 20, 7, &[(4, 3)]);
    diary.delete(root).unwrap();
    assert_eq!(wave(&diary.journal, root), None);
}

#[test]
fn easing_goes_by_the_true_time_and_counts_each_craving_once() {
    let mut diary = Diary::at(NOW);
    for d in 16..=20 {
        with_course(
            &mut diary,
            d,
            8,
            &[(2, 8), (3, 7), (6, 1), (10, 5), (31, 0)],
        );
    }
    with_course(&mut diary, 21, 8, &[(1, 0), (14, 1), (30, 2)]);
    let span = Span::new(day("2026-11-16"), 7).unwrap();
    let [three, ten, twenty] = easing(&diary.journal, span);
    assert_eq!((three.asked_at, three.n), (3, 5));
    assert_eq!(three.change, Finding::Found(-1.0));
    assert_eq!((ten.asked_at, ten.n), (10, 6));
    assert!((ten.change.found().unwrap() - (5.0 * -3.0 - 7.0) / 6.0).abs() < 1e-9);
    assert_eq!((twenty.asked_at, twenty.n), (20, 1));
    assert_eq!(twenty.change, Finding::NotEnoughYet { n: 1, needed: 5 });
}

#[test]
fn exercises_count_only_with_both_ratings_and_within_the_days_asked_for() {
    let mut diary = Diary::at(NOW);
    for d in 16..=20 {
        diary.log_at(practice("box", 8, Some(5)), &at(d, "10:00"));
        diary.log_at(practice("box", 8, None), &at(d, "11:00"));
    }
    let ever = effects_in(&diary.journal, None);
    assert_eq!((ever.len(), ever[0].n), (1, 5));
    assert!((ever[0].change.found().unwrap().mean - -3.0).abs() < 1e-9);
    let wrong = diary.log_at(practice("box", 10, Some(0)), &at(18, "12:00"));
    diary.edit(wrong, practice("box", 8, None)).unwrap();
    let deleted = diary.log_at(practice("box", 10, Some(0)), &at(18, "13:00"));
    diary.delete(deleted).unwrap();
    assert_eq!(effects_in(&diary.journal, None), ever);
    let two_days = Span::new(day("2026-11-19"), 2).unwrap();
    let few = effects_in(&diary.journal, Some(two_days));
    assert_eq!(few[0].change, Finding::NotEnoughYet { n: 2, needed: 5 });
}

#[test]
fn charts_keep_the_difference_between_missing_outside_and_none() {
    let mut diary = Diary::at(NOW);
    diary.log_at(craving(4), &at(22, "10:00"));
    diary.log_at(mood(6), &at(24, "10:00"));
    let span = Span::new(day("2026-11-21"), 7).unwrap();
    let view = LookBack::over(&diary.journal, span, day("2026-11-25"));
    let frame = Frame::new(320.0, 120.0, Margins::default()).unwrap();
    let readings = |measure| -> Vec<Reading> {
        let bars = Bars::over(&view, measure, frame);
        bars.table().iter().map(|row| row.reading).collect()
    };
    let (missing, outside, value) = (Reading::Missing, Reading::Outside, Reading::Value);
    assert_eq!(
        readings(ChartMeasure::CravingsPerDay),
        [
            outside,
            value(1.0),
            missing,
            value(0.0),
            outside,
            outside,
            outside
        ]
    );
    // Nothing is known about the strength of cravings on a day with only a mood.
    assert_eq!(
        readings(ChartMeasure::StrongestPerDay),
        [
            outside,
            value(4.0),
            missing,
            missing,
            outside,
            outside,
            outside
        ]
    );
    let moods = LineChart::over(&view, ChartMeasure::CheckIn(CheckInItem::Mood), frame);
    assert_eq!(moods.segments.len(), 1);
    assert_eq!((moods.describe().n, moods.describe().missing), (1, 2));
    assert_eq!(Heat::over(&view, frame).describe().n, 1);
}
