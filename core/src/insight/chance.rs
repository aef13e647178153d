//! How much chance alone brings: the few formulas that the claims stand on.

use super::real;
use super::thresholds::MOST_ALIKE;

/// A mean over days, and how sure it is. A day with three cravings weighs three times as much as
/// one with a single craving, and is one day all the same: what it is worth is judged by whole
/// days (a ratio estimator with the day as its cluster; Cochran 1977, ch. 6).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Mean {
    /// Days, with a value or without.
    pub days: usize,
    /// Days with a value.
    pub n: usize,
    pub value: f64,
    weight: f64,
    /// Sum of squared distances of days from the mean.
    squares: f64,
    /// Sum of products of the distances of neighbouring days, and how many such pairs there are.
    neighbours: (f64, usize),
}

impl Mean {
    /// Of days with one value each.
    pub(super) fn of(days: &[Option<f64>]) -> Self {
        let each = days.iter().map(|day| day.map(|value| (1.0, value)));
        Self::weighed(&each.collect::<Vec<_>>())
    }

    /// Of days with their weight, above 0, and the sum of their values.
    pub(super) fn weighed(days: &[Option<(f64, f64)>]) -> Self {
        let (mut n, mut weight, mut sum) = (0, 0.0, 0.0);
        for (w, s) in days.iter().flatten() {
            n += 1;
            weight += w;
            sum += s;
        }
        let mean = if weight > 0.0 { sum / weight } else { 0.0 };
        let away = |day: &Option<(f64, f64)>| day.map(|(w, s)| s - mean * w);
        let squares = days.iter().filter_map(away).map(|d| d * d).sum();
        let pairs = days
            .windows(2)
            .filter_map(|pair| Some(away(&pair[0])? * away(&pair[1])?));
        let neighbours = pairs.fold((0.0, 0), |(sum, n), product| (sum + product, n + 1));
        Self {
            days: days.len(),
            n,
            value: mean,
            weight,
            squares,
            neighbours,
        }
    }

    /// The squared standard error, were days not alike.
    fn variance(&self) -> f64 {
        let n = real(self.n);
        let weight = self.weight.max(1.0);
        self.squares * n / (n - 1.0).max(1.0) / (weight * weight)
    }
}

/// The standard error of the difference of two means of days, and its degrees of freedom after
/// Welch (1947). That days resemble the day before is paid for as for a first-order autoregressive
/// series: the variance of a mean grows by (1 + r) / (1 - r).
pub(super) fn difference(a: &Mean, b: &Mean) -> (f64, f64) {
    let (va, vb) = (a.variance(), b.variance());
    let variance = va + vb;
    let part = |v: f64, n: usize| v * v / (real(n) - 1.0).max(1.0);
    let below = part(va, a.n) + part(vb, b.n);
    let freedom = if below > 0.0 {
        variance * variance / below
    } else {
        real((a.n + b.n).saturating_sub(2)).max(1.0)
    };
    let spread = (a.squares + b.squares) / real((a.n + b.n).saturating_sub(2).max(1));
    let pairs = a.neighbours.1 + b.neighbours.1;
    let product = (a.neighbours.0 + b.neighbours.0) / real(pairs.max(1));
    let alike = if spread > 0.0 {
        (product / spread).clamp(0.0, MOST_ALIKE)
    } else {
        0.0
    };
    let error = (variance * (1.0 + alike) / (1.0 - alike)).sqrt();
    (error, freedom)
}

/// The normal quantile that is passed with probability `beyond`, 0 to a half, right to a few
/// thousandths (Abramowitz & Stegun 26.2.22).
fn normal(beyond: f64) -> f64 {
    let t = (-2.0 * beyond.clamp(1e-12, 0.5).ln()).sqrt();
    t - (2.307_53 + 0.270_61 * t) / (1.0 + 0.992_29 * t + 0.044_81 * t * t)
}

/// Student's t that is passed on one side with probability `beyond`: Fisher's expansion, right to
/// a few hundredths from 5 degrees of freedom on (Abramowitz & Stegun 26.7.5).
pub(super) fn student(beyond: f64, freedom: f64) -> f64 {
    let (z, v) = (normal(beyond), freedom.max(1.0));
    let z3 = z * z * z;
    let z5 = z3 * z * z;
    let first = (z3 + z) / 4.0;
    let second = (5.0 * z5 + 16.0 * z3 + 3.0 * z) / 96.0;
    z + first / v + second / (v * v)
}

/// Whether `k` of `n` is more than chance brings anywhere among so many places, if each of the `n`
/// falls into this one with probability `by_chance`: the binomial tail against `rarely`, shared
/// among the places after Bonferroni.
pub(super) fn is_beyond(k: usize, n: usize, by_chance: f64, places: usize, rarely: f64) -> bool {
    let p = by_chance;
    if k > n || real(k) <= real(n) * p || p <= 0.0 {
        return false;
    }
    if p >= 1.0 {
        return false;
    }
    let choose: f64 = (0..k).map(|i| (real(n - i) / real(i + 1)).ln()).sum();
    let mut term = (choose + real(k) * p.ln() + real(n - k) * (1.0 - p).ln()).exp();
    let mut tail = 0.0;
    for i in k..=n {
        tail += term;
        term *= real(n - i) / real(i + 1) * p / (1.0 - p);
    }
    tail * real(places) <= rarely
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn students_t_is_that_of_the_tables() {
        for (beyond, freedom, table) in [
            (0.025, 10.0, 2.228),
            (0.025, 5.0, 2.571),
            (0.005, 28.0, 2.763),
            (0.05, 1e6, 1.645),
        ] {
            assert!((student(beyond, freedom) - table).abs() < 0.03);
        }
    }

    #[test]
    fn days_that_come_in_runs_count_as_fewer_days() {
        let runs = [1.0, 1.0, 1.0, 1.0, 5.0, 5.0, 5.0, 5.0].map(Some);
        let turns = [1.0, 5.0, 1.0, 5.0, 1.0, 5.0, 1.0, 5.0].map(Some);
        let error = |days: &[Option<f64>]| difference(&Mean::of(days), &Mean::of(days)).0;
        assert!(error(&runs) > 1.5 * error(&turns));
    }

    #[test]
    fn a_gap_makes_no_neighbours() {
        let days = [Some(1.0), None, Some(5.0), None, Some(1.0)];
        assert_eq!(Mean::of(&days).neighbours.1, 0);
        assert_eq!(Mean::of(&days).n, 3);
    }

    #[test]
    fn the_tail_is_the_binomial_one() {
        // P(X >= 6 | 20, 1/12) is 0.0050, P(X >= 7) is 0.0009.
        let beyond = |k, rarely| is_beyond(k, 20, 1.0 / 12.0, 1, rarely);
        assert!(beyond(6, 0.0055) && !beyond(6, 0.0045));
        assert!(beyond(7, 0.0015) && !beyond(7, 0.0005));
        assert!(!is_beyond(0, 0, 0.5, 1, 0.05));
        assert!(is_beyond(20, 20, 0.5, 24, 0.05));
        assert!(is_beyond(9000, 50_000, 1.0 / 12.0, 24, 0.05));
    }

    #[test]
    fn a_day_with_many_ratings_weighs_more_and_is_one_day_all_the_same() {
        let mean = Mean::weighed(&[Some((3.0, 6.0)), None, Some((1.0, 6.0))]);
        assert_eq!((mean.n, mean.value), (2, 3.0));
        let ones = Mean::of(&[2.0, 4.0, 6.0].map(Some));
        assert!((ones.variance() - 4.0 / 3.0).abs() < 1e-9);
    }
}
