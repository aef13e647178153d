//! What set cravings off.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::spread::Spread;
use crate::log::Craving;
use crate::text::Tag;

/// The cravings that one trigger set off.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Trigger {
    /// The trigger, as it was last written.
    pub tag: Tag,
    /// Its cravings: how many, how strong.
    pub cravings: Spread,
}

/// Cravings by trigger. A craving with two triggers counts for both, so the counts may add up to
/// more than there were cravings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Triggers {
    /// Most frequent first; of equally frequent ones the stronger first, then by name.
    pub known: Vec<Trigger>,
    /// Cravings for which no trigger was given.
    pub without: usize,
}

/// Gathers triggers, oldest craving first.
#[derive(Default)]
pub(super) struct Gathering<'a> {
    by_tag: BTreeMap<&'a Tag, (usize, Spread)>,
    seen: usize,
    without: usize,
}

impl<'a> Gathering<'a> {
    pub(super) fn take(&mut self, craving: &'a Craving) {
        self.seen += 1;
        if craving.triggers.is_empty() {
            self.without += 1;
        }
        for (position, tag) in craving.triggers.iter().enumerate() {
            // The same trigger given twice is still one craving.
            if craving.triggers[..position]
                .iter()
                .any(|earlier| same(earlier, tag))
            {
                continue;
            }
            let (last_seen, spread) = self.by_tag.entry(tag).or_default();
            *last_seen = self.seen;
            spread.add(craving.intensity);
        }
    }

    pub(super) fn finish(self) -> Triggers {
        let mut by_name: BTreeMap<String, (usize, Trigger)> = BTreeMap::new();
        for (tag, (last_seen, cravings)) in self.by_tag {
            let name = name(tag);
            if let Some((newest, trigger)) = by_name.get_mut(&name) {
                trigger.cravings.merge(&cravings);
                if last_seen > *newest {
                    *newest = last_seen;
                    trigger.tag = tag.clone();
                }
            } else {
                let tag = tag.clone();
                by_name.insert(name, (last_seen, Trigger { tag, cravings }));
            }
        }
        let mut known: Vec<Trigger> = by_name.into_values().map(|(_, trigger)| trigger).collect();
        // The sort is stable, so names stay in order among equals.
        known.sort_by(|a, b| {
            let by_count = Reverse(a.cravings.n()).cmp(&Reverse(b.cravings.n()));
            by_count.then_with(|| {
                let mean = |trigger: &Trigger| trigger.cravings.mean().unwrap_or(0.0);
                mean(b).total_cmp(&mean(a))
            })
        });
        Triggers {
            known,
            without: self.without,
        }
    }
}

/// Phones capitalise the first letter or do not: `Payday` and `payday` are one trigger.
fn name(tag: &Tag) -> String {
    tag.as_str().to_lowercase()
}

fn same(one: &Tag, other: &Tag) -> bool {
    one == other || name(one) == name(other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rating::Rating;

    fn craving(intensity: u8, triggers: &[&str]) -> Craving {
        Craving {
            triggers: triggers
                .iter()
                .map(|tag| Tag::try_from((*tag).to_owned()).unwrap())
                .collect(),
            ..Craving::of(Rating::new(intensity).unwrap())
        }
    }

    fn gathered(cravings: &[Craving]) -> Vec<(String, usize, f64)> {
        let mut gathering = Gathering::default();
        for craving in cravings {
            gathering.take(craving);
        }
        gathering
            .finish()
            .known
            .into_iter()
            .map(|trigger| {
                let spread = trigger.cravings;
                (
                    trigger.tag.as_str().to_owned(),
                    spread.n(),
                    spread.mean().unwrap(),
                )
            })
            .collect()
    }

    #[test]
    fn the_most_frequent_comes_first_then_the_stronger() {
        let rows = gathered(&[
            craving(2, &["#stress", "#tired"]),
            craving(8, &["#pain"]),
            craving(4, &["#stress"]),
        ]);
        assert_eq!(
            rows,
            [
                ("#stress".to_owned(), 2, 3.0),
                ("#pain".to_owned(), 1, 8.0),
                ("#tired".to_owned(), 1, 2.0),
            ]
        );
    }

    #[test]
    fn one_trigger_given_twice_is_one_craving() {
        assert_eq!(
            gathered(&[
                craving(5, &["#stress", "#stress"]),
                craving(7, &["Rent", "rent"])
            ]),
            [("Rent".to_owned(), 1, 7.0), ("#stress".to_owned(), 1, 5.0)]
        );
    }

    #[test]
    fn capital_letters_do_not_make_a_second_trigger_and_the_last_spelling_stays() {
        let rows = gathered(&[
            craving(4, &["payday"]),
            craving(6, &["Payday"]),
            craving(8, &["#payday"]),
        ]);
        assert_eq!(
            rows,
            [
                ("Payday".to_owned(), 2, 5.0),
                ("#payday".to_owned(), 1, 8.0)
            ]
        );
    }
}
