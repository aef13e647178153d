//! Coin-flip trials: all of them, and the draw that is offered for a craving.

use super::{Written, every};
use crate::journal::RecordId;
use crate::log::{
    CravingOutcome, DRAWN_WITHIN_MINUTES, Draw, Entry, Journal, Trial, draw_of, draws,
    running_trial,
};
use crate::time::Moment;

/// Every trial, oldest first.
#[must_use]
pub fn trials(journal: &Journal) -> impl DoubleEndedIterator<Item = Written<'_, Trial>> {
    every::<Trial>(journal)
}

/// The trial that may draw for this craving: one runs, it began before the craving, the craving began
/// less than [`DRAWN_WITHIN_MINUTES`] ago and is not over, and nothing was drawn for it.
#[must_use]
pub fn draw_offered(journal: &Journal, craving: RecordId, now: Moment) -> Option<RecordId> {
    let record = journal.get(craving)?;
    let Entry::Craving(held) = &record.entry else {
        return None;
    };
    let began = record.happened_at;
    let young = now.minutes_since(began) < DRAWN_WITHIN_MINUTES;
    if !young || held.outcome.is_some_and(CravingOutcome::is_over) {
        return None;
    }
    let (root, _) = running_trial(journal)?;
    let agreed = journal.get(root)?.happened_at;
    let fits = agreed.utc_ms() <= began.utc_ms() && draw_of(journal, craving).is_none();
    fits.then_some(root)
}

/// Draws for a craving by a random number; `None` when nothing [is offered](draw_offered).
#[must_use]
pub fn draw_for(journal: &Journal, craving: RecordId, now: Moment, random: u64) -> Option<Draw> {
    let root = draw_offered(journal, craving, now)?;
    let (_, trial) = running_trial(journal)?;
    let before = draws(journal, root);
    let of = |side: &str| before.iter().filter(|(_, d)| d.exercise == side).count();
    let exercise = trial.next((of(&trial.a), of(&trial.b)), random);
    Some(Draw {
        trial: root,
        craving,
        exercise: exercise.to_owned(),
    })
}
