//! The meaning of Ebb, without a browser, a clock or a random source.
//!
//! | to find | look in |
//! |---|---|
//! | texts, days and moments, ratings | `text`, `time`, `rating` |
//! | an append-only journal of any kind of entry, and how it merges | `journal` |
//! | how it is kept on any storage | `store` |
//! | how it is sealed | `vault` |
//! | what a person writes, one file for each kind | `log` |
//! | exercises, lessons, questionnaires, help lines | `content` |
//! | what a screen asks of a journal | `queries` |
//! | what it shows when one looks back, and where that goes on a screen | `insight`, `chart` |
//! | how it leaves | `backup`, `share`, `export` |
//! | what it looks like before there is anything | `example` |
//!
//! A module imports only what stands above it in this table. `cargo xtask imports` holds that.
//!
//! Time and randomness are arguments everywhere, so every behaviour can be replayed in a test.
//!
//! # From a craving to a backup
//!
//! What a person does is an `log::Action`. The journal prepares records for it; once
//! a storage has them, it absorbs them. The state follows from the records alone.
//!
//! ```
//! use ebb_core::log::Craving;
//! use ebb_core::log::{Action, Entry, Journal};
//! use ebb_core::journal::{DeviceId, Stamp, decode, encode};
//! use ebb_core::time::{DayBoundary, Moment};
//! use ebb_core::rating::Rating;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! // Log a craving.
//! let mut journal = Journal::default();
//! let entry = Entry::Craving(Craving::of(Rating::new(7)?));
//! let mut drawn = 0;
//! let mut stamp = Stamp {
//!     now: "2026-11-25T18:30:00.000-05:00".parse::<Moment>()?,
//!     device: DeviceId::new(1),
//!     boundary: DayBoundary::default(),
//!     random: &mut || { drawn += 1; drawn },
//! };
//! let records = journal.prepare(&Action::Log { entry, happened_at: None }, &mut stamp)?;
//!
//! // Fold: bytes in a storage, and a journal out of them.
//! let stored = records.iter().map(encode).collect::<Result<Vec<_>, _>>()?;
//! for bytes in &stored {
//!     journal.absorb(decode(bytes)?);
//! }
//!
//! // Look back.
//! use ebb_core::insight::{LookBack, Span};
//! let today = stamp.now.local_day(stamp.boundary);
//! let week = LookBack::over(&journal, Span::ending(today, 7)?, today);
//! assert_eq!(week.totals.cravings.n(), 1);
//! assert_eq!(week.totals.days_missing, 0);
//!
//! // Merge what another device has: a union, in any order, as often as one likes.
//! let mut other = Journal::default();
//! other.merge(&journal);
//! other.merge(&journal);
//! assert_eq!(other, journal);
//! # Ok(())
//! # }
//! ```
//!
//! # Sealing
//!
//! With the feature `vault`, which is on unless switched off, stored values are sealed with a key
//! that only the person's passphrase opens:
//!
//! ```
//! # #[cfg(feature = "vault")]
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use ebb_core::store::Seal;
//! use ebb_core::vault::{DataKey, Sealer, StoreId};
//!
//! // In a program these come from a cryptographic source of randomness.
//! let mut drawn = 0;
//! let mut random = move || { drawn += 1; drawn };
//! let key = DataKey::random(&mut random);
//! let sealer = Sealer::new(&key, StoreId::new(random()), Box::new(move || Some(random())));
//! let sealed = sealer.seal("records/one", b"a hard evening")?;
//! assert_eq!(sealer.open("records/one", &sealed)?, b"a hard evening");
//! // Bound to its place: moved elsewhere it does not open.
//! assert!(sealer.open("records/two", &sealed).is_err());
//! # Ok(())
//! # }
//! # #[cfg(not(feature = "vault"))]
//! # fn main() {}
//! ```
//!
//! The whole journal leaves as a file in `backup`; `examples/read_backup.rs` reads one.
//!
//! # Sharing
//!
//! A part of a journal leaves sealed for a therapist's key, or by a phrase that is told by voice.
//! What is chosen is all that leaves:
//!
//! ```
//! # #[cfg(feature = "vault")]
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use ebb_core::log::CheckIn;
//! use ebb_core::log::Craving;
//! use ebb_core::log::{Action, Entry, Journal};
//! use ebb_core::journal::{DeviceId, Stamp};
//! use ebb_core::time::{DayBoundary, Moment};
//! use ebb_core::rating::Rating;
//! use ebb_core::share::{self, Category, Opener, Phrase, Preset, Selection, ShareLimits, sealed_for_phrase};
//! use ebb_core::vault::WorkFactor;
//!
//! # let now: Moment = "2026-11-25T18:30:00.000-05:00".parse()?;
//! # let mut journal = Journal::default();
//! # let mut drawn = 0;
//! # let mut random = move || { drawn += 1; drawn };
//! # let mut stamp = Stamp {
//! #     now,
//! #     device: DeviceId::new(1),
//! #     boundary: DayBoundary::default(),
//! #     random: &mut random,
//! # };
//! # let mood = CheckIn { mood: Some(Rating::new(4)?), ..CheckIn::default() };
//! # for entry in [Entry::Craving(Craving::of(Rating::new(7)?)), Entry::CheckIn(mood)] {
//! #     for record in journal.prepare(&Action::Log { entry, happened_at: None }, &mut stamp)? {
//! #         journal.absorb(record);
//! #     }
//! # }
//! // Select: of a journal with a craving and a check-in, the craving.
//! let today = now.local_day(DayBoundary::default());
//! let mut selection = Selection::preset(Preset::NextAppointment, &journal, today, None);
//! selection.kinds = [Category::Cravings].into();
//! // `random` stands for a cryptographic source of randomness.
//! let person = share::new_person(random());
//! let terms = share::Terms::new(person, "a secret of the person", now, "Private.");
//! let bundle = share::bundle(&journal, &selection, &terms)?;
//!
//! // Seal.
//! let phrase = Phrase::new(random());
//! let file = sealed_for_phrase(&bundle, &phrase, WorkFactor::FLOOR)?;
//!
//! // Open, on the other side, where the phrase was heard and typed.
//! let heard = Phrase::parse(&phrase.text().to_uppercase())?;
//! let limits = ShareLimits::default();
//! let opened = share::open(&file, Opener::Phrase(&heard), &limits)?;
//! let shared = share::read(&opened, &limits)?;
//! let kinds: Vec<_> = shared.journal.entries().map(|(_, r)| r.entry.kind()).collect();
//! assert_eq!((shared.person, kinds), (person, vec!["craving"]));
//! # Ok(())
//! # }
//! # #[cfg(not(feature = "vault"))]
//! # fn main() {}
//! ```
//!
//! # Features
//!
//! All are on by default except the last two. Each brings what it needs, so that scoring a PHQ-9
//! takes `default-features = false, features = ["instruments"]`.
//!
//! | feature | what for |
//! |---|---|
//! | `journal` | `time`, `journal`, `log`, `import`, and `backup` as far as nothing is sealed |
//! | `store` | `store` |
//! | `vault` | `vault`; sealed backups and shares; brings `age` and ChaCha20-Poly1305 |
//! | `instruments` | `content::instrument` |
//! | `content` | the rest of `content`, `queries`, `example`, `block_game` |
//! | `insight` | `insight`, `chart` |
//! | `share` | `share` |
//! | `export` | `export` |
//! | `strength` | the estimate of a passphrase's strength |
//! | `browser` | lets `age` draw its randomness from Web Crypto on `wasm32-unknown-unknown` |
#![forbid(unsafe_code)]

#[cfg(feature = "journal")]
pub mod backup;
#[cfg(feature = "content")]
pub mod block_game;
#[cfg(feature = "insight")]
pub mod chart;
#[cfg(feature = "instruments")]
pub mod content;
#[cfg(any(feature = "store", feature = "share"))]
mod crc32;
#[cfg(feature = "share")]
pub mod desk;
#[cfg(feature = "content")]
pub mod example;
#[cfg(feature = "export")]
pub mod export;
#[cfg(feature = "journal")]
pub mod import;
#[cfg(feature = "insight")]
pub mod insight;
#[cfg(feature = "journal")]
pub mod journal;
#[cfg(feature = "journal")]
pub mod log;
#[cfg(feature = "content")]
pub mod queries;
#[cfg(feature = "journal")]
pub mod rating;
#[cfg(feature = "share")]
pub mod share;
#[cfg(feature = "store")]
pub mod store;
#[cfg(feature = "journal")]
pub mod text;
#[cfg(feature = "journal")]
pub mod time;
#[cfg(feature = "vault")]
pub mod vault;
