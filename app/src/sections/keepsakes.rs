//! Things to live for, where the person wants to see them.

use ebb_core::log::Keepsake;
use ebb_core::queries::keepsakes;
use ebb_core::text::Note;
use leptos::prelude::*;

use crate::i18n;
use crate::state::use_journal;

/// Those that `is_wanted` here; nothing when there are none.
pub fn keepsakes_shown(is_wanted: fn(&Keepsake) -> bool) -> AnyView {
    let journal = use_journal();
    let wanted = Memo::new(move |_| {
        journal.with(|journal| {
            let all = keepsakes(journal).filter(|(_, _, one)| is_wanted(one));
            all.map(|(_, _, one)| one.clone()).collect::<Vec<_>>()
        })
    });
    let shown = move || {
        let all = wanted.get();
        if all.is_empty() {
            return ().into_any();
        }
        let all: Vec<_> = all.iter().map(keepsake_view).collect();
        view! { <div class="keepsakes">{all}</div> }.into_any()
    };
    shown.into_any()
}

/// One picture with its line.
pub fn keepsake_view(one: &Keepsake) -> AnyView {
    let line = one.line.as_ref().map(|line| Note::as_str(line).to_owned());
    let alone = if line.is_some() {
        ""
    } else {
        i18n::more().picture_of_mine
    };
    let caption = line.map(|line| view! { <figcaption dir="auto">{line}</figcaption> });
    view! {
        <figure class="keepsake">
            <img src=one.picture.address() alt=alone decoding="async" />
            {caption}
        </figure>
    }
    .into_any()
}
