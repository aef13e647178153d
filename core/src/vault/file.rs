//! The vault file: which keyslots there are.
//!
//! It lies open, so nothing is decided by it: whether a store is sealed, or a lock is being put on
//! or taken off, stands in the store's sealed manifest, which also tells whether this file is the
//! one that was kept last.

use serde::{Deserialize, Serialize};

use super::age_file::WorkFactor;
use super::key::{DataKey, StoreId};
use super::keyslot::{self, Keyslot, KeyslotError, KeyslotKind, Secret};

/// The newest format that this build reads and writes.
const FORMAT: u16 = 3;
/// It has keyslots of the passphrase and the recovery code only, and is written where there are no
/// others.
const FORMAT_2: u16 = 2;
/// It said whether the lock was being taken off, where anybody could change it: not obeyed.
const FORMAT_1: u16 = 1;
/// Four keyslots at most, and what JSON puts around them.
const LIMIT: usize = 5 * keyslot::LIMIT;

/// Why bytes are not a vault file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VaultFileError {
    /// Written by a newer Ebb.
    #[error("the vault was written by a newer version of Ebb (format {0})")]
    Newer(u16),
    /// Not as it was written.
    #[error("the vault file is damaged")]
    Damaged,
}

/// The last keyslot stays: without one nothing could be opened ever again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the last keyslot cannot be removed")]
pub struct LastKeyslot;

/// What format 1 said of the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum State {
    Sealed,
    Unsealing,
}

/// The vault file of one store. It holds no secret that is not sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VaultFile {
    store: StoreId,
    /// Of a file of format 1 only.
    state: Option<State>,
    slots: Vec<Keyslot>,
}

#[derive(Serialize)]
struct Writing<'a> {
    v: u16,
    store: StoreId,
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<State>,
    slots: &'a [Keyslot],
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Reading {
    v: u16,
    store: StoreId,
    state: Option<State>,
    slots: Vec<Keyslot>,
}

#[derive(Deserialize)]
struct Version {
    v: u16,
}

impl VaultFile {
    /// A vault with its first keyslot.
    #[must_use]
    pub fn new(store: StoreId, slot: Keyslot) -> Self {
        Self {
            store,
            state: None,
            slots: vec![slot],
        }
    }

    /// The store it belongs to.
    #[must_use]
    pub const fn store(&self) -> StoreId {
        self.store
    }

    /// Whether it was written by an Ebb whose store is sealed in format 1.
    #[must_use]
    pub const fn is_format_1(&self) -> bool {
        self.state.is_some()
    }

    /// Whether it should be made anew by who can open the keyslot of this kind: it has no keyslot of
    /// the kind [`KeyslotKind::Other`], or less work than is recommended protects this one.
    #[must_use]
    pub fn is_outdated(&self, kind: KeyslotKind) -> bool {
        let work = self.slot(kind).and_then(Keyslot::work);
        self.slot(KeyslotKind::Other).is_none()
            || work.is_some_and(|work| work < WorkFactor::DEFAULT)
    }

    /// The same keyslots in a file of the format that this build writes.
    #[must_use]
    pub fn renewed(&self) -> Self {
        Self {
            state: None,
            ..self.clone()
        }
    }

    /// The keyslot for a kind of secret.
    #[must_use]
    pub fn slot(&self, kind: KeyslotKind) -> Option<&Keyslot> {
        self.slots.iter().find(|slot| slot.kind() == kind)
    }

    /// Adds a keyslot, or puts it in the place of the one of its kind. The others stay as they are,
    /// byte for byte. Of what format 1 said nothing is left.
    pub fn put(&mut self, slot: Keyslot) {
        self.state = None;
        self.slots.retain(|old| old.kind() != slot.kind());
        self.slots.push(slot);
        self.slots.sort_by_key(Keyslot::kind);
    }

