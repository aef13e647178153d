//! What the list needs of somebody, so that nothing they shared has to be read for it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::numbers::{CaseloadRow, Week};
use super::person::{CaseloadPerson, ClientRecords};
use super::{DeskJournal, Received};
use crate::content::instrument::Instrument;
use crate::insight::{LookBack, Span, real};
use crate::journal::Payload;
use crate::log::{Assignment, Entry, Questionnaire};
use crate::queries::{answers_in, assigned_days, is_due};
use crate::share::Share;
use crate::share::review::{finished, scores_told};
use crate::text::Tag;
use crate::time::{DayBoundary, LocalDay, Moment};

/// How far back a crisis answer or a slip counts for who comes first, in days.
const RECENT: i32 = 28;

/// Somebody's line but for what the day and the questionnaires add to it: so it is as right on any
/// later day, in another language and with questionnaires that have changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Digest {
    /// What it was made of.
    pub of: ClientRecords,
    name: Tag,
    verified: bool,
    signed: bool,
    /// The last day on which all of their shares may be kept.
    pub expires: Option<LocalDay>,
    /// Shares that could not be read again.
    pub unreadable: usize,
    /// `None` when there is no share that can be read.
    told: Option<SharesDigest>,
}

/// What their shares tell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SharesDigest {
    last_share: Moment,
    known: usize,
    week: Counts,
    before: Counts,
    check_ins: usize,
    slips: usize,
    recent_slips: usize,
    homework: (usize, usize),
    /// Every questionnaire that was begun, by its name.
    forms: BTreeMap<String, QuestionnaireDates>,
    /// Those of the last four weeks, for their answers.
    answers: Vec<Questionnaire>,
    /// The finished ones of the newest share and of the one before, for their scores.
    scores: Vec<Questionnaire>,
    earlier_scores: Option<Vec<Questionnaire>>,
}

/// Some days, in whole numbers only: what is read back is what was written.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Counts {
    days: usize,
    cravings: usize,
    /// Of their strengths.
    sum: usize,
}

/// When a questionnaire was finished last, and days from one to the next as they were set.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionnaireDates {
    last: Option<LocalDay>,
    assigned: Option<i64>,
}

impl Digest {
    /// Reads all that somebody shared; `None` when they are gone from the desk.
    pub fn of(desk: &DeskJournal, records: ClientRecords) -> Option<Self> {
        let person = CaseloadPerson::read(desk, &records)?;
        let kept = records.shares.iter().filter_map(|root| desk.get(*root));
        let kept = kept.filter_map(|record| Received::of(&record.entry));
        let client = &person.client;
        Some(Self {
            name: client.name.clone(),
            verified: client.verified,
            signed: client.signer.is_some(),
            expires: kept.filter_map(|share| share.expires).min(),
            unreadable: person.unreadable,
            told: SharesDigest::of(&person),
            of: records,
        })
    }

    /// What the therapist calls them.
    pub fn name(&self) -> &str {
        self.name.as_str()
    }

    /// The line on a day, by these questionnaires.
    pub fn row(&self, instruments: &[Instrument], today: LocalDay) -> CaseloadRow {
        let mut row = CaseloadRow {
            person: self.of.person,
            name: self.name.as_str().to_owned(),
            verified: self.verified,
            signed: self.signed,
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
        if let Some(told) = &self.told {
            told.fill(&mut row, instruments, today);
        }
        row
    }
}

impl SharesDigest {
    fn of(person: &CaseloadPerson) -> Option<Self> {
        let (whole, newest) = (person.whole.as_ref()?, person.shares.last()?);
        let earlier = person.shares.iter().rev().nth(1);
        let (week, back) = Counts::of(whole, whole.last, 7);
        let mut told = Self {
            last_share: newest.issued_at,
            known: 0,
            week,
            before: Counts::of(whole, whole.last.plus(-7), 28).0,
            check_ins: back.totals.check_ins,
            slips: back.totals.slips,
            recent_slips: 0,
            homework: (0, 0),
            forms: BTreeMap::new(),
            answers: Vec::new(),
            scores: scores_of(newest),
            earlier_scores: earlier.map(|share| scores_of(share)),
        };
        told.count(whole);
        Some(told)
    }

