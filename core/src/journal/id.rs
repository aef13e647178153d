//! Names of records and devices.

use std::fmt;
use std::str::FromStr;

use serde::Serialize;
use ulid::Ulid;

use crate::text::read_from_text;

/// 9999-12-31T23:59:59.999Z. A later id would leave no room for the next one.
const LATEST_MS: u64 = 253_402_300_799_999;

/// Why a text is not an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a record id")]
pub struct NotAnId;

/// A record's name: a ULID, 26 characters, that sorts by the time it was given out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(into = "String")]
pub struct RecordId(Ulid);

impl RecordId {
    pub(super) const FIRST: Self = Self(Ulid(0));
    pub(super) const LAST: Self = Self(Ulid(u128::MAX));

    /// The id after `last` at `now_ms`, with 80 bits of `random`.
    ///
    /// Edits win by id, so an id is never smaller than the newest one this device has seen, even
    /// when the clock was set back. Then the time part is one more than the last one's; the
    /// random part keeps two devices in that state apart. At the end of the year 9999, where only
    /// a damaged or hostile record can have led, the random part counts up instead.
    #[must_use]
    pub fn next(last: Option<Self>, now_ms: i64, random: u128) -> Self {
        let now = u64::try_from(now_ms).unwrap_or(0).min(LATEST_MS);
        let time = match last {
            Some(last) if last.time_ms() >= LATEST_MS => {
                let next = u128::from(last.0).saturating_add(1);
                let last_of_all = u128::from(Ulid::from_parts(LATEST_MS, u128::MAX));
                return Self(Ulid::from(next.min(last_of_all)));
            }
            Some(last) if last.time_ms() >= now => last.time_ms() + 1,
            _ => now,
        };
        Self(Ulid::from_parts(time, random))
    }

    /// All 128 bits.
    #[cfg(feature = "export")]
    pub(crate) fn bits(self) -> u128 {
        u128::from(self.0)
    }

    /// The 80 random bits.
    #[cfg(feature = "share")]
    pub(crate) fn random(self) -> u128 {
        self.0.random()
    }

    /// The time part, in milliseconds since 1970 UTC. An order, not a clock: see [`Self::next`].
    #[must_use]
    pub const fn time_ms(self) -> u64 {
        self.0.timestamp_ms()
    }
}

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for RecordId {
    type Err = NotAnId;

    /// Takes the one canonical spelling only, so that an id and a storage key compare as text.
    fn from_str(text: &str) -> Result<Self, NotAnId> {
        // Small letters, and a first one that makes more than 128 bits, are other spellings.
        let canonical = text.as_bytes().first().is_some_and(|first| *first <= b'7')
            && !text.bytes().any(|byte| byte.is_ascii_lowercase());
        let id = Ulid::from_string(text).map_err(|_| NotAnId)?;
        if !canonical || id.timestamp_ms() > LATEST_MS {
            return Err(NotAnId);
        }
        Ok(Self(id))
    }
}

impl From<RecordId> for String {
    fn from(id: RecordId) -> Self {
        id.to_string()
    }
}

/// Which browser profile wrote a record: 64 random bits, made once. It never leaves in a share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(into = "String")]
pub struct DeviceId(u64);

impl DeviceId {
    /// Makes an id of 64 random bits.
    #[must_use]
    pub const fn new(random: u64) -> Self {
        Self(random)
    }
}

impl fmt::Display for DeviceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl FromStr for DeviceId {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let canonical = text.len() == 16
            && (text.bytes()).all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        if !canonical {
            return Err(NotAnId);
        }
        u64::from_str_radix(text, 16).map(Self).map_err(|_| NotAnId)
    }
}

impl From<DeviceId> for String {
    fn from(id: DeviceId) -> Self {
        id.to_string()
    }
}

read_from_text!(RecordId, DeviceId);
