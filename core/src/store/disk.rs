//! A storage that is plain, locked or unlocked, for a journal that need not know which.

use std::sync::{Arc, Mutex, PoisonError};

use super::backend::{Backend, Op, StoreError, Stored, Table};
use super::seal::Seal;
use super::sealed::{Progress, SEALING, Sealed, VAULT};

/// What a storage turns out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// Without a lock.
    Plain,
    /// Sealed; these are the bytes of the vault file.
    Locked(Vec<u8>),
    /// Sealed, and the vault file is gone: nothing can be opened, and nothing may be written.
    VaultMissing,
}

/// A storage with or without a lock.
///
/// Without a lock it writes only as long as nobody has put one on; while it is locked it gives
/// and takes nothing but the vault file.
pub struct Disk<B> {
    inner: Arc<B>,
    access: Mutex<Access<B>>,
}

enum Access<B> {
    Plain,
    Locked,
    Open(Arc<Sealed<B>>),
}

impl<B> Clone for Access<B> {
    fn clone(&self) -> Self {
        match self {
            Self::Plain => Self::Plain,
            Self::Locked => Self::Locked,
            Self::Open(sealed) => Self::Open(sealed.clone()),
        }
    }
}

impl<B: Backend> Disk<B> {
    /// A storage of which nothing is known yet, and which is taken for plain.
    #[must_use]
    pub fn new(inner: B) -> Self {
        Self {
            inner: Arc::new(inner),
            access: Mutex::new(Access::Plain),
        }
    }

    /// The storage below.
    #[must_use]
    pub const fn inner(&self) -> &Arc<B> {
        &self.inner
    }

    /// Looks whether there is a lock. If so, it is locked from now on, unless it has been opened.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn condition(&self) -> Result<Condition, StoreError> {
        let names = [SEALING, VAULT, "manifest-0", "manifest-1"].map(str::to_owned);
        let found = self.inner.read(Table::Meta, &names).await?;
        if found.is_empty() {
            self.set(Access::Plain);
            return Ok(Condition::Plain);
        }
        if self.sealed().is_none() {
            self.set(Access::Locked);
        }
        let vault = found.into_iter().find(|(key, _)| key == VAULT);
        Ok(vault.map_or(Condition::VaultMissing, |(_, bytes)| {
            Condition::Locked(bytes)
        }))
    }

    /// Unlocks it. Whether the key is the right one shows when something is read.
    pub fn unlock(&self, seal: Arc<dyn Seal>) {
        let sealed = Sealed::new(self.inner.clone(), seal);
        self.set(Access::Open(Arc::new(sealed)));
    }

    /// Puts a lock on: see [`Sealed::begin`].
    ///
    /// # Errors
    /// [`StoreError`]; [`StoreError::Changed`] when there is one.
    pub async fn put_on(&self, seal: Arc<dyn Seal>, with: Vec<Op>) -> Result<(), StoreError> {
        if !matches!(self.access(), Access::Plain) {
            return Err(StoreError::Changed);
        }
        let sealed = Sealed::begin(self.inner.clone(), seal, with).await?;
        self.set(Access::Open(Arc::new(sealed)));
        Ok(())
    }

    /// Unlocks what format 1 has sealed, and takes it over: see [`Sealed::begin_from_format_1`].
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn take_over(&self, seal: Arc<dyn Seal>, with: Vec<Op>) -> Result<(), StoreError> {
        let sealed = Sealed::begin_from_format_1(self.inner.clone(), seal, with).await?;
        self.set(Access::Open(Arc::new(sealed)));
        Ok(())
    }

    /// Begins to seal with another key: see [`Sealed::begin_with_key`].
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn change_key(&self, seal: Arc<dyn Seal>, with: Vec<Op>) -> Result<(), StoreError> {
        let old = self.sealed().ok_or(StoreError::Locked)?;
        let sealed = old.begin_with_key(seal, with).await?;
        self.set(Access::Open(Arc::new(sealed)));
        Ok(())
    }

    /// Goes on with a conversion: see [`Sealed::convert_step`].
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn convert_step(&self) -> Result<Progress, StoreError> {
        let sealed = self.sealed().ok_or(StoreError::Locked)?;
        let progress = sealed.convert_step().await?;
        if progress.to_plain && progress.finished {
            self.set(Access::Plain);
        }
        Ok(progress)
    }

    /// What is sealed, while it is unlocked.
    pub fn sealed(&self) -> Option<Arc<Sealed<B>>> {
        match self.access() {
            Access::Open(sealed) => Some(sealed),
            Access::Plain | Access::Locked => None,
        }
    }

    /// Forgets the key.
    pub fn lock(&self) {
        if self.sealed().is_some() {
            self.set(Access::Locked);
        }
    }

    fn access(&self) -> Access<B> {
        let access = self.access.lock().unwrap_or_else(PoisonError::into_inner);
        access.clone()
    }

    fn set(&self, access: Access<B>) {
        *self.access.lock().unwrap_or_else(PoisonError::into_inner) = access;
    }
}

