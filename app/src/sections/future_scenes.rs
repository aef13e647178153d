//! Scenes of their future that a person wrote, on request.

use ebb_core::queries::future_scenes;
use ebb_core::text::Note;
use leptos::prelude::*;

use crate::i18n;
use crate::state::use_journal;

/// The scenes that were written last; nothing when there are none.
pub fn scenes_written() -> AnyView {
    let journal = use_journal();
    let scenes = Memo::new(move |_| {
        journal.with(|journal| {
            let words = future_scenes(journal).into_iter().map(Note::as_str);
            words.map(str::to_owned).collect::<Vec<_>>()
        })
    });
    let shown = move || {
        let scenes = scenes.get();
        if scenes.is_empty() {
            return ().into_any();
        }
        let lines = scenes
            .into_iter()
            .map(|words| view! { <p dir="auto">{words}</p> }.into_any());
        let lines: Vec<_> = lines.collect();
        view! {
            <details class="more">
                <summary>{i18n::more().future_scenes}</summary>
                {lines}
            </details>
        }
        .into_any()
    };
    shown.into_any()
}
