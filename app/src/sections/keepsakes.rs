//! Things to live for, where the person wants to see and hear them, and where a share shows them.

use ebb_core::journal::Payload;
use ebb_core::log::{Entry, Keepsake, Recording};
use ebb_core::text::Note;
use leptos::prelude::*;

use crate::components::Problem;
use crate::i18n;
use crate::i18n::KeepsakeWords;
use crate::state::recordings::play;
use crate::state::{CancellableTask, use_journal};

/// The pictures and messages that are wanted here; nothing when there are none.
pub fn keepsakes_shown(
    is_wanted: fn(&Keepsake) -> bool,
    is_wanted_too: fn(&Recording) -> bool,
) -> AnyView {
    view! {
        {shown(is_wanted, keepsake_view)}
        {shown(is_wanted_too, recording_view)}
    }
    .into_any()
}

fn shown<T: Payload<Entry> + Clone + PartialEq + Send + Sync + 'static>(
    is_wanted: fn(&T) -> bool,
    view: fn(&T, &'static KeepsakeWords) -> AnyView,
) -> AnyView {
    let journal = use_journal();
    let wanted = Memo::new(move |_| {
        journal.with(|journal| {
            let all = journal.all_of::<T>().filter(|(_, _, one)| is_wanted(one));
            all.map(|(_, _, one)| one.clone()).collect::<Vec<_>>()
        })
    });
    let shown = move || {
        let all = wanted.get();
        if all.is_empty() {
            return ().into_any();
        }
        let mine = &i18n::tools().keepsakes.mine;
        let all: Vec<_> = all.iter().map(|one| view(one, mine)).collect();
        view! { <div class="keepsakes">{all}</div> }.into_any()
    };
    shown.into_any()
}

/// One picture with its line.
pub fn keepsake_view(one: &Keepsake, words: &'static KeepsakeWords) -> AnyView {
    let line = one.line.as_ref().map(|line| Note::as_str(line).to_owned());
    let alone = if line.is_some() { "" } else { words.picture };
    let caption = line.map(|line| view! { <figcaption dir="auto">{line}</figcaption> });
    view! {
        <figure class="keepsake">
            <img src=one.picture.address() alt=alone decoding="async" />
            {caption}
        </figure>
    }
    .into_any()
}

/// One message with its line.
pub fn recording_view(one: &Recording, words: &'static KeepsakeWords) -> AnyView {
    let line = one.line.as_ref().map(|line| Note::as_str(line).to_owned());
    let caption = line.map(|line| view! { <figcaption dir="auto">{line}</figcaption> });
    view! {
        <figure class="keepsake">
            {play_button(one.sound.address(), words.play)}
            {caption}
        </figure>
    }
    .into_any()
}

/// Plays a sound and stops it. Nothing is heard before that, and nothing once the screen is left.
pub fn play_button(address: String, name: &'static str) -> AnyView {
    let task = CancellableTask::new();
    let problem = RwSignal::new(None::<String>);
    let address = StoredValue::new(address);
    let turn = move |_| {
        if untrack(|| task.busy()) {
            task.stop();
            return;
        }
        problem.set(None);
        task.run(async move {
            let Some(address) = address.try_get_value() else {
                return;
            };
            if !play(&address).await {
                let words = i18n::tools().keepsakes.message.not_played;
                problem.try_set(Some(words.to_owned()));
            }
        });
    };
    let words = move || {
        if task.busy() {
            i18n::more().lock.stop
        } else {
            name
        }
    };
    view! {
        <button type="button" class="soft screen-only" on:click=turn>
            {words}
        </button>
        <Problem words=problem />
    }
    .into_any()
}
