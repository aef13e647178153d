//! Instants as a person lived them, and the day an instant belongs to.
//!
//! A [`Moment`] keeps the instant *and* the offset the clock on the wall had, so an entry made on
//! a journey still reads as the hour it was there. A [`LocalDay`] is worked out once, when the
//! entry is made, and stored with it: later travel or a change to summer time never moves an old
//! entry to another day.

use std::fmt;
use std::str::FromStr;

use chrono::{
    DateTime, Datelike, Days, FixedOffset, NaiveDate, NaiveDateTime, SecondsFormat, TimeDelta,
    Timelike,
};
use serde::{Deserialize, Serialize};

mod wall;

pub use wall::{Offsets, Wall, WallError, WallTime, Zone};

use crate::text::{digits, read_from_text};

/// 9999-12-30T00:00:00Z, so that every offset still lands in a four-digit year.
const LATEST_MS: i64 = 253_402_128_000_000;
/// Real offsets run from -12:00 to +14:00; the spare hours cost nothing and reject garbage.
const WIDEST_OFFSET_MINUTES: i16 = 18 * 60;
const MINUTE_MS: i64 = 60_000;

/// Why a value is not a moment, a day or a day boundary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum MomentError {
    /// Before 1970 or after 9999.
    #[error("the date is outside the years 1970 to 9999")]
    OutOfRange,
    /// More than 18 hours from UTC.
    #[error("the offset from UTC is more than 18 hours")]
    Offset,
    /// Not an RFC 3339 date and time.
    #[error("not a date and time")]
    NotATime,
    /// Not a `YYYY-MM-DD` date of the years 1 to 9999.
    #[error("not a date")]
    NotADay,
    /// A day boundary later than noon.
    #[error("a day may end between midnight and noon")]
    Boundary,
}

/// An instant, in milliseconds since 1970 UTC, with the local offset in minutes east of UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(into = "String")]
pub struct Moment {
    utc_ms: i64,
    offset_minutes: i16,
}

impl Moment {
    /// 1970-01-01T00:00:00Z.
    pub const EPOCH: Self = Self {
        utc_ms: 0,
        offset_minutes: 0,
    };

    /// Takes milliseconds since 1970 UTC and minutes east of UTC.
    ///
    /// # Errors
    /// [`MomentError::OutOfRange`] outside 1970-9999, [`MomentError::Offset`] beyond ±18 h.
    pub fn new(utc_ms: i64, offset_minutes: i16) -> Result<Self, MomentError> {
        if !(0..=LATEST_MS).contains(&utc_ms) {
            return Err(MomentError::OutOfRange);
        }
        if offset_minutes.unsigned_abs() > WIDEST_OFFSET_MINUTES.unsigned_abs() {
            return Err(MomentError::Offset);
        }
        Ok(Self {
            utc_ms,
            offset_minutes,
        })
    }

    fn in_general(text: &str) -> Result<Self, MomentError> {
        let parsed = DateTime::parse_from_rfc3339(text).map_err(|_| MomentError::NotATime)?;
        let offset = parsed.offset().local_minus_utc() / 60;
        Self::new(
            parsed.timestamp_millis(),
            i16::try_from(offset).map_err(|_| MomentError::Offset)?,
        )
    }

    /// Reads the one spelling that [`Display`](fmt::Display) writes; `None` for any other. By hand:
    /// each record has two moments, and chrono's general parser takes ten times as long.
    fn as_written(text: &[u8]) -> Option<Result<Self, MomentError>> {
        let &[
            y1,
            y2,
            y3,
            y4,
            b'-',
            mo1,
            mo2,
            b'-',
            d1,
            d2,
            b'T',
            h1,
            h2,
            b':',
            mi1,
            mi2,
            b':',
            s1,
            s2,
            b'.',
            ms1,
            ms2,
            ms3,
            sign @ (b'+' | b'-'),
            oh1,
            oh2,
            b':',
            om1,
            om2,
        ] = text
        else {
            return None;
        };
        let year = i32::try_from(digits(&[y1, y2, y3, y4])?).ok()?;
        let date = NaiveDate::from_ymd_opt(year, digits(&[mo1, mo2])?, digits(&[d1, d2])?)?;
        let local = date.and_hms_milli_opt(
            digits(&[h1, h2])?,
            digits(&[mi1, mi2])?,
            digits(&[s1, s2])?,
            digits(&[ms1, ms2, ms3])?,
        )?;
        let (hours, minutes) = (digits(&[oh1, oh2])?, digits(&[om1, om2])?);
        if hours > 23 || minutes > 59 {
            return None;
        }
        let offset = i16::try_from(hours * 60 + minutes).ok()?;
        let offset = if sign == b'-' { -offset } else { offset };
        let utc_ms = local.and_utc().timestamp_millis() - i64::from(offset) * MINUTE_MS;
        Some(Self::new(utc_ms, offset))
    }

