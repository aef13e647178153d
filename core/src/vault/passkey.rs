//! A passkey as a secret: what its PRF extension gives for two inputs.
//!
//! Stanza and key are those of `typage` and `age-plugin-fido2prf`
//! (<https://words.filippo.io/passkey-encryption/>): the file key is wrapped by
//! HKDF-Extract-SHA256 of both outputs, one after the other, with the label as salt.

use std::collections::HashSet;

use age::{DecryptError, EncryptError, Identity, Recipient};
use age_core::format::{FILE_KEY_BYTES, FileKey, Stanza};
use age_core::primitives::{aead_decrypt, aead_encrypt};
use age_core::secrecy::ExposeSecret;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD_NO_PAD;
use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

use super::key::NotAKey;

const LABEL: &str = "age-encryption.org/fido2prf";

/// What a passkey gives for a keyslot. It is overwritten with zeros when dropped.
pub struct Passkey {
    nonce: [u8; Self::NONCE_BYTES],
    key: Zeroizing<[u8; 32]>,
}

impl Passkey {
    /// How long the nonce of a keyslot is.
    pub const NONCE_BYTES: usize = 16;
    /// How long the two outputs are together.
    pub const OUTPUT_BYTES: usize = 64;

    /// What the passkey's PRF is asked for a keyslot with this nonce. Two outputs, so that one
    /// touch opens one keyslot only.
    #[must_use]
    pub fn inputs(nonce: &[u8; Self::NONCE_BYTES]) -> [Vec<u8>; 2] {
        [1, 2].map(|which| [LABEL.as_bytes(), &[which], nonce].concat())
    }

    /// The outputs for the [`inputs`](Self::inputs), one after the other.
    ///
    /// # Errors
    /// [`NotAKey`] unless there are 64 bytes.
    pub fn new(nonce: [u8; Self::NONCE_BYTES], outputs: &[u8]) -> Result<Self, NotAKey> {
        if outputs.len() != Self::OUTPUT_BYTES {
            return Err(NotAKey);
        }
        let mut key = Zeroizing::new([0; 32]);
        let (extracted, _) = Hkdf::<Sha256>::extract(Some(LABEL.as_bytes()), outputs);
        key.copy_from_slice(&extracted);
        Ok(Self { nonce, key })
    }

    /// The nonce that stands in the header of an `age` file for a passkey.
    pub(super) fn nonce_in(file: &[u8]) -> Option<[u8; Self::NONCE_BYTES]> {
        let mut lines = file.split(|byte| *byte == b'\n');
        let nonce = lines.find_map(|line| {
            let line = line.strip_prefix(b"-> ")?;
            line.strip_prefix(LABEL.as_bytes())?.strip_prefix(b" ")
        })?;
        BASE64_STANDARD_NO_PAD.decode(nonce).ok()?.try_into().ok()
    }
}

impl Recipient for Passkey {
    fn wrap_file_key(
        &self,
        file_key: &FileKey,
    ) -> Result<(Vec<Stanza>, HashSet<String>), EncryptError> {
        let stanza = Stanza {
            tag: LABEL.to_owned(),
            args: vec![BASE64_STANDARD_NO_PAD.encode(self.nonce)],
            body: aead_encrypt(&self.key, file_key.expose_secret()),
        };
        Ok((vec![stanza], HashSet::new()))
    }
}

impl Identity for Passkey {
    fn unwrap_stanza(&self, stanza: &Stanza) -> Option<Result<FileKey, DecryptError>> {
        let nonce = BASE64_STANDARD_NO_PAD.encode(self.nonce);
        if stanza.tag != LABEL || stanza.args != [nonce] {
            return None;
        }
        let opened = aead_decrypt(&self.key, FILE_KEY_BYTES, &stanza.body);
        Some(opened.map_err(DecryptError::from).and_then(|plain| {
            FileKey::try_init_with_mut(|key| {
                let plain = Zeroizing::new(plain);
                if plain.len() != key.len() {
                    return Err(DecryptError::DecryptionFailed);
                }
                key.copy_from_slice(&plain);
                Ok(())
            })
        }))
    }
}
