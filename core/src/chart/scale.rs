//! From values to coordinates.

use super::tenth;

/// A straight-line scale from a domain of values to a range of coordinates.
///
/// It never leaves its range: values outside the domain land on its edge, and so does what is no
/// number. A domain of one single value maps to the middle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Linear {
    domain: [f64; 2],
    range: [f64; 2],
}

impl Linear {
    /// A scale that takes the first of `domain` to the first of `range` and the last to the last.
    #[must_use]
    pub const fn new(domain: [f64; 2], range: [f64; 2]) -> Self {
        Self { domain, range }
    }

    /// The coordinate of a value, to one decimal.
    #[must_use]
    pub fn at(&self, value: f64) -> f64 {
        let [low, high] = self.domain;
        let [from, to] = self.range;
        let extent = high - low;
        let share = if extent == 0.0 {
            0.5
        } else {
            (value - low) / extent
        };
        let share = if share.is_nan() {
            0.0
        } else {
            share.clamp(0.0, 1.0)
        };
        tenth(from + share * (to - from))
    }
}

/// Equal bands side by side, for days and hours.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bands {
    count: usize,
    range: [f64; 2],
    gap: f64,
}

impl Bands {
    /// `count` bands over `range`, of which the share `gap` (0 to 0.9) stays free between bands.
    #[must_use]
    pub fn new(count: usize, range: [f64; 2], gap: f64) -> Self {
        Self {
            count,
            range,
            gap: if gap.is_nan() {
                0.0
            } else {
                gap.clamp(0.0, 0.9)
            },
        }
    }

    /// Left edge and width of a band, to one decimal.
    #[must_use]
    pub fn band(&self, index: usize) -> (f64, f64) {
        let margin = self.gap / 2.0;
        let left = self.place(index, margin);
        (left, tenth(self.place(index, 1.0 - margin) - left))
    }

    /// The middle of a band, to one decimal.
    #[must_use]
    pub fn middle(&self, index: usize) -> f64 {
        self.place(index, 0.5)
    }

    fn place(&self, index: usize, into: f64) -> f64 {
        let bands = crate::insight::real(self.count);
        let place = crate::insight::real(index) + into;
        Linear::new([0.0, bands], self.range).at(place)
    }
}

/// Round numbers (1, 2 or 5 times a power of ten apart) that reach from at or below `low` to at or
/// above `high`, about as many as asked for. `whole` keeps them to whole numbers, for counts.
///
/// An empty, reversed or endless domain is treated as the one from `low` (or 0) one unit upward.
#[must_use]
pub fn nice_ticks(low: f64, high: f64, about: u8, whole: bool) -> Vec<f64> {
    const FARTHEST: f64 = 1e12;
    let low = if low.is_finite() {
        low.clamp(-FARTHEST, FARTHEST)
    } else {
        0.0
    };
    let high = if high > low { high.min(FARTHEST) } else { low };
    // Closer together than this, steps would drown in rounding.
    let closest = (low.abs().max(high.abs()) * 1e-9).max(1e-9);
    let high = if high - low < closest {
        low + 1.0_f64.max(closest)
    } else {
        high
    };

    let rough = (high - low) / f64::from(about.clamp(1, 50));
    // Counted instead of asking for logarithms: those would add kilobytes to the app.
    let mut power = 1.0;
    while power * 10.0 <= rough {
        power *= 10.0;
    }
    while power > rough {
        power /= 10.0;
    }
    let step = [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|factor| factor * power)
        .find(|step| *step >= rough * (1.0 - 1e-9))
        .unwrap_or(10.0 * power);
    let step = if whole { step.max(1.0) } else { step };

    let mut ticks = Vec::new();
    // Counting steps instead of adding them up keeps 0.3 from becoming 0.30000000000000004.
    let mut number = (low / step + 1e-9).floor();
    loop {
        let tick = clean(number * step, step);
        ticks.push(tick);
        if tick >= high - step * 1e-9 {
            return ticks;
        }
        number += 1.0;
    }
}

