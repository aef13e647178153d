//! Which build of Ebb this address serves, in words that can be compared by telephone.

use ebb_core::share::file_numbers;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::components::{Problem, numbered_words};
use crate::i18n;
use crate::state::site_manifest;

/// A button that reads the list of the site's files, and shows which build it is of.
pub fn build_check() -> AnyView {
    let texts = &i18n::more().settings;
    let shown = RwSignal::new(None::<(String, [u16; 6])>);
    let problem = RwSignal::new(None::<String>);
    let look = move |_| {
        spawn_local(async move {
            let found = site_manifest().await;
            let told = found.is_none().then(|| texts.build_offline.to_owned());
            problem.try_set(told);
            // Its first line says which build it is.
            shown.try_set(found.map(|list| {
                let head = list.lines().next().unwrap_or_default();
                let head = head.trim_start_matches(['#', ' ']).to_owned();
                (head, file_numbers(list.as_bytes()))
            }));
        });
    };
    let lines = move || {
        shown.get().map(|(head, numbers)| {
            view! {
                <p>{head}</p>
                {numbered_words(numbers, "build-words")}
                <p class="hint">{texts.build_words}</p>
            }
        })
    };
    view! {
        <div class="field">
            <button type="button" class="soft" on:click=look>
                {texts.build}
            </button>
            <div role="status">{lines}</div>
            <Problem words=problem />
        </div>
    }
    .into_any()
}
