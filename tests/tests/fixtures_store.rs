//! Formats 1 and 2 of a sealed store are frozen: what an Ebb of any age has sealed opens for ever.
//!
//! Never change the files or an expectation here. They were made once, in November 2026.
#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

use std::sync::Arc;

use ebb_core::journal::decode;
use ebb_core::log::{Journal, Store};
use ebb_core::store::{Condition, Disk, Held, Memory, Op, Table};
use ebb_core::vault::{Secret, VaultFile};
use ebb_tests::generate::format_1_store::{ENTRIES, words};
use ebb_tests::generate::sealed_store::{KEY, sealer, unhex};
use ebb_tests::sealing::{hex, passphrase};
use ebb_tests::sim::race::run;

const STORE: &str = include_str!("../fixtures/v2/store.txt");
const STORE_1: &str = include_str!("../fixtures/v1/sealed-store.txt");
const JOURNAL: &str = include_str!("../fixtures/v1/journal.jsonl");
const PASSPHRASE: &str = "cobre ventana mármol río";

fn held(text: &str) -> Held {
    let line = |line: &str| {
        let mut parts = line.split(' ');
        let mut next = || parts.next().unwrap().to_owned();
        let (table, key, bytes) = (next(), next(), next());
        let named = |one: &Table| one.name() == table;
        let table = Table::ALL.into_iter().find(named).unwrap();
        ((table, key), unhex(&bytes))
    };
    text.lines().map(line).collect()
}

#[test]
fn a_sealed_store_of_format_2_opens_whole() {
    let disk = Disk::new(Memory::holding(held(STORE)));
    let Condition::Locked(vault) = run(disk.condition()).unwrap() else {
        panic!("it has a lock");
    };
    let vault = VaultFile::decode(&vault).unwrap();
    let key = vault.open(&Secret::Passphrase(&passphrase(PASSPHRASE)));
    assert_eq!(hex(&key.unwrap().expose()[..]), KEY);
    disk.unlock(Arc::new(sealer(&vault)));
    let store: Store<Disk<Memory>> = Store::new(disk, || None);
    let mut journal = Journal::default();
    for line in JOURNAL.lines() {
        journal.absorb(decode(line.as_bytes()).unwrap());
    }
    assert_eq!(run(store.open()).unwrap().journal, journal);
    let draft = run(store.draft("slip")).unwrap().unwrap();
    assert_eq!(draft, b"{\"note\":\"half-written\"}");
    assert!(run(store.backend().integrity()).unwrap().is_whole());
}

#[test]
fn a_sealed_store_of_format_1_is_taken_over_whole() {
    let memory = Memory::holding(held(STORE_1));
    let disk = Disk::new(memory.clone());
    let Condition::Locked(vault) = run(disk.condition()).unwrap() else {
        panic!("it has a lock");
    };
    let vault = VaultFile::decode(&vault).unwrap();
    assert!(vault.is_format_1());
    let renewed = Op::put(Table::Meta, "vault", vault.renewed().encode().unwrap());
    run(disk.take_over(Arc::new(sealer(&vault)), vec![renewed])).unwrap();
    while !run(disk.convert_step()).unwrap().finished {}
    let store: Store<Disk<Memory>> = Store::new(disk, || None);
    let journal = run(store.open()).unwrap().journal;
    let said: Vec<_> = journal
        .records()
        .map(|record| format!("{:?}", record.entry))
        .collect();
    assert_eq!(said.len(), ENTRIES);
    for number in 0..ENTRIES {
        let words = format!("{:?}", words(number));
        assert_eq!(
            said.iter().filter(|entry| entry.contains(&words)).count(),
            1
        );
    }
    assert_eq!(run(store.draft("slip")), Ok(Some(b"{}".to_vec())));
    assert!(run(store.backend().integrity()).unwrap().is_whole());
}
