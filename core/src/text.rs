//! What a person writes: short tags and longer notes, kept exactly as written.

use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

/// Why a text was not taken. The text itself is never part of the message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// Nothing but white space.
    #[error("the text is empty")]
    Blank,
    /// Longer than may be kept.
    #[error("the text has {length} characters; at most {limit} can be kept")]
    TooLong {
        /// Characters in the text.
        length: usize,
        /// The most that is kept.
        limit: usize,
    },
    /// A suggestion's mark in front of a person's own words, or a line break in a tag.
    #[error("a tag is one line and does not begin with #")]
    NotATag,
}

/// Reads a value from its text where the text lies: ids, days and moments stand in every record,
/// and a copy of each was a third of the time that years of records took to read.
pub(crate) fn parsed<'de, T, D>(from: D) -> Result<T, D::Error>
where
    T: FromStr<Err: fmt::Display>,
    D: Deserializer<'de>,
{
    from.deserialize_str(Parsed(PhantomData))
}

struct Parsed<T>(PhantomData<T>);

impl<T: FromStr<Err: fmt::Display>> Visitor<'_> for Parsed<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(E::custom)
    }
}

/// Has serde read a type from its text.
macro_rules! read_from_text {
    ($($type:ty),*) => {
        $(impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                crate::text::parsed(from)
            }
        })*
    };
}
pub(crate) use read_from_text;

/// The number that decimal digits and nothing else spell.
pub(crate) fn digits(text: &[u8]) -> Option<u32> {
    text.iter().try_fold(0_u32, |number, byte| {
        let digit = u32::from(byte.wrapping_sub(b'0'));
        (digit < 10).then(|| number * 10 + digit)
    })
}

fn checked(text: String, limit: usize) -> Result<String, TextError> {
    if text.trim().is_empty() {
        return Err(TextError::Blank);
    }
    let length = text.chars().count();
    if length > limit {
        return Err(TextError::TooLong { length, limit });
    }
    Ok(text)
}

/// A person's own words: any script, emoji, line breaks; 1 to 20,000 characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Note(String);

impl Note {
    /// The most characters a note may have: about ten printed pages.
    pub const LIMIT: usize = 20_000;

    /// Takes a text as it is.
    ///
    /// # Errors
    /// [`TextError::Blank`] or [`TextError::TooLong`].
    pub fn new(text: impl Into<String>) -> Result<Self, TextError> {
        checked(text.into(), Self::LIMIT).map(Self)
    }

    /// Takes what a form field holds: nothing written is no note.
    ///
    /// # Errors
    /// [`TextError::TooLong`].
    pub fn from_field(text: &str) -> Result<Option<Self>, TextError> {
        match Self::new(text) {
            Ok(note) => Ok(Some(note)),
            Err(TextError::Blank) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// The words.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Note {
    type Error = TextError;

    fn try_from(text: String) -> Result<Self, TextError> {
        Self::new(text)
    }
}

impl From<Note> for String {
    fn from(note: Note) -> Self {
        note.0
    }
}

/// A short label: one of Ebb's suggestions or the person's own, 1 to 80 characters on one line.
///
/// A suggestion is stored as `#` and its name, so that it reads in whatever language the app is
/// set to; a person's own words are stored as they are.
///
/// ```
/// use ebb_core::text::Tag;
///
/// let own = Tag::own("  Payday ").unwrap();
/// assert_eq!(own.as_str(), "Payday");
/// assert_eq!(Tag::suggested("stress").suggestion(), Some("stress"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Tag(String);

impl Tag {
    /// The most characters a tag may have.
    pub const LIMIT: usize = 80;
    const MARK: char = '#';

    /// A person's own label, trimmed.
    ///
    /// # Errors
    /// [`TextError`] when blank, too long, of several lines, or beginning with `#`.
    pub fn own(text: &str) -> Result<Self, TextError> {
        let text = text.trim();
        if text.starts_with(Self::MARK) {
            return Err(TextError::NotATag);
        }
        Self::try_from(text.to_owned())
    }

    /// One of Ebb's own suggestions, by its name.
    #[must_use]
    pub fn suggested(name: &str) -> Self {
        Self(format!("{}{name}", Self::MARK))
    }

    /// The suggestion's name, when this is one.
    #[must_use]
    pub fn suggestion(&self) -> Option<&str> {
        self.0.strip_prefix(Self::MARK)
    }

    /// As stored.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Tag {
    type Error = TextError;

    fn try_from(text: String) -> Result<Self, TextError> {
        let text = checked(text, Self::LIMIT)?;
        if text.chars().any(char::is_control) {
            return Err(TextError::NotATag);
        }
        Ok(Self(text))
    }
}

impl From<Tag> for String {
    fn from(tag: Tag) -> Self {
        tag.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_keeps_emoji_and_right_to_left_text_as_written() {
        let text = "\u{202e}שלום 🙏🏽\n  عربي";
        assert_eq!(Note::new(text).unwrap().as_str(), text);
    }

    #[test]
    fn a_note_of_100_kb_is_refused_with_its_length() {
        let long = "x".repeat(100_000);
        assert_eq!(
            Note::new(long),
            Err(TextError::TooLong {
                length: 100_000,
                limit: 20_000
            })
        );
    }

    #[test]
    fn an_empty_field_is_no_note() {
        assert_eq!(Note::from_field(" \n "), Ok(None));
    }

    #[test]
    fn own_words_cannot_pose_as_a_suggestion() {
        assert_eq!(Tag::own("#stress"), Err(TextError::NotATag));
        assert_eq!(Tag::own("two\nlines"), Err(TextError::NotATag));
    }
}
