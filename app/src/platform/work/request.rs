//! What the page asks of the worker. Each request goes with one block of bytes; what they are is
//! said here.

use ebb_core::vault::KeyslotKind;
use serde::{Deserialize, Serialize};

/// Slow work. What is sealed, opened or made anew comes as the block of bytes.
#[derive(Debug, Serialize, Deserialize)]
pub enum Request {
    /// Makes a data key with a keyslot for this passphrase and one for a new recovery code, for a
    /// new store or the one of this vault file, of which the panic phrase stays.
    Protect(String, Option<String>),
    /// Opens this vault file's keyslot of this kind with this passphrase or recovery code. Bytes:
    /// what the passkey gives, for its keyslot.
    Unlock(String, KeyslotKind, String),
    /// Brings this vault file up to date, of which this secret opens the keyslot of this kind.
    /// Bytes: the data key.
    Renew(String, KeyslotKind, String),
    /// Makes this vault file's keyslot for a panic phrase, or for one that nobody knows. The
    /// passphrase comes first.
    ChangePanic(String, String, Option<String>),
    /// Makes this vault file's keyslot for the passkey with this id. Bytes: the data key, the nonce
    /// and what the passkey gives for it.
    AddPasskey(String, String),
    /// Makes this vault file's keyslot for this new passphrase. Bytes: the data key.
    ChangePassphrase(String, String),
    /// Makes this vault file's keyslot for a new recovery code. Bytes: the data key.
    ChangeRecovery(String),
    /// Seals a backup by this passphrase, opens it again and compares. Bytes: the bundle.
    Seal(String),
    /// Opens a backup by this passphrase. Bytes: the file.
    Open(String),
    /// Reads a backup's bundle, all of it, and counts. Bytes: the bundle.
    Read,
    /// Makes a key pair; the one of this secret half says that the new one takes its place.
    MakeKey(Option<String>),
    /// Seals a share or assignments for these public keys, signed with what comes from this secret
    /// half of a key pair. Bytes: the bundle.
    SealForKeys(Vec<String>, Option<String>),
    /// Seals a share or assignments by this phrase. Bytes: the bundle.
    SealForPhrase(String),
    /// Opens a share or assignments by one of these secrets. Bytes: the file.
    OpenByKeys(Vec<String>),
    /// Opens a share or assignments by this phrase. Bytes: the file.
    OpenByPhrase(String),
    /// Seals this secret half of a key pair by this passphrase, as an identity file.
    SealIdentity(String, String),
    /// Opens an identity file by this passphrase. Bytes: the file.
    OpenIdentity(String),
}
