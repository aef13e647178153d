//! Sharing, from the choice to what a therapist reads.
#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

use ebb_core::instrument::Instrument;
use ebb_core::journal::{Entry, Journal};
use ebb_core::moment::{DayBoundary, LocalDay};
use ebb_core::programme::{assignments, goals};
use ebb_core::share::review::{
    Filter, Flag, Measure, agenda, compare, item_rows, results, timeline,
};
use ebb_core::share::{
    self, Category, Identity, IdentityError, Limits, NOTICE, Opener, Phrase, Preset, SealedFor,
    Selection, Share, ShareError, Shared, Shares, sealed_for,
};
use ebb_core::text::Tag;
use ebb_core::vault::WorkFactor;
use ebb_tests::content::content;
use ebb_tests::sealing::{age_file, armored, passphrase};
use ebb_tests::weeks::Weeks;

const LAST: &str = "2026-11-24";

fn limits() -> Limits {
    Limits::default()
}

fn today(weeks: &Weeks) -> LocalDay {
    weeks.diary.now.local_day(DayBoundary::default())
}

fn selection(weeks: &Weeks, preset: Preset) -> Selection {
    Selection::preset(preset, &weeks.diary.journal, today(weeks))
}

fn bytes(weeks: &Weeks, selection: &Selection) -> Vec<u8> {
    let person = share::new_person(77);
    share::bundle(&weeks.diary.journal, selection, person, weeks.diary.now).unwrap()
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
    let again = share::last_share(&weeks.diary.journal)
        .unwrap()
        .again(today(&weeks));
    assert_eq!(again, next);
}

#[test]
fn the_agenda_shows_what_matters_first() {
    let weeks = Weeks::new(1, LAST);
    let instruments: Vec<Instrument> = content("instruments");
    let share = shared(&weeks, &selection(&weeks, Preset::NextAppointment));
    for instruments in [&instruments[..], &[]] {
        let agenda = agenda(&share, None, instruments).unwrap();
        let Flag::Answer {
            instrument,
            item,
            value,
            ..
        } = agenda.flags[0]
        else {
            panic!("item 9 comes first");
        };
        assert_eq!((instrument, item, value), ("phq-9", "9", 1));
        assert!(matches!(agenda.flags[1], Flag::Slip { .. }));
        assert_eq!(agenda.talk.len(), 3);
        assert_eq!(agenda.triggers.len(), 5);
        assert_eq!(agenda.hours.len(), 3);
        assert!(!agenda.skills.is_empty());
        let known = agenda.totals.days_logged + agenda.missing.len();
        assert_eq!(known, 28);
    }
    let with = agenda(&share, None, &instruments).unwrap();
    let weights: Vec<f64> = with.changes.iter().map(|c| c.change().abs()).collect();
    assert!(weights.len() > 4, "{weights:?}");
    let phq = with.changes.iter().find(
        |shifted| matches!(&shifted.measure, Measure::Score { instrument, score } if instrument == "phq-9" && score == "total"),
    );
    assert!(phq.is_some_and(|phq| phq.change() < 0.0));
}

#[test]
fn a_day_without_entries_is_missing_and_never_good() {
    let weeks = Weeks::new(1, LAST);
    let mut selection = selection(&weeks, Preset::NextAppointment);
    selection.kinds = [Category::Questionnaires].into();
    let share = shared(&weeks, &selection);
    let agenda = agenda(&share, None, &[]).unwrap();
    assert_eq!(agenda.missing.len(), 27, "all but the day it was made on");
}

