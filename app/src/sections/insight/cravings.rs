//! Cravings: how many, how strong, what set them off, at what time of day.

use ebb_core::chart::{
    AreaChart, Bars, ChartMeasure, Extreme, Frame, Heat, Margins, Summary, tenths,
};
use ebb_core::time::LocalDay;
use leptos::prelude::*;

use super::{Of, Says, Sight, WEEK, is_told, peak_hour_words, section, trend};
use crate::components::chart::{self, Labels};
use crate::components::folded_table;
use crate::components::pick::Picked;
use crate::sections::remind;
use crate::words;

impl Sight {
    pub(super) fn cravings(&self) -> AnyView {
        let days = self.day_labels();
        let words = &self.texts.insight;
        let Ok(frame) = Frame::new(320.0, 120.0, Margins::default()) else {
            return ().into_any();
        };
        let counts = Bars::over(&self.back, ChartMeasure::CravingsPerDay, frame);
        let strongest = AreaChart::over(&self.back, ChartMeasure::StrongestPerDay, frame);
        let table = self.days_table(&counts, &strongest, days);
        let counted = self.counted(&counts.describe());
        let rated = self.rated(&strongest.describe());
        let picked = Picked::among_days(days.len());
        let [count_ids, strongest_ids] = ["see-count", "see-strongest"]
            .map(|id| over_days(format!("{id} {id}-says"), days, Some(picked)));
        let count_chart = (!counts.bars.is_empty()).then(|| chart::bars(&counts, count_ids));
        let area_chart =
            (!strongest.areas.is_empty()).then(|| chart::area_chart(&strongest, strongest_ids));
        let inside = vec![
            captioned("see-count", words.per_day, counted, count_chart),
            view! {
                <p class="chart-key" aria-hidden="true">
                    <span class="key-none">{words.key_none}</span>
                    <span class="key-unknown">{words.key_unknown}</span>
                </p>
            }
            .into_any(),
            captioned("see-strongest", words.strongest_per_day, rated, area_chart),
            picked.slider(
                "see-day",
                words.pick_day,
                self.each_day(&counts, &strongest),
            ),
            table,
        ];
        section("see-cravings", words.cravings, inside)
    }

