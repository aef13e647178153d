//! Plans are written once and then changed, on one device or two.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a panic is a failed test"
)]

use ebb_core::log::{Action, Entry};
use ebb_core::log::{Reasons, SafetyPlan};
use ebb_core::queries;
use ebb_core::text::Note;
use ebb_tests::diary::Diary;

fn note(text: &str) -> Note {
    Note::new(text).unwrap()
}

fn safety(sign: &str) -> Entry {
    Entry::SafetyPlan(SafetyPlan {
        signs: vec![note(sign)],
        ..SafetyPlan::default()
    })
}

fn write(diary: &mut Diary, entry: Entry) {
    let action = queries::write_single(&diary.journal, entry);
    diary.act(&action).unwrap();
}

#[test]
fn a_plan_is_changed_and_not_written_a_second_time() {
    let mut diary = Diary::at("2026-05-01T10:00:00Z");
    write(&mut diary, safety("first"));
    diary.clock("2026-05-03T10:00:00Z");
    write(&mut diary, safety("second"));
    write(
        &mut diary,
        Entry::Reasons(Reasons {
            reasons: vec![note("Sam")],
        }),
    );
    assert_eq!(diary.seen().len(), 2);
    let (root, record, plan) = queries::safety_plan(&diary.journal).unwrap();
    assert_eq!(plan.signs, [note("second")]);
    assert_eq!(record.written_at, diary.now);
    assert_eq!(
        diary.journal.get(root).unwrap().local_day.to_string(),
        "2026-05-01"
    );
    assert_eq!(
        queries::reasons(&diary.journal).unwrap().2.reasons,
        [note("Sam")]
    );
}

#[test]
fn of_two_plans_begun_on_two_devices_the_one_written_last_is_the_plan() {
    let mut phone = Diary::at("2026-05-01T10:00:00Z");
    let mut laptop = phone.copied_to(2);
    write(&mut phone, safety("phone"));
    laptop.clock("2026-05-01T11:00:00Z");
    write(&mut laptop, safety("laptop"));
    phone.clock("2026-05-01T12:00:00Z");
    write(&mut phone, safety("phone, again"));
    phone.journal.merge(&laptop.journal);
    let signs = &queries::safety_plan(&phone.journal).unwrap().2.signs;
    assert_eq!(signs, &[note("phone, again")]);
    // And a change after the merge goes to that one.
    let Action::Edit { root, .. } = queries::write_single(&phone.journal, safety("third")) else {
        panic!("not an edit");
    };
    assert_eq!(root, queries::safety_plan(&phone.journal).unwrap().0);
}

#[test]
fn a_deleted_plan_is_gone_and_the_next_one_is_new() {
    let mut diary = Diary::at("2026-05-01T10:00:00Z");
    write(&mut diary, safety("first"));
    let (root, ..) = queries::safety_plan(&diary.journal).unwrap();
    diary.delete(root).unwrap();
    assert_eq!(queries::safety_plan(&diary.journal), None);
    assert!(matches!(
        queries::write_single(&diary.journal, safety("new")),
        Action::Log { .. }
    ));
}