    /// Milliseconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub const fn utc_ms(self) -> i64 {
        self.utc_ms
    }

    /// Minutes east of UTC.
    #[must_use]
    pub const fn offset_minutes(self) -> i16 {
        self.offset_minutes
    }

    /// The date and time on the wall clock.
    #[must_use]
    pub fn local(self) -> NaiveDateTime {
        let local_ms = self.utc_ms + i64::from(self.offset_minutes) * MINUTE_MS;
        DateTime::from_timestamp_millis(local_ms)
            .unwrap_or(DateTime::UNIX_EPOCH)
            .naive_utc()
    }

    /// The hour on the wall clock, 0 to 23.
    #[must_use]
    pub fn local_hour(self) -> u8 {
        u8::try_from(self.local().hour()).unwrap_or(0)
    }

    /// The weekday on the wall calendar, 0 for Monday to 6 for Sunday.
    #[must_use]
    pub fn local_weekday(self) -> u8 {
        u8::try_from(self.local().weekday().num_days_from_monday()).unwrap_or(0)
    }

    /// The day this moment belongs to when days end at `boundary`.
    #[must_use]
    pub fn local_day(self, boundary: DayBoundary) -> LocalDay {
        let shifted = self.local() - TimeDelta::minutes(i64::from(boundary.minutes()));
        LocalDay(shifted.date())
    }

    /// Whether what begins here and lasts `minutes` has ended at `now`.
    #[must_use]
    pub fn is_over(self, minutes: u16, now: Self) -> bool {
        self.utc_ms + i64::from(minutes) * MINUTE_MS <= now.utc_ms
    }

    /// Whole minutes from `earlier` to here; 0 when `earlier` is in fact later.
    #[must_use]
    pub fn minutes_since(self, earlier: Self) -> u32 {
        u32::try_from((self.utc_ms - earlier.utc_ms) / MINUTE_MS).unwrap_or(0)
    }
}

impl fmt::Display for Moment {
    /// RFC 3339 with milliseconds and offset, for example `2026-11-25T03:27:44.000-05:00`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let offset = FixedOffset::east_opt(i32::from(self.offset_minutes) * 60);
        let utc = DateTime::from_timestamp_millis(self.utc_ms).unwrap_or(DateTime::UNIX_EPOCH);
        match offset {
            Some(offset) => f.write_str(
                &utc.with_timezone(&offset)
                    .to_rfc3339_opts(SecondsFormat::Millis, false),
            ),
            None => f.write_str(&utc.to_rfc3339_opts(SecondsFormat::Millis, false)),
        }
    }
}

impl FromStr for Moment {
    type Err = MomentError;

    fn from_str(text: &str) -> Result<Self, MomentError> {
        Self::as_written(text.as_bytes()).unwrap_or_else(|| Self::in_general(text))
    }
}

impl From<Moment> for String {
    fn from(moment: Moment) -> Self {
        moment.to_string()
    }
}

/// When a person's day ends, in minutes after midnight: 0 (midnight) to 720 (noon).
///
/// The default is 04:00, so that a slip at two in the morning belongs to the evening before it.
/// Someone who works nights can move it as far as noon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct DayBoundary(u16);

impl DayBoundary {
    /// The latest boundary, noon.
    pub const LATEST_MINUTES: u16 = 12 * 60;

    /// Takes minutes after midnight.
    ///
    /// # Errors
    /// [`MomentError::Boundary`] after noon.
    pub fn new(minutes: u16) -> Result<Self, MomentError> {
        if minutes <= Self::LATEST_MINUTES {
            Ok(Self(minutes))
        } else {
            Err(MomentError::Boundary)
        }
    }

    /// Minutes after midnight.
    #[must_use]
    pub const fn minutes(self) -> u16 {
        self.0
    }
}

impl Default for DayBoundary {
    fn default() -> Self {
        Self(4 * 60)
    }
}

impl TryFrom<u16> for DayBoundary {
    type Error = MomentError;

    fn try_from(minutes: u16) -> Result<Self, MomentError> {
        Self::new(minutes)
    }
}

impl From<DayBoundary> for u16 {
    fn from(boundary: DayBoundary) -> Self {
        boundary.0
    }
}

/// A calendar day as the person lived it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(into = "String")]
pub struct LocalDay(NaiveDate);

impl LocalDay {
    /// The day of a year (1-9999), month (1-12) and day of the month (1-31).
    ///
    /// # Errors
    /// [`MomentError::NotADay`] when the calendar has no such day.
    pub fn new(year: i32, month: u32, day: u32) -> Result<Self, MomentError> {
        NaiveDate::from_ymd_opt(year, month, day)
            .filter(|_| (1..=9999).contains(&year))
            .map(Self)
            .ok_or(MomentError::NotADay)
    }

