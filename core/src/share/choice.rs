//! What the journal keeps about sharing: whom one shares with, what was shared, and under which
//! name and key.

use super::category::Category;
use super::selection::Selection;
use crate::log::{Journal, Recipient, ShareKey, Shared};
use crate::queries::Written;
use crate::text::Tag;
use crate::time::LocalDay;

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

/// Every secret that opens what was sent back: also those of other devices.
#[must_use]
pub fn share_secrets(journal: &Journal) -> Vec<&str> {
    let all = journal.all_of::<ShareKey>();
    all.map(|(_, _, key)| key.secret.as_str()).collect()
}
