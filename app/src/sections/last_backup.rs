//! When the last backup was made.

use ebb_core::time::Moment;
use leptos::prelude::*;

use crate::state::{use_journal, use_preferences, use_session};
use crate::{i18n, words};

/// When the last backup was made, and what came after it.
#[component]
pub fn LastBackup() -> impl IntoView {
    let session = use_session();
    let preferences = use_preferences();
    let journal = use_journal();
    let texts = &i18n::more().backup;
    let words = move || {
        let (at, entries) = preferences.with(|prefs| (prefs.backed_up, prefs.backed_up_entries));
        let Some(at) =
            at.and_then(|ms| Moment::new(ms, session.now.get_untracked().offset_minutes()).ok())
        else {
            return texts.never.to_owned();
        };
        let since = journal.with(|journal| {
            let later = |record: &ebb_core::log::Record| record.written_at > at;
            journal
                .entries()
                .filter(|(_, record)| later(record))
                .count()
        });
        let last = (texts.last)(&words::day_words(preferences.day_of(at)), entries);
        if since == 0 {
            last
        } else {
            [last, (texts.since)(since)].join(" ")
        }
    };
    view! { <p id="last-backup">{words}</p> }
}
