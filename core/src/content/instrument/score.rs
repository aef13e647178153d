//! Adding up, and refusing to.

use super::answer::{ReplyError, value};
use super::former::present_form;
use super::model::{Band, Instrument, Look, Score};
use crate::log::{Questionnaire, Reply, Scored};

/// Why answers have no score.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ScoreError {
    /// These items have no answer yet.
    #[error("{} items have no answer yet", .0.len())]
    Incomplete(Vec<String>),
    /// An answer that the form does not have.
    #[error(transparent)]
    Answer(#[from] ReplyError),
    /// Filled in on another form, or scored another way: its kept scores are all there is.
    #[error("filled in with another version of this questionnaire")]
    OtherVersion,
}

/// One score with what belongs to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ScoreView<'a> {
    /// The score.
    pub score: &'a Score,
    /// Its value.
    pub value: u16,
    /// The least it can be.
    pub low: u16,
    /// The most it can be.
    pub high: u16,
    /// Its published range.
    pub band: Option<&'a Band>,
    /// Set when it is worth a look.
    pub look: Option<&'a Look>,
}

/// The results of a questionnaire.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Report<'a> {
    /// Each score, in the order of the form. After the short form, only its own.
    pub scores: Vec<ScoreView<'a>>,
    /// Whether the crisis screen comes first, whatever the scores are.
    pub crisis: bool,
}

/// What a change of a score says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScoreChange {
    /// Less than what is known to mean something.
    AboutTheSame,
    /// Lower, by as much as is known to mean something or more.
    Lower,
    /// Higher, likewise.
    Higher,
    /// Nothing is known of what a change means: only the numbers can be shown.
    NotKnown,
}

impl Score {
    /// What a change from one value to another says.
    #[must_use]
    pub fn change(&self, before: u16, now: u16) -> ScoreChange {
        let Some(meaningful) = &self.meaningful_change else {
            return ScoreChange::NotKnown;
        };
        if now.abs_diff(before) < meaningful.points {
            ScoreChange::AboutTheSame
        } else if now < before {
            ScoreChange::Lower
        } else {
            ScoreChange::Higher
        }
    }

    /// The published range of a value.
    #[must_use]
    pub fn band(&self, value: u16) -> Option<&Band> {
        self.bands.iter().rev().find(|band| band.from <= value)
    }

    /// What to say when a value is worth a look.
    #[must_use]
    pub fn look(&self, value: u16) -> Option<&Look> {
        self.look.as_ref().filter(|look| {
            look.from.is_none_or(|from| value >= from) && look.to.is_none_or(|to| value <= to)
        })
    }
}

impl Instrument {
    /// The sum of a score; `None` while one of its items waits for an answer.
    pub(super) fn sum(&self, score: &Score, replies: &[Reply]) -> Option<u16> {
        score.items.iter().try_fold(0_u16, |sum, id| {
            let count = if self.is_skipped(id, replies) {
                0
            } else {
                value(replies, id)?
            };
            Some(sum + u16::from(count))
        })
    }

    /// The results of a whole set of answers, or of a short form that was enough when it was
    /// offered, where nothing else was answered.
    ///
    /// # Errors
    /// [`ScoreError`]: never a number for a half-filled form.
    pub fn report(&self, replies: &[Reply]) -> Result<Report<'_>, ScoreError> {
        self.check_replies(replies)?;
        let missing: Vec<String> = self.missing(replies).map(|item| item.id.clone()).collect();
        let door = self.door.as_ref().filter(|_| self.is_short(replies));
        if !missing.is_empty() && door.is_none() {
            return Err(ScoreError::Incomplete(missing));
        }
        let wanted =
            |score: &&Score| missing.is_empty() || door.is_some_and(|door| door.score == score.id);
        let scores = self.scores.iter().filter(wanted).filter_map(|score| {
            let value = self.sum(score, replies)?;
            let (low, high) = self.range(score);
            Some(ScoreView {
                score,
                value,
                low,
                high,
                band: score.band(value),
                look: score.look(value),
            })
        });
        Ok(Report {
            scores: scores.collect(),
            crisis: self.is_crisis(replies),
        })
    }

    /// The results of a kept questionnaire, for showing it again.
    ///
    /// # Errors
    /// [`ScoreError::OtherVersion`] when this is not the form and scoring it was filled in with.
    pub fn report_of(&self, kept: &Questionnaire) -> Result<Report<'_>, ScoreError> {
        if self.is_of(kept) {
            self.report(&kept.answers)
        } else {
            Err(ScoreError::OtherVersion)
        }
    }

    /// Whether a kept questionnaire is of this form, under its present or a
    /// [former name](present_form), and scored as here.
    #[must_use]
    pub fn is_of(&self, kept: &Questionnaire) -> bool {
        kept.instrument == self.id
            && present_form(&kept.form) == self.form
            && kept.scoring == self.scoring
    }

    fn check_replies(&self, replies: &[Reply]) -> Result<(), ReplyError> {
        replies.iter().try_for_each(|reply| {
            let item = self.item(&reply.item).ok_or(ReplyError::NoSuchItem)?;
            let known = self.scale(item).iter().any(|o| o.value == reply.value);
            known.then_some(()).ok_or(ReplyError::NoSuchAnswer)
        })
    }

    /// What to keep of a finished questionnaire.
    ///
    /// # Errors
    /// [`ScoreError::Incomplete`] with the items that are missing.
    pub fn finish(&self, replies: &[Reply]) -> Result<Questionnaire, ScoreError> {
        let missing: Vec<String> = self.missing(replies).map(|item| item.id.clone()).collect();
        if !missing.is_empty() {
            return Err(ScoreError::Incomplete(missing));
        }
        let report = self.report(replies)?;
        let mut kept = self.keep(replies);
        kept.scores = report
            .scores
            .iter()
            .map(|view| Scored {
                score: view.score.id.clone(),
                value: view.value,
            })
            .collect();
        Ok(kept)
    }
}
