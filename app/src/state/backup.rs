//! Making a backup, looking into one, bringing one in.

use std::collections::BTreeSet;

use ebb_core::backup::{self, Backup, BackupLimits};
use ebb_core::import::{Column, Here, Import, ImportedTable, import};
use ebb_core::journal::{ActionError, RecordId};
use ebb_core::log::{Action, Entry, Recipient, Record};
use ebb_core::share::recipients;
use ebb_core::store::StoreError;
use ebb_core::time::LocalDay;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::journal::{JournalContext, WRITING, append, to_the_end};
use super::save_error::SaveError;
use super::vault::VaultError;
use crate::platform::files::{self, Picked, SEALED};
use crate::platform::tabs::News;
use crate::platform::work::{self, Failure, Reply, Request};
use crate::platform::{clock, locks};

/// So many new records are told to the other tabs by name; above, they read everything again.
const BY_NAME: usize = 500;

/// What a backup that was made holds, as it was read out of the finished file again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Made {
    /// How many entries a person sees in it.
    pub entries: usize,
    /// Whether the browser took the file.
    pub saved: bool,
}

/// Makes a backup, hands it over once it was read, sealed, opened again and found the same.
pub async fn make_backup(journal: JournalContext, passphrase: String) -> Result<Made, VaultError> {
    journal.opened_store().await?;
    let now = clock::now();
    let (bundle, entries) = journal.with_own(|journal| {
        let bundle = backup::bundle(journal, now, None);
        (bundle, journal.entries().count())
    });
    let bundle = bundle.map_err(|_| Failure::Broken)?;
    let whole = Reply::Read { entries, unread: 0 };
    if work::ask(&Request::Read, &bundle).await?.0 != whole {
        return Err(Failure::Damaged.into());
    }
    let (_, file) = work::ask(&Request::Seal(passphrase), &bundle).await?;
    let day = now.local_day(journal.preferences.with_untracked(|prefs| prefs.boundary));
    let saved = files::save(&files::named(&format!("backup-{day}.age")), SEALED, &file);
    if saved {
        journal.preferences.choose(|prefs| {
            prefs.backed_up = Some(now.utc_ms());
            prefs.backed_up_entries = entries;
        });
    }
    Ok(Made { entries, saved })
}

/// Opens a backup. Nothing is changed.
pub async fn look_inside(picked: &Picked, passphrase: String) -> Result<Backup, VaultError> {
    let limits = BackupLimits::default();
    // Before it is read: what is too large must not fill the memory.
    if picked.size > limits.bytes as u64 {
        return Err(Failure::TooLarge.into());
    }
    let file = picked.bytes().await.ok_or(Failure::Unreadable)?;
    let (_, bundle) = work::ask(&Request::Open(passphrase), &file).await?;
    // Read there first: the page must never be held up by what turns out to be no backup.
    work::ask(&Request::Read, &bundle).await?;
    backup::read(&bundle, &limits).map_err(|error| Failure::from(error).into())
}

/// Takes in what is missing here, all of it or nothing, and says how many records that were. The
/// recipients in `without` stay out, by their roots: a backup may come from somebody else.
pub async fn bring_in(
    journal: JournalContext,
    backup: &Backup,
    without: &BTreeSet<RecordId>,
) -> Result<usize, VaultError> {
    let store = journal.opened_store().await?;
    let writing = locks::exclusive(WRITING).await;
    let mut records = journal.with_own(|journal| backup.restore(journal));
    records.retain(|record| !without.contains(&record.root()));
    if records.is_empty() {
        return Ok(0);
    }
    to_the_end(async move {
        append(&store, &records, None).await?;
        drop(writing);
        let count = records.len();
        taken_in(journal, records);
        Ok(count)
    })
    .await
}

