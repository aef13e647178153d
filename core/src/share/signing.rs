//! Signatures inside what is sealed: they say that two files come from the same person, and that a
//! file was meant for whoever opened it.
//!
//! A signed bundle is `{"ebb":…,"v":2,"key":…,"signature":…,"signed":{…}}`. What is signed is
//! [`DOMAIN`] and the very bytes from the brace behind `"signed":` to the brace that closes it, so
//! nothing has to be spelt anew to check it.

use ed25519_dalek::{Signer as _, VerifyingKey};
use serde::{Deserialize, Serialize};

use super::code::{from_url_text, to_url_text};
use super::key::KeyError;

/// Keeps signatures of bundles apart from every other use of the key.
const DOMAIN: &[u8] = b"ebb signed v2\0";
/// The same for the key that comes after another.
const RENEWAL: &[u8] = b"ebb renewed key v2\0";
/// A public half or a seed, in bytes.
const BYTES: usize = 32;

/// The public half of an Ed25519 key: who signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Signer([u8; BYTES]);

impl Signer {
    /// Reads 43 characters of base 64 for addresses.
    ///
    /// # Errors
    /// [`KeyError::NotAKey`]
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        let Self(bytes) = Self::parse_again(text)?;
        // A weak key would let one signature fit many texts.
        let key = VerifyingKey::from_bytes(&bytes).map_err(|_| KeyError::NotAKey)?;
        if key.is_weak() {
            return Err(KeyError::NotAKey);
        }
        Ok(Self(bytes))
    }

    /// Reads one that [`parse`](Self::parse) took, where nobody else can have written since: whether
    /// it is a point of the curve, and none that is weak, takes long to find out.
    pub(super) fn parse_again(text: &str) -> Result<Self, KeyError> {
        let bytes = from_url_text(text).ok_or(KeyError::NotAKey)?;
        bytes.try_into().map(Self).map_err(|_| KeyError::NotAKey)
    }

    /// The key as text.
    #[must_use]
    pub fn text(&self) -> String {
        to_url_text(&self.0)
    }

    /// The 32 bytes.
    #[must_use]
    pub const fn bytes(&self) -> &[u8; BYTES] {
        &self.0
    }

    /// Whether a signature (base 64 for addresses) is of this key, over the two pieces.
    fn signed(&self, domain: &[u8], text: &[u8], signature: &str) -> bool {
        let bytes = from_url_text(signature).and_then(|bytes| <[u8; 64]>::try_from(bytes).ok());
        let (Some(bytes), Ok(key)) = (bytes, VerifyingKey::from_bytes(&self.0)) else {
            return false;
        };
        let signature = ed25519_dalek::Signature::from_bytes(&bytes);
        key.verify_strict(&[domain, text].concat(), &signature)
            .is_ok()
    }

    /// Whether the bytes of a bundle were signed by this key.
    pub(super) fn signed_bundle(&self, inside: &[u8], signature: &str) -> bool {
        self.signed(DOMAIN, inside, signature)
    }
}

impl TryFrom<String> for Signer {
    type Error = KeyError;

    fn try_from(text: String) -> Result<Self, KeyError> {
        Self::parse(&text)
    }
}

impl From<Signer> for String {
    fn from(signer: Signer) -> Self {
        signer.text()
    }
}

/// An Ed25519 key. It is overwritten with zeros when dropped.
pub struct SigningKey(ed25519_dalek::SigningKey);

impl SigningKey {
    /// The key of 32 bytes that nobody can guess.
    #[must_use]
    pub fn from_seed(seed: &[u8; BYTES]) -> Self {
        Self(ed25519_dalek::SigningKey::from_bytes(seed))
    }

    /// The public half.
    #[must_use]
    pub fn signer(&self) -> Signer {
        Signer(self.0.verifying_key().to_bytes())
    }

    fn sign(&self, domain: &[u8], text: &[u8]) -> String {
        to_url_text(&self.0.sign(&[domain, text].concat()).to_bytes())
    }

    pub(super) fn sign_bundle(&self, inside: &[u8]) -> String {
        self.sign(DOMAIN, inside)
    }

    /// Says that another key takes the place of this one. `card` is the text of the other key.
    #[must_use]
    pub fn renew(&self, card: &str) -> Renewal {
        Renewal {
            key: self.signer(),
            signature: self.sign(RENEWAL, card.as_bytes()),
        }
    }
}

/// A former key's word that another takes its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Renewal {
    /// The former key.
    pub key: Signer,
    /// Its signature over the text of the new one.
    pub signature: String,
}

impl Renewal {
    /// Whether the former key really says so of this one.
    #[must_use]
    pub fn is_of(&self, card: &str) -> bool {
        self.key.signed(RENEWAL, card.as_bytes(), &self.signature)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_public_key_is_that_of_rfc_8032_and_a_signature_fits_its_text_alone() {
        // The seed and the public key of the RFC's first test.
        let seed = from_hex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        let key = SigningKey::from_seed(&seed);
        let public = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
        assert_eq!(*key.signer().bytes(), from_hex(public));
        let signature = key.sign_bundle(b"{}");
        assert!(key.signer().signed_bundle(b"{}", &signature));
        assert!(!key.signer().signed_bundle(b"{ }", &signature));
        assert!(
            !SigningKey::from_seed(&[1; 32])
                .signer()
                .signed_bundle(b"{}", &signature)
        );
    }

    #[test]
    fn a_signature_of_one_kind_is_none_of_another() {
        let key = SigningKey::from_seed(&[7; 32]);
        let renewal = key.renew("age1new");
        assert!(renewal.is_of("age1new"));
        assert!(!renewal.is_of("age1other"));
        assert!(!key.signer().signed_bundle(b"age1new", &renewal.signature));
    }

    #[test]
    fn a_key_under_which_everything_is_signed_is_none() {
        let weak = to_url_text(&[0; 32]);
        assert_eq!(Signer::parse(&weak), Err(KeyError::NotAKey));
        let identity = to_url_text(&std::array::from_fn::<u8, 32, _>(|at| u8::from(at == 0)));
        assert_eq!(Signer::parse(&identity), Err(KeyError::NotAKey));
    }

    fn from_hex(text: &str) -> [u8; 32] {
        std::array::from_fn(|at| u8::from_str_radix(&text[2 * at..2 * at + 2], 16).unwrap())
    }
}
