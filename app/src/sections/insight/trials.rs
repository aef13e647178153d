//! What came of coin-flip trials.

use ebb_core::insight::{TrialFinding, trial_finding};
use ebb_core::queries::trials;
use leptos::prelude::*;

use super::{Sight, section};
use crate::i18n;
use crate::sections::trial::{result, titles, two};
use crate::state::{fresh_now, use_preferences};

impl Sight {
    /// Those of which something is told; nothing before there is one.
    pub(super) fn trials(&self) -> AnyView {
        let today = use_preferences().today_untracked();
        let found: Vec<_> = self.of.with(|journal| {
            let told = trials(journal).rev().filter_map(|(root, _, terms)| {
                let finding = trial_finding(journal, root, today, fresh_now())?;
                let told = matches!(finding, TrialFinding::Found(_));
                told.then(|| (terms.clone(), finding))
            });
            told.collect()
        });
        if found.is_empty() {
            return ().into_any();
        }
        let lines: Vec<_> = found
            .into_iter()
            .map(|(terms, finding)| {
                view! {
                    <li>
                        <h3>{two(&terms)}</h3>
                        {result(&finding, &titles(&terms))}
                    </li>
                }
                .into_any()
            })
            .collect();
        let inside = view! { <ul class="plain said-list">{lines}</ul> };
        let title = i18n::tools().trial.title;
        section("see-trials", title, vec![inside.into_any()])
    }
}
