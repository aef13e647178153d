//! Packing the tail into segments, and erasing what nobody can see any more.
//!
//! Both are the same: some stored values are replaced by new segments, in two transactions. The
//! first adds the segments. They are read back, opened and compared. Only then does the second
//! delete what they replace. A kill in between leaves records in two places, which is one record.

use std::collections::BTreeSet;

use super::Store;
use super::backend::{Backend, Op, StoreError, Table};
use super::contents::{Contents, Opened, read_single};
use super::home_cache::Found;
use super::segment::{read_segment, write_segment};
use crate::journal::{EntryList, Journal, RecordId, decode, encode};

/// So many segments that are at most half full are put together.
const MANY_SMALL: usize = 8;

/// A line of a segment. One that this build cannot read has no id and is carried over as it is.
pub(super) type Line = (Option<RecordId>, Vec<u8>);

/// Stored values that go, and the lines that stay of them.
#[derive(Default)]
pub(super) struct Batch {
    pub records: Vec<String>,
    pub segments: Vec<String>,
    pub lines: Vec<Line>,
}

impl<B: Backend, E: EntryList> Store<B, E> {
    /// Erases every payload that [`Journal::erasable`] names, packs the tail if it has grown long
    /// (or, with `pack`, however short it is), and puts small segments together. Gives the ids it
    /// erased, for [`Journal::forget`].
    ///
    /// `journal` is what was opened, with the acknowledged records since. If the storage holds
    /// anything else than this tab thinks, everything is read again and that counts.
    ///
    /// # Errors
    /// [`StoreError`]. What was done up to then stays done, and nothing is lost.
    pub async fn compact(
        &self,
        journal: &Journal<E>,
        pack: bool,
    ) -> Result<Vec<RecordId>, StoreError> {
        let found = self.look().await?;
        if self.knows(journal, &found) {
            return self.compact_known(journal, found.tail, pack).await;
        }
        let Opened { journal, .. } = self.load().await?;
        let tail = self.backend.keys(Table::Records).await?;
        self.compact_known(&journal, tail, pack).await
    }

    /// Whether [`compact`](Self::compact) would find nothing to pack, as far as this tab knows: whoever
    /// has nothing to erase either need not copy years of records to ask for it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn is_packed(&self) -> Result<bool, StoreError> {
        let tail = self.backend.keys(Table::Records).await?;
        let contents = self.contents();
        let (touched, _) = contents.plan(&BTreeSet::new(), self.limits.segment, false);
        Ok(tail.len() < self.limits.tail && touched.is_empty())
    }

    /// Whether this tab's picture is what is stored, and every record in memory is on the disk, so
    /// that no payload goes because of a later version that does not exist.
    fn knows(&self, journal: &Journal<E>, found: &Found) -> bool {
        let contents = self.contents();
        if !contents.has_heard_of(found, journal) {
            return false;
        }
        let mut stored: Vec<RecordId> = found.tail.iter().flat_map(|key| key.parse()).collect();
        stored.extend(contents.segments.values().flatten());
        stored.sort_unstable();
        let mut records = journal.records();
        records.all(|record| stored.binary_search(&record.id).is_ok())
    }

    async fn compact_known(
        &self,
        journal: &Journal<E>,
        tail: Vec<String>,
        pack: bool,
    ) -> Result<Vec<RecordId>, StoreError> {
        let erasable: BTreeSet<RecordId> = journal.erasable().into_iter().collect();
        let dead = |key: &String| key.parse().is_ok_and(|id| erasable.contains(&id));
        let (doomed, tail): (Vec<_>, Vec<_>) = tail.into_iter().partition(dead);
        if !doomed.is_empty() {
            self.replace(Batch {
                records: doomed,
                ..Batch::default()
            })
            .await?;
        }
        let (touched, kept) = self.contents().plan(&erasable, self.limits.segment, pack);
        let spare = |id: &RecordId| erasable.contains(id) || kept.contains(id);
        let mut batch = Batch::default();
        for key in touched {
            let mut lines = self.lines_of(&key).await?;
            lines.retain(|(id, _)| !id.as_ref().is_some_and(spare));
            self.make_room(&mut batch, lines.len()).await?;
            batch.segments.push(key);
            batch.lines.extend(lines);
        }
        if pack || tail.len() >= self.limits.tail {
            for part in tail.chunks(self.limits.segment.max(1)) {
                self.make_room(&mut batch, part.len()).await?;
                self.take_tail(&mut batch, part, &kept).await?;
            }
        }
        self.replace(batch).await?;
        Ok(erasable.into_iter().collect())
    }

    async fn make_room(&self, batch: &mut Batch, more: usize) -> Result<(), StoreError> {
        if batch.lines.len() + more > self.limits.segment {
            self.replace(std::mem::take(batch)).await?;
        }
        Ok(())
    }

    /// Adds what can be read of these records of the tail; the rest stays where it is.
    pub(super) async fn take_tail(
        &self,
        batch: &mut Batch,
        part: &[String],
        elsewhere: &BTreeSet<RecordId>,
    ) -> Result<(), StoreError> {
        for (key, stored) in self.backend.read(Table::Records, part).await? {
            let Ok(record) = read_single::<E>(&key, &stored) else {
                continue;
            };
            if !elsewhere.contains(&record.id) {
                // Written afresh: only so is it certain to be one line.
                let line = encode(&record).map_err(|_| StoreError::Failed)?;
                batch.lines.push((Some(record.id), line));
            }
            batch.records.push(key);
        }
        Ok(())
    }

    /// The lines of a segment that could be read before.
    pub(super) async fn lines_of(&self, key: &str) -> Result<Vec<Line>, StoreError> {
        let found = self
            .backend
            .read(Table::Segments, &[key.to_owned()])
            .await?;
        let (_, stored) = found.first().ok_or(StoreError::Changed)?;
        let lines = read_segment(key, stored).map_err(|_| StoreError::Changed)?;
        Ok(lines
            .map(|line| {
                let id = decode::<E>(line.as_bytes()).ok().map(|record| record.id);
                (id, line.as_bytes().to_vec())
            })
            .collect())
    }

    /// Puts new segments in the place of what a batch names.
    pub(super) async fn replace(&self, mut batch: Batch) -> Result<(), StoreError> {
        if batch.records.is_empty() && batch.segments.is_empty() {
            return Ok(());
        }
        // Lines begin with the id, so this is by id, and doubles come together.
        batch.lines.sort_unstable_by(|a, b| a.1.cmp(&b.1));
        batch.lines.dedup_by(|a, b| a.1 == b.1);
        for part in batch.lines.chunks(self.limits.segment.max(1)) {
            let key = self.fresh_key()?;
            self.add_segment(&key, part).await?;
            let ids = part.iter().filter_map(|(id, _)| *id).collect();
            self.contents().segments.insert(key, ids);
        }
        let records = batch.records.into_iter();
        let mut ops: Vec<Op> = records.map(|key| Op::delete(Table::Records, key)).collect();
        let segments = batch.segments.iter();
        ops.extend(segments.map(|key| Op::delete(Table::Segments, &**key)));
        let done = self.rewrite(ops).await;
        let mut contents = self.contents();
        // Without the second half there are doubles now, for a later compaction to find.
        contents.doubled |= done.is_err();
        done?;
        for key in &batch.segments {
            contents.segments.remove(key);
        }
        Ok(())
    }

    /// Adds a segment and makes sure that it is there and can be read.
    async fn add_segment(&self, key: &str, lines: &[Line]) -> Result<(), StoreError> {
        let table = Table::Segments;
        let plain = write_segment(key, lines.iter().map(|(_, line)| line.as_slice()));
        self.rewrite(vec![Op::add(table, key, plain.clone())])
            .await?;
        let there = self.backend.read(table, &[key.to_owned()]).await?;
        let good = there.first().is_some_and(|(_, stored)| *stored == plain);
        if good {
            return Ok(());
        }
        // It holds nothing that is not still where it was.
        let _ = self.rewrite(vec![Op::delete(table, key)]).await;
        Err(StoreError::Failed)
    }
}

