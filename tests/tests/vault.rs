//! What only its owner can open: sealing, keyslots and the vault file.
#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

use ebb_core::store::{Locked, Seal, Unsealable};
use ebb_core::vault::{
    Keyslot, KeyslotError, KeyslotKind, LastKeyslot, RecoveryCode, Sealer, Secret, StoreId,
    VaultFile, VaultFileError, WorkFactor,
};
use ebb_tests::sealing::{
    STORE, age_file, age_file_for_a_key, armored, cuts, flips, hex, key, passphrase, sealer,
};
use proptest::prelude::*;

const PLACE: &str = "records/01KATB1Q00000000000000000A";
/// Far under the floor, so that a test of thousands of files ends.
const CHEAP: u8 = 1;

/// The inside of a keyslot with any content.
fn inside(store: StoreId, key_hex: &str, v: u64) -> Vec<u8> {
    format!(r#"{{"ebb":"data key","v":{v},"store":"{store}","key":"{key_hex}"}}"#).into_bytes()
}

fn hex_of_key(from: u128) -> String {
    hex(key(from).expose())
}

fn cheap_slot(words: &str) -> Keyslot {
    let file = age_file(&inside(STORE, &hex_of_key(1), 1), words, CHEAP);
    Keyslot::of_age(KeyslotKind::Passphrase, armored(&file))
}

fn opened(slot: &Keyslot, words: &str) -> Result<[u8; 32], KeyslotError> {
    let words = passphrase(words);
    slot.open(STORE, &Secret::Passphrase(&words))
        .map(|key| *key.expose())
}

#[test]
fn every_flipped_bit_of_a_sealed_record_is_found() {
    let safe = sealer(1, STORE);
    let sealed = safe.seal(PLACE, b"{\"v\":1}").unwrap();
    assert_eq!(safe.open(PLACE, &sealed).unwrap(), b"{\"v\":1}");
    let mut flipped = 0;
    for damaged in flips(&sealed) {
        assert!(safe.open(PLACE, &damaged).is_err());
        flipped += 1;
    }
    assert_eq!(flipped, (2 + 24 + 7 + 16) * 8);
}

#[test]
fn every_cut_of_a_sealed_record_is_found() {
    let safe = sealer(1, STORE);
    let sealed = safe.seal(PLACE, b"{\"v\":1}").unwrap();
    for cut in cuts(&sealed) {
        assert_eq!(safe.open(PLACE, cut), Err(Unsealable::Damaged));
    }
}

#[test]
fn a_newer_seal_is_told_from_a_damaged_one() {
    let safe = sealer(1, STORE);
    let mut sealed = safe.seal(PLACE, b"{}").unwrap();
    sealed[1] = 3;
    assert_eq!(safe.open(PLACE, &sealed), Err(Unsealable::Newer(3)));
    sealed[1] = 0;
    assert_eq!(safe.open(PLACE, &sealed), Err(Unsealable::Damaged));
}

#[test]
fn one_value_sealed_twice_does_not_look_the_same() {
    let safe = sealer(1, STORE);
    let (first, second) = (safe.seal(PLACE, b"x"), safe.seal(PLACE, b"x"));
    let (first, second) = (first.unwrap(), second.unwrap());
    assert_ne!(first[2..26], second[2..26]);
    assert_ne!(first[26..], second[26..]);
}

#[test]
fn nothing_is_sealed_when_there_is_no_randomness() {
    // One draw is there, and half of a nonce is not enough.
    let mut drawn = Some(7);
    let safe = Sealer::new(&key(1), STORE, Box::new(move || drawn.take()));
    assert_eq!(safe.seal(PLACE, b"{}"), Err(Locked));
    assert_eq!(safe.seal(PLACE, b"{}"), Err(Locked));
}

#[test]
fn a_keyslot_opens_by_its_passphrase_and_by_no_other() {
    let words = passphrase("copper window marble");
    let slot = Keyslot::make(
        &key(1),
        STORE,
        &Secret::Passphrase(&words),
        WorkFactor::FLOOR,
    )
    .unwrap();
    assert_eq!(opened(&slot, "copper window marble"), Ok(*key(1).expose()));
    assert_eq!(
        opened(&slot, "copper window marbles"),
        Err(KeyslotError::WrongSecret)
    );
    let code = RecoveryCode::new(7);
    assert_eq!(
        slot.open(STORE, &Secret::Recovery(&code)).err(),
        Some(KeyslotError::Missing)
    );
    assert!(slot.age().contains("AGE ENCRYPTED FILE"));
}

#[test]
fn a_recovery_code_opens_its_keyslot_however_it_is_typed() {
    let code = RecoveryCode::new(0xfeed_beef);
    let secret = Secret::Recovery(&code);
    let slot = Keyslot::make(&key(2), STORE, &secret, WorkFactor::FLOOR).unwrap();
    let typed = RecoveryCode::parse(&code.text().to_lowercase().replace('-', " ")).unwrap();
    let opened = slot.open(STORE, &Secret::Recovery(&typed)).unwrap();
    assert_eq!(opened.expose(), key(2).expose());
}

#[test]
fn a_keyslot_of_another_store_is_not_taken() {
    let words = passphrase("tide");
    let opened = cheap_slot("tide").open(StoreId::new(5), &Secret::Passphrase(&words));
    assert_eq!(opened.err(), Some(KeyslotError::Damaged));
}

#[test]
fn every_flipped_bit_of_a_keyslot_is_found() {
    let slot = cheap_slot("tide");
    let key = opened(&slot, "tide").unwrap();
    assert_eq!(key, *ebb_tests::sealing::key(1).expose());
    // By accident: the check sum tells it from a wrong passphrase.
    let vault = VaultFile::new(STORE, slot.clone()).encode().unwrap();
    for damaged in flips(&vault) {
        let found = VaultFile::decode(&damaged).map_or(true, |vault| {
            let verified = vault
                .slot(KeyslotKind::Passphrase)
                .is_none_or(|slot| slot.verify() == Err(KeyslotError::Damaged));
            verified || vault.store() != STORE
        });
        assert!(found);
    }
    // With ill will: the check sum fits again, and age has to find it.
    for damaged in flips(slot.age().as_bytes()) {
        let Ok(text) = String::from_utf8(damaged) else {
            continue;
        };
        let slot = Keyslot::of_age(KeyslotKind::Passphrase, text);
        assert!(opened(&slot, "tide").is_err());
    }
}

#[test]
fn every_flipped_bit_inside_the_armor_of_a_keyslot_is_found() {
    let plain = inside(STORE, &hex_of_key(1), 1);
    for damaged in flips(&age_file(&plain, "tide", CHEAP)) {
        let slot = Keyslot::of_age(KeyslotKind::Passphrase, armored(&damaged));
        assert!(opened(&slot, "tide").is_err());
    }
}

#[test]
fn every_cut_of_a_keyslot_and_of_a_vault_file_is_found() {
    let slot = cheap_slot("tide");
    for cut in cuts(slot.age().as_bytes()) {
        let text = String::from_utf8(cut.to_vec()).unwrap();
        let slot = Keyslot::of_age(KeyslotKind::Passphrase, text);
        assert_eq!(opened(&slot, "tide"), Err(KeyslotError::Damaged));
    }
    let vault = VaultFile::new(STORE, slot).encode().unwrap();
    for cut in cuts(&vault) {
        assert_eq!(VaultFile::decode(cut), Err(VaultFileError::Damaged));
    }
}

#[test]
fn spellings_of_the_armor_that_age_would_take_are_damage_here() {
    let slot = cheap_slot("tide");
    for other in [
        format!("\n{}", slot.age()),
        format!("{}\n", slot.age()),
        slot.age().replace('\n', "\r\n"),
        slot.age().trim_end().to_owned(),
    ] {
        let slot = Keyslot::of_age(KeyslotKind::Passphrase, other);
        assert_eq!(opened(&slot, "tide"), Err(KeyslotError::Damaged));
    }
}

#[test]
fn a_keyslot_that_asks_for_too_much_work_is_refused_before_any_is_done() {
    let file = age_file(&inside(STORE, &hex_of_key(1), 1), "tide", CHEAP);
    let at = file.windows(3).position(|part| part == b" 1\n").unwrap();
    for (asked, work) in [("21", 21), ("63", 63)] {
        let mut heavy = file.clone();
        heavy.splice(at + 1..at + 2, asked.bytes());
        let slot = Keyslot::of_age(KeyslotKind::Passphrase, armored(&heavy));
        assert_eq!(opened(&slot, "tide"), Err(KeyslotError::TooHeavy(work)));
    }
}

#[test]
fn no_keyslot_is_made_with_less_work_than_the_floor_or_more_than_the_cap() {
    assert!(WorkFactor::new(14).is_err());
    assert_eq!(WorkFactor::new(15), Ok(WorkFactor::FLOOR));
    assert_eq!(WorkFactor::new(18), Ok(WorkFactor::CAP));
    assert!(WorkFactor::new(21).is_err());
}

#[test]
fn what_a_newer_build_wrote_is_refused_as_such_at_every_level() {
    let newer_inside = age_file(&inside(STORE, &hex_of_key(1), 2), "tide", CHEAP);
    let slot = Keyslot::of_age(KeyslotKind::Passphrase, armored(&newer_inside));
    assert_eq!(opened(&slot, "tide"), Err(KeyslotError::Newer));
    let mut newer_age = age_file(b"{}", "tide", CHEAP);
    newer_age[b"age-encryption.org/v".len()] = b'2';
    let slot = Keyslot::of_age(KeyslotKind::Passphrase, armored(&newer_age));
    assert_eq!(opened(&slot, "tide"), Err(KeyslotError::Newer));
    let vault = br#"{"v":4,"anything":["else"]}"#;
    assert_eq!(VaultFile::decode(vault), Err(VaultFileError::Newer(4)));
}

#[test]
fn age_files_that_hold_something_else_are_no_keyslots() {
    let long = "a".repeat(8_000);
    for plain in [
        &b""[..],
        b"{}",
        b"[1,2]",
        br#"{"ebb":"backup","v":1}"#,
        &inside(STORE, "00", 1),
        &inside(STORE, &hex_of_key(1).to_uppercase(), 1),
        &inside(STORE, &hex_of_key(1), 0),
        long.as_bytes(),
    ] {
        let file = age_file(plain, "tide", CHEAP);
        let slot = Keyslot::of_age(KeyslotKind::Passphrase, armored(&file));
        assert_eq!(opened(&slot, "tide"), Err(KeyslotError::Damaged));
    }
    let for_a_key = armored(&age_file_for_a_key(b"{}"));
    let slot = Keyslot::of_age(KeyslotKind::Passphrase, for_a_key);
    assert_eq!(opened(&slot, "tide"), Err(KeyslotError::Damaged));
}

#[test]
fn changing_the_passphrase_leaves_the_recovery_slot_as_it_was() {
    let recovery = Keyslot::of_age(KeyslotKind::Recovery, cheap_slot("code").age().to_owned());
    let mut vault = VaultFile::new(STORE, cheap_slot("old"));
    vault.put(recovery.clone());
    vault.put(cheap_slot("new"));
    let vault = VaultFile::decode(&vault.encode().unwrap()).unwrap();
    assert_eq!(vault.slot(KeyslotKind::Recovery), Some(&recovery));
    let open = |words: &str| {
        let words = passphrase(words);
        vault.open(&Secret::Passphrase(&words)).map(|_| ())
    };
    assert_eq!(open("new"), Ok(()));
    assert_eq!(open("old"), Err(KeyslotError::WrongSecret));
}

#[test]
fn the_last_keyslot_cannot_be_taken_away() {
    let mut vault = VaultFile::new(STORE, cheap_slot("tide"));
    assert_eq!(vault.remove(KeyslotKind::Passphrase), Err(LastKeyslot));
    assert_eq!(vault.remove(KeyslotKind::Recovery), Ok(()));
    let words = cheap_slot("code").age().to_owned();
    vault.put(Keyslot::of_age(KeyslotKind::Recovery, words));
    assert_eq!(vault.remove(KeyslotKind::Passphrase), Ok(()));
    assert_eq!(vault.remove(KeyslotKind::Recovery), Err(LastKeyslot));
}

#[test]
fn what_format_1_says_of_the_store_is_read_and_not_kept() {
    let slot = cheap_slot("tide");
    let text = serde_json::to_string(&slot).unwrap();
    for state in ["sealed", "unsealing"] {
        let old = format!(r#"{{"v":1,"store":"{STORE}","state":"{state}","slots":[{text}]}}"#);
        let read = VaultFile::decode(old.as_bytes()).unwrap();
        assert!(read.is_format_1());
        assert_eq!(read.encode().unwrap(), old.as_bytes());
        let renewed = read.renewed();
        assert_eq!(renewed, VaultFile::new(STORE, slot.clone()));
        let bytes = renewed.encode().unwrap();
        assert_eq!(VaultFile::decode(&bytes), Ok(renewed));
    }
}

#[test]
fn a_vault_file_with_too_much_or_too_little_in_it_is_refused() {
    let slot = cheap_slot("tide");
    let json = |slots: &str, more: &str| {
        format!(r#"{{"v":1,"store":"{STORE}","state":"sealed","slots":[{slots}]{more}}}"#)
    };
    let one = serde_json::to_string(&slot).unwrap();
    assert!(VaultFile::decode(json(&one, "").as_bytes()).is_ok());
    for damaged in [
        json("", ""),
        json(&format!("{one},{one}"), ""),
        json(&one, r#","more":1"#),
        json(&one, "").replace("sealed\"", "open\""),
        json(&one, "").replace("\"kind\"", "\"x\":1,\"kind\""),
        json(&one, "").replace(r#""v":1"#, r#""v":0"#),
        format!(" {}", json(&one, "")),
        json(&"x".repeat(100_000), ""),
    ] {
        let read = VaultFile::decode(damaged.as_bytes());
        assert_eq!(read, Err(VaultFileError::Damaged));
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 256,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn what_is_sealed_opens_in_its_place_and_nowhere_else(
        plain in any::<Vec<u8>>(),
        (place, other) in ("[a-z]{1,8}/[0-9A-Z]{0,26}", "[a-z]{1,8}/[0-9A-Z]{0,26}"),
        (from, stores) in (1..u128::from(u64::MAX), any::<(u128, u128)>()),
    ) {
        let sealing = sealer(from, StoreId::new(stores.0));
        let sealed = sealing.seal(&place, &plain).unwrap();
        prop_assert_eq!(sealing.open(&place, &sealed), Ok(plain));
        if other != place {
            prop_assert_eq!(sealing.open(&other, &sealed), Err(Unsealable::Damaged));
        }
        if stores.0 != stores.1 {
            let elsewhere = sealer(from, StoreId::new(stores.1));
            prop_assert_eq!(elsewhere.open(&place, &sealed), Err(Unsealable::Damaged));
        }
        let another_key = sealer(from + 1, StoreId::new(stores.0));
        prop_assert_eq!(another_key.open(&place, &sealed), Err(Unsealable::Damaged));
    }

    #[test]
    fn every_recovery_code_reads_back(bits in any::<u128>()) {
        let code = RecoveryCode::new(bits);
        let typed = RecoveryCode::parse(&code.text()).unwrap();
        let (typed, printed) = (typed.text(), code.text());
        prop_assert_eq!(typed.as_str(), printed.as_str());
    }

    #[test]
    fn reading_a_vault_file_or_a_code_never_panics(bytes in any::<Vec<u8>>(), text in any::<String>()) {
        let _ = VaultFile::decode(&bytes);
        let _ = RecoveryCode::parse(&text);
        let words = ebb_core::vault::CommonWords::parse(&text);
        let _ = ebb_core::vault::estimate(&text, &words);
    }
}
