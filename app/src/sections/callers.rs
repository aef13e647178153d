//! The person's own people, each one tap away.

use ebb_core::queries::to_turn_to;
use leptos::prelude::*;

use crate::i18n;
use crate::state::use_journal;

/// How many are offered: whoever is written first comes first.
const MOST: usize = 3;

/// Buttons that call whom the person turns to: whom the safety plan names, and then the others.
/// Nothing where nobody with a number is known, or Ebb is locked.
pub fn callers() -> AnyView {
    let journal = use_journal();
    let people = Memo::new(move |_| {
        journal.with(|journal| {
            let people = to_turn_to(journal).into_iter();
            let known = people.filter_map(|person| {
                let number = person.phone.as_ref()?.dialled();
                Some((person.name.as_str().to_owned(), number))
            });
            known.take(MOST).collect::<Vec<_>>()
        })
    });
    let call = |(name, number): (String, String)| {
        view! {
            <a class="button" dir="auto" href=format!("tel:{number}")>
                {(i18n::texts().sos.call)(&name)}
            </a>
        }
        .into_any()
    };
    (move || {
        let people = people.get();
        let shown = !people.is_empty();
        let calls: Vec<_> = people.into_iter().map(call).collect();
        shown.then(|| view! { <div class="callers stack">{calls}</div> })
    })
    .into_any()
}