#[test]
fn two_shares_of_one_person_are_compared_and_another_persons_refused() {
    let mut weeks = Weeks::new(1, LAST);
    let instruments: Vec<Instrument> = content("instruments");
    let first = shared(&weeks, &selection(&weeks, Preset::NextAppointment));
    weeks.diary.log(Entry::Shared(Shared::of(
        &selection(&weeks, Preset::NextAppointment),
        1,
        Vec::new(),
    )));
    weeks.go_on(14);
    let second = shared(&weeks, &selection(&weeks, Preset::NextAppointment));
    let comparison = compare(&first, &second, &instruments).unwrap();
    assert_eq!((comparison.overlap, comparison.gap), (1, 0));
    assert!(
        comparison
            .changes
            .iter()
            .any(|c| c.measure == Measure::CravingsPerDay)
    );
    let other = Share {
        person: share::new_person(78),
        ..second.clone()
    };
    assert_eq!(
        compare(&first, &other, &instruments),
        Err(ShareError::OtherPerson)
    );
    assert!(agenda(&other, Some(&first), &instruments).is_err());

    let mut shares = Shares::default();
    assert_eq!(shares.add(second.clone()), Ok(true));
    assert_eq!(shares.add(first.clone()), Ok(true));
    assert_eq!(shares.add(first.clone()), Ok(false));
    assert_eq!(shares.add(other), Err(ShareError::OtherPerson));
    let (newest, before) = shares.at(1).unwrap();
    assert_eq!(
        (&**newest, before.map(|share| &**share)),
        (&second, Some(&first))
    );
    assert_eq!(shares.at(0).unwrap().1, None);
    assert_eq!(shares.at(2), None);
}

#[test]
fn the_timeline_is_filtered_and_searched() {
    let weeks = Weeks::new(1, LAST);
    let share = shared(&weeks, &selection(&weeks, Preset::NextAppointment));
    let all = timeline(&share, &Filter::default());
    assert_eq!(all.len(), share.journal.entries().count());
    assert!(all.windows(2).all(|w| w[0].1.local_day >= w[1].1.local_day));
    let slips = Filter {
        kinds: [Category::Slips].into(),
        ..Filter::default()
    };
    assert_eq!(timeline(&share, &slips).len(), 1);
    let words = Filter {
        words: " OLD  friends ".into(),
        ..Filter::default()
    };
    assert_eq!(timeline(&share, &words).len(), 1);
    let stress = Filter {
        words: "stress".into(),
        ..Filter::default()
    };
    assert!(!timeline(&share, &stress).is_empty());
    let days = Filter {
        first: Some(share.last.plus(1)),
        ..Filter::default()
    };
    assert!(
        timeline(&share, &days)
            .iter()
            .all(|(_, r)| r.local_day > share.last)
    );
}

#[test]
fn questionnaires_stand_item_by_item_and_by_version() {
    let weeks = Weeks::new(1, LAST);
    let instruments: Vec<Instrument> = content("instruments");
    let share = shared(&weeks, &selection(&weeks, Preset::NextAppointment));
    let all = results(&share);
    let phq = all
        .iter()
        .find(|series| series.instrument == "phq-9")
        .unwrap();
    assert_eq!((phq.scoring, phq.results.len()), ("phq-9-2001", 2));
    let form = instruments.iter().find(|form| form.id == "phq-9");
    let rows = item_rows(phq, form);
    assert_eq!(rows[8].item, "9");
    assert_eq!(rows[8].answers, [Some(1), Some(0)]);
    assert_eq!(item_rows(phq, None).len(), 10);
    assert_eq!(goals(&share.journal).count(), 2);
    assert_eq!(assignments(&share.journal).count(), 2);
}

