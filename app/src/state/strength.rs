//! How strong a passphrase is, while it is typed.

use std::rc::Rc;

use ebb_core::vault::{CommonWords, Strength, estimate};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::platform::content;

/// The words that people choose, in any language.
const WORDS: &str = "/common-words.txt";

/// What is known of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Estimate {
    /// The list of common words is on its way.
    Waiting,
    /// The estimate.
    Known(Strength),
    /// The list did not come.
    Unknown,
}

/// Follows a text; `None` while it is empty.
pub fn strength_of(text: RwSignal<String>) -> Memo<Option<Estimate>> {
    let words = RwSignal::new_local(None);
    Effect::new(move |asked: Option<bool>| {
        // Only for who begins to choose one.
        let asked = asked == Some(true);
        if !asked && text.with(|text| !text.is_empty()) {
            spawn_local(async move {
                let list = content::text(WORDS).await;
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
            Some(Ok(words)) => Estimate::Known(estimate(&text, &words)),
            Some(Err(content::Unreachable)) => Estimate::Unknown,
        })
    })
}
