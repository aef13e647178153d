//! A programme as a person meets it: what is on today, and what to talk about.
#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

use ebb_core::journal::RecordId;
use ebb_core::log::{
    Appointment, Assignment, CheckIn, Commitment, CommitmentKept, DateChange, DayPlan, Dose, Entry,
    Exception, Goal, GoalState, Group, GroupKind, Medication, Occasion, Prescription, Session,
    Slip, Taken, ToBring,
};
use ebb_core::queries::{MOST_TODAY, Material, TodayItem, appointment_agenda, today};
use ebb_core::text::{Note, Tag};
use ebb_core::time::{LocalDay, Wall, WallTime, Zone};
use ebb_tests::diary::{Diary, craving, mood};

const NOTHING: Material<'_> = Material {
    instruments: &[],
    lessons: &[],
};

fn note(text: &str) -> Note {
    Note::new(text).unwrap()
}

fn own(text: &str) -> Tag {
    Tag::own(text).unwrap()
}

fn day(text: &str) -> LocalDay {
    text.parse().unwrap()
}

#[allow(
    clippy::unnecessary_wraps,
    reason = "the shape that the browser's answer has"
)]
/// New York, whose summer time of 2026 ends on 1 November.
fn new_york(_: &Zone, day: LocalDay, _: WallTime) -> Option<i16> {
    Some(if day < LocalDay::new(2026, 11, 1).unwrap() {
        -240
    } else {
        -300
    })
}

/// Wednesdays at 18:00 in New York, for an hour and a half.
fn wednesdays() -> Group {
    Group {
        name: own("Evening group"),
        kind: GroupKind::Programme,
        weekdays: vec![2],
        at: "18:00".parse().unwrap(),
        minutes: 90,
        zone: Some(Zone::new("America/New_York").unwrap()),
        first: day("2026-10-07"),
        last: None,
        exceptions: Vec::new(),
        place: None,
        way: None,
    }
}

fn session(group: RecordId, on: &str) -> Session {
    Session {
        group,
        name: own("Evening group"),
        on: day(on),
        attended: None,
        bring: None,
        takeaway: None,
        homework: None,
        exercise: None,
        practised: false,
    }
}

fn appointment(on: &str, at: &str, occasion: Occasion) -> Appointment {
    Appointment {
        with: own("Ana"),
        occasion,
        start: Wall {
            day: day(on),
            at: at.parse().unwrap(),
            zone: None,
        },
        minutes: 50,
        place: None,
        questions: Vec::new(),
        notes: None,
        held: None,
    }
}

fn assignment(what: &str, due: Option<&str>) -> Entry {
    Entry::Assignment(Assignment {
        what: note(what),
        from: None,
        exercise: None,
        lesson: None,
        instrument: None,
        every_weeks: None,
        due: due.map(day),
        done: None,
    })
}

fn list(diary: &Diary) -> Vec<TodayItem<'_>> {
    today(
        &diary.journal,
        NOTHING,
        diary.now,
        diary.boundary,
        &new_york,
    )
}

/// The items by name, and the time of those that have one.
fn names(diary: &Diary) -> Vec<String> {
    list(diary)
        .iter()
        .map(|item| match item {
            TodayItem::Group { at, .. } => format!("group {at}"),
            TodayItem::Appointment { at, .. } => format!("appointment {at}"),
            TodayItem::Medicine(..) => "medicine".into(),
            TodayItem::CheckIn => "check-in".into(),
            TodayItem::Intention => "intention".into(),
            TodayItem::DayPlan(plan) => format!("day {}", plan.wants.len()),
            TodayItem::LookBack => "look back".into(),
            TodayItem::Homework(..) => "homework".into(),
            TodayItem::Assignment(_, a) => format!("assignment {}", a.what.as_str()),
            TodayItem::Commitment(..) => "commitment".into(),
            TodayItem::Questionnaire(i) => format!("questionnaire {}", i.id),
            TodayItem::Goal(..) => "goal".into(),
            TodayItem::After(day) => format!("after {day}"),
            TodayItem::Lesson(lesson) => format!("lesson {}", lesson.id),
        })
        .collect()
}

#[test]
fn a_group_stays_at_six_when_the_clocks_change() {
    let mut diary = Diary::at("2026-10-28T09:00:00-04:00");
    diary.log(Entry::Group(wednesdays()));
    assert_eq!(
        names(&diary),
        ["group 2026-10-28T18:00:00.000-04:00", "check-in"]
    );
    diary.clock("2026-11-04T09:00:00-05:00");
    assert_eq!(names(&diary)[0], "group 2026-11-04T18:00:00.000-05:00");
}

