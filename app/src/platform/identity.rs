//! A therapist's key pair in `localStorage`: sealed under their passphrase, beside its public half.
//! Not in the journal's database: a clinic's computer has a key and no journal.

use gloo_storage::{LocalStorage, Storage as _};
use serde::{Deserialize, Serialize};

const KEY: &str = "ebb.identity";

/// A key pair as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// The public half, `age1…`.
    pub key: String,
    /// The identity file: an armored `age` file.
    pub file: String,
    /// The card with the former key's word for this one, if there was a former one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card: Option<String>,
    /// The identity files of former keys, for what was sealed for them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub former: Vec<String>,
}

/// The one that is kept here.
pub fn load() -> Option<Kept> {
    LocalStorage::get(KEY).ok()
}

/// Keeps it. False when the browser does not let it.
pub fn keep(kept: &Kept) -> bool {
    LocalStorage::set(KEY, kept).is_ok()
}

/// Forgets it.
pub fn forget() {
    LocalStorage::delete(KEY);
}