/// The people to share with whom a backup would add, or give other keys, by their roots.
pub fn people_in(journal: JournalContext, backup: &Backup) -> Vec<(RecordId, Recipient)> {
    journal.with_untracked(|here| {
        let known: Vec<&str> = recipients(here)
            .map(|(_, _, one)| one.key.as_str())
            .collect();
        let records = backup.restore(here).into_iter();
        let people = records.filter_map(|record| match &record.entry {
            Entry::Recipient(one) if !known.contains(&one.key.as_str()) => {
                Some((record.root(), one.clone()))
            }
            _ => None,
        });
        people.collect()
    })
}

/// Hands over what could not be read, byte for byte, as JSON with the bytes in hexadecimal.
pub async fn rescue(journal: JournalContext) -> Result<bool, StoreError> {
    let store = journal.opened_store().await?;
    let rescued = store.rescue(&journal.quarantined.get_untracked()).await?;
    let items: Vec<_> = rescued
        .iter()
        .map(|(quarantined, bytes)| {
            serde_json::json!({
                "table": quarantined.table.name(),
                "key": quarantined.key,
                "reason": quarantined.reason.to_string(),
                "bytes": hex(bytes),
            })
        })
        .collect();
    let text = serde_json::to_string_pretty(&items).map_err(|_| StoreError::Failed)?;
    Ok(files::save(
        &files::named("rescue.json"),
        "application/json",
        text.as_bytes(),
    ))
}

fn hex(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or('0');
    bytes
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)])
        .collect()
}

/// What a table of another tracker would bring. Nothing is changed.
pub fn from_elsewhere(
    journal: JournalContext,
    table: &ImportedTable,
    columns: &[Column],
) -> Import {
    let wall = |day: LocalDay, minute: u16| {
        let text = format!("{day}T{:02}:{:02}", minute / 60, minute % 60);
        clock::from_field(&text).ok()
    };
    let at = |ms: i64| clock::here_at(ms).ok();
    let here = Here {
        now: clock::now(),
        device: journal.device.get_value(),
        boundary: journal.preferences.with_untracked(|prefs| prefs.boundary),
        wall: &wall,
        at: &at,
    };
    journal.with_own(|journal| import(table, columns, &here, journal))
}

/// Takes records in, all of them or none.
pub async fn bring_in_records(
    journal: JournalContext,
    records: Vec<Record>,
) -> Result<(), SaveError> {
    let store = journal.opened_store().await?;
    let writing = locks::exclusive(WRITING).await;
    to_the_end(async move {
        append(&store, &records, None).await?;
        drop(writing);
        taken_in(journal, records);
        Ok(())
    })
    .await
}

/// Deletes these entries in one go.
async fn take_back(journal: JournalContext, roots: &[RecordId]) -> Result<(), SaveError> {
    let mut stones = Vec::new();
    for root in roots {
        match journal.prepare(&Action::Delete { root: *root }) {
            Ok(records) => stones.extend(records),
            // Deleted since by the person.
            Err(SaveError::Action(ActionError::Gone)) => {}
            Err(error) => return Err(error),
        }
    }
    bring_in_records(journal, stones).await
}

/// Says what was brought in, with a way to delete these entries again in one go.
pub fn offer_take_back(
    journal: JournalContext,
    said: String,
    roots: Vec<RecordId>,
    taken_back: &'static str,
) {
    let notices = journal.notices;
    notices.offer_undo(said, move || {
        let roots = roots.clone();
        spawn_local(async move {
            match take_back(journal, &roots).await {
                Ok(()) => notices.say(taken_back),
                Err(error) => notices.not_saved(error),
            }
        });
    });
}

/// Shows records that were stored, and tells the other tabs.
fn taken_in(journal: JournalContext, records: Vec<Record>) {
    let ids: Vec<RecordId> = records.iter().map(|record| record.id).collect();
    journal.update_own(|journal| {
        for record in records {
            journal.absorb(record);
        }
    });
    journal.tell(&if ids.len() > BY_NAME {
        News::Anew
    } else {
        News::Stored(ids)
    });
}
