//! A store in memory, and a diary that is kept in it.

use std::cell::Cell;

use ebb_core::journal::RecordId;
use ebb_core::log::{Entry, Store};
use ebb_core::store::{Backend, Conversion, Keys, Memory, Opened, StoreLimits, Table};

use crate::diary::{Diary, noted};
use crate::sim::race::run;

/// When these diaries begin.
pub const MORNING: &str = "2026-11-25T09:00:00.000+01:00";
const MORNING_MS: i64 = 1_764_057_600_000;

thread_local! {
    static DRAWN: Cell<u128> = const { Cell::new(1) };
}

/// A store of small limits.
#[must_use]
pub fn store_with(memory: &Memory, keys: Keys) -> Store<Memory> {
    // Two tabs draw different bits, and so do two stores here.
    let drawn = || DRAWN.with(|drawn| drawn.replace(drawn.get() + 1));
    let fresh = move || Some(RecordId::next(None, MORNING_MS, drawn()));
    Store::new(memory.clone(), keys, fresh).with_limits(StoreLimits {
        tail: 4,
        segment: 5,
    })
}

/// A plain one.
#[must_use]
pub fn store_on(memory: &Memory) -> Store<Memory> {
    store_with(memory, Keys::default())
}

/// What a fresh look finds.
#[must_use]
pub fn opened(memory: &Memory) -> Opened<Entry> {
    run(store_on(memory).open()).unwrap()
}

/// The keys of a table.
#[must_use]
pub fn keys_of(memory: &Memory, table: Table) -> Vec<String> {
    run(memory.keys(table)).unwrap()
}

/// Whether these words are anywhere in the bytes.
#[must_use]
pub fn holds(memory: &Memory, words: &str) -> bool {
    let held = memory.held();
    let mut values = held.values();
    values.any(|bytes| {
        bytes
            .windows(words.len())
            .any(|part| part == words.as_bytes())
    })
}

/// Logs an entry and stores it alone, as one tap does.
pub fn save(store: &Store<Memory>, diary: &mut Diary, entry: Entry) -> RecordId {
    let id = diary.log(entry);
    let record = diary.journal.record(id).unwrap().clone();
    run(store.append(&[record], None)).unwrap();
    id
}

/// Stores what an action wrote.
pub fn save_all(store: &Store<Memory>, diary: &Diary, ids: &[RecordId]) {
    let record = |id: &RecordId| diary.journal.record(*id).unwrap().clone();
    let records: Vec<_> = ids.iter().map(record).collect();
    run(store.append(&records, None)).unwrap();
}

/// A diary of so many notes in a store.
#[must_use]
pub fn with_notes(memory: &Memory, notes: usize) -> (Store<Memory>, Diary) {
    let store = store_on(memory);
    run(store.open()).unwrap();
    let mut diary = Diary::at(MORNING);
    for note in 0..notes {
        save(&store, &mut diary, noted(&format!("note {note}")));
    }
    (store, diary)
}

/// Converts all there is and gives how many values were left.
pub fn convert(store: &Store<Memory>) -> usize {
    let mut work = Conversion::default();
    let mut done = 0;
    loop {
        let progress = run(store.convert_step(&mut work)).unwrap();
        assert!(progress.done >= done && progress.total >= progress.done);
        done = progress.done;
        if progress.finished {
            return progress.left;
        }
    }
}
