//! Questionnaires: which there are, and filling one in.

mod fill;
mod list;

pub use fill::FillPage;
pub use list::AssessPage;
