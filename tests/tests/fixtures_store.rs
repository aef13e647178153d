//! Format 2 of a sealed store is frozen: what an Ebb of any age has sealed opens for ever.
//!
//! Never change the file or an expectation here. It was made once, in November 2026.
#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

use std::sync::Arc;

use ebb_core::journal::decode;
use ebb_core::log::{Journal, Store};
use ebb_core::store::{Condition, Disk, Held, Memory, Table};
use ebb_core::vault::{Secret, VaultFile};
use ebb_tests::generate::sealed_store::{KEY, sealer, unhex};
use ebb_tests::sealing::{hex, passphrase};
use ebb_tests::sim::race::run;

const STORE: &str = include_str!("../fixtures/v2/store.txt");
const JOURNAL: &str = include_str!("../fixtures/v1/journal.jsonl");
const PASSPHRASE: &str = "cobre ventana mármol río";

fn held() -> Held {
    let line = |line: &str| {
        let mut parts = line.split(' ');
        let mut next = || parts.next().unwrap().to_owned();
        let (table, key, bytes) = (next(), next(), next());
        let named = |one: &Table| one.name() == table;
        let table = Table::ALL.into_iter().find(named).unwrap();
        ((table, key), unhex(&bytes))
    };
    STORE.lines().map(line).collect()
}

#[test]
fn a_sealed_store_of_format_2_opens_whole() {
    let disk = Disk::new(Memory::holding(held()));
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
