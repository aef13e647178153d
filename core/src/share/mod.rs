//! Sharing with a therapist, without a server.
//!
//! # For the one who shares
//! A [`Selection`] says what goes; [`bundle`](fn@bundle) makes the bytes; `seal` puts them into an
//! `age` file for keys or by a `Phrase`. What is previewed is what those very bytes say when
//! they are [`read`] again: there is no second rendering.
//!
//! ```
//! use ebb_core::log::Journal;
//! use ebb_core::time::{DayBoundary, Moment};
//! use ebb_core::share::{self, Preset, Selection, ShareLimits};
//!
//! let journal = Journal::default();
//! let now: Moment = "2026-11-25T09:00:00.000-05:00".parse().unwrap();
//! let today = now.local_day(DayBoundary::default());
//! let selection = Selection::preset(Preset::NextAppointment, &journal, today, None);
//! let terms = share::Terms::new(share::new_person(42), "a secret", now, "Private.");
//! let bytes = share::bundle(&journal, &selection, &terms).unwrap();
//! let preview = share::read(&bytes, &ShareLimits::default()).unwrap();
//! assert_eq!((preview.person, preview.entries()), (terms.person, 0));
//! ```
//!
//! # For the one who reads
//! [`sealed_for`] says of a file, without opening it, whether a phrase or a key is wanted. `open`
//! (in the worker: a phrase is slow on purpose) gives the bundle, [`read`] a [`Share`], which holds
//! a [`Journal`]: everything that looks at a journal looks at a share as well. [`review`] has what
//! a therapist sees first. [`Shares`] keeps those of one person and refuses another person's.
//!
//! # What a bundle does not hold
//! No device, no time of writing, and no id of the journal: an entry has the same id in every share
//! with one recipient and another one for everybody else. What was not chosen leaves
//! no trace: the same bytes come out when it had never been written
//! (`share_properties.rs` holds that), except that a name which is known from it is still masked.
//! Only the [name of the person](crate::log::ShareKey::person) is the same in all shares with one
//! recipient.
//!
//! # Who it is from
//! A bundle for a key is signed ([`sign`]) by a key that the person uses for this recipient alone;
//! [`read`] refuses one whose signature does not fit and says who signed. Whoever keeps shares
//! keeps the key of the first one, too, and asks of each later one whether it
//! [`follows`](Share::follows). [`Share::check`] refuses what was made for somebody else.

mod assignment;
mod bundle;
mod card;
mod category;
mod choice;
mod code;
mod envelope;
#[cfg(feature = "vault")]
mod fingerprint;
#[cfg(feature = "vault")]
mod identity;
mod key;
mod link;
#[cfg(feature = "vault")]
mod phrase;
mod read;
mod redact;
pub mod review;
#[cfg(feature = "vault")]
mod seal;
mod selection;
mod shown;
mod signing;
mod walk;
#[cfg(feature = "vault")]
mod words;

pub(crate) use assignment::is_taken;
pub use assignment::{MOST_ITEMS, Offer, is_accepted, offer, read_offer};
pub use bundle::{Terms, bundle, new_person, sign};
pub use card::Card;
pub use category::Category;
pub use choice::{recipients, share_key, share_secrets, shares};
#[cfg(feature = "vault")]
pub use fingerprint::{file_numbers, number_words, numbers};
#[cfg(feature = "vault")]
pub use identity::{Identity, IdentityError, renewals};
pub use key::{KeyError, PublicKey};
pub use link::{LINK_LIMIT, Link, LinkError, LinkKind, QR_LIMIT, link, read_link};
#[cfg(feature = "vault")]
pub use phrase::{Phrase, PhraseError};
pub(crate) use read::read_again;
pub use read::{Share, Shares, read};
#[cfg(feature = "vault")]
pub use seal::{Opener, open, sealed_for_keys, sealed_for_phrase};
pub use selection::{FIRST_DAYS, Preset, Selection, last_share};
pub use shown::shown;
pub use signing::{Renewal, Signer, SigningKey};
#[cfg(feature = "vault")]
pub use words::{ENGLISH_WORDS, SPANISH_WORDS};

use serde::{Deserialize, Serialize};

use crate::log::Journal;

