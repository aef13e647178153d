//! The vault: what only its owner can open.
//!
//! A random [`DataKey`] seals every stored value ([`Sealer`]). The key itself lies in *keyslots*,
//! small `age` files of which one opens by the passphrase, one by the [`RecoveryCode`] and perhaps
//! one by a [`Passkey`] ([`VaultFile`]), so that a change of passphrase rewrites one keyslot and not
//! the journal.
//!
//! Randomness is an argument, with one exception: the `age` crate draws its own for the salt and
//! the file key of each `age` file. `FORMAT.md` describes every byte.

mod age_file;
mod file;
mod key;
mod keyslot;
mod passkey;
mod passphrase;
mod recovery;
mod sealer;
#[cfg(feature = "strength")]
mod strength;

pub(crate) use age_file::{AgeError, Opening, Unlocking, open as open_age, seal as seal_age};
pub use age_file::{NotSealed, WorkError, WorkFactor};
#[cfg(feature = "share")]
pub(crate) use age_file::{armor as armor_age, seal_to_keys};
pub use file::{LastKeyslot, VaultFile, VaultFileError};
pub use key::{DataKey, NotAKey, NotAStoreId, StoreId};
pub use keyslot::{Keyslot, KeyslotError, KeyslotKind, Secret};
pub use passkey::Passkey;
pub use passphrase::{Passphrase, PassphraseError};
pub use recovery::{RecoveryCode, RecoveryCodeError};
pub use sealer::Sealer;
#[cfg(feature = "strength")]
pub use strength::{CommonWords, Reason, Strength, Verdict, estimate};
