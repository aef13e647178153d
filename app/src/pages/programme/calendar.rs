//! The calendar file.

use leptos::prelude::*;

use crate::components::tick_box;
use crate::i18n;
use crate::state::prefs::Disguise;
use crate::state::{save_calendar, use_journal, use_preferences};

/// Minutes before the start at which the phone can remind; none for never.
const BEFORE: [u16; 6] = [0, 10, 30, 60, 120, 1440];

/// A button that hands over the calendar file, and what is in it.
pub(super) fn calendar_file() -> AnyView {
    let journal = use_journal();
    let texts = &i18n::more().programme.calendar;
    let remind = RwSignal::new(30_u16);
    // Whoever hides the name of Ebb would not show it in a calendar.
    let disguised = use_preferences().with_untracked(|prefs| prefs.face != Disguise::Ebb);
    let discreet = RwSignal::new(disguised);
    let said = RwSignal::new("");
    let options = BEFORE.map(|minutes| {
        let words = match minutes {
            0 => texts.remind_never.to_owned(),
            minutes => (texts.minutes_before)(minutes),
        };
        view! {
            <option value=minutes.to_string() selected=move || remind.get() == minutes>
                {words}
            </option>
        }
    });
    let save = move |_| {
        let minutes = Some(remind.get_untracked()).filter(|minutes| *minutes > 0);
        let name = discreet.get_untracked().then_some(texts.discreet_name);
        said.set(match save_calendar(journal, minutes, name) {
            None => texts.nothing,
            Some(true) => texts.saved,
            Some(false) => texts.not_saved,
        });
    };
    view! {
        <section class="card screen-only" aria-labelledby="calendar">
            <h2 id="calendar">{texts.title}</h2>
            <p>{texts.lead}</p>
            <div class="field">
                <label for="remind">{texts.remind}</label>
                <select
                    id="remind"
                    on:change:target=move |ev| remind.set(ev.target().value().parse().unwrap_or(30))
                >
                    {options.into_iter().collect_view()}
                </select>
            </div>
            <div class="field">
                {tick_box("discreet", texts.discreet.to_owned(), move || discreet.get(), move || discreet.update(|on| *on = !*on))}
                <span class="hint">{texts.discreet_hint}</span>
            </div>
            <button type="button" class="soft" on:click=save>
                {texts.save}
            </button>
            <p role="status">{said}</p>
        </section>
    }
    .into_any()
}