#[test]
fn a_sealed_share_opens_with_the_right_phrase_or_key_and_says_what_is_wrong_otherwise() {
    let weeks = Weeks::new(1, LAST);
    let bundle = bytes(&weeks, &selection(&weeks, Preset::CravingsAndSkills));
    let (phrase, other) = (Phrase::new(5), Phrase::new(6));
    let by_phrase = share::sealed_for_phrase(&bundle, &phrase, WorkFactor::FLOOR).unwrap();
    assert_eq!(sealed_for(&by_phrase), Ok(SealedFor::Phrase));
    let identities = [(); 3].map(|()| Identity::generate().unwrap());
    let keys = [identities[0].public(), identities[1].public()];
    let for_keys = share::sealed_for_keys(&bundle, &keys).unwrap();
    assert_eq!(sealed_for(&for_keys), Ok(SealedFor::Keys(2)));
    let armored_too = armored(&for_keys).into_bytes();
    assert_eq!(sealed_for(&armored_too), Ok(SealedFor::Keys(2)));

    let open = |file: &[u8], with| share::open(file, with, &limits());
    assert_eq!(
        open(&by_phrase, Opener::Phrase(&phrase)).as_ref(),
        Ok(&bundle)
    );
    for identity in &identities[..2] {
        assert_eq!(open(&for_keys, Opener::Key(identity)).as_ref(), Ok(&bundle));
        assert_eq!(
            open(&armored_too, Opener::Key(identity)).as_ref(),
            Ok(&bundle)
        );
    }
    for (file, with, error) in [
        (
            &by_phrase[..],
            Opener::Phrase(&other),
            ShareError::WrongPhrase,
        ),
        (
            &by_phrase,
            Opener::Key(&identities[0]),
            ShareError::NeedsPhrase,
        ),
        (&for_keys, Opener::Key(&identities[2]), ShareError::WrongKey),
        (&for_keys, Opener::Phrase(&phrase), ShareError::NeedsKey),
        (
            &for_keys[..for_keys.len() - 9],
            Opener::Key(&identities[0]),
            ShareError::Incomplete,
        ),
        (
            &for_keys[..12],
            Opener::Key(&identities[0]),
            ShareError::Incomplete,
        ),
        (b"hello", Opener::Phrase(&phrase), ShareError::NotAge),
        (b"", Opener::Phrase(&phrase), ShareError::NotAge),
    ] {
        assert_eq!(open(file, with), Err(error));
    }
    let mut changed = for_keys.clone();
    let middle = changed.len() / 2;
    changed[middle] ^= 1;
    assert_eq!(
        open(&changed, Opener::Key(&identities[0])),
        Err(ShareError::Damaged)
    );
    let heavy = age_file(b"{}", phrase.text(), 1);
    let work = heavy.windows(3).position(|bytes| bytes == b" 1\n").unwrap();
    let heavy = [&heavy[..work], b" 25\n", &heavy[work + 3..]].concat();
    let refused = open(&heavy, Opener::Phrase(&phrase));
    assert!(
        matches!(refused, Err(ShareError::TooHeavy(25))),
        "{refused:?}"
    );
}

#[test]
fn an_identity_is_sealed_exported_and_restored() {
    let identity = Identity::generate().unwrap();
    let words = passphrase("clinic words");
    let file = identity.seal(&words, WorkFactor::FLOOR).unwrap();
    assert!(file.starts_with("-----BEGIN AGE ENCRYPTED FILE-----"));
    let restored = Identity::open(file.as_bytes(), &words, 20).unwrap();
    assert_eq!(restored.public(), identity.public());
    assert_eq!(restored.secret(), identity.secret());
    let error = |file: &[u8], words: &str, work| {
        Identity::open(file, &passphrase(words), work)
            .err()
            .unwrap()
    };
    assert_eq!(
        error(file.as_bytes(), "other", 20),
        IdentityError::WrongPassphrase
    );
    assert_eq!(
        error(file.as_bytes(), "clinic words", 14),
        IdentityError::TooHeavy(15)
    );
    assert_eq!(
        error(&file.as_bytes()[..300], "clinic words", 20),
        IdentityError::Incomplete
    );
    assert_eq!(
        error(b"hello", "clinic words", 20),
        IdentityError::NotAnIdentity
    );
    let foreign = age_file(b"{\"ebb\":\"backup\"}", "clinic words", 1);
    assert_eq!(
        error(&foreign, "clinic words", 20),
        IdentityError::NotAnIdentity
    );
}

