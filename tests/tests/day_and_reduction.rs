//! A day's intention, its evening, and the plan for using less beside what was noted.
#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

use ebb_core::export::meeting_list::{meeting_list, new_meetings, read_meetings};
use ebb_core::log::{DayPlan, Entry, Group, GroupKind, ReductionPlan, ReductionStep};
use ebb_core::queries::{intention_on, look_back_on, reduction_plan, seven_days};
use ebb_core::text::{Note, Tag};
use ebb_core::time::LocalDay;
use ebb_tests::diary::Diary;

fn day(text: &str) -> LocalDay {
    text.parse().unwrap()
}

fn used(units: u16) -> Entry {
    Entry::DayPlan(DayPlan {
        used: Some(units),
        ..DayPlan::default()
    })
}

fn plan() -> ReductionPlan {
    let step = |from, units| ReductionStep {
        from: day(from),
        units: Some(units),
        days: Some(3),
    };
    ReductionPlan {
        substance: Tag::suggested("alcohol"),
        unit: Tag::own("drinks").unwrap(),
        with: None,
        steps: vec![step("2026-11-01", 14), step("2026-11-24", 10)],
        note: None,
    }
}

#[test]
fn seven_days_are_told_beside_the_step_that_counted_then() {
    let mut diary = Diary::at("2026-11-16T21:00:00.000-05:00");
    diary.log(Entry::ReductionPlan(plan()));
    diary.log(used(6));
    diary.clock("2026-11-20T21:00:00.000-05:00");
    diary.log(used(0));
    diary.clock("2026-11-28T21:00:00.000-05:00");
    diary.log(used(2));
    // Two devices noted the same evening: the later word counts, not the sum.
    diary.log(used(3));
    let journal = &diary.journal;
    let (_, _, plan) = reduction_plan(journal).unwrap();
    let weeks = seven_days(journal, plan, day("2026-11-29"), 8);
    let told: Vec<_> = weeks
        .iter()
        .map(|week| {
            let most = week.step.as_ref().and_then(|step| step.units);
            (week.noted, week.units, week.days, most)
        })
        .collect();
    assert_eq!(told, [(1, 3, 1, Some(10)), (2, 6, 1, Some(14))]);
    assert_eq!(weeks[0].first, day("2026-11-23"));
    assert!(
        seven_days(
            &Diary::at("2026-11-16T21:00:00.000-05:00").journal,
            plan,
            day("2026-11-29"),
            8
        )
        .is_empty()
    );
}

#[test]
fn the_evening_belongs_to_the_day_of_its_morning_and_overwrites_nothing_of_it() {
    let mut diary = Diary::at("2026-11-28T07:00:00.000-05:00");
    let morning = DayPlan {
        wants: vec![Tag::suggested("rest")],
        ..DayPlan::default()
    };
    diary.log(Entry::DayPlan(morning.clone()));
    // After midnight it is still that evening.
    diary.clock("2026-11-29T00:30:00.000-05:00");
    diary.log(used(2));
    let journal = &diary.journal;
    let on = |day| {
        let intention = intention_on(journal, day).map(|(_, _, plan)| plan.clone());
        (
            intention,
            look_back_on(journal, day).map(|(_, _, plan)| plan.used),
        )
    };
    assert_eq!(on(day("2026-11-28")), (Some(morning), Some(Some(2))));
    assert_eq!(on(day("2026-11-29")), (None, None));
}

#[test]
fn a_list_of_meetings_is_handed_on_without_anything_else_and_comes_in_once() {
    let mut diary = Diary::at("2026-11-28T18:00:00.000-05:00");
    let meeting = Group {
        name: Tag::own("=Home group").unwrap(),
        kind: GroupKind::Meeting,
        weekdays: vec![1, 6],
        at: "19:30".parse().unwrap(),
        minutes: 90,
        zone: None,
        first: day("2026-11-01"),
        last: None,
        exceptions: Vec::new(),
        place: Note::new("12 Oak St, \"red door\"").ok(),
        way: Note::new("bus 4,\nlast stop").ok(),
    };
    let therapy = Group {
        name: Tag::own("IOP").unwrap(),
        kind: GroupKind::Programme,
        ..meeting.clone()
    };
    let over = Group {
        name: Tag::own("Old group").unwrap(),
        last: Some(day("2026-11-02")),
        ..meeting.clone()
    };
    for group in [&meeting, &therapy, &over] {
        diary.log(Entry::Group(group.clone()));
    }
    let today = day("2026-11-28");
    let file = meeting_list(&diary.journal, today);
    assert!(!file.contains("IOP") && !file.contains("Old group"));
    let list = read_meetings(file.as_bytes(), today).unwrap();
    let told = Group {
        first: today,
        ..meeting
    };
    assert_eq!(list.meetings, std::slice::from_ref(&told));
    assert!(new_meetings(&diary.journal, &list, today).is_empty());
    let other = Diary::at("2026-11-28T18:00:00.000-05:00");
    assert_eq!(new_meetings(&other.journal, &list, today), [told]);
}
