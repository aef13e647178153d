//! A person's answers: what is asked next, what is still missing, and what is kept.

use super::model::{Instrument, Item};
use crate::log::{Questionnaire, Reply};

/// Why an answer was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReplyError {
    /// The form has no such item.
    #[error("the form has no such item")]
    NoSuchItem,
    /// The item's scale has no such answer.
    #[error("the item has no such answer")]
    NoSuchAnswer,
}

/// Sets one answer, in place of an earlier one.
///
/// # Errors
/// [`ReplyError`]; nothing changed.
pub fn set(
    instrument: &Instrument,
    replies: &mut Vec<Reply>,
    item: &str,
    value: u8,
) -> Result<(), ReplyError> {
    let known = instrument.item(item).ok_or(ReplyError::NoSuchItem)?;
    if !instrument.scale(known).iter().any(|o| o.value == value) {
        return Err(ReplyError::NoSuchAnswer);
    }
    match replies.iter_mut().find(|reply| reply.item == item) {
        Some(reply) => reply.value = value,
        None => replies.push(Reply {
            item: item.to_owned(),
            value,
        }),
    }
    Ok(())
}

/// The answer to an item.
pub(super) fn value(replies: &[Reply], item: &str) -> Option<u8> {
    let found = replies.iter().find(|reply| reply.item == item)?;
    Some(found.value)
}

impl Instrument {
    /// Whether an item falls away after these answers.
    #[must_use]
    pub fn is_skipped(&self, item: &str, replies: &[Reply]) -> bool {
        self.skips.iter().any(|skip| {
            skip.items.iter().any(|id| id == item)
                && value(replies, &skip.when) == Some(skip.is)
                // An answer to an item that fell away itself decides nothing.
                && !self.is_skipped(&skip.when, replies)
        })
    }

    /// The items that are asked, in order.
    pub fn asked<'a>(&'a self, replies: &'a [Reply]) -> impl Iterator<Item = &'a Item> {
        self.items
            .iter()
            .filter(|item| !self.is_skipped(&item.id, replies))
    }

    /// The items that are asked and have no answer yet, in order. The first is where to resume.
    pub fn unanswered<'a>(&'a self, replies: &'a [Reply]) -> impl Iterator<Item = &'a Item> {
        self.asked(replies)
            .filter(|item| value(replies, &item.id).is_none())
    }

    /// Those of them without which there is no score.
    pub fn missing<'a>(&'a self, replies: &'a [Reply]) -> impl Iterator<Item = &'a Item> {
        self.unanswered(replies).filter(|item| !item.optional)
    }

    /// Whether an answer opens the crisis screen: at once, and again at the end.
    #[must_use]
    pub fn is_crisis(&self, replies: &[Reply]) -> bool {
        self.items.iter().any(|item| {
            let from = item.crisis_from;
            from.is_some_and(|from| value(replies, &item.id).is_some_and(|value| value >= from))
        })
    }

    /// Whether these are the answers of a short form that was enough when it was offered, and no
    /// others.
    #[must_use]
    pub fn is_short(&self, replies: &[Reply]) -> bool {
        let score = self
            .door
            .as_ref()
            .and_then(|door| Some((door, self.score(&door.score)?)));
        score.is_some_and(|(door, score)| {
            replies.len() == score.items.len()
                && self
                    .sum(score, replies)
                    .is_some_and(|sum| sum < door.at_least)
        })
    }

    /// What to keep of answers that are not all given yet: no score, whatever is answered.
    #[must_use]
    pub fn keep(&self, replies: &[Reply]) -> Questionnaire {
        let answers = self.asked(replies).filter_map(|item| {
            let value = value(replies, &item.id)?;
            let item = item.id.clone();
            Some(Reply { item, value })
        });
        Questionnaire {
            instrument: self.id.clone(),
            form: self.form.clone(),
            scoring: self.scoring.clone(),
            answers: answers.collect(),
            scores: Vec::new(),
        }
    }
}
