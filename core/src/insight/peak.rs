//! Whether one hour, or one time of the week, has more cravings than chance brings to any.

use super::chance::is_beyond;
use super::day::Day;
use super::real;
use super::thresholds::{
    CRAVINGS_FOR_A_PEAK, CRAVINGS_IN_A_PEAK, DAYS_IN_A_PEAK, HOUR_BY_CHANCE, PEAK_BY_CHANCE,
};
use crate::log::Record;
use crate::time::LocalDay;

/// Hours that a time of the week has: narrower ones would mostly be empty.
pub const PEAK_HOURS: u8 = 3;
const TIMES: usize = 24 / PEAK_HOURS as usize;

/// An hour of the day that stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PeakHour {
    /// The hour on the wall clock, 0 to 23.
    pub hour: u8,
    /// Cravings in it.
    pub n: usize,
    /// Cravings in all.
    pub of: usize,
}

/// A time of the week that stands out, beyond what its weekday and its hours have anyway.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PeakTime {
    /// 0 for Monday to 6 for Sunday.
    pub weekday: u8,
    /// The first of its [`PEAK_HOURS`] hours.
    pub from: u8,
    /// Cravings in it.
    pub n: usize,
    /// Cravings in all.
    pub of: usize,
}

/// How often something came somewhere: several cravings in one hour of one day are one time, since
/// one brings the next.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    cravings: usize,
    times: usize,
    days: usize,
    last: Option<LocalDay>,
}

/// Gathers cravings by the clock on the wall.
#[derive(Default)]
pub(super) struct Clock {
    hours: [Place; 24],
    week: [[Place; TIMES]; 7],
}

impl Clock {
    /// Cravings come in the order of their days.
    pub(super) fn take(&mut self, record: &Record) {
        let hour = usize::from(record.happened_at.local_hour());
        let weekday = usize::from(record.happened_at.local_weekday());
        let of_hour = &mut self.hours[hour];
        let of_week = &mut self.week[weekday][hour / usize::from(PEAK_HOURS)];
        let day = Some(record.local_day);
        let again = of_hour.last == day;
        for place in [of_hour, of_week] {
            place.cravings += 1;
            place.times += usize::from(!again);
            place.days += usize::from(place.last != day);
            place.last = day;
        }
    }

    fn all(&self) -> Place {
        let mut all = Place::default();
        for place in &self.hours {
            all.cravings += place.cravings;
            all.times += place.times;
        }
        all
    }

    /// The hour that stands out.
    pub(super) fn hour(&self) -> Option<PeakHour> {
        let all = self.all();
        let (hour, top) = most((0..).zip(&self.hours))?;
        let stands_out = is_beyond(top.times, all.times, HOUR_BY_CHANCE, 24, PEAK_BY_CHANCE);
        (stands_out && enough(top, &all)).then_some(PeakHour {
            hour,
            n: top.cravings,
            of: all.cravings,
        })
    }

    /// The time of the week that stands out. `days` tells how often each weekday was there.
    pub(super) fn time(&self, days: &[(LocalDay, Day)]) -> Option<PeakTime> {
        let all = self.all();
        let rows = (0_u8..).zip(&self.week);
        let places = rows.flat_map(|(weekday, row)| {
            (0_u8..)
                .zip(row)
                .map(move |(time, place)| ((weekday, time), place))
        });
        let ((weekday, time), top) = most(places)?;
        let of_hours = self.week.iter().map(|row| row[usize::from(time)].times);
        let of_hours = real(of_hours.sum()) / real(all.times.max(1));
        let logged = || days.iter().filter(|(_, day)| day.logged().is_some());
        let there = logged().filter(|(day, _)| day.weekday() == weekday).count();
        let of_days = real(there) / real(logged().count().max(1));
        let even = HOUR_BY_CHANCE * f64::from(PEAK_HOURS) / 7.0;
        let by_chance = (of_hours * of_days).max(even);
        let places = 7 * TIMES;
        let stands_out = is_beyond(top.times, all.times, by_chance, places, PEAK_BY_CHANCE);
        (stands_out && enough(top, &all)).then_some(PeakTime {
            weekday,
            from: time * PEAK_HOURS,
            n: top.cravings,
            of: all.cravings,
        })
    }
}

fn enough(top: &Place, all: &Place) -> bool {
    all.cravings >= CRAVINGS_FOR_A_PEAK
        && top.cravings >= CRAVINGS_IN_A_PEAK
        && top.days >= DAYS_IN_A_PEAK
}