    /// The calendar date.
    #[must_use]
    pub const fn date(self) -> NaiveDate {
        self.0
    }

    /// The day `days` later, or earlier when negative; the same day at the calendar's end.
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        let distance = Days::new(u64::from(days.unsigned_abs()));
        let moved = if days < 0 {
            self.0.checked_sub_days(distance)
        } else {
            self.0.checked_add_days(distance)
        };
        moved.map_or(self, Self)
    }

    /// Days from `earlier` to this day; negative when `earlier` is later.
    #[must_use]
    pub fn days_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0).num_days()
    }

    /// Day of the week, 0 for Monday to 6 for Sunday.
    #[must_use]
    pub fn weekday(self) -> u8 {
        u8::try_from(self.0.weekday().num_days_from_monday()).unwrap_or(0)
    }
}

impl fmt::Display for LocalDay {
    /// ISO 8601, `YYYY-MM-DD`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl FromStr for LocalDay {
    type Err = MomentError;

    /// Takes the one canonical spelling only, so that a day and its text compare alike.
    fn from_str(text: &str) -> Result<Self, MomentError> {
        // By hand: chrono's general parser would weigh more than the rest of this module.
        let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else {
            return Err(MomentError::NotADay);
        };
        let parts = (
            digits(&[y1, y2, y3, y4]),
            digits(&[m1, m2]),
            digits(&[d1, d2]),
        );
        let (Some(year), Some(month), Some(day)) = parts else {
            return Err(MomentError::NotADay);
        };
        let year = i32::try_from(year).map_err(|_| MomentError::NotADay)?;
        Self::new(year, month, day)
    }
}

read_from_text!(Moment, LocalDay);
impl From<LocalDay> for String {
    fn from(day: LocalDay) -> Self {
        day.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Moment {
        text.parse().unwrap()
    }

    #[test]
    fn two_in_the_morning_belongs_to_the_evening_before() {
        let slip = at("2026-11-25T02:00:00.000+01:00");
        assert_eq!(
            slip.local_day(DayBoundary::default()).to_string(),
            "2026-11-24"
        );
    }

    #[test]
    fn the_boundary_minute_itself_starts_the_new_day() {
        let boundary = DayBoundary::new(240).unwrap();
        let before = at("2026-11-25T03:59:59.999+00:00");
        let after = at("2026-11-25T04:00:00.000+00:00");
        assert_eq!(before.local_day(boundary).to_string(), "2026-11-24");
        assert_eq!(after.local_day(boundary).to_string(), "2026-11-25");
    }

    #[test]
    fn a_moment_survives_being_written_and_read() {
        let text = "2026-03-29T02:30:00.125-05:00";
        assert_eq!(at(text).to_string(), text);
    }

    #[test]
    fn reading_by_hand_gives_what_the_general_parser_gives() {
        for text in [
            "2026-03-29T02:30:00.125-05:00",
            "2024-02-29T23:59:59.999+14:00",
        ] {
            for (at, byte) in (0..text.len()).flat_map(|at| (0..128).map(move |byte| (at, byte))) {
                let mut changed = text.as_bytes().to_vec();
                changed[at] = byte;
                let changed = String::from_utf8(changed).unwrap();
                if let Some(read) = Moment::as_written(changed.as_bytes()) {
                    assert_eq!(read, Moment::in_general(&changed), "{changed}");
                }
            }
        }
    }

    #[test]
    fn dates_that_cannot_be_are_refused() {
        assert_eq!(
            "2026-02-30T00:00:00Z".parse::<Moment>(),
            Err(MomentError::NotATime)
        );
        assert_eq!(
            "1969-12-31T23:59:59Z".parse::<Moment>(),
            Err(MomentError::OutOfRange)
        );
        assert_eq!(LocalDay::new(2026, 2, 29), Err(MomentError::NotADay));
        assert_eq!(DayBoundary::new(721), Err(MomentError::Boundary));
        assert_eq!(Moment::new(0, 1081), Err(MomentError::Offset));
    }

    #[test]
    fn what_lasts_is_over_at_its_end_and_not_before() {
        let begins = at("2026-11-25T18:00:00.000+01:00");
        let just_before = at("2026-11-25T18:29:59.999Z");
        let end = at("2026-11-25T18:30:00.000Z");
        assert!(!begins.is_over(90, just_before));
        assert!(begins.is_over(90, end));
    }

    #[test]
    fn minutes_since_a_later_moment_are_none() {
        let early = at("2026-11-25T03:00:00Z");
        let late = at("2026-11-25T03:20:30Z");
        assert_eq!(late.minutes_since(early), 20);
        assert_eq!(early.minutes_since(late), 0);
    }
}
