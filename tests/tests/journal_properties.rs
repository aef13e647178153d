//! What must hold for every history of records, in every order.
#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

use std::collections::BTreeSet;

use ebb_core::journal::{DeviceId, RecordId, Stamp, decode, encode};
use ebb_core::log::{Action, Journal, Record};
use ebb_core::time::{DayBoundary, Moment};
use ebb_tests::strategies::{self as any, history, record};
use proptest::prelude::*;

fn journal_of<'a>(records: impl IntoIterator<Item = &'a Record>) -> Journal {
    let mut journal = Journal::default();
    for record in records {
        journal.absorb(record.clone());
    }
    journal
}

fn merged(left: &Journal, right: &Journal) -> Journal {
    let mut all = left.clone();
    all.merge(right);
    all
}

/// Everything a journal shows or does, not only the records it holds.
#[derive(Debug, PartialEq)]
struct Seen {
    entries: Vec<(RecordId, Record)>,
    children: Vec<(RecordId, RecordId, Record)>,
    erasable: Vec<RecordId>,
    restored: Vec<Option<Vec<Record>>>,
    deleted: Vec<Option<Vec<Record>>>,
}

fn seen(journal: &Journal) -> Seen {
    let roots: BTreeSet<RecordId> = journal.records().map(Record::root).collect();
    let doing = |action: Action| {
        let mut stamp = Stamp {
            now: Moment::new(any::LATEST_MS, 0).unwrap(),
            device: DeviceId::new(9),
            boundary: DayBoundary::default(),
            random: &mut || 9,
        };
        journal.prepare(&action, &mut stamp).ok()
    };
    Seen {
        entries: journal
            .entries()
            .map(|(root, record)| (root, record.clone()))
            .collect(),
        children: roots
            .iter()
            .flat_map(|root| {
                journal
                    .children(*root)
                    .map(|(child, record)| (*root, child, record.clone()))
            })
            .collect(),
        erasable: journal.erasable(),
        restored: roots
            .iter()
            .map(|root| doing(Action::Restore { root: *root }))
            .collect(),
        deleted: roots
            .iter()
            .map(|root| doing(Action::Delete { root: *root }))
            .collect(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 256,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn the_order_of_arrival_changes_nothing(
        (records, shuffled) in history().prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle()))
    ) {
        let (one, other) = (journal_of(&records), journal_of(&shuffled));
        prop_assert_eq!(&one, &other);
        prop_assert_eq!(seen(&one), seen(&other));
    }

    #[test]
    fn a_journal_made_at_once_is_the_one_made_record_by_record(
        mut records in history(),
        more in prop::collection::vec(record(), 0..20),
        doubled in any::<prop::sample::Index>(),
        day in any::day(),
    ) {
        records.extend(more);
        if !records.is_empty() {
            let mut other = doubled.get(&records).clone();
            records.push(other.clone());
            other.local_day = day;
            records.push(other);
        }
        let one_by_one = journal_of(&records);
        let at_once: Journal = records.iter().cloned().collect();
        prop_assert_eq!(&at_once, &one_by_one);
        prop_assert_eq!(seen(&at_once), seen(&one_by_one));
        for kind in records.iter().map(|record| record.entry.kind()) {
            let kinds = [&at_once, &one_by_one].map(|of| of.of_kind(kind).collect::<Vec<_>>());
            prop_assert_eq!(&kinds[0], &kinds[1]);
        }
    }

    #[test]
    fn merging_is_commutative_associative_and_idempotent(
        a in history(), b in history(), c in history()
    ) {
        let (a, b, c) = (journal_of(&a), journal_of(&b), journal_of(&c));
        prop_assert_eq!(seen(&merged(&a, &b)), seen(&merged(&b, &a)));
        prop_assert_eq!(
            seen(&merged(&merged(&a, &b), &c)),
            seen(&merged(&a, &merged(&b, &c)))
        );
        prop_assert_eq!(seen(&merged(&a, &a)), seen(&a));
        prop_assert_eq!(merged(&merged(&a, &b), &b), merged(&a, &b));
    }

    #[test]
    fn taking_a_record_twice_changes_nothing(records in history()) {
        let once = journal_of(&records);
        let mut twice = once.clone();
        for record in &records {
            prop_assert!(!twice.absorb(record.clone()));
        }
        prop_assert_eq!(seen(&twice), seen(&once));
    }

    #[test]
    fn a_tombstone_wins_in_every_order(records in history()) {
        let journal = journal_of(&records);
        for tombstone in journal.records().filter(|record| record.is_tombstone()) {
            prop_assert!(journal.get(tombstone.root()).is_none());
            prop_assert!(journal.entries().all(|(root, _)| root != tombstone.root()));
        }
    }

    #[test]
    fn erasing_what_can_be_erased_hides_nothing_and_shows_nothing_new(records in history()) {
        let before = journal_of(&records);
        let mut after = before.clone();
        for id in before.erasable() {
            after.forget(id);
        }
        let (before, after) = (seen(&before), seen(&after));
        prop_assert_eq!(before.entries, after.entries);
        prop_assert_eq!(after.erasable, Vec::new());
        prop_assert!(after.restored.iter().all(Option::is_none));
    }

    #[test]
    fn forgetting_is_as_if_the_record_had_never_come(
        records in history(), which in any::<prop::sample::Index>()
    ) {
        let full = journal_of(&records);
        let ids: Vec<RecordId> = full.records().map(|record| record.id).collect();
        prop_assume!(!ids.is_empty());
        let gone = *which.get(&ids);
        let mut forgetful = full.clone();
        forgetful.forget(gone);
        let never = journal_of(full.records().filter(|record| record.id != gone));
        prop_assert_eq!(seen(&forgetful), seen(&never));
    }

    #[test]
    fn a_range_of_days_is_that_part_of_the_whole(
        records in prop::collection::vec(record(), 0..20), first in any::day(), last in any::day()
    ) {
        let journal = journal_of(&records);
        let part: Vec<_> = journal.entries_between(first, last).map(|(root, _)| root).collect();
        let whole: Vec<_> = journal
            .entries()
            .filter(|(_, record)| first <= record.local_day && record.local_day <= last)
            .map(|(root, _)| root)
            .collect();
        prop_assert_eq!(part, whole);
    }

    #[test]
    fn a_kind_by_itself_is_that_part_of_the_whole(
        mut records in history(),
        more in prop::collection::vec(record(), 0..20),
        gone in any::<prop::sample::Index>(),
    ) {
        records.extend(more);
        let mut journal = journal_of(&records);
        let ids: Vec<RecordId> = journal.records().map(|record| record.id).collect();
        prop_assume!(!ids.is_empty());
        journal.forget(*gone.get(&ids));
        for kind in records.iter().map(|record| record.entry.kind()) {
            let part: Vec<_> = journal.of_kind(kind).collect();
            let whole: Vec<_> = journal
                .entries()
                .filter(|(_, record)| record.entry.kind() == kind)
                .collect();
            prop_assert_eq!(part, whole);
        }
    }

    #[test]
    fn a_record_reads_back_as_it_was_written(record in record()) {
        let bytes = encode(&record).unwrap();
        let read = decode(&bytes).unwrap();
        prop_assert_eq!(&read, &record);
        prop_assert_eq!(encode(&read).unwrap(), bytes);
    }

    #[test]
    fn reading_never_panics_on_any_bytes(bytes in any::<Vec<u8>>()) {
        let _ = decode::<ebb_core::log::Entry>(&bytes);
    }

    #[test]
    fn reading_never_panics_on_damaged_records_and_keeps_the_rest(
        records in prop::collection::vec(record(), 1..6),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
        cut in any::<prop::sample::Index>(),
    ) {
        let whole = journal_of(&records[1..]);
        let mut damaged = encode(&records[0]).unwrap();
        for (at, byte) in changes {
            let at = at.index(damaged.len());
            damaged[at] = byte;
        }
        damaged.truncate(cut.index(damaged.len() + 1));
        let mut stored = vec![("damaged".to_owned(), damaged)];
        stored.extend(whole.records().map(|r| (r.id.to_string(), encode(r).unwrap())));
        let (journal, quarantined) = Journal::open(stored);
        prop_assert_eq!(journal, whole);
        prop_assert_eq!(quarantined.len(), 1);
    }

    #[test]
    fn ids_strictly_increase_whatever_the_clock_does(
        clocks in prop::collection::vec(
            (
                prop_oneof![0..10i64, 0..=any::LATEST_MS, any::<i64>()],
                // Not the one value that leaves no room to count up at the end of time.
                0..u128::from(u64::MAX),
            ),
            1..40,
        )
    ) {
        let mut last = None;
        for (now, random) in clocks {
            let id = RecordId::next(last, now, random);
            prop_assert!(last < Some(id));
            prop_assert_eq!(id.to_string().parse::<RecordId>(), Ok(id));
            last = Some(id);
        }
    }
}
