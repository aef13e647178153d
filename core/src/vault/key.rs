//! The key that seals, and the name of the store that it seals.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// Why bytes are not a data key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a data key is 32 bytes")]
pub struct NotAKey;

/// Why a text is not the name of a store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the name of a store")]
pub struct NotAStoreId;

/// The 256-bit key that seals a journal. It is overwritten with zeros when dropped.
///
/// The bytes are boxed, so that moving the key does not leave copies of it behind.
#[derive(Clone)]
pub struct DataKey(Box<Zeroizing<[u8; Self::BYTES]>>);

impl DataKey {
    /// How long a key is.
    pub const BYTES: usize = 32;

    /// Makes a key of 256 random bits.
    #[must_use]
    pub fn random(random: &mut dyn FnMut() -> u128) -> Self {
        let mut key = Self(Box::new(Zeroizing::new([0; Self::BYTES])));
        for half in key.0.chunks_exact_mut(16) {
            half.copy_from_slice(&random().to_be_bytes());
        }
        key
    }

    /// The key that another part of the program, such as a worker, has handed over.
    ///
    /// # Errors
    /// [`NotAKey`] unless there are 32 bytes.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, NotAKey> {
        let mut key = Self(Box::new(Zeroizing::new([0; Self::BYTES])));
        if bytes.len() != Self::BYTES {
            return Err(NotAKey);
        }
        key.0.copy_from_slice(bytes);
        Ok(key)
    }

    /// The bytes, to hand them over. Whoever takes them has to overwrite their copy.
    #[must_use]
    pub fn expose(&self) -> &[u8; Self::BYTES] {
        &self.0
    }
}

impl fmt::Debug for DataKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DataKey(…)")
    }
}

/// The name of a store: 128 random bits, made once. Everything sealed is bound to it, so that
/// nothing can be replayed from another store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct StoreId(u128);

impl StoreId {
    /// Makes a name of 128 random bits.
    #[must_use]
    pub const fn new(random: u128) -> Self {
        Self(random)
    }
}

impl fmt::Display for StoreId {
    /// 32 lower-case hexadecimal digits.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

impl FromStr for StoreId {
    type Err = NotAStoreId;

    /// Takes the one canonical spelling only.
    fn from_str(text: &str) -> Result<Self, NotAStoreId> {
        let id = u128::from_str_radix(text, 16).map_err(|_| NotAStoreId)?;
        if Self(id).to_string() == text {
            Ok(Self(id))
        } else {
            Err(NotAStoreId)
        }
    }
}

impl TryFrom<String> for StoreId {
    type Error = NotAStoreId;

    fn try_from(text: String) -> Result<Self, NotAStoreId> {
        text.parse()
    }
}

impl From<StoreId> for String {
    fn from(id: StoreId) -> Self {
        id.to_string()
    }
}
