//! Things to live for: in a backup, and in nothing that is for others.
#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

use ebb_core::backup::{self, BackupLimits};
use ebb_core::export::csv::csv;
use ebb_core::log::{Entry, Journal, Keepsake, Picture};
use ebb_core::queries::keepsakes;
use ebb_core::share::{Preset, Selection, Terms, bundle, new_person};
use ebb_core::text::Note;
use ebb_core::time::DayBoundary;
use ebb_tests::diary::{Diary, craving};

const NOW: &str = "2026-11-30T18:00:00.000-05:00";
const PICTURE: &str = "/9j/4AAQSkZJRgABAQ==";

fn with_a_picture() -> Diary {
    let mut diary = Diary::at(NOW);
    diary.log(craving(7));
    diary.log(Entry::Keepsake(Keepsake {
        picture: Picture::new(PICTURE.into()).unwrap(),
        line: Note::new("Ana at the river").ok(),
        after_craving: true,
        in_help: true,
    }));
    diary
}

#[test]
fn pictures_are_in_no_share_and_no_table_whatever_is_chosen() {
    let diary = with_a_picture();
    let now = NOW.parse().unwrap();
    let today = diary.now.local_day(DayBoundary::default());
    let mut selection = Selection::preset(Preset::Everything, &diary.journal, today, None);
    selection.notes = true;
    selection.names = true;
    let terms = Terms::new(new_person(7), "a secret of the person", now, "Private.");
    let shared = bundle(&diary.journal, &selection, &terms).unwrap();
    let shared = String::from_utf8_lossy(&shared).into_owned();
    assert!(shared.contains("craving"));
    let table = csv(&diary.journal, "Private.");
    for text in [shared, table] {
        assert!(!text.contains("river") && !text.contains("/9j/") && !text.contains("keepsake"));
    }
}

#[test]
fn a_backup_brings_pictures_back_to_another_device() {
    let diary = with_a_picture();
    let file = backup::bundle(&diary.journal, NOW.parse().unwrap(), None).unwrap();
    let read = backup::read(&file, &BackupLimits::default()).unwrap();
    let mut other = Journal::default();
    for record in read.restore(&other) {
        other.absorb(record);
    }
    let (_, _, back) = keepsakes(&other).next().unwrap();
    assert_eq!(String::from(back.picture.clone()), PICTURE);
}
