//! The state of the running app, split by what changes together: this visit, what the person has
//! chosen, the one message, the journal, the lock. Each is a small handle that any component asks
//! for.

mod absence;
pub mod aloud;
pub mod backup;
mod calendar;
pub mod clinician_session;
pub mod content;
pub mod desk;
mod draft;
pub mod forms;
mod journal;
pub mod keepsakes;
pub mod lessons_read;
pub mod meetings;
mod notices;
pub mod notifications;
pub mod playing;
mod preferences;
mod private_prefs;
pub mod queries;
pub mod recordings;
mod save_error;
pub mod sealed;
mod session;
pub mod share;
pub mod vault;
mod zones;

use leptos::prelude::*;

pub use calendar::{save_calendar, save_reminders};
pub use content::Loaded;
pub use draft::Draft;
pub use journal::{CancellableTask, JournalContext, UNDO, fetch_what_saves, use_journal};
pub use notices::{Notice, Notices, Told, use_notices};
pub use preferences::{Preferences, use_preferences};
pub use save_error::SaveError;
pub use session::{Opening, Session, start_afresh, take_update, use_session};
pub use vault::{Vault, use_vault};
pub use zones::Clocks;

pub use crate::platform::clock::{now as fresh_now, to_field as moment_field};
pub use crate::platform::device::{StorageTruth, storage_truth};
pub use crate::platform::files::{Picked, copy, copy_secret, dropped, print};
#[cfg(split)]
pub use crate::platform::page::yield_to_browser;
pub use crate::platform::page::{
    first_help, focus_beside, focus_soon, is_free_key, is_on_control, is_wide, link_under,
    show_soon, take_fragment,
};
pub use crate::platform::part::Missing;
pub(crate) use crate::platform::part::part;
pub use crate::platform::prefs;
pub use crate::platform::random::bits64;
pub use crate::platform::zones::here as zone_here;

/// The list of the site's files with their hashes; `None` when it cannot be had, as without network.
pub async fn site_manifest() -> Option<String> {
    crate::platform::content::text("/MANIFEST.txt").await.ok()
}

/// All of them.
#[derive(Clone, Copy)]
pub struct Contexts {
    /// This visit.
    pub session: Session,
    /// The one message.
    pub notices: Notices,
    /// What the person has chosen.
    pub preferences: Preferences,
    /// The journal.
    pub journal: JournalContext,
    /// The lock.
    pub vault: Vault,
}

/// Makes all of them; nothing has begun yet.
pub fn contexts() -> Contexts {
    let (session, notices) = (Session::new(), Notices::new());
    let preferences = Preferences::new(session, notices);
    let journal = JournalContext::new(session, preferences, notices);
    Contexts {
        session,
        notices,
        preferences,
        journal,
        vault: Vault::new(journal),
    }
}

/// Makes the state, gives it to every component and starts everything that fills it.
pub fn start() -> Contexts {
    let contexts = contexts();
    provide_context(contexts.session);
    provide_context(contexts.notices);
    provide_context(contexts.preferences);
    provide_context(contexts.journal);
    provide_context(contexts.vault);
    contexts.preferences.start();
    contexts.journal.start();
    contexts.session.start();
    contexts
}
