//! Words from somebody else's file, made safe to show.
//!
//! Ebb never shows a text as anything but text. What remains are characters that turn the reading
//! direction around, so that a line reads as what it is not, and control characters.

use std::borrow::Cow;

use super::walk::{Walker, walk};
use crate::log::Entry;
use crate::text::{Note, Tag};

/// What stands in the place of a character that is not shown.
const REPLACEMENT: char = '\u{fffd}';

/// The embeddings, overrides and isolates of Unicode's bidirectional algorithm (UAX 9), and all
/// control characters but tab and line feed.
fn is_hidden(character: char) -> bool {
    matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        || character.is_control() && !matches!(character, '\n' | '\t')
}

/// The text with a replacement for every character that could make it read as another one.
/// Right-to-left *letters* are left as they are.
#[must_use]
pub fn shown(text: &str) -> Cow<'_, str> {
    if !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    let text = text.replace("\r\n", "\n");
    Cow::Owned(text.replace(is_hidden, &REPLACEMENT.to_string()))
}

struct Shown;

impl Walker for Shown {
    fn tag(&mut self, tag: &mut Tag) {
        if let Cow::Owned(text) = shown(tag.as_str())
            && let Ok(safe) = Tag::try_from(text)
        {
            *tag = safe;
        }
    }

    fn note(&mut self, note: &mut Note) {
        if let Cow::Owned(text) = shown(note.as_str())
            && let Ok(safe) = Note::new(text)
        {
            *note = safe;
        }
    }

    fn name(&mut self, name: &mut String) {
        if let Cow::Owned(text) = shown(name) {
            *name = text;
        }
    }
}

/// Does that to every word of an entry.
pub(super) fn make_safe(entry: &mut Entry) {
    walk(entry, &mut Shown);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overrides_are_replaced_and_right_to_left_letters_stay() {
        assert_eq!(shown("not\u{202e}taken"), "not\u{fffd}taken");
        assert_eq!(shown("\u{2066}a\u{2069}\u{7}"), "\u{fffd}a\u{fffd}\u{fffd}");
        assert!(matches!(shown("שלום\nعربي"), Cow::Borrowed(_)));
        assert_eq!(shown("one\r\ntwo"), "one\ntwo");
    }
}
