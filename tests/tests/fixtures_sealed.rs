//! Format 1 of what is sealed is frozen: a sealed record, a vault file and a backup that an Ebb of
//! any age made open for ever.
//!
//! Never change these files or an expectation here. They were made once, in November 2026.
#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

use ebb_core::backup::{self, BackupError, BackupLimits};
use ebb_core::journal::decode;
use ebb_core::log::Journal;
use ebb_core::store::{SEALED, Seal};
use ebb_core::vault::{
    DataKey, KeyslotError, KeyslotKind, RecoveryCode, Sealer, Secret, StoreId, VaultFile,
};
use ebb_tests::sealing::{counting, cuts, flips, passphrase};

const JOURNAL: &str = include_str!("../fixtures/v1/journal.jsonl");
const SEALED_RECORD: &[u8] = include_bytes!("../fixtures/v1/sealed-record.bin");
const VAULT: &[u8] = include_bytes!("../fixtures/v1/vault.json");
const BACKUP: &[u8] = include_bytes!("../fixtures/v1/backup.age");
const BUNDLE: &[u8] = include_bytes!("../fixtures/v1/bundle.json");

const KEY: &str = "e26d208250ed266148f66c19beb5baa18bbaff797f68e8e951121802187a6b56";
const STORE: &str = "5eed0febb0000000000000000000c0de";
const PLACE: &str = "records/01KATB1Q00000000000000000A";
const PASSPHRASE: &str = "cobre ventana mármol río";
const RECOVERY_CODE: &str = "148H-GQ2S-G36P-SYY3-G3PV-XX2T-6FSJ";

fn key_bytes() -> Vec<u8> {
    let pairs = (0..KEY.len()).step_by(2);
    pairs
        .map(|at| u8::from_str_radix(&KEY[at..at + 2], 16).unwrap())
        .collect()
}

fn store() -> StoreId {
    STORE.parse().unwrap()
}

fn sealer() -> Sealer {
    let key = DataKey::from_bytes(&key_bytes()).unwrap();
    let mut drawn = counting(1);
    Sealer::new(&key, store(), Box::new(move || Some(drawn())))
}

fn journal() -> Journal {
    let mut journal = Journal::default();
    for line in JOURNAL.lines() {
        journal.absorb(decode(line.as_bytes()).unwrap());
    }
    journal
}

#[test]
fn a_sealed_record_of_format_1_opens() {
    assert_eq!(SEALED_RECORD[..2], [SEALED, 1]);
    let plain = sealer().open(PLACE, SEALED_RECORD).unwrap();
    assert_eq!(plain, JOURNAL.lines().next().unwrap().as_bytes());
}

#[test]
fn every_flipped_bit_and_every_cut_of_the_sealed_record_is_found() {
    let sealer = sealer();
    for damaged in flips(SEALED_RECORD) {
        assert!(sealer.open(PLACE, &damaged).is_err());
    }
    for cut in cuts(SEALED_RECORD) {
        assert!(sealer.open(PLACE, cut).is_err());
    }
}

#[test]
fn a_vault_file_of_format_1_opens_by_passphrase_and_by_recovery_code() {
    let vault = VaultFile::decode(VAULT).unwrap();
    assert_eq!((vault.store(), vault.is_format_1()), (store(), true));
    let words = passphrase(PASSPHRASE);
    let key = vault.open(&Secret::Passphrase(&words)).unwrap();
    assert_eq!(key.expose()[..], key_bytes());
    let code = RecoveryCode::parse(RECOVERY_CODE).unwrap();
    let key = vault.open(&Secret::Recovery(&code)).unwrap();
    assert_eq!(key.expose()[..], key_bytes());
    assert_eq!(code.text().as_str(), RECOVERY_CODE);
    let wrong = passphrase("cobre ventana marmol rio");
    let refused = vault.open(&Secret::Passphrase(&wrong)).err();
    assert_eq!(refused, Some(KeyslotError::WrongSecret));
    assert_eq!(vault.encode().unwrap(), VAULT);
}

#[test]
fn every_flipped_bit_and_every_cut_of_the_keyslots_is_found_before_any_work_is_done() {
    let whole = VaultFile::decode(VAULT).unwrap();
    let kinds = [KeyslotKind::Passphrase, KeyslotKind::Recovery];
    for damaged in flips(VAULT) {
        let Ok(vault) = VaultFile::decode(&damaged) else {
            continue;
        };
        // Only the store's name or a keyslot can differ and still be a vault file.
        let slots = kinds.map(|kind| vault.slot(kind));
        let damaged_slot = slots.iter().flatten().any(|slot| slot.verify().is_err());
        assert!(damaged_slot || vault.store() != whole.store());
    }
    for cut in cuts(VAULT) {
        assert!(VaultFile::decode(cut).is_err());
    }
}

#[test]
fn a_backup_of_format_1_opens_whole() {
    let words = passphrase(PASSPHRASE);
    let bundle = backup::open(BACKUP, &words, &BackupLimits::default()).unwrap();
    assert_eq!(bundle, BUNDLE);
    let read = backup::read(&bundle, &BackupLimits::default()).unwrap();
    assert_eq!((read.unreadable, read.newer), (0, 0));
    assert_eq!(read.preferences.as_deref(), Some(r#"{"language":"es"}"#));
    assert_eq!(read.issued_at.to_string(), "2026-11-25T09:00:00.000-05:00");
    assert_eq!(read.restore(&Journal::default()).len(), 15);
    let wrong = backup::open(BACKUP, &passphrase("cobre"), &BackupLimits::default());
    assert_eq!(wrong, Err(BackupError::WrongPassphrase));
}

#[test]
fn a_bundle_of_format_1_is_written_back_byte_for_byte() {
    let read = backup::read(BUNDLE, &BackupLimits::default()).unwrap();
    let again = backup::bundle(&read.journal, read.issued_at, read.preferences.as_deref());
    assert_eq!(again.unwrap(), BUNDLE);
}

#[test]
fn the_backup_of_format_1_proves_to_be_the_journal_it_was_made_of() {
    let words = passphrase(PASSPHRASE);
    let proof = backup::prove(BACKUP, &words, &journal(), &BackupLimits::default()).unwrap();
    assert_eq!((proof.records, proof.entries), (15, 13));
}
