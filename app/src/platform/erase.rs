//! Erasing everything that this site has kept in the browser.

use gloo_storage::{LocalStorage, SessionStorage, Storage as _};
use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::ServiceWorkerRegistration;

use super::idb::{DESK, JOURNAL, leveldb_workaround};

/// Deletes databases, both storages, caches and the service worker. What the browser refuses is
/// passed over, so that the rest still goes: the journal's values are gone before this.
pub async fn everything_of_this_origin() {
    LocalStorage::clear();
    SessionStorage::clear();
    let Some(window) = web_sys::window() else {
        return;
    };
    if let Ok(Some(factory)) = window.indexed_db() {
        for name in [JOURNAL, DESK, leveldb_workaround::NAME] {
            // It goes once every tab has let go of it, which the reload brings about.
            let _ = factory.delete_database(name);
        }
    }
    if let Ok(caches) = window.caches()
        && let Ok(names) = JsFuture::from(caches.keys()).await
    {
        for name in Array::from(&names)
            .iter()
            .filter_map(|name| name.as_string())
        {
            let _ = JsFuture::from(caches.delete(&name)).await;
        }
    }
    let container = window.navigator().service_worker();
    if let Ok(all) = JsFuture::from(container.get_registrations()).await {
        for worker in Array::from(&all).iter() {
            let worker: ServiceWorkerRegistration = worker.unchecked_into();
            if let Ok(leaving) = worker.unregister() {
                let _ = JsFuture::from(leaving).await;
            }
        }
    }
}
