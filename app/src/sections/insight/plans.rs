//! How often if-then plans were used, and how the cravings went on.

use ebb_core::queries::{if_thens, plan_uses};
use leptos::prelude::*;

use super::{Sight, section};
use crate::i18n;
use crate::sections::if_then::{then_words, when_words};

impl Sight {
    /// Nothing before one was used.
    pub(super) fn plans(&self) -> AnyView {
        let words = &i18n::tools().if_then;
        let used: Vec<_> = self.of.with(|journal| {
            let all = if_thens(journal).map(|(root, _, plan)| {
                let title = format!("{} → {}", when_words(plan), then_words(plan));
                (title, plan_uses(journal, root))
            });
            all.filter(|(_, uses)| uses.n > 0).collect()
        });
        if used.is_empty() {
            return ().into_any();
        }
        let lines: Vec<_> = used
            .into_iter()
            .map(|(title, uses)| {
                let mut says = vec![(words.uses)(uses.n)];
                if uses.rated > 0 {
                    says.push((words.weaker)(uses.weaker, uses.rated));
                }
                view! {
                    <li>
                        <h3 dir="auto">{title}</h3>
                        <p>{says.join(" ")}</p>
                    </li>
                }
                .into_any()
            })
            .collect();
        let inside = view! {
            <ul class="plain said-list">{lines}</ul>
            <p class="hint">{words.note}</p>
        };
        section("see-plans", words.title, vec![inside.into_any()])
    }
}