#[test]
fn a_day_with_a_shape_is_offered_to_who_had_one_lately_and_to_nobody_else() {
    let mut diary = Diary::at("2026-10-28T09:00:00-04:00");
    assert_eq!(names(&diary), ["check-in"]);
    let morning = DayPlan {
        wants: vec![Tag::suggested("rest")],
        ..DayPlan::default()
    };
    diary.log(Entry::DayPlan(morning));
    assert_eq!(names(&diary), ["check-in", "day 1"]);
    diary.clock("2026-10-28T18:00:00-04:00");
    assert_eq!(names(&diary), ["check-in", "look back"]);
    // After midnight, and before the day ends, it is the same evening.
    diary.clock("2026-10-29T01:00:00-04:00");
    assert_eq!(names(&diary), ["check-in", "look back"]);
    let evening = DayPlan {
        went: Some(CommitmentKept::Partly),
        ..DayPlan::default()
    };
    diary.log(Entry::DayPlan(evening));
    assert_eq!(names(&diary), ["check-in"]);
    diary.clock("2026-10-29T08:00:00-04:00");
    assert_eq!(names(&diary), ["check-in", "intention"]);
    // A missed morning is let be, and so is a fortnight without one.
    diary.clock("2026-10-29T13:00:00-04:00");
    assert_eq!(names(&diary), ["check-in"]);
    diary.clock("2026-11-12T08:00:00-05:00");
    assert_eq!(names(&diary), ["check-in"]);
}

#[test]
fn on_a_journey_the_group_is_shown_by_the_clock_there() {
    let mut diary = Diary::at("2026-10-28T08:00:00+02:00");
    diary.log(Entry::Group(wednesdays()));
    // 18:00 in New York is midnight in this place: before 04:00, so still the same person's day.
    assert_eq!(names(&diary)[0], "group 2026-10-29T00:00:00.000+02:00");
}

#[test]
fn a_group_is_gone_from_the_list_when_it_is_over_cancelled_or_answered() {
    let mut diary = Diary::at("2026-10-28T19:29:00-04:00");
    let root = diary.log(Entry::Group(wednesdays()));
    assert!(names(&diary)[0].starts_with("group"));
    diary.clock("2026-10-28T19:30:00-04:00");
    assert_eq!(names(&diary), ["check-in"]);
    diary.clock("2026-11-04T08:00:00-05:00");
    assert!(names(&diary)[0].starts_with("group"));
    let attended = Session {
        attended: Some(true),
        ..session(root, "2026-11-04")
    };
    let told = diary.log(Entry::Session(attended));
    assert_eq!(names(&diary), ["check-in"]);
    diary.delete(told).unwrap();
    let mut cancelled = wednesdays();
    cancelled.exceptions = vec![Exception {
        on: day("2026-11-04"),
        change: DateChange::Cancelled,
    }];
    diary.edit(root, Entry::Group(cancelled)).unwrap();
    assert_eq!(names(&diary), ["check-in"]);
}

#[test]
fn what_has_a_time_comes_first_and_there_are_never_more_than_five() {
    let mut diary = Diary::at("2026-10-28T08:00:00-04:00");
    for number in 0..7 {
        diary.log(assignment(&number.to_string(), None));
    }
    diary.log(Entry::Group(wednesdays()));
    let early = appointment("2026-10-28", "10:00", Occasion::Counselling);
    diary.log(Entry::Appointment(early));
    let tomorrow = appointment("2026-10-29", "10:00", Occasion::Counselling);
    diary.log(Entry::Appointment(tomorrow));
    assert_eq!(
        names(&diary),
        [
            "appointment 2026-10-28T10:00:00.000-04:00",
            "group 2026-10-28T18:00:00.000-04:00",
            "check-in",
            "assignment 0",
            "assignment 1"
        ]
    );
    assert_eq!(list(&diary).len(), MOST_TODAY);
}

#[test]
fn what_is_done_is_gone_and_what_is_late_stops_asking() {
    let mut diary = Diary::at("2026-10-10T08:00:00-04:00");
    diary.log(assignment("by the 10th", Some("2026-10-10")));
    diary.log(Entry::Commitment(Commitment {
        what: note("call Sam"),
        to: None,
        due: Some(day("2026-10-11")),
        kept: None,
    }));
    diary.log(mood(5));
    assert_eq!(names(&diary), ["assignment by the 10th"]);
    diary.clock("2026-10-13T08:00:00-04:00");
    diary.log(mood(5));
    assert_eq!(names(&diary), ["assignment by the 10th", "commitment"]);
    diary.clock("2026-10-14T08:00:00-04:00");
    diary.log(mood(5));
    assert_eq!(names(&diary), ["commitment"]);
    diary.clock("2026-10-15T08:00:00-04:00");
    diary.log(mood(5));
    assert_eq!(names(&diary), [""; 0]);
}

