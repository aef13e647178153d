//! What to look at first.

use super::changes::{Shifted, changes};
use crate::content::instrument::Instrument;
use crate::insight::{Day, Effect, LookBack, PeakHour, PeakTime, Totals, Trigger, effects_in};
use crate::journal::RecordId;
use crate::log::Entry;
use crate::queries::{CrisisAnswer, appointments, crisis_answers, latest_crisis_answer, to_bring};
use crate::share::{Share, ShareError};
use crate::text::Note;
use crate::time::{DayBoundary, LocalDay};

/// The most triggers that are listed.
const TRIGGERS: usize = 5;

/// Something that comes before all else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flag<'a> {
    /// An answer that opens the crisis screen for the person.
    Answer {
        /// The entry.
        root: RecordId,
        /// Its day.
        day: LocalDay,
        /// The questionnaire.
        instrument: &'a str,
        /// The question.
        item: &'a str,
        /// The answer.
        value: u8,
    },
    /// A slip.
    Slip {
        /// The entry.
        root: RecordId,
        /// Its day.
        day: LocalDay,
    },
}

/// Something the person wants to talk about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Talk<'a> {
    /// The entry it stands in.
    pub root: RecordId,
    /// The words.
    pub what: &'a Note,
}

/// The first page of a review.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ReviewAgenda<'a> {
    /// Answers about not wanting to live first, then slips; the newest of each first.
    pub flags: Vec<Flag<'a>>,
    /// The latest answer to a question about not wanting to live, also when it was "not at all".
    /// `None` when nothing that was shared asks it, which says nothing of the answer.
    pub latest: Option<CrisisAnswer<'a>>,
    /// What the person wants to talk about, in the order in which it was written.
    pub talk: Vec<Talk<'a>>,
    /// The share before beside this one or, without one, the earlier half of the days beside the
    /// later. Only what [says something](Shifted::is_told) may be called a change.
    pub changes: Vec<Shifted>,
    /// The most frequent triggers.
    pub triggers: Vec<Trigger>,
    /// The hour that stands out, if one has more cravings than chance brings.
    pub peak_hour: Option<PeakHour>,
    /// The time of the week that stands out, likewise.
    pub peak_time: Option<PeakTime>,
    /// What the exercises did, with n.
    pub skills: Vec<Effect>,
    /// The whole span in numbers.
    pub totals: Totals,
    /// Days of the span without an entry about them, up to the day the share was made. They are
    /// not known, and not good. Also a day whose entries were left out is one.
    pub missing: Vec<LocalDay>,
}

/// The agenda of a share. `before` is an earlier share of the same person.
///
/// # Errors
/// [`ShareError::OtherPerson`]
pub fn agenda<'a>(
    share: &'a Share,
    before: Option<&Share>,
    instruments: &'a [Instrument],
) -> Result<ReviewAgenda<'a>, ShareError> {
    let changes = changes(share, before, instruments)?;
    let journal = &share.journal;
    let mut agenda = ReviewAgenda {
        flags: flags(share, instruments),
        latest: latest_crisis_answer(journal, instruments),
        talk: talk(share),
        changes,
        triggers: Vec::new(),
        peak_hour: None,
        peak_time: None,
        skills: effects_in(journal, None),
        totals: Totals::default(),
        missing: Vec::new(),
    };
    let Some(span) = share.span() else {
        return Ok(agenda);
    };
    let made_on = share.issued_at.local_day(DayBoundary::default());
    let back = LookBack::over(journal, span, made_on);
    let unknown = |day: &Day| matches!(day, Day::Missing | Day::BeforeStart);
    let missing = back.days.iter().filter(|(_, day)| unknown(day));
    agenda.missing = missing.map(|(day, _)| *day).collect();
    agenda.totals = back.totals;
    agenda.triggers = back.triggers.known;
    agenda.triggers.truncate(TRIGGERS);
    agenda.peak_hour = back.peak_hour;
    agenda.peak_time = back.peak_time;
    Ok(agenda)
}

fn flags<'a>(share: &'a Share, instruments: &'a [Instrument]) -> Vec<Flag<'a>> {
    let answers = crisis_answers(&share.journal, instruments).filter(|answer| answer.is_crisis);
    let answers = answers.map(|answer| Flag::Answer {
        root: answer.root,
        day: answer.day,
        instrument: answer.instrument,
        item: answer.item,
        value: answer.value,
    });
    let newest_first = share.journal.entries().rev();
    let slips = newest_first.filter(|(_, record)| matches!(record.entry, Entry::Slip(_)));
    let slips = slips.map(|(root, record)| Flag::Slip {
        root,
        day: record.local_day,
    });
    answers.chain(slips).collect()
}

fn talk(share: &Share) -> Vec<Talk<'_>> {
    let mut talk = Vec::new();
    for (root, _, item) in to_bring(&share.journal) {
        if !item.done && !item.for_group {
            let what = &item.what;
            talk.push(Talk { root, what });
        }
    }
    for (root, _, appointment) in appointments(&share.journal) {
        if appointment.held.is_none() {
            let questions = appointment.questions.iter();
            talk.extend(questions.map(|what| Talk { root, what }));
        }
    }
    talk
}
