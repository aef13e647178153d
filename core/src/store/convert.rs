//! Sealing what is stored plain, or the other way round, a little at a time.
//!
//! Nothing remembers how far it has come: what is left is what is found in the wrong form. So it
//! goes on after a kill at any point.

use std::collections::BTreeSet;

use super::Store;
use super::backend::{Backend, Op, StoreError, Table};
use super::compact::Batch;
use super::contents::{Contents, GENERATION_KEY};
use crate::journal::EntryList;

/// How many drafts are converted in one step.
const DRAFTS_A_STEP: usize = 16;

/// A conversion under way. Begin with the default.
#[derive(Debug, Default)]
pub struct Conversion {
    /// What was found in the wrong form, and its length.
    wrong: Vec<(Table, String, usize)>,
    /// What cannot be converted, because it cannot be read.
    skipped: BTreeSet<(Table, String)>,
    done: usize,
}

/// How far a conversion is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Stored bytes converted.
    pub done: usize,
    /// Stored bytes to convert altogether, as far as is known.
    pub total: usize,
    /// Values that stay in the wrong form, because they cannot be read.
    pub left: usize,
    /// Whether nothing else is in the wrong form any more.
    pub finished: bool,
}

impl<B: Backend, E: EntryList> Store<B, E> {
    /// Converts a little more to the form that the keys say; again and again until `finished`.
    ///
    /// # Errors
    /// [`StoreError`]; go on with the same or a new [`Conversion`].
    pub async fn convert_step(&self, work: &mut Conversion) -> Result<Progress, StoreError> {
        let mut finished = false;
        if work.wrong.is_empty() {
            work.wrong = self.find_wrong(&work.skipped).await?;
            finished = work.wrong.is_empty();
        }
        let table = work.wrong.last().map(|(table, _, _)| *table);
        let step = match table {
            Some(Table::Records) => self.limits.segment.max(1),
            Some(Table::Drafts) => DRAFTS_A_STEP,
            _ => 1,
        };
        let mut keys = Vec::new();
        let mut bytes = 0;
        while keys.len() < step
            && let Some((_, key, size)) = work.wrong.pop_if(|(of, _, _)| Some(*of) == table)
        {
            keys.push(key);
            bytes += size;
        }
        let converted = match table {
            Some(Table::Segments) => self.convert_segment(&keys, work).await,
            Some(Table::Records) => self.convert_tail(&keys, work).await,
            Some(table) => self.convert_drafts(table, &keys, work).await,
            None => Ok(()),
        };
        if let Err(error) = converted {
            // Looked for afresh at the next step.
            work.wrong.clear();
            return Err(error);
        }
        work.done += bytes;
        let ahead: usize = work.wrong.iter().map(|(_, _, size)| size).sum();
        Ok(Progress {
            done: work.done,
            total: work.done + ahead,
            left: work.skipped.len(),
            finished,
        })
    }

    async fn find_wrong(
        &self,
        skipped: &BTreeSet<(Table, String)>,
    ) -> Result<Vec<(Table, String, usize)>, StoreError> {
        // Refused if this tab does not know how the store is to be. After it, this tab's view is
        // no older than the switch, and no other tab can add anything in the old form.
        self.backend.commit(vec![self.expect_sealing()]).await?;
        let generation = self.meta(GENERATION_KEY).await?;
        if generation != self.contents().generation {
            // What is where is of no use any more; the next compaction looks for itself.
            let current_layout = self.contents().current_layout;
            *self.contents() = Contents {
                generation,
                current_layout,
                ..Contents::default()
            };
        }
        let keys = self.keys();
        let mut wrong = Vec::new();
        for table in [Table::Drafts, Table::Segments, Table::Records] {
            for (key, stored) in self.backend.read_all(table).await? {
                let place = (table, key);
                if !keys.right_mode(&stored) && !skipped.contains(&place) {
                    wrong.push((place.0, place.1, stored.len()));
                }
            }
        }
        Ok(wrong)
    }

    async fn convert_segment(
        &self,
        keys: &[String],
        work: &mut Conversion,
    ) -> Result<(), StoreError> {
        for key in keys {
            match self.lines_of(key).await {
                Ok(lines) => {
                    let batch = Batch {
                        segments: vec![key.clone()],
                        lines,
                        ..Batch::default()
                    };
                    self.replace(batch).await?;
                }
                Err(StoreError::Changed) => {
                    work.skipped.insert((Table::Segments, key.clone()));
                }
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    async fn convert_tail(&self, keys: &[String], work: &mut Conversion) -> Result<(), StoreError> {
        let mut batch = Batch::default();
        self.take_tail(&mut batch, keys, &BTreeSet::new()).await?;
        for key in keys {
            if !batch.records.contains(key) {
                work.skipped.insert((Table::Records, key.clone()));
            }
        }
        self.replace(batch).await
    }

    async fn convert_drafts(
        &self,
        table: Table,
        names: &[String],
        work: &mut Conversion,
    ) -> Result<(), StoreError> {
        let keys = self.keys();
        let mut ops = vec![self.expect_sealing()];
        for (name, stored) in self.backend.read(table, names).await? {
            if keys.right_mode(&stored) {
                continue;
            }
            let Ok(plain) = keys.to_plain(table, &name, &stored) else {
                work.skipped.insert((table, name));
                continue;
            };
            let sealed = keys.to_store(table, &name, plain.into_owned())?;
            // What a person has written meanwhile must not be put back.
            ops.push(Op::expect(table, &*name, Some(stored)));
            ops.push(Op::put(table, name, sealed));
        }
        self.backend.commit(ops).await
    }
}
