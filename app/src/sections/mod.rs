//! What several screens show of the state: between `pages`, which never import each other, and
//! `components`, which read no state.

mod content;
mod crisis;
mod day_counts;
pub mod dynamic_form;
mod example;
pub mod fields;
mod file_ready;
mod form_field;
pub mod helped;
pub mod insight;
mod last_backup;
mod once_open;
mod progress_button;
pub mod questionnaire;
mod reading;
mod review;
mod scan;
mod shell;
mod shortcuts;
mod start;
mod this_week;

pub use content::shelved;
pub use crisis::{RegionChoice, crisis_help, emergency, lines, which_region};
pub use day_counts::{counts_shown, counts_switch, ninety_days};
pub use example::{ExampleBar, example_button, example_offer};
pub use file_ready::file_ready;
pub use form_field::{own_words, save_bar, when_it_was};
pub use last_backup::LastBackup;
pub use once_open::once_open;
pub use progress_button::progress_button;
pub use reading::Reading;
pub use review::review;
pub use scan::scan;
pub use shell::Shell;
pub use shortcuts::{Shortcuts, key_settings};
pub use start::start;
pub use this_week::this_week;
