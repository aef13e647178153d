//! What can go from thread to thread: a server or a desktop program shares a store between them.

use ebb_core::backup::Backup;
use ebb_core::log::{Action, Journal, Record, Store};
use ebb_core::share::Share;
use ebb_core::store::{Memory, Sealed};
use ebb_core::vault::{Sealer, VaultFile};
use ebb_tests::diary::{Diary, noted};
use ebb_tests::sim::race::run;

fn is_shared<T: Send + Sync>() {}

#[test]
fn journals_stores_and_keys_go_from_thread_to_thread() {
    is_shared::<Journal>();
    is_shared::<Record>();
    is_shared::<Action>();
    is_shared::<Store<Memory>>();
    is_shared::<Store<Sealed<Memory>>>();
    is_shared::<Sealer>();
    is_shared::<VaultFile>();
    is_shared::<Backup>();
    is_shared::<Share>();
}

#[test]
fn two_threads_write_to_one_store_and_both_records_are_there() {
    let memory = Memory::default();
    let store: Store<Memory> = Store::new(memory.clone(), || None);
    run(store.open()).unwrap();
    std::thread::scope(|scope| {
        for device in [1, 2] {
            let store = &store;
            scope.spawn(move || {
                let mut diary = Diary::at("2026-11-24T22:00:00.000-05:00").copied_to(device);
                let id = diary.log(noted("A note"));
                let record = diary.journal.record(id).unwrap().clone();
                run(store.append(&[record], None)).unwrap();
            });
        }
    });
    assert_eq!(run(store.open()).unwrap().journal.records().count(), 2);
}
