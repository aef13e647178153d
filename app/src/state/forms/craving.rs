//! The form of a craving.

use ebb_core::log::{Craving, CravingOutcome, Entry, Record};
use ebb_core::rating::Rating;
use ebb_core::text::Tag;
use serde::{Deserialize, Serialize};

use super::{Form, Parsed, Problem, Reader, text_of};
use crate::platform::clock;
use crate::platform::part::{Missing, Work, in_part, part};

/// A craving as it is being written.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CravingForm {
    pub intensity: Option<Rating>,
    pub triggers: Vec<Tag>,
    pub feelings: Vec<Tag>,
    pub place: Option<Tag>,
    pub company: Option<Tag>,
    pub substance: Option<Tag>,
    pub thought: String,
    pub did: String,
    pub outcome: Option<CravingOutcome>,
    pub when: String,
}

impl CravingForm {
    /// The form of an entry that is there already.
    pub fn of(craving: &Craving, record: &Record) -> Self {
        Self {
            intensity: Some(craving.intensity),
            triggers: craving.triggers.clone(),
            feelings: craving.feelings.clone(),
            place: craving.place.clone(),
            company: craving.company.clone(),
            substance: craving.substance.clone(),
            thought: text_of(craving.thought.as_ref()),
            did: text_of(craving.did.as_ref()),
            outcome: craving.outcome,
            when: clock::to_field(record.happened_at),
        }
    }
}

// Nothing else in the first download needs JSON; without the part there is no store for a draft
// either.
in_part! {
    core fn text_of_form(form: CravingForm) -> Option<String> { serde_json::to_string(&form).ok() }
}

in_part! {
    read fn form_of_text(text: String) -> Option<CravingForm> { serde_json::from_str(&text).ok() }
}

impl Form for CravingForm {
    fn into_text(self) -> Work<Option<String>> {
        Box::pin(async move {
            match part!(text_of_form(self)) {
                Ok(work) => work.await,
                Err(Missing) => None,
            }
        })
    }

    fn of_text(text: String) -> Work<Option<Self>> {
        Box::pin(async move {
            match part!(form_of_text(text)) {
                Ok(work) => work.await,
                Err(Missing) => None,
            }
        })
    }

    fn parse(&self) -> Parsed {
        let mut reader = Reader::default();
        let thought = reader.note("thought", &self.thought);
        let did = reader.note("did", &self.did);
        let when = reader.when("when", &self.when);
        if self.intensity.is_none() {
            reader.problems.push(("intensity", Problem::NoIntensity));
        }
        reader.done((
            Entry::Craving(Craving {
                intensity: self.intensity.unwrap_or(Rating::MIN),
                triggers: self.triggers.clone(),
                feelings: self.feelings.clone(),
                place: self.place.clone(),
                company: self.company.clone(),
                substance: self.substance.clone(),
                thought,
                did,
                outcome: self.outcome,
            }),
            when,
        ))
    }

    fn when(&self) -> &str {
        &self.when
    }
}
