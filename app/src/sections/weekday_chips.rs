//! The days of the week to tap.

use leptos::prelude::*;

use super::if_then::weekday_short;
use crate::components::chip;
use crate::{i18n, words};

/// Chips for the days of the week, 0 for Monday; `name` is unique in the page.
pub fn weekday_chips(name: &'static str, days: RwSignal<Vec<u8>>) -> AnyView {
    let chips = words::weekdays().map(|day| {
        let is = move || days.with(|days| days.contains(&day));
        let flip = move || {
            days.update(|days| {
                if let Some(at) = days.iter().position(|known| *known == day) {
                    days.remove(at);
                } else {
                    days.push(day);
                }
            });
        };
        chip("checkbox", name, weekday_short(day), is, flip)
    });
    let chips: Vec<_> = chips.into_iter().collect();
    view! {
        <fieldset class="chips">
            <legend>{i18n::tools().reminders.days}</legend>
            <div class="chip-row">{chips}</div>
        </fieldset>
    }
    .into_any()
}
