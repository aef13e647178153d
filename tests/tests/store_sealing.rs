//! What a store seals, what somebody with the storage in hand can do to it, and what it clears.
#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

use std::sync::Arc;

use ebb_core::log::{Journal, Store};
use ebb_core::store::{
    Backend, Condition, Disk, Held, Integrity, Memory, Op, Seal, Stats, StoreError, StoreLimits,
    Table, Unreadable, is_sealed,
};
use ebb_core::vault::StoreId;
use ebb_tests::diary::{Diary, craving, mood, noted};
use ebb_tests::memory_store::{
    DiskStore, MORNING, convert, holds, opened, put_on, save, save_all, store_on, unlocked,
    with_notes,
};
use ebb_tests::sealing::{STORE, format_1_sealed, key, sealer};
use ebb_tests::sim::race::run;
use ebb_tests::sim::rng::Rng;
use ebb_tests::sim::toy::toy;

fn seal() -> Arc<dyn Seal> {
    Arc::new(sealer(1, STORE))
}

fn other_seal() -> Arc<dyn Seal> {
    Arc::new(sealer(50, STORE))
}

fn vault(words: &[u8]) -> Vec<Op> {
    vec![Op::put(Table::Meta, "vault", words.to_vec())]
}

/// Somebody's locked journal: packed and unpacked entries, and a draft.
fn locked_journal() -> (Memory, Diary) {
    let memory = Memory::default();
    let (store, mut diary) = with_notes(&memory, 9);
    run(store.compact(&diary.journal, true)).unwrap();
    save(&store, &mut diary, noted("in the tail"));
    run(store.keep_draft("slip", b"in the form")).unwrap();
    put_on(&store, seal());
    save(&store, &mut diary, craving(6));
    (memory, diary)
}

/// What its owner finds at the next unlock, and what was not as it was left.
fn owner_finds(memory: &Memory) -> (Journal, Integrity) {
    let store = unlocked(memory, seal());
    let journal = run(store.open()).unwrap().journal;
    (journal, run(store.backend().integrity()).unwrap())
}

fn edit(memory: &Memory, change: impl FnOnce(&mut Held)) -> Memory {
    let mut held = memory.held();
    change(&mut held);
    Memory::holding(held)
}

fn place(table: Table, key: &str) -> (Table, String) {
    (table, key.to_owned())
}

/// The names of the rows.
fn rows(memory: &Memory) -> Vec<String> {
    run(memory.keys(Table::Segments)).unwrap()
}

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
    let contradiction = diary.stored()[0].1.clone();
    let strange = [
        (place(Table::Records, "A"), b"{\"v\":1".to_vec()),
        (place(Table::Records, "B"), b"{\"v\":9}".to_vec()),
        (place(Table::Records, "C"), contradiction),
        (place(Table::Segments, "D"), b"cut".to_vec()),
    ];
    let reasons = [
        Unreadable::Damaged,
        Unreadable::Newer(9),
        Unreadable::Contradiction,
        Unreadable::Damaged,
    ];
    for (place, bytes) in &strange {
        held.insert(place.clone(), bytes.clone());
    }
    let memory = Memory::holding(held);
    let store = store_on(&memory);
    let before = run(store.open()).unwrap();
    assert_eq!(before.journal, diary.journal);
    let mut found: Vec<_> = before
        .quarantined
        .iter()
        .map(|one| (one.key.as_str(), one.reason))
        .collect();
    found.sort_by_key(|(key, _)| *key);
    let expected = strange.iter().zip(reasons);
    assert!(
        expected
            .map(|((place, _), reason)| (place.1.as_str(), reason))
            .eq(found)
    );

    // Packing leaves it where it is, and so does a lock that is put on and taken off.
    run(store.compact(&before.journal, true)).unwrap();
    put_on(&store, toy());
    let sealed = run(store.open()).unwrap();
    assert_eq!(sealed.quarantined.len(), 4);
    for (one, bytes) in run(store.rescue(&sealed.quarantined)).unwrap() {
        let at = (one.table, one.key);
        assert!(strange.contains(&(at, bytes)));
    }
    run(store.backend().take_off()).unwrap();
    convert(&store);
    for (place, bytes) in &strange {
        assert_eq!(memory.held().get(place), Some(bytes));
    }
}

