//! Appointments, and what to bring to them.

use serde::Serialize;

use crate::fields::{readable, readable_choice};
use crate::text::{Note, Tag};
use crate::time::Wall;

/// What an appointment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

readable_choice!(Occasion { Counselling = "counselling", Medical = "medical", Family = "family", Other = "other" });

/// One appointment, before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<Note>,
    /// Notes after it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notes: Option<Note>,
    /// Whether it took place; not said before it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub held: Option<bool>,
}

readable!(Appointment { with, occasion, start, minutes; place, questions, notes, held });

/// Something to bring up, written down when it comes to mind, whatever the next occasion is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ToBring {
    /// What.
    pub what: Note,
    /// For a group rather than an appointment.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub for_group: bool,
    /// Whether it was brought up.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub done: bool,
}

readable!(ToBring { what; for_group, done });
