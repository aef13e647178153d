//! The one seam between storing and sealing: the store does not know how sealing is done.

use std::sync::Arc;

use super::manifest::Mark;

/// Why stored bytes could not be opened. It never quotes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unsealable {
    /// Written by a newer Ebb.
    #[error("sealed by a newer version of Ebb (format {0})")]
    Newer(u16),
    /// Damaged, moved from another place or store, or sealed with another key.
    #[error("damaged or sealed with another key")]
    Damaged,
}

/// Sealing failed; nothing was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("could not be sealed")]
pub struct Locked;

/// Turns plain bytes into sealed ones and back.
///
/// `place` names where the bytes are kept. It is bound into what is sealed, so that stored bytes
/// cannot be moved to another place.
pub trait Seal: Send + Sync {
    /// Seals `plain`, to be kept at `place`.
    ///
    /// # Errors
    /// [`Locked`] when it cannot be done.
    fn seal(&self, place: &str, plain: &[u8]) -> Result<Vec<u8>, Locked>;

    /// Opens what was sealed for `place`.
    ///
    /// # Errors
    /// [`Unsealable`]; the caller keeps the stored bytes as they are.
    fn open(&self, place: &str, sealed: &[u8]) -> Result<Vec<u8>, Unsealable>;

    /// A name for `place` that tells nothing of it to whoever has no key: always the same one, of
    /// 32 lower-case hexadecimal digits.
    fn name(&self, place: &str) -> String;

    /// Tells one version of sealed bytes from every other.
    fn mark(&self, sealed: &[u8]) -> Mark;

    /// A keyed hash of any bytes.
    fn digest(&self, bytes: &[u8]) -> Mark;

    /// The key, sealed so that only `to` can use it by [`Seal::former`].
    ///
    /// # Errors
    /// [`Locked`] when it cannot be done.
    fn hand_over(&self, to: &dyn Seal) -> Result<Vec<u8>, Locked>;

    /// What another key had sealed, of which [`Seal::hand_over`] has given the key.
    ///
    /// # Errors
    /// [`Unsealable`]
    fn former(&self, key: &[u8]) -> Result<Arc<dyn Seal>, Unsealable>;
}

/// The first byte of everything sealed. No UTF-8 text starts with it, and plain bytes are JSON.
pub const SEALED: u8 = 0xEB;

/// Whether `stored` claims to be sealed, as opposed to plain.
#[must_use]
pub fn is_sealed(stored: &[u8]) -> bool {
    stored.first() == Some(&SEALED)
}
