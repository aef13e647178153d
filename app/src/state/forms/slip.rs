//! The form of a slip.

use ebb_core::log::{Entry, Record, Slip};
use ebb_core::text::Tag;
use serde::{Deserialize, Serialize};

use super::{Form, Parsed, Reader, text_of};
use crate::platform::clock;
use crate::platform::part::{Missing, Work, in_part, part};

/// A slip as it is being written.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SlipForm {
    pub substance: Option<Tag>,
    pub amount: String,
    pub triggers: Vec<Tag>,
    pub happened: String,
    pub next_day: String,
    pub reach: String,
    pub when: String,
}

impl SlipForm {
    /// The form of an entry that is there already.
    pub fn of(slip: &Slip, record: &Record) -> Self {
        Self {
            substance: slip.substance.clone(),
            amount: text_of(slip.amount.as_ref()),
            triggers: slip.triggers.clone(),
            happened: text_of(slip.happened.as_ref()),
            next_day: text_of(slip.next_day.as_ref()),
            reach: text_of(slip.reach.as_ref()),
            when: clock::to_field(record.happened_at),
        }
    }
}

// Reading drafts takes what reads JSON, which a form that nobody has begun does without.
in_part! {
    read fn slip_of_text(text: String) -> Option<SlipForm> { serde_json::from_str(&text).ok() }
}

impl Form for SlipForm {
    fn of_text(text: String) -> Work<Option<Self>> {
        Box::pin(async move {
            match part!(slip_of_text(text)) {
                Ok(work) => work.await,
                Err(Missing) => None,
            }
        })
    }

    fn parse(&self) -> Parsed {
        let mut reader = Reader::default();
        let slip = Slip {
            substance: self.substance.clone(),
            amount: reader.note("amount", &self.amount),
            triggers: self.triggers.clone(),
            happened: reader.note("happened", &self.happened),
            next_day: reader.note("next_day", &self.next_day),
            reach: reader.note("reach", &self.reach),
        };
        let when = reader.when("when", &self.when);
        reader.done((Entry::Slip(slip), when))
    }

    fn when(&self) -> &str {
        &self.when
    }
}
