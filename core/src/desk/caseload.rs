//! Everybody in a list, a line of numbers each.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::DeskJournal;
use super::numbers::{CaseloadRow, Order};
use super::person::{CaseloadPerson, ClientRecords};
use crate::content::instrument::Instrument;
use crate::journal::RecordId;
use crate::time::LocalDay;

/// The lines of everybody. What people shared is read to make them and not kept: a year of many
/// people would fill the memory, and one of them is looked at at a time.
///
/// Lines are made person by person ([`outdated`](Self::outdated), [`update`](Self::update)), so that
/// a screen can be drawn in between, and after a change only those it is about are read again.
#[derive(Clone, Debug, PartialEq)]
pub struct Caseload {
    instruments: Arc<[Instrument]>,
    today: LocalDay,
    lines: BTreeMap<RecordId, Line>,
}

#[derive(Clone, Debug, PartialEq)]
struct Line {
    of: ClientRecords,
    row: CaseloadRow,
    unreadable: usize,
}

impl Caseload {
    /// Nobody yet. Lines say what is due on this day, and what the answers to these questionnaires
    /// mean.
    #[must_use]
    pub fn new(instruments: impl Into<Arc<[Instrument]>>, today: LocalDay) -> Self {
        Self {
            instruments: instruments.into(),
            today,
            lines: BTreeMap::new(),
        }
    }

    /// Everybody at once.
    #[must_use]
    pub fn of(
        desk: &DeskJournal,
        instruments: impl Into<Arc<[Instrument]>>,
        today: LocalDay,
    ) -> Self {
        let mut caseload = Self::new(instruments, today);
        for records in caseload.outdated(desk) {
            caseload.update(desk, records);
        }
        caseload
    }

    /// Whether its lines are for this day, by these questionnaires.
    #[must_use]
    pub fn is_for(&self, instruments: &[Instrument], today: LocalDay) -> bool {
        self.today == today && *self.instruments == *instruments
    }

    /// Whose lines are to be made: of those who are new, and of whom anything was kept, changed or
    /// erased since. Lines of people who are gone go.
    pub fn outdated(&mut self, desk: &DeskJournal) -> Vec<ClientRecords> {
        let mut all = ClientRecords::all(desk);
        let there: BTreeSet<RecordId> = all.iter().map(|records| records.person).collect();
        self.lines.retain(|person, _| there.contains(person));
        all.retain(|records| {
            let line = self.lines.get(&records.person);
            line.is_none_or(|line| line.of != *records)
        });
        all
    }

    /// Reads one of them, and makes their line.
    pub fn update(&mut self, desk: &DeskJournal, records: ClientRecords) {
        if let Some(person) = CaseloadPerson::read(desk, &records) {
            let line = Line {
                row: CaseloadRow::of(&person, &self.instruments, self.today),
                unreadable: person.unreadable,
                of: records,
            };
            self.lines.insert(line.of.person, line);
        }
    }

    /// A line of numbers for each person, in this order.
    #[must_use]
    pub fn rows(&self, order: Order) -> Vec<CaseloadRow> {
        let mut rows: Vec<_> = self.lines.values().map(|line| line.row.clone()).collect();
        order.sort(&mut rows);
        rows
    }

    /// How many shares could not be read again.
    #[must_use]
    pub fn unreadable(&self) -> usize {
        self.lines.values().map(|line| line.unreadable).sum()
    }
}
