//! A therapist's desk: what is kept, what is refused, what the lines say.
#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

use ebb_core::backup::BackupError;
use ebb_core::content::instrument::Instrument;
use ebb_core::desk::{
    Caseload, CaseloadPerson, CaseloadRow, Client as Known, ClientRecords, DeskEntry, DeskError,
    DeskJournal, DeskNote, Fate, Order, Received, SentItems, all_of, backup, caseload_csv,
    caseload_fhir, client_of, expired, fates,
};
use ebb_core::journal::{Action, EntryList, Record, RecordId, decode, encode};
use ebb_core::log::Entry;
use ebb_core::queries::last_result;
use ebb_core::share::{self, Category, Selection, ShareError, SigningKey, Terms};
use ebb_core::text::{Note, Tag};
use ebb_tests::clients::{Client, Desk, desk_of};
use ebb_tests::content::content;

fn desk() -> Desk {
    Desk::at("2026-10-28T09:00:00.000-05:00".parse().unwrap())
}

fn rows(desk: &Desk, order: Order) -> Vec<CaseloadRow> {
    Caseload::of(&desk.journal).rows(&instruments(), desk.today(), order)
}

fn people(desk: &DeskJournal) -> Vec<CaseloadPerson> {
    let all = ClientRecords::all(desk);
    all.iter()
        .map(|one| CaseloadPerson::read(desk, one).unwrap())
        .collect()
}

fn instruments() -> Vec<Instrument> {
    content("instruments")
}

fn log(entry: DeskEntry) -> Action<DeskEntry> {
    Action::Log {
        entry,
        happened_at: None,
    }
}

#[test]
fn shares_of_one_person_are_one_and_no_entry_is_counted_twice() {
    let mut desk = desk();
    let mut client = Client::new(1);
    let mut all = Vec::new();
    for _ in 0..3 {
        desk.take(&client.share_signed()).unwrap();
        client.weeks.go_on(7);
    }
    desk.take(&client.share_signed()).unwrap();
    let records = ClientRecords::of(&desk.journal, client.person).unwrap();
    let person = CaseloadPerson::read(&desk.journal, &records).unwrap();
    assert_eq!((person.shares.len(), person.unreadable), (4, 0));
    let whole = person.whole.as_ref().unwrap();
    // What the person has of these kinds is what the desk has, day by day.
    let journal = &client.weeks.diary.journal;
    let selection = Selection {
        first: whole.first,
        last: whole.last,
        kinds: [Category::Cravings, Category::CheckIns, Category::Slips].into(),
        without: std::collections::BTreeSet::new(),
        notes: true,
        names: false,
        tell_left_out: false,
    };
    for (root, record, kind) in selection.offered(journal) {
        if selection.takes(root, kind) {
            all.push((record.happened_at, record.entry.kind()));
        }
    }
    let told = |entry: &Entry| {
        matches!(
            entry,
            Entry::Craving(_) | Entry::CheckIn(_) | Entry::Slip(_)
        )
    };
    let mut kept: Vec<_> = whole
        .journal
        .entries()
        .filter(|(_, record)| told(&record.entry))
        .map(|(_, record)| (record.happened_at, record.entry.kind()))
        .collect();
    kept.sort_unstable();
    all.sort_unstable();
    assert_eq!(kept, all);
}

#[test]
fn an_entry_that_was_changed_since_is_as_the_last_share_has_it() {
    let mut desk = desk();
    let mut client = Client::new(2);
    desk.take(&client.share_signed()).unwrap();
    let last = client.today();
    let journal = &client.weeks.diary.journal;
    let (root, _) = journal
        .entries()
        .find(|(_, record)| record.local_day == last && matches!(record.entry, Entry::CheckIn(_)))
        .unwrap();
    let changed = ebb_tests::diary::noted("Not as bad as I wrote.");
    client.weeks.diary.edit(root, changed.clone()).unwrap();
    client.weeks.go_on(7);
    desk.take(&client.share_signed()).unwrap();
    let people = people(&desk.journal);
    let whole = people[0].whole.as_ref().unwrap();
    let that_day: Vec<_> = whole
        .journal
        .entries()
        .filter(|(_, record)| record.local_day == last && matches!(record.entry, Entry::CheckIn(_)))
        .map(|(_, record)| record.entry.clone())
        .collect();
    assert!(that_day.contains(&changed));
    assert_eq!(that_day.len(), 1);
}

