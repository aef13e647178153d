//! What every kind of content file has in common: an id, checks with a place in every message,
//! and reading a whole file in which one bad entry takes no other away.

#[cfg(feature = "content")]
pub mod crisis;
#[cfg(feature = "content")]
mod evidence;
#[cfg(feature = "content")]
pub mod exercise;
pub mod instrument;
#[cfg(feature = "content")]
pub mod lesson;

use std::collections::BTreeSet;
#[cfg(feature = "content")]
use std::ops::RangeInclusive;

use serde::Deserialize;
use serde_json::value::RawValue;

#[cfg(feature = "content")]
pub use evidence::{Evidence, Study};

/// Most characters in an id.
const ID: usize = 40;

/// Why a text is not usable content. Content is Ebb's own, so its words may be quoted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ContentError {
    /// Not JSON, or not of the right shape; the reader's own words say where.
    #[error("this cannot be read: {0}")]
    Unreadable(String),
    /// An id that is not kebab-case.
    #[error("the id {0:?} is not lower-case words joined by hyphens, 1 to {ID} characters")]
    BadId(String),
    /// An id used twice.
    #[error("the id {0:?} is used twice")]
    DuplicateId(String),
    /// Something that must not be empty is.
    #[error("{place}: the {what} is empty")]
    Empty {
        /// Where.
        place: String,
        /// Which field.
        what: &'static str,
    },
    /// A number, or the size of a text or list, outside its range.
    #[error("{place}: {what} is {found}, allowed is {low} to {high}")]
    OutOfRange {
        /// Where.
        place: String,
        /// Which value and its unit.
        what: &'static str,
        /// What the file says.
        found: u64,
        /// Smallest allowed.
        low: u64,
        /// Largest allowed.
        high: u64,
    },
    /// Breath phases in an order that lungs cannot follow, such as holding after breathing out.
    #[error("{place}: a breath cannot go from {from:?} to {to:?}")]
    BadBreath {
        /// Where.
        place: String,
        /// The phase before; for the first phase, the last one of the breath before.
        from: &'static str,
        /// The phase that does not fit.
        to: &'static str,
    },
    /// A value that does not fit the rest.
    #[error("{place}: {what}")]
    Wrong {
        /// Where.
        place: String,
        /// What is wrong with it.
        what: &'static str,
    },
}

/// One kind of content.
pub trait Content: Sized {
    /// Reads and checks one entry.
    ///
    /// # Errors
    /// [`ContentError`] says what is wrong and where.
    fn parse(json: &str) -> Result<Self, ContentError>;

    /// Its id, which never changes and is the same in every language.
    fn id(&self) -> &str;
}

/// The entries that could be read, and what was wrong with the others.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Library<T> {
    /// In the order of the file.
    pub entries: Vec<T>,
    /// Empty when all is well.
    pub problems: Vec<Problem>,
}

/// One entry of a file that was quarantined.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Problem {
    /// Its place in the file, from 0; `None` when the file as a whole could not be read.
    pub position: Option<usize>,
    /// Its id, where it has one.
    pub id: Option<String>,
    /// What is wrong.
    pub error: ContentError,
}

impl<T> Default for Library<T> {
    fn default() -> Self {
        Self {
            entries: Vec::new(),
            problems: Vec::new(),
        }
    }
}

impl<T: Content> Library<T> {
    /// Reads a JSON array. A bad entry is reported and the rest load; of two with the same id
    /// the first is kept.
    #[must_use]
    pub fn parse_all(json: &str) -> Self {
        let mut library = Self::default();
        // Each entry as its own text, so that one bad entry stays alone.
        let texts: Vec<&RawValue> = match serde_json::from_str(json) {
            Ok(texts) => texts,
            Err(error) => {
                library.problems.push(Problem {
                    position: None,
                    id: None,
                    error: ContentError::Unreadable(error.to_string()),
                });
                return library;
            }
        };
        let mut ids = BTreeSet::new();
        for (position, text) in texts.into_iter().enumerate() {
            match read(text.get(), &mut ids) {
                Ok(entry) => library.entries.push(entry),
                Err(error) => library.problems.push(Problem {
                    position: Some(position),
                    id: serde_json::from_str(text.get()).ok().map(|Named { id }| id),
                    error,
                }),
            }
        }
        library
    }

    /// The entry with this id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&T> {
        self.entries.iter().find(|entry| entry.id() == id)
    }
}

/// What a broken entry can still be called by.
#[derive(Deserialize)]
struct Named {
    id: String,
}

fn read<T: Content>(json: &str, ids: &mut BTreeSet<String>) -> Result<T, ContentError> {
    let entry = T::parse(json)?;
    if ids.insert(entry.id().to_owned()) {
        Ok(entry)
    } else {
        Err(ContentError::DuplicateId(entry.id().to_owned()))
    }
}

pub(crate) type Checked = Result<(), ContentError>;

/// Checks that an id is lower-case ASCII words and digits joined by single hyphens.
pub(crate) fn check_id(id: &str) -> Checked {
    let word = |w: &str| {
        !w.is_empty()
            && w.bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    };
    if id.len() <= ID && id.split('-').all(word) {
        Ok(())
    } else {
        Err(ContentError::BadId(id.to_owned()))
    }
}

pub(crate) fn check_text(place: &str, what: &'static str, text: &str) -> Checked {
    if text.trim().is_empty() {
        let place = place.to_owned();
        return Err(ContentError::Empty { place, what });
    }
    Ok(())
}

pub(crate) fn check_texts(place: &str, what: &'static str, texts: &[String]) -> Checked {
    if texts.is_empty() {
        let place = place.to_owned();
        return Err(ContentError::Empty { place, what });
    }
    texts.iter().try_for_each(|t| check_text(place, what, t))
}

#[cfg(feature = "content")]
/// Checks that a number, or the size of something, is within its range.
pub(crate) fn check_range(
    place: &str,
    what: &'static str,
    found: u64,
    allowed: &RangeInclusive<u64>,
) -> Checked {
    if allowed.contains(&found) {
        return Ok(());
    }
    Err(ContentError::OutOfRange {
        place: place.to_owned(),
        what,
        found,
        low: *allowed.start(),
        high: *allowed.end(),
    })
}

#[cfg(feature = "content")]
/// Checks that every study says what was measured, what came out and where it is published.
pub(crate) fn check_evidence(place: &str, evidence: &Evidence) -> Checked {
    for study in evidence.studies() {
        for (what, text) in study.texts() {
            check_text(place, what, text)?;
        }
        ensure(study.n != Some(0), place, "a study has 1 person or more")?;
    }
    Ok(())
}

/// Says `what` is wrong at `place` unless `right`.
pub(crate) fn ensure(right: bool, place: &str, what: &'static str) -> Checked {
    if right {
        return Ok(());
    }
    let place = place.to_owned();
    Err(ContentError::Wrong { place, what })
}
