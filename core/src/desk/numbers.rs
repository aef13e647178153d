//! A person in one line of a caseload.

use std::cmp::Reverse;

use super::person::CaseloadPerson;
use crate::content::instrument::Instrument;
use crate::insight::{LookBack, Span};
use crate::journal::RecordId;
use crate::log::{Entry, Questionnaire};
use crate::queries::{crisis_answers, due};
use crate::share::Share;
use crate::share::review::changes;
use crate::time::{DayBoundary, LocalDay, Moment};

/// How far back a crisis answer or a slip counts for who comes first, in days.
const RECENT: i32 = 28;
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

impl Week {
    fn of(share: &Share, last: LocalDay, days: u16) -> (Self, LookBack) {
        let span = Span::ending(last, days).unwrap_or_else(|_| Span::week_of(last, 0));
        let back = LookBack::over(&share.journal, span, last);
        let week = Self {
            days: back.totals.days_logged,
            cravings: back.totals.cravings.n(),
            strength: back.totals.cravings.mean(),
            per_day: back.totals.cravings_per_logged_day(),
        };
        (week, back)
    }
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
    /// The line of one person.
    #[must_use]
    pub fn of(person: &CaseloadPerson, instruments: &[Instrument], today: LocalDay) -> Self {
        let mut row = Self {
            person: person.client.person,
            name: person.client.name.as_str().to_owned(),
            verified: person.client.verified,
            signed: person.client.signer.is_some(),
            last_share: None,
            silent: None,
            known: 0,
            week: Week::default(),
            before: Week::default(),
            check_ins: 0,
            slips: 0,
            recent_slips: 0,
            due: Vec::new(),
            scores_changed: 0,
            homework: (0, 0),
            crisis: 0,
        };
        if let (Some(whole), Some(newest)) = (&person.whole, person.shares.last()) {
            row.fill(whole, newest, instruments, today);
            let before = person.shares.iter().rev().nth(1);
            if let Ok(changes) = changes(newest, before.map(AsRef::as_ref), instruments) {
                let told = changes.iter().filter(|one| one.is_score() && one.is_told());
                row.scores_changed = told.count();
            }
        }
        row
    }

    fn fill(&mut self, whole: &Share, newest: &Share, instruments: &[Instrument], today: LocalDay) {
        let journal = &whole.journal;
        let made_on = newest.issued_at.local_day(DayBoundary::default());
        self.last_share = Some(newest.issued_at);
        self.silent = Some(today.days_since(made_on).max(0));
        let (week, back) = Week::of(whole, whole.last, 7);
        self.week = week;
        self.before = Week::of(whole, whole.last.plus(-7), 28).0;
        self.check_ins = back.totals.check_ins;
        self.slips = back.totals.slips;
        let mut days: Vec<LocalDay> = Vec::new();
        let recent = whole.last.plus(-RECENT);
        for (_, record) in journal.entries() {
            if record.entry.tells_of_the_past() {
                days.push(record.local_day);
            }
            match &record.entry {
                Entry::Slip(_) if record.local_day > recent => self.recent_slips += 1,
                Entry::Assignment(task) if task.every_weeks.is_none() => {
                    self.homework.0 += usize::from(task.done.is_some());
                    self.homework.1 += 1;
                }
                _ => {}
            }
        }
        days.sort_unstable();
        days.dedup();
        self.known = days.len();
        let filled = |id: &str| {
            let mut all = journal.all_of::<Questionnaire>();
            all.any(|(_, _, kept)| kept.instrument == id)
        };
        let due = instruments
            .iter()
            .filter(|form| filled(&form.id) && due(journal, form, today));
        self.due = due.map(|form| form.title.clone()).collect();
        let answers = crisis_answers(journal, instruments);
        let answers = answers.filter(|answer| answer.is_crisis && answer.day > recent);
        self.crisis = answers.count();
    }

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
