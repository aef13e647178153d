//! What a questionnaire is made of.

use serde::Deserialize;

/// One questionnaire, as its content file holds it. Get one through
/// [`Content::parse`](crate::content::Content::parse), which checks it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Instrument {
    /// Kebab-case name that never changes; results point to it.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What it looks at, in one sentence of Ebb's own.
    pub about: String,
    /// Version of the form: another wording or another set of items is another version. A published
    /// translation keeps it.
    pub form: String,
    /// Version of the scoring.
    pub scoring: String,
    /// How sure the wording is.
    pub wording: Wording,
    /// What is not sure about it.
    #[serde(default)]
    pub wording_note: Option<String>,
    /// The language of lead, items and answers (BCP 47), where it is not that of the folder: there is
    /// no translation that may be reproduced.
    #[serde(default)]
    pub language: Option<String>,
    /// Who made it, and on what terms it may be used.
    pub credit: String,
    /// The words above the items, as published.
    pub lead: String,
    /// About how long it takes.
    pub minutes: u16,
    /// When it is asked. Empty for one that is only ever chosen, such as a screen for something that
    /// nobody should be asked out of the blue.
    pub rhythms: Vec<Rhythm>,
    /// The sets of answers.
    pub scales: Vec<Scale>,
    /// The items in order, as published.
    pub items: Vec<Item>,
    /// Which answers make which later items fall away.
    #[serde(default)]
    pub skips: Vec<Skip>,
    /// The sums. An instrument without a published total has none here.
    pub scores: Vec<Score>,
    /// What is known against the sums. With it, the answers are shown before them.
    #[serde(default)]
    pub scores_doubt: Option<String>,
    /// A short part that was enough once.
    #[serde(default)]
    pub door: Option<Door>,
    /// Where form, scoring and terms were published. Never empty.
    pub sources: Vec<String>,
}

/// How sure the wording of an instrument is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wording {
    /// Independent published copies agree.
    Published,
    /// Several wordings are in circulation, and this is one of them: the app says so.
    Circulating,
}

/// When an instrument is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rhythm {
    /// Once, at the beginning.
    Intake,
    /// Every seven days.
    Weekly,
    /// Every thirty days.
    Monthly,
}

/// A set of answers.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Scale {
    /// Name.
    pub id: String,
    /// The answers in the order of the form.
    pub options: Vec<ScaleOption>,
}

/// One answer that can be given.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ScaleOption {
    /// Its words, as published.
    pub label: String,
    /// What it counts.
    pub value: u8,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Item {
    /// Its number on the form, such as `7a`.
    pub id: String,
    /// Its words, as published.
    pub text: String,
    /// What the form explains below it.
    #[serde(default)]
    pub note: Option<String>,
    /// A remark of Ebb's own on a word that the form uses, told apart from the form.
    #[serde(default)]
    pub remark: Option<String>,
    /// The name of its scale.
    pub scale: String,
    /// Whether the form counts as filled in without it: an unscored item asked 'if any'.
    #[serde(default)]
    pub optional: bool,
    /// From this answer on, the crisis screen is opened, whatever the rest says.
    #[serde(default)]
    pub crisis_from: Option<u8>,
}

/// Items that fall away after an answer. In a score they count 0, as the forms that use skips say.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Skip {
    /// The item that decides.
    pub when: String,
    /// Its answer.
    pub is: u8,
    /// The later items that fall away.
    pub items: Vec<String>,
}

/// A sum of items.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Score {
    /// Name.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// The items it adds up.
    pub items: Vec<String>,
    /// What a higher number means.
    pub higher: ScoreDirection,
    /// Published ranges, lowest first; none where none is published or they are disputed.
    #[serde(default)]
    pub bands: Vec<Band>,
    /// When it is worth a look.
    #[serde(default)]
    pub look: Option<Look>,
    /// The smallest change known to mean something; none where no source is known, and then a change
    /// is shown and nothing said of it.
    #[serde(default)]
    pub meaningful_change: Option<MeaningfulChange>,
    /// Where sum and bands were published.
    pub source: String,
}

/// What a higher number means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ScoreDirection {
    /// More trouble.
    Worse,
    /// More strength.
    Better,
}

/// A published range of a score.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Band {
    /// Its lowest value; it ends below the next band.
    pub from: u16,
    /// Its published name.
    pub title: String,
}

/// Values that are worth a look together with a counsellor. Not a verdict.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Look {
    /// From this value on.
    #[serde(default)]
    pub from: Option<u16>,
    /// Up to this value.
    #[serde(default)]
    pub to: Option<u16>,
    /// What to say then.
    pub words: String,
    /// Whose limit it is.
    pub source: String,
}

/// How much a score has to change before it means something to a person. Less is about the same.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct MeaningfulChange {
    /// So many points, up or down, 2 or more.
    pub points: u16,
    /// Where it was found.
    pub source: String,
}

/// The first few items as a short form of their own. Earlier versions of Ebb took them as enough
/// below the limit, and such results still open. It is never offered any more: what follows may ask
/// about not wanting to live, and a PHQ-2 below 3 was found in half of the people who had such
/// thoughts (NHANES, PMC5942185).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Door {
    /// The score of those items.
    pub score: String,
    /// From this value on, the rest was asked.
    pub at_least: u16,
    /// Where the limit was published.
    pub source: String,
}

impl Instrument {
    /// The item with this id.
    #[must_use]
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.id == id)
    }

    /// The answers that an item takes.
    #[must_use]
    pub fn scale(&self, item: &Item) -> &[ScaleOption] {
        self.scales
            .iter()
            .find(|scale| scale.id == item.scale)
            .map_or(&[], |scale| &scale.options)
    }

    /// The score with this id.
    #[must_use]
    pub fn score(&self, id: &str) -> Option<&Score> {
        self.scores.iter().find(|score| score.id == id)
    }

    /// The least and the most a score can be.
    #[must_use]
    pub fn range(&self, score: &Score) -> (u16, u16) {
        let scales = score.items.iter().filter_map(|id| self.item(id));
        scales.fold((0, 0), |(low, high), item| {
            let values = self.scale(item).iter().map(|option| option.value);
            let least = values.clone().min().unwrap_or(0);
            let most = values.max().unwrap_or(0);
            (low + u16::from(least), high + u16::from(most))
        })
    }
}

impl Rhythm {
    /// Days from one time to the next; `None` for once.
    #[must_use]
    pub const fn days(self) -> Option<i64> {
        match self {
            Self::Intake => None,
            Self::Weekly => Some(7),
            Self::Monthly => Some(30),
        }
    }
}
