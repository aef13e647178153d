//! If-then plans: which are for this moment, what to make them from, and how often they were used.

use super::{Written, every};
use crate::journal::RecordId;
use crate::log::{Craving, IfThen, Journal, Occurring, PlanUsed, course};
use crate::text::Tag;

/// Cravings that are looked through for what they have in common.
const NEWEST: usize = 200;
/// How many of each are offered.
const OFFERED: usize = 6;
/// A later rating tells of a plan's use when it comes within so many minutes, as most urges fade in
/// 15 to 30.
const AFTER_MINUTES: u32 = 60;

/// Every if-then plan, oldest first.
#[must_use]
pub fn if_thens(journal: &Journal) -> impl DoubleEndedIterator<Item = Written<'_, IfThen>> {
    every::<IfThen>(journal)
}

/// The plans made for this moment, oldest first.
#[must_use]
pub fn plans_for<'a>(journal: &'a Journal, now: &Occurring<'_>) -> Vec<Written<'a, IfThen>> {
    let plans = if_thens(journal);
    plans.filter(|(_, _, plan)| plan.is_for(now)).collect()
}

/// The tags of one sort that cravings have most often, the most frequent first.
pub fn most_frequent<'a, I>(journal: &'a Journal, of: impl Fn(&'a Craving) -> I) -> Vec<Tag>
where
    I: IntoIterator<Item = &'a Tag>,
{
    let mut counts: Vec<(&Tag, usize)> = Vec::new();
    for (_, _, craving) in every::<Craving>(journal).rev().take(NEWEST) {
        for tag in of(craving) {
            match counts.iter_mut().find(|(known, _)| *known == tag) {
                Some((_, n)) => *n += 1,
                None => counts.push((tag, 1)),
            }
        }
    }
    counts.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    let tags = counts.into_iter().take(OFFERED);
    tags.map(|(tag, _)| tag.clone()).collect()
}

/// The hours, 0 to 23, in which most cravings came, with how many; at least two. The most frequent
/// first. It says what was, not what will be.
#[must_use]
pub fn frequent_hours(journal: &Journal) -> Vec<(u8, usize)> {
    let mut hours: Vec<(u8, usize)> = (0..24).map(|hour| (hour, 0)).collect();
    for (_, record, _) in every::<Craving>(journal).rev().take(NEWEST) {
        let hour = usize::from(record.happened_at.local_hour());
        if let Some((_, n)) = hours.get_mut(hour) {
            *n += 1;
        }
    }
    hours.retain(|(_, n)| *n >= 2);
    hours.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    hours.truncate(OFFERED);
    hours
}

/// How often a plan was used, and how the cravings went on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct PlanUses {
    /// Times it was used.
    pub n: usize,
    /// Of these, with a rating before and one within an hour after.
    pub rated: usize,
    /// Of these, with a lower one after.
    pub weaker: usize,
}

/// The uses of one plan.
#[must_use]
pub fn plan_uses(journal: &Journal, plan: RecordId) -> PlanUses {
    let mut uses = PlanUses::default();
    for (_, record, used) in every::<PlanUsed>(journal) {
        if used.plan != plan {
            continue;
        }
        uses.n += 1;
        let at = record.happened_at;
        let points = used
            .craving
            .map_or_else(Vec::new, |root| course(journal, root));
        let split = points.partition_point(|point| point.at.utc_ms() <= at.utc_ms());
        let (before, after) = points.split_at(split);
        let after = after
            .iter()
            .rfind(|point| point.at.minutes_since(at) <= AFTER_MINUTES);
        if let Some((before, after)) = before.last().zip(after) {
            uses.rated += 1;
            uses.weaker += usize::from(after.intensity < before.intensity);
        }
    }
    uses
}

/// Whether this was already said of a craving.
#[must_use]
pub fn was_used(journal: &Journal, plan: RecordId, craving: Option<RecordId>) -> bool {
    let mut used = every::<PlanUsed>(journal).rev();
    craving.is_some() && used.any(|(_, _, used)| used.plan == plan && used.craving == craving)
}
