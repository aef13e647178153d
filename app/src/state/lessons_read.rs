//! Which lessons a person has read.

use ebb_core::journal::RecordId;
use ebb_core::log::{Action, Entry, Journal, LessonRead, Record};
use ebb_core::queries::lessons_read;
use leptos::task::spawn_local;

use super::journal::JournalContext;

/// The newest reading of a lesson.
pub fn reading_of(journal: &Journal, lesson: &str) -> Option<(RecordId, Record)> {
    let mut readings = journal.all_of::<LessonRead>().rev();
    let newest = readings.find(|(_, _, read)| read.lesson == lesson)?;
    Some((newest.0, newest.1.clone()))
}

/// Notes that a lesson was read, once.
pub fn mark_read(journal: JournalContext, lesson: String) {
    let known = |journal: &Journal| lessons_read(journal).any(|read| read == lesson);
    if journal.with_untracked(known) {
        return;
    }
    let entry = Entry::LessonRead(LessonRead {
        lesson,
        takeaway: None,
    });
    let happened_at = None;
    spawn_local(async move {
        if let Err(error) = journal.act(Action::Log { entry, happened_at }).await {
            journal.notices.not_saved(error);
        }
    });
}
