//! Shortcuts of one key, and the sheet that lists them. They can be switched off: whoever steers by
//! speech would trigger them by speaking (WCAG 2.2, 2.1.4).

use leptos::ev;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::components::{Modal, tick_box, when};
use crate::i18n;
use crate::i18n::{Keys, Texts};
use crate::state::{is_free_key, use_preferences};

/// What opens the sheet.
const SHEET: &str = "?";

/// Each key, and where it leads.
const WAYS: [(&str, &str); 8] = [
    ("s", "/sos"),
    ("c", "/craving"),
    ("k", "/check-in"),
    ("n", "/"),
    ("e", "/exercises"),
    ("h", "/history"),
    ("i", "/insight"),
    ("p", "/plans"),
];

fn name(way: &str, texts: &Texts, words: &Keys) -> &'static str {
    match way {
        "/sos" => texts.sos.title,
        "/craving" => texts.now.craving,
        "/check-in" => texts.checkin.title,
        "/" => texts.now.menu,
        "/exercises" => texts.exercises.menu,
        "/history" => texts.history.title,
        "/insight" => texts.insight.menu,
        _ => words.plans,
    }
}

/// Listens for the keys as long as the app lives, and holds the sheet.
#[component]
pub fn Shortcuts() -> impl IntoView {
    let preferences = use_preferences();
    let words = &i18n::more().keys;
    let navigate = use_navigate();
    let modal = Modal::new();
    let listening = window_event_listener(ev::keydown, move |event| {
        let off = preferences.with_untracked(|prefs| prefs.no_shortcuts);
        if off || !is_free_key(&event) {
            return;
        }
        let key = event.key().to_lowercase();
        if key == SHEET {
            event.prevent_default();
            modal.open();
        } else if let Some((_, way)) = WAYS.into_iter().find(|(one, _)| *one == key) {
            event.prevent_default();
            navigate(way, NavigateOptions::default());
        }
    });
    on_cleanup(move || listening.remove());
    let lead = view! { {words.lead} " " {words.off_words} };
    let inside = view! {
        {key_list()}
        <button type="button" class="main" autofocus on:click=move |_| modal.close()>
            {i18n::texts().common.close}
        </button>
    };
    modal.show("keys", words.title, lead.into_any(), inside.into_any())
}

fn key_list() -> AnyView {
    let (texts, words) = (i18n::texts(), &i18n::more().keys);
    let ways = WAYS.map(|(key, way)| (key, name(way, texts, words)));
    let others = [
        (words.arrows, words.in_history),
        (SHEET, words.this_list),
        (words.twice, words.leave),
    ];
    let row = |(key, what): (&'static str, &'static str)| {
        view! {
            <div>
                <dt>
                    <kbd>{key}</kbd>
                </dt>
                <dd>{what}</dd>
            </div>
        }
    };
    let rows: Vec<_> = ways.into_iter().chain(others).map(row).collect();
    view! { <dl class="key-list">{rows}</dl> }.into_any()
}

/// The settings of the keyboard.
pub fn key_settings() -> AnyView {
    let preferences = use_preferences();
    let words = &i18n::more().keys;
    let on = move || preferences.with(|prefs| !prefs.no_shortcuts);
    view! {
        <fieldset class="chips">
            <legend>{words.title}</legend>
            <p class="hint">{words.lead}</p>
            <div class="chip-row">
                {tick_box("shortcuts", words.on.to_owned(), on, move || {
                    preferences.choose(|prefs| prefs.no_shortcuts = !prefs.no_shortcuts);
                })}
            </div>
        </fieldset>
        {when(on, key_list)}
    }
    .into_any()
}
