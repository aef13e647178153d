//! Days won, phases and commitments: nothing a person has is ever taken away.
#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

use ebb_core::log::Entry;
use ebb_core::log::{
    Commitment, CommitmentKept, Dose, Phase, PhaseKind, Slip, Start, StepDown, Taken,
};
use ebb_core::queries;
use ebb_core::queries::{days, phase_on, starts, step_down};
use ebb_core::text::{Note, Tag};
use ebb_core::time::LocalDay;
use ebb_tests::diary::Diary;

fn note(text: &str) -> Note {
    Note::new(text).unwrap()
}

fn own(text: &str) -> Tag {
    Tag::own(text).unwrap()
}

fn day(text: &str) -> LocalDay {
    text.parse().unwrap()
}

fn won(diary: &Diary) -> (i64, i64, i64) {
    let (_, _, start) = starts(&diary.journal)[0];
    let days = days(&diary.journal, start, diary.now.local_day(diary.boundary));
    (days.won, days.current, days.best)
}

fn start(from: &str, substance: Option<&str>) -> Entry {
    Entry::Start(Start {
        day: day(from),
        substance: substance.map(Tag::suggested),
    })
}

fn slip(substance: Option<&str>) -> Entry {
    Entry::Slip(Slip {
        substance: substance.map(Tag::suggested),
        ..Slip::default()
    })
}

#[test]
fn a_slip_keeps_every_day_won_and_the_best_run() {
    let mut diary = Diary::at("2026-01-01T08:00:00Z");
    diary.log(start("2026-01-01", None));
    diary.clock("2026-01-21T22:00:00Z");
    diary.log(slip(None));
    assert_eq!(won(&diary), (20, 0, 20));
    diary.clock("2026-01-31T08:00:00Z");
    assert_eq!(won(&diary), (29, 9, 20));
}

#[test]
fn moving_the_start_back_adds_days_and_is_never_a_slip() {
    let mut diary = Diary::at("2026-01-31T08:00:00Z");
    let root = diary.log(start("2026-01-21", None));
    assert_eq!(won(&diary), (10, 10, 10));
    diary.edit(root, start("2026-01-01", None)).unwrap();
    assert_eq!(won(&diary), (30, 30, 30));
    assert!(
        diary
            .seen()
            .iter()
            .all(|entry| !matches!(entry, Entry::Slip(_)))
    );
    // Beginning to count again later takes nothing away either.
    diary.log(start("2026-01-30", None));
    assert_eq!(starts(&diary.journal).len(), 1);
    assert_eq!(won(&diary), (30, 30, 30));
}

#[test]
fn an_alcohol_slip_takes_no_day_from_being_opioid_free() {
    let mut diary = Diary::at("2026-01-01T08:00:00Z");
    diary.log(start("2026-01-01", Some("opioids")));
    diary.clock("2026-01-11T22:00:00Z");
    diary.log(slip(Some("alcohol")));
    assert_eq!(won(&diary), (10, 10, 10));
    diary.log(slip(Some("opioids")));
    assert_eq!(won(&diary), (10, 0, 10));
}

#[test]
fn medication_as_prescribed_or_missed_is_never_a_slip() {
    let mut diary = Diary::at("2026-01-01T08:00:00Z");
    diary.log(start("2026-01-01", Some("opioids")));
    for taken in [Taken::AsPrescribed, Taken::Missed, Taken::Otherwise] {
        diary.clock("2026-01-11T22:00:00Z");
        diary.log(Entry::Dose(Dose {
            prescription: "01KATB1Q00000000000000000A".parse().unwrap(),
            name: own("Methadone"),
            taken,
            note: None,
        }));
    }
    assert_eq!(won(&diary), (10, 10, 10));
}

#[test]
fn phases_follow_each_other_by_date() {
    let mut diary = Diary::at("2026-01-01T08:00:00Z");
    let phase = |kind, from: &str| {
        Entry::Phase(Phase {
            kind,
            from: day(from),
            hours: None,
            changes: Vec::new(),
        })
    };
    diary.log(phase(PhaseKind::Aftercare, "2026-05-01"));
    diary.log(phase(PhaseKind::Iop, "2026-01-05"));
    diary.log(phase(PhaseKind::Outpatient, "2026-03-30"));
    let on = |text: &str| phase_on(&diary.journal, day(text)).map(|(_, _, phase)| phase.kind);
    assert_eq!(on("2026-01-04"), None);
    assert_eq!(on("2026-01-05"), Some(PhaseKind::Iop));
    assert_eq!(on("2026-04-30"), Some(PhaseKind::Outpatient));
    assert_eq!(on("2027-01-01"), Some(PhaseKind::Aftercare));
}

#[test]
fn the_checklist_is_one_and_a_commitment_can_be_kept_or_not() {
    let mut diary = Diary::at("2026-01-01T08:00:00Z");
    let mut list = StepDown::suggested();
    let action = queries::write_single(&diary.journal, Entry::StepDown(list.clone()));
    diary.act(&action).unwrap();
    list.set(&Tag::suggested("meetings"), true);
    let action = queries::write_single(&diary.journal, Entry::StepDown(list.clone()));
    diary.act(&action).unwrap();
    assert_eq!(step_down(&diary.journal).unwrap().2, &list);
    assert_eq!(diary.seen().len(), 1);
    let mut promise = Commitment {
        what: note("call Sam"),
        to: None,
        due: None,
        kept: None,
    };
    let root = diary.log(Entry::Commitment(promise.clone()));
    promise.kept = Some(CommitmentKept::NotThisTime);
    diary.edit(root, Entry::Commitment(promise)).unwrap();
    assert_eq!(diary.seen().len(), 2);
}
