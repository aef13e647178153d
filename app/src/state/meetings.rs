//! The list of meetings: handing it on as a file, and taking one in.

use ebb_core::export::meeting_list::{MeetingList, meeting_list, new_meetings, read_meetings};
use ebb_core::import::{ImportError, MOST_BYTES};
use ebb_core::journal::RecordId;
use ebb_core::log::{Action, Entry, Group};

use super::backup::bring_in_records;
use super::fresh_now;
use super::journal::JournalContext;
use super::save_error::SaveError;
use crate::platform::files::{self, Picked};

/// Hands the list over as a file, and says whether the browser took it.
pub fn hand_on(journal: JournalContext) -> bool {
    let today = journal.preferences.day_of(fresh_now());
    let text = journal.with_own(|journal| meeting_list(journal, today));
    files::save(&files::named("meetings.csv"), "text/csv", text.as_bytes())
}

/// What a file of meetings has, and which of them are new here. Nothing is changed.
pub async fn look_into(
    journal: JournalContext,
    picked: &Picked,
) -> Result<(MeetingList, Vec<Group>), ImportError> {
    if picked.size > MOST_BYTES as u64 {
        return Err(ImportError::TooLarge);
    }
    let bytes = picked.bytes().await.unwrap_or_default();
    let today = journal.preferences.day_of(fresh_now());
    let list = read_meetings(&bytes, today)?;
    let fresh = journal.with_own(|journal| new_meetings(journal, &list, today));
    Ok((list, fresh))
}

/// Adds meetings, all of them or none, and says which entries they became.
pub async fn add(
    journal: JournalContext,
    meetings: Vec<Group>,
) -> Result<Vec<RecordId>, SaveError> {
    let mut records = Vec::new();
    for meeting in meetings {
        records.extend(journal.prepare(&Action::Log {
            entry: Entry::Group(meeting),
            happened_at: None,
        })?);
    }
    let roots = records.iter().map(|record| record.id).collect();
    bring_in_records(journal, records).await?;
    Ok(roots)
}
