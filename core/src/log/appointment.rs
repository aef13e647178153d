//! Appointments, and what to bring to them.

use serde::{Deserialize, Serialize};

use crate::text::{Note, Tag};
use crate::time::Wall;

/// What an appointment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Occasion {
    /// Individual counselling.
    Counselling,
    /// A doctor or prescriber.
    Medical,
    /// A family session.
    Family,
    /// Anything else.
    Other,
}

/// One appointment, before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Appointment {
    /// With whom.
    pub with: Tag,
    /// What it is.
    pub occasion: Occasion,
    /// When it begins.
    pub start: Wall,
    /// How long it takes.
    pub minutes: u16,
    /// Where.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Note>,
    /// Questions to bring.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<Note>,
    /// Notes after it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notes: Option<Note>,
    /// Whether it took place; not said before it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub held: Option<bool>,
}

/// Something to bring up, written down when it comes to mind, whatever the next occasion is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ToBring {
    /// What.
    pub what: Note,
    /// For a group rather than an appointment.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub for_group: bool,
    /// Whether it was brought up.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub done: bool,
}
