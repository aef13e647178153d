//! Places to go instead.

use serde::{Deserialize, Serialize};

use crate::text::Note;

/// Somewhere to go when staying is risky.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Where.
    pub place: Note,
    /// What speaks for it: when it is open, who is there, how to get there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<Note>,
}

/// The places, of which there is one list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Places {
    /// In the person's own order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<Place>,
}
