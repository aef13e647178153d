//! What is known of an exercise or a lesson as an app, from studies.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

/// What a file without the field is told.
const MISSING: &str =
    "the field `evidence` is missing; write [] if no study of this as an app is known";

/// The studies of one exercise or lesson, as its file lists them.
///
/// An empty list says that none is known; a file that leaves the field out cannot be read, so that
/// nobody forgets to look.
///
/// ```
/// use ebb_core::content::Evidence;
///
/// # fn main() -> Result<(), serde_json::Error> {
/// let known: Evidence = serde_json::from_str(r#"[{
///     "measured": "Smoking after a week", "effect": "No difference.", "n": 40,
///     "source": "An example"
/// }]"#)?;
/// assert_eq!(known.studies().len(), 1);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence(Vec<Study>);

/// One study: what was measured and what came out, said alike whether it helped or not.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Study {
    /// What was done and measured, in plain words.
    pub measured: String,
    /// What came out, with its numbers, also when nothing did.
    pub effect: String,
    /// How many people took part, 1 or more, where it is known.
    pub n: Option<u32>,
    /// Author, year, journal, and a DOI or PMC number where there is one.
    pub source: String,
}

impl Evidence {
    /// The studies in the order of the file; empty when none is known.
    #[must_use]
    pub fn studies(&self) -> &[Study] {
        &self.0
    }
}

impl Study {
    /// Its texts with the names of their fields.
    pub(crate) fn texts(&self) -> [(&'static str, &str); 3] {
        [
            ("measured", &self.measured),
            ("effect", &self.effect),
            ("source", &self.source),
        ]
    }
}

impl<'de> Deserialize<'de> for Evidence {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // Serde reads a field that is not there as `None`, which gives it words of its own.
        Option::deserialize(deserializer)?
            .map(Self)
            .ok_or_else(|| D::Error::custom(MISSING))
    }
}
