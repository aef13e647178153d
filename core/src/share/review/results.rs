//! Questionnaires item by item.

use crate::content::instrument::{Instrument, present_form};
use crate::journal::RecordId;
use crate::log::{Entry, Questionnaire, Record};
use crate::share::Share;

/// The results of one questionnaire by one form and scoring. Two versions are never mixed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Series<'a> {
    /// The questionnaire.
    pub instrument: &'a str,
    /// Version of the form, by its [present name](present_form).
    pub form: &'a str,
    /// Version of the scoring.
    pub scoring: &'a str,
    /// Finished or half-way, oldest first.
    pub results: Vec<(RecordId, &'a Record, &'a Questionnaire)>,
}

/// One question, and its answer in each result.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ItemRow<'a> {
    /// The question.
    pub item: &'a str,
    /// The answers in the order of the results; `None` where it was not answered or fell away.
    pub answers: Vec<Option<u8>>,
}

/// Every questionnaire in a share, by the day of its first result.
#[must_use]
pub fn results(share: &Share) -> Vec<Series<'_>> {
    let mut all: Vec<Series<'_>> = Vec::new();
    for (root, record) in share.journal.entries() {
        let Entry::Questionnaire(kept) = &record.entry else {
            continue;
        };
        let form = present_form(&kept.form);
        let same = |series: &&mut Series<'_>| {
            series.instrument == kept.instrument
                && series.form == form
                && series.scoring == kept.scoring
        };
        let result = (root, record, kept);
        match all.iter_mut().find(same) {
            Some(series) => series.results.push(result),
            None => all.push(Series {
                instrument: &kept.instrument,
                form,
                scoring: &kept.scoring,
                results: vec![result],
            }),
        }
    }
    all
}

/// The questions of a series: in the order of the form, or as they were answered where the form
/// is not known or is another one.
#[must_use]
pub fn item_rows<'a>(series: &Series<'a>, form: Option<&'a Instrument>) -> Vec<ItemRow<'a>> {
    let form = form.filter(|form| form.id == series.instrument && form.form == series.form);
    let mut items: Vec<&str> = form.map_or_else(Vec::new, |form| {
        form.items.iter().map(|item| item.id.as_str()).collect()
    });
    for (_, _, kept) in &series.results {
        for reply in &kept.answers {
            if !items.contains(&reply.item.as_str()) {
                items.push(&reply.item);
            }
        }
    }
    items
        .into_iter()
        .map(|item| ItemRow {
            item,
            answers: series
                .results
                .iter()
                .map(|(_, _, kept)| {
                    let reply = kept.answers.iter().find(|reply| reply.item == item)?;
                    Some(reply.value)
                })
                .collect(),
        })
        .collect()
}