    /// Takes a keyslot away; nothing happens when there is none of the kind.
    ///
    /// # Errors
    /// [`LastKeyslot`] when neither the passphrase's nor the recovery code's would be left.
    pub fn remove(&mut self, kind: KeyslotKind) -> Result<(), LastKeyslot> {
        let left = |slot: &Keyslot| slot.kind() != kind && slot.kind() <= KeyslotKind::Recovery;
        if !self.slots.iter().any(left) {
            return Err(LastKeyslot);
        }
        self.slots.retain(|slot| slot.kind() != kind);
        Ok(())
    }

    /// Opens the keyslot that this kind of secret is for. A passphrase that does not open its own is
    /// tried as the panic phrase, which takes as long whether it is that or not. What a keyslot is
    /// for stands inside it, where nobody can change it.
    ///
    /// # Errors
    /// [`KeyslotError`]; [`KeyslotError::Panic`] when everything is to be erased.
    pub fn open(&self, secret: &Secret<'_>) -> Result<DataKey, KeyslotError> {
        let open = |secret: &Secret<'_>| {
            let slot = self.slot(secret.kind()).ok_or(KeyslotError::Missing)?;
            slot.open(self.store, secret)
        };
        let opened = open(secret);
        match (&opened, secret) {
            (Err(error), Secret::Passphrase(phrase)) if *error != KeyslotError::Panic => {
                match open(&Secret::Panic(phrase)) {
                    Err(error) if error != KeyslotError::Panic => opened,
                    other => other,
                }
            }
            _ => opened,
        }
    }

    fn has_newer_kinds(&self) -> bool {
        let newer = |slot: &Keyslot| slot.kind() > KeyslotKind::Recovery;
        self.slots.iter().any(newer)
    }

    fn format(&self) -> u16 {
        match (self.state, self.has_newer_kinds()) {
            (Some(_), _) => FORMAT_1,
            (None, false) => FORMAT_2,
            (None, true) => FORMAT,
        }
    }

    /// The file's bytes. Equal vaults give equal bytes.
    ///
    /// # Errors
    /// [`VaultFileError::Damaged`], which no vault causes.
    pub fn encode(&self) -> Result<Vec<u8>, VaultFileError> {
        serde_json::to_vec(&Writing {
            v: self.format(),
            store: self.store,
            state: self.state,
            slots: &self.slots,
        })
        .map_err(|_| VaultFileError::Damaged)
    }

    /// Reads a vault file. Only the very bytes that [`Self::encode`] gives are taken, so that no
    /// change to them goes unseen. A damaged *keyslot* does not keep the others from opening; it
    /// shows in [`Keyslot::verify`].
    ///
    /// # Errors
    /// [`VaultFileError`]; the caller leaves the bytes as they are.
    pub fn decode(bytes: &[u8]) -> Result<Self, VaultFileError> {
        let text = std::str::from_utf8(bytes).map_err(|_| VaultFileError::Damaged)?;
        let read = match serde_json::from_str::<Version>(text) {
            Ok(Version { v }) if v > FORMAT => return Err(VaultFileError::Newer(v)),
            Ok(Version {
                v: FORMAT_1..=FORMAT,
            }) if bytes.len() <= LIMIT => serde_json::from_str::<Reading>(text),
            _ => return Err(VaultFileError::Damaged),
        };
        let read = read.map_err(|_| VaultFileError::Damaged)?;
        let in_order = read
            .slots
            .windows(2)
            .all(|pair| pair[0].kind() < pair[1].kind());
        let known =
            |slot: &Keyslot| (slot.kind() == KeyslotKind::Passkey) == slot.credential().is_some();
        if read.slots.is_empty() || !in_order || !read.slots.iter().all(known) {
            return Err(VaultFileError::Damaged);
        }
        let file = Self {
            store: read.store,
            state: read.state,
            slots: read.slots,
        };
        let mixed = file.is_format_1() && file.has_newer_kinds();
        if mixed || file.format() != read.v || file.encode()? != bytes {
            return Err(VaultFileError::Damaged);
        }
        Ok(file)
    }
}
