//! Sharing, from the choice to what a therapist reads.
#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

mod attacks;
mod opened;
mod review;

use ebb_core::log::{Entry, Shared};
use ebb_core::share::{self, Category, Preset, Selection, Share, ShareLimits, Terms};
use ebb_core::text::Tag;
use ebb_core::time::{DayBoundary, LocalDay};
use ebb_tests::weeks::Weeks;

const LAST: &str = "2026-11-24";

fn limits() -> ShareLimits {
    ShareLimits::default()
}

fn today(weeks: &Weeks) -> LocalDay {
    weeks.diary.now.local_day(DayBoundary::default())
}

fn selection(weeks: &Weeks, preset: Preset) -> Selection {
    Selection::preset(preset, &weeks.diary.journal, today(weeks), None)
}

fn bytes(weeks: &Weeks, selection: &Selection) -> Vec<u8> {
    let terms = Terms::new(share::new_person(77), "secret", weeks.diary.now, "Private.");
    share::bundle(&weeks.diary.journal, selection, &terms).unwrap()
}

fn shared(weeks: &Weeks, selection: &Selection) -> Share {
    share::read(&bytes(weeks, selection), &limits()).unwrap()
}

fn has(bytes: &[u8], text: &str) -> bool {
    String::from_utf8_lossy(bytes).contains(text)
}

#[test]
fn four_weeks_have_at_least_150_entries_and_are_the_same_for_the_same_seed() {
    let weeks = Weeks::new(1, LAST);
    assert!(weeks.diary.journal.entries().count() >= 150);
    assert_eq!(weeks.diary.journal, Weeks::new(1, LAST).diary.journal);
    assert_ne!(weeks.diary.journal, Weeks::new(2, LAST).diary.journal);
}

#[test]
fn the_preset_for_an_appointment_masks_names_everywhere_and_keeps_notes() {
    let weeks = Weeks::new(1, LAST);
    let bytes = bytes(&weeks, &selection(&weeks, Preset::NextAppointment));
    for name in [
        "Maria", "maria", "López", "Sam ", "Sam\"", "Okafor", "555 010",
    ] {
        assert!(!has(&bytes, name), "{name}");
    }
    assert!(has(&bytes, "I had a row with [person "));
    assert!(has(&bytes, "Payday, old friends"));
    assert!(!has(&bytes, "safety_plan"));
}

#[test]
fn just_cravings_and_skills_are_just_that() {
    let weeks = Weeks::new(1, LAST);
    let share = shared(&weeks, &selection(&weeks, Preset::CravingsAndSkills));
    let kinds: Vec<&str> = share.counts.keys().map(String::as_str).collect();
    assert_eq!(kinds, ["craving", "practice", "rerating"]);
    for (_, record) in share.journal.entries() {
        if let Entry::Craving(craving) = &record.entry {
            assert_eq!((&craving.thought, &craving.did), (&None, &None));
        }
    }
    assert_eq!(share.left_out, None);
}

#[test]
fn everything_is_everything_but_what_is_about_sharing_itself() {
    let mut weeks = Weeks::new(1, LAST);
    let selection = selection(&weeks, Preset::Everything);
    let record = Shared::of(&selection, 3, vec![Tag::own("Dr. Okafor").unwrap()]);
    weeks.diary.log(Entry::Shared(record));
    let share = shared(&weeks, &selection);
    let all = weeks.diary.journal.entries().count() - 1;
    assert_eq!(share.journal.entries().count(), all);
    assert!(has(&bytes(&weeks, &selection), "Maria López"));
    assert!(!has(&bytes(&weeks, &selection), "\"shared\""));
}

#[test]
fn no_device_no_time_of_writing_and_no_id_of_the_journal_leaves() {
    let weeks = Weeks::new(1, LAST);
    let bytes = bytes(&weeks, &selection(&weeks, Preset::Everything));
    for word in ["device", "written_at", "replaces", "\"0000000000000002\""] {
        assert!(!has(&bytes, word), "{word}");
    }
    for record in weeks.diary.journal.records() {
        assert!(!has(&bytes, &record.id.to_string()));
    }
}

#[test]
fn a_reference_to_an_entry_that_stays_behind_is_cut() {
    let weeks = Weeks::new(1, LAST);
    let mut selection = selection(&weeks, Preset::Everything);
    selection.kinds = [Category::Skills, Category::Groups, Category::Medication].into();
    let groups: Vec<_> = selection
        .offered(&weeks.diary.journal)
        .filter(|(_, record, _)| matches!(record.entry, Entry::Group(_)))
        .map(|(root, _, _)| root)
        .collect();
    selection.without.extend(groups);
    let share = shared(&weeks, &selection);
    for (_, record) in share.journal.entries() {
        match &record.entry {
            Entry::Practice(practice) => assert_eq!(practice.craving, None),
            Entry::Session(session) => assert_eq!(session.group.time_ms(), 0),
            Entry::Dose(dose) => assert!(share.journal.get(dose.prescription).is_some()),
            _ => {}
        }
    }
}

#[test]
fn what_was_left_out_is_told_as_counts_and_only_when_agreed() {
    let weeks = Weeks::new(1, LAST);
    let mut selection = selection(&weeks, Preset::CravingsAndSkills);
    let first = selection
        .offered(&weeks.diary.journal)
        .find(|(_, _, kind)| *kind == Category::Cravings);
    selection.without.insert(first.unwrap().0);
    assert_eq!(shared(&weeks, &selection).left_out, None);
    selection.tell_left_out = true;
    let told = shared(&weeks, &selection).left_out.unwrap();
    assert_eq!(told["craving"], 1);
    assert!(told["slip"] == 1 && told["note"] > 0 && told["dose"] > 0);
}

#[test]
fn the_next_share_begins_with_the_last_day_of_the_one_before() {
    let mut weeks = Weeks::new(1, LAST);
    let first = selection(&weeks, Preset::NextAppointment);
    assert_eq!(first.first.to_string(), "2026-10-28");
    weeks
        .diary
        .log(Entry::Shared(Shared::of(&first, 1, Vec::new())));
    weeks.go_on(7);
    let next = selection(&weeks, Preset::NextAppointment);
    assert_eq!(
        (next.first.to_string(), next.last.to_string()),
        (LAST.into(), "2026-12-01".into())
    );
    let again = share::last_share(&weeks.diary.journal, None)
        .unwrap()
        .again(today(&weeks));
    assert_eq!(again, next);
}