#[test]
fn sealing_what_is_stored_leaves_no_plain_words_and_unsealing_brings_them_back() {
    let memory = Memory::default();
    let (store, mut diary) = with_notes(&memory, 9);
    run(store.compact(&diary.journal, true)).unwrap();
    save(&store, &mut diary, noted("in the tail"));
    run(store.keep_draft("form", b"in the form")).unwrap();
    run(store.backend().put_on(toy(), vault(b"slots"))).unwrap();
    // Half way, both forms are read.
    run(store.backend().convert_step()).unwrap();
    let sealed = unlocked(&memory, toy());
    assert_eq!(run(sealed.open()).unwrap().journal, diary.journal);

    convert(&sealed);
    for words in ["note 3", "in the tail", "in the form"] {
        assert!(!holds(&memory, words), "{words}");
    }
    assert!(holds(&memory, "slots"));
    assert_eq!(run(sealed.open()).unwrap().journal, diary.journal);
    assert_eq!(run(sealed.draft("form")), Ok(Some(b"in the form".to_vec())));

    run(sealed.backend().take_off()).unwrap();
    convert(&sealed);
    let plain = store_on(&memory);
    assert_eq!(run(plain.backend().condition()), Ok(Condition::Plain));
    assert_eq!(run(plain.open()).unwrap().journal, diary.journal);
    assert_eq!(run(plain.draft("form")), Ok(Some(b"in the form".to_vec())));
    assert!(memory.held().values().all(|bytes| !is_sealed(bytes)));
    assert_eq!(run(plain.meta("vault")), Ok(None));
}

#[test]
fn a_locked_storage_gives_and_takes_nothing() {
    let (memory, mut diary) = locked_journal();
    let locked = store_on(&memory);
    let condition = run(locked.backend().condition());
    assert_eq!(condition, Ok(Condition::Locked(b"slots".to_vec())));
    let before = memory.held();
    let id = diary.log(craving(7));
    let record = diary.journal.record(id).unwrap().clone();
    assert!(matches!(run(locked.open()), Err(StoreError::Locked)));
    let refused = run(locked.append(&[record], None));
    assert_eq!(refused, Err(StoreError::Locked));
    assert_eq!(
        run(locked.keep_draft("form", b"x")),
        Err(StoreError::Locked)
    );
    assert_eq!(memory.held(), before);
    // By another key it is not taken for empty either.
    let strange = unlocked(&memory, other_seal());
    assert!(matches!(run(strange.open()), Err(StoreError::Changed)));
    assert_eq!(
        run(strange.keep_draft("form", b"x")),
        Err(StoreError::Changed)
    );
    assert_eq!(memory.held(), before);
}

#[test]
fn a_tab_that_has_not_heard_of_the_lock_adds_no_plain_words() {
    let memory = Memory::default();
    let (store, mut diary) = with_notes(&memory, 1);
    let other = store_on(&memory);
    run(other.open()).unwrap();
    run(store.backend().put_on(toy(), vault(b"slots"))).unwrap();
    let id = diary.log(noted("too late"));
    let record = diary.journal.record(id).unwrap().clone();
    let late = std::slice::from_ref(&record);
    assert_eq!(run(other.append(late, None)), Err(StoreError::Changed));
    assert!(matches!(run(other.open()), Err(StoreError::Changed)));
    assert!(!holds(&memory, "too late"));
    other.backend().unlock(toy());
    assert_eq!(run(other.append(late, None)), Ok(()));
}

#[test]
fn clearing_leaves_a_store_as_if_new_also_without_the_key() {
    let (memory, _) = locked_journal();
    let locked = store_on(&memory);
    run(locked.backend().condition()).unwrap();
    run(locked.clear()).unwrap();
    let opened = opened(&memory);
    assert_eq!(opened.journal, Journal::default());
    assert_eq!((opened.locked, opened.stats), (0, Stats::default()));
    let mut diary = Diary::at(MORNING);
    save(&locked, &mut diary, craving(7));
    assert_eq!(
        run(store_on(&memory).backend().condition()),
        Ok(Condition::Plain)
    );
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
    run(store.backend().put_on(toy(), vault(b"slots"))).unwrap();
    loop {
        // Whoever was killed knows nothing of how far it was.
        let store = unlocked(&memory, toy());
        if run(store.backend().convert_step()).unwrap().finished {
            break;
        }
    }
    assert!(!holds(&memory, "plain words"));
    let store = unlocked(&memory, toy());
    assert_eq!(run(store.open()).unwrap().journal, diary.journal);
}