#[test]
fn the_first_share_keeps_the_key_and_another_key_is_refused() {
    let mut desk = desk();
    let mut client = Client::new(3);
    desk.take(&client.share_signed()).unwrap();
    let before = desk.journal.clone();
    client.weeks.go_on(7);
    let bundle = client.share();
    let forged = share::sign(&bundle, &SigningKey::from_seed(&[200; 32])).unwrap();
    let refused = desk.take(&forged);
    assert_eq!(refused, Err(DeskError::Share(ShareError::OtherSigner)));
    assert_eq!(
        desk.take(&bundle),
        Err(DeskError::Share(ShareError::NotSigned))
    );
    assert_eq!(desk.journal, before);
    let good = share::sign(&bundle, &client.signing()).unwrap();
    assert_eq!(desk.take(&good), Ok(()));
    assert_eq!(desk.take(&good), Err(DeskError::AlreadyThere));
    assert_eq!(people(&desk.journal).len(), 1);
}

#[test]
fn a_new_key_by_the_old_ones_word_is_kept_and_the_old_one_is_no_good_any_more() {
    let mut desk = desk();
    let mut client = Client::new(4);
    desk.take(&client.share_signed()).unwrap();
    client.weeks.go_on(7);
    let next = SigningKey::from_seed(&[201; 32]);
    let renewed = [client.signing().renew(&next.signer().text())];
    let journal = &client.weeks.diary.journal;
    let everything = share::Preset::Everything;
    let selection = Selection::preset(everything, journal, client.today(), None);
    let mut terms = Terms::new(client.person, "secret", client.weeks.diary.now, "Private.");
    terms.to = share::PublicKey::parse(ebb_tests::clients::THERAPIST).ok();
    terms.renewed = &renewed;
    let bundle = share::bundle(journal, &selection, &terms).unwrap();
    desk.take(&share::sign(&bundle, &next).unwrap()).unwrap();
    let (_, known) = client_of(&desk.journal, client.person).unwrap();
    assert_eq!(known.signer, Some(next.signer()));
    client.weeks.go_on(7);
    let refused = desk.take(&client.share_signed());
    assert_eq!(refused, Err(DeskError::Share(ShareError::OtherSigner)));
}

#[test]
fn an_older_share_that_comes_late_is_kept_and_changes_nothing_newer() {
    let mut desk = desk();
    let mut client = Client::new(5);
    let first = client.share_signed();
    client.weeks.go_on(7);
    desk.take(&client.share_signed()).unwrap();
    let newest = people(&desk.journal)[0].whole.clone().unwrap();
    desk.take(&first).unwrap();
    let person = people(&desk.journal).remove(0);
    assert_eq!(person.shares.len(), 2);
    assert_eq!(person.whole.unwrap().issued_at, newest.issued_at);
}

#[test]
fn what_may_not_be_kept_any_more_is_named_and_one_persons_everything_too() {
    let mut desk = desk_of(2);
    let names: Vec<_> = people(&desk.journal)
        .iter()
        .map(|one| one.client.person)
        .collect();
    assert_eq!(expired(&desk.journal, desk.today()), []);
    let later = desk.today().plus(60);
    let over = expired(&desk.journal, later);
    assert!(!over.is_empty() && over.len() < desk.journal.all_of::<Received>().count());
    let words = Note::new("Ask about the new job").unwrap();
    desk.act(&log(DeskEntry::Note(DeskNote {
        person: names[0],
        words,
    })));
    for root in all_of(&desk.journal, names[0]) {
        desk.act(&Action::Delete { root });
    }
    let people = people(&desk.journal);
    assert_eq!(people.len(), 1);
    assert_eq!(people[0].client.person, names[1]);
    assert_eq!(desk.journal.all_of::<DeskNote>().count(), 0);
    assert_eq!(desk.journal.all_of::<Known>().count(), 1);
}

#[test]
fn a_backup_brings_a_desk_back_and_half_a_one_is_refused() {
    let desk = desk_of(3);
    let bundle = backup::bundle(&desk.journal, desk.now).unwrap();
    let records = backup::read(&bundle).unwrap();
    let mut empty = DeskJournal::default();
    for record in backup::missing(&empty, records.clone()) {
        empty.absorb(record);
    }
    assert_eq!(people(&empty).len(), 3);
    assert!(backup::missing(&empty, records).is_empty());
    let text = String::from_utf8(bundle).unwrap();
    let half = text.replacen("\"count\":", "\"count\":1", 1);
    assert_eq!(backup::read(half.as_bytes()), Err(BackupError::Damaged));
    let newer = text.replacen("\"v\":1", "\"v\":2", 1);
    assert_eq!(backup::read(newer.as_bytes()), Err(BackupError::Newer));
    assert_eq!(backup::read(b"{}"), Err(BackupError::NotABackup));
}

/// What the therapist calls somebody is changed.
fn rename(desk: &mut Desk, person: RecordId, name: &str) {
    let (root, client) = client_of(&desk.journal, person).unwrap();
    let named = Known {
        name: Tag::own(name).unwrap(),
        ..client.clone()
    };
    let happened_at = desk.journal.get(root).unwrap().happened_at;
    desk.act(&Action::Edit {
        root,
        entry: DeskEntry::Client(named),
        happened_at,
    });
}

