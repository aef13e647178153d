//! Compacts the store after it was opened.

use std::rc::Rc;

use super::store::WRITING;
use super::{AppStore, Ebb};
use crate::platform::locks;
use crate::platform::part::{Missing, in_part, part};

impl Ebb {
    /// Erases what was deleted or overwritten before this opening, when no undo is open, and packs
    /// what has grown long. A failure leaves both for the next opening.
    pub(super) async fn compact(self, store: Rc<AppStore>) {
        let nothing_to_erase = || self.with_own(|journal| journal.erasable().is_empty());
        if nothing_to_erase() && store.is_packed().await == Ok(true) {
            return;
        }
        if let Ok(work) = part!(compacted(self, store)) {
            work.await;
        }
    }
}

in_part! {
    upkeep fn compacted(ebb: Ebb, store: Rc<AppStore>) -> () {
        compact(ebb, &store).await;
    }
}

async fn compact(ebb: Ebb, store: &AppStore) {
    let _writing = locks::exclusive(WRITING).await;
    // The journal as it is once nobody else writes any more.
    let journal = ebb.with_own(Clone::clone);
    if let Ok(erased) = store.compact(&journal, false).await {
        // Also when nothing was erased: what was kept of it for the first screen is gone.
        ebb.update_own(|journal| {
            for id in erased {
                journal.forget(id);
            }
        });
    }
}
