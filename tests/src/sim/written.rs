//! What a schedule writes into a journal: a participant's, or a therapist's desk.

use ebb_core::desk::{DeskEntry, DeskNote, SentItems};
use ebb_core::journal::{EntryList, RecordId};
use ebb_core::log::Entry;
use ebb_core::text::Note;

use crate::diary::{craving, noted, rerating};

/// Entries of one journal, as far as a schedule needs them.
pub trait Written: EntryList + Send + Sync + 'static {
    /// One that holds these words.
    fn noted(words: &str) -> Self;

    /// The words, of one that holds any.
    fn words(&self) -> Option<&str>;

    /// One without words.
    fn wordless() -> Self;

    /// Whether it is such a one.
    fn is_wordless(&self) -> bool;

    /// One that belongs to another, where the journal has such.
    fn belonging_to(root: RecordId) -> Self;
}

impl Written for Entry {
    fn noted(words: &str) -> Self {
        noted(words)
    }

    fn words(&self) -> Option<&str> {
        match self {
            Self::CheckIn(checkin) => checkin.note.as_ref().map(Note::as_str),
            _ => None,
        }
    }

    fn wordless() -> Self {
        craving(7)
    }

    fn is_wordless(&self) -> bool {
        matches!(self, Self::Craving(_))
    }

    fn belonging_to(root: RecordId) -> Self {
        rerating(root, 3, 10)
    }
}

/// About whom everything on the desk of a schedule is.
const PERSON: u128 = 77;

impl Written for DeskEntry {
    fn noted(words: &str) -> Self {
        Self::Note(DeskNote {
            person: RecordId::next(None, 0, PERSON),
            words: Note::new(words).unwrap(),
        })
    }

    fn words(&self) -> Option<&str> {
        match self {
            Self::Note(note) => Some(note.words.as_str()),
            _ => None,
        }
    }

    fn wordless() -> Self {
        Self::Sent(SentItems {
            person: RecordId::next(None, 0, PERSON),
            items: vec![craving(7)],
        })
    }

    fn is_wordless(&self) -> bool {
        matches!(self, Self::Sent(_))
    }

    fn belonging_to(_: RecordId) -> Self {
        Self::wordless()
    }
}
