//! Groups, appointments and reminders as a calendar file (RFC 5545), with alarms that the phone's own
//! calendar rings: no push server is needed.
//!
//! Written here rather than by a library: the `icalendar` crate brings a clock and a source of
//! randomness, which core must not have. Tests read the result back with that crate instead.

use std::fmt::Write;

use crate::journal::RecordId;
use crate::log::{Appointment, DateChange, Group, Reminder};
use crate::time::{LocalDay, Moment, Wall, WallTime, Zone};

const MINUTE_MS: i64 = 60_000;
const DAY_MS: i64 = 24 * 60 * MINUTE_MS;
/// Octets in a line before it is folded (RFC 5545, 3.1).
const FOLD: usize = 75;
/// How long a reminder is in the calendar, which shows nothing that takes no time.
const RINGS_MINUTES: u16 = 5;
const WEEKDAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// The offsets of a zone over some time, as the browser told them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZoneTable {
    zone: Zone,
    first: i16,
    /// Instant (ms since 1970 UTC), offset before, offset after.
    changes: Vec<(i64, i16, i16)>,
}

impl ZoneTable {
    /// Finds when the zone's clocks change between two instants. `offset_at` gives the offset at
    /// an instant in ms since 1970 UTC. After `to` the last offset is taken to stay: choose it
    /// well after the last date in the calendar.
    #[must_use]
    pub fn find(zone: Zone, from: Moment, to: Moment, offset_at: &dyn Fn(i64) -> i16) -> Self {
        let first = offset_at(from.utc_ms());
        let mut changes = Vec::new();
        let (mut at, mut offset) = (from.utc_ms(), first);
        while at < to.utc_ms() {
            let next = at + DAY_MS;
            let then = offset_at(next);
            if then != offset {
                changes.push((change_between(at, next, offset, offset_at), offset, then));
                offset = then;
            }
            at = next;
        }
        Self {
            zone,
            first,
            changes,
        }
    }
}

/// The minute of the change, by halving.
fn change_between(from: i64, to: i64, before: i16, offset_at: &dyn Fn(i64) -> i16) -> i64 {
    let (mut low, mut high) = (from / MINUTE_MS, to / MINUTE_MS);
    while low + 1 < high {
        let middle = low.midpoint(high);
        if offset_at(middle * MINUTE_MS) == before {
            low = middle;
        } else {
            high = middle;
        }
    }
    high * MINUTE_MS
}

/// What goes into the file beside the dates.
#[derive(Clone, Debug)]
pub struct Options<'a> {
    /// Now: the file's stamp.
    pub now: Moment,
    /// The zones of the dates. A date in a zone that is not here is written as a floating time,
    /// which every calendar shows as that time wherever it is.
    pub zones: &'a [ZoneTable],
    /// Minutes before the start at which the phone reminds; `None` for never.
    pub remind: Option<u16>,
    /// What every date is called instead of its own name, and without its place: a calendar is
    /// often seen by others.
    pub discreet: Option<&'a str>,
    /// Whether nothing in the file says what has made it.
    pub unnamed: bool,
}

/// The calendar file.
#[must_use]
pub fn calendar(
    groups: &[(RecordId, &Group)],
    appointments: &[(RecordId, &Appointment)],
    options: &Options<'_>,
) -> String {
    let mut file = File {
        text: String::new(),
        options,
    };
    file.head();
    for zone in options.zones {
        file.zone(zone);
    }
    for (root, group) in groups {
        file.group(*root, group);
    }
    for (root, appointment) in appointments {
        let what = What {
            root: *root,
            name: appointment.with.as_str(),
            place: appointment.place.as_ref().map(crate::text::Note::as_str),
            minutes: appointment.minutes,
        };
        file.begin(&what, &appointment.start);
        file.end(&what);
    }
    file.line("END:VCALENDAR");
    file.text
}

/// A reminder as it goes into the file: its root, the id of its newest record, itself.
pub type Rings<'a> = (RecordId, RecordId, &'a Reminder);

/// A calendar file of reminders that ring again every week, by the clock wherever the person is. A
/// calendar that has an earlier version takes this one in its place: the same `UID`, a higher
/// `SEQUENCE`. With `cancel` it takes all of them out (RFC 5546, 3.2.5), whether they are stopped or
/// not; without, those that are stopped are left out. `neutral` is what a reminder says that has
/// no words of its own. Of the options only `now` and `unnamed` count.
#[must_use]
pub fn reminders(list: &[Rings<'_>], neutral: &str, cancel: bool, options: &Options<'_>) -> String {
    let mut file = File {
        text: String::new(),
        options,
    };
    file.head();
    if cancel {
        file.line("METHOD:CANCEL");
    }
    for (root, newest, reminder) in list {
        if cancel || !reminder.stopped {
            file.reminder((*root, *newest, reminder), neutral, cancel);
        }
    }
    file.line("END:VCALENDAR");
    file.text
}

/// What an event is, whenever it is.
struct What<'a> {
    root: RecordId,
    name: &'a str,
    place: Option<&'a str>,
    minutes: u16,
}