#[test]
fn names_sizes_and_number_of_rows_tell_no_time_no_form_and_no_word() {
    let (memory, diary) = locked_journal();
    let forms = ["slip", "front", "device", "turn", "format"];
    for ((table, key), bytes) in memory.held() {
        for record in diary.journal.records() {
            let time = &record.id.to_string()[..10];
            assert!(!key.contains(time), "{key}");
        }
        if table == Table::Meta {
            let names = ["vault", "sealing", "manifest-0", "manifest-1"];
            assert!(names.contains(&key.as_str()), "{key}");
        } else {
            assert_eq!((table, key.len()), (Table::Segments, 32));
            assert!(forms.iter().all(|form| !key.contains(form)));
            let padded = bytes.len() - 2 - 24 - 16;
            assert!(padded.is_power_of_two() || padded % 4096 == 0, "{padded}");
        }
    }
    // Each row tells only to the key what it is, and not even that it is the same one elsewhere.
    let names = rows(&memory);
    let elsewhere = Arc::new(sealer(1, StoreId::new(5)));
    assert!(
        names
            .iter()
            .all(|name| *name != elsewhere.name("drafts/slip"))
    );
    assert!(names.contains(&seal().name("drafts/slip")));
}

#[test]
fn plain_values_planted_in_a_sealed_store_are_told_and_never_shown_packed_or_erased() {
    let (memory, diary) = locked_journal();
    let mut intruder = Diary::at("2026-11-26T03:00:00.000+01:00");
    let slip = intruder.log(noted("I used again"));
    let planted = intruder.stored();
    let tombstone = diary.journal.records().next().unwrap().root();
    let attacked = edit(&memory, |held| {
        for (key, bytes) in &planted {
            held.insert((Table::Records, key.clone()), bytes.clone());
        }
        held.insert(
            place(Table::Drafts, "front"),
            b"a false first screen".to_vec(),
        );
        let segment = format!("{{\"v\":1}}\n{tombstone}");
        held.insert(
            place(Table::Segments, &slip.to_string()),
            segment.into_bytes(),
        );
    });
    let store = unlocked(&attacked, seal());
    let found = run(store.open()).unwrap();
    assert_eq!(found.journal, diary.journal);
    run(store.compact(&found.journal, true)).unwrap();
    assert_eq!(run(store.home_cache()), Ok(None));
    let (journal, integrity) = owner_finds(&attacked);
    assert_eq!(journal, diary.journal);
    assert_eq!(integrity.planted.len(), 3);
    assert!(integrity.missing.is_empty() && !integrity.unchecked);
    for (key, bytes) in planted {
        assert_eq!(attacked.held().get(&(Table::Records, key)), Some(&bytes));
    }
}

#[test]
fn without_the_vault_file_a_store_is_damaged_and_not_empty() {
    let (memory, _) = locked_journal();
    let attacked = edit(&memory, |held| {
        held.remove(&place(Table::Meta, "vault"));
    });
    let store = store_on(&attacked);
    assert_eq!(
        run(store.backend().condition()),
        Ok(Condition::VaultMissing)
    );
    assert!(matches!(run(store.open()), Err(StoreError::Locked)));
    // Without anything that says so, what is sealed says it itself.
    let stripped = edit(&memory, |held| {
        held.retain(|(table, _), _| *table != Table::Meta);
    });
    let store = store_on(&stripped);
    assert_eq!(run(store.backend().condition()), Ok(Condition::Plain));
    assert_ne!(run(store.open()).unwrap().locked, 0);
}

