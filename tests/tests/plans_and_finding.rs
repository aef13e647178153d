//! If-then plans at their moment, and finding what was written.
#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

use std::time::{Duration, Instant};

use ebb_core::log::{
    CheckIn, Craving, Entry, IfThen, Journal, Occurring, PlanUsed, Rerating, Slip,
};
use ebb_core::queries::{
    Search, find, frequent_hours, most_frequent, plan_uses, plans_for, was_used,
};
use ebb_core::text::{Note, Tag};
use ebb_tests::diary::{Diary, rating};

fn note(text: &str) -> Note {
    Note::new(text).unwrap()
}

fn named(name: &str) -> String {
    match name {
        "payday" => "Día de pago".to_owned(),
        other => other.replace('-', " "),
    }
}

fn craving(strength: u8, trigger: &str, thought: &str) -> Entry {
    Entry::Craving(Craving {
        triggers: vec![Tag::suggested(trigger)],
        thought: Note::new(thought).ok(),
        ..Craving::of(rating(strength))
    })
}

fn words(journal: &Journal, words: &str) -> usize {
    let search = Search {
        words: words.to_owned(),
        ..Search::default()
    };
    find(journal, &search, &named).len()
}

#[test]
fn words_are_found_in_any_case_without_accents_and_in_the_persons_language() {
    let mut diary = Diary::at("2026-11-28T18:00:00.000-05:00");
    diary.log(craving(7, "payday", "Vi a José en el café"));
    diary.log(Entry::CheckIn(CheckIn {
        note: Some(note("A CAFE with Sam")),
        ..CheckIn::default()
    }));
    let journal = &diary.journal;
    assert_eq!(words(journal, "cafe"), 2);
    assert_eq!(words(journal, "CAFÉ jose"), 1);
    assert_eq!(words(journal, "dia de pago"), 1);
    assert_eq!(words(journal, "payday"), 0);
    assert_eq!(words(journal, ""), 2);
    assert_eq!(words(journal, "tea"), 0);
}

#[test]
fn kind_days_and_strength_narrow_what_is_found() {
    let mut diary = Diary::at("2026-11-28T18:00:00.000-05:00");
    let weak = diary.log(craving(3, "stress", "weak"));
    let strong = diary.log(craving(8, "stress", "strong"));
    diary.log(Entry::Slip(Slip::default()));
    let journal = &diary.journal;
    let found = |search: Search| -> Vec<_> {
        let found = find(journal, &search, &named).into_iter();
        found.map(|(root, _)| root).collect()
    };
    let kind = Some("craving".to_owned());
    let cravings = found(Search {
        kind,
        ..Search::default()
    });
    assert_eq!(cravings, [strong, weak]);
    let least = Some(rating(8));
    let strongest = found(Search {
        least,
        ..Search::default()
    });
    assert_eq!(strongest, [strong]);
    let day = journal.get(weak).unwrap().local_day;
    let before = found(Search {
        last: Some(day.plus(-1)),
        ..Search::default()
    });
    assert_eq!(before, []);
}

#[test]
fn fifty_thousand_entries_are_searched_while_nobody_notices() {
    let mut diary = Diary::at("2026-11-28T18:00:00.000-05:00");
    for number in 0..50_000_u32 {
        let thought = format!("Número {number}: I wanted to go past the store on the way home");
        diary.log(craving(5, "stress", &thought));
    }
    let began = Instant::now();
    assert_eq!(words(&diary.journal, "numero 4321 STORE"), 15);
    let took = began.elapsed();
    println!("50,000 entries searched in {took:?}");
    // Built without optimization it takes some ten times as long.
    let limit = if cfg!(debug_assertions) { 2_000 } else { 100 };
    assert!(took < Duration::from_millis(limit), "{took:?}");
}

#[test]
fn a_plan_comes_up_by_its_trigger_and_its_uses_are_counted_with_what_came_after() {
    let mut diary = Diary::at("2026-11-28T18:00:00.000-05:00");
    let plan = diary.log(Entry::IfThen(IfThen {
        trigger: Some(Tag::suggested("stress")),
        words: Some(note("walk")),
        ..IfThen::default()
    }));
    let triggers = [Tag::suggested("stress")];
    let now = Occurring {
        triggers: &triggers,
        ..Occurring::default()
    };
    assert_eq!(plans_for(&diary.journal, &now)[0].0, plan);
    assert!(plans_for(&diary.journal, &Occurring::default()).is_empty());

    let root = diary.log(craving(8, "stress", "now"));
    assert!(!was_used(&diary.journal, plan, Some(root)));
    let used = |craving| {
        let did = note("walk");
        Entry::PlanUsed(PlanUsed { plan, did, craving })
    };
    diary.clock("2026-11-28T18:05:00.000-05:00");
    diary.log(used(Some(root)));
    diary.clock("2026-11-28T18:15:00.000-05:00");
    diary.log(Entry::Rerating(Rerating {
        craving: root,
        intensity: rating(3),
        asked_at: 10,
    }));
    diary.log(used(None));
    let counted = plan_uses(&diary.journal, plan);
    assert_eq!((counted.n, counted.rated, counted.weaker), (2, 1, 1));
    assert!(was_used(&diary.journal, plan, Some(root)));
}

#[test]
fn lists_begin_with_what_is_most_frequent_in_ones_own_journal() {
    let mut diary = Diary::at("2026-11-28T18:00:00.000-05:00");
    for trigger in ["boredom", "stress", "stress"] {
        diary.log(craving(5, trigger, "so"));
    }
    let tags = most_frequent(&diary.journal, |craving| &craving.triggers);
    assert_eq!(tags, [Tag::suggested("stress"), Tag::suggested("boredom")]);
    assert_eq!(frequent_hours(&diary.journal).len(), 1);
    assert_eq!(frequent_hours(&Journal::default()), []);
}
