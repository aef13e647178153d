//! The same work as in `benches/core.rs`, for a page to time: numbers in, numbers out.
#![allow(
    clippy::unwrap_used,
    clippy::missing_panics_doc,
    reason = "made-up values that are valid by construction"
)]

use std::cell::RefCell;

use ebb_bench::{block_on, heavy, journal_of, kept, sealer, unlocked};
use ebb_core::journal::{decode, encode};
use ebb_core::log::{Journal, Record};
use ebb_core::store::Memory;

#[derive(Default)]
struct Bench {
    journals: Vec<Journal>,
    plain: Vec<u8>,
    sealed: Vec<u8>,
    lines: Vec<Vec<u8>>,
    records: Vec<Record>,
    stored: Memory,
}

thread_local! {
    static BENCH: RefCell<Bench> = RefCell::default();
}

/// Makes two diaries of so many records each, of two devices.
#[unsafe(no_mangle)]
pub extern "C" fn prepare_merge(records: u32) {
    let journals = [1, 2].map(|device| journal_of(heavy(records as usize, device)));
    BENCH.with_borrow_mut(|bench| bench.journals = journals.into());
}

/// Merges one into the other and gives how many records there are then.
#[unsafe(no_mangle)]
pub extern "C" fn merge() -> u32 {
    BENCH.with_borrow_mut(|bench| {
        let other = bench.journals.pop().unwrap();
        let journal = bench.journals.last_mut().unwrap();
        journal.merge(&other);
        u32::try_from(journal.records().count()).unwrap()
    })
}

/// Makes so many bytes to be sealed.
#[unsafe(no_mangle)]
pub extern "C" fn prepare_seal(bytes: u32) {
    BENCH.with_borrow_mut(|bench| bench.plain = vec![b'x'; bytes as usize]);
}

/// Seals them and gives how many sealed bytes there are.
#[unsafe(no_mangle)]
pub extern "C" fn seal() -> u32 {
    BENCH.with_borrow_mut(|bench| {
        bench.sealed = sealer().seal("segments/A", &bench.plain).unwrap();
        u32::try_from(bench.sealed.len()).unwrap()
    })
}

/// Opens them again and gives how many bytes there are.
#[unsafe(no_mangle)]
pub extern "C" fn open() -> u32 {
    BENCH.with_borrow_mut(|bench| {
        let opened = sealer().open("segments/A", &bench.sealed).unwrap();
        u32::try_from(opened.len()).unwrap()
    })
}

/// Keeps so many records, sealed, and the lines and the records that they are.
#[unsafe(no_mangle)]
pub extern "C" fn prepare_open(records: u32) {
    let records = heavy(records as usize, 1);
    BENCH.with_borrow_mut(|bench| {
        bench.stored = Memory::holding(kept(&records, Some(b"slots".to_vec())));
        bench.lines = records.iter().map(|one| encode(one).unwrap()).collect();
        bench.records = records;
    });
}

/// Opens the store and gives how many records there are.
#[unsafe(no_mangle)]
pub extern "C" fn open_store() -> u32 {
    BENCH.with_borrow(|bench| {
        let store = unlocked(&bench.stored);
        u32::try_from(block_on(store.open()).unwrap().stats.records).unwrap()
    })
}

/// Decodes every line and gives how many records that makes.
#[unsafe(no_mangle)]
pub extern "C" fn decode_all() -> u32 {
    BENCH.with_borrow(|bench| {
        let whole = bench
            .lines
            .iter()
            .filter(|line| decode::<ebb_core::log::Entry>(line).is_ok());
        u32::try_from(whole.count()).unwrap()
    })
}

/// Makes the journal of the records and gives how many are shown.
#[unsafe(no_mangle)]
pub extern "C" fn fold() -> u32 {
    BENCH.with_borrow_mut(|bench| {
        let journal = journal_of(std::mem::take(&mut bench.records));
        u32::try_from(journal.entries().count()).unwrap()
    })
}
