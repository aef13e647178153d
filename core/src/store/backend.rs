//! What a storage must be able to do so that the journal can be kept in it.

/// Why the store did not do what it was asked. What was to be written is still with the caller.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// This page may not keep anything.
    #[error("storage is blocked")]
    Blocked,
    /// No space is left.
    #[error("storage is full")]
    Full,
    /// Something else is already kept under that name.
    #[error("the name is taken")]
    Taken,
    /// Another tab changed the store in a way this one has not seen; open it again.
    #[error("another tab has changed the store")]
    Changed,
    /// Written by a newer Ebb; nothing was touched.
    #[error("the store belongs to a newer version")]
    Newer,
    /// Another build of Ebb has taken the store over; this page must be loaded again.
    #[error("another build has taken over the store")]
    Closed,
    /// It could not be sealed, so it was not written.
    #[error("could not be sealed")]
    Locked,
    /// Anything else. Whether the write was done is not known; trying the same again is safe.
    #[error("storage failed")]
    Failed,
}

/// The parts of a store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Table {
    /// Single records, the *tail*, under their ids.
    Records,
    /// Records packed together.
    Segments,
    /// What is being written in a form, under the form's name.
    Drafts,
    /// Small named bytes.
    Meta,
}

impl Table {
    /// Every part.
    pub const ALL: [Self; 4] = [Self::Records, Self::Segments, Self::Drafts, Self::Meta];

    /// Its name, in the storage and in the place that sealing binds to.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Records => "records",
            Self::Segments => "segments",
            Self::Drafts => "drafts",
            Self::Meta => "meta",
        }
    }
}

/// A key and the bytes under it.
pub type Stored = (String, Vec<u8>);

/// One part of a transaction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Op {
    /// Keeps `bytes` under a key that must be free ([`StoreError::Taken`] otherwise).
    Add {
        /// Where.
        table: Table,
        /// Under which name.
        key: String,
        /// What.
        bytes: Vec<u8>,
    },
    /// Keeps `bytes` whatever was there.
    Put {
        /// Where.
        table: Table,
        /// Under which name.
        key: String,
        /// What.
        bytes: Vec<u8>,
    },
    /// Removes a key; one that is not there is no error.
    Delete {
        /// Where.
        table: Table,
        /// Which.
        key: String,
    },
    /// Removes everything in a table.
    Clear {
        /// Which.
        table: Table,
    },
    /// Changes nothing, but fails the whole transaction with [`StoreError::Changed`] unless the
    /// key holds exactly this now (`None`: unless it is free).
    Expect {
        /// Where.
        table: Table,
        /// Which.
        key: String,
        /// What must be there.
        bytes: Option<Vec<u8>>,
    },
}

impl Op {
    /// [`Op::Add`].
    pub fn add(table: Table, key: impl Into<String>, bytes: Vec<u8>) -> Self {
        let key = key.into();
        Self::Add { table, key, bytes }
    }

    /// [`Op::Put`].
    pub fn put(table: Table, key: impl Into<String>, bytes: Vec<u8>) -> Self {
        let key = key.into();
        Self::Put { table, key, bytes }
    }

    /// [`Op::Delete`].
    pub fn delete(table: Table, key: impl Into<String>) -> Self {
        let key = key.into();
        Self::Delete { table, key }
    }

    /// [`Op::Expect`].
    pub fn expect(table: Table, key: impl Into<String>, bytes: Option<Vec<u8>>) -> Self {
        let key = key.into();
        Self::Expect { table, key, bytes }
    }
}

/// A storage. Single-threaded, so nothing has to be `Send`.
///
/// Each call is one transaction of its own, and a read sees one moment of one table. Reads need
/// not see another tab's newest commits. But they must see this tab's own, with all that was
/// committed before them, and they never go back in time.
#[expect(
    async_fn_in_trait,
    reason = "one thread, and callers name the storage they use"
)]
pub trait Backend {
    /// Everything in a table, by key. One after the other: years of records need not be in memory
    /// twice.
    ///
    /// # Errors
    /// [`StoreError`].
    async fn read_all(&self, table: Table) -> Result<impl Iterator<Item = Stored>, StoreError>;

    /// What is kept under `keys`; one that is not there is left out.
    ///
    /// # Errors
    /// [`StoreError`].
    async fn read(&self, table: Table, keys: &[String]) -> Result<Vec<Stored>, StoreError>;

    /// Every key of a table, in order.
    ///
    /// # Errors
    /// [`StoreError`].
    async fn keys(&self, table: Table) -> Result<Vec<String>, StoreError>;

    /// Carries out `ops` in this order, all of them or none. `Ok` means that they are on the disk.
    ///
    /// # Errors
    /// [`StoreError`]. After [`StoreError::Failed`] it may have been done all the same.
    async fn commit(&self, ops: Vec<Op>) -> Result<(), StoreError>;

    /// Called again and again in long work, so that a screen can be drawn and a tap be heard in
    /// between. Where nothing waits, it does nothing.
    async fn yield_now(&self) {}
}
