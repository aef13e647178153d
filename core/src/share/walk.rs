//! Every word and every reference in an entry, for whoever has to change some of them.

use crate::journal::RecordId;
use crate::log::{AnswerValue, Appointment, Entry, Group, Person, Practice, SafetyPlan, Session};
use crate::text::{Note, Tag};

/// What is done on the way. Each method does nothing unless it is written.
pub(super) trait Walker {
    /// A short label.
    fn tag(&mut self, _tag: &mut Tag) {}
    /// The name of a person.
    fn who(&mut self, name: &mut Tag) {
        self.tag(name);
    }
    /// Words without which the entry would say nothing.
    fn note(&mut self, _note: &mut Note) {}
    /// Words beside the entry, which can be left out.
    fn beside(&mut self, note: &mut Option<Note>) {
        if let Some(note) = note {
            self.note(note);
        }
    }
    /// The same as a list.
    fn list_beside(&mut self, notes: &mut Vec<Note>) {
        for note in notes {
            self.note(note);
        }
    }
    /// Somebody with a number.
    fn person(&mut self, person: &mut Person) {
        self.who(&mut person.name);
        self.beside(&mut person.good_for);
        self.beside(&mut person.line);
    }
    /// The name of a piece of content, or of a question in it.
    fn name(&mut self, _name: &mut String) {}
    /// Another entry that this one belongs to.
    fn id(&mut self, _id: &mut RecordId) {}
    /// The same where there may be none.
    fn maybe_id(&mut self, _id: &mut Option<RecordId>) {}
}

type W<'a> = &'a mut dyn Walker;

fn tags(tags: &mut [Tag], w: W<'_>) {
    for tag in tags {
        w.tag(tag);
    }
}

fn notes(notes: &mut [Note], w: W<'_>) {
    for note in notes {
        w.note(note);
    }
}

fn people(people: &mut [Person], w: W<'_>) {
    for person in people {
        w.person(person);
    }
}

/// Leads a walker through an entry.
pub(super) fn walk(entry: &mut Entry, w: W<'_>) {
    match entry {
        Entry::Craving(craving) => {
            tags(&mut craving.triggers, w);
            tags(&mut craving.feelings, w);
            craving.place.iter_mut().for_each(|tag| w.tag(tag));
            craving.company.iter_mut().for_each(|tag| w.who(tag));
            craving.substance.iter_mut().for_each(|tag| w.tag(tag));
            w.beside(&mut craving.thought);
            w.beside(&mut craving.did);
        }
        Entry::Rerating(rerating) => w.id(&mut rerating.craving),
        Entry::Draw(draw) => {
            w.id(&mut draw.trial);
            w.id(&mut draw.craving);
            w.name(&mut draw.exercise);
        }
        Entry::CheckIn(check_in) => {
            tags(&mut check_in.skills, w);
            w.beside(&mut check_in.note);
        }
        Entry::Slip(slip) => {
            slip.substance.iter_mut().for_each(|tag| w.tag(tag));
            tags(&mut slip.triggers, w);
            for words in [
                &mut slip.amount,
                &mut slip.happened,
                &mut slip.next_day,
                &mut slip.reach,
            ] {
                w.beside(words);
            }
        }
        Entry::Practice(practice) => walk_practice(practice, w),
        Entry::Person(person) => w.person(person),
        Entry::Questionnaire(kept) => {
            for name in [&mut kept.instrument, &mut kept.form, &mut kept.scoring] {
                w.name(name);
            }
            kept.answers.iter_mut().for_each(|a| w.name(&mut a.item));
            kept.scores.iter_mut().for_each(|s| w.name(&mut s.score));
        }
        Entry::LessonRead(read) => {
            w.name(&mut read.lesson);
            w.beside(&mut read.takeaway);
        }
        Entry::Recipient(recipient) => w.who(&mut recipient.name),
        Entry::Shared(shared) => shared.to.iter_mut().for_each(|name| w.who(name)),
        Entry::Keepsake(one) => w.beside(&mut one.line),
        Entry::Recording(one) => w.beside(&mut one.line),
        Entry::Deleted | Entry::ShareKey(_) => {}
        // Every kind is named here, so that a new one cannot slip past whoever hides names.
        Entry::SafetyPlan(_)
        | Entry::RelapsePlan(_)
        | Entry::Reasons(_)
        | Entry::RiskySituation(_)
        | Entry::AfterPlan(_)
        | Entry::Places(_)
        | Entry::IfThen(_)
        | Entry::PlanUsed(_)
        | Entry::DayPlan(_)
        | Entry::ReductionPlan(_)
        | Entry::Trial(_)
        | Entry::Reminder(_) => walk_plan(entry, w),
        Entry::Group(_)
        | Entry::Session(_)
        | Entry::Appointment(_)
        | Entry::ToBring(_)
        | Entry::Goal(_)
        | Entry::Assignment(_)
        | Entry::Commitment(_)
        | Entry::Phase(_)
        | Entry::StepDown(_)
        | Entry::Start(_)
        | Entry::Prescription(_)
        | Entry::Dose(_) => walk_programme(entry, w),
    }
}

fn walk_practice(practice: &mut Practice, w: W<'_>) {
    w.name(&mut practice.exercise);
    w.maybe_id(&mut practice.craving);
    w.beside(&mut practice.note);
    for answer in &mut practice.answers {
        w.name(&mut answer.id);
        match &mut answer.value {
            AnswerValue::Text(words) => {
                let mut beside = Some(words.clone());
                w.beside(&mut beside);
                match beside {
                    Some(kept) => *words = kept,
                    // An answer has words or is none: an empty list says nothing.
                    None => answer.value = AnswerValue::List(Vec::new()),
                }
            }
            AnswerValue::List(list) => w.list_beside(list),
            AnswerValue::YesNo(_) | AnswerValue::Rating(_) => {}
        }
    }
    let blank = |value: &AnswerValue| matches!(value, AnswerValue::List(list) if list.is_empty());
    practice.answers.retain(|answer| !blank(&answer.value));
}

