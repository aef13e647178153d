//! Writes or prints the files that tests hold the code against:
//! `cargo run -p ebb-tests --bin generate -- WHAT`.

use ebb_core::journal::encode;
use ebb_core::log::Record;
use ebb_tests::generate::{
    format_1_store, fuzz_corpus, programme, records, sealed_store, share, vault_file, weeks,
};
use std::process::ExitCode;

const USAGE: &str =
    "generate records | trials | programme   print the fixture, to add the line of a new kind
generate share                 write fixtures of shares that are not there yet
generate sealed-store          write fixtures of sealed stores that are not there yet
generate vault-file            write the fixture of a vault file, if it is not there yet
generate weeks                 write the weeks of the browser journeys
generate fuzz-corpus           write the first inputs of new fuzz targets";

fn main() -> ExitCode {
    match std::env::args().nth(1).as_deref() {
        Some("records") => print(&records::expected()),
        Some("trials") => print(&records::trials()),
        Some("programme") => print(&programme::expected()),
        Some("share") => share::write(),
        Some("sealed-store") => {
            format_1_store::write();
            sealed_store::write();
        }
        Some("vault-file") => vault_file::write(),
        Some("weeks") => weeks::write(),
        Some("fuzz-corpus") => fuzz_corpus::write(),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn print(records: &[Record]) {
    for record in records {
        let line = encode(record).map(|line| String::from_utf8_lossy(&line).into_owned());
        println!("{}", line.unwrap_or_else(|error| error.to_string()));
    }
}
