//! A keyslot: the data key in an armored `age` file that one secret opens.
//!
//! One of them is not for the data key: what it opens to says that everything is to be erased. It
//! is there whether its owner has chosen a phrase for it or not, and looks like the one of the
//! passphrase, so that nobody can tell.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::age_file::{self, AgeError, NotSealed, Opening, Unlocking, WorkFactor};
use super::key::{DataKey, StoreId};
use super::passkey::Passkey;
use super::passphrase::Passphrase;
use super::recovery::RecoveryCode;

/// The format this build writes inside, and the newest it reads.
const FORMAT: u16 = 1;
/// What the inside says it is.
const NAME: &str = "data key";
/// The same of what the panic phrase opens; as long as the other, so that the file is as long, too.
const PANIC: &str = "erase it";
/// A keyslot has about 500 bytes.
pub(super) const LIMIT: usize = 4 * 1024;
const CHECK_BYTES: usize = 8;

/// Which secret opens a keyslot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KeyslotKind {
    /// The passphrase.
    Passphrase,
    /// The recovery code.
    Recovery,
    /// The panic phrase, or one that nobody knows.
    Other,
    /// A passkey.
    Passkey,
}

/// What a person opens a keyslot with.
#[derive(Clone, Copy)]
pub enum Secret<'a> {
    /// The passphrase.
    Passphrase(&'a Passphrase),
    /// The recovery code.
    Recovery(&'a RecoveryCode),
    /// The panic phrase.
    Panic(&'a Passphrase),
    /// A passkey.
    Passkey(&'a Passkey),
}

impl Secret<'_> {
    /// The kind of keyslot it opens.
    #[must_use]
    pub const fn kind(&self) -> KeyslotKind {
        match self {
            Self::Passphrase(_) => KeyslotKind::Passphrase,
            Self::Recovery(_) => KeyslotKind::Recovery,
            Self::Panic(_) => KeyslotKind::Other,
            Self::Passkey(_) => KeyslotKind::Passkey,
        }
    }

    /// What is typed; nothing of a passkey.
    fn text(&self) -> Zeroizing<String> {
        match self {
            Self::Passphrase(passphrase) | Self::Panic(passphrase) => {
                Zeroizing::new(passphrase.expose().to_owned())
            }
            Self::Recovery(code) => code.text(),
            Self::Passkey(_) => Zeroizing::default(),
        }
    }
}

/// Why a keyslot did not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyslotError {
    /// There is no keyslot for this kind of secret.
    #[error("there is no keyslot for this")]
    Missing,
    /// The keyslot is whole, and this is not its passphrase or recovery code.
    #[error("this is not the passphrase or recovery code")]
    WrongSecret,
    /// The keyslot is not as it was written.
    #[error("the keyslot is damaged")]
    Damaged,
    /// It asks for more work than is allowed, 2 to this power.
    #[error("the keyslot asks for too much work (2^{0})")]
    TooHeavy(u8),
    /// Written by a newer Ebb.
    #[error("the keyslot was written by a newer version of Ebb")]
    Newer,
    /// It opens by the panic phrase, and this is it: everything is to be erased.
    #[error("this is the panic phrase")]
    Panic,
}

/// The data key, sealed by one secret.
///
/// Beside the `age` file there is a check sum of it, so that damage is not mistaken for a wrong
/// passphrase. It protects against accidents; against ill will there is `age` itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Keyslot {
    kind: KeyslotKind,
    check: String,
    /// Which passkey it is: the id of the credential, in base 64 for addresses.
    #[serde(skip_serializing_if = "Option::is_none")]
    credential: Option<String>,
    age: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Inside<'a> {
    ebb: &'a str,
    v: u16,
    store: &'a str,
    key: &'a str,
}

#[derive(Deserialize)]
struct Version<'a> {
    ebb: &'a str,
    v: u16,
}

impl Keyslot {
    /// Seals a key. This takes as long and needs as much memory as the work factor says, but for a
    /// passkey, which needs none. With [`Secret::Panic`] the key is never used: it must be one that
    /// seals nothing.
    ///
    /// # Errors
    /// [`NotSealed`] when the `age` crate fails.
    pub fn make(
        key: &DataKey,
        store: StoreId,
        secret: &Secret<'_>,
        work: WorkFactor,
    ) -> Result<Self, NotSealed> {
        let store = store.to_string();
        let key = hex(key.expose());
        let inside = Inside {
            ebb: match secret {
                Secret::Panic(_) => PANIC,
                _ => NAME,
            },
            v: FORMAT,
            store: &store,
            key: &key,
        };
        let mut plain = Zeroizing::new(Vec::with_capacity(256));
        serde_json::to_writer(&mut *plain, &inside).map_err(|_| NotSealed)?;
        let file = match secret {
            Secret::Passkey(passkey) => age_file::seal_to(&plain, *passkey)?,
            _ => age_file::seal(&plain, &secret.text(), work)?,
        };
        Ok(Self::of_age(secret.kind(), age_file::armor(&file)?))
    }

    /// A keyslot of an armored `age` file that was made elsewhere. Only opening it shows whether
    /// it is one.
    #[must_use]
    pub fn of_age(kind: KeyslotKind, age: String) -> Self {
        let check = check_sum(&age, "");
        Self {
            kind,
            check,
            credential: None,
            age,
        }
    }

