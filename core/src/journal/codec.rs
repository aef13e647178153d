//! Records as bytes: JSON with a format version, so that a person can read their own data.
//!
//! Format 1 is `{"v":1,"id","device","written_at","happened_at","local_day","replaces"?,"entry"}`.
//! Unknown fields are refused rather than dropped: dropping them would lose what a newer build
//! wrote as soon as this one edits the entry.

use serde::{Deserialize, Serialize};

use super::entry::EntryList;
use super::id::{DeviceId, RecordId};
use super::record::Record;
use crate::time::{LocalDay, Moment};

/// The format this build writes, and the newest it reads.
pub const FORMAT: u16 = 1;

/// Why bytes are not a record. It never quotes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DecodeError {
    /// Written by a newer Ebb.
    #[error("written by a newer version of Ebb (format {0})")]
    Newer(u16),
    /// Not a whole record.
    #[error("damaged or not a record")]
    Damaged,
    /// A record that cannot be, such as a tombstone of nothing.
    #[error("the record contradicts itself")]
    Contradiction,
}

/// Why a record could not be written. Only a failure inside serialisation can cause it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the record could not be written")]
pub struct EncodeError;

#[derive(Serialize)]
struct Writing<'a, E> {
    v: u16,
    id: RecordId,
    device: DeviceId,
    written_at: Moment,
    happened_at: Moment,
    local_day: LocalDay,
    #[serde(skip_serializing_if = "Option::is_none")]
    replaces: Option<RecordId>,
    entry: &'a E,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Reading<E> {
    v: u16,
    id: RecordId,
    device: DeviceId,
    written_at: Moment,
    happened_at: Moment,
    local_day: LocalDay,
    #[serde(default)]
    replaces: Option<RecordId>,
    entry: E,
}

#[derive(Deserialize)]
struct Version {
    v: u16,
}

/// Writes a record in the current format. Equal records give equal bytes.
///
/// # Errors
/// [`EncodeError`], which no valid record causes.
pub fn encode<E: EntryList>(record: &Record<E>) -> Result<Vec<u8>, EncodeError> {
    serde_json::to_vec(&Writing {
        v: FORMAT,
        id: record.id,
        device: record.device,
        written_at: record.written_at,
        happened_at: record.happened_at,
        local_day: record.local_day,
        replaces: record.replaces,
        entry: &record.entry,
    })
    .map_err(|_| EncodeError)
}

/// Reads a record of any format up to the current one.
///
/// # Errors
/// [`DecodeError`]; the caller sets the bytes aside untouched.
pub fn decode<E: EntryList>(bytes: &[u8]) -> Result<Record<E>, DecodeError> {
    // From text like every other reader in Ebb: one copy of the JSON machinery, not two.
    let text = std::str::from_utf8(bytes).map_err(|_| DecodeError::Damaged)?;
    let Ok(read) = serde_json::from_str::<Reading<E>>(text) else {
        return Err(match serde_json::from_str::<Version>(text) {
            Ok(Version { v }) if v > FORMAT => DecodeError::Newer(v),
            _ => DecodeError::Damaged,
        });
    };
    match read.v {
        FORMAT => {}
        v if v > FORMAT => return Err(DecodeError::Newer(v)),
        _ => return Err(DecodeError::Damaged),
    }
    let record = Record {
        id: read.id,
        device: read.device,
        written_at: read.written_at,
        happened_at: read.happened_at,
        local_day: read.local_day,
        replaces: read.replaces,
        entry: read.entry,
    };
    let tombstone_of_nothing = record.is_tombstone() && record.replaces.is_none();
    if tombstone_of_nothing || record.replaces == Some(record.id) {
        return Err(DecodeError::Contradiction);
    }
    Ok(record)
}
