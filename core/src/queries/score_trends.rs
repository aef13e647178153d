//! Results over time, one line for each version.

use crate::content::instrument::present_form;
use crate::journal::RecordId;
use crate::log::{Journal, Questionnaire};
use crate::time::{LocalDay, Moment};

/// One result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ScorePoint {
    /// The entry.
    pub root: RecordId,
    /// Its day.
    pub day: LocalDay,
    /// Its time.
    pub at: Moment,
    /// The score.
    pub value: u16,
}

/// Results that may be compared: the same score of the same form, scored the same way.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ScoreTrend {
    /// The score.
    pub score: String,
    /// Version of the form, by its [present name](present_form).
    pub form: String,
    /// Version of the scoring.
    pub scoring: String,
    /// Oldest first.
    pub points: Vec<ScorePoint>,
}

impl ScoreTrend {
    /// The result before that of the entry `root`, if both are on this line.
    #[must_use]
    pub fn before(&self, root: RecordId) -> Option<&ScorePoint> {
        let place = self.points.iter().position(|point| point.root == root)?;
        self.points.get(place.checked_sub(1)?)
    }
}

/// The results of an instrument, grouped so that no line mixes forms or ways of scoring. A
/// half-filled questionnaire has no result and is on no line.
#[must_use]
pub fn score_trends(journal: &Journal, instrument: &str) -> Vec<ScoreTrend> {
    let mut trends: Vec<ScoreTrend> = Vec::new();
    for (root, record, kept) in journal.all_of::<Questionnaire>() {
        if kept.instrument != instrument {
            continue;
        }
        let form = present_form(&kept.form);
        for scored in &kept.scores {
            let point = ScorePoint {
                root,
                day: record.local_day,
                at: record.happened_at,
                value: scored.value,
            };
            let same = trends.iter_mut().find(|trend| {
                trend.score == scored.score && trend.form == form && trend.scoring == kept.scoring
            });
            match same {
                Some(trend) => trend.points.push(point),
                None => trends.push(ScoreTrend {
                    score: scored.score.clone(),
                    form: form.to_owned(),
                    scoring: kept.scoring.clone(),
                    points: vec![point],
                }),
            }
        }
    }
    trends
}