#[test]
fn nothing_in_the_storage_takes_a_lock_off_or_has_anything_written_plain() {
    let (memory, diary) = locked_journal();
    let state = |held: &mut Held, key: &str, bytes: &[u8]| {
        held.insert(place(Table::Meta, key), bytes.to_vec());
    };
    let edits: [&dyn Fn(&mut Held); 6] = [
        &|held| drop(held.remove(&place(Table::Meta, "sealing"))),
        &|held| state(held, "sealing", b"1"),
        &|held| state(held, "vault", br#"{"v":1,"state":"unsealing"}"#),
        &|held| state(held, "converting", b"1"),
        &|held| state(held, "format", b"2"),
        &|held| state(held, "turn", b"01KAX0DM000000000000000000"),
    ];
    for edited in edits {
        let attacked = edit(&memory, edited);
        let store = unlocked(&attacked, seal());
        assert_eq!(run(store.open()).unwrap().journal, diary.journal);
        assert!(run(store.backend().convert_step()).unwrap().finished);
        let mut diary = Diary::at("2026-11-26T09:00:00.000+01:00");
        save(&store, &mut diary, noted("written after the attack"));
        assert!(!holds(&attacked, "written after") && !holds(&attacked, "note 3"));
        let locked = store_on(&attacked);
        let condition = run(locked.backend().condition()).unwrap();
        assert_ne!(condition, Condition::Plain);
    }
}

#[test]
fn another_vault_file_is_told() {
    let (memory, diary) = locked_journal();
    let attacked = edit(&memory, |held| {
        held.insert(place(Table::Meta, "vault"), b"old slots".to_vec());
    });
    let (journal, integrity) = owner_finds(&attacked);
    assert_eq!((journal, integrity.other_vault), (diary.journal, true));
    let store = unlocked(&attacked, seal());
    run(store.set_meta("vault", Some(b"old slots"), b"new slots")).unwrap();
    assert!(owner_finds(&attacked).1.is_whole());
}

#[test]
fn a_row_that_is_gone_older_damaged_or_elsewhere_is_told_and_the_rest_is_there() {
    let (memory, diary) = locked_journal();
    let all = diary.journal.records().count();
    assert!(owner_finds(&memory).1.is_whole());
    for name in rows(&memory) {
        let gone = edit(&memory, |held| {
            held.remove(&(Table::Segments, name.clone()));
        });
        let other = rows(&memory).into_iter().find(|other| *other != name);
        let moved = edit(&memory, |held| {
            let bytes = held[&(Table::Segments, other.unwrap())].clone();
            held.insert((Table::Segments, name.clone()), bytes);
        });
        for attacked in [gone, moved] {
            let store = unlocked(&attacked, seal());
            let journal = run(store.open()).unwrap().journal;
            let lost = all - journal.records().count();
            let _ = run(store.draft("slip")).unwrap();
            let integrity = run(store.backend().integrity()).unwrap();
            assert!(lost <= 5 && !integrity.missing.is_empty());
            for record in journal.records() {
                assert_eq!(diary.journal.record(record.id), Some(record));
            }
        }
    }
}

#[test]
fn an_older_copy_of_a_value_is_not_taken_for_the_newer_one() {
    let (memory, _) = locked_journal();
    let old = memory.held();
    let store = unlocked(&memory, seal());
    run(store.keep_draft("slip", b"said since")).unwrap();
    let name = (Table::Segments, seal().name("drafts/slip"));
    let attacked = edit(&memory, |held| {
        held.insert(name.clone(), old[&name].clone());
    });
    let store = unlocked(&attacked, seal());
    assert_eq!(run(store.draft("slip")), Ok(None));
    let integrity = run(store.backend().integrity()).unwrap();
    assert!(integrity.missing.contains(&place(Table::Drafts, "slip")));
    // Also not together with a manifest that it was in, when a newer one is still there. Only
    // who puts back everything as it was at one moment is not noticed.
    let store = unlocked(&memory, seal());
    run(store.keep_draft("slip", b"said last")).unwrap();
    let mut noticed = 0;
    for older in ["manifest-0", "manifest-1"] {
        let attacked = edit(&memory, |held| {
            held.insert(name.clone(), old[&name].clone());
            let older = place(Table::Meta, older);
            held.insert(older.clone(), old[&older].clone());
        });
        let store = unlocked(&attacked, seal());
        assert_eq!(run(store.draft("slip")), Ok(None));
        let integrity = run(store.backend().integrity()).unwrap();
        assert!(!integrity.is_whole());
        noticed += usize::from(integrity.unchecked);
    }
    assert!(noticed > 0);
}

#[test]
fn a_value_of_another_store_or_key_is_not_taken() {
    let (memory, diary) = locked_journal();
    let strange = Memory::default();
    let (store, _) = with_notes(&strange, 20);
    put_on(&store, Arc::new(sealer(1, StoreId::new(5))));
    let attacked = edit(&memory, |held| {
        for (key, bytes) in strange.held() {
            if key.0 == Table::Segments {
                held.insert(key, bytes);
            }
        }
    });
    let (journal, integrity) = owner_finds(&attacked);
    assert_eq!(journal, diary.journal);
    assert!(!integrity.planted.is_empty());
}

#[test]
fn without_a_manifest_everything_is_found_and_it_is_said_that_nothing_vouches_for_it() {
    let (memory, diary) = locked_journal();
    let names = ["manifest-0", "manifest-1"];
    for gone in [&names[..], &names[..1], &names[1..]] {
        for cut in [false, true] {
            let attacked = edit(&memory, |held| {
                for name in gone {
                    let at = place(Table::Meta, name);
                    match held.get_mut(&at) {
                        Some(bytes) if cut => bytes.truncate(100),
                        _ => drop(held.remove(&at)),
                    }
                }
            });
            let (journal, integrity) = owner_finds(&attacked);
            assert_eq!(journal, diary.journal);
            assert!(integrity.unchecked);
            // Whatever is written next vouches for it again.
            let store = unlocked(&attacked, seal());
            run(store.keep_draft("form", b"x")).unwrap();
            assert!(!owner_finds(&attacked).1.unchecked);
        }
    }
}

#[test]
fn a_thousand_flipped_bytes_are_told_and_nothing_is_shown_that_nobody_wrote() {
    let (memory, diary) = locked_journal();
    let values: Vec<_> = memory.held().into_iter().collect();
    let mut rng = Rng::new(20_261_129);
    for _ in 0..1000 {
        let (at, mut bytes) = values[rng.below(values.len())].clone();
        let which = rng.below(bytes.len());
        bytes[which] ^= 1 << rng.below(8);
        let attacked = edit(&memory, |held| {
            held.insert(at.clone(), bytes);
        });
        let (journal, told) = owner_finds(&attacked);
        for record in journal.records() {
            assert_eq!(diary.journal.record(record.id), Some(record));
        }
        let store = unlocked(&attacked, seal());
        run(store.open()).unwrap();
        let draft = run(store.draft("slip")).unwrap();
        assert!(draft.is_none_or(|draft| draft == b"in the form"));
        let integrity = run(store.backend().integrity()).unwrap();
        // What says by which key the store is sealed is put right by the manifest.
        let told = !told.is_whole() || !integrity.is_whole();
        assert!(told || at.1 == "sealing", "{at:?}");
    }
}

#[test]
fn another_key_opens_everything_and_the_old_one_nothing_that_was_written_since() {
    let (memory, mut diary) = locked_journal();
    let before = memory.held();
    let store = unlocked(&memory, seal());
    run(store.open()).unwrap();
    run(store
        .backend()
        .change_key(other_seal(), vault(b"new slots")))
    .unwrap();
    // Half way, after a kill.
    let store = unlocked(&memory, other_seal());
    assert_eq!(run(store.open()).unwrap().journal, diary.journal);
    run(store.backend().convert_step()).unwrap();
    let store = unlocked(&memory, other_seal());
    assert_eq!(run(store.open()).unwrap().journal, diary.journal);
    convert(&store);
    save(&store, &mut diary, noted("written since"));
    assert_eq!(run(store.open()).unwrap().journal, diary.journal);
    assert_eq!(run(store.draft("slip")), Ok(Some(b"in the form".to_vec())));

    // Nobody comes in by the old key, also not with the old vault file and manifests.
    let old = unlocked(&memory, seal());
    assert!(matches!(run(old.open()), Err(StoreError::Changed)));
    let attacked = edit(&memory, |held| {
        for key in ["vault", "sealing", "manifest-0", "manifest-1"] {
            let at = place(Table::Meta, key);
            held.insert(at.clone(), before[&at].clone());
        }
    });
    let old = unlocked(&attacked, seal());
    assert_eq!(run(old.open()).unwrap().journal, Journal::default());
    // The owner is told, and has lost nothing.
    let store = unlocked(&attacked, other_seal());
    assert!(matches!(run(store.open()), Err(StoreError::Changed)));
    let mended = edit(&attacked, |held| {
        let sealing = other_seal().name("sealing").into_bytes();
        held.insert(place(Table::Meta, "sealing"), sealing);
    });
    let store = unlocked(&mended, other_seal());
    assert_eq!(run(store.open()).unwrap().journal, diary.journal);
}

/// A store as format 1 has sealed it, with one value that was planted in it.
fn format_1_store(diary: &Diary) -> Memory {
    let mut held = Held::new();
    let mut put = |table: Table, key: &str, plain: &[u8]| {
        let at = format!("{}/{key}", table.name());
        let sealed = format_1_sealed(&key_of_format_1(), STORE, &at, plain);
        held.insert(place(table, key), sealed);
    };
    for (key, bytes) in diary.stored() {
        put(Table::Records, &key, &bytes);
    }
    put(Table::Drafts, "form", b"in the form");
    held.insert(place(Table::Meta, "sealing"), b"1".to_vec());
    held.insert(place(Table::Meta, "vault"), b"old slots".to_vec());
    held.insert(place(Table::Meta, "device"), b"00000000000000ab".to_vec());
    Memory::holding(held)
}

fn key_of_format_1() -> [u8; 32] {
    *key(1).expose()
}

#[test]
fn a_store_that_format_1_has_sealed_is_taken_over_and_what_was_planted_in_it_is_not() {
    let mut diary = Diary::at(MORNING);
    for note in 0..9 {
        diary.log(noted(&format!("note {note}")));
    }
    diary.log(mood(3));
    let memory = format_1_store(&diary);
    let mut intruder = Diary::at("2026-11-26T03:00:00.000+01:00");
    intruder.log(noted("planted"));
    let memory = edit(&memory, |held| {
        let (key, bytes) = intruder.stored().remove(0);
        held.insert((Table::Records, key), bytes);
    });
    let disk = Disk::new(memory.clone());
    let condition = run(disk.condition());
    assert_eq!(condition, Ok(Condition::Locked(b"old slots".to_vec())));
    run(disk.take_over(seal(), vault(b"new slots"))).unwrap();
    let store: DiskStore = Store::new(disk, || None);
    assert_eq!(run(store.open()).unwrap().journal, diary.journal);
    // Killed here, it goes on.
    run(store.backend().convert_step()).unwrap();
    let store = unlocked(&memory, seal());
    convert(&store);
    let (journal, integrity) = owner_finds(&memory);
    assert_eq!(journal, diary.journal);
    assert_eq!((integrity.planted.len(), integrity.missing.len()), (1, 0));
    assert_eq!(run(store.draft("form")), Ok(Some(b"in the form".to_vec())));
    assert_eq!(
        run(store.meta("device")),
        Ok(Some(b"00000000000000ab".to_vec()))
    );
    assert!(holds(&memory, "planted") && !holds(&memory, "note 3"));
}

#[test]
fn a_store_that_is_made_to_look_like_format_1_keeps_everything() {
    let (memory, diary) = locked_journal();
    for manifests in [false, true] {
        let attacked = edit(&memory, |held| {
            held.insert(place(Table::Meta, "sealing"), b"1".to_vec());
            if !manifests {
                held.remove(&place(Table::Meta, "manifest-0"));
                held.remove(&place(Table::Meta, "manifest-1"));
            }
        });
        let disk = Disk::new(attacked.clone());
        run(disk.take_over(seal(), vault(b"renewed slots"))).unwrap();
        let store: DiskStore = Store::new(disk, || None);
        assert_eq!(run(store.open()).unwrap().journal, diary.journal);
        convert(&store);
        assert_eq!(owner_finds(&attacked).0, diary.journal);
    }
}
