//! Drafts, small named bytes, and what concerns the store as a whole.

use super::Store;
use super::backend::{Backend, Op, StoreError, Stored, Table};
use super::contents::{FORMAT_KEY, GENERATION_KEY, LAYOUT, Quarantined, Stats};
use crate::journal::EntryList;

impl<B: Backend, E: EntryList> Store<B, E> {
    /// Keeps what is being written in the form called `name`.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn keep_draft(&self, name: &str, bytes: &[u8]) -> Result<(), StoreError> {
        let ops = vec![Op::put(Table::Drafts, name, bytes.to_vec())];
        self.backend.commit(ops).await
    }

    /// What was being written in the form called `name`.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn draft(&self, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.one(Table::Drafts, name).await
    }

    /// Empties the draft called `name`.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn drop_draft(&self, name: &str) -> Result<(), StoreError> {
        let ops = vec![Op::delete(Table::Drafts, name)];
        self.backend.commit(ops).await
    }

    /// The small bytes called `name`. The store itself uses `format` and `turn`.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn meta(&self, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.one(Table::Meta, name).await
    }

    /// The small bytes called `name`; `fresh` is kept when there are none yet.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn meta_or(&self, name: &str, fresh: &[u8]) -> Result<Vec<u8>, StoreError> {
        if let Some(known) = self.one(Table::Meta, name).await? {
            return Ok(known);
        }
        let added = Op::add(Table::Meta, name, fresh.to_vec());
        match self.backend.commit(vec![added]).await {
            Ok(()) => Ok(fresh.to_vec()),
            // Another tab was quicker.
            Err(StoreError::Taken) => self
                .one(Table::Meta, name)
                .await?
                .ok_or(StoreError::Changed),
            Err(error) => Err(error),
        }
    }

    /// Keeps the small bytes called `name` in the place of `before` (`None`: where nothing was).
    ///
    /// # Errors
    /// [`StoreError`]; [`StoreError::Changed`] when something else is there by now, which stays.
    pub async fn set_meta(
        &self,
        name: &str,
        before: Option<&[u8]>,
        bytes: &[u8],
    ) -> Result<(), StoreError> {
        let ops = vec![
            Op::expect(Table::Meta, name, before.map(<[u8]>::to_vec)),
            Op::put(Table::Meta, name, bytes.to_vec()),
        ];
        self.backend.commit(ops).await
    }

    /// Removes the small bytes called `name`.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn drop_meta(&self, name: &str) -> Result<(), StoreError> {
        let ops = vec![Op::delete(Table::Meta, name)];
        self.backend.commit(ops).await
    }

    async fn one(&self, table: Table, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let mut found = self.backend.read(table, &[key.to_owned()]).await?;
        Ok(found.pop().map(|(_, bytes)| bytes))
    }

    /// Deletes everything. The store is plain and empty afterwards, and so is this.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn clear(&self) -> Result<(), StoreError> {
        let generation = self.fresh_key()?.into_bytes();
        let mut ops: Vec<_> = Table::ALL.map(|table| Op::Clear { table }).into();
        // A tab that looked before must not put back what it saw.
        ops.push(Op::put(Table::Meta, GENERATION_KEY, generation));
        let layout = LAYOUT.to_string().into_bytes();
        ops.push(Op::put(Table::Meta, FORMAT_KEY, layout));
        self.backend.commit(ops).await?;
        self.load().await.map(drop)
    }

    /// The bytes of what was quarantined, exactly as they are stored.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn rescue(
        &self,
        quarantined: &[Quarantined],
    ) -> Result<Vec<(Quarantined, Vec<u8>)>, StoreError> {
        let mut rescued = Vec::new();
        for item in quarantined {
            if let Some(bytes) = self.one(item.table, &item.key).await? {
                rescued.push((item.clone(), bytes));
            }
        }
        Ok(rescued)
    }

    /// How much is stored now. A record that is kept twice for a moment counts twice.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn stats(&self) -> Result<Stats, StoreError> {
        let tail: Vec<Stored> = self.backend.read_all(Table::Records).await?.collect();
        let segments: Vec<Stored> = self.backend.read_all(Table::Segments).await?.collect();
        let contents = self.contents();
        let packed: usize = contents.segments.values().map(Vec::len).sum();
        Ok(Stats {
            records: packed + tail.len(),
            tail: tail.len(),
            segments: segments.len(),
            bytes: tail
                .iter()
                .chain(&segments)
                .map(|(_, bytes)| bytes.len())
                .sum(),
        })
    }
}
