//! A sealed store of format 2, as it lies in a storage.

use std::fmt::Write as _;
use std::path::PathBuf;

use ebb_core::journal::{RecordId, encode};
use ebb_core::log::Store;
use ebb_core::store::{Disk, Memory, Op, Table};
use ebb_core::vault::{DataKey, Sealer, VaultFile};

use super::records;
use crate::sealing::{counting, hex};
use crate::sim::race::run;

/// The fixture, from the root of the tests.
const PATH: &str = "fixtures/v2/store.txt";
/// The data key of the fixtures of format 1.
pub const KEY: &str = "e26d208250ed266148f66c19beb5baa18bbaff797f68e8e951121802187a6b56";

/// Bytes of lower-case hexadecimal digits.
#[must_use]
pub fn unhex(text: &str) -> Vec<u8> {
    let pairs = (0..text.len()).step_by(2);
    pairs
        .map(|at| u8::from_str_radix(&text[at..at + 2], 16).unwrap())
        .collect()
}

/// Seals as the fixture is sealed.
#[must_use]
pub fn sealer(vault: &VaultFile) -> Sealer {
    let key = DataKey::from_bytes(&unhex(KEY)).unwrap();
    let mut drawn = counting(1);
    Sealer::new(&key, vault.store(), Box::new(move || Some(drawn())))
}

/// Writes the fixture, unless it is there: a line a value, with table, key and bytes.
pub fn write() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(PATH);
    if path.exists() {
        return;
    }
    let old = include_bytes!("../../fixtures/v1/vault.json");
    let vault = VaultFile::decode(old).unwrap().renewed();
    let memory = Memory::default();
    let fresh = || Some(RecordId::next(None, 1_764_057_600_000, 7));
    let store: Store<Disk<Memory>> = Store::new(Disk::new(memory.clone()), fresh);
    run(store.open()).unwrap();
    let records = records::expected();
    let (packed, tail) = records.split_at(records.len() / 2);
    run(store.append(packed, None)).unwrap();
    for record in tail {
        assert!(encode(record).is_ok());
        run(store.append(std::slice::from_ref(record), None)).unwrap();
    }
    run(store.keep_draft("slip", b"{\"note\":\"half-written\"}")).unwrap();
    let bytes = vault.encode().unwrap();
    let with = vec![Op::put(Table::Meta, "vault", bytes)];
    let disk = store.backend();
    run(disk.put_on(std::sync::Arc::new(sealer(&vault)), with)).unwrap();
    while !run(disk.convert_step()).unwrap().finished {}
    let mut text = String::new();
    for ((table, key), bytes) in memory.held() {
        writeln!(text, "{} {key} {}", table.name(), hex(&bytes)).unwrap();
    }
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}
