//! What to talk about: an agenda that fills itself.

use super::{appointments, to_bring};
use crate::journal::RecordId;
use crate::log::{Appointment, Entry, Journal, Session, ToBring};
use crate::rating::Rating;
use crate::text::Note;
use crate::time::LocalDay;

/// What has been since the last appointment of the same occasion.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct AppointmentAgenda<'a> {
    /// The day of that appointment, from which on (it included) entries are looked at; `None`
    /// when there was none and everything is.
    pub since: Option<LocalDay>,
    /// Days with at least one entry about them. The others are not known, and not good.
    pub days_known: usize,
    /// Cravings logged.
    pub cravings: usize,
    /// The strongest of them.
    pub strongest: Option<Rating>,
    /// Slips, newest last.
    pub slips: Vec<RecordId>,
    /// Exercises done.
    pub practices: usize,
    /// Questionnaires finished, newest last.
    pub questionnaires: Vec<RecordId>,
    /// Groups attended and missed.
    pub attended: usize,
    /// See `attended`.
    pub missed: usize,
    /// What was taken away from groups.
    pub takeaways: Vec<&'a Note>,
    /// Questions written for this appointment.
    pub questions: Vec<&'a Note>,
    /// What waits to be brought up, from whenever it was written.
    pub to_bring: Vec<(RecordId, &'a ToBring)>,
}

/// The agenda of an appointment; `None` when there is no such appointment.
#[must_use]
pub fn appointment_agenda(journal: &Journal, root: RecordId) -> Option<AppointmentAgenda<'_>> {
    let Entry::Appointment(this) = &journal.get(root)?.entry else {
        return None;
    };
    let mut agenda = AppointmentAgenda {
        since: last_before(journal, root, this),
        questions: this.questions.iter().collect(),
        ..AppointmentAgenda::default()
    };
    let mut last_day = None;
    for (root, record) in journal.entries() {
        if agenda.since.is_some_and(|since| record.local_day < since) {
            continue;
        }
        if agenda.take(root, &record.entry) && last_day != Some(record.local_day) {
            last_day = Some(record.local_day);
            agenda.days_known += 1;
        }
    }
    agenda.to_bring = to_bring(journal)
        .filter(|(_, _, item)| !item.done && !item.for_group)
        .map(|(root, _, item)| (root, item))
        .collect();
    Some(agenda)
}

impl<'a> AppointmentAgenda<'a> {
    /// Takes an entry in and says whether it tells of its day.
    fn take(&mut self, root: RecordId, entry: &'a Entry) -> bool {
        match entry {
            Entry::Craving(craving) => {
                self.cravings += 1;
                self.strongest = self.strongest.max(Some(craving.intensity));
            }
            Entry::Slip(_) => self.slips.push(root),
            Entry::Practice(_) => self.practices += 1,
            Entry::CheckIn(_) => {}
            Entry::Questionnaire(kept) => {
                if kept.is_finished() {
                    self.questionnaires.push(root);
                }
                return false;
            }
            Entry::Session(session) => {
                self.take_session(session);
                return false;
            }
            _ => return false,
        }
        true
    }

    fn take_session(&mut self, session: &'a Session) {
        match session.attended {
            Some(true) => self.attended += 1,
            Some(false) => self.missed += 1,
            None => {}
        }
        self.takeaways.extend(&session.takeaway);
    }
}

/// The day of the last appointment of the same occasion that was not missed.
fn last_before(journal: &Journal, root: RecordId, this: &Appointment) -> Option<LocalDay> {
    let when = |appointment: &Appointment| (appointment.start.day, appointment.start.at);
    appointments(journal)
        .filter(|(other, _, appointment)| {
            *other != root
                && appointment.occasion == this.occasion
                && appointment.held != Some(false)
                && when(appointment) < when(this)
        })
        .map(|(_, _, appointment)| appointment.start.day)
        .max()
}
