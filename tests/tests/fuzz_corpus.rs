//! The kept corpus of every fuzz target, replayed without a fuzzer.
#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

use std::fs;
use std::path::PathBuf;

use ebb_core::backup::{self, BackupLimits};
use ebb_core::journal;
use ebb_core::store::{Seal, read_segment};
use ebb_core::vault::{RecoveryCode, VaultFile};
use ebb_tests::fuzzing::{PLACE, SEGMENT, TARGETS, WORDS};
use ebb_tests::sealing::{STORE, passphrase, sealer};

fn folder(target: &str) -> PathBuf {
    let fuzz = concat!(env!("CARGO_MANIFEST_DIR"), "/fuzz/corpus");
    PathBuf::from(fuzz).join(target)
}

fn corpus(target: &str) -> Vec<Vec<u8>> {
    let files = fs::read_dir(folder(target)).unwrap();
    let mut paths: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| fs::read(path).unwrap()).collect()
}

#[test]
fn every_target_stands_its_corpus() {
    for (name, target) in TARGETS {
        let inputs = corpus(name);
        assert!(inputs.len() > 2, "{name} has no corpus");
        for input in inputs {
            target(&input);
        }
    }
}

#[test]
fn every_target_has_a_binary_for_the_fuzzer() {
    let manifest = include_str!("../fuzz/Cargo.toml");
    for (name, _) in TARGETS {
        assert!(manifest.contains(&format!("name = \"{name}\"")), "{name}");
    }
    assert_eq!(manifest.matches("[[bin]]").count(), TARGETS.len());
}

#[test]
fn the_corpus_holds_inputs_that_open_so_that_the_fuzzer_gets_inside() {
    let some = |target: &str, opens: &dyn Fn(&[u8]) -> bool| {
        assert!(corpus(target).iter().any(|input| opens(input)), "{target}");
    };
    let words = passphrase(WORDS);
    let limits = BackupLimits::default();
    some("record", &|input| {
        journal::decode::<ebb_core::log::Entry>(input).is_ok()
    });
    some("segment", &|input| read_segment(SEGMENT, input).is_ok());
    some("sealed", &|input| {
        sealer(1, STORE).open(PLACE, input).is_ok()
    });
    some("vault_file", &|input| VaultFile::decode(input).is_ok());
    some("bundle", &|input| backup::read(input, &limits).is_ok());
    some("backup", &|input| {
        backup::open(input, &words, &limits).is_ok()
    });
    let share_limits = ebb_core::share::ShareLimits::default();
    some("share", &|input| {
        ebb_core::share::read(input, &share_limits).is_ok()
    });
    some("assignment", &|input| {
        ebb_core::share::read_offer(input, &share_limits).is_ok()
    });
    some("link", &|input| {
        std::str::from_utf8(input).is_ok_and(|text| ebb_core::share::read_link(text).is_ok())
    });
    some("qr_text", &|input| {
        std::str::from_utf8(input).is_ok_and(|text| ebb_core::share::PublicKey::parse(text).is_ok())
    });
    some("secrets", &|input| {
        std::str::from_utf8(input).is_ok_and(|text| RecoveryCode::parse(text).is_ok())
    });
}
