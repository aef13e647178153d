//! Where the journal is kept: one protocol for every kind of storage.
//!
//! A storage is a [`Backend`]: four [`Table`]s of keys and bytes, and transactions that are on the
//! disk, whole, when they are acknowledged. A [`Store`] keeps a journal in one:
//!
//! | table | key | bytes |
//! |---|---|---|
//! | `records` | a record's id | that record, as [`encode`](crate::journal::encode) writes it |
//! | `segments` | a ULID: of several records stored by one action the first id, else a fresh one | at most 64 records when this build writes it: see [`read_segment`] |
//! | `drafts` | the form's name | whatever the form writes |
//! | | `front` | what the first screen showed last: see [`Store::keep_front`] |
//! | `meta` | `format` | the layout, a decimal number: [`LAYOUT`]; none is layout 1 |
//! | | `turn` | a ULID, a new one at every rewriting |
//! | | `sealing` | `1` once the store is to be sealed |
//! | | anything else | belongs to whoever uses the store |
//!
//! In a sealed store the bytes of the first three are what [`Seal::seal`] makes of them, at the
//! place `table/key`. While a lock is put on or taken off, sealed and plain bytes stand side by
//! side; [`is_sealed`] tells them apart.
//!
//! What keeps this from losing anything:
//! - Bytes under a key in `records` and `segments` never change. They are added, and at some time
//!   deleted, so a half-done rewriting can at worst leave a record twice, which is one record.
//! - Nothing is deleted before what replaces it has been read back.
//! - What cannot be read is never packed and never deleted, only set aside.
//! - Every rewriting checks in its own transaction that the turn is the one it started from.

mod backend;
mod contents;
mod convert;
mod front;
mod memory;
mod seal;
mod segment;
mod shelf;
mod small;
mod tidy;

pub use backend::{Backend, Op, StoreError, Stored, Table};
pub use contents::{Aside, Keys, LAYOUT, Opened, Stats, Unreadable};
pub use convert::{Conversion, Progress};
pub use memory::{Held, Memory, apply};
pub use seal::{Locked, SEALED, Seal, Unsealable, is_sealed};
pub(crate) use segment::crc32;
pub use segment::{SEGMENT_FORMAT, read_segment, write_segment};
pub use shelf::{Limits, Store};
