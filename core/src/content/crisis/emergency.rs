//! What to do in an emergency. One text of each kind for every screen that speaks of it.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// Which emergency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EmergencyId {
    /// Somebody may have an overdose.
    Overdose,
    /// Somebody has drunk so much that it may kill them.
    AlcoholPoisoning,
    /// Coming off alcohol, benzodiazepines or other sedatives.
    Withdrawal,
}

impl EmergencyId {
    /// Every one, in the order of the data files.
    pub const ALL: [Self; 3] = [Self::Overdose, Self::AlcoholPoisoning, Self::Withdrawal];

    /// Its name in the data files, also its anchor on a page.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Overdose => "overdose",
            Self::AlcoholPoisoning => "alcohol-poisoning",
            Self::Withdrawal => "withdrawal",
        }
    }

    /// The one of that name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|id| id.name() == name)
    }

    /// Its text among those of a language.
    #[must_use]
    pub fn text(self, texts: &[EmergencyText]) -> Option<&EmergencyText> {
        texts.iter().find(|text| text.id == self)
    }
}

/// The text for one emergency, in one language. Where it is published stands in the data file.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct EmergencyText {
    /// Which emergency.
    pub id: EmergencyId,
    /// The heading.
    pub title: Cow<'static, str>,
    /// What to know before anything else.
    #[serde(default)]
    pub lead: Option<Cow<'static, str>>,
    /// The words above the signs.
    pub signs_lead: Cow<'static, str>,
    /// What it looks like.
    pub signs: Cow<'static, [Cow<'static, str>]>,
    /// The words above the steps.
    pub steps_lead: Cow<'static, str>,
    /// What to do, in order.
    pub steps: Cow<'static, [Cow<'static, str>]>,
}
