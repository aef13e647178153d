//! Ratings before and after exercises, beside what time does by itself.

use ebb_core::chart::{BeforeAfter, Frame, Margins, tenths};
use ebb_core::insight::{Effect, Finding, RatingChange, easing, effects_in};
use leptos::prelude::*;

use super::{Sight, section};
use crate::components::{chart, folded_table};
use crate::words;

impl Sight {
    pub(super) fn helped(&self) -> AnyView {
        let words = &self.texts.insight;
        let effects = self.of.with(|journal| effects_in(journal, None));
        let exercises: Vec<_> = effects.iter().map(|effect| self.effect(effect)).collect();
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
        let found = |effect: &Effect| effect.change.found().is_some();
        if effects.iter().any(found) {
            inside.push(view! { <p class="hint">{words.before_key}</p> }.into_any());
            inside.push(self.effects_table(&effects));
            inside.extend(self.to_compare(&effects));
        }
        if self.back.totals.cravings.n() > 0 {
            inside.push(self.easing());
        }
        section("see-helped", words.helped, inside)
    }

    fn effect(&self, effect: &Effect) -> AnyView {
        let words = &self.texts.insight;
        let (says, picture) = match &effect.change {
            Finding::Found(change) => {
                let says = (words.effect)(&self.change(change.mean), change.weaker, effect.n);
                let against = effect.against.found().map(|against| {
                    let without = self.change(against.change);
                    (words.against)(against.is_lower, &without, against.n)
                });
                let says = std::iter::once(says).chain(against);
                (says.collect::<Vec<_>>().join(" "), drawn(change))
            }
            Finding::NotEnoughYet { n, needed } => ((words.not_yet)(*n, *needed), None),
        };
        said(words::exercise_title(&effect.exercise), says, picture)
    }

    /// How many cravings without an exercise are wanting, said once for all exercises.
    fn to_compare(&self, effects: &[Effect]) -> Option<AnyView> {
        let wanting = effects.iter().find_map(|effect| match effect.against {
            Finding::NotEnoughYet { n, needed } if effect.n >= needed => Some((n, needed)),
            _ => None,
        });
        let (n, needed) = wanting?;
        let says = (self.texts.insight.no_against)(n, needed);
        Some(view! { <p class="hint">{says}</p> }.into_any())
    }

    fn effects_table(&self, effects: &[Effect]) -> AnyView {
        let words = &self.texts.insight;
        let rows = effects.iter().filter_map(|effect| {
            let change = effect.change.found()?;
            Some(vec![
                words::exercise_title(&effect.exercise),
                effect.n.to_string(),
                tenths(change.before),
                tenths(change.after),
            ])
        });
        folded_table(
            words.show_numbers,
            words.helped,
            vec![words.exercise, words.times, words.before, words.afterwards],
            rows.collect(),
        )
    }

    fn easing(&self) -> AnyView {
        let words = &self.texts.insight;
        let list = self.of.with(|journal| easing(journal, self.back.span));
        let list = list.map(|later| {
            let says = match later.change {
                Finding::Found(change) => (words.eased)(&self.change(change), later.n),
                Finding::NotEnoughYet { n, needed } => (words.not_yet)(n, needed),
            };
            said((words.after)(later.asked_at), says, None)
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

fn drawn(change: &RatingChange) -> Option<AnyView> {
    let frame = Frame::new(200.0, 16.0, Margins::default()).ok()?;
    let chart = BeforeAfter::new(change.before, change.after, frame);
    Some(chart::before_after(&chart))
}

fn said(about: String, says: String, picture: Option<AnyView>) -> AnyView {
    view! {
        <li>
            <span class="said-about">{about}</span>
            <div class="said">{says} {picture}</div>
        </li>
    }
    .into_any()
}
