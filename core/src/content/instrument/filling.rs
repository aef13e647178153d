//! Filling a questionnaire in, one question at a time.

use serde::{Deserialize, Serialize};

use super::answer::{ReplyError, set, value};
use super::model::{Instrument, Item};
use super::score::ScoreError;
use crate::log::{Questionnaire, Reply};

/// A questionnaire that is being filled in: the answers so far and the place where a person is.
/// Kept as a draft, it is taken up again where it was left.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filling {
    replies: Vec<Reply>,
    at: At,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum At {
    #[default]
    Start,
    Item(String),
    /// Only in drafts of earlier versions, which offered to finish after the short form.
    Enough,
    End,
}

/// What is on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FillingStep<'a> {
    /// What it is about; nothing was asked yet.
    Start,
    /// A question.
    Ask(Asked<'a>),
    /// All questions were passed. Some may still be without an answer.
    End,
}

/// A question and its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Asked<'a> {
    /// The question.
    pub item: &'a Item,
    /// Which one it is, from 1.
    pub number: usize,
    /// Of how many, as far as is known by now.
    pub of: usize,
    /// Its answer.
    pub answer: Option<u8>,
}

impl Filling {
    /// The answers so far.
    #[must_use]
    pub fn replies(&self) -> &[Reply] {
        &self.replies
    }

    /// Where a person is. A place that the form does not have is the start.
    #[must_use]
    pub fn step<'a>(&self, instrument: &'a Instrument) -> FillingStep<'a> {
        match &self.at {
            At::Start => FillingStep::Start,
            At::Enough => match self.after_door(instrument) {
                At::Item(id) => self
                    .asked(instrument, &id)
                    .map_or(FillingStep::Start, FillingStep::Ask),
                _ => FillingStep::End,
            },
            At::End => FillingStep::End,
            At::Item(id) => self
                .asked(instrument, id)
                .map_or(FillingStep::Start, FillingStep::Ask),
        }
    }

    /// Sets an answer.
    ///
    /// # Errors
    /// [`ReplyError`]; nothing changed.
    pub fn answer(
        &mut self,
        instrument: &Instrument,
        item: &str,
        value: u8,
    ) -> Result<(), ReplyError> {
        set(instrument, &mut self.replies, item, value)
    }

    /// Goes on, with or without an answer.
    pub fn next(&mut self, instrument: &Instrument) {
        self.leave_door(instrument);
        let after = match &self.at {
            At::Start | At::Enough => None,
            At::Item(id) => Some(id.clone()),
            At::End => return,
        };
        self.at = self.after(instrument, after.as_deref());
    }

    /// Goes back by one.
    pub fn back(&mut self, instrument: &Instrument) {
        self.leave_door(instrument);
        self.at = match &self.at {
            At::End => {
                let last = instrument.asked(&self.replies).last();
                last.map_or(At::Start, |item| At::Item(item.id.clone()))
            }
            At::Start | At::Enough => At::Start,
            At::Item(id) => {
                let before = instrument
                    .asked(&self.replies)
                    .take_while(|item| item.id != *id);
                let before = before.last();
                before.map_or(At::Start, |item| At::Item(item.id.clone()))
            }
        };
    }

    /// Goes to a question, such as one that is still missing.
    pub fn go_to(&mut self, item: &str) {
        self.at = At::Item(item.to_owned());
    }

    /// What to keep, once nothing is missing.
    ///
    /// # Errors
    /// [`ScoreError::Incomplete`] with what is missing.
    pub fn finish(&self, instrument: &Instrument) -> Result<Questionnaire, ScoreError> {
        instrument.finish(&self.replies)
    }

    /// The question after a short form.
    fn after_door(&self, instrument: &Instrument) -> At {
        let score = instrument.door.as_ref().map(|door| &door.score);
        let score = score.and_then(|score| instrument.score(score));
        let last = score.and_then(|score| score.items.last());
        self.after(instrument, last.map(String::as_str))
    }

    /// A draft of an earlier version may stand where there is no step any more.
    fn leave_door(&mut self, instrument: &Instrument) {
        if self.at == At::Enough {
            self.at = self.after_door(instrument);
        }
    }

    fn after(&self, instrument: &Instrument, id: Option<&str>) -> At {
        let mut asked = instrument.asked(&self.replies);
        let next = match id {
            Some(id) => asked.skip_while(|item| item.id != id).nth(1),
            None => asked.next(),
        };
        next.map_or(At::End, |item| At::Item(item.id.clone()))
    }

    fn asked<'a>(&self, instrument: &'a Instrument, id: &str) -> Option<Asked<'a>> {
        let item = instrument.item(id)?;
        let mut asked = instrument.asked(&self.replies);
        let place = asked.position(|item| item.id == id)?;
        Some(Asked {
            item,
            number: place + 1,
            of: instrument.asked(&self.replies).count(),
            answer: value(&self.replies, id),
        })
    }
}
