//! What the journal keeps about sharing: whom one shares with, what was shared, and under which
//! name and key.

use serde::Serialize;

use super::category::Category;
use super::selection::Selection;
use crate::journal::fields::readable;
use crate::journal::{Journal, RecordId};
use crate::moment::LocalDay;
use crate::plan::{Kept, every};
use crate::text::Tag;

/// Somebody who can be sent a share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Recipient {
    /// What the person calls them.
    pub name: Tag,
    /// Their public key, `age1…`.
    pub key: String,
}

readable!(Recipient { name, key;  });

/// One share that was made. It holds no content, only the choice, so that it can be made again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Shared {
    /// The first day it is about.
    pub first: LocalDay,
    /// The last.
    pub last: LocalDay,
    /// How many entries it held.
    pub count: u16,
    /// The kinds that were chosen, by [`Category::name`].
    pub kinds: Vec<String>,
    /// The names of those it was sealed for; empty for a phrase.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub to: Vec<Tag>,
    /// Whether notes were in it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub notes: bool,
    /// Whether people's names were in it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub names: bool,
    /// Whether it told how much was left out.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub told: bool,
    /// Entries that were taken out one by one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub without: Vec<RecordId>,
}

readable!(Shared { first, last, count, kinds; to, notes, names, told, without });

/// Under which name and key a person shares. Random, and the same in every share, so that two
/// shares of one person can be laid side by side, and those of two people never are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ShareKey {
    /// A name of 80 random bits (a record id whose time is 0).
    pub person: RecordId,
    /// The public key for what is sent back, `age1…`.
    pub key: String,
    /// Its secret, `AGE-SECRET-KEY-1…`.
    pub secret: String,
}

readable!(ShareKey { person, key, secret;  });

impl Shared {
    /// What to keep of a share that was made.
    #[must_use]
    pub fn of(selection: &Selection, count: usize, to: Vec<Tag>) -> Self {
        let kinds = selection.kinds.iter().map(|kind| kind.name().to_owned());
        Self {
            first: selection.first,
            last: selection.last,
            count: u16::try_from(count).unwrap_or(u16::MAX),
            kinds: kinds.collect(),
            to,
            notes: selection.notes,
            names: selection.names,
            told: selection.tell_left_out,
            without: selection.without.iter().copied().collect(),
        }
    }

    /// The same choice for the days since.
    #[must_use]
    pub fn again(&self, today: LocalDay) -> Selection {
        Selection {
            first: self.last.min(today),
            last: today,
            kinds: self
                .kinds
                .iter()
                .filter_map(|name| Category::by_name(name))
                .collect(),
            without: self.without.iter().copied().collect(),
            notes: self.notes,
            names: self.names,
            tell_left_out: self.told,
        }
    }
}

/// Everybody who can be sent a share, oldest first.
#[must_use]
pub fn recipients(journal: &Journal) -> impl DoubleEndedIterator<Item = Kept<'_, Recipient>> {
    every::<Recipient>(journal)
}

/// Everything that was shared, oldest first.
#[must_use]
pub fn shares(journal: &Journal) -> impl DoubleEndedIterator<Item = Kept<'_, Shared>> {
    every::<Shared>(journal)
}

/// Under which name and key the person shares, once they have. Should two devices have made one
/// each, the older one stays, so that the name does not change.
#[must_use]
pub fn share_key(journal: &Journal) -> Option<&ShareKey> {
    let all = every::<ShareKey>(journal);
    all.min_by_key(|(root, _, _)| *root).map(|(_, _, key)| key)
}

/// Every secret that opens what was sent back: also those of other devices.
#[must_use]
pub fn share_secrets(journal: &Journal) -> Vec<&str> {
    let all = every::<ShareKey>(journal);
    all.map(|(_, _, key)| key.secret.as_str()).collect()
}
