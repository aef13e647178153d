//! The judge of everything Ebb says about somebody's days: a thousand people whose days are made
//! up, once with no true change and once with one. The rates are printed:
//! `cargo test -p ebb-tests --test claims -- --nocapture`.
#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

use ebb_core::chart::{AreaChart, Bars, ChartMeasure, Frame, LineChart, Margins};
use ebb_core::insight::{
    CheckInItem, Finding, Halves, LookBack, PeakTime, Span, TrendDirection, rated_lower,
};
use ebb_core::log::Journal;
use ebb_core::share::review::{self, Shifted, agenda, compare};
use ebb_core::share::{Share, new_person};
use ebb_tests::people::{Dice, Somebody, Truth, somebody};

const SEED: u64 = 20_261_129;
const PEOPLE: u32 = 1000;
/// Of a hundred people without a change at most so many may be told of one.
const WRONGLY: f64 = 5.0;
/// Of a hundred people with a change of 2 points at least so many must be told of it.
const RIGHTLY: f64 = 60.0;

/// What somebody was told at least once.
#[derive(Clone, Copy, Debug, Default)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is one thing told or not"
)]
struct Told {
    trend: bool,
    weaker: bool,
    mood: bool,
    hour: bool,
    friday: bool,
    peak: bool,
    lower: bool,
    first_lower: bool,
    changed: bool,
    craving_changed: bool,
}

/// Both screens of insight, the week and the month, on each day from the end of the first
/// week on: nobody looks once.
fn told_by_insight(one: &Somebody, days: i32, told: &mut Told) {
    for end in 6..days {
        let today = one.first.plus(end);
        for length in [7, 30] {
            let span = Span::ending(today, length).unwrap();
            look(&LookBack::over(&one.journal, span, today), told);
        }
    }
    let lower = rated_lower(&one.journal, 9);
    told.lower = !lower.is_empty();
    told.first_lower = lower.iter().any(|e| e.exercise == "urge-surfing");
}

fn look(back: &LookBack, told: &mut Told) {
    trends(back, told);
    told.peak |= back.peak_hour.is_some() || back.peak_time.is_some();
    told.hour |= back.peak_hour.is_some_and(|peak| peak.hour == 18);
    let is_friday = |peak: PeakTime| (peak.weekday, peak.from) == (4, 18);
    told.friday |= back.peak_time.is_some_and(is_friday);
}

/// What the charts say, as the screen draws them.
fn trends(back: &LookBack, told: &mut Told) {
    let frame = Frame::new(320.0, 120.0, Margins::default()).unwrap();
    let mut found: Vec<(ChartMeasure, Finding<Halves>)> = Vec::new();
    let counts = Bars::over(back, ChartMeasure::CravingsPerDay, frame).describe();
    let strongest = AreaChart::over(back, ChartMeasure::StrongestPerDay, frame).describe();
    found.push((counts.what, counts.trend));
    // The screen tells of all cravings where it shows the strongest.
    found.push((strongest.what, back.strength().found));
    for item in CheckInItem::ALL {
        // What the check-in says of craving is part of the sentence about its strength.
        if matches!(
            item,
            CheckInItem::CravingNow | CheckInItem::CravingStrongest
        ) {
            continue;
        }
        let line = LineChart::over(back, ChartMeasure::CheckIn(item), frame).describe();
        found.push((line.what, line.trend));
    }
    for (measure, trend) in found {
        let direction = trend.found().map(Halves::direction);
        told.trend |= direction.is_some_and(|way| way != TrendDirection::Unclear);
        let of_craving = measure == ChartMeasure::StrongestPerDay;
        let of_mood = measure == ChartMeasure::CheckIn(CheckInItem::Mood);
        told.mood |= of_mood && direction == Some(TrendDirection::Rising);
        told.weaker |= of_craving && direction == Some(TrendDirection::Falling);
    }
}

fn share(journal: &Journal, one: &Somebody, from: i32, to: i32) -> Share {
    let (first, last) = (one.first.plus(from), one.first.plus(to));
    let mut of_days = Journal::default();
    let roots: std::collections::BTreeSet<_> = journal
        .entries_between(first, last)
        .map(|(root, _)| root)
        .collect();
    for record in journal.records() {
        let mine = roots.contains(&record.id)
            || record
                .entry
                .parent()
                .is_some_and(|root| roots.contains(&root));
        if mine {
            of_days.absorb(record.clone());
        }
    }
    Share {
        person: new_person(1),
        signer: None,
        renewed: Vec::new(),
        to: None,
        reply: None,
        expires: None,
        purpose: None,
        issued_at: format!("{last}T23:00:00.000Z").parse().unwrap(),
        first,
        last,
        notice: String::new(),
        counts: std::collections::BTreeMap::new(),
        left_out: None,
        journal: of_days,
        unreadable: 0,
        oversized: 0,
        ahead: 0,
    }
}

