//! One writer at a time across tabs, by the browser's Web Locks.

use js_sys::{Function, Object, Promise, Reflect};
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
        Some(locks) => taken(&locks, name, false).await.0,
        None => Held(None),
    }
}

/// Takes the lock called `name`, unless a tab holds it already. Where the browser has no locks, none
/// does.
pub async fn if_free(name: &str) -> Option<Held> {
    match locks() {
        Some(locks) => {
            let (held, granted) = taken(&locks, name, true).await;
            granted.then_some(held)
        }
        None => Some(Held(None)),
    }
}

fn locks() -> Option<JsValue> {
    let navigator = web_sys::window()?.navigator();
    // Missing on pages that are not secure, whatever bindings say.
    let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
    locks.is_object().then_some(locks)
}

/// The lock, or what is empty, and whether it was granted.
async fn taken(locks: &JsValue, name: &str, if_free: bool) -> (Held, bool) {
    let request = Reflect::get(locks, &"request".into()).ok();
    let Some(request) = request.and_then(|request| request.dyn_into::<Function>().ok()) else {
        return (Held(None), true);
    };
    let options = Object::new();
    let _ = Reflect::set(&options, &"ifAvailable".into(), &if_free.into());
    let mut release = None;
    let held = Promise::new(&mut |resolve, _| release = Some(resolve));
    // Made before the wait: the promise is settled also when nobody waits any more.
    let guard = Held(release);
    let acquired = Promise::new(&mut |resolve, reject| {
        let held = held.clone();
        // The lock is held for as long as the promise given back here is open.
        let on_lock = Closure::once_into_js(move |lock: JsValue| {
            let _ = resolve.call1(&JsValue::UNDEFINED, &lock.is_truthy().into());
            held
        });
        if let Ok(asked) = request.call3(locks, &name.into(), &options, &on_lock)
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
    let granted = JsFuture::from(acquired).await;
    let granted = granted.ok().and_then(|granted| granted.as_bool());
    (guard, granted == Some(true))
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
    async fn a_lock_is_taken_without_waiting_only_while_nobody_holds_it() {
        let held = if_free("at once").await;
        assert!(held.is_some());
        assert!(if_free("at once").await.is_none());
        drop(held);
        // It is free again once the browser has heard of it.
        drop(exclusive("at once").await);
        assert!(if_free("beside it").await.is_some());
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