struct File<'a> {
    text: String,
    options: &'a Options<'a>,
}

impl File<'_> {
    /// Writes a line, folded so that no character is cut.
    fn line(&mut self, line: &str) {
        let mut room = FOLD;
        for character in line.chars() {
            if character.len_utf8() > room {
                self.text.push_str("\r\n ");
                room = FOLD - 1;
            }
            self.text.push(character);
            room -= character.len_utf8();
        }
        self.text.push_str("\r\n");
    }

    fn head(&mut self) {
        self.line("BEGIN:VCALENDAR");
        self.line("VERSION:2.0");
        self.line(if self.options.unnamed {
            "PRODID:-//Calendar//EN"
        } else {
            "PRODID:-//Ebb//Ebb//EN"
        });
    }

    fn reminder(&mut self, (root, newest, reminder): Rings<'_>, neutral: &str, cancel: bool) {
        let Some(first) = reminder.first_date() else {
            return;
        };
        let says = reminder
            .says
            .as_ref()
            .map_or(neutral, crate::text::Note::as_str);
        let what = What {
            root,
            name: says,
            place: None,
            minutes: RINGS_MINUTES,
        };
        let start = Wall {
            day: first,
            at: reminder.at,
            zone: None,
        };
        self.begin(&what, &start);
        let sequence = Reminder::sequence(root, newest) + u32::from(cancel);
        self.line(&format!("SEQUENCE:{sequence}"));
        self.line(&format!(
            "RRULE:FREQ=WEEKLY;BYDAY={}",
            by_day(&reminder.weekdays)
        ));
        self.line(&format!("SUMMARY:{}", escaped(says)));
        // Nobody is busy because of it.
        self.line("TRANSP:TRANSPARENT");
        if cancel {
            self.line("STATUS:CANCELLED");
        } else {
            self.alarm("PT0S", &escaped(says));
        }
        self.line("END:VEVENT");
    }

    fn alarm(&mut self, trigger: &str, says: &str) {
        self.line("BEGIN:VALARM");
        self.line("ACTION:DISPLAY");
        self.line(&format!("DESCRIPTION:{says}"));
        self.line(&format!("TRIGGER:{trigger}"));
        self.line("END:VALARM");
    }

    fn zone(&mut self, table: &ZoneTable) {
        self.line("BEGIN:VTIMEZONE");
        self.line(&format!("TZID:{}", table.zone.as_str()));
        self.observance("19700101T000000", table.first, table.first);
        for (at, before, after) in &table.changes {
            if let Ok(onset) = Moment::new(*at, *before) {
                let onset = onset.local();
                let time = onset.and_utc().timestamp().rem_euclid(86_400) / 60;
                let time = WallTime::new(u16::try_from(time).unwrap_or(0));
                if let (Some(day), Ok(time)) = (local_day(onset), time) {
                    self.observance(&stamp(day, time), *before, *after);
                }
            }
        }
        self.line("END:VTIMEZONE");
    }

    fn observance(&mut self, onset: &str, before: i16, after: i16) {
        let kind = if after > before {
            "DAYLIGHT"
        } else {
            "STANDARD"
        };
        self.line(&format!("BEGIN:{kind}"));
        self.line(&format!("DTSTART:{onset}"));
        self.line(&format!("TZOFFSETFROM:{}", offset(before)));
        self.line(&format!("TZOFFSETTO:{}", offset(after)));
        self.line(&format!("END:{kind}"));
    }

    fn group(&mut self, root: RecordId, group: &Group) {
        let what = What {
            root,
            name: group.name.as_str(),
            place: group.place.as_ref().map(crate::text::Note::as_str),
            minutes: group.minutes,
        };
        // The first date has to be one of the pattern, or some calendars add it as one more.
        let Some(first) = (0..7)
            .map(|n| group.first.plus(n))
            .find(|day| group.is_on(*day))
        else {
            return;
        };
        let on = |day, at| Wall {
            day,
            at,
            zone: group.zone.clone(),
        };
        self.begin(&what, &on(first, group.at));
        self.rule(group, first);
        for exception in &group.exceptions {
            if exception.change == DateChange::Cancelled && group.is_on(exception.on) {
                self.date("EXDATE", &on(exception.on, group.at));
            }
        }
        self.end(&what);
        for exception in &group.exceptions {
            if let DateChange::Moved(day, at) = exception.change
                && group.is_on(exception.on)
            {
                self.begin(&what, &on(day, at));
                self.date("RECURRENCE-ID", &on(exception.on, group.at));
                self.end(&what);
            }
        }
    }

    /// The weekly rule. Its end is a number of times rather than a date, because a date would
    /// have to be in UTC and so depend on the zone's rules at that date.
    fn rule(&mut self, group: &Group, first: LocalDay) {
        let mut rule = format!("RRULE:FREQ=WEEKLY;BYDAY={}", by_day(&group.weekdays));
        if let Some(last) = group.last {
            let times = times(group, first, last);
            let _ = write!(rule, ";COUNT={times}");
        }
        self.line(&rule);
    }

    fn begin(&mut self, what: &What<'_>, start: &Wall) {
        self.line("BEGIN:VEVENT");
        let maker = if self.options.unnamed { "" } else { "ebb-" };
        self.line(&format!("UID:{maker}{}", what.root));
        let now = Moment::new(self.options.now.utc_ms(), 0).unwrap_or(Moment::EPOCH);
        let stamp: String = now
            .to_string()
            .chars()
            .take(19)
            .filter(|c| !matches!(c, '-' | ':'))
            .collect();
        self.line(&format!("DTSTAMP:{stamp}Z"));
        self.date("DTSTART", start);
        self.line(&format!("DURATION:PT{}M", what.minutes));
    }

    fn end(&mut self, what: &What<'_>) {
        let name = escaped(self.options.discreet.unwrap_or(what.name));
        self.line(&format!("SUMMARY:{name}"));
        if let (Some(place), None) = (what.place, self.options.discreet) {
            self.line(&format!("LOCATION:{}", escaped(place)));
        }
        if let Some(minutes) = self.options.remind {
            self.alarm(&format!("-PT{minutes}M"), &name);
        }
        self.line("END:VEVENT");
    }

    fn date(&mut self, property: &str, wall: &Wall) {
        let zone = wall.zone.as_ref().filter(|zone| {
            let mut tables = self.options.zones.iter();
            tables.any(|table| table.zone == **zone)
        });
        let stamp = stamp(wall.day, wall.at);
        match zone {
            Some(zone) => self.line(&format!("{property};TZID={}:{stamp}", zone.as_str())),
            None => self.line(&format!("{property}:{stamp}")),
        }
    }
}

