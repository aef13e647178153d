//! The document: title line, focus, theme, reload, and the screen for when all else fails.

use wasm_bindgen::JsCast as _;
use web_sys::{Document, HtmlElement};

use super::prefs::{Prefs, TextSize, Theme};

/// What the app lives in.
const APP: &str = "app";

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Shows the theme and text size, through attributes that the stylesheet knows.
pub fn dress(prefs: &Prefs) {
    let Some(root) = document().and_then(|document| document.document_element()) else {
        return;
    };
    let theme = match prefs.theme {
        Theme::Auto => "auto",
        Theme::Light => "light",
        Theme::Dark => "dark",
    };
    let text = match prefs.text {
        TextSize::Normal => "normal",
        TextSize::Large => "large",
        TextSize::Larger => "larger",
    };
    let _ = root.set_attribute("data-theme", theme);
    let _ = root.set_attribute("data-text", text);
}

/// The element the app lives in.
pub fn app_root() -> Option<HtmlElement> {
    document()?.get_element_by_id(APP)?.dyn_into().ok()
}

/// Hides the screen that `index.html` paints before the app is there.
pub fn hide_first_screen() {
    if let Some(first) = document().and_then(|document| document.get_element_by_id("first")) {
        let _ = first.set_attribute("hidden", "");
    }
}

/// Moves focus to the element with this id, so that a reader hears it and Tab goes on from it.
pub fn focus(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// The same once what was changed just now is drawn.
pub fn focus_soon(id: &'static str) {
    leptos::prelude::request_animation_frame(move || focus(id));
}

/// Whether nothing has the focus, as happens when the element that had it goes away.
pub fn focus_is_lost() -> bool {
    document()
        .and_then(|document| document.active_element())
        .is_none_or(|element| element.tag_name() == "BODY")
}

/// Scrolls to the top, as a new page would.
pub fn to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Loads the page afresh.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}

/// Language tags the browser prefers, best first.
pub fn languages() -> Vec<String> {
    web_sys::window()
        .map(|window| window.navigator().languages())
        .map(|list| list.iter().filter_map(|tag| tag.as_string()).collect())
        .unwrap_or_default()
}

/// Marks the document once the journal behind it is open.
pub fn mark_journal_open() {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("data-journal", "open");
    }
}
