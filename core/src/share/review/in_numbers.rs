//! What a session begins with, in numbers.

use std::collections::BTreeSet;

use crate::log::{Entry, Medication, Taken};
use crate::rating::Rating;
use crate::share::Share;
use crate::time::{DayBoundary, LocalDay};

/// What a share says in numbers. Days without a word about something are in none of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InNumbers {
    /// The day of the last group attended or appointment held before the share was made, if one is
    /// in it. What follows up to `practices` is counted from that day on, or over all of the share.
    pub since: Option<LocalDay>,
    /// Cravings.
    pub cravings: usize,
    /// The strongest of them.
    pub strongest: Option<Rating>,
    /// Slips.
    pub slips: usize,
    /// Exercises done.
    pub practices: usize,
    /// Days of the whole share on which medication was missed, or taken otherwise.
    pub medication_missed: usize,
    /// Days of the whole share on which anything is noted of it.
    pub medication_noted: usize,
    /// Groups attended, over the whole share.
    pub attended: usize,
    /// Groups missed.
    pub missed: usize,
}

/// A share in numbers.
#[must_use]
pub fn in_numbers(share: &Share) -> InNumbers {
    let made_on = share.issued_at.local_day(DayBoundary::default());
    let mut numbers = InNumbers::default();
    let (mut noted, mut missed) = (BTreeSet::new(), BTreeSet::new());
    let session = |entry: &Entry| match entry {
        Entry::Session(session) if session.attended == Some(true) => Some(session.on),
        Entry::Appointment(appointment) if appointment.held == Some(true) => {
            Some(appointment.start.day)
        }
        _ => None,
    };
    let entries = || share.journal.entries().map(|(_, record)| record);
    numbers.since = entries()
        .filter_map(|record| session(&record.entry))
        .filter(|day| *day < made_on)
        .max();
    for record in entries() {
        let day = record.local_day;
        let is_since = numbers.since.is_none_or(|since| day >= since);
        match &record.entry {
            Entry::Craving(craving) if is_since => {
                numbers.cravings += 1;
                numbers.strongest = numbers.strongest.max(Some(craving.intensity));
            }
            Entry::Slip(_) if is_since => numbers.slips += 1,
            Entry::Practice(_) if is_since => numbers.practices += 1,
            Entry::Dose(dose) => {
                noted.insert(day);
                if dose.taken != Taken::AsPrescribed {
                    missed.insert(day);
                }
            }
            Entry::CheckIn(check_in) => match check_in.medication {
                Some(Medication::Taken) => {
                    noted.insert(day);
                }
                Some(Medication::Missed) => {
                    noted.insert(day);
                    missed.insert(day);
                }
                Some(Medication::NonePrescribed) | None => {}
            },
            Entry::Session(session) => match session.attended {
                Some(true) => numbers.attended += 1,
                Some(false) => numbers.missed += 1,
                None => {}
            },
            _ => {}
        }
    }
    numbers.medication_noted = noted.len();
    numbers.medication_missed = missed.len();
    numbers
}
