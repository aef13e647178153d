//! The document: title line, focus, theme, reload, and the screen for when all else fails.

use js_sys::Promise;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AddEventListenerOptions, Document, Element, EventTarget, HtmlElement, KeyboardEvent,
    MessageChannel, MouseEvent,
};

use super::prefs::{Contrast, Prefs, TextSize, Theme};

/// What the app lives in.
const APP: &str = "app";
/// The mark of a page that has just saved.
const SAVED_NOW: &str = "data-saved-now";
/// What a letter is typed into, or chooses something in.
const TAKES_KEYS: &str = "input:not([type=radio],[type=checkbox],[type=range],[type=file]),\
    textarea, select, [contenteditable], dialog";

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Shows the theme, contrast and text size, through attributes that the stylesheet knows.
pub fn dress(prefs: &Prefs) {
    let Some(root) = document().and_then(|document| document.document_element()) else {
        return;
    };
    let theme = match prefs.theme {
        Theme::Auto => "auto",
        Theme::Light => "light",
        Theme::Dark => "dark",
    };
    let contrast = match prefs.contrast {
        Contrast::Auto => "auto",
        Contrast::More => "more",
    };
    let text = match prefs.text {
        TextSize::Normal => "normal",
        TextSize::Large => "large",
        TextSize::Larger => "larger",
    };
    let _ = root.set_attribute("data-theme", theme);
    let _ = root.set_attribute("data-contrast", contrast);
    let _ = root.set_attribute("data-text", text);
}

/// Says which language the document is in.
pub fn speak(tag: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("lang", tag);
    }
}

