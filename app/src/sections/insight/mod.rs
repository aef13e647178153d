//! What the days show. Everything is worked out by core in one pass and drawn once; it is made
//! anew when the journal or the days looked at change, never by the clock.

mod checkins;
mod cravings;
mod harder;
mod helped;
mod plans;
mod trials;
mod usual;
mod weekdays;

use std::cell::OnceCell;
use std::rc::Rc;
use std::sync::Arc;

use ebb_core::chart::tenths;
use ebb_core::insight::thresholds::CRAVINGS_FOR_A_PEAK;
use ebb_core::insight::{
    Finding, Halves, LookBack, PEAK_HOURS, PeakHour, PeakTime, Span, TrendDirection,
};
use ebb_core::log::Journal;
use ebb_core::share::Share;
use ebb_core::time::LocalDay;
use leptos::prelude::*;

use crate::components::{Piece, Sample, empty, pieces};
use crate::i18n::Texts;
use crate::state::JournalContext;
use crate::{i18n, words};

/// Whose journal is looked at.
#[derive(Clone)]
pub enum Of {
    /// The person's own.
    Own(JournalContext),
    /// What somebody has shared.
    Share(Arc<Share>),
}

impl Of {
    fn with<R>(&self, look: impl FnOnce(&Journal) -> R) -> R {
        match self {
            Self::Own(journal) => journal.with_untracked(look),
            Self::Share(share) => look(&share.journal),
        }
    }
}

/// All that a journal shows over a span of days.
pub fn sights(of: Of, span: Span, today: LocalDay) -> AnyView {
    let texts = i18n::texts();
    let back = of.with(|journal| LookBack::over(journal, span, today));
    let sight = Sight {
        texts,
        of,
        back,
        days: OnceCell::new(),
    };
    Rc::new(sight).show()
}

/// In more days than these a date says more than a weekday, and not each has room for a label.
const WEEK: usize = 7;

/// What is looked at, and the words for it.
struct Sight {
    texts: &'static Texts,
    of: Of,
    back: LookBack,
    days: OnceCell<Vec<String>>,
}

impl Sight {
    fn show(self: Rc<Self>) -> AnyView {
        let mut sections: Vec<fn(&Self) -> AnyView> = Vec::new();
        if self.back.totals.days_logged == 0 {
            sections.push(Self::nothing);
        } else {
            sections.extend([Self::usual, Self::cravings] as [fn(&Self) -> AnyView; 2]);
            if self.back.totals.cravings.n() > 0 {
                sections.extend([Self::triggers, Self::hours] as [fn(&Self) -> AnyView; 2]);
            }
            sections.push(Self::check_ins);
        }
        sections
            .extend([Self::harder, Self::helped, Self::trials, Self::plans]
                as [fn(&Self) -> AnyView; 4]);
        if self.back.totals.days_logged > 0 {
            sections.push(Self::slips);
        }
        let drawn = sections.into_iter().map(|section| {
            let sight = self.clone();
            Box::new(move || section(&sight)) as Piece
        });
        pieces(drawn.collect())
    }

    fn nothing(&self) -> AnyView {
        empty(self.texts.insight.empty_span, Sample::Wave)
    }

    fn slips(&self) -> AnyView {
        let words = &self.texts.insight;
        let slips = (words.slips_noted)(self.back.totals.slips);
        let slips = view! { <p>{slips}</p> }.into_any();
        section("see-slips", words.slips, vec![slips])
    }

    /// That there are too few cravings to tell of hours and weekdays, if so.
    fn too_few(&self) -> Option<String> {
        let n = self.back.totals.cravings.n();
        (n < CRAVINGS_FOR_A_PEAK).then(|| (self.texts.insight.not_yet)(n, CRAVINGS_FOR_A_PEAK))
    }

    /// Each day of the span in few letters. Asked for once: the browser is slow to answer.
    fn day_labels(&self) -> &[String] {
        self.days.get_or_init(|| {
            let days = self.back.days.iter().map(|(day, _)| *day);
            if self.back.days.len() > WEEK {
                days.map(words::day_of_month).collect()
            } else {
                days.map(words::day_short).collect()
            }
        })
    }
}

pub fn section(id: &'static str, title: &'static str, inside: Vec<AnyView>) -> AnyView {
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
fn trend(
    trend: &Finding<Halves>,
    words: fn(TrendDirection, &str, &str, &str) -> String,
) -> Option<String> {
    let halves = trend.found()?;
    Some(words(
        halves.direction(),
        &tenths(halves.first.mean),
        &tenths(halves.second.mean),
        &tenths(halves.telling),
    ))
}

/// Whether it says something. Otherwise it is no news.
fn is_told(trend: &Finding<Halves>) -> bool {
    let direction = trend.found().map(Halves::direction);
    direction.is_some_and(|way| way != TrendDirection::Unclear)
}

/// The hour that stands out, or that none does.
pub fn peak_hour_words(peak: Option<PeakHour>) -> String {
    let words = &i18n::texts().insight;
    match peak {
        Some(peak) => (words.busiest_hour)(&words::hour_words(peak.hour), peak.n, peak.of),
        None => words.no_busiest_hour.to_owned(),
    }
}

/// The time of the week that stands out, or that none does.
pub fn peak_time_words(peak: Option<PeakTime>) -> String {
    let words = &i18n::texts().insight;
    let Some(peak) = peak else {
        return words.no_busiest_time.to_owned();
    };
    let weekday = (i18n::more().sheet.option)(&peak.weekday.to_string());
    let from = words::hour_words(peak.from);
    let to = words::hour_words((peak.from + PEAK_HOURS) % 24);
    (words.busiest_time)(weekday, &from, &to, peak.n, peak.of)
}