fn clean(tick: f64, step: f64) -> f64 {
    if step >= 1.0 {
        return tick.round() + 0.0;
    }
    let mut scale = 1.0;
    while scale * step < 1.0 - 1e-9 {
        scale *= 10.0;
    }
    (tick * scale).round() / scale + 0.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ticks_are_round_and_reach_around_the_values() {
        assert_eq!(
            nice_ticks(0.0, 10.0, 5, true),
            [0.0, 2.0, 4.0, 6.0, 8.0, 10.0]
        );
        assert_eq!(nice_ticks(0.0, 7.0, 4, true), [0.0, 2.0, 4.0, 6.0, 8.0]);
        assert_eq!(nice_ticks(0.0, 1.0, 5, true), [0.0, 1.0]);
        assert_eq!(nice_ticks(0.1, 0.5, 4, false), [0.1, 0.2, 0.3, 0.4, 0.5]);
    }

    #[test]
    fn ticks_of_nothing_are_still_an_axis() {
        assert_eq!(nice_ticks(0.0, 0.0, 4, true), [0.0, 1.0]);
        assert_eq!(nice_ticks(f64::NAN, f64::NAN, 4, true), [0.0, 1.0]);
        assert!(nice_ticks(f64::NEG_INFINITY, f64::INFINITY, 0, false).len() > 1);
    }

    #[test]
    fn a_domain_of_one_value_maps_to_the_middle_and_no_number_to_the_edge() {
        let scale = Linear::new([3.0, 3.0], [0.0, 100.0]);
        assert!((scale.at(3.0) - 50.0).abs() < 1e-9);
        let scale = Linear::new([0.0, 10.0], [100.0, 0.0]);
        assert!((scale.at(f64::NAN) - 100.0).abs() < 1e-9);
        assert!((scale.at(1e300) - 0.0).abs() < 1e-9);
    }

    proptest! {
        #[test]
        fn a_scale_is_monotone_and_stays_in_its_range(
            low in -1e6..1e6, extent in 0.0..1e6,
            from in 0.0..1000.0, to in 0.0..1000.0,
            a in -2e6..2e6, b in -2e6..2e6,
        ) {
            let (from, to) = (tenth(from), tenth(to));
            let scale = Linear::new([low, low + extent], [from, to]);
            let (first, second) = (scale.at(f64::min(a, b)), scale.at(f64::max(a, b)));
            if from <= to {
                prop_assert!(from <= first && first <= second && second <= to);
            } else {
                prop_assert!(from >= first && first >= second && second >= to);
            }
        }

        #[test]
        fn bands_follow_each_other_without_overlap(
            count in 1..400usize, to in 1.0..2000.0, gap in 0.0..1.0
        ) {
            let to = tenth(to);
            let bands = Bands::new(count, [0.0, to], gap);
            let mut edge = 0.0;
            for index in 0..count {
                let (left, width) = bands.band(index);
                prop_assert!(left >= edge - 1e-9 && width >= 0.0);
                let middle = bands.middle(index);
                prop_assert!(left <= middle && middle <= left + width + 1e-9);
                edge = left + width;
            }
            prop_assert!(edge <= to + 1e-9);
        }

        #[test]
        fn ticks_cover_the_domain_evenly_and_are_few(
            low in -1e9..1e9, extent in 0.0..1e9, about in any::<u8>(), whole in any::<bool>()
        ) {
            let high = low + extent;
            let ticks = nice_ticks(low, high, about, whole);
            let slack = 1e-6 * (1.0 + low.abs().max(high.abs()) * 1e-3);
            prop_assert!(ticks[0] <= low + slack);
            prop_assert!(ticks[ticks.len() - 1] >= high - slack);
            prop_assert!(ticks.windows(2).all(|pair| pair[0] < pair[1]));
            prop_assert!((2..=53).contains(&ticks.len()), "{} ticks", ticks.len());
            if whole {
                prop_assert!(ticks.iter().all(|tick| tick.fract() == 0.0));
            }
        }

        #[test]
        fn ticks_of_any_numbers_end(low in any::<f64>(), high in any::<f64>(), about in any::<u8>()) {
            let ticks = nice_ticks(low, high, about, false);
            prop_assert!((2..=53).contains(&ticks.len()), "{} ticks", ticks.len());
            prop_assert!(ticks.iter().all(|tick| tick.is_finite()));
        }
    }
}
