//! Crisis and help lines by region. They are compiled in: this is the one content that must be
//! there when nothing else is. `build.rs` makes them of the data files in `content/`.

use std::borrow::Cow;

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

    /// Its name in the data files and wherever it is kept.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Us => "us",
            Self::Ca => "ca",
            Self::Uk => "uk",
            Self::Ie => "ie",
            Self::Au => "au",
            Self::Elsewhere => "elsewhere",
        }
    }

    /// The region of that name.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|region| region.code() == code)
    }

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
    pub name: Cow<'static, str>,
    /// What they are for, in a few words.
    pub about: Cow<'static, str>,
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
    pub lines: Cow<'static, [Line]>,
}

include!(concat!(env!("OUT_DIR"), "/crisis.rs"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_region_has_an_emergency_number_and_someone_to_talk_to() {
        for regions in [ENGLISH, SPANISH] {
            let order: Vec<_> = regions.iter().map(|region| region.region).collect();
            assert_eq!(order, Region::ALL);
            for region in regions {
                assert!(region.lines.iter().any(|line| line.emergency));
                assert!(region.lines.iter().any(|line| !line.emergency));
            }
        }
    }

    #[test]
    fn the_lines_are_those_of_the_data_files() {
        for (language, compiled) in [("en", ENGLISH), ("es", SPANISH)] {
            let file = format!(
                "{}/content/{language}/crisis.json",
                env!("CARGO_MANIFEST_DIR")
            );
            let text = std::fs::read_to_string(file).unwrap();
            let read: Vec<RegionLines> = serde_json::from_str(&text).unwrap();
            assert_eq!(read, compiled);
        }
    }

    #[test]
    fn every_language_has_the_same_numbers() {
        let numbers = |regions: &[RegionLines]| -> Vec<_> {
            let lines = regions.iter().flat_map(|region| region.lines.iter());
            lines
                .cloned()
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
        for line in ENGLISH.iter().flat_map(|region| region.lines.iter()) {
            for number in [&line.call, &line.text].into_iter().flatten() {
                assert!(number.chars().all(|c| c.is_ascii_digit()), "{number}");
            }
            assert!(line.call.is_some() || line.text.is_some() || line.page.is_some());
        }
    }

    #[test]
    fn a_region_is_kept_under_the_name_it_has_in_the_data() {
        for region in Region::ALL {
            assert_eq!(Region::of_code(region.code()), Some(region));
            let written = serde_json::to_value(region).unwrap();
            assert_eq!(written, region.code());
        }
        assert_eq!(Region::of_code("US"), None);
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
