//! Things to live for: in a backup, in what is for others only where they were ticked, and in no table.
#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

use ebb_core::backup::{self, BackupLimits};
use ebb_core::export::csv::csv;
use ebb_core::export::fhir::{Source, fhir};
use ebb_core::log::{
    Entry, Journal, Keepsake, MOST_KEEPSAKES, MOST_RECORDINGS, Picture, Recording, Shared, Sound,
};
use ebb_core::queries::{keepsakes, recordings};
use ebb_core::share::review::{Filter, timeline};
use ebb_core::share::{Category, Preset, Selection, ShareLimits, Terms, bundle, new_person, read};
use ebb_core::text::Note;
use ebb_core::time::DayBoundary;
use ebb_tests::diary::{Diary, craving};

const NOW: &str = "2026-11-30T18:00:00.000-05:00";
const PICTURE: &str = "/9j/4AAQSkZJRgABAQ==";
const SOUND: &str = "GkXfo59ChoEBQveBAULygQRC84EI";

fn picture(base64: &str, line: &str) -> Entry {
    Entry::Keepsake(Keepsake {
        picture: Picture::new(base64.into()).unwrap(),
        line: Note::new(line).ok(),
        after_craving: true,
        in_help: true,
    })
}

fn recording(base64: &str, line: &str) -> Entry {
    Entry::Recording(Recording {
        sound: Sound::new(base64.into()).unwrap(),
        line: Note::new(line).ok(),
        after_craving: true,
        in_help: false,
    })
}

fn with_things_to_live_for() -> Diary {
    let mut diary = Diary::at(NOW);
    diary.log(craving(7));
    diary.log(picture(PICTURE, "Ana at the river"));
    diary.log(recording(SOUND, "for a bad evening"));
    diary
}

fn chosen(diary: &Diary, preset: Preset) -> Selection {
    let today = diary.now.local_day(DayBoundary::default());
    Selection::preset(preset, &diary.journal, today, None)
}

fn shared(diary: &Diary, selection: &Selection) -> Vec<u8> {
    let now = NOW.parse().unwrap();
    let terms = Terms::new(new_person(7), "a secret of the person", now, "Private.");
    bundle(&diary.journal, selection, &terms).unwrap()
}

fn tells_of_them(text: &str) -> bool {
    let told = ["river", "evening", "/9j/", "GkXf", "keepsake", "recording"];
    told.iter().any(|told| text.contains(told))
}

#[test]
fn they_are_in_no_share_unless_they_were_ticked() {
    let diary = with_things_to_live_for();
    for preset in Preset::ALL {
        let mut selection = chosen(&diary, preset);
        selection.notes = true;
        selection.names = true;
        let bundle = shared(&diary, &selection);
        let text = String::from_utf8_lossy(&bundle);
        assert!(
            text.contains("craving") && !tells_of_them(&text),
            "{preset:?}"
        );
    }
}

#[test]
fn what_was_ticked_is_in_the_share_with_its_line_and_is_ticked_anew_each_time() {
    let diary = with_things_to_live_for();
    let mut selection = chosen(&diary, Preset::Everything);
    selection.kinds.insert(Category::Keepsakes);
    let share = read(&shared(&diary, &selection), &ShareLimits::default()).unwrap();
    assert_eq!(
        (share.counts["keepsake"], share.counts["recording"]),
        (1, 1)
    );
    let (_, _, seen) = keepsakes(&share.journal).next().unwrap();
    assert_eq!(
        seen.picture.address(),
        format!("data:image/jpeg;base64,{PICTURE}")
    );
    assert_eq!(seen.line.as_ref().unwrap().as_str(), "Ana at the river");
    let (_, _, heard) = recordings(&share.journal).next().unwrap();
    assert_eq!(
        heard.sound.address(),
        format!("data:audio/webm;base64,{SOUND}")
    );
    assert_eq!(heard.line.as_ref().unwrap().as_str(), "for a bad evening");
    let filter = Filter {
        kinds: [Category::Keepsakes].into(),
        ..Filter::default()
    };
    assert_eq!(timeline(&share, &filter).len(), 2);

    // Without notes the lines stay behind, and one that was taken out does, too.
    selection.notes = false;
    let (first, _, _) = keepsakes(&diary.journal).next().unwrap();
    selection.without.insert(first);
    let bundle = shared(&diary, &selection);
    let text = String::from_utf8_lossy(&bundle);
    assert!(text.contains(SOUND) && !text.contains("evening") && !text.contains("/9j/"));

    let again = Shared::of(&selection, 3, Vec::new()).again(selection.last);
    assert!(!again.kinds.contains(&Category::Keepsakes));
    assert!(again.kinds.contains(&Category::Cravings));
}

#[test]
fn as_many_and_as_large_as_can_be_they_still_fit_into_a_share() {
    let mut diary = Diary::at(NOW);
    // Each character of it takes six in JSON.
    let line = "\u{1}".repeat(Note::LIMIT - 1) + "x";
    let filled = |begin: &str, most: usize| format!("{begin}{}", "A".repeat(most - begin.len()));
    for _ in 0..MOST_KEEPSAKES {
        diary.log(picture(&filled("/9j/", Picture::MOST), &line));
    }
    for _ in 0..MOST_RECORDINGS {
        diary.log(recording(&filled("GkXfo", Sound::MOST), &line));
    }
    let mut selection = chosen(&diary, Preset::Everything);
    selection.kinds.insert(Category::Keepsakes);
    let share = read(&shared(&diary, &selection), &ShareLimits::default()).unwrap();
    assert_eq!((share.oversized, share.unreadable), (0, 0));
    assert_eq!(share.entries(), MOST_KEEPSAKES + MOST_RECORDINGS);
}

#[test]
fn they_are_in_no_table_and_in_no_file_for_a_clinic() {
    let diary = with_things_to_live_for();
    let table = csv(&diary.journal, "Private.");
    let source = Source {
        journal: &diary.journal,
        instruments: &[],
        person: new_person(7),
        issued_at: NOW.parse().unwrap(),
        notice: "Private.",
        words: |_| "A measure",
    };
    for text in [table, fhir(&source).unwrap()] {
        assert!(text.contains("raving") || text.contains("A measure"));
        assert!(!tells_of_them(&text));
    }
}

#[test]
fn a_backup_brings_them_back_to_another_device() {
    let diary = with_things_to_live_for();
    let file = backup::bundle(&diary.journal, NOW.parse().unwrap(), None).unwrap();
    let read = backup::read(&file, &BackupLimits::default()).unwrap();
    let mut other = Journal::default();
    for record in read.restore(&other) {
        other.absorb(record);
    }
    let (_, _, seen) = keepsakes(&other).next().unwrap();
    assert_eq!(String::from(seen.picture.clone()), PICTURE);
    let (_, _, heard) = recordings(&other).next().unwrap();
    assert_eq!(String::from(heard.sound.clone()), SOUND);
}
