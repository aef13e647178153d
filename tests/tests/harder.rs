//! Harder evenings are judged by people whose truth is known: who is told what, and whether intervals
//! hold as often as they say.
#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]
#![allow(clippy::cast_precision_loss, reason = "small counts")]

use ebb_core::insight::{Finding, HarderEvenings, harder_evenings};
use ebb_core::log::{CheckIn, Craving, Entry, Journal};
use ebb_core::time::LocalDay;
use ebb_tests::diary::{Diary, rating};
use ebb_tests::people::Dice;

const SEED: u64 = 20_261_129;
const PEOPLE: usize = 1000;
const DAYS: i32 = 84;

fn first() -> LocalDay {
    LocalDay::new(2026, 6, 1).unwrap()
}

/// How likely an evening is hard: by the person's own rate, the weekday, how sure they were, and
/// whether the evening before was.
type Truth<'a> = &'a dyn Fn(f64, u8, u8, bool) -> f64;

/// The days of somebody, and how likely each evening truly was to be hard.
fn somebody(dice: &mut Dice, truth: Truth<'_>) -> (Journal, Vec<f64>) {
    let mut diary = Diary::at("2026-06-01T09:00:00.000Z");
    let usual = dice.between(0.15, 0.6);
    let mut chances = Vec::new();
    let mut before = false;
    for number in 0..DAYS {
        let day = first().plus(number);
        let confidence = u8::from(dice.chance(0.5)) * 6 + 2;
        let chance = truth(usual, day.weekday(), confidence, before);
        chances.push(chance);
        let hard = dice.chance(chance);
        before = hard;
        if dice.chance(0.1) {
            continue;
        }
        diary.clock(&format!("{day}T09:00:00.000Z"));
        diary.log(Entry::CheckIn(CheckIn {
            confidence: Some(rating(confidence)),
            sleep: Some(rating(u8::from(dice.chance(0.5)) * 8)),
            ..CheckIn::default()
        }));
        if dice.chance(0.4) {
            diary.clock(&format!("{day}T14:00:00.000Z"));
            diary.log(Entry::Craving(Craving::of(rating(4))));
        }
        diary.clock(&format!("{day}T20:00:00.000Z"));
        let strength = if hard { 8 } else { 3 };
        diary.log(Entry::Craving(Craving::of(rating(strength))));
    }
    (diary.journal, chances)
}

fn found(journal: &Journal, day: i32) -> Option<HarderEvenings> {
    match harder_evenings(journal, first().plus(day)) {
        Some(Finding::Found(found)) => Some(found),
        _ => None,
    }
}

/// Of a hundred, those that are told something on one of so many looks.
fn told(truth: Truth<'_>, looks: &[i32]) -> f64 {
    let mut dice = Dice::new(SEED);
    let told = (0..PEOPLE).filter(|_| {
        let (journal, _) = somebody(&mut dice, truth);
        looks.iter().any(|day| found(&journal, *day).is_some())
    });
    told.count() as f64 * 100.0 / PEOPLE as f64
}

const WEEKLY: [i32; 8] = [35, 42, 49, 56, 63, 70, 77, 84];

#[test]
fn people_whose_evenings_no_sign_tells_of_are_rarely_told_anything() {
    let rate = told(&|usual, _, _, _| usual, &WEEKLY);
    println!(
        "{rate:5.1} of 100: no sign, looked every week, told of harder evenings (seed {SEED})"
    );
    assert!(rate <= 5.0, "{rate}");
}

#[test]
fn people_whose_weekends_are_hard_are_told_within_three_months() {
    let rate = told(
        &|_, weekday, _, _| if weekday >= 4 { 0.8 } else { 0.15 },
        &[84],
    );
    println!("{rate:5.1} of 100: weekends hard, told so (seed {SEED})");
    assert!(rate >= 70.0, "{rate}");
    let sure = told(&|_, _, sure, _| if sure < 4 { 0.8 } else { 0.2 }, &[84]);
    println!("{sure:5.1} of 100: unsure mornings before hard evenings, told so (seed {SEED})");
    assert!(sure >= 50.0, "{sure}");
}

/// The share of hard evenings that a person's marked ones truly have lies in the interval.
#[test]
fn intervals_of_eighty_hold_for_about_eighty_of_a_hundred() {
    let mut dice = Dice::new(SEED);
    let (mut holds, mut n) = (0_u32, 0_u32);
    for _ in 0..PEOPLE {
        let (weekend, else_) = (dice.between(0.55, 0.85), dice.between(0.1, 0.3));
        let truth =
            |_: f64, weekday: u8, _: u8, _: bool| if weekday >= 4 { weekend } else { else_ };
        let (journal, chances) = somebody(&mut dice, &truth);
        if let Some(found) = found(&journal, DAYS) {
            let of_day =
                |day: &LocalDay| chances[usize::try_from(day.days_since(first())).unwrap()];
            let truly = found.days.iter().map(of_day).sum::<f64>() / found.marked as f64;
            let (low, high) = found.interval;
            n += 1;
            holds += u32::from(low <= truly && truly <= high);
        }
    }
    let rate = f64::from(holds) * 100.0 / f64::from(n);
    println!("{rate:5.1} of 100: 80 % intervals that hold, of {n} who were told (seed {SEED})");
    assert!((75.0..=85.0).contains(&rate), "{rate}");
}

#[test]
fn nothing_is_said_before_thirty_evenings_and_five_hard_ones() {
    let mut dice = Dice::new(SEED);
    let (journal, _) = somebody(&mut dice, &|_, weekday, _, _| f64::from(weekday / 5));
    for day in 0..30 {
        assert_eq!(found(&journal, day), None);
    }
    let calm = somebody(&mut dice, &|_, _, _, _| 0.0).0;
    assert_eq!(
        harder_evenings(&calm, first().plus(DAYS)),
        Some(Finding::NotEnoughYet { n: 0, needed: 5 })
    );
    assert_eq!(
        harder_evenings(&Journal::default(), first()),
        Some(Finding::NotEnoughYet { n: 0, needed: 30 })
    );
}
