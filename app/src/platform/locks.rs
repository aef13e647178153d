//! One writer at a time across tabs, by the browser's Web Locks.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// Held until it is dropped, or until the tab is gone, whatever took it.
pub struct Held(Option<Function>);

impl Drop for Held {
    fn drop(&mut self) {
        if let Some(release) = &self.0 {
            let _ = release.call0(&JsValue::UNDEFINED);
        }
    }
}

/// Waits until no other tab holds the lock called `name`, and takes it. Who stops waiting, by
/// dropping the future, gives the lock back the moment it would be granted.
///
/// Where the browser has no locks, nothing is held: the store notices by itself when another tab
/// has changed what it was about to change.
pub async fn exclusive(name: &str) -> Held {
    match locks() {
        Some(locks) => taken(&locks, name).await,
        None => Held(None),
    }
}

fn locks() -> Option<JsValue> {
    let navigator = web_sys::window()?.navigator();
    // Missing on pages that are not secure, whatever bindings say.
    let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
    locks.is_object().then_some(locks)
}

async fn taken(locks: &JsValue, name: &str) -> Held {
    let request = Reflect::get(locks, &"request".into()).ok();
    let Some(request) = request.and_then(|request| request.dyn_into::<Function>().ok()) else {
        return Held(None);
    };
    let mut release = None;
    let held = Promise::new(&mut |resolve, _| release = Some(resolve));
    // Made before the wait: the promise is settled also when nobody waits any more.
    let guard = Held(release);
    let acquired = Promise::new(&mut |resolve, reject| {
        let held = held.clone();
        // The lock is held for as long as the promise given back here is open.
        let on_lock = Closure::once_into_js(move || {
            let _ = resolve.call0(&JsValue::UNDEFINED);
            held
        });
        if let Ok(asked) = request.call2(locks, &name.into(), &on_lock)
            && let Ok(asked) = asked.dyn_into::<Promise>()
        {
            let refused = Closure::once_into_js(move |_: JsValue| {
                let _ = reject.call0(&JsValue::UNDEFINED);
            });
            let catch = Reflect::get(&asked, &"catch".into()).ok();
            if let Some(catch) = catch.and_then(|catch| catch.dyn_into::<Function>().ok()) {
                let _ = catch.call1(&asked, &refused);
            }
        }
    });
    // Where it was refused, letting go of it does nothing.
    let _ = JsFuture::from(acquired).await;
    guard
}

#[cfg(test)]
mod tests {
    use futures::FutureExt;
    use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

    use super::*;

    wasm_bindgen_test_configure!(run_in_browser);

    #[wasm_bindgen_test]
    async fn who_stops_waiting_for_the_lock_does_not_keep_it_from_the_next() {
        let held = exclusive("given back").await;
        let mut waiting = Box::pin(exclusive("given back"));
        assert!((&mut waiting).now_or_never().is_none());
        drop(waiting);
        drop(held);
        // It would be waited for until the test runs out of time.
        drop(exclusive("given back").await);
    }

    #[wasm_bindgen_test]
    async fn one_after_the_other_holds_the_lock() {
        let first = exclusive("in turn").await;
        let mut second = Box::pin(exclusive("in turn"));
        assert!((&mut second).now_or_never().is_none());
        drop(first);
        let second = second.await;
        let mut third = Box::pin(exclusive("in turn"));
        assert!((&mut third).now_or_never().is_none());
        drop(second);
        drop(third.await);
    }
}
