//! Notifications of the browser's, while Ebb is open. No server is behind them.
//!
//! The service worker shows them where it serves the page: Chrome on Android lets nobody else. It
//! also hears of a tap on one, and takes all of them away (`public/sw.js`). Where no worker is, as at
//! a first visit, the page does all of that.

use std::cell::RefCell;

use js_sys::{Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Notification, NotificationOptions, NotificationPermission};

use super::updates;

/// Whether the browser lets Ebb show notifications.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    /// It does.
    Granted,
    /// The person was not asked yet, or has not answered.
    NotAsked,
    /// It does not, and does not ask any more.
    Blocked,
    /// It has none, as on an iPhone for what is not on the home screen.
    Unsupported,
}

/// Whether the browser lets Ebb show notifications, as it says now.
pub fn permission() -> Permission {
    // Where there are none, the bindings would throw.
    let window = web_sys::window();
    let has_any = window.map(|window| Reflect::has(&window, &"Notification".into()) == Ok(true));
    if has_any != Some(true) {
        return Permission::Unsupported;
    }
    match Notification::permission() {
        NotificationPermission::Granted => Permission::Granted,
        NotificationPermission::Default => Permission::NotAsked,
        _ => Permission::Blocked,
    }
}

/// Has the browser ask the person, which it only does in a tap: it begins before this returns.
pub fn ask() -> impl Future<Output = Permission> {
    let asked: Option<Promise> = match permission() {
        Permission::NotAsked => Notification::request_permission().ok(),
        _ => None,
    };
    async move {
        if let Some(asked) = asked {
            let _ = JsFuture::from(asked).await;
        }
        permission()
    }
}

thread_local! {
    /// What this page shows itself.
    static SHOWN: RefCell<Vec<Notification>> = const { RefCell::new(Vec::new()) };
}

/// Shows these words, under the name and the icon of a disguise if there is one. Where that is not
/// allowed any more nothing happens.
pub async fn show(words: &str, disguise: Option<(&str, &str)>) {
    if permission() != Permission::Granted {
        return;
    }
    let options = NotificationOptions::new();
    // The same words do not pile up: the new one takes the place of the old one, and is noticed.
    options.set_tag(words);
    options.set_renotify(true);
    let title = match disguise {
        Some((name, icon)) => {
            options.set_body(words);
            options.set_icon(icon);
            name
        }
        None => words,
    };
    match updates::serving().await {
        Some(registration) => {
            if let Ok(shown) = registration.show_notification_with_options(title, &options) {
                let _ = JsFuture::from(shown).await;
            }
        }
        None => show_from_page(title, &options),
    }
}

fn show_from_page(title: &str, options: &NotificationOptions) {
    let Ok(shown) = Notification::new_with_options(title, options) else {
        return;
    };
    let tapped = shown.clone();
    let on_tap = Closure::once_into_js(move || {
        if let Some(window) = web_sys::window() {
            let _ = window.focus();
        }
        tapped.close();
    });
    shown.set_onclick(Some(on_tap.unchecked_ref()));
    SHOWN.with_borrow_mut(|all| all.push(shown));
}

/// Takes away what is shown.
pub fn close_all() {
    for shown in SHOWN.take() {
        shown.close();
    }
    updates::tell_worker("close-notifications");
}
