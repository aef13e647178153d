//! Goals, things to do, medication, phases and starts as sheets.

use ebb_core::log::{
    Assignment, Commitment, CommitmentKept, Entry, Goal, GoalState, GoalStep, Phase, PhaseKind,
    Prescription, Start, ToBring,
};
use ebb_core::text::Tag;

use super::DynamicForm;
use super::field_reader::FieldReader;
use super::plan::notes;
use super::programme::{name_of, named};

/// Where a goal can stand, with its name.
pub const GOAL_STATES: [(GoalState, &str); 3] = [
    (GoalState::Open, "open"),
    (GoalState::Reached, "reached"),
    (GoalState::LetGo, "let_go"),
];

/// How a commitment can have gone, with its name.
pub const KEPT: [(CommitmentKept, &str); 3] = [
    (CommitmentKept::Kept, "kept"),
    (CommitmentKept::Partly, "partly"),
    (CommitmentKept::NotThisTime, "not_this_time"),
];

/// Each phase with its name.
pub const PHASES: [(PhaseKind, &str); 3] = [
    (PhaseKind::Iop, "iop"),
    (PhaseKind::Outpatient, "outpatient"),
    (PhaseKind::Aftercare, "aftercare"),
];

pub(super) fn fill(sheet: &mut DynamicForm, entry: &Entry) {
    match entry {
        Entry::ToBring(item) => {
            sheet.put_one("what", item.what.as_str());
            sheet.put_maybe("for_group", item.for_group.then_some("yes"));
            sheet.put_maybe("done", item.done.then_some("yes"));
        }
        Entry::Goal(goal) => {
            sheet.put_one("what", goal.what.as_str());
            sheet.put_note("sign", goal.sign.as_ref());
            let steps = goal.steps.iter();
            let cells = steps.flat_map(|step| {
                let done = if step.done { "yes" } else { "" };
                [step.what.as_str().to_owned(), done.to_owned()]
            });
            sheet.put("steps", cells.collect());
            sheet.put_maybe("review", goal.review);
            sheet.put_one("state", name_of(&GOAL_STATES, &goal.state));
        }
        Entry::Assignment(assignment) => {
            sheet.put_one("what", assignment.what.as_str());
            sheet.put_maybe("from", assignment.from.as_ref().map(Tag::as_str));
            sheet.put_maybe("exercise", assignment.exercise.clone());
            sheet.put_maybe("lesson", assignment.lesson.clone());
            sheet.put_maybe("instrument", assignment.instrument.clone());
            sheet.put_maybe("every_weeks", assignment.every_weeks);
            sheet.put_maybe("due", assignment.due);
            sheet.put_maybe("done", assignment.done);
        }
        Entry::Commitment(commitment) => {
            sheet.put_one("what", commitment.what.as_str());
            sheet.put_maybe("to", commitment.to.as_ref().map(Tag::as_str));
            sheet.put_maybe("due", commitment.due);
            let kept = commitment.kept.as_ref();
            sheet.put_maybe("kept", kept.map(|kept| name_of(&KEPT, kept)));
        }
        Entry::Prescription(medicine) => {
            sheet.put_one("name", medicine.name.as_str());
            sheet.put_note("how", medicine.how.as_ref());
            sheet.put("at", medicine.at.iter().map(ToString::to_string).collect());
            sheet.put_maybe("from", medicine.from);
            sheet.put_maybe("until", medicine.until);
        }
        Entry::Phase(phase) => {
            sheet.put_one("kind", name_of(&PHASES, &phase.kind));
            sheet.put_one("from", phase.from);
            sheet.put_maybe("hours", phase.hours);
            sheet.put("changes", notes(&phase.changes));
        }
        Entry::Start(start) => {
            sheet.put_one("day", start.day);
            sheet.put_maybe("substance", start.substance.as_ref().map(Tag::as_str));
        }
        _ => {}
    }
}

pub(super) fn bring(reader: &mut FieldReader<'_>) -> Option<Entry> {
    Some(Entry::ToBring(ToBring {
        what: reader.needed_note("what")?,
        for_group: reader.flag("for_group"),
        done: reader.flag("done"),
    }))
}

pub(super) fn goal(reader: &mut FieldReader<'_>) -> Option<Entry> {
    let what = reader.needed_note("what");
    let sign = reader.note("sign");
    let rows = reader.rows("steps", 2);
    let steps = rows.filter_map(|row| {
        Some(GoalStep {
            what: reader.note_in("steps", row.first()?)?,
            done: row.get(1).is_some_and(|done| !done.is_empty()),
        })
    });
    let steps = steps.collect();
    let review = reader.day("review");
    Some(Entry::Goal(Goal {
        what: what?,
        sign,
        steps,
        review,
        state: named(&GOAL_STATES, reader.one("state"))?,
    }))
}

pub(super) fn assignment(reader: &mut FieldReader<'_>) -> Option<Entry> {
    let what = reader.needed_note("what");
    let from = reader.tag("from");
    let due = reader.day("due");
    let link = |field| Some(reader.one(field).to_owned()).filter(|id| !id.is_empty());
    let (exercise, lesson, instrument) = (link("exercise"), link("lesson"), link("instrument"));
    Some(Entry::Assignment(Assignment {
        what: what?,
        from,
        exercise,
        lesson,
        every_weeks: instrument
            .as_ref()
            .and(reader.one("every_weeks").parse().ok()),
        instrument,
        due,
        done: reader.day("done"),
    }))
}

pub(super) fn commitment(reader: &mut FieldReader<'_>) -> Option<Entry> {
    let what = reader.needed_note("what");
    let to = reader.tag("to");
    let due = reader.day("due");
    let kept = Some(reader.one("kept")).filter(|kept| !kept.is_empty());
    Some(Entry::Commitment(Commitment {
        what: what?,
        to,
        due,
        kept: kept.and_then(|kept| named(&KEPT, kept)),
    }))
}

pub(super) fn medicine(reader: &mut FieldReader<'_>) -> Option<Entry> {
    let name = reader.needed_tag("name");
    let how = reader.note("how");
    let rows = reader.rows("at", 1);
    let at = rows.filter_map(|row| reader.time_in("at", row.first()?));
    let at = at.collect();
    let from = reader.day("from");
    let until = reader.day("until");
    Some(Entry::Prescription(Prescription {
        name: name?,
        how,
        at,
        from,
        until,
    }))
}

pub(super) fn phase(reader: &mut FieldReader<'_>) -> Option<Entry> {
    let from = reader.needed_day("from");
    let hours = match reader.one("hours") {
        "" => None,
        _ => u8::try_from(reader.number("hours", 0)).ok(),
    };
    let changes = reader.notes("changes");
    Some(Entry::Phase(Phase {
        kind: named(&PHASES, reader.one("kind"))?,
        from: from?,
        hours,
        changes,
    }))
}

pub(super) fn start(reader: &mut FieldReader<'_>) -> Option<Entry> {
    let day = reader.needed_day("day");
    Some(Entry::Start(Start {
        day: day?,
        substance: reader.tapped("substance").pop(),
    }))
}
