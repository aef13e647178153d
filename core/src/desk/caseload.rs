//! Everybody in a list, a line of numbers each.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::DeskJournal;
use super::digest::Digest;
use super::numbers::{CaseloadRow, Order};
use super::person::ClientRecords;
use crate::content::instrument::Instrument;
use crate::journal::RecordId;
use crate::time::LocalDay;

/// The version of what is kept beside the shares. It goes up with any change of what a [`Digest`]
/// holds or of how it is counted: one of another version is made anew, and never read.
const CACHE_VERSION: u16 = 1;

/// The lines of everybody. What people shared is read to make them and not kept: a year of many
/// people would fill the memory, and one of them is looked at at a time. What is kept is a digest
/// of each.
///
/// Digests are made person by person ([`outdated`](Self::outdated), [`update`](Self::update)), so
/// that a screen can be drawn in between, and after a change only those it is about are read again.
/// They can be kept beside the shares ([`to_keep`](Self::to_keep)), and then a desk opens without
/// reading any share.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Caseload {
    lines: BTreeMap<RecordId, Digest>,
}

#[derive(Serialize)]
struct CacheRef<'a> {
    v: u16,
    people: Vec<&'a Digest>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cache {
    v: u16,
    people: Vec<Digest>,
}

impl Caseload {
    /// Everybody at once.
    #[must_use]
    pub fn of(desk: &DeskJournal) -> Self {
        let mut caseload = Self::default();
        for records in caseload.outdated(desk) {
            caseload.update(desk, records);
        }
        caseload
    }

    /// Reads what [`to_keep`](Self::to_keep) wrote; `None` when it was not this build's way of
    /// writing it. Whether it still is what the desk says is for [`outdated`](Self::outdated) to
    /// find out, or for whoever has kept it.
    #[must_use]
    pub fn kept(bytes: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(bytes).ok()?;
        let read: Cache = serde_json::from_str(text).ok()?;
        let lines = read.people.into_iter().map(|one| (one.of.person, one));
        (read.v == CACHE_VERSION).then(|| Self {
            lines: lines.collect(),
        })
    }

    /// What can be kept of it; `None` unless it is what this desk says. It is a cache: without it
    /// the shares are read.
    #[must_use]
    pub fn to_keep(&self, desk: &DeskJournal) -> Option<Vec<u8>> {
        let all = ClientRecords::all(desk);
        let current = all.len() == self.lines.len() && all.iter().all(|one| self.has(one));
        let writing = CacheRef {
            v: CACHE_VERSION,
            people: self.lines.values().collect(),
        };
        current.then(|| serde_json::to_vec(&writing).ok()).flatten()
    }

    /// Whether any share in it may not be kept any more on this day.
    #[must_use]
    pub fn has_expired(&self, today: LocalDay) -> bool {
        let mut days = self.lines.values().filter_map(|line| line.expires);
        days.any(|expires| expires < today)
    }

    /// Whose digests are to be made: of those who are new, and of whom anything was kept, changed or
    /// erased since. Those of people who are gone go.
    pub fn outdated(&mut self, desk: &DeskJournal) -> Vec<ClientRecords> {
        let mut all = ClientRecords::all(desk);
        let there: BTreeSet<RecordId> = all.iter().map(|records| records.person).collect();
        self.lines.retain(|person, _| there.contains(person));
        all.retain(|records| !self.has(records));
        all
    }

    fn has(&self, records: &ClientRecords) -> bool {
        let line = self.lines.get(&records.person);
        line.is_some_and(|line| line.of == *records)
    }

    /// Reads one of them, and makes their digest.
    pub fn update(&mut self, desk: &DeskJournal, records: ClientRecords) {
        if let Some(line) = Digest::of(desk, records) {
            self.lines.insert(line.of.person, line);
        }
    }

    /// A line of numbers for each person, in this order. Lines say what is due on this day, and what
    /// the answers to these questionnaires mean.
    #[must_use]
    pub fn rows(
        &self,
        instruments: &[Instrument],
        today: LocalDay,
        order: Order,
    ) -> Vec<CaseloadRow> {
        let lines = self.lines.values();
        let mut rows: Vec<_> = lines.map(|line| line.row(instruments, today)).collect();
        order.sort(&mut rows);
        rows
    }

    /// What the therapist calls somebody.
    #[must_use]
    pub fn name(&self, person: RecordId) -> Option<&str> {
        self.lines.get(&person).map(Digest::name)
    }

    /// How many shares could not be read again.
    #[must_use]
    pub fn unreadable(&self) -> usize {
        self.lines.values().map(|line| line.unreadable).sum()
    }
}