#[test]
fn the_table_has_a_line_for_each_person_and_fhir_a_resource_a_line() {
    let mut desk = desk_of(2);
    let person = people(&desk.journal)[0].client.person;
    rename(&mut desk, person, "=SUM(1)");
    let table = caseload_csv(&rows(&desk, Order::Name));
    assert_eq!(table.lines().count(), 3);
    assert!(table.contains("\"'=SUM(1)\""));
    let lines = caseload_fhir(&desk.journal, &instruments(), |_| "A measure").unwrap();
    let resources: Vec<serde_json::Value> = lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let patients = resources
        .iter()
        .filter(|one| one["resourceType"] == "Patient");
    assert_eq!(patients.count(), 2);
    assert!(!lines.contains("\"reference\":\"urn:uuid:"));
}

#[test]
fn who_needs_me_first_comes_first() {
    let desk = desk_of(12);
    let rows = |order| rows(&desk, order);
    let flags = rows(Order::Flags);
    assert_eq!(flags.len(), 12);
    let urgent: Vec<_> = flags
        .iter()
        .map(|row| (row.crisis, row.recent_slips))
        .collect();
    assert!(urgent.is_sorted_by(|one, next| one >= next), "{urgent:?}");
    let change: Vec<_> = rows(Order::Change)
        .iter()
        .map(|row| row.change().unwrap())
        .collect();
    assert!(change.is_sorted_by(|one, next| one >= next), "{change:?}");
    for row in &flags {
        assert!(row.signed && !row.verified);
        assert!(row.known > 28 && row.week.days <= 7 && row.before.days <= 28);
        assert!(row.homework.1 >= row.homework.0);
    }
}

#[test]
fn what_was_set_is_unknown_until_a_share_tells_of_it() {
    let mut desk = desk();
    let mut client = Client::new(6);
    desk.take(&client.share_signed()).unwrap();
    let json = r#"{"assignment":{"what":"Walk twice a week"}}"#;
    let item: Entry = serde_json::from_str(json).unwrap();
    let sent = SentItems {
        person: client.person,
        items: vec![item.clone()],
    };
    desk.act(&log(DeskEntry::Sent(sent)));
    let fate = |desk: &Desk| fates(&desk.journal, &people(&desk.journal)[0])[0].2;
    assert_eq!(fate(&desk), Fate::Unknown);
    let root = client.weeks.diary.log(item.clone());
    client.weeks.go_on(7);
    desk.take(&client.share_signed()).unwrap();
    assert_eq!(fate(&desk), Fate::Taken);
    let Entry::Assignment(mut task) = item else {
        panic!("an assignment");
    };
    task.done = Some(client.today());
    client
        .weeks
        .diary
        .edit(root, Entry::Assignment(task))
        .unwrap();
    client.weeks.go_on(7);
    desk.take(&client.share_signed()).unwrap();
    assert!(matches!(fate(&desk), Fate::Done(_)));
}

#[test]
fn what_is_asked_every_week_tells_when_it_was_answered_last() {
    let mut desk = desk();
    let mut client = Client::new(7);
    let json = r#"{"assignment":{"what":"The PHQ-9","instrument":"phq-9","every_weeks":2}}"#;
    let item: Entry = serde_json::from_str(json).unwrap();
    desk.act(&log(DeskEntry::Sent(SentItems {
        person: client.person,
        items: vec![item.clone()],
    })));
    client.weeks.diary.log(item);
    client.weeks.go_on(28);
    desk.take(&client.share_signed()).unwrap();
    let person = people(&desk.journal).remove(0);
    let journal = &person.whole.as_ref().unwrap().journal;
    let (_, record, _) = last_result(journal, "phq-9").unwrap();
    let last = record.local_day;
    assert_eq!(fates(&desk.journal, &person)[0].2, Fate::Answered(last));
    let caseload = Caseload::of(&desk.journal);
    let due_on = |day| caseload.rows(&instruments(), day, Order::Name);
    let rows = due_on(last.plus(13));
    assert!(
        !rows[0].due.iter().any(|title| title == "PHQ-9"),
        "{:?}",
        rows[0].due
    );
    let rows = due_on(last.plus(14));
    assert!(
        rows[0].due.iter().any(|title| title == "PHQ-9"),
        "{:?}",
        rows[0].due
    );
}

fn outdated(caseload: &mut Caseload, desk: &Desk) -> Vec<RecordId> {
    let records = caseload.outdated(&desk.journal);
    records.iter().map(|one| one.person).collect()
}

fn bring_up_to_date(caseload: &mut Caseload, desk: &Desk) {
    for records in caseload.outdated(&desk.journal) {
        caseload.update(&desk.journal, records);
    }
}

