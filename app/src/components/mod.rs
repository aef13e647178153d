//! The parts screens are made of. None of them knows what a craving is.

pub mod chart;
mod chip;
mod chips;
mod confirm;
mod field;
mod file_box;
mod form_field;
mod page;
pub mod pick;
mod pieces;
mod save_bar;
mod scale;
mod secret;
mod shell;
mod slowly;
mod span_bar;
mod table;
mod wave;
mod when;

pub use chip::{chip, tick_box};
pub use chips::{ManyChips, OneChip};
pub use confirm::Confirm;
pub use field::{Lines, Word};
pub use file_box::FileBox;
pub use form_field::{own_words, when_it_was};
pub use page::{Page, Problem};
pub use pieces::{Piece, one_by_one, pieces};
pub use save_bar::SaveBar;
pub use scale::Scale;
pub use secret::{Secret, Strength};
pub use shell::Shell;
pub use slowly::slowly;
pub use span_bar::{SpanBar, this_week};
pub use table::folded_table;
pub use wave::{BrandWave, Wave};
pub use when::when;