    fn count(&mut self, whole: &Share) {
        let recent = whole.last.plus(-RECENT);
        let mut days: Vec<LocalDay> = Vec::new();
        for (_, record) in whole.journal.entries() {
            let day = record.local_day;
            if record.entry.tells_of_the_past() {
                days.push(day);
            }
            match &record.entry {
                Entry::Slip(_) if day > recent => self.recent_slips += 1,
                Entry::Assignment(task) if task.every_weeks.is_none() => {
                    self.homework.0 += usize::from(task.done.is_some());
                    self.homework.1 += 1;
                }
                Entry::Questionnaire(kept) => {
                    let assigned = || {
                        let all = whole.journal.all_of::<Assignment>();
                        assigned_days(all.map(|(_, _, task)| task), &kept.instrument)
                    };
                    let form = self.forms.entry(kept.instrument.clone());
                    let form = form.or_insert_with(|| QuestionnaireDates {
                        last: None,
                        assigned: assigned(),
                    });
                    if kept.is_finished() {
                        form.last = Some(day);
                    }
                    if day > recent {
                        self.answers.push(Questionnaire {
                            scores: Vec::new(),
                            ..kept.clone()
                        });
                    }
                }
                _ => {}
            }
        }
        days.sort_unstable();
        days.dedup();
        self.known = days.len();
    }

    fn fill(&self, row: &mut CaseloadRow, instruments: &[Instrument], today: LocalDay) {
        let made_on = self.last_share.local_day(DayBoundary::default());
        row.last_share = Some(self.last_share);
        row.silent = Some(today.days_since(made_on).max(0));
        row.known = self.known;
        row.week = self.week.week();
        row.before = self.before.week();
        row.check_ins = self.check_ins;
        row.slips = self.slips;
        row.recent_slips = self.recent_slips;
        row.homework = self.homework;
        let due = instruments.iter().filter(|instrument| {
            let form = self.forms.get(&instrument.id);
            form.is_some_and(|form| is_due(instrument, form.assigned, form.last, today))
        });
        row.due = due.map(|instrument| instrument.title.clone()).collect();
        let earlier = self.earlier_scores.as_ref().map(|all| all.iter().collect());
        let earlier: Option<Vec<_>> = earlier;
        let newest: Vec<_> = self.scores.iter().collect();
        row.scores_changed = scores_told(&newest, earlier.as_deref(), instruments);
        let answers = self.answers.iter();
        let answers = answers.flat_map(|kept| answers_in(kept, instruments));
        row.crisis = answers.filter(|(_, is_crisis)| *is_crisis).count();
    }
}

impl Counts {
    fn of(share: &Share, last: LocalDay, days: u16) -> (Self, LookBack) {
        let span = Span::ending(last, days).unwrap_or_else(|_| Span::week_of(last, 0));
        let back = LookBack::over(&share.journal, span, last);
        let days = Self {
            days: back.totals.days_logged,
            cravings: back.totals.cravings.n(),
            sum: back.totals.cravings.sum(),
        };
        (days, back)
    }

    fn week(self) -> Week {
        let cravings = real(self.cravings);
        Week {
            days: self.days,
            cravings: self.cravings,
            strength: (self.cravings > 0).then(|| real(self.sum) / cravings),
            per_day: (self.days > 0).then(|| cravings / real(self.days)),
        }
    }
}

/// The finished questionnaires of a share, without their answers.
fn scores_of(share: &Share) -> Vec<Questionnaire> {
    let all = finished(share).into_iter();
    all.map(|kept| Questionnaire {
        answers: Vec::new(),
        instrument: kept.instrument.clone(),
        form: kept.form.clone(),
        scoring: kept.scoring.clone(),
        scores: kept.scores.clone(),
    })
    .collect()
}
