//! A form of named fields, for the many kinds of entry that are prepared in a calm hour.
//!
//! One type for all of them: drafts and saving are compiled once for each type of form, and these
//! kinds are many and alike.

mod day;
mod field_reader;
mod plan;
mod programme;
mod task;

use std::collections::BTreeMap;

use ebb_core::journal::RecordId;
use ebb_core::log::Entry;
use serde::{Deserialize, Serialize};

use self::field_reader::FieldReader;
use super::{Form, Parsed, text_of};

/// What a sheet is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FormKind {
    #[default]
    Safety,
    Relapse,
    Reasons,
    Places,
    Situation,
    After,
    Group,
    Session,
    Appointment,
    Bring,
    Goal,
    Assignment,
    Commitment,
    Medicine,
    Phase,
    Start,
    /// A whole day, as it is read.
    Day,
    /// Its first half.
    Morning,
    /// Its second half.
    Evening,
    Reduction,
}

impl FormKind {
    /// Each with its name in addresses and drafts.
    const NAMES: [(Self, &'static str); 20] = [
        (Self::Safety, "safety"),
        (Self::Relapse, "relapse"),
        (Self::Reasons, "reasons"),
        (Self::Places, "places"),
        (Self::Situation, "situation"),
        (Self::After, "after"),
        (Self::Group, "group"),
        (Self::Session, "session"),
        (Self::Appointment, "appointment"),
        (Self::Bring, "bring"),
        (Self::Goal, "goal"),
        (Self::Assignment, "assignment"),
        (Self::Commitment, "commitment"),
        (Self::Medicine, "medicine"),
        (Self::Phase, "phase"),
        (Self::Start, "start"),
        (Self::Day, "day"),
        (Self::Morning, "morning"),
        (Self::Evening, "evening"),
        (Self::Reduction, "reduction"),
    ];

    /// By its name.
    pub fn named(name: &str) -> Option<Self> {
        let found = Self::NAMES.into_iter().find(|(_, known)| *known == name);
        found.map(|(sort, _)| sort)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        let found = Self::NAMES.into_iter().find(|(sort, _)| *sort == self);
        found.map_or("", |(_, name)| name)
    }

    /// Of what sort an entry is; `None` for those with a form of their own.
    pub const fn of(entry: &Entry) -> Option<Self> {
        Some(match entry {
            Entry::SafetyPlan(_) => Self::Safety,
            Entry::RelapsePlan(_) => Self::Relapse,
            Entry::Reasons(_) => Self::Reasons,
            Entry::Places(_) => Self::Places,
            Entry::RiskySituation(_) => Self::Situation,
            Entry::AfterPlan(_) => Self::After,
            Entry::Group(_) => Self::Group,
            Entry::Session(_) => Self::Session,
            Entry::Appointment(_) => Self::Appointment,
            Entry::ToBring(_) => Self::Bring,
            Entry::Goal(_) => Self::Goal,
            Entry::Assignment(_) => Self::Assignment,
            Entry::Commitment(_) => Self::Commitment,
            Entry::Prescription(_) => Self::Medicine,
            Entry::Phase(_) => Self::Phase,
            Entry::Start(_) => Self::Start,
            Entry::DayPlan(_) => Self::Day,
            Entry::ReductionPlan(_) => Self::Reduction,
            _ => return None,
        })
    }

    /// Whether there is only one of it.
    pub const fn is_one(self) -> bool {
        matches!(
            self,
            Self::Safety
                | Self::Relapse
                | Self::Reasons
                | Self::Places
                | Self::After
                | Self::Reduction
        )
    }
}

/// An entry as it is being written: what stands in each field, as typed. A field of rows holds
/// its cells row by row.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DynamicForm {
    /// What it is about.
    pub sort: FormKind,
    values: BTreeMap<String, Vec<String>>,
}

impl DynamicForm {
    /// An empty one.
    pub fn new(sort: FormKind) -> Self {
        Self {
            sort,
            values: BTreeMap::new(),
        }
    }

