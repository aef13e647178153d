//! A person in one line of a caseload.

use std::cmp::Reverse;

use crate::journal::RecordId;
use crate::time::Moment;

/// With fewer known days on either side nothing is called a change.
const DAYS_FOR_A_CHANGE: usize = 3;

/// Some days in numbers. Days of which nothing is known are in none of them.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Week {
    /// Days with an entry.
    pub days: usize,
    /// Cravings.
    pub cravings: usize,
    /// Their mean strength, 0 to 10.
    pub strength: Option<f64>,
    /// Cravings per known day.
    pub per_day: Option<f64>,
}

/// A person in numbers.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CaseloadRow {
    /// Whose they are.
    pub person: RecordId,
    /// What the therapist calls them.
    pub name: String,
    /// Whether their words were compared.
    pub verified: bool,
    /// Whether they sign.
    pub signed: bool,
    /// When the newest share was made; `None` when none is kept any more.
    pub last_share: Option<Moment>,
    /// Days since then.
    pub silent: Option<i64>,
    /// Days with an entry, of all that were shared.
    pub known: usize,
    /// The seven days up to the last one that was shared.
    pub week: Week,
    /// The four weeks before.
    pub before: Week,
    /// Check-ins in that week.
    pub check_ins: usize,
    /// Slips in that week.
    pub slips: usize,
    /// Slips in the last four weeks.
    pub recent_slips: usize,
    /// Titles of questionnaires that the person fills in and that are due again.
    pub due: Vec<String>,
    /// Scores whose change since the share before is known to mean something.
    pub scores_changed: usize,
    /// Assignments that were done, and all of them.
    pub homework: (usize, usize),
    /// Answers about not wanting to live, above "not at all", in the last four weeks.
    pub crisis: usize,
}

impl CaseloadRow {
    /// How many cravings a known day has more than in the four weeks before; `None` with too few
    /// known days to say.
    #[must_use]
    pub fn change(&self) -> Option<f64> {
        let enough = self.week.days >= DAYS_FOR_A_CHANGE && self.before.days >= DAYS_FOR_A_CHANGE;
        let change = self.week.per_day? - self.before.per_day?;
        enough.then_some(change)
    }
}

/// Who comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// Crisis answers, then slips, then more cravings than before.
    #[default]
    Flags,
    /// More cravings than before first.
    Change,
    /// Those who have not shared for longest.
    Silence,
    /// By name.
    Name,
}

impl Order {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Flags, Self::Change, Self::Silence, Self::Name];

    pub(super) fn sort(self, rows: &mut [CaseloadRow]) {
        rows.sort_by_key(|row| row.name.to_lowercase());
        // In thousandths of a craving a day: a whole number can be compared.
        #[allow(
            clippy::cast_possible_truncation,
            reason = "a day has no 10^15 cravings"
        )]
        let change =
            |row: &CaseloadRow| row.change().map(|change| (change * 1000.0).round() as i64);
        match self {
            Self::Name => {}
            Self::Flags => {
                rows.sort_by_key(|row| Reverse((row.crisis, row.recent_slips, change(row))));
            }
            Self::Change => rows.sort_by_key(|row| Reverse(change(row))),
            // Nobody knows anything of somebody without a share: they come first.
            Self::Silence => {
                rows.sort_by_key(|row| Reverse(row.silent.map_or(i64::MAX, |days| days)));
            }
        }
    }
}
