//! Wall clocks of zones, as core wants to hear of them.

use std::cell::RefCell;
use std::collections::BTreeMap;

use ebb_core::time::{LocalDay, Moment, Wall, WallTime, Zone};

use crate::platform::clock;
use crate::platform::zones::ZoneClock;

/// The clocks of zones, each made once.
#[derive(Default)]
pub struct Clocks(RefCell<BTreeMap<String, Option<ZoneClock>>>);

impl Clocks {
    /// A zone's offset at an instant.
    pub fn offset_at(&self, zone: &Zone, utc_ms: i64) -> Option<i16> {
        let mut clocks = self.0.borrow_mut();
        let clock = clocks
            .entry(zone.as_str().to_owned())
            .or_insert_with(|| ZoneClock::of(zone.as_str()));
        clock.as_ref()?.offset_at(utc_ms)
    }

    /// A zone's offset when this date and time is on its wall clocks.
    pub fn offset(&self, zone: &Zone, day: LocalDay, at: WallTime) -> Option<i16> {
        let midnight = day.date().and_hms_opt(0, 0, 0)?.and_utc();
        let wall = midnight.timestamp_millis() + i64::from(at.minutes()) * 60_000;
        // Twice: the first guess may be on the other side of a change of the clocks.
        let first = self.offset_at(zone, wall)?;
        self.offset_at(zone, wall - i64::from(first) * 60_000)
    }

    /// When something begins, by the clock here.
    pub fn moment(&self, wall: &Wall, now: Moment) -> Option<Moment> {
        let offsets = |zone: &Zone, day, at| self.offset(zone, day, at);
        let known = wall.zone.as_ref();
        if known.is_none_or(|zone| self.offset(zone, wall.day, wall.at).is_none()) {
            return clock::from_field(&format!("{}T{}", wall.day, wall.at)).ok();
        }
        let at = wall.moment(&offsets, now.offset_minutes())?;
        clock::here_at(at.utc_ms()).ok()
    }
}
