//! What the journal keeps about sharing: whom one shares with, what was shared, and under which
//! name and key.

use crate::log::{Journal, Recipient, ShareKey, Shared};
use crate::queries::Written;

/// Everybody who can be sent a share, oldest first.
#[must_use]
pub fn recipients(journal: &Journal) -> impl DoubleEndedIterator<Item = Written<'_, Recipient>> {
    journal.all_of::<Recipient>()
}

/// Everything that was shared, oldest first.
#[must_use]
pub fn shares(journal: &Journal) -> impl DoubleEndedIterator<Item = Written<'_, Shared>> {
    journal.all_of::<Shared>()
}

/// Under which name and key the person shares, once they have. Should two devices have made one
/// each, the older one stays, so that the name does not change.
#[must_use]
pub fn share_key(journal: &Journal) -> Option<&ShareKey> {
    let all = journal.all_of::<ShareKey>();
    all.min_by_key(|(root, _, _)| *root).map(|(_, _, key)| key)
}

/// Every secret that opens what was sent back: also those of other devices, and those that the
/// person has for one recipient each, now and formerly.
#[must_use]
pub fn share_secrets(journal: &Journal) -> Vec<&str> {
    let all = journal.all_of::<ShareKey>();
    let pairwise = recipients(journal).flat_map(|(_, _, one)| {
        let former = one.former.iter().map(String::as_str);
        one.own.iter().map(|own| own.secret.as_str()).chain(former)
    });
    all.map(|(_, _, key)| key.secret.as_str())
        .chain(pairwise)
        .collect()
}
