//! The curve through a craving's ratings, with the usual one behind it.

use ebb_core::chart::{Course, Frame, Margins};
use ebb_core::insight::{Span, usual_wave, wave};
use leptos::prelude::*;

use crate::components::chart::{self, Labels};
use crate::components::{id_in_address, when};
use crate::i18n;
use crate::state::{use_journal, use_preferences};

/// Over how many days the usual course is looked for: long enough for many cravings, and not so
/// long that it tells of another time.
const USUAL_DAYS: u16 = 90;

/// The curve of the craving that the address names, from two ratings on.
pub fn curve() -> AnyView {
    let journal = use_journal();
    let preferences = use_preferences();
    let texts = i18n::texts();
    let id = id_in_address();
    let found = Memo::new(move |_| {
        let root = id.with(|id| id.parse().ok())?;
        let span = Span::ending(preferences.today(), USUAL_DAYS).ok()?;
        journal.with(|journal| {
            let wave = wave(journal, root).filter(|wave| !wave.later.is_empty())?;
            Some((wave, usual_wave(journal, span)))
        })
    });
    let picture = move || {
        let (wave, usual) = found.get()?;
        let frame = Frame::new(320.0, 96.0, Margins::default()).ok()?;
        let course = Course::over(&wave, frame);
        let usual = usual.map(|usual| course.beside(&usual)).unwrap_or_default();
        let across = course.x_ticks.iter();
        let labels = Labels {
            ids: "again".to_owned(),
            across: across
                .map(|tick| (texts.followup.after)(tick.label))
                .collect(),
            class: "chart-ends",
            picked: None,
        };
        Some(chart::course(&course, usual, labels))
    };
    let has_usual =
        move || found.with(|found| found.as_ref().is_some_and(|(_, usual)| usual.is_some()));
    view! {
        {picture}
        {when(has_usual, move || view! { <p class="hint">{texts.followup.usual}</p> }.into_any())}
    }
    .into_any()
}