/// Shows the name and the icon that were chosen: `app/early.js` does it, and did at the start.
pub fn change_disguise() {
    let event = web_sys::Event::new("ebb-disguise");
    if let (Some(window), Ok(event)) = (web_sys::window(), event) {
        let _ = window.dispatch_event(&event);
    }
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

/// The help on the screen that `index.html` paints, without its heading.
pub fn first_help() -> String {
    let help = document().and_then(|document| document.get_element_by_id("first-help"));
    let help = help.map(|help| help.inner_html()).unwrap_or_default();
    match help.split_once("</h2>") {
        Some((_, rest)) => rest.to_owned(),
        None => help,
    }
}

/// The path of Ebb's own link that a press is on.
pub fn link_under(press: &web_sys::Event) -> Option<String> {
    let pressed = press.target()?.dyn_into::<Element>().ok()?;
    let link = pressed.closest("a[href^='/']").ok().flatten()?;
    let address = link.get_attribute("href")?;
    let path = address.split(['?', '#']).next()?;
    Some(path.to_owned())
}

/// Whether a press is on something that does something itself.
pub fn is_on_control(press: &web_sys::Event) -> bool {
    let control = "a, button, input, textarea, select, label, summary, details";
    let pressed = press.target().and_then(|it| it.dyn_into::<Element>().ok());
    pressed.is_some_and(|pressed| matches!(pressed.closest(control), Ok(Some(_))))
}

/// Moves focus to the element with this id, so that a reader hears it and Tab goes on from it.
pub fn focus(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// The same once what was changed just now is drawn.
pub fn focus_soon(id: &str) {
    let id = id.to_owned();
    leptos::prelude::request_animation_frame(move || focus(&id));
}

/// Scrolls to the element with this id once what was changed just now is drawn.
pub fn show_soon(id: &'static str) {
    leptos::prelude::request_animation_frame(move || {
        if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
            element.scroll_into_view();
        }
    });
}

/// Once the screen is drawn: shows what the address names behind its `#` and moves the focus there,
/// or else to the element with this id.
pub fn arrive_soon(otherwise: Option<&'static str>) {
    leptos::prelude::request_animation_frame(move || {
        let named = web_sys::window().and_then(|window| window.location().hash().ok());
        let named = named.as_deref().and_then(|hash| hash.strip_prefix('#'));
        let found = named.and_then(|id| Some((id, document()?.get_element_by_id(id)?)));
        match found {
            Some((id, element)) => {
                element.scroll_into_view();
                focus(id);
            }
            None => otherwise.into_iter().for_each(focus),
        }
    });
}

/// Whether nothing has the focus, as happens when the element that had it goes away.
pub fn focus_is_lost() -> bool {
    document()
        .and_then(|document| document.active_element())
        .is_none_or(|element| element.tag_name() == "BODY")
}

/// How far across the element that listens for it a tap was, as a share of its width.
pub fn across(tap: &MouseEvent) -> f64 {
    let element = tap
        .current_target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let Some(room) = element.map(|element| element.get_bounding_client_rect()) else {
        return 0.0;
    };
    if room.width() > 0.0 {
        (f64::from(tap.client_x()) - room.left()) / room.width()
    } else {
        0.0
    }
}

/// Sets the title line.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Scrolls to the top, as a new page would.
pub fn to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Loads the first screen afresh, in the place of this one.
pub fn start_over() {
    if let Some(window) = web_sys::window() {
        // Without a window to load it in there is nothing to be done.
        let _ = window.location().replace("/");
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

/// For how long after a save what stands in the page takes no tap, in milliseconds: the second half
/// of a double tap would hit what has come in the place of the button.
const SAVED_NOW_MS: u64 = 600;

/// Lets the page take no tap for a moment, after a save.
pub fn just_saved() {
    let mark = |there: bool| {
        let root = document().and_then(|document| document.document_element());
        let Some(root) = root else { return };
        let _ = if there {
            root.set_attribute(SAVED_NOW, "")
        } else {
            root.remove_attribute(SAVED_NOW)
        };
    };
    mark(true);
    leptos::prelude::set_timeout(
        move || mark(false),
        std::time::Duration::from_millis(SAVED_NOW_MS),
    );
}

/// Marks the document with how the journal behind it is.
pub fn mark_journal(how: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("data-journal", how);
    }
}

/// Waits for so many milliseconds.
pub async fn pause(ms: i32) {
    let waited = Promise::new(&mut |done, _| {
        if let Some(window) = web_sys::window() {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&done, ms);
        }
    });
    let _ = JsFuture::from(waited).await;
}

/// Calls `act` when the page is left, by the quick exit at once and not only when another page has
/// come; until what it gives is dropped.
#[must_use]
pub fn on_leaving(act: impl Fn() + 'static) -> Heard {
    Heard::of(web_sys::window(), &["pagehide", "ebb-leave"], act)
}

/// Lets the browser draw and hear what waits, before what follows.
pub async fn yield_to_browser() {
    let Ok(channel) = MessageChannel::new() else {
        return;
    };
    let (here, there) = (channel.port1(), channel.port2());
    let heard = Promise::new(&mut |heard, _| {
        here.set_onmessage(Some(&heard));
        // Not a timer: browsers make those wait longer each time.
        let _ = there.post_message(&JsValue::NULL);
    });
    let _ = JsFuture::from(heard).await;
    here.close();
}

/// Waits until the browser has painted what was changed just now.
pub async fn painted() {
    let frame = Promise::new(&mut |next, _| {
        leptos::prelude::request_animation_frame(move || {
            let _ = next.call0(&JsValue::UNDEFINED);
        });
    });
    let _ = JsFuture::from(frame).await;
    // A frame's callbacks run before it is painted.
    yield_to_browser().await;
}

/// Calls `act` at every touch and every key, until what it gives is dropped.
#[must_use]
pub fn on_every_touch(act: impl Fn() + 'static) -> Heard {
    Heard::of(document(), &["pointerdown", "keydown"], act)
}

/// Calls `act` when the page goes out of sight and when it is seen again, as after another app was
/// in front or the device slept; until what it gives is dropped.
#[must_use]
pub fn on_return(act: impl Fn() + 'static) -> Heard {
    Heard::of(document(), &["visibilitychange", "resume"], act)
}

/// Whether the page is out of sight.
pub fn is_hidden() -> bool {
    document().is_some_and(|document| document.hidden())
}

/// Loads the page afresh with something behind the `#` of its address.
pub fn reload_with(fragment: &str) {
    let place = || -> Result<(), JsValue> {
        let window = web_sys::window().ok_or(JsValue::NULL)?;
        let address = window.location().pathname()? + "#" + fragment;
        window
            .history()?
            .replace_state_with_url(&JsValue::NULL, "", Some(&address))
    };
    // It is loaded afresh in any case.
    let _ = place();
    reload();
}

/// Waits until the page's window comes to the front.
pub async fn in_front() {
    let comes = Promise::new(&mut |comes, _| {
        let options = AddEventListenerOptions::new();
        options.set_once(true);
        if let Some(window) = web_sys::window() {
            let _ = window.add_event_listener_with_callback_and_add_event_listener_options(
                "focus", &comes, &options,
            );
        }
    });
    let _ = JsFuture::from(comes).await;
}

/// Empties the screen at once, before it is painted again.
pub fn blank() {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        // What refuses an attribute shows the screen for as long as it takes to load it afresh.
        let _ = root.set_attribute("data-locking", "");
    }
}

