//! The parts screens are made of. They read no state: signals, callbacks and words are passed in.

mod address;
mod browser_truth;
mod card;
pub mod chart;
mod chip;
mod chips;
mod choices;
mod confirm;
mod content;
mod entry_list;
mod evidence;
mod field;
mod file_box;
mod fingerprint;
mod folded;
mod not_found;
mod page;
pub mod pick;
mod pieces;
mod qr;
mod reading_list;
mod save_bar;
mod scale;
mod secret;
mod span_bar;
mod table;
mod wave;
mod when;

pub use address::{
    address_pieces, craving_in_address, id_in_address, rest_of_address, starts_in_address,
};
pub use browser_truth::browser_truth;
pub use card::{card, lines_or};
pub use chip::{chip, tick_box};
pub use chips::{ManyChips, OneChip};
pub use choices::choices;
pub use confirm::Confirm;
pub use content::{exercises_loading, loading, not_there};
pub use entry_list::{Line, Tick, list, live_list};
pub use evidence::evidence;
pub use field::{Lines, Moment, Word};
pub use file_box::FileBox;
pub use fingerprint::{fingerprint_lines, fingerprint_text, numbered_words};
pub use folded::{drawn_when_opened, folded};
pub use not_found::NotFoundPage;
pub use page::{Page, PageContext, Problem};
pub use pieces::{Piece, long_list, one_by_one, pieces};
pub use qr::qr_code;
pub use reading_list::reading_list;
pub use save_bar::SaveBar;
pub use scale::Scale;
pub use secret::{Secret, Strength};
pub use span_bar::{MONTH, SpanBar, WEEK, days_to};
pub use table::{folded_table, table};
pub use wave::{BrandWave, Wave};
pub use when::when;
