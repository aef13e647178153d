//! A run of days to look back over.

use crate::time::LocalDay;

/// Why a number of days is not a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a span has 1 to 366 days, not {0}")]
pub struct SpanLength(pub u16);

/// Days in a row, 1 to 366.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    first: LocalDay,
    days: u16,
}

impl Span {
    /// The most days in a span: a leap year.
    pub const LONGEST: u16 = 366;

    /// The days from `first` on.
    ///
    /// # Errors
    /// [`SpanLength`] for none or more than [`Self::LONGEST`].
    pub fn new(first: LocalDay, days: u16) -> Result<Self, SpanLength> {
        if (1..=Self::LONGEST).contains(&days) {
            Ok(Self { first, days })
        } else {
            Err(SpanLength(days))
        }
    }

    /// The days up to `last`, it included: 'the last 30 days'.
    ///
    /// # Errors
    /// [`SpanLength`] for none or more than [`Self::LONGEST`].
    pub fn ending(last: LocalDay, days: u16) -> Result<Self, SpanLength> {
        Self::new(last.plus(1 - i32::from(days)), days)
    }

    /// The calendar week around `day`. `starts_on` is the weekday it begins with, 0 for Monday to
    /// 6 for Sunday, as is the custom where the person lives.
    #[must_use]
    pub fn week_of(day: LocalDay, starts_on: u8) -> Self {
        let into_week = (day.weekday() + 7 - starts_on % 7) % 7;
        Self {
            first: day.plus(-i32::from(into_week)),
            days: 7,
        }
    }

    /// The calendar month around `day`, 28 to 31 days.
    #[must_use]
    pub fn month_of(day: LocalDay) -> Self {
        use chrono::Datelike as _;
        let date = day.date();
        let into_month = i32::try_from(date.day0()).unwrap_or(0);
        Self {
            first: day.plus(-into_month),
            days: u16::from(date.num_days_in_month()),
        }
    }

    /// The equally long span just before this one.
    #[must_use]
    pub fn previous(self) -> Self {
        Self {
            first: self.first.plus(-i32::from(self.days)),
            days: self.days,
        }
    }

    /// The equally long span that ends with `last`.
    #[must_use]
    pub fn up_to(self, last: LocalDay) -> Self {
        Self {
            first: last.plus(1 - i32::from(self.days)),
            days: self.days,
        }
    }

    /// The first day.
    #[must_use]
    pub const fn first(self) -> LocalDay {
        self.first
    }

    /// The last day.
    #[must_use]
    pub fn last(self) -> LocalDay {
        self.first.plus(i32::from(self.days) - 1)
    }

    /// How many days, 1 to 366.
    #[must_use]
    pub const fn length(self) -> u16 {
        self.days
    }

    /// Every day, in order.
    #[must_use]
    pub fn days(self) -> impl ExactSizeIterator<Item = LocalDay> {
        (0..self.days).map(move |offset| self.first.plus(i32::from(offset)))
    }

    /// Which of its days `day` is, from 0.
    #[must_use]
    pub fn position(self, day: LocalDay) -> Option<usize> {
        usize::try_from(day.days_since(self.first))
            .ok()
            .filter(|position| *position < usize::from(self.days))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> LocalDay {
        text.parse().unwrap()
    }

    #[test]
    fn a_week_begins_where_custom_says() {
        let wednesday = day("2026-11-25");
        let from = |starts_on| Span::week_of(wednesday, starts_on).first().to_string();
        assert_eq!(from(0), "2026-11-23");
        assert_eq!(from(6), "2026-11-22");
        assert_eq!(from(2), "2026-11-25");
        assert_eq!(from(3), "2026-11-19");
    }

    #[test]
    fn a_month_has_the_days_the_calendar_gives_it() {
        let month = Span::month_of(day("2028-02-29"));
        assert_eq!(month.length(), 29);
        assert_eq!(month.first(), day("2028-02-01"));
        assert_eq!(month.last(), day("2028-02-29"));
        assert_eq!(month.previous().last(), day("2028-01-31"));
    }

    #[test]
    fn none_and_more_than_a_year_are_refused() {
        assert_eq!(Span::new(day("2026-01-01"), 0), Err(SpanLength(0)));
        assert_eq!(Span::ending(day("2026-01-01"), 367), Err(SpanLength(367)));
    }

    #[test]
    fn a_span_moves_without_changing_its_length() {
        let month = Span::ending(day("2026-11-25"), 30).unwrap();
        let moved = month.up_to(day("2026-03-01"));
        assert_eq!((moved.last(), moved.length()), (day("2026-03-01"), 30));
    }

    #[test]
    fn a_day_outside_has_no_position() {
        let week = Span::ending(day("2026-11-25"), 7).unwrap();
        assert_eq!(week.position(day("2026-11-18")), None);
        assert_eq!(week.position(day("2026-11-19")), Some(0));
        assert_eq!(week.position(day("2026-11-25")), Some(6));
        assert_eq!(week.position(day("2026-11-26")), None);
        assert_eq!(week.days().last(), Some(week.last()));
    }
}
