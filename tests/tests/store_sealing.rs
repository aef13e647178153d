//! What a store seals, leaves alone and clears.
#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

use std::sync::Arc;

use ebb_core::log::Journal;
use ebb_core::store::{
    Conversion, Held, Keys, Memory, Op, Stats, StoreError, StoreLimits, Table, Unreadable,
    is_sealed,
};
use ebb_tests::diary::{Diary, craving, mood, noted};
use ebb_tests::memory_store::{
    MORNING, convert, holds, opened, save, save_all, store_on, store_with, with_notes,
};
use ebb_tests::sim::race::run;
use ebb_tests::sim::toy::{Toy, toy};

#[test]
fn what_cannot_be_read_is_set_aside_and_never_touched() {
    let mut held = Held::new();
    let mut diary = Diary::at(MORNING);
    for note in 0..5 {
        diary.log(noted(&format!("note {note}")));
    }
    for (key, bytes) in diary.stored() {
        held.insert((Table::Records, key), bytes);
    }
    let strange = [
        (
            (Table::Records, "A".to_owned()),
            b"{\"v\":1".to_vec(),
            Unreadable::Damaged,
        ),
        (
            (Table::Records, "B".to_owned()),
            b"{\"v\":9}".to_vec(),
            Unreadable::Newer(9),
        ),
        (
            (Table::Records, "C".to_owned()),
            diary.stored()[0].1.clone(),
            Unreadable::Contradiction,
        ),
        (
            (Table::Segments, "D".to_owned()),
            b"cut".to_vec(),
            Unreadable::Damaged,
        ),
    ];
    for (place, bytes, _) in &strange {
        held.insert(place.clone(), bytes.clone());
    }
    let memory = Memory::holding(held);
    let store = store_on(&memory);
    let opened = run(store.open()).unwrap();
    assert_eq!(opened.journal, diary.journal);
    let mut reasons: Vec<_> = opened
        .quarantined
        .iter()
        .map(|quarantined| (&quarantined.key, quarantined.reason))
        .collect();
    reasons.sort_by_key(|(key, _)| *key);
    let expected: Vec<_> = strange
        .iter()
        .map(|((_, key), _, reason)| (key, *reason))
        .collect();
    assert_eq!(reasons, expected);

    run(store.compact(&opened.journal, true)).unwrap();
    run(store.switch(Keys::sealed(toy()), Vec::new())).unwrap();
    let progress = convert(&store);
    assert_eq!(progress, 4);
    for (place, bytes, _) in &strange {
        assert_eq!(memory.held().get(place), Some(bytes));
    }
    let rescued = run(store.rescue(&opened.quarantined)).unwrap();
    for (quarantined, bytes) in rescued {
        let place = (quarantined.table, quarantined.key);
        let (_, stored, _) = strange.iter().find(|(of, _, _)| *of == place).unwrap();
        assert_eq!(&bytes, stored);
    }
}

#[test]
fn sealing_what_is_stored_leaves_no_plain_words_and_unsealing_brings_them_back() {
    let memory = Memory::default();
    let (store, mut diary) = with_notes(&memory, 9);
    run(store.compact(&diary.journal, true)).unwrap();
    save(&store, &mut diary, noted("in the tail"));
    run(store.keep_draft("form", b"in the form")).unwrap();
    let slot = Op::put(Table::Meta, "keyslot", b"slot".to_vec());
    run(store.switch(Keys::sealed(toy()), vec![slot])).unwrap();
    // Half way, both forms are read.
    run(store.convert_step(&mut Conversion::default())).unwrap();
    let sealed = store_with(&memory, Keys::sealed(toy()));
    assert_eq!(run(sealed.open()).unwrap().journal, diary.journal);

    assert_eq!(convert(&sealed), 0);
    for words in ["note 3", "in the tail", "in the form"] {
        assert!(!holds(&memory, words), "{words}");
    }
    assert!(holds(&memory, "slot"));
    let opened = run(sealed.open()).unwrap();
    assert_eq!(
        (opened.journal, opened.sealed),
        (diary.journal.clone(), true)
    );
    assert_eq!(run(sealed.draft("form")), Ok(Some(b"in the form".to_vec())));

    run(sealed.switch(Keys::unsealing(toy()), Vec::new())).unwrap();
    assert_eq!(convert(&sealed), 0);
    let plain = run(store_on(&memory).open()).unwrap();
    assert_eq!((plain.journal, plain.sealed), (diary.journal, false));
    assert!(memory.held().values().all(|bytes| !is_sealed(bytes)));
}

