//! The recovery code on the screen, to be kept elsewhere.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::i18n;
use crate::state::{copy_secret, print};

/// How many characters of the end are asked for: two groups.
const ASKED: usize = 8;

/// The code, and the ways to take it along.
#[component]
pub fn KeepCode(code: String) -> impl IntoView {
    let texts = &i18n::more().lock;
    let said = RwSignal::new("");
    let copied = code.clone();
    let copy_code = move |_| {
        let code = copied.clone();
        spawn_local(async move {
            let words = if copy_secret(&code).await {
                texts.copied
            } else {
                texts.not_copied
            };
            said.try_set(words);
        });
    };
    view! {
        <p>{texts.code_words}</p>
        <p class="recovery-code" id="recovery-code">
            {code}
        </p>
        <div class="row no-print">
            <button type="button" class="soft" on:click=copy_code>
                {texts.copy}
            </button>
            <button type="button" class="soft" on:click=move |_| print()>
                {texts.print}
            </button>
        </div>
        <p role="status" class="hint">
            {said}
        </p>
    }
}

/// Whether what was typed is the end of the code, or the whole, in whatever spelling.
pub fn is_end_of(typed: &str, code: &str) -> bool {
    let (typed, code) = (plain(typed), plain(code));
    typed.len() >= ASKED && code.ends_with(&typed)
}

/// As the code is spelt: without separators, and without the letters that look like digits.
fn plain(text: &str) -> String {
    text.chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            c => c,
        })
        .collect()
}
