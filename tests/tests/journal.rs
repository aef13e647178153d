//! What a person can do to the journal, and what never happens to it.
#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

use ebb_core::journal::{ActionError, DecodeError, DeviceId, QuarantinedRecord, RecordId};
use ebb_core::log::{Action, CheckIn, Entry, Journal};
use ebb_core::time::DayBoundary;
use ebb_tests::diary::{Diary, craving, mood, noted, rerating};

const EVENING: &str = "2026-11-24T21:00:00.000+01:00";
const NIGHT: &str = "2026-11-25T02:00:00.000+01:00";
const MORNING: &str = "2026-11-25T09:00:00.000+01:00";

fn day_of(diary: &Diary, root: RecordId) -> String {
    diary.journal.get(root).unwrap().local_day.to_string()
}

#[test]
fn what_is_logged_is_seen_in_the_order_it_happened() {
    let mut diary = Diary::at(MORNING);
    diary.log(craving(7));
    diary.log_at(mood(4), EVENING);
    assert_eq!(diary.seen(), [mood(4), craving(7)]);
}

#[test]
fn nothing_is_seen_before_the_store_has_acknowledged() {
    let mut diary = Diary::at(MORNING);
    let log = Action::Log {
        entry: craving(7),
        happened_at: None,
    };
    let records = diary.prepare(&log).unwrap();
    assert_eq!(diary.seen(), []);
    diary.journal.absorb(records[0].clone());
    assert_eq!(diary.seen(), [craving(7)]);
}

#[test]
fn an_edit_shows_the_new_content_under_the_old_root() {
    let mut diary = Diary::at(MORNING);
    let root = diary.log(craving(7));
    diary.edit(root, craving(3)).unwrap();
    assert_eq!(diary.seen(), [craving(3)]);
    assert_eq!(diary.journal.entries().next().unwrap().0, root);
    assert_eq!(diary.journal.records().count(), 2);
}

#[test]
fn an_edit_keeps_the_day_unless_the_time_is_changed() {
    let mut diary = Diary::at(NIGHT);
    let root = diary.log(craving(7));
    assert_eq!(day_of(&diary, root), "2026-11-24");

    diary.boundary = DayBoundary::new(0).unwrap();
    diary.clock("2026-11-27T09:00:00.000-08:00");
    diary.edit(root, craving(6)).unwrap();
    assert_eq!(day_of(&diary, root), "2026-11-24");

    let later = "2026-11-25T02:30:00.000+01:00".parse().unwrap();
    let moved = Action::Edit {
        root,
        entry: craving(6),
        happened_at: later,
    };
    diary.act(&moved).unwrap();
    assert_eq!(day_of(&diary, root), "2026-11-25");
    assert_eq!(diary.journal.get(root).unwrap().happened_at, later);
}

#[test]
fn an_edit_may_not_change_the_kind() {
    let mut diary = Diary::at(MORNING);
    let root = diary.log(craving(7));
    assert_eq!(diary.edit(root, mood(7)), Err(ActionError::KindChanged));
    assert_eq!(
        diary.edit(root, Entry::Deleted),
        Err(ActionError::KindChanged)
    );
    assert_eq!(diary.seen(), [craving(7)]);
}

#[test]
fn a_check_in_without_an_answer_is_refused_new_or_edited() {
    let mut diary = Diary::at(MORNING);
    let root = diary.log(mood(5));
    let nothing = Entry::CheckIn(CheckIn::default());
    assert_eq!(
        diary.edit(root, nothing.clone()),
        Err(ActionError::NothingAnswered)
    );
    let log = Action::Log {
        entry: nothing,
        happened_at: None,
    };
    assert_eq!(diary.act(&log), Err(ActionError::NothingAnswered));
}

