//! Backups: the whole journal in one file that outlives a lost device.
//!
//! A backup is an ordinary `age` file by passphrase, holding a JSON *bundle* of records in the
//! journal's own format, so that the `age` program and a text editor can read it without Ebb.
//! Restoring is merging: nothing is doubled, nothing that was deleted comes back, and what the
//! backup knows as deleted is deleted here.
//!
//! ```
//! use ebb_core::backup::{self, BackupLimits};
//! use ebb_core::log::Journal;
//! use ebb_core::time::Moment;
//!
//! let journal = Journal::default();
//! let bundle = backup::bundle(&journal, Moment::EPOCH, None).unwrap();
//! let backup = backup::read(&bundle, &BackupLimits::default()).unwrap();
//! assert_eq!(backup.compare(&journal).new, 0);
//! assert!(backup.restore(&journal).is_empty());
//! ```

mod bundle;
mod compare;
#[cfg(feature = "vault")]
mod file;
mod read;

pub use bundle::{BundleError, bundle};
pub use compare::Preview;
#[cfg(feature = "vault")]
pub use file::{Proof, ProofError, open, prove, seal};
pub use read::read;

use crate::journal::RecordId;
use crate::log::{Journal, Record};
use crate::time::Moment;
use std::collections::BTreeSet;

/// The format this build writes, and the newest it reads.
pub const FORMAT: u16 = 1;
/// What a bundle says it is.
const NAME: &str = "backup";
/// A bundle is filled up with spaces to a multiple of this, so that its size tells less about
/// what was written, and a cut file can be told from a damaged one.
const PADDED_TO: usize = 1024;

/// What is read at most, so that a hostile file cannot use up the memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BackupLimits {
    /// Bytes of the file, and of the bundle inside.
    pub bytes: usize,
    /// Records in the bundle.
    pub records: usize,
    /// The work factor, as the logarithm of scrypt's N.
    pub work: u8,
}

impl Default for BackupLimits {
    /// 64 MiB, 500,000 records, and 2^20 rounds.
    fn default() -> Self {
        Self {
            bytes: 64 * 1024 * 1024,
            records: 500_000,
            work: 20,
        }
    }
}

/// Why a file is not a backup that can be restored. Nothing has been changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BackupError {
    /// Not an `age` file at all.
    #[error("not an age file")]
    NotAge,
    /// An `age` file for somebody's key, which no passphrase opens.
    #[error("the file was sealed for a key, not by a passphrase")]
    ToAKey,
    /// The passphrase is wrong, or the first line of the file was changed: these look alike.
    #[error("this is not the passphrase of the file")]
    WrongPassphrase,
    /// The end is missing, or was changed.
    #[error("the file is not complete")]
    Incomplete,
    /// Not as it was written.
    #[error("the file is damaged")]
    Damaged,
    /// The file asks for more work than is allowed, 2 to this power.
    #[error("the file asks for too much work (2^{0})")]
    TooHeavy(u8),
    /// More bytes than are read.
    #[error("the file is too large")]
    TooLarge,
    /// More records than are read.
    #[error("the file holds too many records")]
    TooManyRecords,
    /// Written by a newer Ebb, or by a newer `age`.
    #[error("the file was written by a newer version")]
    Newer,
    /// Something else was inside.
    #[error("not a backup of Ebb")]
    NotABackup,
}

/// What a backup holds.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Backup {
    /// When it was made.
    pub issued_at: Moment,
    /// The records that could be read.
    pub journal: Journal,
    /// Records that could not be read.
    pub unreadable: usize,
    /// Records that a newer Ebb wrote.
    pub newer: usize,
    /// The person's preferences, a JSON object, if they are in the backup.
    pub preferences: Option<String>,
}

/// The records that a backup of this journal holds: all but those that nobody can see any more.
/// A deleted entry leaves its tombstone and not a word.
fn kept(journal: &Journal) -> impl Iterator<Item = &Record> {
    let erasable: BTreeSet<RecordId> = journal.erasable().into_iter().collect();
    journal
        .records()
        .filter(move |record| !erasable.contains(&record.id))
}
