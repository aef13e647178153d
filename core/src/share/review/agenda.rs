//! What to look at first.

use super::changes::{Shifted, changes};
use crate::insight::{Day, Effect, LookBack, PeakHour, PeakTime, Totals, Trigger, effects_in};
use crate::instrument::{Instrument, Questionnaire};
use crate::journal::{Entry, RecordId};
use crate::moment::{DayBoundary, LocalDay};
use crate::programme::{appointments, to_bring};
use crate::share::{Share, ShareError};
use crate::text::Note;

/// The most triggers that are listed.
const TRIGGERS: usize = 5;
/// Where the questionnaires could not be loaded: item 9 of the PHQ-9 asks about thoughts of being
/// better off dead (Kroenke, Spitzer & Williams 2001), and any answer above 0 counts.
const KNOWN_CRISIS: (&str, &str, u8) = ("phq-9", "9", 1);

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
pub struct Talk<'a> {
    /// The entry it stands in.
    pub root: RecordId,
    /// The words.
    pub what: &'a Note,
}

/// The first page of a review.
#[derive(Clone, Debug, PartialEq)]
pub struct Agenda<'a> {
    /// Answers about not wanting to live first, then slips; the newest of each first.
    pub flags: Vec<Flag<'a>>,
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
    instruments: &[Instrument],
) -> Result<Agenda<'a>, ShareError> {
    let changes = changes(share, before, instruments)?;
    let journal = &share.journal;
    let mut agenda = Agenda {
        flags: flags(share, instruments),
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

fn flags<'a>(share: &'a Share, instruments: &[Instrument]) -> Vec<Flag<'a>> {
    let newest_first = || share.journal.entries().rev();
    let mut flags = Vec::new();
    for (root, record) in newest_first() {
        if let Entry::Questionnaire(kept) = &record.entry {
            let answers = crisis_answers(kept, instruments);
            flags.extend(answers.map(|(item, value)| Flag::Answer {
                root,
                day: record.local_day,
                instrument: &kept.instrument,
                item,
                value,
            }));
        }
    }
    let slips = newest_first().filter(|(_, record)| matches!(record.entry, Entry::Slip(_)));
    flags.extend(slips.map(|(root, record)| Flag::Slip {
        root,
        day: record.local_day,
    }));
    flags
}

/// The answers in a questionnaire that open the crisis screen, whole or half-way.
fn crisis_answers<'a>(
    kept: &'a Questionnaire,
    instruments: &[Instrument],
) -> impl Iterator<Item = (&'a str, u8)> {
    let form = instruments.iter().find(|form| form.id == kept.instrument);
    let from = move |item: &str| {
        let Some(form) = form else {
            let (instrument, known, from) = KNOWN_CRISIS;
            return (kept.instrument == instrument && item == known).then_some(from);
        };
        form.item(item)?.crisis_from
    };
    let answers = kept.answers.iter();
    answers
        .filter(move |reply| from(&reply.item).is_some_and(|from| reply.value >= from))
        .map(|reply| (reply.item.as_str(), reply.value))
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
