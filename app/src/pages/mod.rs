//! The screens, one file or folder each, which never import each other. They read state and send
//! events; rules live in core.

mod assess;
mod backup;
mod checkin;
mod craving;
mod desk;
mod exercises;
mod find;
mod followup;
mod history;
mod if_then;
mod import;
mod insight;
#[cfg(debug_assertions)]
mod kit;
mod lessons;
mod lock;
mod now;
mod people;
mod plans;
mod player;
mod programme;
mod reminders;
mod review;
mod settings;
mod share;
mod slip;
mod sos;
mod today;
mod trial;
mod welcome;

pub use assess::{AssessPage, FillPage};
pub use backup::BackupPage;
pub use checkin::CheckInPage;
pub use craving::CravingPage;
pub use desk::DeskPage;
pub use exercises::ExercisesPage;
pub use find::FindPage;
pub use followup::FollowUpPage;
pub use history::HistoryPage;
pub use if_then::IfThenPage;
pub use import::ImportPage;
pub use insight::InsightPage;
#[cfg(debug_assertions)]
pub use kit::kit;
pub use lessons::{LessonPage, LessonsPage};
pub use lock::{LockPage, UnlockPage};
pub use now::NowPage;
pub use people::People;
pub use plans::PlansPage;
pub use player::PlayerPage;
pub use programme::ProgrammePage;
pub use reminders::RemindersPage;
pub use review::ReviewPage;
pub use settings::SettingsPage;
pub use share::SharePage;
pub use slip::SlipPage;
pub use sos::SosPage;
pub use today::{HomeCacheKeeper, TodayList};
pub use trial::TrialPage;
pub use welcome::WelcomePage;
