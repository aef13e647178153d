//! Medication for recovery. Taken as prescribed (buprenorphine and methadone too) it is treatment
//! and never a slip: nothing here counts against a day (SAMHSA TIP 63, 2021).

use serde::{Deserialize, Serialize};

use crate::journal::RecordId;
use crate::text::{Note, Tag};
use crate::time::{LocalDay, WallTime};

/// A medicine as prescribed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prescription {
    /// What the person calls it.
    pub name: Tag,
    /// How it is taken, in their words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub how: Option<Note>,
    /// When in the day; may be empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub at: Vec<WallTime>,
    /// From when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<LocalDay>,
    /// Until when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<LocalDay>,
}

impl Prescription {
    /// Whether it is prescribed for a day.
    #[must_use]
    pub fn is_for(&self, day: LocalDay) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

/// How it was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Taken {
    /// As prescribed.
    AsPrescribed,
    /// Not, or not all of it.
    Missed,
    /// In another way; worth telling the prescriber.
    Otherwise,
}

/// One time it was taken or not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dose {
    /// The prescription.
    pub prescription: RecordId,
    /// Its name, so that the dose reads when the prescription is gone.
    pub name: Tag,
    /// How.
    pub taken: Taken,
    /// A note.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Note>,
}
