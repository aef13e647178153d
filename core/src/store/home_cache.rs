//! What the first screen showed last, kept beside the journal so that it need not wait for years
//! of records. It is a copy: whoever has the journal makes it anew.

use super::Store;
use super::backend::{Backend, Op, StoreError, Table};
use super::contents::{Contents, GENERATION_KEY};
use crate::crc32::crc32;
use crate::journal::{EntryList, Journal, RecordId};

/// The draft it is kept as, and so sealed like every other. Forms have a space in their names.
pub(super) const HOME_CACHE_KEY: &str = "front";
/// Two checksums of eight digits: of what the store held then, and of what was shown.
const HEAD: usize = 16;

impl<B: Backend, E: EntryList> Store<B, E> {
    /// Keeps what the first screen shows. `show` makes it of a journal that it asks about first:
    /// the answer is no when the storage holds what that journal does not, for then it is not what
    /// would be shown. Says whether something was kept.
    ///
    /// # Errors
    /// [`StoreError`]; [`StoreError::Changed`] when another tab has just rewritten something.
    pub async fn keep_home_cache(
        &self,
        show: impl FnOnce(&dyn Fn(&Journal<E>) -> bool) -> Option<Vec<u8>>,
    ) -> Result<bool, StoreError> {
        let found = self.look().await?;
        let knows = |journal: &Journal<E>| {
            let contents = self.contents();
            contents.has_heard_of(&found, journal) && contents.is_all_in(journal)
        };
        let Some(shown) = show(&knows) else {
            return Ok(false);
        };
        let head = format!("{:08x}{:08x}", found.checksum(), crc32(&shown));
        let plain = [head.as_bytes(), &shown].concat();
        let ops = vec![
            // Nothing that was erased meanwhile may come back with it.
            Op::expect(Table::Meta, GENERATION_KEY, found.generation),
            Op::put(Table::Drafts, HOME_CACHE_KEY, plain),
        ];
        self.backend.commit(ops).await?;
        Ok(true)
    }

    /// What was kept for the first screen, if the storage holds exactly what it held then.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn home_cache(&self) -> Result<Option<Vec<u8>>, StoreError> {
        let Some(mut kept) = self.draft(HOME_CACHE_KEY).await? else {
            return Ok(None);
        };
        if kept.len() < HEAD {
            return Ok(None);
        }
        let shown = kept.split_off(HEAD);
        let head = format!("{:08x}{:08x}", self.look().await?.checksum(), crc32(&shown));
        Ok((head.as_bytes() == kept).then_some(shown))
    }

    /// Which values there are. Those under a key never change, so the keys tell it all.
    pub(super) async fn look(&self) -> Result<Found, StoreError> {
        Ok(Found {
            generation: self.meta(GENERATION_KEY).await?,
            tail: self.backend.keys(Table::Records).await?,
            segments: self.backend.keys(Table::Segments).await?,
        })
    }
}

/// Which values a storage holds.
pub(super) struct Found {
    pub generation: Option<Vec<u8>>,
    pub tail: Vec<String>,
    pub segments: Vec<String>,
}

impl Found {
    fn checksum(&self) -> u32 {
        let generation = self.generation.as_deref().unwrap_or_default();
        let lists = [self.tail.join(" "), self.segments.join(" ")];
        crc32(&[generation, lists.join("\n").as_bytes()].concat())
    }
}

impl Contents {
    /// Whether nobody has rewritten or added anything that this tab has not heard of.
    pub(super) fn has_heard_of<E: EntryList>(&self, found: &Found, journal: &Journal<E>) -> bool {
        let heard = |key: &String| {
            let shown = |id| journal.record(id).is_some();
            self.unreadable_tail.contains(key) || key.parse().is_ok_and(shown)
        };
        found.generation == self.generation
            && self.has_exactly(&found.segments)
            && found.tail.iter().all(heard)
    }

    /// Whether `journal` has every record of every segment. What this tab has read or added itself
    /// may not be in it yet.
    fn is_all_in<E: EntryList>(&self, journal: &Journal<E>) -> bool {
        let mut stored: Vec<RecordId> = self.segments.values().flatten().copied().collect();
        stored.sort_unstable();
        stored.dedup();
        // Side by side, since looking each of many thousands up would be felt.
        let mut shown = journal.records().map(|record| record.id);
        stored.into_iter().all(|id| shown.any(|other| other == id))
    }
}