/// The format this build writes, and the newest it reads.
pub const FORMAT: u16 = 2;
/// What a bundle of a share says it is.
const NAME: &str = "share";
/// Bundles are filled up with spaces to a multiple of this, so that the size tells less and a cut
/// can be told from damage. Less than for a backup, so that a few entries fit into a link.
const PADDED_TO: usize = 512;

/// What is read at most, so that a hostile file cannot use up memory or time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShareLimits {
    /// Bytes of the file, and of the bundle inside.
    pub bytes: usize,
    /// Entries in the bundle.
    pub entries: usize,
    /// Bytes of one entry. A larger one is left out and counted.
    pub entry_bytes: usize,
    /// The work factor of a phrase, as the logarithm of scrypt's N.
    pub work: u8,
}

impl Default for ShareLimits {
    /// 64 MiB, 100,000 entries of 512 KiB each, and 2^20 rounds.
    fn default() -> Self {
        Self {
            bytes: 64 * 1024 * 1024,
            entries: 100_000,
            entry_bytes: 512 * 1024,
            work: 20,
        }
    }
}

/// Why a file is not something that can be read. Nothing has been changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum ShareError {
    /// Not an `age` file at all.
    #[error("not an age file")]
    NotAge,
    /// It was sealed for a key, and a phrase was given.
    #[error("the file was sealed for a key, not by a phrase")]
    NeedsKey,
    /// It was sealed by a phrase, and a key was given.
    #[error("the file was sealed by a phrase, not for a key")]
    NeedsPhrase,
    /// The phrase does not open it.
    #[error("this is not the phrase of the file")]
    WrongPhrase,
    /// It was sealed for other keys.
    #[error("the file was sealed for another key")]
    WrongKey,
    /// The end is missing, or was changed.
    #[error("the file is not complete")]
    Incomplete,
    /// Not as it was written.
    #[error("the file is damaged")]
    Damaged,
    /// The file asks for more work than is allowed, 2 to this power.
    #[error("the file asks for too much work (2^{0})")]
    TooHeavy(u8),
    /// More bytes than are read.
    #[error("the file is too large")]
    TooLarge,
    /// More entries than are read.
    #[error("the file holds too many entries")]
    TooManyEntries,
    /// Written by a newer Ebb, or by a newer `age`.
    #[error("the file was written by a newer version")]
    Newer,
    /// A backup of Ebb was inside: the whole journal, which is for nobody else.
    #[error("this is a backup, not a share")]
    ABackup,
    /// Assignments were inside where a share was expected.
    #[error("these are assignments, not a share")]
    AnAssignment,
    /// A share was inside where assignments were expected.
    #[error("this is a share, not assignments")]
    AShare,
    /// Something else was inside.
    #[error("not a file of Ebb")]
    Foreign,
    /// The signature does not fit what was signed.
    #[error("the signature is not that of the content")]
    Forged,
    /// Signed for another recipient, who has passed it on.
    #[error("the file was made for another recipient")]
    OtherRecipient,
    /// It may not be kept any more.
    #[error("the file may not be kept any more")]
    Expired,
    /// Another key than before signed for this person.
    #[error("another key than before signed for this person")]
    OtherSigner,
    /// The person's shares are signed, and this one is not.
    #[error("the person signs their shares, and this one is not signed")]
    NotSigned,
    /// The share of another person.
    #[error("the shares are of different people")]
    OtherPerson,
}

/// Why something could not be written. Only a failure inside serialisation can cause it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an entry could not be written")]
pub struct NotWritten;

/// Which secret opens a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SealedFor {
    /// A phrase.
    Phrase,
    /// A key, of so many.
    Keys(usize),
    /// Nothing: it is a bundle as it is, such as assignments that were not sealed.
    Plain,
}

/// Says how a file was sealed by its first lines, without opening it.
///
/// # Errors
/// [`ShareError`] when it is no such file, or cut before that can be seen.
pub fn sealed_for(file: &[u8]) -> Result<SealedFor, ShareError> {
    envelope::sealed_for(file)
}

/// The name that the journal of this person uses for sharing, if there is one.
#[must_use]
pub fn person_of(journal: &Journal) -> Option<crate::journal::RecordId> {
    share_key(journal).map(|key| key.person)
}
