//! Compacts the store after it was opened.

use std::rc::Rc;

use ebb_core::log::Store;

use super::Ebb;
use super::store::WRITING;
use crate::platform::idb::Idb;
use crate::platform::locks;

/// Erases what was deleted or overwritten before this opening, when no undo is open, and packs
/// what has grown long. A failure leaves both for the next opening.
pub async fn compact(ebb: Ebb, store: Rc<Store<Idb>>) {
    let nothing_to_erase = || ebb.with_own(|journal| journal.erasable().is_empty());
    if nothing_to_erase() && store.is_packed().await == Ok(true) {
        return;
    }
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
