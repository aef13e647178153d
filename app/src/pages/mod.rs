//! The screens, one file each. They read state and send events; rules live in core.

mod checkin;
mod craving;
mod entry;
mod exercises;
mod followup;
mod history;
mod insight;
mod not_found;
mod now;
mod people;
mod player;
mod settings;
mod slip;
mod sos;

pub use checkin::CheckInPage;
pub use craving::CravingPage;
pub use entry::EntryPage;
pub use exercises::ExercisesPage;
pub use followup::FollowUpPage;
pub use history::HistoryPage;
pub use insight::InsightPage;
pub use not_found::NotFoundPage;
pub use now::NowPage;
pub use player::PlayerPage;
pub use settings::SettingsPage;
pub use slip::SlipPage;
pub use sos::SosPage;
