//! What a chart shows, in numbers for a sentence and rows for a table.

use crate::insight::thresholds::{CHECK_IN, COUNT, Threshold};
use crate::insight::{CheckInItem, Day, Finding, Halves, LookBack, halves, real};
use crate::time::LocalDay;

/// What a chart is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ChartMeasure {
    /// How many cravings were logged each day.
    CravingsPerDay,
    /// The strongest craving known of each day, 0 to 10.
    StrongestPerDay,
    /// An item of the check-in, 0 to 10.
    CheckIn(CheckInItem),
}

impl ChartMeasure {
    /// Whether this counts things, instead of rating them from 0 to 10.
    #[must_use]
    pub const fn is_count(self) -> bool {
        matches!(self, Self::CravingsPerDay)
    }

    /// What a difference has to be to be called a change. How strong craving was is better asked of
    /// all its ratings ([`LookBack::strength`]): the strongest of each day is another look at the
    /// same, and held to the check-in's bar.
    #[must_use]
    pub const fn bar(self) -> Threshold {
        match self {
            Self::CravingsPerDay => COUNT,
            Self::StrongestPerDay | Self::CheckIn(_) => CHECK_IN,
        }
    }

    /// The readings of a span, one for each of its days.
    #[must_use]
    pub fn readings(self, view: &LookBack) -> Vec<Row<LocalDay>> {
        view.days
            .iter()
            .enumerate()
            .map(|(index, (day, state))| Row {
                key: *day,
                reading: match state {
                    Day::BeforeStart | Day::NotYet => Reading::Outside,
                    Day::Missing => Reading::Missing,
                    Day::Logged(logged) => Reading::of(match self {
                        Self::CravingsPerDay => Some(real(logged.cravings.n())),
                        Self::StrongestPerDay => logged.strongest().map(|r| f64::from(r.get())),
                        Self::CheckIn(item) => view.trend(item).days.get(index).copied().flatten(),
                    }),
                },
            })
            .collect()
    }
}

/// One value, or why there is none.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Reading {
    /// A value.
    Value(f64),
    /// It could have been logged and was not: not known, and never 0.
    Missing,
    /// It could not have been logged: before the first entry, or still to come.
    Outside,
}

impl Reading {
    /// A value, when there is one and it is a number.
    #[must_use]
    pub fn of(value: Option<f64>) -> Self {
        value
            .filter(|value| value.is_finite())
            .map_or(Self::Missing, Self::Value)
    }

    /// Whether a value could have been logged, logged or not.
    #[must_use]
    pub const fn could_be_known(self) -> bool {
        !matches!(self, Self::Outside)
    }

    /// The value.
    #[must_use]
    pub fn value(self) -> Option<f64> {
        match self {
            Self::Value(value) => Some(value).filter(|value| value.is_finite()),
            Self::Missing | Self::Outside => None,
        }
    }
}

/// One row of the table that holds the same as the chart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row<K> {
    /// Day or minute.
    pub key: K,
    /// What it holds.
    pub reading: Reading,
}

/// A highest or lowest value.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Extreme<K> {
    /// The value.
    pub value: f64,
    /// Where it first occurs.
    pub at: K,
    /// How often it occurs.
    pub times: usize,
}

/// The numbers of the sentence beside a chart over days.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Summary {
    /// What it is about.
    pub what: ChartMeasure,
    /// First and last day of the chart; `None` when it has no days.
    pub when: Option<(LocalDay, LocalDay)>,
    /// Days with a value.
    pub n: usize,
    /// Days that are [`Reading::Missing`].
    pub missing: usize,
    /// The highest value; `None` without values.
    pub highest: Option<Extreme<LocalDay>>,
    /// The lowest value; `None` without values.
    pub lowest: Option<Extreme<LocalDay>>,
    /// The later half beside the earlier, if both have enough.
    pub trend: Finding<Halves>,
}

impl Summary {
    pub(super) fn of(what: ChartMeasure, rows: &[Row<LocalDay>]) -> Self {
        let values: Vec<Option<f64>> = rows.iter().map(|row| row.reading.value()).collect();
        let known = || {
            rows.iter()
                .filter_map(|row| Some((row.key, row.reading.value()?)))
        };
        let missing =
            |row: &&Row<LocalDay>| row.reading.value().is_none() && row.reading != Reading::Outside;
        Self {
            what,
            when: rows.first().zip(rows.last()).map(|(a, b)| (a.key, b.key)),
            n: known().count(),
            missing: rows.iter().filter(missing).count(),
            highest: extreme(known(), |value, best| value > best),
            lowest: extreme(known(), |value, best| value < best),
            trend: halves(&values, what.bar()),
        }
    }
}

/// The value that none other beats.
pub(super) fn extreme<K>(
    values: impl Iterator<Item = (K, f64)>,
    beats: fn(f64, f64) -> bool,
) -> Option<Extreme<K>> {
    let mut best: Option<Extreme<K>> = None;
    for (at, value) in values {
        if let Some(best) = best.as_mut().filter(|best| !beats(value, best.value)) {
            // Not beaten and not beating: the same value once more.
            best.times += usize::from(!beats(best.value, value));
        } else {
            best = Some(Extreme {
                value,
                at,
                times: 1,
            });
        }
    }
    best
}
