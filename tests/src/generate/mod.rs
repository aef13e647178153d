//! What the files in `fixtures` and `fuzz/corpus` are made from: `cargo run -p ebb-tests --bin
//! generate`.

pub mod format_1_store;
pub mod fuzz_corpus;
pub mod programme;
pub mod records;
pub mod sealed_store;
pub mod share;
pub mod vault_file;
pub mod weeks;