#[test]
fn after_a_share_a_new_name_or_an_erasure_only_that_person_is_read_again() {
    let mut desk = desk();
    let mut clients: Vec<_> = (10..13).map(Client::new).collect();
    for client in &mut clients {
        desk.take(&client.share_signed()).unwrap();
        client.weeks.go_on(7);
    }
    let [first, second, third] = [0, 1, 2].map(|at| clients[at].person);
    let mut kept = Caseload::default();
    assert_eq!(outdated(&mut kept, &desk), [first, second, third]);
    bring_up_to_date(&mut kept, &desk);
    assert_eq!(outdated(&mut kept, &desk), []);

    desk.take(&clients[1].share_signed()).unwrap();
    assert_eq!(outdated(&mut kept, &desk), [second]);
    bring_up_to_date(&mut kept, &desk);

    rename(&mut desk, third, "M. R.");
    assert_eq!(outdated(&mut kept, &desk), [third]);
    bring_up_to_date(&mut kept, &desk);

    // A note is in no line.
    let words = Note::new("Ask about the new job").unwrap();
    desk.act(&log(DeskEntry::Note(DeskNote {
        person: first,
        words,
    })));
    assert_eq!(outdated(&mut kept, &desk), []);

    for root in all_of(&desk.journal, first) {
        desk.act(&Action::Delete { root });
    }
    assert_eq!(outdated(&mut kept, &desk), []);
    assert_eq!(kept.name(first), None);
    assert_eq!(kept.name(third), Some("M. R."));
    // What was made step by step is what is made at once.
    assert_eq!(kept, Caseload::of(&desk.journal));
}

#[test]
fn a_share_that_is_read_again_is_as_it_was_when_it_came() {
    let mut desk = desk();
    let mut client = Client::new(14);
    let bundle = client.share_signed();
    desk.take(&bundle).unwrap();
    let came = share::read(&bundle, &share::ShareLimits::default()).unwrap();
    assert!(came.signer.is_some());
    assert_eq!(*people(&desk.journal)[0].shares[0], came);
    // One that is not signed, too.
    let unsigned = Client::new(15).share();
    desk.take(&unsigned).unwrap();
    let came = share::read(&unsigned, &share::ShareLimits::default()).unwrap();
    assert_eq!(came.signer, None);
    assert_eq!(*people(&desk.journal)[1].shares[0], came);
}

/// The same record with one word of the share changed, and its signature left as it was.
fn tampered(record: &Record<DeskEntry>) -> Record<DeskEntry> {
    let mut record = record.clone();
    if let DeskEntry::Received(share) = &mut record.entry {
        share.bundle = share.bundle.replacen("\"craving\"", "\"cravinG\"", 1);
    }
    record
}

#[test]
fn a_share_that_was_changed_after_it_was_signed_is_told_before_a_backup_is_taken_over() {
    let desk = desk_of(1);
    let bundle = backup::bundle(&desk.journal, desk.now).unwrap();
    let records = backup::read(&bundle).unwrap();
    assert!(records.iter().all(backup::is_genuine));
    let is_share = |record: &&Record<_>| matches!(record.entry, DeskEntry::Received(_));
    let share = records.iter().find(is_share).unwrap();
    assert!(!backup::is_genuine(&tampered(share)));
}

#[test]
fn shares_that_cannot_be_read_again_are_counted_and_the_others_are_read() {
    let mut desk = desk();
    let mut client = Client::new(16);
    desk.take(&client.share_signed()).unwrap();
    let other = Client::new(17).share_signed();
    for bundle in [
        "{",
        r#"{"ebb":"backup","v":2}"#,
        std::str::from_utf8(&other).unwrap(),
    ] {
        desk.act(&log(DeskEntry::Received(Received {
            person: client.person,
            issued_at: desk.now,
            expires: None,
            bundle: bundle.to_owned(),
        })));
    }
    let person = people(&desk.journal).remove(0);
    assert_eq!((person.shares.len(), person.unreadable), (1, 3));
    assert_eq!(Caseload::of(&desk.journal).unreadable(), 3);
}

/// Never change a line of it; new kinds add lines at the end.
const FROZEN: &str = include_str!("../fixtures/v1/desk.jsonl");

#[test]
fn every_kind_of_a_desk_reads_and_is_written_back_as_it_always_was() {
    let mut kinds = Vec::new();
    for line in FROZEN.lines() {
        let record = decode::<DeskEntry>(line.as_bytes()).unwrap();
        assert_eq!(String::from_utf8(encode(&record).unwrap()).unwrap(), line);
        kinds.push(record.entry.kind());
    }
    assert_eq!(kinds, ["client", "client", "received", "note", "sent"]);
}
