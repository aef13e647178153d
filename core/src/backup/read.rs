//! Reading a bundle, without taking its word for anything.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::{Backup, BackupError, BackupLimits, FORMAT, NAME};
use crate::journal::{DecodeError, decode};
use crate::log::Journal;
use crate::time::Moment;

#[derive(Deserialize)]
struct Head<'a> {
    #[serde(borrow)]
    ebb: Cow<'a, str>,
    v: u64,
}

/// Borrowed, so that nothing is held twice.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Reading<'a> {
    #[serde(rename = "ebb", borrow)]
    _ebb: Cow<'a, str>,
    #[serde(rename = "v")]
    _v: u16,
    issued_at: Moment,
    count: usize,
    #[serde(default, borrow)]
    preferences: Option<&'a RawValue>,
    #[serde(borrow)]
    records: &'a RawValue,
}

/// Reads a bundle. Records that cannot be read are counted and do not keep the others from
/// being read.
///
/// # Errors
/// [`BackupError`]
pub fn read(bytes: &[u8], limits: &BackupLimits) -> Result<Backup, BackupError> {
    if bytes.len() > limits.bytes {
        return Err(BackupError::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| unreadable(bytes))?;
    match serde_json::from_str::<Head<'_>>(text) {
        Ok(Head { ebb, .. }) if ebb != NAME => return Err(BackupError::NotABackup),
        Ok(Head { v, .. }) if v > u64::from(FORMAT) => return Err(BackupError::Newer),
        Ok(Head { v, .. }) if v == u64::from(FORMAT) => {}
        Ok(_) => return Err(BackupError::Damaged),
        Err(_) => return Err(unreadable(bytes)),
    }
    let read: Reading<'_> = serde_json::from_str(text).map_err(|_| BackupError::Damaged)?;
    if read.count > limits.records {
        return Err(BackupError::TooManyRecords);
    }
    let preferences = read.preferences.map(RawValue::get);
    if preferences.is_some_and(|text| !text.starts_with('{')) {
        return Err(BackupError::Damaged);
    }
    let mut records = Records {
        most: limits.records,
        ..Records::default()
    };
    let mut array = serde_json::Deserializer::from_str(read.records.get());
    let done = records.deserialize(&mut array);
    if records.count > limits.records {
        return Err(BackupError::TooManyRecords);
    }
    if done.is_err() || records.count != read.count {
        return Err(BackupError::Damaged);
    }
    Ok(Backup {
        issued_at: read.issued_at,
        journal: records.journal,
        unreadable: records.unreadable,
        newer: records.newer,
        preferences: preferences.map(str::to_owned),
    })
}

/// What cannot be read was a backup if it starts like one.
fn unreadable(bytes: &[u8]) -> BackupError {
    let start = format!(r#"{{"ebb":"{NAME}","#);
    if bytes.starts_with(start.as_bytes()) {
        BackupError::Damaged
    } else {
        BackupError::NotABackup
    }
}

#[derive(Default)]
struct Records {
    most: usize,
    count: usize,
    journal: Journal,
    unreadable: usize,
    newer: usize,
}

impl<'de> DeserializeSeed<'de> for &mut Records {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for &mut Records {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("records")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut records: A) -> Result<(), A::Error> {
        while let Some(raw) = records.next_element::<&'de RawValue>()? {
            self.count += 1;
            if self.count > self.most {
                return Err(A::Error::custom("too many records"));
            }
            match decode(raw.get().as_bytes()) {
                Ok(record) => {
                    self.journal.absorb(record);
                }
                Err(DecodeError::Newer(_)) => self.newer += 1,
                Err(_) => self.unreadable += 1,
            }
        }
        Ok(())
    }
}