impl Contents {
    pub(super) fn has_exactly(&self, keys: &[String]) -> bool {
        let known = |key: &String| self.segments.contains_key(key) || self.unreadable.contains(key);
        keys.len() == self.segments.len() + self.unreadable.len() && keys.iter().all(known)
    }

    /// Which segments are to be written anew, and the records that the others hold, of which no
    /// second copy is needed. The latter only when there can be doubles.
    fn plan(
        &self,
        erasable: &BTreeSet<RecordId>,
        full: usize,
        pack: bool,
    ) -> (Vec<String>, BTreeSet<RecordId>) {
        let doubles = self.doubles();
        let small = |ids: &Vec<RecordId>| ids.len() * 2 <= full;
        let enough = if pack { 2 } else { MANY_SMALL };
        let merge = self.segments.values().filter(|ids| small(ids)).count() >= enough;
        let touch = |key: &String, ids: &Vec<RecordId>| {
            doubles.contains(key)
                || merge && small(ids)
                || !erasable.is_empty() && ids.iter().any(|id| erasable.contains(id))
        };
        let (touched, kept): (Vec<_>, Vec<_>) =
            self.segments.iter().partition(|(key, ids)| touch(key, ids));
        let mut elsewhere = BTreeSet::new();
        if self.doubled {
            elsewhere.extend(kept.into_iter().flat_map(|(_, ids)| ids));
            elsewhere.retain(|id| !self.disputed.contains(id));
        }
        let touched = touched.into_iter().map(|(key, _)| key.clone()).collect();
        (touched, elsewhere)
    }

    /// Segments that hold nothing that later ones do not hold too, as a kill leaves them.
    fn doubles(&self) -> BTreeSet<&String> {
        let mut doubles = BTreeSet::new();
        let mut later: BTreeSet<RecordId> = BTreeSet::new();
        if self.doubled {
            for (key, ids) in self.segments.iter().rev() {
                let spare = |id: &RecordId| later.contains(id) && !self.disputed.contains(id);
                if ids.iter().all(spare) {
                    doubles.insert(key);
                } else {
                    later.extend(ids);
                }
            }
        }
        doubles
    }
}
