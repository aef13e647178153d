//! A field for a passphrase, and how strong it is.

use std::rc::Rc;

use ebb_core::vault::{self, CommonWords};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Problem;
use crate::i18n::{self, Estimate};
use crate::platform::content;

/// A passphrase. It can be pasted, looked at, and filled in by a password manager.
#[component]
pub fn Secret(
    /// What to type.
    label: &'static str,
    /// Unique in the page.
    id: &'static str,
    /// Whether it is a new one, which a password manager may propose.
    #[prop(optional)]
    new: bool,
    /// What is typed.
    value: RwSignal<String>,
    /// What is wrong with it.
    #[prop(into, optional)]
    problem: Signal<Option<String>>,
    /// A line of help.
    #[prop(optional)]
    hint: &'static str,
) -> impl IntoView {
    let texts = &i18n::more().lock;
    let shown = RwSignal::new(false);
    let described = format!("{id}-problem");
    let hint = (!hint.is_empty()).then(|| view! { <span class="hint">{hint}</span> });
    view! {
        <div class="field">
            <label for=id>{label} {hint}</label>
            <input
                id=id
                type=move || if shown.get() { "text" } else { "password" }
                autocomplete=if new { "new-password" } else { "current-password" }
                autocapitalize="off"
                spellcheck="false"
                aria-describedby=described.clone()
                aria-invalid=move || problem.get().is_some().to_string()
                prop:value=value
                on:input:target=move |ev| value.set(ev.target().value())
            />
            <label class="tick">
                <input
                    type="checkbox"
                    prop:checked=shown
                    on:change:target=move |ev| shown.set(ev.target().checked())
                />
                {texts.show}
            </label>
            <Problem words=problem id=described />
        </div>
    }
}

/// What is thought of a passphrase, as it is typed.
#[component]
pub fn Strength(of: RwSignal<String>) -> impl IntoView {
    let texts = &i18n::more().lock;
    let estimate = strength_of(of);
    let words = move || estimate.get().map(|estimate| texts.estimate(estimate));
    view! {
        <p class="hint" role="status" id="strength">
            {words}
        </p>
    }
}

/// The words that people choose, in any language.
const COMMON_WORDS: &str = "/common-words.txt";

/// How strong a text is as a passphrase; `None` while it is empty.
fn strength_of(text: RwSignal<String>) -> Memo<Option<Estimate>> {
    let words = RwSignal::new_local(None);
    Effect::new(move |asked: Option<bool>| {
        // Only for who begins to choose one.
        let asked = asked == Some(true);
        if !asked && text.with(|text| !text.is_empty()) {
            spawn_local(async move {
                let list = content::text(COMMON_WORDS).await;
                let list = list.map(|list| Rc::new(CommonWords::parse(&list)));
                words.try_set(Some(list));
            });
            return true;
        }
        asked
    });
    Memo::new(move |_| {
        let text = text.get();
        if text.is_empty() {
            return None;
        }
        Some(match words.get() {
            None => Estimate::Waiting,
            Some(Ok(words)) => Estimate::Known(vault::estimate(&text, &words)),
            Some(Err(content::Unreachable)) => Estimate::Unknown,
        })
    })
}
