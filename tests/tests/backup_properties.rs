//! What must hold for every backup of every history.
#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

use std::collections::{BTreeMap, BTreeSet};

use ebb_core::backup::{self, Backup, BackupLimits};
use ebb_core::journal::RecordId;
use ebb_core::log::{Entry, Journal, Record};
use ebb_core::time::Moment;
use ebb_tests::sealing::{age_file, passphrase};
use ebb_tests::strategies::{history, record};
use proptest::prelude::*;

fn journal_of<'a>(records: impl IntoIterator<Item = &'a Record>) -> Journal {
    let mut journal = Journal::default();
    for record in records {
        journal.absorb(record.clone());
    }
    journal
}

fn backup_of(journal: &Journal) -> Backup {
    let bundle = backup::bundle(journal, Moment::EPOCH, None).unwrap();
    backup::read(&bundle, &BackupLimits::default()).unwrap()
}

fn restored(backup: &Backup, here: &Journal) -> Journal {
    let mut after = here.clone();
    for record in backup.restore(here) {
        assert!(after.absorb(record), "restored twice");
    }
    after
}

fn erased(mut journal: Journal) -> Journal {
    for id in journal.erasable() {
        journal.forget(id);
    }
    journal
}

type Seen = (Vec<(RecordId, Record)>, Vec<(RecordId, Record)>);

/// What a person sees: entries, and what belongs to them.
fn seen(journal: &Journal) -> Seen {
    let own = |(root, record): (RecordId, &Record)| (root, record.clone());
    let entries: Vec<_> = journal.entries().map(own).collect();
    let children = entries
        .iter()
        .flat_map(|(root, _)| journal.children(*root).map(own))
        .collect();
    (entries, children)
}

/// Two devices' parts of one history in which no id stands for two things.
fn devices() -> impl Strategy<Value = (Journal, Journal)> {
    let dealt = prop::collection::vec((any::<bool>(), any::<bool>()), 14);
    (history(), dealt).prop_map(|(records, dealt)| {
        let one_each: BTreeMap<RecordId, Record> = records
            .into_iter()
            .map(|record| (record.id, record))
            .collect();
        let part = |which: fn(&(bool, bool)) -> bool| {
            let taken = one_each.values().zip(&dealt).filter(|(_, to)| which(to));
            journal_of(taken.map(|(record, _)| record))
        };
        (part(|to| to.0), part(|to| to.1))
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 256,
        failure_persistence: None,
        max_global_rejects: 100_000,
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_backup_reads_back_as_the_journal_without_what_nobody_can_see(
        records in prop::collection::vec(record(), 0..12)
    ) {
        let journal = journal_of(&records);
        prop_assert_eq!(backup_of(&journal).journal, erased(journal));
    }

    #[test]
    fn restoring_shows_what_merging_shows((there, here) in devices()) {
        let mut merged = here.clone();
        merged.merge(&erased(there.clone()));
        let after = restored(&backup_of(&there), &here);
        prop_assert_eq!(seen(&after), seen(&merged));
        prop_assert_eq!(erased(after), erased(merged));
    }

    #[test]
    fn restoring_twice_is_restoring_once((there, here) in devices()) {
        let backup = backup_of(&there);
        let once = restored(&backup, &here);
        prop_assert!(backup.restore(&once).is_empty());
        let preview = backup.compare(&once);
        prop_assert_eq!((preview.new, preview.changed, preview.deletes), (0, 0, 0));
    }

    #[test]
    fn two_backups_can_be_restored_in_either_order(
        (one, here) in devices(), (other, _) in devices()
    ) {
        // Two histories can give one id two meanings; restoring keeps the first, so leave those out.
        let clash = |record: &&Record| {
            let differs = |journal: &Journal| {
                journal.record(record.id).is_some_and(|known| known != *record)
            };
            differs(&one) || differs(&here)
        };
        prop_assume!(other.records().find(clash).is_none());
        // Nor is a version in one an entry of its own in another, that is deleted or has parts.
        let all = || [&one, &here, &other].into_iter().flat_map(Journal::records);
        let versions: BTreeSet<_> = all().filter(|one| one.replaces.is_some()).map(|one| one.id).collect();
        let named = |record: &Record| record.replaces.into_iter().chain(record.entry.parent());
        prop_assume!(all().flat_map(named).all(|root| !versions.contains(&root)));
        // Nor does an edit make another kind of entry of it, or a part of something else.
        let mut kinds = BTreeMap::new();
        let living = all().filter(|one| one.entry != Entry::Deleted);
        let mut meanings = living.map(|one| {
            let kind = (std::mem::discriminant(&one.entry), one.entry.parent());
            *kinds.entry(one.replaces.unwrap_or(one.id)).or_insert(kind) == kind
        });
        prop_assume!(meanings.all(|same| same));
        let (one, other) = (backup_of(&one), backup_of(&other));
        let forth = restored(&other, &restored(&one, &here));
        let back = restored(&one, &restored(&other, &here));
        prop_assert_eq!(seen(&forth), seen(&back));
        prop_assert_eq!(erased(forth), erased(back));
    }

    #[test]
    fn nothing_that_was_deleted_comes_back((there, here) in devices()) {
        let dead: BTreeSet<RecordId> = here
            .records()
            .filter(|record| record.is_tombstone())
            .map(Record::root)
            .collect();
        let (backup, here) = (backup_of(&there), erased(here));
        let after = restored(&backup, &here);
        for root in dead {
            prop_assert!(after.get(root).is_none());
        }
        // Nor is a word written that has to be erased again.
        let erasable = after.erasable();
        let written = backup.restore(&here);
        prop_assert!(written.iter().all(|record| !erasable.contains(&record.id)));
    }

    #[test]
    fn what_a_preview_counts_adds_up((there, here) in devices()) {
        let backup = backup_of(&there);
        let preview = backup.compare(&here);
        let entries: usize = preview.kinds.values().sum();
        prop_assert_eq!(entries, backup.journal.entries().count());
        let told = preview.new + preview.changed + preview.already_here + preview.deleted_here;
        prop_assert_eq!(entries, told);
        prop_assert_eq!(preview.first.is_some(), entries > 0);
        prop_assert!(preview.first <= preview.last);
    }

    #[test]
    fn what_is_sealed_opens_again(plain in any::<Vec<u8>>()) {
        let file = age_file(&plain, "tide", 1);
        let opened = backup::open(&file, &passphrase("tide"), &BackupLimits::default());
        prop_assert_eq!(opened, Ok(plain));
    }

    #[test]
    fn reading_never_panics_on_any_bytes(
        bytes in any::<Vec<u8>>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        records in prop::collection::vec(record(), 1..4),
    ) {
        let _ = backup::read(&bytes, &BackupLimits::default());
        let mut bundle = backup::bundle(&journal_of(&records), Moment::EPOCH, None).unwrap();
        for (at, byte) in changes {
            let at = at.index(bundle.len());
            bundle[at] = byte;
        }
        let _ = backup::read(&bundle, &BackupLimits::default());
    }
}