#[test]
fn a_sealed_store_without_its_key_is_locked_and_takes_nothing() {
    let memory = Memory::default();
    let (plain, mut diary) = with_notes(&memory, 2);
    run(plain.switch(Keys::sealed(toy()), Vec::new())).unwrap();
    convert(&plain);
    save(&plain, &mut diary, mood(3));

    let locked = store_on(&memory);
    let opened = run(locked.open()).unwrap();
    assert!(opened.sealed);
    assert_eq!((opened.locked, opened.quarantined.len()), (2, 0));
    assert_eq!(opened.journal, Journal::default());
    let before = memory.held();
    let id = diary.log(craving(7));
    let record = diary.journal.record(id).unwrap().clone();
    assert_eq!(
        run(locked.append(&[record], None)),
        Err(StoreError::Changed)
    );
    assert_eq!(
        run(locked.keep_draft("form", b"x")),
        Err(StoreError::Changed)
    );
    assert_eq!(memory.held(), before);
    // The wrong key is damage, not a lock.
    locked.set_keys(Keys::sealed(Arc::new(Toy(9))));
    let opened = run(locked.open()).unwrap();
    assert_eq!((opened.locked, opened.quarantined.len()), (0, 2));
}

#[test]
fn a_tab_that_has_not_heard_of_the_lock_adds_no_plain_words() {
    let memory = Memory::default();
    let (store, mut diary) = with_notes(&memory, 1);
    let other = store_on(&memory);
    run(other.open()).unwrap();
    run(store.switch(Keys::sealed(toy()), Vec::new())).unwrap();
    let id = diary.log(noted("too late"));
    let record = diary.journal.record(id).unwrap().clone();
    assert_eq!(
        run(other.append(std::slice::from_ref(&record), None)),
        Err(StoreError::Changed)
    );
    assert_eq!(
        run(other.convert_step(&mut Conversion::default())),
        Err(StoreError::Changed)
    );
    assert!(!holds(&memory, "too late"));
    other.set_keys(Keys::sealed(toy()));
    assert_eq!(run(other.append(&[record], None)), Ok(()));
}

#[test]
fn a_lock_put_on_meanwhile_keeps_its_keyslots_when_another_tab_has_taken_the_old_one_off() {
    let memory = Memory::default();
    let (store, _) = with_notes(&memory, 1);
    let other = store_on(&memory);
    run(other.open()).unwrap();
    let slots = Op::put(Table::Meta, "vault", b"new".to_vec());
    run(store.switch(Keys::sealed(toy()), vec![slots])).unwrap();
    assert_eq!(run(other.drop_meta("vault")), Err(StoreError::Changed));
    assert_eq!(run(store.meta("vault")), Ok(Some(b"new".to_vec())));
}

#[test]
fn clearing_leaves_a_store_as_if_new_also_without_the_key() {
    let memory = Memory::default();
    let (store, diary) = with_notes(&memory, 6);
    run(store.compact(&diary.journal, true)).unwrap();
    run(store.switch(Keys::sealed(toy()), Vec::new())).unwrap();
    run(store.set_meta("device", None, b"one")).unwrap();
    let locked = store_on(&memory);
    run(locked.open()).unwrap();
    run(locked.clear()).unwrap();
    let opened = opened(&memory);
    assert_eq!(opened.journal, Journal::default());
    assert!(!opened.sealed);
    assert_eq!(opened.stats, Stats::default());
    assert_eq!(run(locked.meta("device")), Ok(None));
    let mut diary = Diary::at(MORNING);
    save(&locked, &mut diary, craving(7));
}

#[test]
fn locking_fifty_thousand_records_goes_on_after_a_kill_at_every_step() {
    let memory = Memory::default();
    let mut diary = Diary::at(MORNING);
    let ids: Vec<_> = (0..50_000)
        .map(|_| diary.log(noted("plain words")))
        .collect();
    let store = store_on(&memory).with_limits(StoreLimits::default());
    save_all(&store, &diary, &ids);
    save(&store, &mut diary, noted("plain words"));
    run(store.switch(Keys::sealed(toy()), Vec::new())).unwrap();
    let mut steps = 0;
    loop {
        // Whoever was killed knows nothing of how far it was.
        let store = store_with(&memory, Keys::sealed(toy())).with_limits(StoreLimits::default());
        let progress = run(store.convert_step(&mut Conversion::default())).unwrap();
        if progress.finished {
            break;
        }
        steps += 1;
    }
    assert_eq!(
        steps,
        1 + 50_000_usize.div_ceil(StoreLimits::default().segment)
    );
    assert!(!holds(&memory, "plain words"));
    let store = store_with(&memory, Keys::sealed(toy()));
    let opened = run(store.open()).unwrap();
    assert_eq!(opened.journal, diary.journal);
}