#[test]
fn bad_bundles_are_told_apart_and_none_hangs() {
    let weeks = Weeks::new(1, LAST);
    let good = bytes(&weeks, &selection(&weeks, Preset::CravingsAndSkills));
    let text = String::from_utf8(good.clone()).unwrap();
    let read = |text: &str| share::read(text.as_bytes(), &limits()).err();
    let first_entry = text.lines().nth(1).unwrap();
    let entry = first_entry.trim_end_matches(',');
    let count = share::read(&good, &limits()).unwrap().entries();
    let head = |count: usize| {
        format!(
            r#"{{"ebb":"share","v":1,"person":"00000000000000000000000001","issued_at":"2026-11-24T22:00:00.000-05:00","first":"2026-11-01","last":"2026-11-24","notice":"n","count":{count},"counts":{{"craving":{count}}},"entries":["#
        )
    };
    assert_eq!(read("hello"), Some(ShareError::Foreign));
    assert_eq!(read("{}"), Some(ShareError::Foreign));
    assert_eq!(read(r#"{"ebb":"backup","v":1}"#), Some(ShareError::ABackup));
    assert_eq!(
        read(r#"{"ebb":"assignment","v":1}"#),
        Some(ShareError::AnAssignment)
    );
    assert_eq!(
        read(&text.replacen("\"v\":1", "\"v\":2", 1)),
        Some(ShareError::Newer)
    );
    assert_eq!(read(&text[..text.len() / 2]), Some(ShareError::Damaged));
    assert_eq!(
        read(&text.replacen(&format!("{first_entry}\n"), "", 1)),
        Some(ShareError::Damaged)
    );
    let wrong = text.replacen(&format!("\"count\":{count}"), "\"count\":7", 1);
    assert_eq!(read(&wrong), Some(ShareError::Damaged));
    let million = format!("{}{}{{}}]}}", head(1_000_000), "{},".repeat(999_999));
    assert_eq!(read(&million), Some(ShareError::TooManyEntries));
    let lying = million.replacen("1000000", "5", 2);
    assert_eq!(read(&lying), Some(ShareError::TooManyEntries));
    let deep = format!("{}{}", head(1), "[".repeat(100_000));
    assert_eq!(read(&deep), Some(ShareError::Damaged));

    let long = entry.replacen(
        "\"intensity\"",
        &format!("\"thought\":\"{}\",\"intensity\"", "x".repeat(10_000_000)),
        1,
    );
    let with_long = format!("{}{entry},{long}]}}", head(2));
    let share = share::read(with_long.as_bytes(), &limits()).unwrap();
    assert_eq!(
        (share.entries(), share.oversized, share.unreadable),
        (1, 1, 0)
    );
    let odd = format!("{}{entry},{{\"new\":1}}]}}", head(2));
    let share = share::read(odd.as_bytes(), &limits()).unwrap();
    assert_eq!((share.entries(), share.unreadable), (1, 1));
}

#[test]
fn what_could_fool_the_eye_or_the_clock_is_made_safe_or_counted() {
    let head = r#"{"ebb":"share","v":1,"person":"00000000000000000000000001","issued_at":"2026-11-24T22:00:00.000-05:00","first":"2026-11-01","last":"2026-11-24","notice":"n\u202e","count":2,"counts":{"slip":2},"entries":["#;
    let slip = |number: u8, day: &str, words: &str| {
        format!(
            r#"{{"id":"0000000000000000000000000{number}","happened_at":"{day}T10:00:00.000-05:00","local_day":"{day}","entry":{{"slip":{{"happened":"{words}"}}}}}}"#
        )
    };
    let text = format!(
        "{head}{},{}]}}",
        slip(1, "2026-11-20", "not\\u202eevil <script>alert(1)</script>"),
        slip(2, "2031-01-01", "later"),
    );
    let share = share::read(text.as_bytes(), &limits()).unwrap();
    assert_eq!((share.ahead, share.notice.as_str()), (1, "n\u{fffd}"));
    let Entry::Slip(slip) = &share.journal.entries().next().unwrap().1.entry else {
        panic!("a slip");
    };
    let words = slip.happened.as_ref().unwrap().as_str();
    assert_eq!(words, "not\u{fffd}evil <script>alert(1)</script>");
    assert!(agenda(&share, None, &[]).is_ok());
}

#[test]
fn an_empty_journal_can_be_shared_and_reviewed() {
    let day: LocalDay = LAST.parse().unwrap();
    let selection = Selection::preset(Preset::Everything, &Journal::default(), day);
    let now = "2026-11-24T22:00:00.000-05:00".parse().unwrap();
    let bytes = share::bundle(&Journal::default(), &selection, share::new_person(1), now).unwrap();
    let share = share::read(&bytes, &limits()).unwrap();
    assert_eq!((share.entries(), share.notice.as_str()), (0, NOTICE));
    let agenda = agenda(&share, None, &[]).unwrap();
    assert!(agenda.flags.is_empty() && agenda.changes.is_empty());
}
