//! What shows reminders as notifications while Ebb is open. It shows nothing on the screen.

use leptos::prelude::*;

use crate::components::when;
use crate::i18n;
use crate::state::notifications::show_due_reminders;
use crate::state::{Opening, use_journal, use_preferences, use_session};

/// Has `watch` there while the person wants notifications and the journal is open: never while Ebb is
/// locked.
pub fn while_notifications_are_wanted(
    watch: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let (session, preferences) = (use_session(), use_preferences());
    let wanted = move || {
        let open = session.opening.get() == Opening::Ready;
        open && preferences.with(|prefs| prefs.notifications)
    };
    when(wanted, watch)
}

/// Watches the time.
pub fn reminder_watch() -> AnyView {
    show_due_reminders(use_journal(), i18n::tools().reminders.neutral);
    ().into_any()
}
