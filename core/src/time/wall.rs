//! A time on a wall clock, and in which zone the wall is.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{LocalDay, Moment};

/// Minutes in a day.
const DAY: u16 = 24 * 60;
/// The longest name in the zone database has 32 characters.
const ZONE: usize = 64;
const MINUTE_MS: i64 = 60_000;

/// Why a text is no time or zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum WallError {
    /// Not `HH:MM`.
    #[error("not a time of day")]
    NotATime,
    /// Not the name of a time zone.
    #[error("not a time zone")]
    NotAZone,
}

/// A time of day, 00:00 to 23:59.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct WallTime(u16);

impl WallTime {
    /// Takes minutes after midnight.
    ///
    /// # Errors
    /// [`WallError::NotATime`] from 24 hours on.
    pub fn new(minutes: u16) -> Result<Self, WallError> {
        if minutes < DAY {
            Ok(Self(minutes))
        } else {
            Err(WallError::NotATime)
        }
    }

    /// Minutes after midnight.
    #[must_use]
    pub const fn minutes(self) -> u16 {
        self.0
    }
}

impl fmt::Display for WallTime {
    /// `HH:MM`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl FromStr for WallTime {
    type Err = WallError;

    fn from_str(text: &str) -> Result<Self, WallError> {
        let (hours, minutes) = text.split_once(':').ok_or(WallError::NotATime)?;
        let (Ok(hours), Ok(minutes)) = (hours.parse::<u16>(), minutes.parse::<u16>()) else {
            return Err(WallError::NotATime);
        };
        if hours >= 24 || minutes >= 60 {
            return Err(WallError::NotATime);
        }
        let time = Self(hours * 60 + minutes);
        // The one canonical spelling only: `+6:00` is no time.
        if time.to_string() == text {
            Ok(time)
        } else {
            Err(WallError::NotATime)
        }
    }
}

impl TryFrom<String> for WallTime {
    type Error = WallError;

    fn try_from(text: String) -> Result<Self, WallError> {
        text.parse()
    }
}

impl From<WallTime> for String {
    fn from(time: WallTime) -> Self {
        time.to_string()
    }
}

/// The name of a time zone, as the browser gives it, such as `America/New_York`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Zone(String);

impl Zone {
    /// Takes a name of letters, digits and `_ + - /`.
    ///
    /// # Errors
    /// [`WallError::NotAZone`].
    pub fn new(name: &str) -> Result<Self, WallError> {
        let fits = !name.is_empty() && name.len() <= ZONE;
        let plain = name
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"_+-/".contains(&b));
        if fits && plain {
            Ok(Self(name.to_owned()))
        } else {
            Err(WallError::NotAZone)
        }
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Zone {
    type Error = WallError;

    fn try_from(text: String) -> Result<Self, WallError> {
        Self::new(&text)
    }
}

impl From<Zone> for String {
    fn from(zone: Zone) -> Self {
        zone.0
    }
}

/// What the browser knows of a zone: its offset in minutes east of UTC when that date and time is
/// on its wall clocks. `None` for a zone it does not know.
pub type Offsets<'a> = &'a dyn Fn(&Zone, LocalDay, WallTime) -> Option<i16>;

/// A date and time on the wall clocks of a zone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wall {
    /// The calendar date.
    pub day: LocalDay,
    /// The time.
    pub at: WallTime,
    /// The zone; without one, wherever the person is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<Zone>,
}

impl Wall {
    /// The instant, shown at the offset of its zone. `here` is the offset where the person is,
    /// for a time without a zone or with one that the browser does not know.
    #[must_use]
    pub fn moment(&self, offsets: Offsets<'_>, here: i16) -> Option<Moment> {
        let zone = self.zone.as_ref();
        let offset = zone
            .and_then(|zone| offsets(zone, self.day, self.at))
            .unwrap_or(here);
        let minutes = i64::from(self.at.minutes()) - i64::from(offset);
        let midnight = self.day.date().and_time(chrono::NaiveTime::MIN).and_utc();
        Moment::new(midnight.timestamp_millis() + minutes * MINUTE_MS, offset).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wall(day: &str, at: &str, zone: Option<&str>) -> Wall {
        Wall {
            day: day.parse().unwrap(),
            at: at.parse().unwrap(),
            zone: zone.map(|name| Zone::new(name).unwrap()),
        }
    }

    /// New York in 2026: summer time from 8 March to 1 November.
    fn new_york(zone: &Zone, day: LocalDay, _: WallTime) -> Option<i16> {
        let summer =
            day >= LocalDay::new(2026, 3, 8).ok()? && day < LocalDay::new(2026, 11, 1).ok()?;
        (zone.as_str() == "America/New_York").then_some(if summer { -240 } else { -300 })
    }

    #[test]
    fn six_in_the_evening_stays_six_when_the_clocks_change() {
        let zone = Some("America/New_York");
        let winter = wall("2026-03-04", "18:00", zone).moment(&new_york, 0);
        let summer = wall("2026-03-11", "18:00", zone).moment(&new_york, 0);
        assert_eq!(winter.unwrap().to_string(), "2026-03-04T18:00:00.000-05:00");
        assert_eq!(summer.unwrap().to_string(), "2026-03-11T18:00:00.000-04:00");
    }

    #[test]
    fn without_a_zone_or_with_an_unknown_one_the_clock_here_counts() {
        for zone in [None, Some("Mars/Olympus")] {
            let here = wall("2026-06-01", "09:30", zone).moment(&new_york, 120);
            assert_eq!(here.unwrap().to_string(), "2026-06-01T09:30:00.000+02:00");
        }
    }

    #[test]
    fn only_real_times_and_plain_zone_names_are_taken() {
        for text in ["24:00", "12:60", "9:00", "+9:00", "0900", "", "-1:00"] {
            assert_eq!(text.parse::<WallTime>(), Err(WallError::NotATime), "{text}");
        }
        assert_eq!("23:59".parse::<WallTime>().unwrap().to_string(), "23:59");
        assert_eq!(WallTime::new(1440), Err(WallError::NotATime));
        for name in ["", "Europe/Zürich", "a\r\nb", "a;b", &"z".repeat(65)] {
            assert_eq!(Zone::new(name), Err(WallError::NotAZone), "{name}");
        }
        assert!(Zone::new("America/Argentina/Buenos_Aires").is_ok());
    }
}
