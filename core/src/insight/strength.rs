//! How strong craving was, from everything that was rated.
//!
//! Whether craving became weaker or stronger is one question, and it is asked once: of the cravings
//! as they came and of both answers of the check-in together. Each of the three has a level of its
//! own, the strongest of a day lies above the craving at the moment of asking; so what counts is how
//! far a rating is from the usual one of its kind. Otherwise a half with more check-ins would look
//! weaker.

use super::chance::Mean;
use super::finding::Finding;
use super::look_back::LookBack;
use super::real;
use super::thresholds::STRENGTH;
use super::trend::{CheckInItem, Half, Halves, beside, in_halves};

/// The check-in's answers about craving.
const ASKED: [CheckInItem; 2] = [CheckInItem::CravingNow, CheckInItem::CravingStrongest];

/// A day's number of ratings and their sum.
type Rated = Option<(f64, f64)>;

/// How strong craving was on two stretches of days.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Strengths {
    /// On the earlier days; days, and the mean of all ratings, each moved by how far its kind
    /// usually is from all.
    pub earlier: Half,
    /// On the later days.
    pub later: Half,
    /// Both beside each other; not enough yet as in [`compared`](super::compared).
    pub found: Finding<Halves>,
}

impl LookBack {
    /// How strong craving was in the later half of these days beside the earlier.
    #[must_use]
    pub fn strength(&self) -> Strengths {
        let days = rated(&[self]).pop().unwrap_or_default();
        let (earlier, later) = in_halves(&days);
        strengths(earlier, later)
    }

    /// How strong craving was on these days beside those of an earlier span.
    #[must_use]
    pub fn strength_after(&self, earlier: &Self) -> Strengths {
        match rated(&[earlier, self]).as_slice() {
            [earlier, later] => strengths(earlier, later),
            _ => strengths(&[], &[]),
        }
    }

    /// The ratings of each day by their kind, as number and sum.
    fn by_kind(&self) -> [Vec<Rated>; 3] {
        let logged = self.days.iter().map(|(_, day)| {
            let cravings = day.logged()?.cravings;
            let n = real(cravings.n());
            Some((n, n * cravings.mean()?))
        });
        let asked = |item| {
            let days = self.trend(item).days.iter();
            days.map(|day| day.map(|answer| (1.0, answer))).collect()
        };
        [logged.collect(), asked(ASKED[0]), asked(ASKED[1])]
    }
}

fn strengths(earlier: &[Rated], later: &[Rated]) -> Strengths {
    let (a, b) = (Mean::weighed(earlier), Mean::weighed(later));
    Strengths {
        earlier: Half::from(&a),
        later: Half::from(&b),
        found: beside(&a, &b, STRENGTH),
    }
}

/// All ratings of each day of some spans, with what is usual for each kind in all of them taken
/// out, and the mean of all put in its place.
fn rated(spans: &[&LookBack]) -> Vec<Vec<Rated>> {
    let kinds: Vec<[Vec<Rated>; 3]> = spans.iter().map(|span| span.by_kind()).collect();
    let total = |kind: Option<usize>| {
        let of_kind = |days: &[Vec<Rated>; 3]| -> Vec<(f64, f64)> {
            let kinds = days.iter().enumerate();
            let wanted = kinds.filter(|(place, _)| kind.is_none_or(|kind| kind == *place));
            wanted
                .flat_map(|(_, days)| days.iter().flatten().copied())
                .collect()
        };
        let all = kinds.iter().flat_map(of_kind);
        let (n, sum) = all.fold((0.0, 0.0), |(n, sum), (w, s)| (n + w, sum + s));
        if n > 0.0 { sum / n } else { 0.0 }
    };
    let all = total(None);
    let usual = [total(Some(0)), total(Some(1)), total(Some(2))];
    let of_day = |kinds: &[Vec<Rated>; 3], day: usize| {
        let each = kinds.iter().zip(usual).filter_map(|(days, usual)| {
            let (w, s) = (*days.get(day)?)?;
            Some((w, s - w * usual + w * all))
        });
        each.reduce(|(w, s), (more, sum)| (w + more, s + sum))
    };
    let days =
        |kinds: &[Vec<Rated>; 3]| (0..kinds[0].len()).map(|day| of_day(kinds, day)).collect();
    kinds.iter().map(days).collect()
}