#[test]
fn the_future_is_refused_and_a_clock_a_little_ahead_is_not() {
    let mut diary = Diary::at(MORNING);
    let at = |happened_at: &str| Action::Log {
        entry: craving(7),
        happened_at: Some(happened_at.parse().unwrap()),
    };
    assert_eq!(
        diary.act(&at("2026-11-25T09:05:00.001+01:00")),
        Err(ActionError::InTheFuture)
    );
    assert!(diary.act(&at("2026-11-25T09:05:00.000+01:00")).is_ok());
    // The instant counts, not what the clock on the wall reads: this is an hour ago.
    assert!(diary.act(&at("2026-11-25T23:00:00.000+16:00")).is_ok());
}

#[test]
fn a_delete_takes_the_later_ratings_along_and_a_restore_brings_them_back() {
    let mut diary = Diary::at(MORNING);
    let root = diary.log(craving(8));
    diary.clock("2026-11-25T09:10:00.000+01:00");
    diary.log(rerating(root, 3, 10));
    let other = diary.log(mood(5));

    diary.clock("2026-11-25T09:30:00.000+01:00");
    diary.delete(root).unwrap();
    assert_eq!(diary.seen(), [mood(5)]);
    assert_eq!(diary.journal.children(root).count(), 0);

    diary.clock("2026-11-25T09:31:00.000+01:00");
    let back = diary.restore(root).unwrap()[0];
    assert_eq!(diary.seen(), [craving(8), mood(5)]);
    let children: Vec<_> = diary.journal.children(back).collect();
    assert_eq!(children.len(), 1);
    assert_eq!(children[0].1.entry, rerating(back, 3, 10));
    assert_eq!(
        children[0].1.happened_at,
        "2026-11-25T09:10:00.000+01:00".parse().unwrap()
    );
    assert!(diary.journal.get(other).is_some());
}

#[test]
fn a_restore_leaves_buried_what_was_deleted_on_its_own_before() {
    let mut diary = Diary::at(MORNING);
    let root = diary.log(craving(8));
    let wrong = diary.log(rerating(root, 9, 3));
    diary.log(rerating(root, 2, 10));
    diary.clock("2026-11-25T09:20:00.000+01:00");
    diary.delete(wrong).unwrap();
    diary.clock("2026-11-25T09:21:00.000+01:00");
    diary.delete(root).unwrap();
    let back = diary.restore(root).unwrap()[0];
    let children: Vec<_> = diary
        .journal
        .children(back)
        .map(|(_, r)| &r.entry)
        .collect();
    assert_eq!(children, [&rerating(back, 2, 10)]);
}

#[test]
fn a_deleted_entry_can_not_be_edited_or_deleted_again() {
    let mut diary = Diary::at(MORNING);
    let root = diary.log(craving(8));
    diary.delete(root).unwrap();
    assert_eq!(diary.edit(root, craving(7)), Err(ActionError::Gone));
    assert_eq!(diary.delete(root), Err(ActionError::Gone));
}

#[test]
fn what_was_erased_cannot_be_brought_back() {
    let mut diary = Diary::at(MORNING);
    let root = diary.log(noted("to be forgotten"));
    diary.edit(root, noted("to be forgotten too")).unwrap();
    diary.delete(root).unwrap();

    let erasable = diary.journal.erasable();
    assert_eq!(erasable.len(), 2);
    for id in erasable {
        diary.journal.forget(id);
    }
    assert_eq!(diary.restore(root), Err(ActionError::Erased));
    assert_eq!(diary.journal.erasable(), []);
    // The tombstone is all that is left, and it carries no words.
    let left = diary.stored();
    assert_eq!(left.len(), 1);
    assert!(!String::from_utf8_lossy(&left[0].1).contains("forgotten"));
}

#[test]
fn an_entry_that_was_never_deleted_cannot_be_restored_twice_over() {
    let mut diary = Diary::at(MORNING);
    let root = diary.log(craving(8));
    assert_eq!(diary.restore(root), Err(ActionError::Erased));
    assert_eq!(diary.seen(), [craving(8)]);
}

