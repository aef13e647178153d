//! Changing the journal.

use ebb_core::journal::{Action, ActionError, Record, RecordId, Stamp, encode};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Ebb, Notice, Opening};
use crate::platform::store::StoreError;
use crate::platform::tabs::News;
use crate::platform::{clock, device, page, prefs, random};

/// The id of the button that takes a delete back.
pub const UNDO: &str = "undo";

/// Why something was not saved. What was written is still on the screen and in the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SaveError {
    /// The action cannot be done.
    #[error(transparent)]
    Action(#[from] ActionError),
    /// The store could not take it.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Ebb {
    /// Carries out an action and returns once it is on the disk. `finished` names the draft that
    /// goes with it, in the same transaction.
    pub async fn act(self, action: Action, finished: Option<&str>) -> Result<RecordId, SaveError> {
        let store = self.opened_store().await?;
        let records = self.prepare(&action)?;
        let bytes = records
            .iter()
            .map(|record| Ok((record.id.to_string(), encode(record)?)))
            .collect::<Result<Vec<_>, ebb_core::journal::EncodeError>>()
            .map_err(|_| StoreError::Failed)?;
        store.append(&bytes, finished).await?;
        Ok(self.acknowledged(records))
    }

    fn prepare(self, action: &Action) -> Result<Vec<Record>, ActionError> {
        let mut stamp = Stamp {
            now: clock::now(),
            device: self.device.get_value(),
            boundary: self.prefs.with_untracked(|prefs| prefs.boundary),
            random: &mut random::bits128,
        };
        self.journal
            .with_untracked(|journal| journal.prepare(action, &mut stamp))
    }

    fn acknowledged(self, records: Vec<Record>) -> RecordId {
        let first = self
            .journal
            .with_untracked(|journal| journal.records().next().is_none());
        let ids: Vec<_> = records.iter().map(|record| record.id).collect();
        let root = records.first().map(Record::root);
        self.journal.update(|journal| {
            for record in records {
                journal.absorb(record);
            }
        });
        if first {
            // Asked once there is something to keep, so that the browser's question makes sense.
            spawn_local(device::ask_to_persist());
        }
        self.tell(&News::Stored(ids));
        root.unwrap_or_else(|| RecordId::next(None, 0, 0))
    }

    /// Deletes an entry and offers to bring it back.
    pub async fn delete(self, root: RecordId) -> Result<(), SaveError> {
        self.act(Action::Delete { root }, None).await?;
        let texts = self.texts();
        self.notice
            .set(Some(Notice::undoable(texts.common.deleted, move || {
                spawn_local(async move {
                    let said = match self.act(Action::Restore { root }, None).await {
                        Ok(_) => texts.common.restored.to_owned(),
                        Err(error) => texts.problems.save(error),
                    };
                    self.notice.set(Some(Notice::said(said)));
                });
            })));
        // The button that was tapped is gone; the way back is where a keyboard goes on.
        page::focus_soon(UNDO);
        Ok(())
    }

    /// Deletes everything Ebb keeps in this browser.
    pub async fn delete_everything(self) -> Result<(), SaveError> {
        let store = self.opened_store().await?;
        store.clear().await?;
        prefs::forget();
        self.tell(&News::Cleared);
        self.opening.set(Opening::Waiting);
        Ok(())
    }
}
