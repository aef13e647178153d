//! Crisis and help lines by region. They are compiled in: this is the one content that must be
//! there when nothing else is.

use serde::{Deserialize, Serialize};

/// Where a person is, as far as help lines go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Region {
    /// United States.
    Us,
    /// Canada.
    Ca,
    /// United Kingdom.
    Uk,
    /// Ireland.
    Ie,
    /// Australia.
    Au,
    /// Anywhere else.
    Elsewhere,
}

impl Region {
    /// Every region, in the order they are offered.
    pub const ALL: [Self; 6] = [
        Self::Us,
        Self::Ca,
        Self::Uk,
        Self::Ie,
        Self::Au,
        Self::Elsewhere,
    ];

    /// Guesses from the browser's language tags (BCP 47), best first. It is only a guess: the
    /// person can always change it. A bare `en` says nothing of a place; most who have it are in
    /// the United States.
    #[must_use]
    pub fn guess<T: AsRef<str>>(languages: &[T]) -> Self {
        languages
            .iter()
            .find_map(|tag| Self::of_tag(tag.as_ref()))
            .unwrap_or(Self::Elsewhere)
    }

    fn of_tag(tag: &str) -> Option<Self> {
        let mut parts = tag.split('-');
        let language = parts.next()?;
        let place = parts.find(|part| part.len() == 2);
        match place.map(str::to_ascii_uppercase).as_deref() {
            // Puerto Rico has the lines of the United States.
            Some("US" | "PR") => Some(Self::Us),
            Some("CA") => Some(Self::Ca),
            Some("GB") => Some(Self::Uk),
            Some("IE") => Some(Self::Ie),
            Some("AU") => Some(Self::Au),
            Some(_) => Some(Self::Elsewhere),
            None if language.eq_ignore_ascii_case("en") => Some(Self::Us),
            None => None,
        }
    }
}

/// One line to call or text.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// Who answers.
    pub name: String,
    /// What they are for, in a few words.
    pub about: String,
    /// Number to call, as dialled.
    #[serde(default)]
    pub call: Option<String>,
    /// That number as people write it, where they write it in groups.
    #[serde(default)]
    pub written: Option<String>,
    /// Number to text, as dialled.
    #[serde(default)]
    pub text: Option<String>,
    /// The word to text, where one is needed.
    #[serde(default)]
    pub keyword: Option<String>,
    /// A page to look up, shown as text and never opened by Ebb.
    #[serde(default)]
    pub page: Option<String>,
    /// Whether this is the number for danger to life.
    #[serde(default)]
    pub emergency: bool,
}

/// The lines of one region.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegionLines {
    /// The region.
    pub region: Region,
    /// Its lines, the one to try first at the top.
    pub lines: Vec<Line>,
}

/// The data file in English.
pub const ENGLISH: &str = include_str!("../content/en/crisis.json");

/// The data file in Spanish.
pub const SPANISH: &str = include_str!("../content/es/crisis.json");

/// The lines of every region in a data file, in [`Region::ALL`]'s order. Empty only if the file is
/// broken, which a test rules out.
#[must_use]
pub fn lines(file: &str) -> Vec<RegionLines> {
    serde_json::from_str(file).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_region_has_an_emergency_number_and_someone_to_talk_to() {
        for regions in [lines(ENGLISH), lines(SPANISH)] {
            let order: Vec<_> = regions.iter().map(|region| region.region).collect();
            assert_eq!(order, Region::ALL);
            for region in &regions {
                assert!(region.lines.iter().any(|line| line.emergency));
                assert!(region.lines.iter().any(|line| !line.emergency));
            }
        }
    }

    #[test]
    fn every_language_has_the_same_numbers() {
        let numbers = |file| -> Vec<_> {
            let regions = lines(file).into_iter();
            let lines = regions.flat_map(|region| region.lines);
            lines
                .map(|line| {
                    (
                        line.call,
                        line.written,
                        line.text,
                        line.page,
                        line.emergency,
                    )
                })
                .collect()
        };
        assert_eq!(numbers(ENGLISH), numbers(SPANISH));
    }

    #[test]
    fn numbers_can_be_dialled_as_they_stand() {
        for line in lines(ENGLISH).iter().flat_map(|region| &region.lines) {
            for number in [&line.call, &line.text].into_iter().flatten() {
                assert!(number.chars().all(|c| c.is_ascii_digit()), "{number}");
            }
            assert!(line.call.is_some() || line.text.is_some() || line.page.is_some());
        }
    }

    #[test]
    fn the_region_follows_the_first_language_that_names_one() {
        assert_eq!(Region::guess(&["en-GB", "en-US"]), Region::Uk);
        assert_eq!(Region::guess(&["fr", "fr-CA"]), Region::Ca);
        assert_eq!(Region::guess(&["en"]), Region::Us);
        assert_eq!(Region::guess(&["es-PR"]), Region::Us);
        assert_eq!(Region::guess(&["de-DE"]), Region::Elsewhere);
        assert_eq!(Region::guess::<&str>(&[]), Region::Elsewhere);
    }
}
