//! The first inputs of a fuzz target.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ebb_core::log::Journal;
use ebb_core::store::{Backend, Disk, Memory, Op, Seal, Table, write_segment};
use ebb_core::time::Moment;
use ebb_core::vault::{Keyslot, KeyslotKind, RecoveryCode, VaultFile};
use ebb_core::{backup, journal};

use crate::fuzzing::{PLACE, SEGMENT, TARGETS, WORDS};
use crate::sealing::{STORE, age_file, age_file_for_a_key, armored, hex, key, sealer};
use crate::sim::race::run;

const JOURNAL: &str = include_str!("../../fixtures/v1/journal.jsonl");

fn fixture(name: &str) -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/v1")).join(name)
}

/// Writes the inputs of every target that has none.
pub fn write() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus");
    for (name, _) in TARGETS {
        let folder = corpus.join(name);
        if folder.exists() {
            continue;
        }
        fs::create_dir_all(&folder).unwrap();
        for (index, seed) in seeds(name).into_iter().enumerate() {
            fs::write(folder.join(format!("seed-{index:02}")), seed).unwrap();
        }
    }
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

/// The plain bytes of the manifests and the rows of a small sealed store, also half converted.
fn inside_a_store() -> (Vec<Vec<u8>>, Vec<Vec<u8>>) {
    let memory = Memory::default();
    let disk = Disk::new(memory.clone());
    let put = |table, key: &str| Op::put(table, key, b"{}".to_vec());
    let ops = vec![put(Table::Drafts, "slip"), put(Table::Meta, "device")];
    run(disk.commit(ops)).unwrap();
    let seal = Arc::new(sealer(1, STORE));
    run(disk.put_on(seal.clone(), vec![put(Table::Meta, "vault")])).unwrap();
    let (mut manifests, mut rows) = (Vec::new(), Vec::new());
    for _ in 0..3 {
        for ((_, key), bytes) in memory.held() {
            let plain = |place| seal.open(place, &bytes).ok();
            manifests.extend(plain("manifest"));
            rows.extend(plain(&key));
        }
        run(disk.convert_step()).unwrap();
    }
    (manifests, rows)
}

/// Inputs to begin with, for a target of this name.
#[must_use]
pub fn seeds(target: &str) -> Vec<Vec<u8>> {
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
        "manifest" | "row" => {
            let (manifests, rows) = inside_a_store();
            if target == "row" { rows } else { manifests }
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
