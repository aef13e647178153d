//! The form of a check-in.

use ebb_core::log::{CheckIn, Entry, Halt, Medication, Record};
use ebb_core::rating::Rating;
use ebb_core::text::Tag;
use serde::{Deserialize, Serialize};

use super::{Form, Parsed, Problem, Reader, text_of};
use crate::platform::clock;
use crate::platform::part::{Missing, Work, in_part, part};

/// A check-in as it is being written.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CheckInForm {
    pub mood: Option<Rating>,
    pub stress: Option<Rating>,
    pub sleep: Option<Rating>,
    pub energy: Option<Rating>,
    pub craving_now: Option<Rating>,
    pub craving_strongest: Option<Rating>,
    #[serde(default)]
    pub confidence: Option<Rating>,
    pub presence: Option<Rating>,
    pub halt: Option<Halt>,
    pub medication: Option<Medication>,
    pub skills: Vec<Tag>,
    pub note: String,
    pub when: String,
}

impl CheckInForm {
    /// The form of an entry that is there already.
    pub fn of(checkin: &CheckIn, record: &Record) -> Self {
        Self {
            mood: checkin.mood,
            stress: checkin.stress,
            sleep: checkin.sleep,
            energy: checkin.energy,
            craving_now: checkin.craving_now,
            craving_strongest: checkin.craving_strongest,
            confidence: checkin.confidence,
            presence: checkin.presence,
            halt: checkin.halt,
            medication: checkin.medication,
            skills: checkin.skills.clone(),
            note: text_of(checkin.note.as_ref()),
            when: clock::to_field(record.happened_at),
        }
    }
}

// Reading drafts takes what reads JSON, which a form that nobody has begun does without.
in_part! {
    read fn check_in_of_text(text: String) -> Option<CheckInForm> { serde_json::from_str(&text).ok() }
}

impl Form for CheckInForm {
    fn of_text(text: String) -> Work<Option<Self>> {
        Box::pin(async move {
            match part!(check_in_of_text(text)) {
                Ok(work) => work.await,
                Err(Missing) => None,
            }
        })
    }

    fn parse(&self) -> Parsed {
        let mut reader = Reader::default();
        let note = reader.note("note", &self.note);
        let when = reader.when("when", &self.when);
        let checkin = CheckIn {
            mood: self.mood,
            stress: self.stress,
            sleep: self.sleep,
            energy: self.energy,
            craving_now: self.craving_now,
            craving_strongest: self.craving_strongest,
            confidence: self.confidence,
            presence: self.presence,
            halt: self.halt,
            medication: self.medication,
            skills: self.skills.clone(),
            note,
        };
        if reader.problems.is_empty() && checkin == CheckIn::default() {
            reader.problems.push(("form", Problem::EmptyCheckIn));
        }
        reader.done((Entry::CheckIn(checkin), when))
    }

    fn when(&self) -> &str {
        &self.when
    }
}