fn walk_plan(entry: &mut Entry, w: W<'_>) {
    match entry {
        Entry::SafetyPlan(plan) => walk_safety(plan, w),
        Entry::RelapsePlan(plan) => {
            notes(&mut plan.signs, w);
            for response in &mut plan.responses {
                w.note(&mut response.when);
                w.note(&mut response.then);
            }
            people(&mut plan.people, w);
        }
        Entry::Reasons(reasons) => notes(&mut reasons.reasons, w),
        Entry::RiskySituation(risky) => {
            w.note(&mut risky.situation);
            tags(&mut risky.triggers, w);
            risky.avoid.iter_mut().for_each(|note| w.note(note));
            risky.respond.iter_mut().for_each(|note| w.note(note));
        }
        Entry::AfterPlan(plan) => {
            notes(&mut plan.keep, w);
            notes(&mut plan.week, w);
            notes(&mut plan.watch, w);
            notes(&mut plan.when_hard, w);
            people(&mut plan.people, w);
        }
        Entry::Places(list) => {
            for place in &mut list.places {
                w.note(&mut place.place);
                w.beside(&mut place.about);
            }
        }
        Entry::IfThen(plan) => {
            [&mut plan.trigger, &mut plan.place]
                .into_iter()
                .flatten()
                .for_each(|tag| w.tag(tag));
            [&mut plan.company, &mut plan.call]
                .into_iter()
                .flatten()
                .for_each(|tag| w.who(tag));
            plan.exercise.iter_mut().for_each(|name| w.name(name));
            [&mut plan.go, &mut plan.words]
                .into_iter()
                .flatten()
                .for_each(|note| w.note(note));
        }
        Entry::PlanUsed(used) => {
            w.id(&mut used.plan);
            w.note(&mut used.did);
            w.maybe_id(&mut used.craving);
        }
        Entry::DayPlan(day) => {
            tags(&mut day.wants, w);
            for words in [&mut day.words, &mut day.good, &mut day.tomorrow] {
                w.beside(words);
            }
        }
        Entry::ReductionPlan(plan) => {
            w.tag(&mut plan.substance);
            w.tag(&mut plan.unit);
            plan.with.iter_mut().for_each(|tag| w.who(tag));
            w.beside(&mut plan.note);
        }
        Entry::Trial(trial) => {
            w.name(&mut trial.a);
            w.name(&mut trial.b);
        }
        Entry::Reminder(reminder) => {
            reminder.name.iter_mut().for_each(|tag| w.tag(tag));
            w.beside(&mut reminder.says);
        }
        _ => {}
    }
}

fn walk_safety(plan: &mut SafetyPlan, w: W<'_>) {
    notes(&mut plan.signs, w);
    notes(&mut plan.alone, w);
    notes(&mut plan.distract, w);
    people(&mut plan.ask, w);
    people(&mut plan.professionals, w);
    notes(&mut plan.surroundings, w);
}

fn walk_programme(entry: &mut Entry, w: W<'_>) {
    match entry {
        Entry::Group(Group {
            name, place, way, ..
        }) => {
            w.tag(name);
            w.beside(place);
            w.beside(way);
        }
        Entry::Session(session) => walk_session(session, w),
        Entry::Appointment(appointment) => walk_appointment(appointment, w),
        Entry::ToBring(item) => w.note(&mut item.what),
        Entry::Goal(goal) => {
            w.note(&mut goal.what);
            goal.sign.iter_mut().for_each(|note| w.note(note));
            goal.steps
                .iter_mut()
                .for_each(|step| w.note(&mut step.what));
        }
        Entry::Assignment(task) => {
            w.note(&mut task.what);
            task.from.iter_mut().for_each(|tag| w.who(tag));
            [&mut task.exercise, &mut task.lesson, &mut task.instrument]
                .into_iter()
                .flatten()
                .for_each(|name| w.name(name));
        }
        Entry::Commitment(commitment) => {
            w.note(&mut commitment.what);
            commitment.to.iter_mut().for_each(|tag| w.who(tag));
        }
        Entry::Phase(phase) => w.list_beside(&mut phase.changes),
        Entry::StepDown(list) => {
            tags(&mut list.open, w);
            tags(&mut list.done, w);
        }
        Entry::Start(start) => start.substance.iter_mut().for_each(|tag| w.tag(tag)),
        Entry::Prescription(prescription) => {
            w.tag(&mut prescription.name);
            w.beside(&mut prescription.how);
        }
        Entry::Dose(dose) => {
            w.id(&mut dose.prescription);
            w.tag(&mut dose.name);
            w.beside(&mut dose.note);
        }
        _ => {}
    }
}

fn walk_session(session: &mut Session, w: W<'_>) {
    w.id(&mut session.group);
    w.tag(&mut session.name);
    w.beside(&mut session.bring);
    w.beside(&mut session.takeaway);
    w.beside(&mut session.homework);
    session.exercise.iter_mut().for_each(|name| w.name(name));
}

fn walk_appointment(appointment: &mut Appointment, w: W<'_>) {
    w.who(&mut appointment.with);
    w.beside(&mut appointment.place);
    notes(&mut appointment.questions, w);
    w.beside(&mut appointment.notes);
}