    /// An entry's content. Fields without anything in them are not there.
    pub fn of(entry: &Entry) -> Self {
        let mut sheet = Self::new(FormKind::of(entry).unwrap_or_default());
        match entry {
            Entry::SafetyPlan(_)
            | Entry::RelapsePlan(_)
            | Entry::Reasons(_)
            | Entry::Places(_)
            | Entry::RiskySituation(_)
            | Entry::AfterPlan(_) => plan::fill(&mut sheet, entry),
            Entry::Group(_) | Entry::Session(_) | Entry::Appointment(_) => {
                programme::fill(&mut sheet, entry);
            }
            Entry::DayPlan(_) | Entry::ReductionPlan(_) => day::fill(&mut sheet, entry),
            _ => task::fill(&mut sheet, entry),
        }
        sheet
    }

    /// Everything in a field.
    pub fn all(&self, field: &str) -> &[String] {
        self.values.get(field).map_or(&[], Vec::as_slice)
    }

    /// What stands in a cell of a field.
    pub fn cell(&self, field: &str, place: usize) -> &str {
        self.all(field).get(place).map_or("", String::as_str)
    }

    /// What stands in a field of one cell.
    pub fn one(&self, field: &str) -> &str {
        self.cell(field, 0)
    }

    /// Writes into a cell.
    pub fn write(&mut self, field: &str, place: usize, text: String) {
        let cells = self.values.entry(field.to_owned()).or_default();
        if cells.len() <= place {
            cells.resize(place + 1, String::new());
        }
        if let Some(cell) = cells.get_mut(place) {
            *cell = text;
        }
        // An emptied form is an untouched one, so that it leaves no draft.
        if cells.iter().all(String::is_empty) {
            self.values.remove(field);
        }
    }

    /// Puts everything into a field.
    pub fn put(&mut self, field: &str, cells: Vec<String>) {
        if cells.iter().all(String::is_empty) {
            self.values.remove(field);
        } else {
            self.values.insert(field.to_owned(), cells);
        }
    }

    fn put_one(&mut self, field: &str, text: impl ToString) {
        self.put(field, vec![text.to_string()]);
    }

    fn put_maybe(&mut self, field: &str, text: Option<impl ToString>) {
        if let Some(text) = text {
            self.put_one(field, text);
        }
    }

    fn put_note(&mut self, field: &str, note: Option<&ebb_core::text::Note>) {
        self.put_one(field, text_of(note));
    }

    /// The group and the date that a session belongs to.
    pub fn session_of(group: RecordId, name: &str, on: impl ToString) -> Self {
        let mut sheet = Self::new(FormKind::Session);
        sheet.put_one("group", group);
        sheet.put_one("name", name);
        sheet.put_one("on", on);
        sheet
    }
}

impl Form for DynamicForm {
    fn parse(&self) -> Parsed {
        let mut reader = FieldReader::new(self);
        let entry = match self.sort {
            FormKind::Safety => Some(plan::safety(&mut reader)),
            FormKind::Relapse => Some(plan::relapse(&mut reader)),
            FormKind::Reasons => Some(plan::reasons(&mut reader)),
            FormKind::Places => Some(plan::places(&mut reader)),
            FormKind::Situation => plan::situation(&mut reader),
            FormKind::After => Some(plan::after(&mut reader)),
            FormKind::Group => programme::group(&mut reader),
            FormKind::Session => programme::session(&mut reader),
            FormKind::Appointment => programme::appointment(&mut reader),
            FormKind::Bring => task::bring(&mut reader),
            FormKind::Goal => task::goal(&mut reader),
            FormKind::Assignment => task::assignment(&mut reader),
            FormKind::Commitment => task::commitment(&mut reader),
            FormKind::Medicine => task::medicine(&mut reader),
            FormKind::Phase => task::phase(&mut reader),
            FormKind::Start => task::start(&mut reader),
            FormKind::Day | FormKind::Morning | FormKind::Evening => {
                Some(day::day(&mut reader, self.sort))
            }
            FormKind::Reduction => day::reduction(&mut reader),
        };
        let when = reader.begun();
        reader.done(entry).map(|entry| (entry, when))
    }
}
