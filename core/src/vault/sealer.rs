//! Sealing of what a store keeps, with XChaCha20-Poly1305.
//!
//! Sealed bytes are `0xEB`, the format version, a 24-byte nonce, and the ciphertext with its
//! 16-byte tag. The associated data is the format version, the store's name and the place, so
//! that sealed bytes open only where they were put.

use std::sync::{Mutex, PoisonError};

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};

use super::key::{DataKey, StoreId};
use crate::store::{Locked, SEALED, Seal, Unsealable};

/// The format this build writes, and the newest it reads.
const FORMAT: u8 = 1;
const NONCE_BYTES: usize = 24;
const TAG_BYTES: usize = 16;

/// Gives 128 fresh random bits at each call, or nothing when there is no randomness to be had.
type Random = dyn FnMut() -> Option<u128> + Send;

/// Seals and opens with one key for one store. The key is overwritten with zeros when dropped.
pub struct Sealer {
    cipher: XChaCha20Poly1305,
    store: StoreId,
    random: Mutex<Box<Random>>,
}

impl Sealer {
    /// A sealer for one store. `random` gives 128 fresh random bits at each call; a nonce that
    /// came twice would betray what both values have in common. When it gives nothing, nothing is
    /// sealed ([`Locked`]).
    #[must_use]
    pub fn new(
        key: &DataKey,
        store: StoreId,
        random: Box<dyn FnMut() -> Option<u128> + Send>,
    ) -> Self {
        Self {
            cipher: XChaCha20Poly1305::new(key.expose().into()),
            store,
            random: Mutex::new(random),
        }
    }

    fn nonce(&self) -> Result<XNonce, Locked> {
        let mut random = self.random.lock().unwrap_or_else(PoisonError::into_inner);
        let mut nonce = XNonce::default();
        for part in nonce.chunks_mut(16) {
            let bytes = random().ok_or(Locked)?.to_be_bytes();
            part.copy_from_slice(&bytes[..part.len()]);
        }
        Ok(nonce)
    }

    /// The store's name has a fixed length, so the parts cannot be cut another way.
    fn bound_to(&self, place: &str) -> Vec<u8> {
        let mut bound = vec![FORMAT];
        bound.extend_from_slice(self.store.to_string().as_bytes());
        bound.extend_from_slice(place.as_bytes());
        bound
    }
}

impl Seal for Sealer {
    fn seal(&self, place: &str, plain: &[u8]) -> Result<Vec<u8>, Locked> {
        let nonce = self.nonce()?;
        let payload = Payload {
            msg: plain,
            aad: &self.bound_to(place),
        };
        let ciphertext = self.cipher.encrypt(&nonce, payload).map_err(|_| Locked)?;
        let mut sealed = Vec::with_capacity(2 + NONCE_BYTES + ciphertext.len());
        sealed.extend_from_slice(&[SEALED, FORMAT]);
        sealed.extend_from_slice(&nonce);
        sealed.extend_from_slice(&ciphertext);
        Ok(sealed)
    }

    fn open(&self, place: &str, sealed: &[u8]) -> Result<Vec<u8>, Unsealable> {
        let rest = match sealed {
            [SEALED, FORMAT, rest @ ..] => rest,
            [SEALED, newer, ..] if *newer > FORMAT => {
                return Err(Unsealable::Newer(u16::from(*newer)));
            }
            _ => return Err(Unsealable::Damaged),
        };
        let (nonce, ciphertext) = rest
            .split_at_checked(NONCE_BYTES)
            .ok_or(Unsealable::Damaged)?;
        if ciphertext.len() < TAG_BYTES {
            return Err(Unsealable::Damaged);
        }
        let payload = Payload {
            msg: ciphertext,
            aad: &self.bound_to(place),
        };
        self.cipher
            .decrypt(XNonce::from_slice(nonce), payload)
            .map_err(|_| Unsealable::Damaged)
    }
}
