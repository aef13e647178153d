//! The calendar file: core writes it, the browser tells of the zones.

use ebb_core::export::ics::{Options, ZoneTable, calendar, reminders};
use ebb_core::journal::RecordId;
use ebb_core::queries::{appointments, groups};
use ebb_core::time::{LocalDay, Moment, Zone};

use super::fresh_now;
use super::journal::JournalContext;
use super::zones::Clocks;
use crate::i18n::Tools;
use crate::platform::files;
use crate::platform::prefs::Disguise;

/// How far ahead the file knows when clocks change: three years of weekly groups.
const AHEAD_MS: i64 = 3 * 366 * 24 * 60 * 60_000;
const DAY_MS: i64 = 24 * 60 * 60_000;

/// Hands the groups and the coming appointments over as a calendar file. `None` when there
/// are none, else whether the browser took it.
pub fn save_calendar(
    journal: JournalContext,
    remind: Option<u16>,
    discreet: Option<&str>,
) -> Option<bool> {
    let now = fresh_now();
    let disguised = journal
        .preferences
        .with_untracked(|prefs| prefs.face != Disguise::Ebb);
    let yesterday = journal.preferences.day_of(now).plus(-1);
    let text = journal.with_own(|journal| {
        let groups: Vec<_> = groups(journal)
            .filter(|(_, _, group)| group.last.is_none_or(|last| yesterday <= last))
            .map(|(root, _, group)| (root, group))
            .collect();
        let appointments: Vec<_> = appointments(journal)
            .filter(|(_, _, appointment)| yesterday <= appointment.start.day)
            .map(|(root, _, appointment)| (root, appointment))
            .collect();
        if groups.is_empty() && appointments.is_empty() {
            return None;
        }
        let mut zones: Vec<Zone> = Vec::new();
        let named = groups.iter().filter_map(|(_, group)| group.zone.as_ref());
        let others = appointments.iter().map(|(_, one)| &one.start.zone);
        for zone in named.chain(others.flatten()) {
            if !zones.contains(zone) {
                zones.push(zone.clone());
            }
        }
        let first = groups.iter().map(|(_, group)| group.first).min();
        let zones = tables(zones, first, now);
        let options = Options {
            now,
            zones: &zones,
            remind,
            discreet,
            unnamed: disguised || discreet.is_some(),
        };
        Some(calendar(&groups, &appointments, &options))
    })?;
    let name = if disguised || discreet.is_some() {
        "calendar.ics"
    } else {
        "ebb.ics"
    };
    Some(files::save(name, "text/calendar", text.as_bytes()))
}

/// What the browser knows of each zone, from the first date on.
fn tables(zones: Vec<Zone>, first: Option<LocalDay>, now: Moment) -> Vec<ZoneTable> {
    let midnight = |day: LocalDay| Some(day.date().and_hms_opt(0, 0, 0)?.and_utc());
    let first = first.and_then(midnight).map(|at| at.timestamp_millis());
    let from = first.map_or(now.utc_ms(), |first| first.min(now.utc_ms())) - DAY_MS;
    let from = Moment::new(from, 0).unwrap_or(now);
    let to = Moment::new(now.utc_ms() + AHEAD_MS, 0).unwrap_or(now);
    let clocks = Clocks::default();
    let known = zones.into_iter().filter(|zone| {
        // An unknown one is left out: core then writes a time without a zone.
        clocks.offset_at(zone, now.utc_ms()).is_some()
    });
    known
        .map(|zone| {
            let asked = zone.clone();
            let offset = |ms| clocks.offset_at(&asked, ms).unwrap_or(0);
            ZoneTable::find(zone, from, to, &offset)
        })
        .collect()
}

/// Hands reminders over as a calendar file: one of them or all. With `cancel` the file takes it out of
/// the calendar again. The file never says what has made it, so that a calendar knows a reminder
/// again whatever Ebb goes by. Whether the browser took it.
pub fn save_reminders(
    journal: JournalContext,
    only: Option<RecordId>,
    cancel: bool,
    words: &Tools,
) -> bool {
    let options = Options {
        now: fresh_now(),
        zones: &[],
        remind: None,
        discreet: None,
        unnamed: true,
    };
    let text = journal.with_own(|journal| {
        let all = ebb_core::queries::reminders(journal);
        let wanted = all.filter(|(root, _, _)| only.is_none_or(|only| only == *root));
        let list: Vec<_> = wanted
            .map(|(root, record, reminder)| (root, record.id, reminder))
            .collect();
        reminders(&list, words.reminders.neutral, cancel, &options)
    });
    files::save(words.reminders.file, "text/calendar", text.as_bytes())
}
