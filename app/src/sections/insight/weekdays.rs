//! Weekdays by hours: a table whose cells are shaded, so that it is its own text.

use ebb_core::chart::{WeekCell, WeekHeat, WeekRow};
use leptos::prelude::*;

use super::{Sight, peak_time_words};
use crate::words;

/// Class of each shade.
const SHADES: [&str; 5] = ["week-0", "week-1", "week-2", "week-3", "week-4"];

impl Sight {
    pub(super) fn weekdays(&self) -> AnyView {
        let words = &self.texts.insight;
        let heat = WeekHeat::over(&self.back);
        let hours: Vec<_> = heat.rows[0]
            .cells
            .iter()
            .map(|cell| {
                view! {
                    <th scope="col">
                        <span aria-hidden="true">{(words.hour_short)(cell.from)}</span>
                        <span class="unseen">{words::hour_words(cell.from)}</span>
                    </th>
                }
                .into_any()
            })
            .collect();
        let days = self.back.days.iter().map(|(day, _)| *day);
        let rows: Vec<_> = heat
            .rows
            .iter()
            .zip(days)
            .map(|(row, day)| self.weekday(row, words::weekday_short(day)))
            .collect();
        view! {
            <h3 id="see-weekdays">{words.weekdays}</h3>
            {self.peak_time().map(|says| view! { <p>{says}</p> })}
            <table class="week-heat" aria-labelledby="see-weekdays">
                <thead>
                    <tr>
                        <th scope="col">
                            <span class="unseen">{words.weekday}</span>
                        </th>
                        {hours}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any()
    }

    fn weekday(&self, row: &WeekRow, name: String) -> AnyView {
        let cells: Vec<_> = row
            .cells
            .iter()
            .map(|cell| self.hours_of(row.known, *cell))
            .collect();
        view! {
            <tr>
                <th scope="row">{name}</th>
                {cells}
            </tr>
        }
        .into_any()
    }

    /// None is not written where it is seen, and neither is what is not known.
    fn hours_of(&self, known: bool, cell: WeekCell) -> AnyView {
        let class = SHADES.get(usize::from(cell.level)).copied();
        match (known, cell.n) {
            (false, _) => view! {
                <td class="week-unknown">
                    <span class="unseen">{self.texts.insight.unknown}</span>
                </td>
            }
            .into_any(),
            (true, 0) => view! {
                <td class=class>
                    <span class="unseen">"0"</span>
                </td>
            }
            .into_any(),
            (true, n) => view! { <td class=class>{n}</td> }.into_any(),
        }
    }

    /// Nothing where there are so few that it was said of the hours.
    fn peak_time(&self) -> Option<String> {
        let enough = self.too_few().is_none();
        enough.then(|| peak_time_words(self.back.peak_time))
    }
}
