//! What a therapist sees of a share, and a participant in its preview: the same, of the same
//! bytes.
//!
//! A screen goes like this:
//! 1. [`sealed_for`](super::sealed_for) the file, ask for the phrase or the own identity, `open`
//!    in the worker, [`read`](super::read()), [`Shares::add`](super::Shares::add).
//! 2. Show of the [`Share`](super::Share) who it says it is from: `issued_at`, `first` to `last`,
//!    `counts`, `left_out`, `notice`, and `unreadable`, `oversized`, `ahead` when they are not 0.
//! 3. [`agenda`], then [`timeline`] with a [`Filter`], charts from
//!    [`LookBack::over`](crate::insight::LookBack::over) on `share.journal` and
//!    [`Share::span`](super::Share::span), [`results`] item by item,
//!    [`goals`](crate::queries::goals), [`assignments`](crate::queries::assignments) and
//!    [`effects_in`](crate::insight::effects_in) on `share.journal`.
//! 4. With two shares, [`compare`].
//!
//! Nothing here says how a person is doing: it is later minus earlier, each with its n, and a word
//! about it only where chance alone would rarely bring as much
//! ([`thresholds`](crate::insight::thresholds)).

mod agenda;
mod changes;
mod in_numbers;
mod results;
mod timeline;

pub use agenda::{Flag, ReviewAgenda, Talk, agenda};
pub use changes::{Comparison, ReviewMeasure, Shifted, Value, changes, compare};
pub(crate) use changes::{finished, scores_told};
pub use in_numbers::{InNumbers, in_numbers};
pub use results::{ItemRow, Series, item_rows, results};
pub use timeline::{Filter, timeline};