#[test]
fn an_erased_version_takes_nothing_from_the_newest_one() {
    let mut diary = Diary::at(MORNING);
    let root = diary.log(craving(8));
    diary.edit(root, craving(5)).unwrap();
    assert_eq!(diary.journal.erasable(), [root]);
    diary.journal.forget(root);
    assert_eq!(diary.seen(), [craving(5)]);
    diary.edit(root, craving(4)).unwrap();
    assert_eq!(diary.seen(), [craving(4)]);
}

#[test]
fn after_the_clock_is_set_back_the_newest_edit_still_wins() {
    let mut diary = Diary::at(MORNING);
    let root = diary.log(craving(8));
    diary.edit(root, craving(7)).unwrap();
    diary.clock("2026-11-20T09:00:00.000+01:00");
    diary.edit(root, craving(6)).unwrap();
    assert_eq!(diary.seen(), [craving(6)]);
    diary.delete(root).unwrap();
    assert_eq!(diary.seen(), []);
}

#[test]
fn a_clock_set_back_does_not_make_an_old_entry_uneditable_but_cannot_move_it_ahead() {
    let mut diary = Diary::at(MORNING);
    let root = diary.log(craving(8));
    diary.clock("2026-11-25T07:00:00.000+01:00");
    assert!(diary.edit(root, craving(5)).is_ok());
    let ahead = Action::Edit {
        root,
        entry: craving(5),
        happened_at: "2026-11-25T08:00:00.000+01:00".parse().unwrap(),
    };
    assert_eq!(diary.act(&ahead), Err(ActionError::InTheFuture));
}

#[test]
fn two_devices_see_the_same_after_a_merge_and_a_delete_wins_over_an_edit() {
    let mut phone = Diary::at(MORNING);
    let root = phone.log(craving(8));
    let kept = phone.log(mood(3));
    let mut laptop = phone.copied_to(2);
    phone.delete(root).unwrap();
    laptop.clock("2026-11-25T12:00:00.000+01:00");
    laptop.edit(root, craving(2)).unwrap();
    laptop.edit(kept, mood(6)).unwrap();

    let before = phone.journal.clone();
    phone.journal.merge(&laptop.journal);
    laptop.journal.merge(&before);
    assert_eq!(phone.journal, laptop.journal);
    assert_eq!(phone.seen(), [mood(6)]);
}

#[test]
fn a_rating_added_elsewhere_to_a_deleted_craving_is_hidden_erasable_and_restorable() {
    let mut phone = Diary::at(MORNING);
    let root = phone.log(craving(8));
    let mut laptop = phone.copied_to(2);
    let orphan = laptop.log(rerating(root, 4, 10));
    phone.delete(root).unwrap();
    phone.journal.merge(&laptop.journal);
    assert_eq!(phone.seen(), []);
    assert!(phone.journal.erasable().contains(&orphan));

    let back = phone.restore(root).unwrap()[0];
    let children: Vec<_> = phone
        .journal
        .children(back)
        .map(|(_, r)| &r.entry)
        .collect();
    assert_eq!(children, [&rerating(back, 4, 10)]);
}

#[test]
fn a_restore_finds_the_children_of_a_delete_that_arrived_first() {
    let mut phone = Diary::at(MORNING);
    let root = phone.log(craving(8));
    phone.log(rerating(root, 4, 10));
    phone.delete(root).unwrap();
    let mut laptop = Diary::at(MORNING);
    laptop.device = DeviceId::new(2);
    let mut backwards: Vec<_> = phone.journal.records().cloned().collect();
    backwards.reverse();
    for record in backwards {
        laptop.journal.absorb(record);
    }
    let back = laptop.restore(root).unwrap();
    assert_eq!(back.len(), 2);
    assert_eq!(laptop.journal.children(back[0]).count(), 1);
}

