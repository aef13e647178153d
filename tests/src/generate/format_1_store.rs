//! A store that format 1 has sealed, as it lies in a storage.

use std::fmt::Write as _;
use std::path::PathBuf;

use ebb_core::store::Table;
use ebb_core::vault::{DataKey, VaultFile};

use super::sealed_store::{KEY, unhex};
use crate::diary::{Diary, noted};
use crate::sealing::{format_1_sealed, hex};

/// The fixture, from the root of the tests.
const PATH: &str = "fixtures/v1/sealed-store.txt";
/// How many entries it holds, and the words of the one with this number.
pub const ENTRIES: usize = 130;

/// The words of an entry.
#[must_use]
pub fn words(number: usize) -> String {
    format!("written under the old lock {number}")
}

/// Writes the fixture, unless it is there: a line a value, with table, key and bytes.
pub fn write() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(PATH);
    if path.exists() {
        return;
    }
    let vault = include_bytes!("../../fixtures/v1/vault.json");
    let store = VaultFile::decode(vault).unwrap().store();
    let key = DataKey::from_bytes(&unhex(KEY)).unwrap();
    let mut diary = Diary::at("2026-11-25T09:00:00.000-05:00");
    for number in 0..ENTRIES {
        diary.log(noted(&words(number)));
    }
    let mut text = String::new();
    let mut put = |table: Table, key: &str, bytes: &[u8]| {
        writeln!(text, "{} {key} {}", table.name(), hex(bytes)).unwrap();
    };
    let sealed = |place: &str, plain: &[u8]| format_1_sealed(key.expose(), store, place, plain);
    for (id, bytes) in diary.stored() {
        put(
            Table::Records,
            &id,
            &sealed(&format!("records/{id}"), &bytes),
        );
    }
    put(Table::Drafts, "slip", &sealed("drafts/slip", b"{}"));
    put(Table::Meta, "vault", vault);
    put(Table::Meta, "sealing", b"1");
    put(Table::Meta, "device", b"00000000000000ab");
    put(Table::Meta, "format", b"2");
    std::fs::write(path, text).unwrap();
}
