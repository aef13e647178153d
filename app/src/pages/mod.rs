//! The screens, one file each. They read state and send events; rules live in core.

mod assess;
mod backup;
mod checkin;
mod craving;
mod discretion;
mod dynamic_form;
mod entry;
mod exercises;
mod family;
mod followup;
mod helped;
mod history;
mod insight;
#[cfg(debug_assertions)]
mod kit;
mod lazy;
mod lessons;
mod lock;
mod not_found;
mod now;
mod people;
mod plans;
mod player;
mod programme;
mod reading;
mod recovery_progress;
mod review;
mod settings;
mod share;
mod shortcuts;
mod slip;
mod sos;
mod today;
mod unlock;
mod welcome;

pub use craving::CravingPage;
#[cfg(debug_assertions)]
pub use kit::kit;
pub use lazy::{LazyScreen, lazy_piece, lazy_screen, lazy_silent, prefetch, unless_locked, warm};
pub use not_found::NotFoundPage;
pub use now::NowPage;

use backup::BackupPage;
use checkin::CheckInPage;
use exercises::ExercisesPage;
use followup::FollowUpPage;
use history::HistoryPage;
use insight::InsightPage;
use lock::LockPage;
use people::People;
use plans::PlansPage;
use player::PlayerPage;
use programme::ProgrammePage;
use review::ReviewPage;
use settings::SettingsPage;
use share::SharePage;
use shortcuts::Shortcuts;
use slip::SlipPage;
use sos::SosPage;
use today::{HomeCacheKeeper, TodayList};
use unlock::UnlockPage;
use welcome::{ExampleBar, WelcomePage};
