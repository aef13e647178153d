//! What is kept about sharing: whom one shares with, what was shared, and under which name and key.

use serde::{Deserialize, Serialize};

use crate::journal::RecordId;
use crate::text::Tag;
use crate::time::LocalDay;

/// How far a recipient is known to be who they say they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trust {
    /// The words of the key were not compared.
    #[default]
    NotVerified,
    /// The words were compared, together.
    Verified,
    /// It came under the name of somebody who has another key.
    Changed,
    /// The key is not to be used any more.
    Revoked,
}

/// Somebody who can be sent a share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipient {
    /// What the person calls them.
    pub name: Tag,
    /// Their public key, `age1…`.
    pub key: String,
    /// What they sign with: an Ed25519 key, 43 characters of base 64 for addresses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signer: Option<String>,
    /// Whether the words were compared.
    #[serde(default, skip_serializing_if = "is_default")]
    pub trust: Trust,
    /// Under which name and key the person shares with them alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own: Option<ShareKey>,
    /// The secrets of the person's former keys for them, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub former: Vec<String>,
}

impl Recipient {
    /// Somebody of whom only the key is known.
    #[must_use]
    pub const fn new(name: Tag, key: String) -> Self {
        Self {
            name,
            key,
            signer: None,
            trust: Trust::NotVerified,
            own: None,
            former: Vec::new(),
        }
    }
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// One share that was made. It holds no content, only the choice, so that it can be made again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shared {
    /// The first day it is about.
    pub first: LocalDay,
    /// The last.
    pub last: LocalDay,
    /// How many entries it held.
    pub count: u16,
    /// The kinds that were chosen, by the names of the share's categories.
    pub kinds: Vec<String>,
    /// The names of those it was sealed for; empty for a phrase.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub to: Vec<Tag>,
    /// Whether notes were in it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub notes: bool,
    /// Whether people's names were in it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub names: bool,
    /// Whether it told how much was left out.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub told: bool,
    /// Entries that were taken out one by one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub without: Vec<RecordId>,
    /// The root of the recipient it was handed over to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recipient: Option<RecordId>,
    /// The last day on which it may be kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<LocalDay>,
}

/// Under which name and key a person shares. Random, and the same in every share, so that two
/// shares of one person can be laid side by side, and those of two people never are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShareKey {
    /// A name of 80 random bits (a record id whose time is 0).
    pub person: RecordId,
    /// The public key for what is sent back, `age1…`.
    pub key: String,
    /// Its secret, `AGE-SECRET-KEY-1…`.
    pub secret: String,
}
