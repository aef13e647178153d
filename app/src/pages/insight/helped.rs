//! What helped: exercises by their own ratings, and time by itself.

use ebb_core::chart::tenths;
use ebb_core::insight::{Finding, easing, effects_in};
use ebb_core::journal::Journal;
use leptos::prelude::*;

use super::{Sight, section};

impl Sight {
    pub(super) fn helped(&self, journal: &Journal) -> AnyView {
        let words = &self.texts.insight;
        let exercises = effects_in(journal, None).into_iter().map(|effect| {
            let says = match effect.change {
                Finding::Found(change) => {
                    (words.effect)(&self.change(change.mean), change.weaker, effect.n)
                }
                Finding::NotEnoughYet { n, needed } => (words.not_yet)(n, needed),
            };
            said(self.ebb.exercise_title(&effect.exercise), says)
        });
        let exercises: Vec<_> = exercises.collect();
        let mut inside = Vec::new();
        if exercises.is_empty() {
            inside.push(view! { <p>{words.no_practice}</p> }.into_any());
        } else {
            inside.push(
                view! {
                    <p class="hint">{words.helped_lead}</p>
                    <ul class="plain said-list">{exercises}</ul>
                }
                .into_any(),
            );
        }
        if self.back.totals.cravings.n() > 0 {
            inside.push(self.easing(journal));
        }
        section("see-helped", words.helped, inside)
    }

    fn easing(&self, journal: &Journal) -> AnyView {
        let words = &self.texts.insight;
        let list = easing(journal, self.back.span).map(|later| {
            let says = match later.change {
                Finding::Found(change) => (words.eased)(&self.change(change), later.n),
                Finding::NotEnoughYet { n, needed } => (words.not_yet)(n, needed),
            };
            said((words.after)(later.asked_at), says)
        });
        view! {
            <h3>{words.easing}</h3>
            <p class="hint">{words.easing_lead}</p>
            <ul class="plain said-list">{Vec::from(list)}</ul>
        }
        .into_any()
    }

    /// A change of strength, below zero for weaker.
    fn change(&self, change: f64) -> String {
        let words = &self.texts.insight;
        let points = tenths(change.abs());
        if points == "0" {
            words.same.to_owned()
        } else if change < 0.0 {
            (words.weaker)(&points)
        } else {
            (words.stronger)(&points)
        }
    }
}

fn said(about: String, says: String) -> AnyView {
    view! {
        <li>
            <span class="said-about">{about}</span>
            <span class="said">{says}</span>
        </li>
    }
    .into_any()
}