/// Values of either kind of storage.
enum Either<A, B> {
    Plain(A),
    Sealed(B),
}

impl<A: Iterator<Item = Stored>, B: Iterator<Item = Stored>> Iterator for Either<A, B> {
    type Item = Stored;

    fn next(&mut self) -> Option<Stored> {
        match self {
            Self::Plain(values) => values.next(),
            Self::Sealed(values) => values.next(),
        }
    }
}

impl<B: Backend> Backend for Disk<B> {
    async fn read_all(&self, table: Table) -> Result<impl Iterator<Item = Stored>, StoreError> {
        match self.access() {
            Access::Plain => {
                let values = self.inner.read_all(table).await?;
                // A lock that was put on meanwhile leaves nothing that this could read.
                self.read(Table::Meta, &[]).await?;
                Ok(Either::Plain(values))
            }
            Access::Locked => Err(StoreError::Locked),
            Access::Open(sealed) => Ok(Either::Sealed(sealed.values_of(table).await?)),
        }
    }

    async fn read(&self, table: Table, keys: &[String]) -> Result<Vec<Stored>, StoreError> {
        match self.access() {
            Access::Plain if table == Table::Meta => {
                // Whoever reads begins with these: not what is left of a store that was sealed.
                let mut keys = keys.to_vec();
                keys.push(SEALING.to_owned());
                let found = self.inner.read(table, &keys).await?;
                if found.iter().any(|(key, _)| key == SEALING) {
                    return Err(StoreError::Changed);
                }
                Ok(found)
            }
            Access::Plain => self.inner.read(table, keys).await,
            Access::Locked if keys.iter().all(|key| key == VAULT) => {
                self.inner.read(table, keys).await
            }
            Access::Locked => Err(StoreError::Locked),
            Access::Open(sealed) => sealed.read(table, keys).await,
        }
    }

    async fn keys(&self, table: Table) -> Result<Vec<String>, StoreError> {
        match self.access() {
            Access::Plain => self.inner.keys(table).await,
            Access::Locked => Err(StoreError::Locked),
            Access::Open(sealed) => sealed.keys(table).await,
        }
    }

    async fn commit(&self, mut ops: Vec<Op>) -> Result<(), StoreError> {
        // Nothing of a lock stays when everything goes.
        let all = |op: &Op| matches!(op, Op::Clear { table: Table::Meta });
        if ops.iter().any(all) {
            self.inner.commit(ops).await?;
            self.set(Access::Plain);
            return Ok(());
        }
        match self.access() {
            Access::Plain => {
                // A tab that does not know of a lock must not add plain words.
                ops.insert(0, Op::expect(Table::Meta, SEALING, None));
                self.inner.commit(ops).await
            }
            Access::Locked => Err(StoreError::Locked),
            Access::Open(sealed) => sealed.commit(ops).await,
        }
    }

    async fn yield_now(&self) {
        self.inner.yield_now().await;
    }
}