/// Hears of events until it is dropped.
pub struct Heard {
    target: Option<EventTarget>,
    events: &'static [&'static str],
    act: Closure<dyn Fn()>,
}

impl Heard {
    /// Calls `act` at each of these events, where there is a target.
    pub(super) fn of(
        target: Option<impl Into<EventTarget>>,
        events: &'static [&'static str],
        act: impl Fn() + 'static,
    ) -> Self {
        let (target, act) = (target.map(Into::into), Closure::<dyn Fn()>::new(act));
        if let Some(target) = &target {
            let heard = act.as_ref().unchecked_ref();
            for event in events {
                let _ = target.add_event_listener_with_callback(event, heard);
            }
        }
        Self {
            target,
            events,
            act,
        }
    }
}

impl Drop for Heard {
    fn drop(&mut self) {
        if let Some(target) = &self.target {
            let heard = self.act.as_ref().unchecked_ref();
            for event in self.events {
                let _ = target.remove_event_listener_with_callback(event, heard);
            }
        }
    }
}

/// What stands behind the `#` of the address. It is taken out of the address line and of the
/// history, which others may look at.
pub fn take_fragment() -> Option<String> {
    let window = web_sys::window()?;
    let location = window.location();
    let fragment = location.hash().ok()?.strip_prefix('#')?.to_owned();
    let history = window.history().ok()?;
    let state = history.state().ok()?;
    let path = location.pathname().ok()?;
    history
        .replace_state_with_url(&state, "", Some(&path))
        .ok()?;
    (!fragment.is_empty()).then_some(fragment)
}

/// Takes this out of the address, if it is what stands behind its `#`.
pub fn take_this_fragment(fragment: &str) -> bool {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok());
    let found = hash.is_some_and(|hash| hash.strip_prefix('#') == Some(fragment));
    found && take_fragment().is_some()
}

/// Where Ebb is: scheme, host and port.
pub fn origin() -> String {
    let origin = web_sys::window().map(|window| window.location().origin());
    origin.and_then(Result::ok).unwrap_or_default()
}

/// Whether there is room for two panes side by side.
pub fn is_wide() -> bool {
    let query = web_sys::window().and_then(|window| {
        let asked = window.match_media("(min-width: 64rem)");
        asked.ok().flatten()
    });
    query.is_some_and(|query| query.matches())
}

/// Moves the focus from one element of a list to the one `by` places further, and says whether the
/// focus was in the list. `selector` names the elements.
pub fn focus_beside(selector: &str, by: i32) -> bool {
    let Some(document) = document() else {
        return false;
    };
    let (Ok(list), Some(active)) = (
        document.query_selector_all(selector),
        document.active_element(),
    ) else {
        return false;
    };
    let element = |place: u32| list.get(place)?.dyn_into::<HtmlElement>().ok();
    let here = (0..list.length())
        .find(|place| element(*place).is_some_and(|element| element.is_same_node(Some(&active))));
    let Some(here) = here else { return false };
    if let Some(next) = here.checked_add_signed(by).and_then(element) {
        let _ = next.focus();
    }
    true
}

/// Whether a key that was pressed is free to be a shortcut: alone, and not on its way into a field
/// or a dialog.
pub fn is_free_key(event: &KeyboardEvent) -> bool {
    let with = event.ctrl_key() || event.alt_key() || event.meta_key();
    if with || event.repeat() || event.default_prevented() || event.is_composing() {
        return false;
    }
    let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
    target.is_none_or(|target| matches!(target.closest(TAKES_KEYS), Ok(None)))
}

/// Does something once, also before the app is there.
pub fn spawn(work: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(work);
}
