//! What a store keeps, packs and erases.
#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

use ebb_core::journal::encode;
use ebb_core::log::{Journal, Record, Store};
use ebb_core::store::{Backend, Held, Memory, Op, StoreError, Table, Unreadable};
use ebb_tests::diary::{Diary, craving, mood, noted, rerating};
use ebb_tests::memory_store::{
    MORNING, holds, keys_of, opened, save, save_all, store_on, with_notes,
};
use ebb_tests::sim::race::run;

#[test]
fn what_was_appended_is_there_when_the_store_is_opened_again() {
    let memory = Memory::default();
    let (_, diary) = with_notes(&memory, 3);
    let opened = opened(&memory);
    assert_eq!(opened.journal, diary.journal);
    assert_eq!((opened.quarantined.len(), opened.locked), (0, 0));
    assert_eq!((opened.stats.records, opened.stats.tail), (3, 3));
}

#[test]
fn an_empty_store_is_opened_without_reading_and_one_that_holds_something_is_not() {
    let memory = Memory::default();
    let store = store_on(&memory);
    assert_eq!(run(store.open_empty()), Ok(true));
    // As opening a fresh store in full leaves it.
    let full = Memory::default();
    run(store_on(&full).open()).unwrap();
    assert_eq!(
        memory.held().into_keys().collect::<Vec<_>>(),
        full.held().into_keys().collect::<Vec<_>>()
    );
    let mut diary = Diary::at(MORNING);
    save(&store, &mut diary, craving(7));
    assert_eq!(opened(&memory).journal, diary.journal);
    assert_eq!(run(store_on(&memory).open_empty()), Ok(false));
    run(store.compact(&diary.journal, true)).unwrap();
    assert_eq!(run(store_on(&memory).open_empty()), Ok(false));
}

#[test]
fn a_newer_empty_store_is_not_opened() {
    let memory = Memory::default();
    let newer = vec![Op::put(Table::Meta, "format", b"99".to_vec())];
    run(memory.commit(newer)).unwrap();
    assert_eq!(run(store_on(&memory).open_empty()), Err(StoreError::Newer));
}

#[test]
fn a_store_holds_what_was_appended_and_nothing_else() {
    let memory = Memory::default();
    let (store, mut diary) = with_notes(&memory, 1);
    let kept = diary.journal.records().next().unwrap().clone();
    assert_eq!(run(store.holds(std::slice::from_ref(&kept))), Ok(true));
    let other = diary.log(craving(3));
    let other = diary.journal.record(other).unwrap().clone();
    assert_eq!(run(store.holds(&[other])), Ok(false));
    let changed = Record {
        entry: craving(4),
        ..kept
    };
    assert_eq!(run(store.holds(&[changed])), Err(StoreError::Taken));
}

#[test]
fn a_single_record_is_stored_as_older_builds_stored_it() {
    let memory = Memory::default();
    let (_, diary) = with_notes(&memory, 1);
    let record = diary.journal.records().next().unwrap();
    let key = (Table::Records, record.id.to_string());
    assert_eq!(memory.held().get(&key), Some(&encode(record).unwrap()));
}

#[test]
fn a_second_try_of_the_same_records_is_acknowledged_and_makes_no_doubles() {
    let memory = Memory::default();
    let store = store_on(&memory);
    let mut diary = Diary::at(MORNING);
    let craving = save(&store, &mut diary, craving(7));
    diary.log(rerating(craving, 3, 10));
    let ids = diary.delete(craving).unwrap();
    assert_eq!(ids.len(), 2);
    save_all(&store, &diary, &ids);
    run(store.keep_draft("form", b"late")).unwrap();
    let before = memory.held().len();
    let records: Vec<_> = ids
        .iter()
        .map(|id| diary.journal.record(*id).unwrap().clone())
        .collect();
    assert_eq!(run(store.append(&records, Some("form"))), Ok(()));
    // The draft is gone, and nothing came.
    assert_eq!(memory.held().len(), before - 1);
}

#[test]
fn other_bytes_under_the_same_id_are_refused_and_stay() {
    let memory = Memory::default();
    let store = store_on(&memory);
    let mut diary = Diary::at(MORNING);
    let id = save(&store, &mut diary, craving(7));
    let other = Record {
        entry: craving(2),
        ..diary.journal.record(id).unwrap().clone()
    };
    let before = memory.held();
    let refused = run(store.append(&[other], None));
    assert_eq!(refused, Err(StoreError::Taken));
    assert_eq!(memory.held(), before);
}

