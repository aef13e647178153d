//! Writes what a store holds after years of heavy use, for a browser to be filled with.
//!
//! `heavy-store RECORDS FILE [PASSPHRASE]`: a JSON object from table to an array of keys and
//! values, the values as base 16. With a passphrase the store is sealed.
#![allow(
    clippy::unwrap_used,
    reason = "a tool of the benchmarks: a panic here is a failed measurement"
)]

use std::collections::BTreeMap;
use std::env;
use std::fmt::Write as _;
use std::fs;

use ebb_bench::{STORE, heavy, kept, key};
use ebb_core::vault::{Keyslot, Passphrase, Secret, VaultFile, WorkFactor};

fn main() {
    let mut arguments = env::args().skip(1);
    let records: usize = arguments.next().unwrap().parse().unwrap();
    let file = arguments.next().unwrap();
    let passphrase = arguments.next();
    let held = kept(&heavy(records, 1), passphrase.as_deref().map(vault));
    let mut tables: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for ((table, key), bytes) in held {
        let pair = format!("[\"{key}\",\"{}\"]", hex(&bytes));
        tables.entry(table.name()).or_default().push(pair);
    }
    let tables: Vec<_> = tables
        .iter()
        .map(|(name, pairs)| format!("\"{name}\":[{}]", pairs.join(",")))
        .collect();
    fs::write(file, format!("{{{}}}", tables.join(","))).unwrap();
}

fn vault(passphrase: &str) -> Vec<u8> {
    let passphrase = Passphrase::new(passphrase).unwrap();
    let secret = Secret::Passphrase(&passphrase);
    // What the app itself asks for.
    let slot = Keyslot::make(&key(), STORE, &secret, WorkFactor::DEFAULT).unwrap();
    VaultFile::new(STORE, slot).encode().unwrap()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").unwrap();
        text
    })
}
