//! The one calm list of what matters today.
//!
//! At most [`MOST_TODAY`] items, and nothing nags: what is done is gone, what is late is shown for
//! [`LATE_DAYS`] more days and then waits in its own section, and of the things that could always
//! be there (a questionnaire, a lesson) there is one at a time.

use std::collections::BTreeSet;

use super::questionnaires::{assigned_days, is_due};
use crate::content::instrument::Instrument;
use crate::content::lesson::Lesson;
use crate::journal::{Payload, RecordId};
use crate::log::{
    AfterPlan, Appointment, Assignment, Commitment, DayPlan, Entry, Goal, GoalState, Group,
    Journal, LessonRead, Prescription, Questionnaire, Record, Session,
};
use crate::time::{DayBoundary, LocalDay, Moment, Offsets, Wall};

/// Most items on the list.
pub const MOST_TODAY: usize = 5;
/// For how many days something late is still shown. Ebb's own choice: long enough for a bad day,
/// too short for a reproach.
const LATE_DAYS: i64 = 3;
/// For how many days homework is shown. A week: by then the next group has come.
const HOMEWORK_DAYS: i64 = 7;
/// For how many days after the last one a day with a shape is still offered: who lets it be is not
/// asked again.
const SHAPE_DAYS: i64 = 14;
/// Until when a morning's intention is offered, and from when the evening's look back: hours of the
/// clock on the wall. Ebb's own choice.
const MORNING_ENDS: u8 = 12;
const EVENING_BEGINS: u8 = 18;

/// The content that the list draws from.
#[derive(Clone, Copy, Debug)]
pub struct Material<'a> {
    /// The questionnaires, in the order in which they are asked.
    pub instruments: &'a [Instrument],
    /// The lessons, in the order in which they are read.
    pub lessons: &'a [Lesson],
}