/// The place that has more cravings than any other, and at more times; none where two share that.
fn most<'a, K: Copy>(places: impl Iterator<Item = (K, &'a Place)>) -> Option<(K, &'a Place)> {
    let mut best: Option<(K, &Place)> = None;
    let (mut cravings, mut times, mut shared) = (0, 0, false);
    for (key, place) in places {
        match place.times.cmp(&times) {
            std::cmp::Ordering::Greater => {
                (best, times, shared) = (Some((key, place)), place.times, false);
            }
            std::cmp::Ordering::Equal => shared = true,
            std::cmp::Ordering::Less => {}
        }
        cravings = cravings.max(place.cravings);
    }
    best.filter(|(_, place)| !shared && place.cravings == cravings)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::{LookBack, Span};
    use crate::journal::{DeviceId, Stamp};
    use crate::log::Craving;
    use crate::log::{Action, Entry, Journal};
    use crate::rating::Rating;
    use crate::time::{DayBoundary, Moment};

    const HOUR_MS: i64 = 3_600_000;

    /// Cravings by day, 0 for Monday 5 January 1970, and hour.
    fn seen(cravings: impl IntoIterator<Item = (i64, i64)>, days: u16) -> LookBack {
        let mut journal = Journal::default();
        let mut drawn: i64 = 0;
        for (day, hour) in cravings {
            drawn += 1;
            let at = (4 + day) * 24 * HOUR_MS + hour * HOUR_MS + drawn % 60 * 60_000;
            let mut stamp = Stamp {
                now: Moment::new(at, 0).unwrap(),
                device: DeviceId::new(1),
                boundary: DayBoundary::default(),
                random: &mut || u128::from(drawn.unsigned_abs()),
            };
            let entry = Entry::Craving(Craving::of(Rating::MAX));
            let happened_at = None;
            let log = Action::Log { entry, happened_at };
            for record in journal.prepare(&log, &mut stamp).unwrap() {
                journal.absorb(record);
            }
        }
        let first = LocalDay::new(1970, 1, 5).unwrap();
        let span = Span::new(first, days).unwrap();
        LookBack::over(&journal, span, first.plus(i32::from(days)))
    }

    /// One craving a day, at hours that go round the day.
    fn spread_out(days: i64) -> impl Iterator<Item = (i64, i64)> {
        (0..days).map(|day| (day, 8 + day * 5 % 14))
    }

    #[test]
    fn cravings_that_go_round_the_clock_have_no_peak() {
        let back = seen(spread_out(30), 30);
        assert_eq!((back.peak_hour, back.peak_time), (None, None));
    }

    #[test]
    fn an_hour_that_comes_back_day_after_day_stands_out() {
        let evenings = (0..30).filter(|day| day % 2 == 0).map(|day| (day, 19));
        let back = seen(spread_out(30).chain(evenings), 30);
        let peak = back.peak_hour.unwrap();
        assert_eq!((peak.hour, peak.of), (19, 45));
        assert!(peak.n >= 15);
    }

    #[test]
    fn nineteen_cravings_in_one_hour_are_not_enough_and_twenty_are() {
        let at_seven = |n| seen((0..n).map(|day| (day, 19)), 30).peak_hour;
        assert_eq!(at_seven(19), None);
        assert!(at_seven(20).is_some());
    }

    #[test]
    fn one_bad_evening_is_no_peak() {
        let evening = (0..15).map(|_| (4, 20));
        let back = seen(spread_out(20).chain(evening), 30);
        assert_eq!((back.peak_hour, back.peak_time), (None, None));
    }

    #[test]
    fn an_evening_like_every_evening_is_not_said_to_be_the_fridays() {
        let evenings = (0..28).flat_map(|day| [(day, 18), (day, 20)]);
        let more = [(4, 19), (11, 19), (18, 19)];
        let back = seen(evenings.chain(more), 28);
        assert_eq!(back.peak_time, None);
    }

    #[test]
    fn fridays_that_are_unlike_other_days_stand_out() {
        let fridays = (0..4).flat_map(|week| [18, 19, 20].map(|hour| (week * 7 + 4, hour)));
        let back = seen(spread_out(28).chain(fridays), 28);
        let peak = back.peak_time.unwrap();
        assert_eq!((peak.weekday, peak.from), (4, 18));
    }
}
