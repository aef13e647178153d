//! What the days show. Everything is worked out by core in one pass and drawn once; it is made
//! anew when the journal or the days looked at change, never by the clock.

mod checkins;
mod cravings;
mod helped;
mod weekdays;

use ebb_core::chart::tenths;
use ebb_core::insight::{Direction, Finding, Halves, LookBack, Span};
use ebb_core::journal::Journal;
use ebb_core::moment::LocalDay;
use leptos::prelude::*;

use super::welcome::example_offer;
use crate::components::{Page, SpanBar, this_week};
use crate::i18n::Texts;
use crate::state::{Ebb, Opening, use_ebb};

/// The screen that looks back.
#[component]
pub fn InsightPage() -> impl IntoView {
    let ebb = use_ebb();
    let texts = ebb.texts();
    let span = this_week();
    let today = Memo::new(move |_| ebb.today());
    let shown = move || {
        if ebb.opening.get() == Opening::Waiting {
            return view! { <p class="empty">{texts.common.opening}</p> }.into_any();
        }
        ebb.journal.with(|journal| {
            if is_empty(journal) {
                return empty(texts);
            }
            sights(ebb, journal, span.get(), today.get())
        })
    };
    view! {
        <Page title=texts.insight.title name="insight">
            <SpanBar span=span />
            {shown}
        </Page>
    }
}

/// All that a journal shows over a span of days.
pub fn sights(ebb: Ebb, journal: &Journal, span: Span, today: LocalDay) -> AnyView {
    let texts = ebb.texts();
    let back = LookBack::over(journal, span, today);
    let sight = Sight { ebb, texts, back };
    sight.show(journal)
}

/// What is looked at, and the words for it.
struct Sight {
    ebb: Ebb,
    texts: &'static Texts,
    back: LookBack,
}

impl Sight {
    fn show(&self, journal: &Journal) -> AnyView {
        let words = &self.texts.insight;
        let mut sections = Vec::new();
        if self.back.totals.days_logged == 0 {
            sections.push(view! { <p class="empty">{words.empty_span}</p> }.into_any());
        } else {
            let days = self.day_labels();
            sections.push(self.cravings(&days));
            if self.back.totals.cravings.n() > 0 {
                sections.push(self.triggers());
                sections.push(self.hours());
            }
            sections.push(self.check_ins(&days));
        }
        sections.push(self.helped(journal));
        if self.back.totals.days_logged > 0 {
            let slips = (words.slips_noted)(self.back.totals.slips);
            let slips = view! { <p>{slips}</p> }.into_any();
            sections.push(section("see-slips", words.slips, vec![slips]));
        }
        sections.into_any()
    }

    /// Each day of the span in few letters. Asked for once: the browser is slow to answer.
    fn day_labels(&self) -> Vec<String> {
        let days = self.back.days.iter();
        days.map(|(day, _)| self.ebb.day_short(*day)).collect()
    }
}

/// People to turn to say nothing about any day.
fn is_empty(journal: &Journal) -> bool {
    journal
        .entries()
        .all(|(_, record)| !record.entry.tells_of_the_past())
}

fn empty(texts: &Texts) -> AnyView {
    let words = &texts.insight;
    let list: Vec<_> = words
        .empty_list
        .into_iter()
        .map(|line| view! { <li>{line}</li> }.into_any())
        .collect();
    let inside = view! {
        <p>{words.empty_lead}</p>
        <ul>{list}</ul>
        {example_offer()}
    };
    section("see-empty", words.empty, vec![inside.into_any()])
}

fn section(id: &'static str, title: &'static str, inside: Vec<AnyView>) -> AnyView {
    view! {
        <section class="card sight" aria-labelledby=id>
            <h2 id=id>{title}</h2>
            {inside}
        </section>
    }
    .into_any()
}

/// What a picture shows: the news, then the rest in small.
struct Says {
    news: Vec<String>,
    rest: Vec<String>,
}

impl Says {
    /// `id` labels the picture.
    fn show(self, id: String) -> AnyView {
        let news = self.news.join(" ");
        let rest = self.rest.join(" ");
        view! {
            <div id=id>
                <p>{news}</p>
                <p class="hint">{rest}</p>
            </div>
        }
        .into_any()
    }
}

/// The later half beside the earlier, if both have enough.
fn trend(trend: &Finding<Halves>, words: fn(Direction, &str, &str) -> String) -> Option<String> {
    let halves = trend.found()?;
    Some(words(
        halves.direction(),
        &tenths(halves.first.mean),
        &tenths(halves.second.mean),
    ))
}
