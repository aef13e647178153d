//! Harder evenings, told only where they were told of rightly before.

use ebb_core::insight::{Finding, harder_evenings};
use leptos::prelude::*;

use super::{Of, Sight, section};
use crate::i18n;
use crate::state::use_preferences;

impl Sight {
    /// Nothing before it is known to be more than chance, and nothing of somebody else's evenings.
    pub(super) fn harder(&self) -> AnyView {
        let Of::Own(journal) = self.of else {
            return ().into_any();
        };
        let today = use_preferences().today_untracked();
        let found = journal.with_untracked(|journal| harder_evenings(journal, today));
        let Some(Finding::Found(found)) = found else {
            return ().into_any();
        };
        let words = &i18n::tools().harder;
        let (low, high) = found.interval;
        let told = (words.told)(
            found.marked,
            found.hard,
            [low, high, found.usual].map(of_hundred),
        );
        let today = if found.today {
            words.today
        } else {
            words.not_today
        };
        let inside = view! {
            <p>{told}</p>
            <p>{today}</p>
            <p class="hint">{words.what}</p>
        };
        section("see-harder", words.title, vec![inside.into_any()])
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a share is between 0 and 1"
)]
fn of_hundred(share: f64) -> u8 {
    (share * 100.0).round() as u8
}
