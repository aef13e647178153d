//! Keeps Chromium from throwing the journal away after a kill.
//!
//! Chromium keeps IndexedDB in LevelDB. A browser that is killed in the middle of a write leaves
//! half a record at the end of LevelDB's log. The next opening, even one that only reads, writes
//! behind it; the opening after that takes the log for damaged, and Chromium then deletes every
//! database of the site (<https://github.com/google/leveldb/issues/1287>). A log that was ended
//! in between is never read again. So each opening first ends the log: deleting a database has
//! Chromium put away what LevelDB holds in memory and begin a new one. There is an empty database
//! for that alone; the site's databases share one LevelDB.
//!
//! What remains are the few milliseconds from opening to the end of the log.

use ebb_core::store::StoreError;
use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{IdbFactory, IdbOpenDbRequest, IdbVersionChangeEvent};

use super::{promise, reason, settled};

/// The empty database.
pub const NAME: &str = "ebb-ground";

/// Has the browser end its log. To be called before the first opening, and not waited for:
/// whatever fails here must not keep a person from what they wrote.
pub fn end_log(factory: &IdbFactory) {
    if !is_chromium() {
        return;
    }
    // Asked for now, not in the task: what is asked for first is done first.
    let deleting = factory.delete_database(NAME);
    let factory = factory.clone();
    spawn_local(async move {
        let Ok(deleting) = deleting else { return };
        // Where there was nothing to delete, the log went on.
        if let Ok(false) = made_anew(&factory, &deleting).await
            && let Ok(deleting) = factory.delete_database(NAME)
        {
            let _ = made_anew(&factory, &deleting).await;
        }
    });
}

/// Makes the database again once it is deleted, for the next time. Whether there was one.
async fn made_anew(factory: &IdbFactory, deleting: &IdbOpenDbRequest) -> Result<bool, StoreError> {
    let deleted = JsFuture::from(promise(|resolve, reject| {
        deleting.set_onsuccess(Some(resolve));
        deleting.set_onerror(Some(reject));
    }));
    let event: IdbVersionChangeEvent = deleted.await.map_err(reason)?.unchecked_into();
    let making = factory.open_with_u32(NAME, 1).map_err(reason)?;
    let made: web_sys::IdbDatabase = settled(&making).await?.unchecked_into();
    // Held open it could not be deleted by another tab.
    made.close();
    Ok(event.old_version() > 0.0)
}

fn is_chromium() -> bool {
    let navigator = web_sys::window().map(|window| window.navigator());
    navigator.is_some_and(|n| Reflect::has(&n, &"userAgentData".into()).unwrap_or(false))
}