#[test]
fn medicine_is_asked_about_until_anything_is_said_of_it() {
    let mut diary = Diary::at("2026-10-10T08:00:00-04:00");
    let root = diary.log(Entry::Prescription(Prescription {
        name: own("Buprenorphine"),
        how: None,
        at: Vec::new(),
        from: Some(day("2026-10-10")),
        until: Some(day("2026-10-12")),
    }));
    assert_eq!(names(&diary), ["medicine", "check-in"]);
    diary.log(Entry::Dose(Dose {
        prescription: root,
        name: own("Buprenorphine"),
        taken: Taken::AsPrescribed,
        note: None,
    }));
    assert_eq!(names(&diary), ["check-in"]);
    diary.clock("2026-10-11T08:00:00-04:00");
    diary.log(Entry::CheckIn(CheckIn {
        medication: Some(Medication::Taken),
        ..CheckIn::default()
    }));
    assert_eq!(names(&diary), [""; 0]);
    diary.clock("2026-10-13T08:00:00-04:00");
    assert_eq!(names(&diary), ["check-in"]);
}

#[test]
fn homework_and_goals_are_shown_in_their_time() {
    let mut diary = Diary::at("2026-10-10T08:00:00-04:00");
    let group = diary.log(Entry::Group(wednesdays()));
    let homework = Session {
        attended: Some(true),
        homework: Some(note("urge surfing, twice")),
        exercise: Some("urge-surfing".into()),
        ..session(group, "2026-10-07")
    };
    let told = diary.log(Entry::Session(homework.clone()));
    diary.log(Entry::Goal(Goal {
        what: note("sleep before midnight"),
        sign: None,
        steps: Vec::new(),
        review: Some(day("2026-10-10")),
        state: GoalState::Open,
    }));
    diary.log(mood(5));
    assert_eq!(names(&diary), ["homework", "goal"]);
    let practised = Session {
        practised: true,
        ..homework
    };
    diary.edit(told, Entry::Session(practised)).unwrap();
    assert_eq!(names(&diary), ["goal"]);
}

#[test]
fn the_agenda_fills_itself_since_the_last_appointment_of_its_kind() {
    let mut diary = Diary::at("2026-10-01T08:00:00-04:00");
    diary.log(craving(9));
    let last = appointment("2026-10-05", "10:00", Occasion::Counselling);
    diary.log(Entry::Appointment(last));
    diary.log(Entry::Appointment(Appointment {
        held: Some(false),
        ..appointment("2026-10-09", "10:00", Occasion::Counselling)
    }));
    diary.log(Entry::Appointment(appointment(
        "2026-10-10",
        "10:00",
        Occasion::Medical,
    )));
    diary.clock("2026-10-08T22:00:00-04:00");
    diary.log(craving(4));
    diary.log(craving(6));
    let slip = diary.log(Entry::Slip(Slip::default()));
    let group = diary.log(Entry::Group(wednesdays()));
    diary.log(Entry::Session(Session {
        attended: Some(true),
        takeaway: Some(note("ask before it is urgent")),
        ..session(group, "2026-10-07")
    }));
    let bring = |what: &str, for_group, done| {
        Entry::ToBring(ToBring {
            what: note(what),
            for_group,
            done,
        })
    };
    diary.log(bring("my sister's wedding", false, false));
    diary.log(bring("for the group", true, false));
    diary.log(bring("said already", false, true));
    let next = diary.log(Entry::Appointment(Appointment {
        questions: vec![note("is this normal?")],
        ..appointment("2026-10-12", "10:00", Occasion::Counselling)
    }));
    let agenda = appointment_agenda(&diary.journal, next).unwrap();
    assert_eq!(agenda.since, Some(day("2026-10-05")));
    assert_eq!((agenda.cravings, agenda.days_known), (2, 1));
    assert_eq!(agenda.strongest.map(ebb_core::rating::Rating::get), Some(6));
    assert_eq!(agenda.slips, [slip]);
    assert_eq!((agenda.attended, agenda.missed), (1, 0));
    assert_eq!(agenda.takeaways, [&note("ask before it is urgent")]);
    assert_eq!(agenda.questions, [&note("is this normal?")]);
    let to_bring: Vec<_> = agenda
        .to_bring
        .iter()
        .map(|(_, b)| b.what.as_str())
        .collect();
    assert_eq!(to_bring, ["my sister's wedding"]);
    assert_eq!(
        ebb_core::queries::appointment_agenda(&diary.journal, group),
        None
    );
}

#[test]
fn the_first_appointment_looks_at_everything() {
    let mut diary = Diary::at("2026-10-01T08:00:00-04:00");
    diary.log(craving(9));
    let first = appointment("2026-10-05", "10:00", Occasion::Counselling);
    let root = diary.log(Entry::Appointment(first));
    let agenda = appointment_agenda(&diary.journal, root).unwrap();
    assert_eq!((agenda.since, agenda.cravings), (None, 1));
}
