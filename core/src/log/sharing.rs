//! What is kept about sharing: whom one shares with, what was shared, and under which name and key.

use serde::{Deserialize, Serialize};

use crate::journal::RecordId;
use crate::text::Tag;
use crate::time::LocalDay;

/// Somebody who can be sent a share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipient {
    /// What the person calls them.
    pub name: Tag,
    /// Their public key, `age1…`.
    pub key: String,
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
