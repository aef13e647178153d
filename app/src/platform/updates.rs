//! The service worker: offline from the first visit, and updates that are offered, never forced.

use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState,
};

/// `navigator.serviceWorker` is missing on pages that are not secure.
fn container() -> Option<ServiceWorkerContainer> {
    let navigator = web_sys::window()?.navigator();
    let container = Reflect::get(&navigator, &"serviceWorker".into()).ok()?;
    container.dyn_into().ok()
}

/// Whether a worker serves this page, so that it is no first visit.
pub fn is_served() -> bool {
    container().is_some_and(|container| container.controller().is_some())
}

/// Whether the browser was told to save data.
pub fn saves_data() -> bool {
    let saves = || {
        let navigator = web_sys::window()?.navigator();
        let connection = Reflect::get(&navigator, &"connection".into()).ok()?;
        Reflect::get(&connection, &"saveData".into())
            .ok()?
            .as_bool()
    };
    saves() == Some(true)
}

/// Registers the service worker. `offer` is called when a newer Ebb waits to be taken.
pub async fn watch(offer: impl Fn() + Clone + 'static) {
    let Some(container) = container() else { return };
    let Ok(registered) = JsFuture::from(container.register("/sw.js")).await else {
        return;
    };
    // Where workers are switched off, some browsers answer with nothing.
    let Ok(registration) = registered.dyn_into::<ServiceWorkerRegistration>() else {
        return;
    };
    // Without a controller this is the first visit: what is waiting is no update.
    if is_served() && registration.waiting().is_some() {
        offer();
    }
    let watched = registration.clone();
    let again = offer.clone();
    let on_found = Closure::<dyn Fn()>::new(move || {
        offer_when_installed(&watched, offer.clone());
    });
    registration.set_onupdatefound(Some(on_found.as_ref().unchecked_ref()));
    on_found.forget();
    // Found before the handler was there.
    offer_when_installed(&registration, again);
}

fn offer_when_installed(registration: &ServiceWorkerRegistration, offer: impl Fn() + 'static) {
    // The first worker is no update. `WebKit` tells that it is installed when it serves already.
    let (Some(worker), Some(_)) = (registration.installing(), registration.active()) else {
        return;
    };
    let incoming = worker.clone();
    let on_change = Closure::<dyn Fn()>::new(move || {
        if worker.state() == ServiceWorkerState::Installed && is_served() {
            offer();
        }
    });
    incoming.set_onstatechange(Some(on_change.as_ref().unchecked_ref()));
    on_change.forget();
}

/// Takes the waiting update and calls `then` once it is in charge; at once when another tab has
/// taken it already.
pub async fn take(then: impl Fn() + 'static) {
    let (Some(container), Some(registration)) = (container(), registration().await) else {
        return;
    };
    let Some(waiting) = registration.waiting() else {
        return then();
    };
    let on_change = Closure::<dyn Fn()>::new(then);
    container.set_oncontrollerchange(Some(on_change.as_ref().unchecked_ref()));
    on_change.forget();
    send(&waiting, "activate");
}

/// Tells the worker that serves this page something, if one does.
pub fn tell_worker(what: &str) {
    if let Some(worker) = container().and_then(|container| container.controller()) {
        send(&worker, what);
    }
}

fn send(worker: &ServiceWorker, what: &str) {
    let message = Object::new();
    let _ = Reflect::set(&message, &"type".into(), &what.into());
    let _ = worker.post_message(&message);
}

/// The registration of the worker that serves this page.
pub async fn serving() -> Option<ServiceWorkerRegistration> {
    if is_served() {
        registration().await
    } else {
        None
    }
}

async fn registration() -> Option<ServiceWorkerRegistration> {
    let found = JsFuture::from(container()?.get_registration()).await.ok()?;
    found.dyn_into().ok()
}
