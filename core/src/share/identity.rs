//! One's own key pair: a therapist's, sealed under a passphrase, or a participant's, kept in the
//! journal.

use std::str::FromStr;

use age::secrecy::ExposeSecret;
use age::x25519;
use hkdf::Hkdf;
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::card::Card;
use super::key::PublicKey;
use super::signing::{Renewal, SigningKey};
use crate::vault::{
    AgeError, NotSealed, Opening, Passphrase, Unlocking, WorkFactor, armor_age, open_age, seal_age,
};

const FORMAT: u16 = 1;
const NAME: &str = "identity";
/// An identity file has about 600 bytes.
const LIMIT: usize = 8 * 1024;

/// Why an identity was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IdentityError {
    /// Not a file of an identity.
    #[error("not an identity of Ebb")]
    NotAnIdentity,
    /// The passphrase does not open it.
    #[error("this is not the passphrase of the identity")]
    WrongPassphrase,
    /// The end is missing.
    #[error("the file is not complete")]
    Incomplete,
    /// Not as it was written.
    #[error("the file is damaged")]
    Damaged,
    /// It asks for more work than is allowed, 2 to this power.
    #[error("the file asks for too much work (2^{0})")]
    TooHeavy(u8),
    /// Written by a newer Ebb.
    #[error("the file was written by a newer version of Ebb")]
    Newer,
}

/// The word of each former secret for the one after it, and of the last for the present one.
/// Secrets that cannot be read are passed over.
#[must_use]
pub fn renewals(former: &[String], present: &Identity) -> Vec<Renewal> {
    let keys = former
        .iter()
        .filter_map(|secret| Identity::parse(secret).ok());
    let mut keys: Vec<SigningKey> = keys.map(|identity| identity.signing()).collect();
    keys.push(present.signing());
    keys.windows(2)
        .map(|pair| pair[0].renew(&pair[1].signer().text()))
        .collect()
}

/// A key pair. The secret is overwritten with zeros when dropped.
pub struct Identity {
    key: x25519::Identity,
    public: PublicKey,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Inside {
    ebb: String,
    v: u16,
    key: String,
    secret: String,
}

impl Identity {
    /// Makes a key pair. The `age` crate draws the randomness, as it does for its files.
    ///
    /// # Errors
    /// [`IdentityError::Damaged`] when that crate fails.
    pub fn generate() -> Result<Self, IdentityError> {
        Self::of(x25519::Identity::generate())
    }

    /// The pair of a secret, `AGE-SECRET-KEY-1…`.
    ///
    /// # Errors
    /// [`IdentityError::NotAnIdentity`]
    pub fn parse(secret: &str) -> Result<Self, IdentityError> {
        let key = x25519::Identity::from_str(secret.trim());
        Self::of(key.map_err(|_| IdentityError::NotAnIdentity)?)
    }

    fn of(key: x25519::Identity) -> Result<Self, IdentityError> {
        let text = key.to_public().to_string();
        let public = PublicKey::parse(&text).map_err(|_| IdentityError::Damaged)?;
        Ok(Self { key, public })
    }

    /// The public half, for others.
    #[must_use]
    pub const fn public(&self) -> PublicKey {
        self.public
    }

    /// The secret half as text. Whoever takes it has to keep it secret.
    #[must_use]
    pub fn secret(&self) -> Zeroizing<String> {
        Zeroizing::new(self.key.to_string().expose_secret().to_owned())
    }

    /// What the owner signs with: from the secret half, by HKDF-SHA256.
    #[must_use]
    pub fn signing(&self) -> SigningKey {
        let secret = self.key.to_string();
        let mut seed = Zeroizing::new([0; 32]);
        // 32 bytes are never too many for it.
        let _ = Hkdf::<Sha256>::new(None, secret.expose_secret().as_bytes())
            .expand(b"ebb signing v2", seed.as_mut_slice());
        SigningKey::from_seed(&seed)
    }

    /// Both public halves, to be shown.
    #[must_use]
    pub fn card(&self) -> Card {
        Card {
            signer: Some(self.signing().signer()),
            ..self.public.into()
        }
    }

    pub(super) const fn key(&self) -> &x25519::Identity {
        &self.key
    }

    /// The pair as an armored `age` file by passphrase: to be stored, and to be exported.
    ///
    /// # Errors
    /// [`NotSealed`] when the `age` crate fails.
    pub fn seal(&self, passphrase: &Passphrase, work: WorkFactor) -> Result<String, NotSealed> {
        let inside = Inside {
            ebb: NAME.to_owned(),
            v: FORMAT,
            key: self.public.text(),
            secret: self.secret().to_string(),
        };
        let plain = serde_json::to_vec(&inside).map_err(|_| NotSealed)?;
        let plain = Zeroizing::new(plain);
        armor_age(&seal_age(&plain, passphrase.expose(), work)?)
    }

    /// Opens such a file, doing at most the work of `work`, the logarithm of scrypt's N, and
    /// never more than [`WorkFactor::CAP`].
    ///
    /// # Errors
    /// [`IdentityError`]
    pub fn open(file: &[u8], passphrase: &Passphrase, work: u8) -> Result<Self, IdentityError> {
        if file.len() > LIMIT {
            return Err(IdentityError::NotAnIdentity);
        }
        let allowed = Opening {
            work: work.min(WorkFactor::CAP.log2()),
            bytes: LIMIT,
            padded_to: 1,
        };
        let plain = open_age(file, Unlocking::Passphrase(passphrase.expose()), allowed);
        let plain = plain.map_err(|error| match error {
            AgeError::WrongSecret => IdentityError::WrongPassphrase,
            AgeError::Newer => IdentityError::Newer,
            AgeError::TooHeavy(work) => IdentityError::TooHeavy(work),
            AgeError::Incomplete => IdentityError::Incomplete,
            AgeError::Damaged => IdentityError::Damaged,
            AgeError::NotAge | AgeError::ToAKey | AgeError::ByPassphrase | AgeError::TooLarge => {
                IdentityError::NotAnIdentity
            }
        })?;
        let text = std::str::from_utf8(&plain).map_err(|_| IdentityError::NotAnIdentity)?;
        let inside: Inside =
            serde_json::from_str(text).map_err(|_| IdentityError::NotAnIdentity)?;
        match (inside.ebb.as_str(), inside.v) {
            (NAME, FORMAT) => {}
            (NAME, newer) if newer > FORMAT => return Err(IdentityError::Newer),
            _ => return Err(IdentityError::NotAnIdentity),
        }
        let identity = Self::parse(&inside.secret)?;
        if identity.public.text() == inside.key {
            Ok(identity)
        } else {
            Err(IdentityError::Damaged)
        }
    }
}