/// One share of all the days, and one of each half beside the other.
fn told_by_shares(one: &Somebody, days: i32, told: &mut Told) {
    let whole = share(&one.journal, one, 0, days - 1);
    let half = days / 2;
    let before = share(&one.journal, one, 0, half - 1);
    let after = share(&one.journal, one, half, days - 1);
    let both = [
        agenda(&whole, None, &[]).unwrap().changes,
        compare(&before, &after, &[]).unwrap().changes,
    ];
    for changed in both.iter().flatten().filter(|one| one.is_told()) {
        told.changed = true;
        told.craving_changed |= is_of_craving(changed) && changed.change() < 0.0;
    }
}

fn is_of_craving(changed: &Shifted) -> bool {
    changed.measure == review::ReviewMeasure::CravingStrength
}

/// What a thousand people with so many days were told.
fn thousand(truth: Truth, days: i32, by: fn(&Somebody, i32, &mut Told)) -> Vec<Told> {
    let mut dice = Dice::new(SEED);
    let people = (0..PEOPLE).map(|_| {
        let one = somebody(&mut dice, truth, days);
        let mut told = Told::default();
        by(&one, days, &mut told);
        told
    });
    people.collect()
}

/// Everything, in the first four weeks.
fn in_four_weeks(truth: Truth) -> Vec<Told> {
    thousand(truth, 28, |one, days, told| {
        told_by_insight(one, days, told);
        told_by_shares(one, days, told);
    })
}

/// One look over the whole time, as at the charts of a long share.
fn told_by_all(one: &Somebody, days: i32, told: &mut Told) {
    let today = one.first.plus(days - 1);
    let span = Span::ending(today, u16::try_from(days).unwrap()).unwrap();
    look(&LookBack::over(&one.journal, span, today), told);
    told_by_shares(one, days, told);
}

/// Of a hundred.
fn rate(what: &str, people: &[Told], is: fn(&Told) -> bool) -> f64 {
    let n = people.iter().filter(|told| is(told)).count();
    let rate = f64::from(u32::try_from(n).unwrap()) * 100.0 / f64::from(PEOPLE);
    println!("{rate:5.1} of 100: {what} (seed {SEED})");
    rate
}

#[test]
fn people_whose_days_do_not_change_are_rarely_told_of_a_change() {
    let none = in_four_weeks(Truth::default());
    let rates = [
        rate("no change, told of a trend", &none, |t| t.trend),
        rate("no peak, told of one", &none, |t| t.peak),
        rate("no effect, told 'rated lower after'", &none, |t| t.lower),
        rate("no change, therapist told of one", &none, |t| t.changed),
    ];
    assert!(rates.iter().all(|rate| *rate <= WRONGLY), "{rates:?}");
}

#[test]
fn nor_are_they_when_all_of_three_months_is_looked_at() {
    let none = thousand(Truth::default(), 84, told_by_all);
    let rates = [
        rate("12 weeks, no change, told of a trend", &none, |t| t.trend),
        rate("12 weeks, no peak, told of one", &none, |t| t.peak),
        rate("12 weeks, no change, therapist told", &none, |t| t.changed),
    ];
    assert!(rates.iter().all(|rate| *rate <= WRONGLY), "{rates:?}");
}

#[test]
fn people_with_a_change_of_two_points_are_told_within_four_weeks() {
    let none = Truth::default;
    let weaker = in_four_weeks(Truth {
        craving: -2.0,
        ..none()
    });
    let eased = in_four_weeks(Truth {
        exercise: -2.0,
        ..none()
    });
    let peak = in_four_weeks(Truth {
        hour: 0.3,
        ..none()
    });
    let rates = [
        rate("craving 2 weaker, told so", &weaker, |t| t.weaker),
        rate("craving 2 weaker, therapist told so", &weaker, |t| {
            t.craving_changed
        }),
        rate("an exercise eases 2 more, told so", &eased, |t| {
            t.first_lower
        }),
        rate("three of ten at one hour, told so", &peak, |t| t.hour),
    ];
    assert!(rates.iter().all(|rate| *rate >= RIGHTLY), "{rates:?}");
}

/// One answer a day tells little in four weeks. These are printed and not held to anything: where
/// nothing is said, the screen tells how great a change would have to be.
#[test]
fn what_four_weeks_rarely_show_is_printed() {
    let mood = in_four_weeks(Truth {
        mood: 2.0,
        ..Truth::default()
    });
    let fridays = in_four_weeks(Truth {
        friday: 0.1,
        ..Truth::default()
    });
    rate("mood 2 better, told so", &mood, |t| t.mood);
    rate(
        "most of Friday's cravings in the evening, told so",
        &fridays,
        |t| t.friday,
    );
}

#[test]
fn a_week_is_never_enough_for_a_trend() {
    let mut dice = Dice::new(SEED);
    let one = somebody(&mut dice, Truth::default(), 28);
    let span = Span::ending(one.first.plus(20), 7).unwrap();
    let back = LookBack::over(&one.journal, span, one.first.plus(20));
    assert!(back.strength().found.found().is_none());
    let trends = CheckInItem::ALL.map(|item| back.trend(item).halves());
    assert!(trends.iter().all(|trend| trend.found().is_none()));
}
