//! A slip: kept, learned from, and never a reset of what came before.

use serde::{Deserialize, Serialize};

use crate::text::{Note, Tag};

/// One slip. Everything can be left out: writing down that it happened is enough.
///
/// A slip takes nothing away. No count in Ebb goes back to zero because of one; days before it
/// stay won. Medication taken as prescribed (buprenorphine and methadone too) is not a slip.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Slip {
    /// What was used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub substance: Option<Tag>,
    /// How much, in the person's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Note>,
    /// What set it off.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub triggers: Vec<Tag>,
    /// What happened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub happened: Option<Note>,
    /// A plan for the next 24 hours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_day: Option<Note>,
    /// The one person to reach.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reach: Option<Note>,
}