/// Days of the week as a rule names them.
fn by_day(weekdays: &[u8]) -> String {
    let mut days = weekdays.to_vec();
    days.sort_unstable();
    days.dedup();
    let days = days.into_iter();
    let names = days.filter_map(|day| WEEKDAYS.get(usize::from(day)).copied());
    names.collect::<Vec<_>>().join(",")
}

/// How many dates the pattern has from one of them to its end.
fn times(group: &Group, first: LocalDay, last: LocalDay) -> i64 {
    let dates = last.days_since(first) + 1;
    let in_days = |days: i64| {
        let days = i32::try_from(days).unwrap_or(0);
        (0..days).filter(|n| group.is_on(first.plus(*n))).count()
    };
    // Whole weeks are all alike.
    let count = |days: i64| i64::try_from(in_days(days.min(dates))).unwrap_or(0);
    dates / 7 * count(7) + count(dates % 7)
}

fn local_day(local: chrono::NaiveDateTime) -> Option<LocalDay> {
    let text = local.date().to_string();
    text.parse().ok()
}

/// `20261125T180000`.
fn stamp(day: LocalDay, at: WallTime) -> String {
    let day: String = day.to_string().chars().filter(|c| *c != '-').collect();
    let (hours, minutes) = (at.minutes() / 60, at.minutes() % 60);
    format!("{day}T{hours:02}{minutes:02}00")
}

/// `-0500`.
fn offset(minutes: i16) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    let size = minutes.unsigned_abs();
    format!("{sign}{:02}{:02}", size / 60, size % 60)
}

/// A person's own words as text of a property (RFC 5545, 3.3.11).
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' | ';' | ',' => {
                escaped.push('\\');
                escaped.push(character);
            }
            '\n' => escaped.push_str("\\n"),
            // Other control characters have no place in a calendar, and a bare CR would end a line.
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}
