//! A bundle in an `age` file.

use super::{Backup, BackupError, BackupLimits, PADDED_TO, kept, read};
use crate::log::Journal;
use crate::time::Moment;
use crate::vault::{
    AgeError, NotSealed, Opening, Passphrase, Unlocking, WorkFactor, open_age, seal_age,
};

/// What was found in a backup that was opened again right after it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proof {
    /// How many records it holds.
    pub records: usize,
    /// How many entries a person would see.
    pub entries: usize,
    /// When it was made.
    pub issued_at: Moment,
}

/// Why a backup does not prove to be one of this journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ProofError {
    /// It does not open.
    #[error("the backup does not open: {0}")]
    Backup(#[from] BackupError),
    /// It opens and holds something else.
    #[error("the backup is not the same: {missing} records missing, {foreign} not from here")]
    Differs {
        /// Records of the journal that are not in it as they are here.
        missing: usize,
        /// Records in it that are not in the journal as they are there.
        foreign: usize,
    },
}

/// Seals a bundle into a binary `age` file. This takes as long and needs as much memory as the
/// work factor says.
///
/// # Errors
/// [`NotSealed`] when the `age` crate fails.
pub fn seal(
    bundle: &[u8],
    passphrase: &Passphrase,
    work: WorkFactor,
) -> Result<Vec<u8>, NotSealed> {
    seal_age(bundle, passphrase.expose(), work)
}

/// Opens an `age` file, binary or armored, and gives the bundle inside.
///
/// # Errors
/// [`BackupError`]. Only a wrong passphrase costs the work of one; what can be seen without it is
/// found before.
pub fn open(
    file: &[u8],
    passphrase: &Passphrase,
    limits: &BackupLimits,
) -> Result<Vec<u8>, BackupError> {
    if file.len() > limits.bytes {
        return Err(BackupError::TooLarge);
    }
    let allowed = Opening {
        work: limits.work.min(WorkFactor::CAP.log2()),
        bytes: limits.bytes,
        padded_to: PADDED_TO,
    };
    match open_age(file, Unlocking::Passphrase(passphrase.expose()), allowed) {
        Ok(mut bundle) => Ok(std::mem::take(&mut *bundle)),
        Err(error) => Err(match error {
            AgeError::NotAge => BackupError::NotAge,
            AgeError::Newer => BackupError::Newer,
            AgeError::ToAKey | AgeError::ByPassphrase => BackupError::ToAKey,
            AgeError::TooHeavy(work) => BackupError::TooHeavy(work),
            AgeError::TooLarge => BackupError::TooLarge,
            AgeError::WrongSecret => BackupError::WrongPassphrase,
            AgeError::Incomplete => BackupError::Incomplete,
            AgeError::Damaged => BackupError::Damaged,
        }),
    }
}

/// Opens a backup as if it were the only thing left, and compares it with the journal it was
/// made of, record by record.
///
/// # Errors
/// [`ProofError`]
pub fn prove(
    file: &[u8],
    passphrase: &Passphrase,
    journal: &Journal,
    limits: &BackupLimits,
) -> Result<Proof, ProofError> {
    let bundle = open(file, passphrase, limits)?;
    let Backup {
        issued_at,
        journal: found,
        unreadable,
        newer,
        ..
    } = read(&bundle, limits)?;
    let expected = kept(journal);
    let missing = expected.filter(|record| found.record(record.id) != Some(*record));
    let foreign = found
        .records()
        .filter(|record| journal.record(record.id) != Some(*record));
    let missing = missing.count();
    let foreign = foreign.count() + unreadable + newer;
    if missing + foreign > 0 {
        return Err(ProofError::Differs { missing, foreign });
    }
    Ok(Proof {
        records: found.records().count(),
        entries: found.entries().count(),
        issued_at,
    })
}
