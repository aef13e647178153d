//! Weekdays below each other and the hours of a day side by side, darker where there were more
//! cravings. Small numbers in a grid are a table; this gives each cell its number and its shade.

use super::heat::shade;
use crate::insight::{LookBack, PEAK_HOURS};

/// Hours in one cell: narrower ones would be too small for a finger and mostly empty.
pub const CELL_HOURS: u8 = PEAK_HOURS;
/// Cells in a day.
pub const CELLS: usize = 24 / CELL_HOURS as usize;

/// Some hours of a weekday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct WeekCell {
    /// Its first hour on the wall clock; it has 3 hours.
    pub from: u8,
    /// Cravings in it.
    pub n: usize,
    /// Shade, 0 to [`DARKEST`](super::DARKEST).
    pub level: u8,
}

/// A weekday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct WeekRow {
    /// 0 for Monday to 6 for Sunday.
    pub weekday: u8,
    /// Whether anything was logged on such a day, or a craving in its hours. Otherwise its cells
    /// are not known, which is not the same as none.
    pub known: bool,
    /// Its hours, from midnight on.
    pub cells: [WeekCell; CELLS],
}

/// A chart of weekdays and hours.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct WeekHeat {
    /// The weekdays, in the order in which the days looked at begin.
    pub rows: [WeekRow; 7],
}

impl WeekHeat {
    /// The weekdays of a view.
    #[must_use]
    pub fn over(view: &LookBack) -> Self {
        let mut known = [false; 7];
        for (day, state) in &view.days {
            known[usize::from(day.weekday() % 7)] |= state.logged().is_some();
        }
        Self::new(&view.weekdays, known, view.span.first().weekday())
    }

    /// Any counts by weekday (0 for Monday) and hour, on which weekdays anything is `known`, and
    /// the weekday that comes `first`.
    #[must_use]
    pub fn new(counts: &[[usize; 24]; 7], known: [bool; 7], first: u8) -> Self {
        let cell = |weekday: usize, place: usize| -> usize {
            let hours = usize::from(CELL_HOURS);
            counts[weekday].iter().skip(place * hours).take(hours).sum()
        };
        let places = || (0..7).flat_map(|weekday| (0..CELLS).map(move |place| (weekday, place)));
        let most = places().map(|(weekday, place)| cell(weekday, place)).max();
        let mut order = (0..7).map(|step| (first + step) % 7);
        let rows = [(); 7].map(|()| {
            let weekday = order.next().unwrap_or(0);
            let index = usize::from(weekday);
            let mut from = 0;
            let cells = [(); CELLS].map(|()| {
                let n = cell(index, usize::from(from / CELL_HOURS));
                let cell = WeekCell {
                    from,
                    n,
                    level: shade(n, most.unwrap_or(0)),
                };
                from += CELL_HOURS;
                cell
            });
            let any = cells.iter().any(|cell| cell.n > 0);
            WeekRow {
                weekday,
                known: known[index] || any,
                cells,
            }
        });
        Self { rows }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(places: &[(usize, usize, usize)]) -> [[usize; 24]; 7] {
        let mut counts = [[0; 24]; 7];
        for (weekday, hour, n) in places {
            counts[*weekday][*hour] = *n;
        }
        counts
    }

    #[test]
    fn hours_of_one_cell_are_counted_together_and_the_fullest_is_darkest() {
        let counts = counts(&[(4, 21, 2), (4, 23, 2), (0, 9, 1)]);
        let heat = WeekHeat::new(&counts, [true; 7], 0);
        let friday = heat.rows[4];
        assert_eq!((friday.cells[7].from, friday.cells[7].n), (21, 4));
        assert_eq!(friday.cells[7].level, super::super::DARKEST);
        assert_eq!(heat.rows[0].cells[3].level, 1);
    }

    #[test]
    fn the_weekdays_begin_where_the_days_looked_at_begin() {
        let heat = WeekHeat::new(&counts(&[]), [false; 7], 3);
        assert_eq!(heat.rows.map(|row| row.weekday), [3, 4, 5, 6, 0, 1, 2]);
    }

    #[test]
    fn a_weekday_without_an_entry_is_not_known_and_one_with_a_craving_is() {
        let mut known = [false; 7];
        known[1] = true;
        let heat = WeekHeat::new(&counts(&[(2, 0, 1)]), known, 0);
        let known = heat.rows.map(|row| row.known);
        assert_eq!(known, [false, true, true, false, false, false, false]);
    }
}