/// One thing that matters today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TodayItem<'a> {
    /// A group that is not over.
    Group {
        /// The entry.
        root: RecordId,
        /// The group.
        group: &'a Group,
        /// The date by its pattern, which names the session.
        on: LocalDay,
        /// When it begins.
        at: Moment,
    },
    /// An appointment that is not over.
    Appointment {
        /// The entry.
        root: RecordId,
        /// The appointment.
        appointment: &'a Appointment,
        /// When it begins.
        at: Moment,
    },
    /// Medication that nothing is noted of today.
    Medicine(RecordId, &'a Prescription),
    /// No check-in yet.
    CheckIn,
    /// An intention could be set, for who did so lately.
    Intention,
    /// What the person wants of this day.
    DayPlan(&'a DayPlan),
    /// The day could be looked back on.
    LookBack,
    /// Homework that is not practised yet.
    Homework(RecordId, &'a Session),
    /// An assignment.
    Assignment(RecordId, &'a Assignment),
    /// A commitment.
    Commitment(RecordId, &'a Commitment),
    /// A questionnaire.
    Questionnaire(&'a Instrument),
    /// A goal to look at again.
    Goal(RecordId, &'a Goal),
    /// A checkpoint of the first 90 days: which of them it is.
    After(i64),
    /// A lesson.
    Lesson(&'a Lesson),
}

/// The list: what has a time first, by its time; then what the day asks for; then what can wait.
#[must_use]
pub fn today<'a>(
    journal: &'a Journal,
    material: Material<'a>,
    now: Moment,
    boundary: DayBoundary,
    offsets: Offsets<'_>,
) -> Vec<TodayItem<'a>> {
    let query = TodayQuery {
        found: Found::look(journal, now.local_day(boundary)),
        offsets,
        now,
        boundary,
        today: now.local_day(boundary),
    };
    let mut items = query.timed();
    items.extend(query.medicines());
    if !query.found.checked_in {
        items.push(TodayItem::CheckIn);
    }
    items.extend(query.day());
    items.extend(query.homework());
    items.extend(query.tasks());
    items.extend(query.questionnaire(material.instruments));
    items.extend(query.plans());
    items.extend(query.lesson(material.lessons));
    items.truncate(MOST_TODAY);
    items
}

/// Kinds of which a person has few, whatever the day; the others are looked at for today only.
const KINDS: [&str; 10] = [
    Group::KIND,
    Appointment::KIND,
    Session::KIND,
    Prescription::KIND,
    Assignment::KIND,
    Commitment::KIND,
    Goal::KIND,
    AfterPlan::KIND,
    Questionnaire::KIND,
    LessonRead::KIND,
];

/// What the journal holds that could be on the list.
#[derive(Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a separate fact about today"
)]
struct Found<'a> {
    groups: Vec<(RecordId, &'a Group)>,
    appointments: Vec<(RecordId, &'a Appointment)>,
    sessions: Vec<(RecordId, &'a Session)>,
    prescriptions: Vec<(RecordId, &'a Prescription)>,
    assignments: Vec<(RecordId, &'a Assignment)>,
    commitments: Vec<(RecordId, &'a Commitment)>,
    goals: Vec<(RecordId, &'a Goal)>,
    after: Option<(RecordId, &'a AfterPlan)>,
    /// The newest finished questionnaire of each kind.
    results: Vec<(&'a str, LocalDay)>,
    read: BTreeSet<&'a str>,
    /// Prescriptions that something is noted of today.
    noted: Vec<RecordId>,
    /// Today's intention.
    intention: Option<&'a DayPlan>,
    looked_back: bool,
    /// The last day that has one.
    last_shape: Option<LocalDay>,
    checked_in: bool,
    told_of_medicine: bool,
    answered_today: bool,
    read_today: bool,
}

impl<'a> Found<'a> {
    fn look(journal: &'a Journal, today: LocalDay) -> Self {
        let mut found = Self::default();
        for kind in KINDS {
            for (root, record) in journal.of_kind(kind) {
                found.take(root, record, record.local_day == today);
            }
        }
        for (_, record) in journal.entries_between(today, today) {
            found.take_today(record);
        }
        let last = journal.of_kind(DayPlan::KIND).next_back();
        found.last_shape = last.map(|(_, record)| record.local_day);
        found
    }

    fn take(&mut self, root: RecordId, record: &'a Record, is_today: bool) {
        match &record.entry {
            Entry::Group(group) => self.groups.push((root, group)),
            Entry::Appointment(appointment) => self.appointments.push((root, appointment)),
            Entry::Session(session) => self.sessions.push((root, session)),
            Entry::Prescription(prescription) => self.prescriptions.push((root, prescription)),
            Entry::Assignment(assignment) => self.assignments.push((root, assignment)),
            Entry::Commitment(commitment) => self.commitments.push((root, commitment)),
            Entry::Goal(goal) => self.goals.push((root, goal)),
            Entry::AfterPlan(plan) if self.after.is_none_or(|(id, _)| id < record.id) => {
                self.after = Some((record.id, plan));
            }
            Entry::Questionnaire(kept) if kept.is_finished() => {
                self.answered_today |= is_today;
                let name = kept.instrument.as_str();
                // Entries come by day, so a later one of the same kind is newer.
                match self.results.iter_mut().find(|(known, _)| *known == name) {
                    Some((_, day)) => *day = record.local_day,
                    None => self.results.push((name, record.local_day)),
                }
            }
            Entry::LessonRead(read) => {
                self.read.insert(&read.lesson);
                self.read_today |= is_today;
            }
            _ => {}
        }
    }

    fn take_today(&mut self, record: &'a Record) {
        match &record.entry {
            Entry::Dose(dose) => self.noted.push(dose.prescription),
            Entry::DayPlan(day) => {
                self.intention = Some(day)
                    .filter(|day| day.has_intention())
                    .or(self.intention);
                self.looked_back |= day.has_look_back();
            }
            Entry::CheckIn(check_in) => {
                self.checked_in = true;
                self.told_of_medicine |= check_in.medication.is_some();
            }
            _ => {}
        }
    }
}

/// What was found, and when it is looked at.
struct TodayQuery<'a, 'b> {
    found: Found<'a>,
    offsets: Offsets<'b>,
    now: Moment,
    boundary: DayBoundary,
    today: LocalDay,
}

impl<'a> TodayQuery<'a, '_> {
    /// When something of today begins; `None` when it is of another day or over.
    fn still_today(&self, start: &Wall, minutes: u16) -> Option<Moment> {
        let at = start.moment(self.offsets, self.now.offset_minutes())?;
        // On whose day it is goes by the clock here, which on a journey is not the group's.
        let here = Moment::new(at.utc_ms(), self.now.offset_minutes()).ok()?;
        let over = here.is_over(minutes, self.now);
        (here.local_day(self.boundary) == self.today && !over).then_some(here)
    }

    fn timed(&self) -> Vec<TodayItem<'a>> {
        let mut items: Vec<(Moment, TodayItem<'a>)> = Vec::new();
        // A day either side: the group's calendar may be a day ahead of the person's, or behind.
        let (from, to) = (self.today.plus(-1), self.today.plus(2));
        for (root, group) in &self.found.groups {
            for occurrence in group.between(from, to) {
                let at = self.still_today(&occurrence.start, group.minutes);
                if let Some(at) = at.filter(|_| !self.is_answered(*root, occurrence.on)) {
                    let item = TodayItem::Group {
                        root: *root,
                        group,
                        on: occurrence.on,
                        at,
                    };
                    items.push((at, item));
                }
            }
        }
        for (root, appointment) in &self.found.appointments {
            let at = self.still_today(&appointment.start, appointment.minutes);
            if let Some(at) = at.filter(|_| appointment.held.is_none()) {
                let item = TodayItem::Appointment {
                    root: *root,
                    appointment,
                    at,
                };
                items.push((at, item));
            }
        }
        items.sort_by_key(|(at, _)| at.utc_ms());
        items.into_iter().map(|(_, item)| item).collect()
    }

    fn is_answered(&self, group: RecordId, on: LocalDay) -> bool {
        self.found.sessions.iter().any(|(_, session)| {
            session.group == group && session.on == on && session.attended.is_some()
        })
    }

    fn medicines(&self) -> impl Iterator<Item = TodayItem<'a>> {
        let open = self.found.prescriptions.iter().filter(|(root, medicine)| {
            let noted = self.found.told_of_medicine || self.found.noted.contains(root);
            medicine.is_for(self.today) && !noted
        });
        open.map(|(root, medicine)| TodayItem::Medicine(*root, medicine))
    }

    fn day(&self) -> Option<TodayItem<'a>> {
        let lately = |last| self.today.days_since(last) <= SHAPE_DAYS;
        if !self.found.last_shape.is_some_and(lately) {
            return None;
        }
        let hour = self.now.local_hour();
        // Before the day ends it is still the evening of the one before.
        let night = u16::from(hour) * 60 < self.boundary.minutes();
        if self.found.looked_back {
            None
        } else if night || hour >= EVENING_BEGINS {
            Some(TodayItem::LookBack)
        } else if let Some(day) = self.found.intention {
            Some(TodayItem::DayPlan(day))
        } else {
            (hour < MORNING_ENDS).then_some(TodayItem::Intention)
        }
    }

    fn homework(&self) -> impl Iterator<Item = TodayItem<'a>> {
        let open = self.found.sessions.iter().filter(|(_, session)| {
            let since = self.today.days_since(session.on);
            let recent = (0..=HOMEWORK_DAYS).contains(&since);
            recent && session.homework.is_some() && !session.practised
        });
        open.map(|(root, session)| TodayItem::Homework(*root, session))
    }

    /// Whether something with this date is for today: on it, or a little late.
    fn is_now(&self, due: LocalDay) -> bool {
        (0..=LATE_DAYS).contains(&self.today.days_since(due))
    }

    fn tasks(&self) -> Vec<TodayItem<'a>> {
        let assignments = self.found.assignments.iter();
        let mut items: Vec<_> = assignments
            // What is asked again and again is on the list as its questionnaire.
            .filter(|(_, a)| a.done.is_none() && a.rhythm_days().is_none())
            .filter(|(_, a)| a.due.is_none_or(|due| self.is_now(due)))
            .map(|(root, assignment)| TodayItem::Assignment(*root, assignment))
            .collect();
        let commitments = self.found.commitments.iter();
        let open = commitments
            .filter(|(_, c)| c.kept.is_none() && c.due.is_some_and(|due| self.is_now(due)));
        items.extend(open.map(|(root, commitment)| TodayItem::Commitment(*root, commitment)));
        items
    }

    fn questionnaire(&self, instruments: &'a [Instrument]) -> Option<TodayItem<'a>> {
        if self.found.answered_today {
            return None;
        }
        let last = |id: &str| {
            let found = self.found.results.iter().find(|(name, _)| *name == id)?;
            Some(found.1)
        };
        let mut instruments = instruments.iter();
        let assigned = |id: &str| {
            let all = self.found.assignments.iter().map(|(_, task)| *task);
            assigned_days(all, id)
        };
        let next = instruments.find(|i| is_due(i, assigned(&i.id), last(&i.id), self.today))?;
        Some(TodayItem::Questionnaire(next))
    }

    fn plans(&self) -> Vec<TodayItem<'a>> {
        let goals = self.found.goals.iter();
        let mut items: Vec<_> = goals
            .filter(|(_, goal)| {
                let review = goal.review.is_some_and(|review| self.is_now(review));
                goal.state == GoalState::Open && review
            })
            .map(|(root, goal)| TodayItem::Goal(*root, goal))
            .collect();
        let after = self.found.after.map(|(_, after)| after);
        let checkpoint = after.filter(|after| after.is_checkpoint(self.today));
        let day = checkpoint.and_then(|after| after.day(self.today));
        items.extend(day.map(TodayItem::After));
        items
    }

    fn lesson(&self, lessons: &'a [Lesson]) -> Option<TodayItem<'a>> {
        if self.found.read_today {
            return None;
        }
        let read = &self.found.read;
        let next = lessons.iter().find(|l| !read.contains(l.id.as_str()))?;
        Some(TodayItem::Lesson(next))
    }
}
