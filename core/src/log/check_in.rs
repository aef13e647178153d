//! The daily check-in: under a minute, and every item can be skipped.

use serde::{Deserialize, Serialize};

use crate::rating::Rating;
use crate::text::{Note, Tag};

/// Hungry, angry, lonely, tired: four common states that make a craving likelier, named by
/// Alcoholics Anonymous tradition as HALT.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "HALT is four separate yes/no answers"
)]
pub struct Halt {
    /// Hungry.
    pub hungry: bool,
    /// Angry.
    pub angry: bool,
    /// Lonely.
    pub lonely: bool,
    /// Tired.
    pub tired: bool,
}

/// Whether medication for recovery was taken. Taken as prescribed is never a slip.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Medication {
    /// As prescribed.
    Taken,
    /// Not, or not all of it.
    Missed,
    /// None is prescribed.
    NonePrescribed,
}

/// One check-in. A missing item was skipped: it is not a zero and not a good day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckIn {
    /// Mood, 0 very low to 10 very good.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mood: Option<Rating>,
    /// Stress, 0 none to 10 the most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stress: Option<Rating>,
    /// Last night's sleep, 0 very bad to 10 very good.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sleep: Option<Rating>,
    /// Energy, 0 none to 10 full.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub energy: Option<Rating>,
    /// Craving right now, 0 none to 10 the strongest ever.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub craving_now: Option<Rating>,
    /// Strongest craving since the last day's end, same scale.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub craving_strongest: Option<Rating>,
    /// How sure the person is of getting through tonight without using, 0 not at all to 10 fully.
    /// With past use the strongest of what daily questions tell beforehand (pubmed 39172368, 151
    /// people; less so for women, poor and non-White people).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Rating>,
    /// Attention to the present moment, 0 far away to 10 right here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub presence: Option<Rating>,
    /// HALT, when it was answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub halt: Option<Halt>,
    /// Medication for recovery.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub medication: Option<Medication>,
    /// Skills used today: exercises (as suggestions) or the person's own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skills: Vec<Tag>,
    /// Something to be thankful for, or any note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Note>,
}