#[test]
fn a_draft_goes_together_with_the_entry_made_from_it() {
    let memory = Memory::default();
    let store = store_on(&memory);
    run(store.keep_draft("form", b"half")).unwrap();
    assert_eq!(run(store.draft("form")), Ok(Some(b"half".to_vec())));
    let mut diary = Diary::at(MORNING);
    let id = diary.log(craving(7));
    let record = diary.journal.record(id).unwrap().clone();
    run(store.append(&[record], Some("form"))).unwrap();
    assert_eq!(run(store.draft("form")), Ok(None));
    run(store.keep_draft("form", b"more")).unwrap();
    run(store.drop_draft("form")).unwrap();
    assert_eq!(run(store.draft("form")), Ok(None));
}

#[test]
fn a_long_tail_is_packed_and_a_short_one_only_when_asked() {
    let memory = Memory::default();
    let (store, mut diary) = with_notes(&memory, 3);
    assert_eq!(run(store.is_packed()), Ok(true));
    run(store.compact(&diary.journal, false)).unwrap();
    assert_eq!(keys_of(&memory, Table::Records).len(), 3);
    save(&store, &mut diary, mood(5));
    assert_eq!(run(store.is_packed()), Ok(false));
    run(store.compact(&diary.journal, false)).unwrap();
    assert_eq!(run(store.is_packed()), Ok(true));
    assert_eq!(keys_of(&memory, Table::Records).len(), 0);
    assert_eq!(keys_of(&memory, Table::Segments).len(), 1);
    assert_eq!(opened(&memory).journal, diary.journal);

    save(&store, &mut diary, mood(6));
    run(store.compact(&diary.journal, true)).unwrap();
    assert_eq!(keys_of(&memory, Table::Records).len(), 0);
    assert_eq!(opened(&memory).journal, diary.journal);
}

#[test]
fn packing_makes_full_segments_and_puts_small_ones_together() {
    let memory = Memory::default();
    let (store, mut diary) = with_notes(&memory, 12);
    run(store.compact(&diary.journal, false)).unwrap();
    let stats = run(store.stats()).unwrap();
    assert_eq!((stats.records, stats.tail, stats.segments), (12, 0, 3));
    // The rest of two and each of these are put together as they come.
    for _ in 0..2 {
        save(&store, &mut diary, mood(5));
        run(store.compact(&diary.journal, true)).unwrap();
    }
    assert_eq!(keys_of(&memory, Table::Segments).len(), 3);
    assert_eq!(opened(&memory).journal, diary.journal);
}

#[test]
fn a_deleted_entry_and_an_old_version_are_gone_from_the_bytes_after_compaction() {
    let memory = Memory::default();
    let (store, mut diary) = with_notes(&memory, 6);
    run(store.compact(&diary.journal, true)).unwrap();
    let roots: Vec<_> = diary.journal.entries().map(|(root, _)| root).collect();
    let ids = diary.delete(roots[1]).unwrap();
    save_all(&store, &diary, &ids);
    let ids = diary.edit(roots[2], noted("better words")).unwrap();
    save_all(&store, &diary, &ids);
    let tail = save(&store, &mut diary, noted("only in the tail"));
    let ids = diary.delete(tail).unwrap();
    save_all(&store, &diary, &ids);
    assert!(holds(&memory, "note 1") && holds(&memory, "only in the tail"));

    let erased = run(store.compact(&diary.journal, false)).unwrap();
    assert_eq!(erased, diary.journal.erasable());
    for words in ["note 1", "note 2", "only in the tail"] {
        assert!(!holds(&memory, words), "{words}");
    }
    for id in erased {
        diary.journal.forget(id);
    }
    assert_eq!(opened(&memory).journal, diary.journal);
    assert!(holds(&memory, "better words") && holds(&memory, "note 3"));
}

