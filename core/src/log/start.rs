//! From when a person counts days.

use serde::{Deserialize, Serialize};

use crate::text::Tag;
use crate::time::LocalDay;

/// From when a person counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Start {
    /// The first day.
    pub day: LocalDay,
    /// Without what; `None` for everything.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub substance: Option<Tag>,
}
