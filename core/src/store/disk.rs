//! A storage that is plain, locked or unlocked, for a journal that need not know which.

use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};

use super::backend::{Backend, Op, StoreError, Stored, Table};
use super::seal::Seal;
use super::sealed::{Integrity, MANIFESTS, Progress, SEALING, Sealed, VAULT};

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
    access: Mutex<Access>,
}

#[derive(Clone)]
enum Access {
    Plain,
    Locked,
    Open(Arc<dyn Unlocked>),
}

type Boxed<'a, T> = Pin<Box<dyn Future<Output = Result<T, StoreError>> + 'a>>;

/// A [`Sealed`] storage. Only who unlocks one names its type, so that a program can leave its code
/// away until then.
trait Unlocked {
    fn values(&self, table: Table) -> Boxed<'_, Box<dyn Iterator<Item = Stored>>>;
    fn read<'a>(&'a self, table: Table, keys: &'a [String]) -> Boxed<'a, Vec<Stored>>;
    fn keys(&self, table: Table) -> Boxed<'_, Vec<String>>;
    fn commit(&self, ops: Vec<Op>) -> Boxed<'_, ()>;
    fn converting(&self) -> Boxed<'_, Option<bool>>;
    fn convert_step(&self) -> Boxed<'_, Progress>;
    fn integrity(&self) -> Boxed<'_, Integrity>;
    fn to_plain(&self) -> Boxed<'_, ()>;
    fn with_key(&self, seal: Arc<dyn Seal>, with: Vec<Op>) -> Boxed<'_, Arc<dyn Unlocked>>;
}

impl<B: Backend + 'static> Unlocked for Sealed<B> {
    fn values(&self, table: Table) -> Boxed<'_, Box<dyn Iterator<Item = Stored>>> {
        Box::pin(async move {
            let values = self.values_of(table).await?;
            Ok(Box::new(values) as Box<dyn Iterator<Item = Stored>>)
        })
    }

    fn read<'a>(&'a self, table: Table, keys: &'a [String]) -> Boxed<'a, Vec<Stored>> {
        Box::pin(Backend::read(self, table, keys))
    }

    fn keys(&self, table: Table) -> Boxed<'_, Vec<String>> {
        Box::pin(Backend::keys(self, table))
    }

    fn commit(&self, ops: Vec<Op>) -> Boxed<'_, ()> {
        Box::pin(Backend::commit(self, ops))
    }

    fn converting(&self) -> Boxed<'_, Option<bool>> {
        Box::pin(Self::converting(self))
    }

    fn convert_step(&self) -> Boxed<'_, Progress> {
        Box::pin(Self::convert_step(self))
    }

    fn integrity(&self) -> Boxed<'_, Integrity> {
        Box::pin(Self::integrity(self))
    }

    fn to_plain(&self) -> Boxed<'_, ()> {
        Box::pin(self.begin_to_plain())
    }

    fn with_key(&self, seal: Arc<dyn Seal>, with: Vec<Op>) -> Boxed<'_, Arc<dyn Unlocked>> {
        Box::pin(async move {
            let sealed = self.begin_with_key(seal, with).await?;
            Ok(Arc::new(sealed) as Arc<dyn Unlocked>)
        })
    }
}

impl<B: Backend + 'static> Disk<B> {
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
        let names = [SEALING, VAULT, MANIFESTS[0], MANIFESTS[1]].map(str::to_owned);
        let found = self.inner.read(Table::Meta, &names).await?;
        if found.is_empty() {
            self.set(Access::Plain);
            return Ok(Condition::Plain);
        }
        if !self.is_open() {
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
        let sealed = self.unlocked()?.with_key(seal, with).await?;
        self.set(Access::Open(sealed));
        Ok(())
    }

    /// Goes on with a conversion: see [`Sealed::convert_step`].
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn convert_step(&self) -> Result<Progress, StoreError> {
        let progress = self.unlocked()?.convert_step().await?;
        if progress.to_plain && progress.finished {
            self.set(Access::Plain);
        }
        Ok(progress)
    }

    /// Begins to take the lock off: see [`Sealed::begin_to_plain`].
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn take_off(&self) -> Result<(), StoreError> {
        self.unlocked()?.to_plain().await
    }

    /// Whether a conversion is under way, and whether it takes the lock off.
    ///
    /// # Errors
    /// [`StoreError`]; [`StoreError::Changed`] when the store is sealed by another key.
    pub async fn converting(&self) -> Result<Option<bool>, StoreError> {
        self.unlocked()?.converting().await
    }

    /// What is not as it was left: see [`Sealed::integrity`].
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn integrity(&self) -> Result<Integrity, StoreError> {
        self.unlocked()?.integrity().await
    }

    fn unlocked(&self) -> Result<Arc<dyn Unlocked>, StoreError> {
        match self.access() {
            Access::Open(sealed) => Ok(sealed),
            Access::Plain | Access::Locked => Err(StoreError::Locked),
        }
    }

    /// Whether there is a lock and it is unlocked.
    pub fn is_open(&self) -> bool {
        matches!(self.access(), Access::Open(_))
    }

    /// Forgets the key.
    pub fn lock(&self) {
        if self.is_open() {
            self.set(Access::Locked);
        }
    }

    fn access(&self) -> Access {
        let access = self.access.lock().unwrap_or_else(PoisonError::into_inner);
        access.clone()
    }

    fn set(&self, access: Access) {
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

impl<B: Backend + 'static> Backend for Disk<B> {
    async fn read_all(&self, table: Table) -> Result<impl Iterator<Item = Stored>, StoreError> {
        match self.access() {
            Access::Plain => {
                let values = self.inner.read_all(table).await?;
                // A lock that was put on meanwhile leaves nothing that this could read.
                self.read(Table::Meta, &[]).await?;
                Ok(Either::Plain(values))
            }
            Access::Locked => Err(StoreError::Locked),
            Access::Open(sealed) => Ok(Either::Sealed(sealed.values(table).await?)),
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