#[test]
fn compaction_believes_the_store_and_not_the_memory_of_an_old_tab() {
    let memory = Memory::default();
    let (store, mut diary) = with_notes(&memory, 2);
    let roots: Vec<_> = diary.journal.entries().map(|(root, _)| root).collect();
    // This tab thinks of a delete that never reached the disk.
    let mut dreaming = diary.copied_to(1);
    dreaming.delete(roots[0]).unwrap();
    assert_eq!(run(store.compact(&dreaming.journal, true)), Ok(Vec::new()));
    assert_eq!(opened(&memory).journal, diary.journal);

    // And another one has not heard of a delete that did.
    let other = store_on(&memory);
    run(other.open()).unwrap();
    let ids = diary.delete(roots[1]).unwrap();
    save_all(&other, &diary, &ids);
    let unaware = Journal::open(diary.stored()[..2].iter().cloned()).0;
    let erased = run(store.compact(&unaware, false)).unwrap();
    assert_eq!(erased, diary.journal.erasable());
    assert!(!holds(&memory, "note 1"));
}

#[test]
fn what_another_tab_stored_is_read_until_it_has_been_packed() {
    let memory = Memory::default();
    let (store, mut diary) = with_notes(&memory, 1);
    let craving = save(&store, &mut diary, craving(7));
    let child = save(&store, &mut diary, rerating(craving, 2, 3));
    let ids = diary.delete(craving).unwrap();
    save_all(&store, &diary, &ids);
    let listener = store_on(&memory);
    for told in [&ids[..], &[craving], &[child, craving], &ids[..1]] {
        let found = run(listener.read_records(told)).unwrap().unwrap();
        assert!(told.iter().all(|id| found.iter().any(|r| r.id == *id)));
    }
    run(store.compact(&diary.journal, true)).unwrap();
    let first = diary.journal.records().next().unwrap().id;
    assert_eq!(run(listener.read_records(&[first])), Ok(None));
    assert!(run(listener.open()).unwrap().journal.get(first).is_some());
}

#[test]
fn a_line_of_a_segment_that_a_newer_build_wrote_is_carried_over_as_it_is() {
    let mut diary = Diary::at(MORNING);
    let root = diary.log(noted("to be erased"));
    let ids = diary.delete(root).unwrap();
    let stored = diary.stored();
    let newer = b"{\"v\":7,\"id\":\"from the future\"}".as_slice();
    let lines = [stored[0].1.as_slice(), newer, stored[1].1.as_slice()];
    let segment = ebb_core::store::write_segment("S", lines.into_iter());
    let memory = Memory::holding(Held::from([((Table::Segments, "S".to_owned()), segment)]));
    let store = store_on(&memory);
    let opened = run(store.open()).unwrap();
    assert_eq!(opened.quarantined[0].reason, Unreadable::Newer(7));
    run(store.compact(&opened.journal, false)).unwrap();
    assert!(!holds(&memory, "to be erased"));
    assert!(holds(&memory, "from the future"));
    assert!(holds(&memory, &ids[0].to_string()));
}

#[test]
fn a_layout_1_store_is_brought_up_to_date_and_a_newer_one_is_not_touched() {
    let mut diary = Diary::at(MORNING);
    diary.log(craving(7));
    let mut held = Held::new();
    for (key, bytes) in diary.stored() {
        held.insert((Table::Records, key), bytes);
    }
    held.insert(
        (Table::Meta, "device".to_owned()),
        b"00000000000000aa".to_vec(),
    );
    let memory = Memory::holding(held.clone());
    assert_eq!(opened(&memory).journal, diary.journal);
    let format = (Table::Meta, "format".to_owned());
    assert_eq!(memory.held().get(&format), Some(&b"2".to_vec()));
    let device = run(store_on(&memory).meta_or("device", b"other"));
    assert_eq!(device, Ok(b"00000000000000aa".to_vec()));

    for newer in ["3", "what"] {
        held.insert(format.clone(), newer.as_bytes().to_vec());
        let memory = Memory::holding(held.clone());
        let refused = run(store_on(&memory).open()).err();
        assert_eq!(refused, Some(StoreError::Newer));
        assert_eq!(memory.held(), held);
    }
}

