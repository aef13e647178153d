//! Making a backup, looking into one, bringing one in.

use ebb_core::backup::{self, Backup, BackupLimits};
use ebb_core::journal::RecordId;
use ebb_core::store::StoreError;
use leptos::prelude::*;

use super::journal::{JournalContext, WRITING, append, to_the_end};
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

/// Takes in what is missing here, all of it or nothing, and says how many records that were.
pub async fn bring_in(journal: JournalContext, backup: &Backup) -> Result<usize, VaultError> {
    let store = journal.opened_store().await?;
    let writing = locks::exclusive(WRITING).await;
    let records = journal.with_own(|journal| backup.restore(journal));
    if records.is_empty() {
        return Ok(0);
    }
    to_the_end(async move {
        append(&store, &records, None).await?;
        drop(writing);
        let ids: Vec<RecordId> = records.iter().map(|record| record.id).collect();
        let count = records.len();
        journal.update_own(|journal| {
            for record in records {
                journal.absorb(record);
            }
        });
        journal.tell(&if count > BY_NAME {
            News::Anew
        } else {
            News::Stored(ids)
        });
        Ok(count)
    })
    .await
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
