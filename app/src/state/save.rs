//! Changing the journal.

use ebb_core::journal::{ActionError, RecordId};
use ebb_core::log::{Action, Record};
use ebb_core::store::StoreError;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::store::WRITING;
use super::{Ebb, Notice, Opening};
use crate::i18n::texts;
use crate::platform::part::{Missing, in_part, part};
use crate::platform::tabs::News;
use crate::platform::{erase, locks, page};

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
    /// An example is on the screen, and is not written in.
    #[error("an example is not written in")]
    Example,
    /// What writes has not arrived.
    #[error(transparent)]
    Part(#[from] Missing),
}

/// An action with its records that was not acknowledged, while it may be tried again.
pub(super) type Attempt = StoredValue<Option<(Action, Vec<Record>)>>;

impl Ebb {
    /// Carries out an action and returns once it is on the disk. `finished` names the draft that
    /// goes with it, in the same transaction.
    pub async fn act(self, action: Action, finished: Option<&str>) -> Result<RecordId, SaveError> {
        self.attempt(action, finished.map(str::to_owned), None)
            .await
    }

    /// The same for a form, where a person tries again what failed: `attempt` keeps the records
    /// for that.
    pub(super) async fn attempt(
        self,
        action: Action,
        finished: Option<String>,
        attempt: Option<Attempt>,
    ) -> Result<RecordId, SaveError> {
        part!(written(self, action, finished, attempt))?.await
    }

    /// Deletes an entry and offers to bring it back.
    pub async fn delete(self, root: RecordId) -> Result<(), SaveError> {
        self.act(Action::Delete { root }, None).await?;
        let texts = texts();
        self.notice
            .set(Some(Notice::undoable(texts.common.deleted, move || {
                spawn_local(async move {
                    let restored = self.act(Action::Restore { root }, None).await;
                    let said = match restored {
                        Ok(_) => Notice::said(texts.common.restored),
                        Err(error) => Notice::not_saved(error),
                    };
                    self.notice.set(Some(said));
                });
            })));
        // The button that was tapped is gone; the way back is where a keyboard goes on.
        page::focus_soon(UNDO);
        Ok(())
    }

    /// Deletes everything Ebb keeps in this browser, and loads the page as on the first day.
    pub async fn delete_everything(self) -> Result<(), SaveError> {
        // Also while it is locked, or cannot be opened any more.
        let store = match self.store.get_value() {
            Some(store) => store,
            None => self.opened_store().await?,
        };
        {
            let _writing = locks::exclusive(WRITING).await;
            store.clear().await?;
        }
        self.tell(&News::Anew);
        self.opening.set(Opening::Waiting);
        erase::everything_of_this_origin().await;
        page::reload();
        Ok(())
    }
}

in_part! {
    core fn written(
        ebb: Ebb, action: Action, finished: Option<String>, attempt: Option<Attempt>
    ) -> Result<RecordId, SaveError> {
        ebb.write(action, finished, attempt).await
    }
}
