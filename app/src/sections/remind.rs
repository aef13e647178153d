//! Reminders in words, and the way to one of what is on the screen.

use ebb_core::log::{Reminder, ReminderFor};
use ebb_core::text::Tag;
use leptos::prelude::*;
use leptos_router::components::A;

use super::if_then::weekday_short;
use crate::state::content::instruments;
use crate::{i18n, words};

/// A link to a reminder of it: `what` as the address of reminders names it, such as `check-in`.
pub fn remind(what: &str) -> AnyView {
    view! {
        <A href=format!("/reminders/new/{what}") attr:class="button quiet small screen-only">
            {i18n::texts().common.remind}
        </A>
    }
    .into_any()
}

/// What a reminder is for, in words.
pub fn reminder_words(of: ReminderFor, name: Option<&Tag>) -> String {
    let texts = &i18n::tools().reminders;
    let kind = (texts.of)(of);
    let Some(name) = name else {
        return kind.to_owned();
    };
    let name = match (name.suggestion(), of) {
        (Some(id), ReminderFor::Questionnaire) => {
            let title = instruments().one(id, |instrument| instrument.title.clone());
            title.unwrap_or_else(|| (i18n::texts().tag)(id))
        }
        (Some(id), _) => words::exercise_title(id),
        (None, _) => name.as_str().to_owned(),
    };
    (texts.named)(kind, &name)
}

/// On which days and when.
pub fn reminder_times(reminder: &Reminder) -> String {
    let chosen = words::weekdays().into_iter();
    let chosen: Vec<_> = chosen
        .filter(|day| reminder.weekdays.contains(day))
        .collect();
    let days = if chosen.len() == 7 {
        i18n::tools().reminders.every_day.to_owned()
    } else {
        let names: Vec<_> = chosen.into_iter().map(weekday_short).collect();
        names.join(", ")
    };
    format!("{days} · {}", words::clock_words(reminder.at.minutes()))
}