    /// The same keyslot, with the id of the passkey that opens it, in base 64 for addresses.
    #[must_use]
    pub fn of_credential(mut self, id: String) -> Self {
        self.check = check_sum(&self.age, &id);
        self.credential = Some(id);
        self
    }

    /// The id of the passkey that opens it.
    #[must_use]
    pub fn credential(&self) -> Option<&str> {
        self.credential.as_deref()
    }

    /// The nonce that its passkey is asked with.
    #[must_use]
    pub fn passkey_nonce(&self) -> Option<[u8; Passkey::NONCE_BYTES]> {
        Passkey::nonce_in(&self.whole().ok()?)
    }

    /// How much work guessing its secret costs; nothing when it is damaged or for a passkey.
    #[must_use]
    pub fn work(&self) -> Option<WorkFactor> {
        age_file::work_in(&self.whole().ok()?)
    }

    /// Which secret opens it.
    #[must_use]
    pub const fn kind(&self) -> KeyslotKind {
        self.kind
    }

    /// The armored `age` file.
    #[must_use]
    pub fn age(&self) -> &str {
        &self.age
    }

    /// Opens it, which takes as long as its work factor says, up to [`WorkFactor::CAP`].
    ///
    /// # Errors
    /// [`KeyslotError`]; damage is found before any work is done.
    pub fn open(&self, store: StoreId, secret: &Secret<'_>) -> Result<DataKey, KeyslotError> {
        self.open_within(store, secret, WorkFactor::CAP.log2())
    }

    /// Opens it when its work factor is `most` or less.
    ///
    /// # Errors
    /// [`KeyslotError`]
    pub fn open_within(
        &self,
        store: StoreId,
        secret: &Secret<'_>,
        most: u8,
    ) -> Result<DataKey, KeyslotError> {
        if secret.kind() != self.kind {
            return Err(KeyslotError::Missing);
        }
        let file = self.whole()?;
        let allowed = Opening {
            work: most.min(WorkFactor::CAP.log2()),
            bytes: LIMIT,
            padded_to: 1,
        };
        let text = secret.text();
        let with = match secret {
            Secret::Passkey(passkey) => Unlocking::Key(*passkey),
            _ => Unlocking::Passphrase(&text),
        };
        let plain = age_file::open(&file, with, allowed).map_err(|error| match error {
            AgeError::WrongSecret => KeyslotError::WrongSecret,
            AgeError::TooHeavy(work) => KeyslotError::TooHeavy(work),
            AgeError::Newer => KeyslotError::Newer,
            _ => KeyslotError::Damaged,
        })?;
        read_inside(&plain, store)
    }

    /// Whether it is as it was written, so far as that shows without the secret.
    ///
    /// # Errors
    /// [`KeyslotError::Damaged`]
    pub fn verify(&self) -> Result<(), KeyslotError> {
        self.whole().map(|_| ())
    }

    /// The binary file. The armor has one canonical spelling; any other is damage.
    fn whole(&self) -> Result<Vec<u8>, KeyslotError> {
        let credential = self.credential.as_deref().unwrap_or_default();
        if self.age.len() > LIMIT || self.check != check_sum(&self.age, credential) {
            return Err(KeyslotError::Damaged);
        }
        let file = age_file::dearmor(self.age.as_bytes()).map_err(|_| KeyslotError::Damaged)?;
        match age_file::armor(&file) {
            Ok(canonical) if canonical == self.age => Ok(file),
            _ => Err(KeyslotError::Damaged),
        }
    }
}

fn read_inside(plain: &[u8], store: StoreId) -> Result<DataKey, KeyslotError> {
    let text = std::str::from_utf8(plain).map_err(|_| KeyslotError::Damaged)?;
    let Ok(inside) = serde_json::from_str::<Inside<'_>>(text) else {
        return Err(match serde_json::from_str::<Version<'_>>(text) {
            Ok(Version { ebb: NAME, v }) if v > FORMAT => KeyslotError::Newer,
            _ => KeyslotError::Damaged,
        });
    };
    if ![NAME, PANIC].contains(&inside.ebb) {
        return Err(KeyslotError::Damaged);
    }
    if inside.v > FORMAT {
        return Err(KeyslotError::Newer);
    }
    if inside.v != FORMAT || inside.store != store.to_string() {
        return Err(KeyslotError::Damaged);
    }
    if inside.ebb == PANIC {
        return Err(KeyslotError::Panic);
    }
    unhex(inside.key)
        .and_then(|key| DataKey::from_bytes(&*key).ok())
        .ok_or(KeyslotError::Damaged)
}

fn check_sum(age: &str, credential: &str) -> String {
    let digest = Sha256::digest([age, credential].concat());
    hex(&digest[..CHECK_BYTES]).to_string()
}

/// Lower-case hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(bytes.len() * 2));
    for byte in bytes {
        for digit in [byte >> 4, byte & 15] {
            text.push(char::from_digit(u32::from(digit), 16).unwrap_or('0'));
        }
    }
    text
}

/// Lower-case digits only, so that there is one spelling.
fn unhex(text: &str) -> Option<Zeroizing<[u8; DataKey::BYTES]>> {
    let mut bytes = Zeroizing::new([0; DataKey::BYTES]);
    if text.len() != 2 * DataKey::BYTES {
        return None;
    }
    for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
        for digit in pair {
            if digit.is_ascii_uppercase() {
                return None;
            }
            let value = char::from(*digit).to_digit(16)?;
            *byte = *byte << 4 | u8::try_from(value).ok()?;
        }
    }
    Some(bytes)
}
