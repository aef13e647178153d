//! What comes back from a worker. Each reply goes with one block of bytes; what they are is said here.

use ebb_core::backup::BackupError;
use ebb_core::share::{IdentityError, ShareError};
use ebb_core::vault::KeyslotError;
use serde::{Deserialize, Serialize};

/// The worker is there and listens.
pub const READY: &str = "ready";

/// What came of it.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reply {
    /// Bytes: the data key.
    Protected {
        /// The vault file.
        vault: String,
        /// The recovery code.
        recovery: String,
    },
    /// Bytes: the data key.
    Unlocked,
    /// The keyslot was made.
    Changed {
        /// The vault file.
        vault: String,
        /// The new recovery code, when that was asked for.
        recovery: Option<String>,
    },
    /// The backup was sealed, opened again and found the same. Bytes: the file.
    Sealed,
    /// A bundle is a backup.
    Read {
        /// How many entries a person sees in it.
        entries: usize,
        /// How many records of it could not be read, or not by this build.
        unread: usize,
    },
    /// Bytes: the bundle.
    Opened,
    /// A key pair.
    Key {
        /// The public half.
        key: String,
        /// Both public halves, as they are shown.
        card: String,
        /// The secret half.
        secret: String,
    },
    /// Bytes: the file.
    SealedFor,
    /// It could not be done.
    Failed(Failure),
}

/// Why it could not be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Failure {
    /// The passphrase or code does not open it.
    Wrong,
    /// It is the panic phrase: everything is to be erased.
    Panic,
    /// The panic phrase is the passphrase, or a recovery code.
    Same,
    /// There is a slip in the recovery code.
    Typo,
    /// The passphrase is empty, too long, or has something in it that cannot be typed.
    Unusable,
    /// Not as it was written.
    Damaged,
    /// The end is missing.
    Incomplete,
    /// It asks for more work or memory than is allowed.
    TooHeavy,
    /// More than is read.
    TooLarge,
    /// Written by a newer Ebb.
    Newer,
    /// Not an `age` file.
    NotAge,
    /// Sealed for a key.
    ToAKey,
    /// Something else inside.
    NotABackup,
    /// A share or assignments did not open.
    Share(ShareError),
    /// The browser could not read the file.
    Unreadable,
    /// The worker did not start or broke off.
    Broken,
}

impl From<KeyslotError> for Failure {
    fn from(error: KeyslotError) -> Self {
        match error {
            KeyslotError::WrongSecret => Self::Wrong,
            KeyslotError::Panic => Self::Panic,
            KeyslotError::Missing | KeyslotError::Damaged => Self::Damaged,
            KeyslotError::TooHeavy(_) => Self::TooHeavy,
            KeyslotError::Newer => Self::Newer,
        }
    }
}

impl From<ShareError> for Failure {
    fn from(error: ShareError) -> Self {
        Self::Share(error)
    }
}

impl From<IdentityError> for Failure {
    fn from(error: IdentityError) -> Self {
        match error {
            IdentityError::NotAnIdentity => Self::NotABackup,
            IdentityError::WrongPassphrase => Self::Wrong,
            IdentityError::Incomplete => Self::Incomplete,
            IdentityError::Damaged => Self::Damaged,
            IdentityError::TooHeavy(_) => Self::TooHeavy,
            IdentityError::Newer => Self::Newer,
        }
    }
}

impl From<BackupError> for Failure {
    fn from(error: BackupError) -> Self {
        match error {
            BackupError::NotAge => Self::NotAge,
            BackupError::ToAKey => Self::ToAKey,
            BackupError::WrongPassphrase => Self::Wrong,
            BackupError::Incomplete => Self::Incomplete,
            BackupError::Damaged => Self::Damaged,
            BackupError::TooHeavy(_) => Self::TooHeavy,
            BackupError::TooLarge | BackupError::TooManyRecords => Self::TooLarge,
            BackupError::Newer => Self::Newer,
            BackupError::NotABackup => Self::NotABackup,
        }
    }
}
