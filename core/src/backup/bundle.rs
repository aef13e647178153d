//! Writing a bundle.

use serde_json::value::RawValue;

use super::{FORMAT, NAME, PADDED_TO, kept};
use crate::journal::{EncodeError, encode};
use crate::log::{Journal, Record};
use crate::time::Moment;

/// Why a bundle could not be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BundleError {
    /// A record could not be written.
    #[error("a record could not be written")]
    Record,
    /// The preferences are not a JSON object.
    #[error("the preferences are not a JSON object")]
    Preferences,
}

impl From<EncodeError> for BundleError {
    fn from(_: EncodeError) -> Self {
        Self::Record
    }
}

/// Writes a journal, and the preferences as the JSON object they are, one record a line.
///
/// Equal journals give equal bytes.
///
/// # Errors
/// [`BundleError`]
pub fn bundle(
    journal: &Journal,
    issued_at: Moment,
    preferences: Option<&str>,
) -> Result<Vec<u8>, BundleError> {
    let records: Vec<&Record> = kept(journal).collect();
    let count = records.len();
    let head =
        format!(r#"{{"ebb":"{NAME}","v":{FORMAT},"issued_at":"{issued_at}","count":{count},"#);
    let mut bytes = Vec::with_capacity(head.len() + count * 256 + PADDED_TO);
    bytes.extend_from_slice(head.as_bytes());
    if let Some(preferences) = preferences {
        bytes.extend_from_slice(br#""preferences":"#);
        bytes.extend_from_slice(object(preferences)?.as_bytes());
        bytes.push(b',');
    }
    bytes.extend_from_slice(br#""records":["#);
    for (index, record) in records.into_iter().enumerate() {
        bytes.extend_from_slice(if index == 0 { b"\n" } else { b",\n" });
        bytes.extend_from_slice(&encode(record)?);
    }
    bytes.extend_from_slice(b"\n]}");
    let padded = (bytes.len() + 1).next_multiple_of(PADDED_TO);
    bytes.resize(padded - 1, b' ');
    bytes.push(b'\n');
    Ok(bytes)
}

fn object(text: &str) -> Result<&str, BundleError> {
    let value: &RawValue = serde_json::from_str(text).map_err(|_| BundleError::Preferences)?;
    if value.get().starts_with('{') {
        Ok(value.get())
    } else {
        Err(BundleError::Preferences)
    }
}
