//! A therapist's desk: shares of many people kept side by side, with what the therapist writes
//! about them. It is a journal of its own kind of entries ([`DeskEntry`]), so it is stored, sealed,
//! erased and merged by the same code as a participant's.
//!
//! 1. [`take_in`] says what keeping a share means, or why it is refused: it is not from the person it
//!    claims, it was made for somebody else, or its time is over.
//! 2. [`Caseload`] has a line of numbers for each [`Client`], and [`Order`] says who comes first. It is
//!    made of digests, which are kept beside the shares, so that the list needs none of these.
//! 3. [`CaseloadPerson::read`] reads one of them: their shares, and all that these say as one.
//! 4. [`expired`] and [`all_of`] name what has to go.

pub mod backup;
mod caseload;
mod digest;
#[cfg(feature = "export")]
mod export;
mod numbers;
mod person;
mod take_in;

use serde::{Deserialize, Serialize};

pub use caseload::Caseload;
#[cfg(feature = "export")]
pub use export::{caseload_csv, caseload_fhir};
pub use numbers::{CaseloadRow, Order, Week};
pub use person::{CaseloadPerson, ClientRecords, Fate, fates};
pub use take_in::{DeskError, all_of, client_of, expired, take_in};

use crate::journal::{self, EntryList, Payload, RecordId};
use crate::log::Entry;
use crate::share::{PublicKey, Signer};
use crate::text::{Note, Tag};
use crate::time::{LocalDay, Moment};

/// The journal of a desk.
pub type DeskJournal = journal::Journal<DeskEntry>;
/// What is done to it.
pub type DeskAction = journal::Action<DeskEntry>;
/// Where it is kept.
#[cfg(feature = "store")]
pub type DeskStore<B> = crate::store::Store<B, DeskEntry>;

/// Somebody whose shares are kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Client {
    /// The name under which they share with this therapist: random, and nothing else.
    pub person: RecordId,
    /// What the therapist calls them.
    pub name: Tag,
    /// The key of the first share, or one that took its place by its own word. `None` while nothing
    /// was signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signer: Option<Signer>,
    /// Their key for what is sent back, `age1…`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply: Option<String>,
    /// Whether the words of these keys were compared.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub verified: bool,
}

impl Client {
    /// The key for what is sent back.
    #[must_use]
    pub fn reply_key(&self) -> Option<PublicKey> {
        PublicKey::parse(self.reply.as_deref()?).ok()
    }
}

/// A share that is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Received {
    /// Whose it is.
    pub person: RecordId,
    /// When it was made, by the clock of that device.
    pub issued_at: Moment,
    /// The last day on which it may be kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<LocalDay>,
    /// The bundle as it was opened, with its signature.
    pub bundle: String,
}

/// A note of the therapist. It is never sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeskNote {
    /// About whom.
    pub person: RecordId,
    /// The words.
    pub words: Note,
}

/// What was set for somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SentItems {
    /// For whom.
    pub person: RecordId,
    /// Assignments and goals.
    pub items: Vec<Entry>,
}

/// What is kept on a desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DeskEntry {
    /// Somebody.
    Client(Client),
    /// A share.
    Received(Received),
    /// A note.
    Note(DeskNote),
    /// Assignments.
    Sent(SentItems),
    /// A tombstone.
    Deleted,
}

impl DeskEntry {
    /// Whom it is about; a tombstone is about nobody.
    #[must_use]
    pub const fn person(&self) -> Option<RecordId> {
        match self {
            Self::Client(Client { person, .. })
            | Self::Received(Received { person, .. })
            | Self::Note(DeskNote { person, .. })
            | Self::Sent(SentItems { person, .. }) => Some(*person),
            Self::Deleted => None,
        }
    }
}

impl EntryList for DeskEntry {
    fn kind(&self) -> &'static str {
        match self {
            Self::Client(_) => Client::KIND,
            Self::Received(_) => Received::KIND,
            Self::Note(_) => DeskNote::KIND,
            Self::Sent(_) => SentItems::KIND,
            Self::Deleted => "deleted",
        }
    }

    fn deleted() -> Self {
        Self::Deleted
    }

    fn is_deleted(&self) -> bool {
        matches!(self, Self::Deleted)
    }
}

macro_rules! payloads {
    ($($kind:ident as $variant:ident = $name:literal,)*) => {
        $(
            impl Payload<DeskEntry> for $kind {
                const KIND: &'static str = $name;

                fn of(entry: &DeskEntry) -> Option<&Self> {
                    match entry {
                        DeskEntry::$variant(held) => Some(held),
                        _ => None,
                    }
                }
            }
        )*
    };
}

payloads! {
    Client as Client = "client",
    Received as Received = "received",
    DeskNote as Note = "note",
    SentItems as Sent = "sent",
}
