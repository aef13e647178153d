//! Keyslots beside those of the passphrase and the recovery code: the panic phrase, the passkey; and
//! vault files of every format.
#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

use ebb_core::vault::{
    DataKey, Keyslot, KeyslotError, KeyslotKind, LastKeyslot, Passkey, RecoveryCode, Secret,
    StoreId, VaultFile, VaultFileError, WorkFactor,
};
use ebb_tests::generate::sealed_store::KEY;
use ebb_tests::generate::vault_file::{NONCE, OUTPUTS, PANIC, PASSPHRASE, RECOVERY, STORE};
use ebb_tests::sealing::{self, flips, hex, key, passphrase};

const OLD: &[u8] = include_bytes!("../fixtures/v1/vault.json");
const FROZEN: &[u8] = include_bytes!("../fixtures/v3/vault.json");

fn slot(key: &DataKey, secret: Secret<'_>) -> Keyslot {
    Keyslot::make(key, sealing::STORE, &secret, WorkFactor::FLOOR).unwrap()
}

/// A vault with a passphrase, and a phrase that erases.
fn with_panic(phrase: &str) -> VaultFile {
    let words = passphrase("calm sea over the wide bay");
    let mut vault = VaultFile::new(sealing::STORE, slot(&key(1), Secret::Passphrase(&words)));
    vault.put(slot(&key(9), Secret::Panic(&passphrase(phrase))));
    vault
}

fn typed(vault: &VaultFile, words: &str) -> Result<String, KeyslotError> {
    let words = passphrase(words);
    let opened = vault.open(&Secret::Passphrase(&words));
    opened.map(|key| hex(key.expose()))
}

#[test]
fn the_panic_phrase_typed_as_the_passphrase_erases_and_no_other_does() {
    let vault = with_panic("gulls at noon");
    let opened = typed(&vault, "calm sea over the wide bay");
    assert_eq!(opened, Ok(hex(key(1).expose())));
    assert_eq!(typed(&vault, "gulls at noon"), Err(KeyslotError::Panic));
    assert_eq!(
        typed(&vault, "gulls at ten"),
        Err(KeyslotError::WrongSecret)
    );
}

#[test]
fn nothing_in_the_vault_file_tells_whether_there_is_a_panic_phrase() {
    // One that a person has chosen, and one that nobody knows.
    let chosen = with_panic("gulls at noon");
    let nobody = with_panic("3ZK9-MMMM-0000-1111-2222-3333-4444");
    let shape = |vault: &VaultFile| {
        // What is the same in every file: all but the base 64 and the check sums.
        let slot = vault.slot(KeyslotKind::Other).unwrap();
        let other = vault.slot(KeyslotKind::Passphrase).unwrap();
        assert_eq!(
            (slot.work(), slot.age().len()),
            (other.work(), other.age().len())
        );
        (slot.work(), slot.age().len(), vault.encode().unwrap().len())
    };
    assert_eq!(shape(&chosen), shape(&nobody));
}

#[test]
fn keyslots_that_somebody_has_swapped_open_to_what_they_hold() {
    let vault = with_panic("gulls at noon");
    let swapped = |from, to| Keyslot::of_age(to, vault.slot(from).unwrap().age().to_owned());
    let (words, other) = (KeyslotKind::Passphrase, KeyslotKind::Other);
    let mut attacked = VaultFile::new(sealing::STORE, swapped(other, words));
    attacked.put(swapped(words, other));
    let opened = typed(&attacked, "calm sea over the wide bay");
    assert_eq!(opened, Ok(hex(key(1).expose())));
    assert_eq!(typed(&attacked, "gulls at noon"), Err(KeyslotError::Panic));
}

#[test]
fn a_passkey_opens_by_what_it_gives_for_its_nonce_and_by_nothing_else() {
    let passkey = Passkey::new(NONCE, &OUTPUTS).unwrap();
    let made = slot(&key(1), Secret::Passkey(&passkey)).of_credential("AAEC_w".to_owned());
    assert_eq!(made.passkey_nonce(), Some(NONCE));
    assert_eq!((made.credential(), made.work()), (Some("AAEC_w"), None));
    let open = |passkey: &Passkey| made.open(sealing::STORE, &Secret::Passkey(passkey));
    assert_eq!(open(&passkey).unwrap().expose(), key(1).expose());
    let other = Passkey::new(NONCE, &[43; 64]).unwrap();
    assert_eq!(open(&other).err(), Some(KeyslotError::WrongSecret));
    let elsewhere = Passkey::new([8; 16], &OUTPUTS).unwrap();
    assert_eq!(open(&elsewhere).err(), Some(KeyslotError::WrongSecret));
    assert!(Passkey::new(NONCE, &OUTPUTS[1..]).is_err());
    let [first, second] = Passkey::inputs(&NONCE);
    assert_eq!(first, b"age-encryption.org/fido2prf\x01\x07\x07\x07\x07\x07\x07\x07\x07\x07\x07\x07\x07\x07\x07\x07\x07");
    assert_eq!((second[27], &second[28..]), (2, &NONCE[..]));
}

