//! A craving: how strong, what set it off, what the person did, how it went.

use serde::{Deserialize, Serialize};

use crate::journal::RecordId;
use crate::rating::Rating;
use crate::text::{Note, Tag};

/// Triggers Ebb offers; a person adds their own.
pub const TRIGGERS: &[&str] = &[
    "stress",
    "argument",
    "boredom",
    "lonely",
    "tired",
    "hungry",
    "anger",
    "pain",
    "celebration",
    "payday",
    "saw-it",
    "old-place",
    "old-friends",
    "memory",
    "good-mood",
    "no-reason",
];

/// Feelings Ebb offers.
pub const FEELINGS: &[&str] = &[
    "anxious", "sad", "angry", "ashamed", "empty", "restless", "happy", "numb",
];

/// Places Ebb offers.
pub const PLACES: &[&str] = &[
    "home",
    "work",
    "outside",
    "shop",
    "bar",
    "travelling",
    "someones-home",
];

/// Company Ebb offers.
pub const COMPANY: &[&str] = &["alone", "family", "partner", "friends", "people-who-use"];

/// Substances Ebb offers, after the BAM's drug groups (Cacciola et al. 2013) with alcohol and
/// nicotine added.
pub const SUBSTANCES: &[&str] = &[
    "alcohol",
    "cannabis",
    "opioids",
    "cocaine",
    "stimulants",
    "sedatives",
    "inhalants",
    "nicotine",
    "other",
];

/// Minutes after a craving at which Ebb asks again: most urges have faded within 15 to 30 minutes
/// (Marlatt & Gordon 1985, on urge surfing).
pub const RERATING_MINUTES: [u16; 3] = [3, 10, 20];

/// How a craving went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CravingOutcome {
    /// It is over.
    Passed,
    /// It is weaker.
    Eased,
    /// It has not changed.
    StillHere,
    /// The person used; what happened is kept as a [slip](crate::log::Slip).
    Used,
}

/// One craving. Only the intensity must be given: ten seconds are enough.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Craving {
    /// Strength when logged, 0 none to 10 the strongest ever.
    pub intensity: Rating,
    /// What set it off.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub triggers: Vec<Tag>,
    /// Feelings around it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub feelings: Vec<Tag>,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Tag>,
    /// With whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub company: Option<Tag>,
    /// For what.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub substance: Option<Tag>,
    /// What went through the mind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thought: Option<Note>,
    /// What the person did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub did: Option<Note>,
    /// How it went.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<CravingOutcome>,
}

impl Craving {
    /// The smallest craving that can be kept.
    #[must_use]
    pub fn of(intensity: Rating) -> Self {
        Self {
            intensity,
            triggers: Vec::new(),
            feelings: Vec::new(),
            place: None,
            company: None,
            substance: None,
            thought: None,
            did: None,
            outcome: None,
        }
    }
}

/// The same craving, rated again later. A record of its own, so that two devices can add one each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rerating {
    /// The craving it belongs to.
    pub craving: RecordId,
    /// Strength now, 0 to 10.
    pub intensity: Rating,
    /// Which of the [asked times](RERATING_MINUTES) this answers, in minutes after the craving.
    /// The true time is the record's.
    pub asked_at: u16,
}

/// How long after a craving Ebb still asks how it went, in minutes.
const ASKED_FOR_MINUTES: u32 = 60;

/// Which of the [asked times](RERATING_MINUTES) a rating given `elapsed` minutes after the craving
/// belongs to; 0 before the first of them.
#[must_use]
pub fn asked_at(elapsed: u32) -> u16 {
    RERATING_MINUTES
        .into_iter()
        .rev()
        .find(|minutes| u32::from(*minutes) <= elapsed)
        .unwrap_or(0)
}

/// The asked time that is waiting for an answer `elapsed` minutes after the craving, if one is.
/// A missed time is not asked for afterwards: the next one stands for it.
#[must_use]
pub fn waiting_rerating(elapsed: u32, answered: &[u16]) -> Option<u16> {
    let asked = asked_at(elapsed);
    let open = asked > 0 && elapsed <= ASKED_FOR_MINUTES && !answered.contains(&asked);
    open.then_some(asked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_craving_is_asked_about_at_3_10_and_20_minutes_and_once_each() {
        assert_eq!(waiting_rerating(2, &[]), None);
        assert_eq!(waiting_rerating(3, &[]), Some(3));
        assert_eq!(waiting_rerating(9, &[3]), None);
        assert_eq!(waiting_rerating(10, &[3]), Some(10));
        assert_eq!(waiting_rerating(45, &[3]), Some(20));
        assert_eq!(waiting_rerating(61, &[]), None);
    }
}
