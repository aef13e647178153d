//! The view of a week, a month or a year.

use super::day::{Day, Logged};
use super::peak::{Clock, PeakHour, PeakTime};
use super::real;
use super::span::Span;
use super::spread::Spread;
use super::trend::{CheckInItem, Trend};
use super::trigger::{Gathering, Triggers};
use crate::log::{Entry, Journal, Record};
use crate::time::LocalDay;

/// All that a span of days shows.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct LookBack {
    /// The days looked at.
    pub span: Span,
    /// Each of them, in order.
    pub days: Vec<(LocalDay, Day)>,
    /// Cravings by what set them off.
    pub triggers: Triggers,
    /// Cravings by the hour that the clock on the wall showed, 0 to 23.
    pub hours: [Spread; 24],
    /// How many cravings in each of those hours, by the weekday on the wall, 0 for Monday to 6 for
    /// Sunday.
    pub weekdays: [[usize; 24]; 7],
    /// The hour that stands out; `None` unless one has more than chance brings.
    pub peak_hour: Option<PeakHour>,
    /// The time of the week that stands out; `None` unless one has more than chance brings.
    pub peak_time: Option<PeakTime>,
    /// Check-in answers, in the order of [`CheckInItem::ALL`].
    pub trends: [Trend; 8],
    /// The whole span in numbers.
    pub totals: Totals,
}

/// A span in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Totals {
    /// Days with an entry.
    pub days_logged: usize,
    /// Past days without one, from the first logged day of the journal on.
    pub days_missing: usize,
    /// Cravings.
    pub cravings: Spread,
    /// Check-ins.
    pub check_ins: usize,
    /// Slips.
    pub slips: usize,
    /// Exercises.
    pub practices: usize,
}

impl Totals {
    /// Cravings per day on which anything was logged; `None` without such a day. Missing days are
    /// in neither number, so not logging does not look like getting better.
    #[must_use]
    pub fn cravings_per_logged_day(&self) -> Option<f64> {
        (self.days_logged > 0).then(|| real(self.cravings.n()) / real(self.days_logged))
    }

    fn of<'a>(days: impl IntoIterator<Item = &'a Day>) -> Self {
        let mut totals = Self::default();
        for day in days {
            match day {
                Day::Logged(logged) => {
                    totals.days_logged += 1;
                    totals.cravings.merge(&logged.cravings);
                    totals.check_ins += logged.check_ins;
                    totals.slips += logged.slips;
                    totals.practices += logged.practices;
                }
                Day::Missing => totals.days_missing += 1,
                Day::BeforeStart | Day::NotYet => {}
            }
        }
        totals
    }
}

impl LookBack {
    /// Looks back over `span`. `today` tells days that are missing from days still to come.
    #[must_use]
    pub fn over(journal: &Journal, span: Span, today: LocalDay) -> Self {
        let mut from_the_first = journal.entries().map(|(_, record)| record);
        let start = from_the_first
            .find(|record| Logged::by(&record.entry).is_some())
            .map(|record| record.local_day);
        let mut gathered = Gathered::of_length(span);
        for (_, record) in journal.entries_between(span.first(), span.last()) {
            gathered.take(span, record);
        }
        let days: Vec<_> = span
            .days()
            .zip(gathered.days)
            .map(|(day, logged)| (day, Day::of(logged, day, start, today)))
            .collect();

        let mut answers = gathered.answers.into_iter();
        Self {
            span,
            totals: Totals::of(days.iter().map(|(_, day)| day)),
            peak_hour: gathered.clock.hour(),
            peak_time: gathered.clock.time(&days),
            days,
            triggers: gathered.triggers.finish(),
            hours: gathered.hours,
            weekdays: gathered.weekdays,
            trends: CheckInItem::ALL.map(|item| Trend {
                item,
                days: answers
                    .next()
                    .into_iter()
                    .flatten()
                    .map(|spread| spread.mean())
                    .collect(),
            }),
        }
    }

    /// One item of the check-in.
    #[must_use]
    pub fn trend(&self, item: CheckInItem) -> &Trend {
        &self.trends[item as usize]
    }
}

struct Gathered<'a> {
    days: Vec<Option<Logged>>,
    triggers: Gathering<'a>,
    hours: [Spread; 24],
    weekdays: [[usize; 24]; 7],
    clock: Clock,
    answers: [Vec<Spread>; 8],
}

impl<'a> Gathered<'a> {
    fn of_length(span: Span) -> Self {
        let length = usize::from(span.length());
        Self {
            days: vec![None; length],
            triggers: Gathering::default(),
            hours: [Spread::default(); 24],
            weekdays: [[0; 24]; 7],
            clock: Clock::default(),
            answers: CheckInItem::ALL.map(|_| vec![Spread::default(); length]),
        }
    }

    fn take(&mut self, span: Span, record: &'a Record) {
        note(&mut self.days, span, record);
        match &record.entry {
            Entry::Craving(craving) => {
                self.triggers.take(craving);
                let hour = usize::from(record.happened_at.local_hour());
                self.hours[hour].add(craving.intensity);
                let weekday = usize::from(record.happened_at.local_weekday());
                self.weekdays[weekday][hour] += 1;
                self.clock.take(record);
            }
            Entry::CheckIn(check_in) => {
                let Some(position) = span.position(record.local_day) else {
                    return;
                };
                for (item, days) in CheckInItem::ALL.into_iter().zip(&mut self.answers) {
                    if let Some(answer) = item.answer(check_in) {
                        days[position].add(answer);
                    }
                }
            }
            _ => {}
        }
    }
}

fn note(days: &mut [Option<Logged>], span: Span, record: &Record) {
    let position = span.position(record.local_day);
    let said = Logged::by(&record.entry);
    if let Some((day, said)) = position.and_then(|at| days.get_mut(at)).zip(said) {
        day.get_or_insert_default().merge(&said);
    }
}