    /// What is known of each day, in words.
    fn each_day(&self, counts: &Bars, strongest: &AreaChart) -> Vec<String> {
        let words = &self.texts.insight;
        let rows = counts.table().iter().zip(strongest.table());
        let days = rows.map(|(count, strongest)| {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a small count, and never negative"
            )]
            let count_known = count.reading.value().map(|count| count as usize);
            let strongest = strongest.reading.value().map(tenths);
            let day = words::day_words(count.key);
            (words.picked_day)(&day, count_known, strongest.as_deref())
        });
        days.collect()
    }

    fn counted(&self, summary: &Summary) -> Says {
        let words = &self.texts.insight;
        let n = self.back.totals.cravings.n();
        let mut news = vec![(words.cravings_on_days)(n, summary.n)];
        let mut rest = Vec::new();
        if let Some(most) = summary.highest.filter(|_| n > 0) {
            let (value, day) = extreme(&most);
            rest.push((words.most)(&value, day.as_deref(), most.times));
            let says = trend(&summary.trend, words.count_trend);
            let says = says.unwrap_or_else(|| words.no_direction.to_owned());
            if is_told(&summary.trend) {
                &mut news
            } else {
                &mut rest
            }
            .push(says);
        }
        if summary.missing > 0 {
            rest.push((words.days_unknown)(summary.missing));
        }
        Says { news, rest }
    }

    fn rated(&self, summary: &Summary) -> Says {
        let words = &self.texts.insight;
        let (mut news, mut rest) = (Vec::new(), Vec::new());
        if let Some(strongest) = summary.highest {
            let (value, day) = extreme(&strongest);
            news.push((words.strongest)(&value, day.as_deref(), strongest.times));
            // Where it is too early to say, the first chart has said so. All ratings are asked, and
            // not the strongest of each day, which tells less.
            let strength = self.back.strength().found;
            if is_told(&strength) {
                &mut news
            } else {
                &mut rest
            }
            .extend(trend(&strength, words.strength_trend));
            if summary.missing > 0 {
                rest.push((words.strength_unknown)(summary.missing));
            }
        } else {
            news.push(words.no_strength.to_owned());
        }
        Says { news, rest }
    }

    fn days_table(&self, counts: &Bars, strongest: &AreaChart, days: &[String]) -> AnyView {
        let words = &self.texts.insight;
        let rows = counts.table().iter().zip(strongest.table()).zip(days);
        let rows = rows
            .filter(|((count, _), _)| count.reading.could_be_known())
            .map(|((count, strongest), day)| {
                let cell = |value: Option<f64>| value.map_or(words.unknown.to_owned(), tenths);
                vec![
                    day.clone(),
                    cell(count.reading.value()),
                    cell(strongest.reading.value()),
                ]
            });
        folded_table(
            words.show_numbers,
            words.cravings,
            vec![words.day, words.number, words.strongest_of],
            rows.collect(),
        )
    }

    pub(super) fn triggers(&self) -> AnyView {
        let words = &self.texts.insight;
        let triggers = &self.back.triggers;
        // The most frequent comes first.
        let most = triggers.known.first().map_or(1, |one| one.cravings.n());
        let list: Vec<_> = triggers
            .known
            .iter()
            .map(|trigger| {
                let n = trigger.cravings.n();
                let mean = tenths(trigger.cravings.mean().unwrap_or_default());
                let name = self.texts.tags(std::slice::from_ref(&trigger.tag));
                view! {
                    <li>
                        <span class="bar-name" dir="auto">
                            {name}
                        </span>
                        <span class="bar-says">{(words.trigger)(n, &mean)}</span>
                        <meter
                            aria-hidden="true"
                            min="0"
                            max=most.to_string()
                            value=n.to_string()
                        ></meter>
                    </li>
                }
                .into_any()
            })
            .collect();
        let mut inside = Vec::new();
        if !list.is_empty() {
            inside.push(
                view! {
                    <ul class="plain bar-list">{list}</ul>
                    <p class="hint">{words.triggers_overlap}</p>
                }
                .into_any(),
            );
        }
        if triggers.without > 0 {
            let without = (words.without_trigger)(triggers.without);
            inside.push(view! { <p>{without}</p> }.into_any());
        }
        section("see-triggers", words.triggers, inside)
    }

    pub(super) fn hours(&self) -> AnyView {
        let words = &self.texts.insight;
        let Ok(frame) = Frame::new(240.0, 20.0, Margins::default()) else {
            return ().into_any();
        };
        let heat = Heat::over(&self.back, frame);
        let rows = heat.table().iter().map(|row| {
            let mean = row.mean.map_or(String::new(), tenths);
            vec![words::hour_words(row.key), row.n.to_string(), mean]
        });
        let rows: Vec<_> = rows.collect();
        let says = self
            .too_few()
            .unwrap_or_else(|| peak_hour_words(self.back.peak_hour));
        let labels = Labels {
            ids: "see-hours see-hours-says".to_owned(),
            across: heat
                .x_ticks
                .iter()
                .filter_map(|tick| rows.get(usize::from(tick.label))?.first().cloned())
                .collect(),
            class: "chart-hours",
            picked: None,
        };
        let most = (0..24_u8)
            .zip(&self.back.hours)
            .max_by_key(|(_, hour)| hour.n());
        let own = matches!(self.of, Of::Own(_));
        let remind = most
            .filter(|_| own)
            .map(|(hour, _)| remind(&format!("hour/{hour}")));
        let inside = vec![
            view! { <p id="see-hours-says">{says}</p> }.into_any(),
            remind.into_any(),
            chart::heat(&heat, labels),
            folded_table(
                words.show_numbers,
                words.hours,
                vec![words.hour, words.number, words.mean],
                rows,
            ),
            self.weekdays(),
        ];
        section("see-hours", words.hours, inside)
    }
}

/// What a chart over days is labelled by, and what is written below it.
fn over_days(ids: String, days: &[String], picked: Option<Picked>) -> Labels {
    let is_week = days.len() <= WEEK;
    Labels {
        ids,
        across: days
            .iter()
            .step_by(if is_week { 1 } else { WEEK })
            // The few days after the last whole week have no room for a label of their own.
            .take(if is_week { WEEK } else { days.len() / WEEK })
            .cloned()
            .collect(),
        class: if is_week { "chart-week" } else { "chart-month" },
        picked,
    }
}

/// A chart under its heading and its sentences.
fn captioned(
    id: &'static str,
    title: &'static str,
    says: Says,
    picture: Option<AnyView>,
) -> AnyView {
    view! {
        <h3 id=id>{title}</h3>
        {says.show(format!("{id}-says"))}
        {picture}
    }
    .into_any()
}

/// The value, and its day when it was one alone.
fn extreme(extreme: &Extreme<LocalDay>) -> (String, Option<String>) {
    let day = (extreme.times == 1).then(|| words::day_words(extreme.at));
    (tenths(extreme.value), day)
}
