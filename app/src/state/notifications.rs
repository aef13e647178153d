//! Reminders as notifications while Ebb is open: core says which are due, the browser shows them.

use ebb_core::queries::{LATE_REMINDER_MINUTES, due_reminders};
use ebb_core::text::Note;
use ebb_core::time::Moment;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::journal::JournalContext;
pub use crate::platform::notifications::{Permission, ask, permission};
use crate::platform::prefs::Disguise;
use crate::platform::{clock, locks, notifications, page};

/// Shows the person's own reminders, each at its time, as long as what called this is on the screen.
/// `neutral` is what a reminder says that has no words of its own.
///
/// Phones stop timers in their pocket, so what counts is the time since the last look and not the
/// ticks.
pub fn show_due_reminders(journal: JournalContext, neutral: &'static str) {
    let looked = StoredValue::new(clock::now());
    Effect::new(move |_| {
        let now = journal.session.now.get();
        let before = looked.get_value();
        // While a clock that was set back catches up, what was shown already would come again.
        if now.utc_ms() <= before.utc_ms() {
            return;
        }
        looked.set_value(now);
        for (name, words) in due(journal, before, now, neutral) {
            spawn_local(show_once(journal, name, words));
        }
    });
    let leaving = page::on_leaving(notifications::close_all);
    StoredValue::new_local(leaving);
    on_cleanup(notifications::close_all);
}

/// What is due: a name for each, the same in every tab, and its words.
fn due(
    journal: JournalContext,
    looked: Moment,
    now: Moment,
    neutral: &str,
) -> Vec<(String, String)> {
    let offset_at = |ms| clock::here_at(ms).map_or(now.offset_minutes(), Moment::offset_minutes);
    // Browser and device keep what they show: of what is sealed they get nothing.
    let has_lock = journal
        .store()
        .is_some_and(|store| store.backend().is_open());
    journal.with_own(|journal| {
        let due = due_reminders(journal, looked, now, &offset_at).into_iter();
        due.map(|due| {
            let own = due.reminder.says.as_ref().filter(|_| !has_lock);
            let name = format!("ebb-reminder-{}-{}", due.root, due.at.utc_ms());
            (name, own.map_or(neutral, Note::as_str).to_owned())
        })
        .collect()
    })
}

/// Shows it unless another tab does: all of them look, since a browser may hold back the timers of any
/// of them. The first one keeps the lock for as long as another could come to it late.
async fn show_once(journal: JournalContext, name: String, words: String) {
    let Some(_first) = locks::if_free(&name).await else {
        return;
    };
    let disguise = journal.preferences.with_untracked(|prefs| {
        let icon = match prefs.face {
            Disguise::Ebb => return None,
            Disguise::Notes => "/disguises/notes-192.png",
            Disguise::Weather => "/disguises/weather-192.png",
        };
        Some((prefs.title.clone()?, icon))
    });
    let disguise = disguise.as_ref().map(|(name, icon)| (name.as_str(), *icon));
    notifications::show(&words, disguise).await;
    page::pause(i32::from(LATE_REMINDER_MINUTES) * 60_000).await;
}
