//! Writes a made-up caseload of twelve weeks as a backup of a desk, for a browser to be filled with:
//! `cargo run -p ebb-tests --bin caseload -- PEOPLE FILE PASSPHRASE`.
#![allow(
    clippy::unwrap_used,
    reason = "a tool of the benchmarks: a panic here is a failed measurement"
)]

use std::env;
use std::fs;

use ebb_core::backup;
use ebb_core::vault::{Passphrase, WorkFactor};
use ebb_tests::clients::desk_of;

fn main() {
    let mut arguments = env::args().skip(1);
    let people: u16 = arguments.next().unwrap().parse().unwrap();
    let file = arguments.next().unwrap();
    let passphrase = Passphrase::new(&arguments.next().unwrap()).unwrap();
    let desk = desk_of(people);
    let bundle = ebb_core::desk::backup::bundle(&desk.journal, desk.now).unwrap();
    let sealed = backup::seal(&bundle, &passphrase, WorkFactor::DEFAULT).unwrap();
    fs::write(file, sealed).unwrap();
}
