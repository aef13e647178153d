//! The form of a questionnaire: the answers so far, and since when.

use ebb_core::content::instrument::{Filling, Instrument};
use ebb_core::log::{Entry, Questionnaire};
use ebb_core::queries::RESUME_HOURS;
use ebb_core::time::Moment;
use serde::{Deserialize, Serialize};

use super::{Form, Parsed, Problem};

/// A questionnaire as it is being filled in.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FillForm {
    /// When it was begun; `None` before the start.
    pub begun: Option<Moment>,
    /// Which version of the form its answers are to.
    pub version: String,
    pub filling: Filling,
    /// What to keep, once nothing is missing.
    pub done: Option<Questionnaire>,
}

impl FillForm {
    /// The form on its first question.
    pub fn begin(instrument: &Instrument, now: Moment) -> Self {
        let mut filling = Filling::default();
        filling.next(instrument);
        Self {
            begun: Some(now),
            version: instrument.form.clone(),
            filling,
            done: None,
        }
    }

    /// Whether it can be taken up again: the same questions, about the same days.
    pub fn is_fresh(&self, instrument: &Instrument, now: Moment) -> bool {
        self.begun.is_some_and(|begun| {
            self.version == instrument.form && now.minutes_since(begun) <= RESUME_HOURS * 60
        })
    }
}

impl Form for FillForm {
    fn parse(&self) -> Parsed {
        match self.done.clone() {
            Some(done) => Ok((Entry::Questionnaire(done), None)),
            None => Err(vec![("form", Problem::NothingAnswered)]),
        }
    }
}
