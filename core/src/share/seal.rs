//! Bundles in `age` files.

use std::str::FromStr;

use age::x25519;

use super::identity::Identity;
use super::key::PublicKey;
use super::phrase::Phrase;
use super::{PADDED_TO, SealedFor, ShareError, ShareLimits, sealed_for};
use crate::vault::{
    AgeError, NotSealed, Opening, Unlocking, WorkFactor, open_age, seal_age, seal_to_keys,
};

/// What opens a file.
#[derive(Clone, Copy)]
pub enum Opener<'a> {
    /// The phrase that was told.
    Phrase(&'a Phrase),
    /// One's own key.
    Key(&'a Identity),
}

/// Seals a bundle by a phrase. This takes as long and needs as much memory as the work factor
/// says; as the phrase has 64 random bits, [`WorkFactor::FLOOR`] is enough.
///
/// # Errors
/// [`NotSealed`] when the `age` crate fails.
pub fn sealed_for_phrase(
    bundle: &[u8],
    phrase: &Phrase,
    work: WorkFactor,
) -> Result<Vec<u8>, NotSealed> {
    seal_age(bundle, phrase.text(), work)
}

/// Seals a bundle for keys, each of which opens it.
///
/// # Errors
/// [`NotSealed`] without a key, with one that is none, or when the `age` crate fails.
pub fn sealed_for_keys(bundle: &[u8], keys: &[PublicKey]) -> Result<Vec<u8>, NotSealed> {
    let keys: Result<Vec<_>, _> = keys
        .iter()
        .map(|key| x25519::Recipient::from_str(&key.text()))
        .collect();
    seal_to_keys(bundle, &keys.map_err(|_| NotSealed)?)
}

/// Opens a file, binary or armored, and gives the bundle inside.
///
/// # Errors
/// [`ShareError`]. Only a wrong phrase costs the work of one; what can be seen without it is
/// found before.
pub fn open(file: &[u8], with: Opener<'_>, limits: &ShareLimits) -> Result<Vec<u8>, ShareError> {
    if file.len() > limits.bytes {
        return Err(ShareError::TooLarge);
    }
    if sealed_for(file)? == SealedFor::Plain {
        return Ok(file.to_vec());
    }
    let allowed = Opening {
        work: limits.work.min(WorkFactor::CAP.log2()),
        bytes: limits.bytes,
        padded_to: PADDED_TO,
    };
    let opened = match with {
        Opener::Phrase(phrase) => open_age(file, Unlocking::Passphrase(phrase.text()), allowed),
        Opener::Key(identity) => open_age(file, Unlocking::Key(identity.key()), allowed),
    };
    match opened {
        Ok(mut bundle) => Ok(std::mem::take(&mut *bundle)),
        Err(error) => Err(match (error, with) {
            (AgeError::WrongSecret, Opener::Phrase(_)) => ShareError::WrongPhrase,
            (AgeError::WrongSecret, Opener::Key(_)) => ShareError::WrongKey,
            (AgeError::NotAge, _) => ShareError::NotAge,
            (AgeError::Newer, _) => ShareError::Newer,
            (AgeError::ToAKey, _) => ShareError::NeedsKey,
            (AgeError::ByPassphrase, _) => ShareError::NeedsPhrase,
            (AgeError::TooHeavy(work), _) => ShareError::TooHeavy(work),
            (AgeError::TooLarge, _) => ShareError::TooLarge,
            (AgeError::Incomplete, _) => ShareError::Incomplete,
            (AgeError::Damaged, _) => ShareError::Damaged,
        }),
    }
}
