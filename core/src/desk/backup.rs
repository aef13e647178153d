//! A desk in a file: what is shown on it, to be sealed as a backup is.

use serde::Deserialize;
use serde_json::value::RawValue;

use super::{DeskEntry, DeskJournal};
use crate::backup::{BackupError, BundleError};
use crate::journal::{Record, decode, encode};
use crate::share::{self, ShareError, ShareLimits};
use crate::time::Moment;

const NAME: &str = "desk";
const FORMAT: u16 = 1;
/// Filled up with spaces to a multiple of this, as a backup is.
const PADDED_TO: usize = 1024;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Reading<'a> {
    ebb: String,
    v: u16,
    #[serde(rename = "issued_at")]
    _issued_at: Moment,
    count: usize,
    #[serde(borrow)]
    records: Vec<&'a RawValue>,
}

#[derive(Deserialize)]
struct Head {
    ebb: String,
    v: u64,
}

/// Writes a desk, one record a line. What was deleted or replaced is not in it.
///
/// # Errors
/// [`BundleError`], which no desk causes.
pub fn bundle(desk: &DeskJournal, issued_at: Moment) -> Result<Vec<u8>, BundleError> {
    let gone = desk.erasable();
    let kept = desk.records().filter(|record| !gone.contains(&record.id));
    let lines: Result<Vec<_>, _> = kept.map(encode).collect();
    let lines = lines?;
    let count = lines.len();
    let head =
        format!(r#"{{"ebb":"{NAME}","v":{FORMAT},"issued_at":"{issued_at}","count":{count},"#);
    let mut bytes = [head.as_bytes(), b"\"records\":[\n"].concat();
    bytes.extend_from_slice(&lines.join(&b",\n"[..]));
    bytes.extend_from_slice(b"\n]}");
    let padded = (bytes.len() + 1).next_multiple_of(PADDED_TO);
    bytes.resize(padded - 1, b' ');
    bytes.push(b'\n');
    Ok(bytes)
}

/// Reads such a file. Every record has to be one: a desk is not brought back by halves.
///
/// # Errors
/// [`BackupError`]
pub fn read(bytes: &[u8]) -> Result<Vec<Record<DeskEntry>>, BackupError> {
    let text = std::str::from_utf8(bytes).map_err(|_| BackupError::NotABackup)?;
    let head: Head = serde_json::from_str(text).map_err(|_| BackupError::NotABackup)?;
    match (head.ebb.as_str(), head.v) {
        (NAME, 1) => {}
        (NAME, 2..) => return Err(BackupError::Newer),
        _ => return Err(BackupError::NotABackup),
    }
    let read: Reading<'_> = serde_json::from_str(text).map_err(|_| BackupError::Damaged)?;
    let same = read.ebb == NAME && read.v == FORMAT && read.records.len() == read.count;
    let records = read.records.iter().map(|raw| decode(raw.get().as_bytes()));
    let records: Result<Vec<_>, _> = records.collect();
    records.ok().filter(|_| same).ok_or(BackupError::Damaged)
}

/// The records that a desk has not, of entries that were not deleted there.
#[must_use]
pub fn missing(desk: &DeskJournal, records: Vec<Record<DeskEntry>>) -> Vec<Record<DeskEntry>> {
    let mut records = records;
    records.retain(|record| desk.record(record.id).is_none() && !desk.is_deleted(record.root()));
    records
}

/// Whether a share in a backup is as it was signed; all else is. To be asked before a record is taken
/// over, as signatures are not checked again after that. A backup is authenticated (`age`), but by
/// whoever knows its passphrase, who need not be the therapist that kept the share.
#[must_use]
pub fn is_genuine(record: &Record<DeskEntry>) -> bool {
    let DeskEntry::Received(kept) = &record.entry else {
        return true;
    };
    // What a newer Ebb has kept and this one cannot read is no forgery.
    let read = share::read(kept.bundle.as_bytes(), &ShareLimits::default());
    !matches!(read, Err(ShareError::Forged))
}
