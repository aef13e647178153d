//! Answers about not wanting to live: which there are, the latest, and when to ask again.

use crate::content::instrument::Instrument;
use crate::journal::RecordId;
use crate::log::{Entry, Journal, Questionnaire, Reply};
use crate::time::LocalDay;

/// Where the questionnaires could not be loaded: item 9 of the PHQ-9 asks about thoughts of being
/// better off dead (Kroenke, Spitzer & Williams 2001), and any answer above 0 counts.
const KNOWN: (&str, &str, u8) = ("phq-9", "9", 1);

/// For how many days after such an answer the person is asked how it is: the next day, and two more
/// for those who do not open Ebb every day. Ebb's own choice.
pub const ASK_AGAIN_DAYS: i64 = 3;

/// An answer to a question about not wanting to live, whatever it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CrisisAnswer<'a> {
    /// The entry.
    pub root: RecordId,
    /// Its day.
    pub day: LocalDay,
    /// The questionnaire.
    pub instrument: &'a str,
    /// The question.
    pub item: &'a str,
    /// The answer.
    pub value: u8,
    /// Whether it opens the crisis screen.
    pub is_crisis: bool,
}

/// Every answer to a question about not wanting to live, the newest first; also out of
/// questionnaires that were left half-way. Questionnaires in which it was not answered are passed
/// over: not asked is not "none".
pub fn crisis_answers<'a>(
    journal: &'a Journal,
    instruments: &'a [Instrument],
) -> impl Iterator<Item = CrisisAnswer<'a>> {
    let questionnaires = journal.entries().rev().filter_map(|(root, record)| {
        let Entry::Questionnaire(kept) = &record.entry else {
            return None;
        };
        Some((root, record.local_day, kept))
    });
    questionnaires.flat_map(move |(root, day, kept)| {
        answers_in(kept, instruments).map(move |(reply, is_crisis)| CrisisAnswer {
            root,
            day,
            instrument: &kept.instrument,
            item: &reply.item,
            value: reply.value,
            is_crisis,
        })
    })
}

/// The answers of one questionnaire to such questions, and whether each opens the crisis screen.
pub(crate) fn answers_in<'a>(
    kept: &'a Questionnaire,
    instruments: &'a [Instrument],
) -> impl Iterator<Item = (&'a Reply, bool)> {
    let form = instruments.iter().find(|form| form.id == kept.instrument);
    kept.answers.iter().filter_map(move |reply| {
        let from = match form {
            Some(form) => form.item(&reply.item)?.crisis_from?,
            None if (kept.instrument.as_str(), reply.item.as_str()) == (KNOWN.0, KNOWN.1) => {
                KNOWN.2
            }
            None => return None,
        };
        Some((reply, reply.value >= from))
    })
}

/// The latest answer to a question about not wanting to live. `None` when it was never asked.
#[must_use]
pub fn latest_crisis_answer<'a>(
    journal: &'a Journal,
    instruments: &'a [Instrument],
) -> Option<CrisisAnswer<'a>> {
    crisis_answers(journal, instruments).next()
}

/// The answer that the person is asked about on this day: the latest one, if it opened the crisis
/// screen on one of the [`ASK_AGAIN_DAYS`] days before.
#[must_use]
pub fn to_ask_again<'a>(
    journal: &'a Journal,
    instruments: &'a [Instrument],
    today: LocalDay,
) -> Option<CrisisAnswer<'a>> {
    let latest = latest_crisis_answer(journal, instruments)?;
    let is_soon = (1..=ASK_AGAIN_DAYS).contains(&today.days_since(latest.day));
    (latest.is_crisis && is_soon).then_some(latest)
}
