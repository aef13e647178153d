//! One line to call or text, and those of a region.

use std::borrow::Cow;

use serde::Deserialize;

use super::Region;

/// What a line is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// Someone to talk to in a crisis.
    Talk,
    /// A way to lines that are not named here.
    List,
    /// Treatment and support.
    Treatment,
    /// Somebody who stays on the phone with a person who uses alone.
    UsingAlone,
    /// Violence at home.
    Violence,
    /// Too much medicine, or something poisonous.
    Poison,
    /// Danger to life.
    Emergency,
}

impl Purpose {
    /// Whether it belongs beside an answer about not wanting to live: someone to talk to, and the
    /// number for danger to life.
    #[must_use]
    pub const fn is_for_crisis(self) -> bool {
        matches!(self, Self::Talk | Self::List | Self::Emergency)
    }
}

/// One line to call or text. Where its number is published, and when that was looked up, stands in
/// the data file; `build.rs` refuses a line without.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct HelpLine {
    /// Who answers.
    pub name: Cow<'static, str>,
    /// What they are for, in a few words.
    pub about: Cow<'static, str>,
    /// What they are for.
    pub purpose: Purpose,
    /// Number to call, as dialled.
    #[serde(default)]
    pub call: Option<Cow<'static, str>>,
    /// That number as people write it, where they write it in groups.
    #[serde(default)]
    pub written: Option<Cow<'static, str>>,
    /// Number to text, as dialled.
    #[serde(default)]
    pub text: Option<Cow<'static, str>>,
    /// The word to text, where one is needed.
    #[serde(default)]
    pub keyword: Option<Cow<'static, str>>,
    /// A page to look up, shown as text and never opened by Ebb.
    #[serde(default)]
    pub page: Option<Cow<'static, str>>,
}

impl HelpLine {
    /// Whether this is a number for danger to life.
    #[must_use]
    pub const fn is_emergency(&self) -> bool {
        matches!(self.purpose, Purpose::Emergency)
    }
}

/// The lines of one region.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RegionLines {
    /// The region.
    pub region: Region,
    /// Its lines, the one to try first at the top.
    pub lines: Cow<'static, [HelpLine]>,
}
