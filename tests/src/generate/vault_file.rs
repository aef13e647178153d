//! A vault file of format 3, with a keyslot of every kind.

use std::path::PathBuf;

use ebb_core::vault::{
    DataKey, Keyslot, Passkey, Passphrase, RecoveryCode, Secret, StoreId, VaultFile, WorkFactor,
};

use super::sealed_store::{KEY, unhex};
use crate::sealing::key;

/// The fixture, from the root of the tests.
const PATH: &str = "fixtures/v3/vault.json";
/// The store of the fixtures.
pub const STORE: &str = "5eed0febb0000000000000000000c0de";
/// Its passphrase.
pub const PASSPHRASE: &str = "cobre ventana mármol río";
/// Its panic phrase.
pub const PANIC: &str = "una tarde tranquila";
/// Its recovery code.
pub const RECOVERY: u128 = 0xfeed_beef;
/// The nonce of its passkey.
pub const NONCE: [u8; 16] = [7; 16];
/// What its passkey gives for that.
pub const OUTPUTS: [u8; 64] = [42; 64];

/// Writes the fixture, unless it is there.
pub fn write() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(PATH);
    if path.exists() {
        return;
    }
    let store: StoreId = STORE.parse().unwrap();
    let data_key = DataKey::from_bytes(&unhex(KEY)).unwrap();
    let make =
        |key: &DataKey, secret| Keyslot::make(key, store, &secret, WorkFactor::FLOOR).unwrap();
    let words = Passphrase::new(PASSPHRASE).unwrap();
    let panic = Passphrase::new(PANIC).unwrap();
    let code = RecoveryCode::new(RECOVERY);
    let passkey = Passkey::new(NONCE, &OUTPUTS).unwrap();
    let mut vault = VaultFile::new(store, make(&data_key, Secret::Passphrase(&words)));
    vault.put(make(&data_key, Secret::Recovery(&code)));
    vault.put(make(&key(9), Secret::Panic(&panic)));
    let slot = make(&data_key, Secret::Passkey(&passkey));
    vault.put(slot.of_credential("AAECAwQ".to_owned()));
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, vault.encode().unwrap()).unwrap();
}
