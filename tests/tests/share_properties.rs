//! What the preview shows is what the file holds, and what was not chosen is not in it: over
//! random journals and random choices.
#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

use std::collections::BTreeSet;

use ebb_core::journal::RecordId;
use ebb_core::log::{Entry, Journal, Record, Slip};
use ebb_core::share::review::{Filter, agenda, results, timeline};
use ebb_core::share::{self, Category, Identity, Opener, Selection, Share, ShareLimits, Terms};
use ebb_core::text::Note;
use ebb_core::time::Moment;
use ebb_tests::strategies::{record, sharing};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

fn made(journal: &Journal, selection: &Selection) -> Vec<u8> {
    let terms = Terms::new(share::new_person(9), "secret", Moment::EPOCH, "Private.");
    share::bundle(journal, selection, &terms).unwrap()
}

fn read(bytes: &[u8]) -> Share {
    share::read(bytes, &ShareLimits::default()).unwrap()
}

fn journal_of(records: &[Record]) -> Journal {
    let mut journal = Journal::default();
    for record in records.iter().filter(|record| !record.is_tombstone()) {
        journal.absorb(Record {
            replaces: None,
            ..record.clone()
        });
    }
    journal
}

/// A journal and a choice that reaches some of it.
fn chosen() -> impl Strategy<Value = (Journal, Selection)> {
    let some = vec(any::<Index>(), 0..4);
    let records = vec(record(), 1..24);
    (records, sharing::selection(), any::<[Index; 2]>(), some).prop_map(
        |(records, mut selection, ends, without)| {
            let journal = journal_of(&records);
            let days = ends.map(|end| end.get(&records).local_day);
            selection.first = days[0].min(days[1]);
            selection.last = days[0].max(days[1]);
            for index in without {
                selection.without.insert(index.get(&records).id);
            }
            (journal, selection)
        },
    )
}

/// The entries a person sees as chosen, with what belongs to them.
fn expected(journal: &Journal, selection: &Selection) -> BTreeSet<RecordId> {
    let mut ids = BTreeSet::new();
    for (root, _, kind) in selection.offered(journal) {
        if selection.takes(root, kind) {
            ids.insert(root);
            ids.extend(journal.children(root).map(|(child, _)| child));
        }
    }
    ids
}

fn words(text: &str) -> Note {
    Note::new(text).unwrap()
}

proptest! {
    #[test]
    fn the_file_holds_the_bytes_of_the_preview((journal, selection) in chosen()) {
        let bytes = made(&journal, &selection);
        let identity = Identity::generate().unwrap();
        let file = share::sealed_for_keys(&bytes, &[identity.public()]).unwrap();
        let opened = share::open(&file, Opener::Key(&identity), &ShareLimits::default()).unwrap();
        prop_assert_eq!(&opened, &bytes);
        prop_assert_eq!(read(&opened), read(&bytes));
    }

    #[test]
    fn exactly_what_was_chosen_is_in_it((journal, selection) in chosen()) {
        let share = read(&made(&journal, &selection));
        let expected = expected(&journal, &selection);
        prop_assert_eq!(share.entries(), expected.len());
        prop_assert_eq!(share.counts.values().sum::<usize>(), expected.len());
        prop_assert_eq!((share.unreadable, share.oversized), (0, 0));
        prop_assert_eq!(share.left_out.is_some(), selection.tell_left_out);
        let mut kinds: Vec<_> = expected.iter().map(|id| journal.get(*id).unwrap().entry.kind()).collect();
        let mut found: Vec<_> = share.journal.records().map(|record| record.entry.kind()).collect();
        kinds.sort_unstable();
        found.sort_unstable();
        prop_assert_eq!(kinds, found);
    }

    #[test]
    fn what_was_not_chosen_leaves_no_trace((journal, mut selection) in chosen()) {
        selection.tell_left_out = false;
        // A name that is known from an entry that stays behind is still masked; that is meant.
        selection.names = true;
        let keep = expected(&journal, &selection);
        let mut without_the_rest = Journal::default();
        for record in journal.records().filter(|record| keep.contains(&record.id)) {
            without_the_rest.absorb(record.clone());
        }
        prop_assert_eq!(made(&journal, &selection), made(&without_the_rest, &selection));
    }

    #[test]
    fn a_secret_in_an_entry_that_stays_behind_is_not_in_the_bytes(
        (mut journal, mut selection) in chosen(), like in record(),
    ) {
        let happened = Some(words("zqsecretqz"));
        let hidden = Record {
            replaces: None,
            entry: Entry::Slip(Slip { happened, ..Slip::default() }),
            ..like
        };
        let id = hidden.id;
        prop_assume!(journal.record(id).is_none());
        journal.absorb(hidden);
        selection.without.insert(id);
        let bytes = made(&journal, &selection);
        let text = String::from_utf8(bytes).unwrap();
        prop_assert!(!text.contains("zqsecretqz"));
        prop_assert!(!text.contains(&id.to_string()));
    }

    #[test]
    fn without_notes_and_names_none_is_in_it((mut journal, mut selection) in chosen(), like in record()) {
        let told = Some(words("zqnoteqz about Wilhelmina"));
        let entry = Entry::Slip(Slip { happened: told, ..Slip::default() });
        let slip = Record { replaces: None, entry, ..like };
        prop_assume!(journal.record(slip.id).is_none());
        (selection.first, selection.last) = (slip.local_day, slip.local_day);
        selection.kinds.insert(Category::Slips);
        let slip_id = slip.id;
        selection.without.remove(&slip_id);
        journal.absorb(slip);
        selection.notes = false;
        prop_assert!(!String::from_utf8(made(&journal, &selection)).unwrap().contains("zqnoteqz"));
        selection.notes = true;
        prop_assert!(String::from_utf8(made(&journal, &selection)).unwrap().contains("zqnoteqz"));
    }

    #[test]
    fn every_view_stands_every_share((journal, selection) in chosen()) {
        let share = read(&made(&journal, &selection));
        prop_assert!(agenda(&share, Some(&share), &[]).is_ok());
        let entries = share.journal.entries().count();
        prop_assert_eq!(timeline(&share, &Filter::default()).len(), entries);
        let kept = |record: &Record| matches!(record.entry, Entry::Questionnaire(_));
        let questionnaires = share.journal.records().filter(|record| kept(record)).count();
        let all: usize = results(&share).iter().map(|series| series.results.len()).sum();
        prop_assert_eq!(all, questionnaires);
        let csv = ebb_core::export::csv::csv(&share.journal, "Private.");
        let marked = csv.starts_with("\u{feff}\"happened_at\"");
        prop_assert!(marked);
        let source = ebb_core::export::fhir::Source {
            journal: &share.journal,
            instruments: &[],
            person: share.person,
            issued_at: share.issued_at,
            notice: &share.notice,
            words: |_| "A measure",
        };
        let fhir = ebb_core::export::fhir::fhir(&source).unwrap();
        prop_assert!(serde_json::from_str::<serde_json::Value>(&fhir).is_ok());
    }
}
