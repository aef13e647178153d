//! Questionnaires: what one has to know of them, what came of them, and help where an answer asks
//! for it.

mod crisis;
mod next_day;
mod result;
mod trend;

pub use crisis::{CRISIS, Noted, crisis, noted};
pub use next_day::NextDay;
pub use result::ResultView;
pub use trend::trends;

use ebb_core::content::instrument::{Instrument, Wording};

use crate::i18n::more;

/// What one has to know of the wording: that it is not in the language of the page, or not certain.
pub fn doubt(instrument: &Instrument) -> Option<&'static str> {
    let words = &more().assess;
    let unsure = instrument.wording == Wording::Circulating;
    foreign(instrument).or(unsure.then_some(words.to_check))
}

/// That a questionnaire is not in the language of the page, if so.
pub fn foreign(instrument: &Instrument) -> Option<&'static str> {
    let words = &more().assess;
    instrument
        .language
        .is_some()
        .then_some(words.other_language)
}

/// Who made a questionnaire, what is not certain, and where form, sums and limits were published.
pub fn origin_lines(instrument: &Instrument) -> Vec<String> {
    let mut lines = vec![instrument.credit.clone()];
    if instrument.wording == Wording::Circulating {
        lines.push(more().assess.to_check.to_owned());
    }
    lines.extend(instrument.wording_note.clone());
    let limits = instrument.scores.iter().flat_map(|score| {
        let look = score.look.as_ref().map(|look| &look.source);
        let change = score.meaningful_change.as_ref();
        let change = change.map(|change| &change.source);
        std::iter::once(&score.source).chain(look).chain(change)
    });
    for source in instrument.sources.iter().chain(limits) {
        if !lines.contains(source) {
            lines.push(source.clone());
        }
    }
    lines
}
