//! When a questionnaire is asked, and taking up a half-filled one.

use crate::content::instrument::{Instrument, Rhythm, present_form};
use crate::journal::RecordId;
use crate::log::{Assignment, Journal, Questionnaire, Record};
use crate::time::{LocalDay, Moment};

/// Hours in which a half-filled questionnaire is taken up again. Ebb's own choice: questions about
/// 'the last two weeks' mean other weeks when half of them are answered days later.
pub const RESUME_HOURS: u32 = 24;

fn of_journal<'a>(
    journal: &'a Journal,
    instrument: &'a str,
) -> impl DoubleEndedIterator<Item = (RecordId, &'a Record, &'a Questionnaire)> {
    journal
        .all_of::<Questionnaire>()
        .filter(move |(_, _, kept)| kept.instrument == instrument)
}

/// The newest finished one.
#[must_use]
pub fn last_result<'a>(
    journal: &'a Journal,
    instrument: &'a str,
) -> Option<(RecordId, &'a Record, &'a Questionnaire)> {
    of_journal(journal, instrument)
        .rev()
        .find(|(_, _, kept)| kept.is_finished())
}

/// The half-filled one to take up again: of this form, and begun in the last [`RESUME_HOURS`].
#[must_use]
pub fn unfinished<'a>(
    journal: &'a Journal,
    instrument: &'a Instrument,
    now: Moment,
) -> Option<(RecordId, &'a Questionnaire)> {
    of_journal(journal, &instrument.id)
        .rev()
        .find(|(_, record, kept)| {
            let fresh = now.minutes_since(record.happened_at) <= RESUME_HOURS * 60;
            !kept.is_finished() && present_form(&kept.form) == instrument.form && fresh
        })
        .map(|(root, _, kept)| (root, kept))
}

/// Days from one to the next by what somebody set and the person took: the assignment taken last, of
/// those that are not done. It stands in the place of the form's own rhythm.
#[must_use]
pub(crate) fn assigned_days<'a>(
    assignments: impl DoubleEndedIterator<Item = &'a Assignment>,
    instrument: &str,
) -> Option<i64> {
    let mut newest_first = assignments.rev();
    newest_first.find_map(|task| {
        let days = task.rhythm_days()?;
        (task.instrument.as_deref() == Some(instrument)).then_some(days)
    })
}

fn assigned_in(journal: &Journal, instrument: &Instrument) -> Option<i64> {
    let all = journal.all_of::<Assignment>().map(|(_, _, task)| task);
    assigned_days(all, &instrument.id)
}

/// Whether it is time to ask, when the newest finished one is of the day `last` and `assigned` is
/// what [`assigned_days`] says.
///
/// By its own rhythm the first time is at intake. An instrument that is not for everybody has no
/// intake; it is asked once the person has begun with it.
#[must_use]
pub(crate) fn is_due(
    instrument: &Instrument,
    assigned: Option<i64>,
    last: Option<LocalDay>,
    today: LocalDay,
) -> bool {
    match (assigned, last) {
        (Some(days), last) => last.is_none_or(|last| today.days_since(last) >= days),
        (None, None) => instrument.rhythms.contains(&Rhythm::Intake),
        (None, Some(last)) => {
            let mut rhythms = instrument.rhythms.iter().filter_map(|rhythm| rhythm.days());
            rhythms.any(|days| today.days_since(last) >= days)
        }
    }
}

/// The day from which it is asked again after one of the day `last`; `None` when it was for once.
#[must_use]
pub fn due_from(journal: &Journal, instrument: &Instrument, last: LocalDay) -> Option<LocalDay> {
    let own = instrument.rhythms.iter().filter_map(|rhythm| rhythm.days());
    let days = assigned_in(journal, instrument).or_else(|| own.min())?;
    Some(last.plus(i32::try_from(days).unwrap_or(i32::MAX)))
}

/// Whether it is time to ask for one, by what was set or else by its own rhythm: the first time at
/// intake, or once the person has begun with it when it is not for everybody.
#[must_use]
pub fn due(journal: &Journal, instrument: &Instrument, today: LocalDay) -> bool {
    let last = last_result(journal, &instrument.id);
    is_due(
        instrument,
        assigned_in(journal, instrument),
        last.map(|(_, record, _)| record.local_day),
        today,
    )
}
