//! Check-in answers, one small line for each item.

use ebb_core::chart::{ChartMeasure, Frame, LineChart, Margins, tenths};
use ebb_core::insight::CheckInItem;
use leptos::prelude::*;

use super::{Sight, section, trend};
use crate::components::chart::{self, Labels};
use crate::components::folded_table;
use crate::components::pick::Picked;
use crate::words;

impl Sight {
    pub(super) fn check_ins(&self) -> AnyView {
        let days = self.day_labels();
        let words = &self.texts.insight;
        if self.back.totals.check_ins == 0 {
            let none = view! { <p>{words.no_check_ins}</p> }.into_any();
            return section("see-check-ins", words.check_ins, vec![none]);
        }
        let Ok(frame) = Frame::new(160.0, 50.0, Margins::default()) else {
            return ().into_any();
        };
        let lines = CheckInItem::ALL
            .map(|item| LineChart::over(&self.back, ChartMeasure::CheckIn(item), frame));
        let picked = Picked::among_days(days.len());
        let mut drawn = Vec::new();
        let mut not_answered = Vec::new();
        for (item, line) in CheckInItem::ALL.into_iter().zip(&lines) {
            let name = self.texts.checkin.rated(item)[0];
            if line.segments.is_empty() {
                not_answered.push(name);
            } else {
                drawn.push(self.item(item, name, line, picked));
            }
        }
        let mut inside = Vec::new();
        if !drawn.is_empty() {
            inside.push(
                view! {
                    <p class="hint">{words.check_ins_lead}</p>
                    <ul class="plain multiples">{drawn}</ul>
                }
                .into_any(),
            );
            inside.push(picked.slider("see-answers", words.pick_day, self.each_answer(&lines)));
        }
        let too_few = |(item, line): (CheckInItem, &LineChart)| {
            let drawn = !line.segments.is_empty() && !of_craving(item);
            drawn && line.describe().trend.found().is_none()
        };
        if CheckInItem::ALL.into_iter().zip(&lines).any(too_few) {
            // Said once for all of them.
            inside.push(view! { <p class="hint">{words.no_item_direction}</p> }.into_any());
        }
        if !not_answered.is_empty() {
            let says = (words.not_answered)(&not_answered.join(", "));
            inside.push(view! { <p class="hint">{says}</p> }.into_any());
        }
        inside.push(self.answers_table(&lines, days));
        section("see-check-ins", words.check_ins, inside)
    }

    /// The answers of each day, in words.
    fn each_answer(&self, lines: &[LineChart; 8]) -> Vec<String> {
        let words = &self.texts.insight;
        let days = self.back.days.iter().enumerate().map(|(index, (day, _))| {
            let answers = CheckInItem::ALL
                .into_iter()
                .zip(lines)
                .filter_map(|(item, line)| {
                    let value = line.table().get(index)?.reading.value()?;
                    let name = self.texts.checkin.rated(item)[0];
                    Some(format!("{name} {}", tenths(value)))
                });
            let answers: Vec<_> = answers.collect();
            let day = words::day_words(*day);
            if answers.is_empty() {
                (words.picked_day)(&day, None, None)
            } else {
                format!("{day}: {}", answers.join(", "))
            }
        });
        days.collect()
    }

    fn item(
        &self,
        item: CheckInItem,
        name: &'static str,
        line: &LineChart,
        picked: Picked,
    ) -> AnyView {
        let id = format!("see-item-{}", item as u8);
        let words = &self.texts.insight;
        let summary = line.describe();
        let mut news = Vec::new();
        if let Some((lowest, highest)) = summary.lowest.zip(summary.highest) {
            let (low, high) = (tenths(lowest.value), tenths(highest.value));
            news.push((words.between)(&low, &high, summary.n));
        }
        if !of_craving(item) {
            news.extend(trend(&summary.trend, words.item_trend));
        }
        let labels = Labels {
            ids: format!("{id} {id}-says"),
            across: Vec::new(),
            class: "chart-small",
            picked: Some(picked),
        };
        view! {
            <li>
                <h3 id=id.clone()>{name}</h3>
                {chart::line(line, labels)}
                <p id=format!("{id}-says")>{news.join(" ")}</p>
            </li>
        }
        .into_any()
    }

    fn answers_table(&self, lines: &[LineChart; 8], days: &[String]) -> AnyView {
        let words = &self.texts.insight;
        let mut head = vec![words.day];
        head.extend(CheckInItem::ALL.map(|item| self.texts.checkin.rated(item)[0]));
        let mut rows = Vec::new();
        for (index, day) in days.iter().enumerate() {
            let readings = lines
                .iter()
                .filter_map(|line| Some(line.table().get(index)?.reading));
            let readings: Vec<_> = readings.collect();
            if readings.iter().any(|reading| reading.could_be_known()) {
                let cells = readings
                    .into_iter()
                    .map(|reading| reading.value().map_or(words.unknown.to_owned(), tenths));
                rows.push(std::iter::once(day.clone()).chain(cells).collect());
            }
        }
        folded_table(words.show_numbers, words.check_ins, head, rows)
    }
}

/// What is said of craving is said once, of all its ratings.
const fn of_craving(item: CheckInItem) -> bool {
    matches!(
        item,
        CheckInItem::CravingNow | CheckInItem::CravingStrongest
    )
}