#[test]
fn what_cannot_be_read_is_set_aside_and_the_rest_opens() {
    let mut diary = Diary::at(MORNING);
    diary.log(craving(8));
    diary.log(mood(3));
    diary.log(noted("🙏🏽"));
    let good = diary.stored();
    let text = String::from_utf8(good[0].1.clone()).unwrap();

    let newer = text.replacen("\"v\":1", "\"v\":2", 1);
    let newer_shape = r#"{"v":7,"what":"is this?"}"#;
    let unknown_field = text.replacen("\"v\":1", "\"v\":1,\"colour\":\"red\"", 1);
    let unknown_inside = text.replacen("\"intensity\":8", "\"intensity\":8,\"colour\":3", 1);
    let out_of_range = text.replacen("\"intensity\":8", "\"intensity\":11", 1);
    let impossible_day = text.replacen("2026-11-25", "2026-02-30", 2);
    let bad: Vec<(&str, Vec<u8>, DecodeError)> = vec![
        ("cut", text.as_bytes()[..40].to_vec(), DecodeError::Damaged),
        ("empty", Vec::new(), DecodeError::Damaged),
        ("not-text", vec![0xff, 0xfe, 0x00], DecodeError::Damaged),
        ("newer", newer.into(), DecodeError::Newer(2)),
        ("newer-shape", newer_shape.into(), DecodeError::Newer(7)),
        ("unknown", unknown_field.into(), DecodeError::Damaged),
        (
            "unknown-inside",
            unknown_inside.into(),
            DecodeError::Damaged,
        ),
        ("eleven", out_of_range.into(), DecodeError::Damaged),
        ("no-day", impossible_day.into(), DecodeError::Damaged),
        ("wrong-key", text.clone().into(), DecodeError::Contradiction),
    ];
    let expected: Vec<_> = bad
        .iter()
        .map(|(key, _, reason)| QuarantinedRecord {
            key: (*key).to_owned(),
            reason: *reason,
        })
        .collect();
    let stored = bad
        .into_iter()
        .map(|(key, bytes, _)| (key.to_owned(), bytes))
        .chain(good);
    let (journal, quarantined) = Journal::open(stored);
    assert_eq!(quarantined, expected);
    assert_eq!(journal, diary.journal);
}

#[test]
fn a_tombstone_of_nothing_and_a_record_that_replaces_itself_are_set_aside() {
    let mut diary = Diary::at(MORNING);
    let root = diary.log(craving(8));
    let stone = diary.delete(root).unwrap()[0];
    let text = String::from_utf8(diary.stored()[1].1.clone()).unwrap();
    let of_nothing = text.replacen(&format!("\"replaces\":\"{root}\","), "", 1);
    let of_itself = text.replacen(&root.to_string(), &stone.to_string(), 1);
    assert_ne!(of_nothing, text);
    assert_ne!(of_itself, text);
    let stored = [
        (stone.to_string(), of_nothing),
        (stone.to_string(), of_itself),
    ];
    let (journal, quarantined) = Journal::open(stored);
    assert_eq!(journal, Journal::default());
    assert!(
        quarantined
            .iter()
            .all(|bad| bad.reason == DecodeError::Contradiction)
    );
    assert_eq!(quarantined.len(), 2);
}

#[test]
fn an_error_never_quotes_what_was_written() {
    let text = r#"{"v":1,"entry":{"craving":{"thought":"secret words"}}}"#;
    let (_, quarantined) = Journal::open([("key", text)]);
    assert!(!format!("{quarantined:?} {}", quarantined[0].reason).contains("secret"));
}

#[test]
fn a_rating_that_came_with_two_parents_is_erased_once() {
    let mut diary = Diary::at(MORNING);
    let parents = [diary.log(craving(7)), diary.log(craving(8))];
    let rating = diary.log(rerating(parents[0], 3, 10));
    let mut other = diary.journal.record(rating).unwrap().clone();
    other.entry = rerating(parents[1], 3, 10);
    // Which of the two stays depends on their content alone.
    diary.journal.absorb(other);
    for parent in parents {
        diary.delete(parent).unwrap();
    }
    let mut erasable = diary.journal.erasable();
    let all = erasable.len();
    erasable.dedup();
    assert!(erasable.contains(&rating));
    assert_eq!(erasable.len(), all);
}