#[test]
fn an_old_tab_cannot_bring_back_what_was_erased() {
    let memory = Memory::default();
    let (store, mut diary) = with_notes(&memory, 4);
    run(store.compact(&diary.journal, true)).unwrap();
    let old = store_on(&memory);
    let seen = run(old.open()).unwrap().journal;
    let root = diary.journal.entries().next().unwrap().0;
    let ids = diary.delete(root).unwrap();
    save_all(&store, &diary, &ids);
    run(store.compact(&diary.journal, true)).unwrap();
    assert!(!holds(&memory, "note 0"));
    run(old.compact(&seen, true)).unwrap();
    assert!(!holds(&memory, "note 0"));
    assert_eq!(opened(&memory).journal.entries().count(), 3);
}

#[test]
fn small_named_bytes_are_kept_changed_and_dropped() {
    let store = store_on(&Memory::default());
    assert_eq!(run(store.meta("device")), Ok(None));
    assert_eq!(run(store.meta_or("device", b"one")), Ok(b"one".to_vec()));
    assert_eq!(run(store.meta_or("device", b"two")), Ok(b"one".to_vec()));
    run(store.set_meta("device", Some(b"one"), b"three")).unwrap();
    assert_eq!(run(store.meta("device")), Ok(Some(b"three".to_vec())));
    run(store.drop_meta("device")).unwrap();
    assert_eq!(run(store.meta("device")), Ok(None));
}

#[test]
fn of_two_changes_at_once_to_small_bytes_the_second_is_refused_and_nothing_is_lost() {
    let memory = Memory::default();
    let (one, other) = (store_on(&memory), store_on(&memory));
    run(one.set_meta("vault", None, b"made")).unwrap();
    // Both have seen the same, and each works on it for a while.
    let seen = run(other.meta("vault")).unwrap();
    run(one.set_meta("vault", Some(b"made"), b"new passphrase")).unwrap();
    let late = run(other.set_meta("vault", seen.as_deref(), b"new code"));
    assert_eq!(late, Err(StoreError::Changed));
    let made = run(other.set_meta("vault", None, b"made twice"));
    assert_eq!(made, Err(StoreError::Changed));
    assert_eq!(
        run(other.meta("vault")),
        Ok(Some(b"new passphrase".to_vec()))
    );
    run(other.set_meta("vault", Some(b"new passphrase"), b"new code")).unwrap();
    assert_eq!(run(one.meta("vault")), Ok(Some(b"new code".to_vec())));
}

#[test]
fn without_randomness_nothing_is_rewritten() {
    let memory = Memory::default();
    let (_, diary) = with_notes(&memory, 6);
    let before = memory.held();
    let store = Store::new(memory.clone(), || None);
    let opened = run(store.open()).unwrap();
    assert_eq!(opened.journal, diary.journal);
    let refused = run(store.compact(&opened.journal, true));
    assert_eq!(refused.err(), Some(StoreError::Failed));
    assert_eq!(run(store.clear()), Err(StoreError::Failed));
    assert_eq!(memory.held(), before);
}

#[test]
fn many_records_at_once_are_segments_from_the_start() {
    let memory = Memory::default();
    let store = store_on(&memory);
    run(store.open()).unwrap();
    let mut diary = Diary::at(MORNING);
    let ids: Vec<_> = (0..12).map(|n| diary.log(noted(&n.to_string()))).collect();
    save_all(&store, &diary, &ids);
    let opened = opened(&memory);
    assert_eq!(opened.journal, diary.journal);
    assert_eq!((opened.stats.tail, opened.stats.segments), (0, 3));
}

#[test]
fn a_transaction_is_whole_or_not_at_all() {
    let memory = Memory::default();
    let put = |key: &str| Op::put(Table::Meta, key, b"1".to_vec());
    run(memory.commit(vec![put("a"), put("b")])).unwrap();
    let before = memory.held();
    let refused = [
        (Op::add(Table::Meta, "a", Vec::new()), StoreError::Taken),
        (Op::expect(Table::Meta, "a", None), StoreError::Changed),
        (
            Op::expect(Table::Meta, "z", Some(Vec::new())),
            StoreError::Changed,
        ),
    ];
    for (last, error) in refused {
        let ops = vec![
            Op::put(Table::Meta, "b", b"2".to_vec()),
            Op::Clear { table: Table::Meta },
            put("c"),
            put("a"),
            Op::delete(Table::Meta, "c"),
            last,
        ];
        assert_eq!(run(memory.commit(ops)), Err(error));
        assert_eq!(memory.held(), before);
    }
}
