//! Keys, secrets and cheap `age` files for the tests of the vault and of backups.

use std::fmt::Write as _;
use std::io::Write as _;

use chacha20poly1305::XChaCha20Poly1305;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use ebb_core::vault::{DataKey, Passphrase, Sealer, StoreId};

/// The store of the tests.
pub const STORE: StoreId = StoreId::new(0x0011_2233_4455_6677_8899_aabb_ccdd_eeff);

/// Numbers that never come twice, in the place of randomness.
#[must_use]
pub fn counting(from: u128) -> Box<dyn FnMut() -> u128 + Send> {
    let mut drawn = from;
    Box::new(move || {
        drawn = drawn.wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835) + 1;
        drawn
    })
}

/// A data key made of a number.
#[must_use]
pub fn key(from: u128) -> DataKey {
    DataKey::random(&mut counting(from))
}

/// Bytes as lower-case hexadecimal digits.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").unwrap();
        text
    })
}

/// A sealer with a key made of a number.
#[must_use]
pub fn sealer(from: u128, store: StoreId) -> Sealer {
    let mut drawn = counting(from + 1);
    Sealer::new(&key(from), store, Box::new(move || Some(drawn())))
}

/// A passphrase.
#[must_use]
pub fn passphrase(text: &str) -> Passphrase {
    Passphrase::new(text).unwrap()
}

/// An `age` file by passphrase with any work factor, as no part of Ebb would make it.
#[must_use]
pub fn age_file(plain: &[u8], passphrase: &str, work: u8) -> Vec<u8> {
    let mut recipient = age::scrypt::Recipient::new(passphrase.to_owned().into());
    recipient.set_work_factor(work);
    age_file_for(plain, &recipient)
}

/// An `age` file for a key that somebody has.
#[must_use]
pub fn age_file_for_a_key(plain: &[u8]) -> Vec<u8> {
    age_file_for(plain, &age::x25519::Identity::generate().to_public())
}

fn age_file_for(plain: &[u8], recipient: &dyn age::Recipient) -> Vec<u8> {
    let encryptor = age::Encryptor::with_recipients(std::iter::once(recipient)).unwrap();
    let mut file = Vec::new();
    let mut writer = encryptor.wrap_output(&mut file).unwrap();
    writer.write_all(plain).unwrap();
    writer.finish().unwrap();
    file
}

/// The same file with an ASCII armor.
#[must_use]
pub fn armored(file: &[u8]) -> String {
    let mut text = Vec::new();
    let format = age::armor::Format::AsciiArmor;
    let mut writer = age::armor::ArmoredWriter::wrap_output(&mut text, format).unwrap();
    writer.write_all(file).unwrap();
    writer.finish().unwrap();
    String::from_utf8(text).unwrap()
}

/// Every way in which one bit of `bytes` can be the other one.
pub fn flips(bytes: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    (0..bytes.len() * 8).map(|bit| {
        let mut flipped = bytes.to_vec();
        flipped[bit / 8] ^= 1 << (bit % 8);
        flipped
    })
}

/// Every way in which `bytes` can be cut short.
pub fn cuts(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    (0..bytes.len()).map(|length| &bytes[..length])
}

/// Bytes as format 1 sealed them: by the data key itself.
#[must_use]
pub fn format_1_sealed(key: &[u8; 32], store: StoreId, place: &str, plain: &[u8]) -> Vec<u8> {
    let nonce = [7; 24];
    let bound = [&[1], store.to_string().as_bytes(), place.as_bytes()].concat();
    let payload = Payload {
        msg: plain,
        aad: &bound,
    };
    let cipher = XChaCha20Poly1305::new(key.into());
    let ciphertext = cipher.encrypt(&nonce.into(), payload).unwrap();
    [&[0xEB, 1], &nonce[..], &ciphertext].concat()
}
