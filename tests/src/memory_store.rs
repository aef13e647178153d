//! A store in memory, and a diary that is kept in it.

use std::cell::Cell;

use std::sync::Arc;

use ebb_core::journal::RecordId;
use ebb_core::log::{Entry, Store};
use ebb_core::store::{Backend, Disk, Memory, Op, Opened, Seal, StoreLimits, Table};

use crate::diary::{Diary, noted};
use crate::sim::race::run;

/// When these diaries begin.
pub const MORNING: &str = "2026-11-25T09:00:00.000+01:00";
const MORNING_MS: i64 = 1_764_057_600_000;

thread_local! {
    static DRAWN: Cell<u128> = const { Cell::new(1) };
}

/// A store as the app has it, in memory.
pub type DiskStore = Store<Disk<Memory>>;

/// A store of small limits.
fn store_of(disk: Disk<Memory>) -> DiskStore {
    // Two tabs draw different bits, and so do two stores here.
    let drawn = || DRAWN.with(|drawn| drawn.replace(drawn.get() + 1));
    let fresh = move || Some(RecordId::next(None, MORNING_MS, drawn()));
    Store::new(disk, fresh).with_limits(StoreLimits {
        tail: 4,
        segment: 5,
    })
}

/// A plain one.
#[must_use]
pub fn store_on(memory: &Memory) -> DiskStore {
    store_of(Disk::new(memory.clone()))
}

/// One that is unlocked.
#[must_use]
pub fn unlocked(memory: &Memory, seal: Arc<dyn Seal>) -> DiskStore {
    let disk = Disk::new(memory.clone());
    disk.unlock(seal);
    store_of(disk)
}

/// Puts a lock on, and seals all there is.
pub fn put_on(store: &DiskStore, seal: Arc<dyn Seal>) {
    let vault = Op::put(Table::Meta, "vault", b"slots".to_vec());
    run(store.backend().put_on(seal, vec![vault])).unwrap();
    convert(store);
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
pub fn save(store: &DiskStore, diary: &mut Diary, entry: Entry) -> RecordId {
    let id = diary.log(entry);
    let record = diary.journal.record(id).unwrap().clone();
    run(store.append(&[record], None)).unwrap();
    id
}

/// Stores what an action wrote.
pub fn save_all(store: &DiskStore, diary: &Diary, ids: &[RecordId]) {
    let record = |id: &RecordId| diary.journal.record(*id).unwrap().clone();
    let records: Vec<_> = ids.iter().map(record).collect();
    run(store.append(&records, None)).unwrap();
}

/// A diary of so many notes in a store.
#[must_use]
pub fn with_notes(memory: &Memory, notes: usize) -> (DiskStore, Diary) {
    let store = store_on(memory);
    run(store.open()).unwrap();
    let mut diary = Diary::at(MORNING);
    for note in 0..notes {
        save(&store, &mut diary, noted(&format!("note {note}")));
    }
    (store, diary)
}

/// Converts all there is.
pub fn convert(store: &DiskStore) {
    let mut done = 0;
    loop {
        let progress = run(store.backend().convert_step()).unwrap();
        assert!(progress.done >= done && progress.total >= progress.done);
        done = progress.done;
        if progress.finished {
            return;
        }
    }
}