#[test]
fn a_flipped_bit_in_the_name_of_a_passkey_is_found() {
    let passkey = Passkey::new(NONCE, &OUTPUTS).unwrap();
    let mut vault = with_panic("gulls at noon");
    vault.put(slot(&key(1), Secret::Passkey(&passkey)).of_credential("AAEC_w".to_owned()));
    let bytes = vault.encode().unwrap();
    let at = bytes.windows(6).position(|part| part == b"AAEC_w").unwrap();
    for bit in 0..6 * 8 {
        let mut damaged = bytes.clone();
        damaged[at + bit / 8] ^= 1 << (bit % 8);
        let verified = VaultFile::decode(&damaged).map(|vault| {
            let slot = vault.slot(KeyslotKind::Passkey).unwrap();
            slot.verify()
        });
        assert_ne!(verified, Ok(Ok(())));
    }
}

#[test]
fn a_passkey_or_a_panic_phrase_is_never_the_only_way_in() {
    let passkey = Passkey::new(NONCE, &OUTPUTS).unwrap();
    let mut vault = with_panic("gulls at noon");
    vault.put(slot(&key(1), Secret::Passkey(&passkey)).of_credential("AAEC".to_owned()));
    assert_eq!(vault.remove(KeyslotKind::Passphrase), Err(LastKeyslot));
    assert_eq!(vault.remove(KeyslotKind::Passkey), Ok(()));
    assert!(vault.slot(KeyslotKind::Passkey).is_none());
}

#[test]
fn an_older_vault_file_opens_reads_back_byte_for_byte_and_is_brought_up_to_date_by_a_new_keyslot() {
    let old = VaultFile::decode(OLD).unwrap();
    assert_eq!(old.encode().as_deref(), Ok(OLD));
    let second = String::from_utf8(OLD.to_vec()).unwrap();
    let second = second
        .replacen("\"v\":1", "\"v\":2", 1)
        .replacen("\"state\":\"sealed\",", "", 1);
    let mut vault = VaultFile::decode(second.as_bytes()).unwrap();
    assert_eq!(vault.encode().as_deref(), Ok(second.as_bytes()));
    assert!(vault.is_outdated(KeyslotKind::Passphrase));
    let code = RecoveryCode::new(RECOVERY);
    let make = |secret, work| Keyslot::make(&key(9), vault.store(), &secret, work).unwrap();
    let panic = passphrase(PANIC);
    let other = make(Secret::Panic(&panic), WorkFactor::FLOOR);
    let weak = make(Secret::Recovery(&code), WorkFactor::FLOOR);
    let strong = make(Secret::Recovery(&code), WorkFactor::DEFAULT);
    vault.put(other);
    vault.put(weak);
    assert!(vault.encode().unwrap().starts_with(b"{\"v\":3,"));
    assert!(vault.is_outdated(KeyslotKind::Recovery));
    vault.put(strong);
    assert!(!vault.is_outdated(KeyslotKind::Recovery));
}

#[test]
fn a_vault_file_of_an_older_format_has_no_keyslots_of_a_newer_one() {
    let vault = String::from_utf8(with_panic("gulls at noon").encode().unwrap()).unwrap();
    for other in ["\"v\":2", "\"v\":1"] {
        let older = vault.replacen("\"v\":3", other, 1);
        let read = VaultFile::decode(older.as_bytes());
        assert_eq!(read.err(), Some(VaultFileError::Damaged));
    }
    let newer = vault.replacen("\"v\":3", "\"v\":4", 1);
    assert_eq!(
        VaultFile::decode(newer.as_bytes()).err(),
        Some(VaultFileError::Newer(4))
    );
    let nameless = vault.replacen("\"other\"", "\"passkey\"", 1);
    assert_eq!(
        VaultFile::decode(nameless.as_bytes()).err(),
        Some(VaultFileError::Damaged)
    );
}

/// Never change the file or an expectation here. It was made once, in November 2026.
#[test]
fn a_vault_file_of_format_3_opens_in_every_way() {
    let vault = VaultFile::decode(FROZEN).unwrap();
    assert_eq!(vault.store(), STORE.parse::<StoreId>().unwrap());
    assert_eq!(typed(&vault, PASSPHRASE).as_deref(), Ok(KEY));
    assert_eq!(typed(&vault, PANIC), Err(KeyslotError::Panic));
    let opened = |secret: &Secret<'_>| vault.open(secret).map(|key| hex(key.expose()));
    let code = RecoveryCode::new(RECOVERY);
    assert_eq!(opened(&Secret::Recovery(&code)).as_deref(), Ok(KEY));
    let slot = vault.slot(KeyslotKind::Passkey).unwrap();
    assert_eq!(
        (slot.credential(), slot.passkey_nonce()),
        (Some("AAECAwQ"), Some(NONCE))
    );
    let passkey = Passkey::new(NONCE, &OUTPUTS).unwrap();
    assert_eq!(opened(&Secret::Passkey(&passkey)).as_deref(), Ok(KEY));
    let flipped = flips(&FROZEN[..40]).map(|head| [&head[..], &FROZEN[40..]].concat());
    for damaged in flipped {
        let store = VaultFile::decode(&damaged).map(|vault| vault.store());
        assert_ne!(store, Ok(vault.store()));
    }
}
