//! Sealing of what a store keeps, with XChaCha20-Poly1305.
//!
//! Sealed bytes are `0xEB`, the format version, a 24-byte nonce, and the ciphertext with its
//! 16-byte tag. The associated data is the format version, the store's name and the place, so
//! that sealed bytes open only where they were put. Format 2 seals with a key derived from the
//! data key, beside which there is one for names and marks; format 1, which is only read, sealed
//! with the data key itself.

use std::sync::{Arc, Mutex, PoisonError};

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::key::{DataKey, StoreId};
use super::keyslot::hex;
use crate::store::{Locked, Mark, SEALED, Seal, Unsealable};

/// The format this build writes, and the newest it reads.
const FORMAT: u8 = 2;
const FORMAT_1: u8 = 1;
const NONCE_BYTES: usize = 24;
const TAG_BYTES: usize = 16;
/// What the derived keys are for.
const FOR_SEALING: &[u8] = b"ebb store v2 sealing";
const FOR_NAMES: &[u8] = b"ebb store v2 names";
/// Where a key lies that is handed over to another.
const FORMER_KEY: &str = "former key";

/// Gives 128 fresh random bits at each call, or nothing when there is no randomness to be had.
type Random = dyn FnMut() -> Option<u128> + Send;

/// Seals and opens with one key for one store. The keys are overwritten with zeros when dropped.
pub struct Sealer {
    cipher: XChaCha20Poly1305,
    format_1: XChaCha20Poly1305,
    names: Zeroizing<[u8; 32]>,
    key: DataKey,
    store: StoreId,
    random: Arc<Mutex<Box<Random>>>,
}

impl Sealer {
    /// A sealer for one store. `random` gives 128 fresh random bits at each call; a nonce that
    /// came twice would betray what both values have in common. When it gives nothing, nothing is
    /// sealed ([`Locked`]).
    #[must_use]
    pub fn new(key: &DataKey, store: StoreId, random: Box<Random>) -> Self {
        Self::with(key, store, Arc::new(Mutex::new(random)))
    }

    fn with(key: &DataKey, store: StoreId, random: Arc<Mutex<Box<Random>>>) -> Self {
        let derived = derive(key, store, FOR_SEALING);
        Self {
            cipher: XChaCha20Poly1305::new((&*derived).into()),
            format_1: XChaCha20Poly1305::new(key.expose().into()),
            names: derive(key, store, FOR_NAMES),
            key: key.clone(),
            store,
            random,
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
    fn bound_to(&self, format: u8, place: &str) -> Vec<u8> {
        let mut bound = vec![format];
        bound.extend_from_slice(self.store.to_string().as_bytes());
        bound.extend_from_slice(place.as_bytes());
        bound
    }

    /// A keyed hash; `purpose` keeps those of names from meaning anything as digests.
    fn hash(&self, purpose: u8, bytes: &[u8]) -> Mark {
        let mut short = [0; 16];
        // HMAC takes keys of any length.
        if let Ok(mut hash) = <Hmac<Sha256> as Mac>::new_from_slice(&*self.names) {
            hash.update(&[purpose]);
            hash.update(bytes);
            short.copy_from_slice(&hash.finalize().into_bytes()[..16]);
        }
        short
    }
}

/// HKDF-SHA256 of the data key, with the store's name as salt.
fn derive(key: &DataKey, store: StoreId, purpose: &[u8]) -> Zeroizing<[u8; 32]> {
    let mut derived = Zeroizing::new([0; 32]);
    let hkdf = Hkdf::<Sha256>::new(Some(store.to_string().as_bytes()), key.expose());
    // It fails for more than 8,160 bytes only.
    let _ = hkdf.expand(purpose, derived.as_mut_slice());
    derived
}

impl Seal for Sealer {
    fn seal(&self, place: &str, plain: &[u8]) -> Result<Vec<u8>, Locked> {
        let nonce = self.nonce()?;
        let payload = Payload {
            msg: plain,
            aad: &self.bound_to(FORMAT, place),
        };
        let ciphertext = self.cipher.encrypt(&nonce, payload).map_err(|_| Locked)?;
        let mut sealed = Vec::with_capacity(2 + NONCE_BYTES + ciphertext.len());
        sealed.extend_from_slice(&[SEALED, FORMAT]);
        sealed.extend_from_slice(&nonce);
        sealed.extend_from_slice(&ciphertext);
        Ok(sealed)
    }

    fn open(&self, place: &str, sealed: &[u8]) -> Result<Vec<u8>, Unsealable> {
        let (format, cipher, rest) = match sealed {
            [SEALED, FORMAT, rest @ ..] => (FORMAT, &self.cipher, rest),
            [SEALED, FORMAT_1, rest @ ..] => (FORMAT_1, &self.format_1, rest),
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
            aad: &self.bound_to(format, place),
        };
        cipher
            .decrypt(XNonce::from_slice(nonce), payload)
            .map_err(|_| Unsealable::Damaged)
    }

    fn name(&self, place: &str) -> String {
        hex(&self.hash(1, place.as_bytes())).to_string()
    }

    /// The tag: nobody can make another text with the same one.
    fn mark(&self, sealed: &[u8]) -> Mark {
        let tag = sealed.last_chunk::<TAG_BYTES>();
        tag.copied().unwrap_or_default()
    }

    fn digest(&self, bytes: &[u8]) -> Mark {
        self.hash(2, bytes)
    }

    fn hand_over(&self, to: &dyn Seal) -> Result<Vec<u8>, Locked> {
        to.seal(FORMER_KEY, self.key.expose())
    }

    fn former(&self, key: &[u8]) -> Result<Arc<dyn Seal>, Unsealable> {
        let key = Zeroizing::new(self.open(FORMER_KEY, key)?);
        let key = DataKey::from_bytes(&key).map_err(|_| Unsealable::Damaged)?;
        Ok(Arc::new(Self::with(&key, self.store, self.random.clone())))
    }
}
