//! The kept corpus of every fuzz target, replayed without a fuzzer.
#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

use std::fs;
use std::path::PathBuf;

use ebb_core::backup::{self, Limits};
use ebb_core::journal::{self, Journal};
use ebb_core::moment::Moment;
use ebb_core::store::{Seal, read_segment, write_segment};
use ebb_core::vault::{Keyslot, KeyslotKind, RecoveryCode, VaultFile};
use ebb_tests::fuzzing::{PLACE, SEGMENT, TARGETS, WORDS};
use ebb_tests::sealing::{
    STORE, age_file, age_file_for_a_key, armored, hex, key, passphrase, sealer,
};

const JOURNAL: &str = include_str!("../fixtures/v1/journal.jsonl");

fn folder(target: &str) -> PathBuf {
    let fuzz = concat!(env!("CARGO_MANIFEST_DIR"), "/fuzz/corpus");
    PathBuf::from(fuzz).join(target)
}

fn fixture(name: &str) -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/v1")).join(name)
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
    let limits = Limits::default();
    some("record", &|input| journal::decode(input).is_ok());
    some("segment", &|input| read_segment(SEGMENT, input).is_ok());
    some("sealed", &|input| {
        sealer(1, STORE).open(PLACE, input).is_ok()
    });
    some("vault_file", &|input| VaultFile::decode(input).is_ok());
    some("bundle", &|input| backup::read(input, &limits).is_ok());
    some("backup", &|input| {
        backup::open(input, &words, &limits).is_ok()
    });
    let share_limits = ebb_core::share::Limits::default();
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

fn inside_of_a_slot() -> Vec<u8> {
    let hex = hex(key(1).expose());
    format!(r#"{{"ebb":"data key","v":1,"store":"{STORE}","key":"{hex}"}}"#).into_bytes()
}

fn bundles() -> Vec<Vec<u8>> {
    let mut journal = Journal::default();
    let empty = backup::bundle(&journal, Moment::EPOCH, None).unwrap();
    for line in JOURNAL.lines().skip(1).take(4) {
        journal.absorb(journal::decode(line.as_bytes()).unwrap());
    }
    let some = backup::bundle(&journal, Moment::EPOCH, Some("{\"language\":\"es\"}")).unwrap();
    let with_others = String::from_utf8(some.clone()).unwrap();
    let with_others = with_others
        .replacen("\"count\":4", "\"count\":6", 1)
        .replacen("[\n", "[{\"v\":9},[1],", 1);
    vec![empty, some, with_others.trim_end().to_owned().into_bytes()]
}

fn seeds(target: &str) -> Vec<Vec<u8>> {
    let lines = JOURNAL.lines().map(|line| line.as_bytes().to_vec());
    let texts = |texts: &[&str]| texts.iter().map(|text| text.as_bytes().to_vec()).collect();
    let slot = age_file(&inside_of_a_slot(), WORDS, 1);
    match target {
        "record" => lines.chain([b"{\"v\":2}".to_vec()]).collect(),
        "segment" => {
            let lines: Vec<Vec<u8>> = lines.take(4).collect();
            let whole = write_segment(SEGMENT, lines.iter().map(Vec::as_slice));
            let empty = write_segment(SEGMENT, std::iter::empty());
            vec![empty, whole, lines.join(&b'\n'), b"{\"v\":2}\n".to_vec()]
        }
        "sealed" => {
            let safe = sealer(1, STORE);
            let sealed = lines.map(|line| safe.seal(PLACE, &line).unwrap());
            sealed.take(3).chain([vec![0xEB, 2, 0]]).collect()
        }
        "keyslot" => vec![armored(&slot).into_bytes(), slot, age_file(b"{}", WORDS, 1)],
        "vault_file" => {
            let slot = Keyslot::of_age(KeyslotKind::Passphrase, armored(&slot));
            let mut vault = VaultFile::new(STORE, slot.clone());
            let one = vault.encode().unwrap();
            vault.put(Keyslot::of_age(
                KeyslotKind::Recovery,
                slot.age().to_owned(),
            ));
            vec![one, vault.encode().unwrap(), b"{\"v\":2}".to_vec()]
        }
        "backup" => {
            let file = age_file(&bundles()[1], WORDS, 1);
            vec![
                armored(&file).into_bytes(),
                file,
                age_file_for_a_key(b"{}"),
                age_file(b"", WORDS, 1),
            ]
        }
        "share" => [
            "share.json",
            "share-phrase.age",
            "share-key.age",
            "bundle.json",
        ]
        .map(|name| fs::read(fixture(name)).unwrap())
        .to_vec(),
        "assignment" => vec![
            fs::read(fixture("assignment.json")).unwrap(),
            b"{\"ebb\":\"assignment\",\"v\":2}".to_vec(),
            b"{\"ebb\":\"share\",\"v\":1}".to_vec(),
        ],
        "link" => {
            let link = fs::read(fixture("share-link.txt")).unwrap();
            vec![
                link[..60].to_vec(),
                link,
                b"ebb1.k.62.00000000.age1".to_vec(),
            ]
        }
        "qr_text" => texts(&[
            "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p",
            &fs::read_to_string(fixture("share-phrase.txt")).unwrap(),
            "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX",
        ]),
        "bundle" => bundles(),
        "secrets" => texts(&[
            &RecoveryCode::new(1).text(),
            "148h gq2s g36p syy3 g3pv xx2t 6fsj",
            "P@ssw0rd 24121987 abcdef xyxyxyxy",
            "cobre ventana mármol río",
        ]),
        _ => texts(&[
            "01KATB1Q00000000000000000A",
            "0123456789abcdef",
            "2025-11-24T02:00:00.125-05:00",
            "2025-11-23",
            "+41 44 000 00 00",
            "a note",
            r#"{"craving":{"intensity":5,"triggers":["stress","own"],"outcome":"passed"}}"#,
            r#"{"check_in":{"mood":3,"note":"x"}}"#,
        ]),
    }
}

/// For a new target: `cargo test -p ebb-tests --test fuzz_corpus -- --ignored`.
#[test]
#[ignore = "writes seeds into the corpus instead of checking it"]
fn write_the_seeds() {
    for (name, _) in TARGETS {
        if folder(name).exists() {
            continue;
        }
        fs::create_dir_all(folder(name)).unwrap();
        for (index, seed) in seeds(name).into_iter().enumerate() {
            fs::write(folder(name).join(format!("seed-{index:02}")), seed).unwrap();
        }
    }
}
