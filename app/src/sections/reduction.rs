//! The plan for using less beside what was noted.

use ebb_core::log::{ReductionPlan, ReductionStep};
use ebb_core::queries::{SevenDays, reduction_plan, seven_days};
use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::lines_or;
use crate::state::{use_journal, use_preferences};
use crate::{i18n, words};

/// Stretches of seven days that are shown.
const WEEKS: u8 = 12;

/// The steps of the plan, and the newest stretches of seven days; nothing without a plan.
pub fn reduction_so_far() -> AnyView {
    let (journal, preferences) = (use_journal(), use_preferences());
    let texts = &i18n::tools().reduction;
    let found = Memo::new(move |_| {
        let today = preferences.today();
        journal.with(|journal| {
            let (_, _, plan) = reduction_plan(journal)?;
            Some((plan.clone(), seven_days(journal, plan, today, WEEKS)))
        })
    });
    let view = move || {
        found.get().map(|(plan, weeks)| {
            let mut steps: Vec<_> = plan.steps.iter().collect();
            steps.sort_by_key(|step| step.from);
            let steps = steps.into_iter().map(|step| {
                let from = words::day_words(step.from);
                match limits(&plan, step).as_slice() {
                    [] => (texts.no_limits)(&from),
                    limits => (texts.step)(&from, limits),
                }
            });
            let weeks = weeks.iter().map(|week| week_words(&plan, week));
            view! {
                <section aria-labelledby="steps">
                    <h2 id="steps">{texts.plan.asks[2].label}</h2>
                    {lines_or(steps.collect(), "")}
                </section>
                <section aria-labelledby="noted">
                    <h2 id="noted">{texts.noted}</h2>
                    {lines_or(weeks.collect(), texts.none_noted)}
                    <p class="screen-only">
                        <A href="/day/evening" attr:class="button soft">
                            {texts.note_today}
                        </A>
                    </p>
                </section>
            }
        })
    };
    view.into_any()
}

/// The newest seven days in one line; `None` without a plan or a note.
pub fn this_seven_days() -> Signal<Option<String>> {
    let (journal, preferences) = (use_journal(), use_preferences());
    Signal::derive(move || {
        let today = preferences.today();
        journal.with(|journal| {
            let (_, _, plan) = reduction_plan(journal)?;
            let weeks = seven_days(journal, plan, today, 1);
            Some(week_words(plan, weeks.first()?))
        })
    })
}

/// What a step allows, limit by limit.
fn limits(plan: &ReductionPlan, step: &ReductionStep) -> Vec<String> {
    let texts = &i18n::tools().reduction;
    let unit = plan.unit.as_str();
    let units = step.units.map(|n| (texts.units)(u32::from(n), unit));
    let days = step.days.map(|n| (texts.days)(usize::from(n)));
    units.into_iter().chain(days).collect()
}

fn week_words(plan: &ReductionPlan, week: &SevenDays) -> String {
    let texts = &i18n::tools().reduction;
    let span = (texts.span)(&words::day_words(week.last));
    let units = (texts.units)(week.units, plan.unit.as_str());
    let told = (texts.told)(&units, &(texts.days)(week.days), week.noted);
    let planned = week.step.as_ref().map(|step| limits(plan, step));
    let planned = planned.filter(|limits| !limits.is_empty());
    let planned = planned.map(|limits| format!(" {}.", (texts.planned)(&limits.join(", "))));
    format!("{span}: {told}.{}", planned.unwrap_or_default())
}
