//! Generators of what a programme is made of.

use std::num::NonZeroU8;

use ebb_core::log::{
    Appointment, Assignment, Commitment, CommitmentKept, DateChange, DayPlan, Dose, Entry,
    Exception, Goal, GoalState, GoalStep, Group, GroupKind, IfThen, LessonRead, Occasion, Phase,
    PhaseKind, PlanUsed, Prescription, ReductionPlan, ReductionStep, Reminder, ReminderFor,
    Session, Start, StepDown, Taken, ToBring, Trial,
};
use ebb_core::time::{Wall, WallTime, Zone};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

use super::{day, id, note, tag};

fn wall_time() -> impl Strategy<Value = WallTime> {
    (0..1440u16).prop_map(|minutes| WallTime::new(minutes).unwrap())
}

fn zone() -> impl Strategy<Value = Zone> {
    "[A-Za-z]{2,10}/[A-Za-z_+-]{2,12}".prop_map(|name| Zone::new(&name).unwrap())
}

fn wall() -> impl Strategy<Value = Wall> {
    (day(), wall_time(), of(zone())).prop_map(|(day, at, zone)| Wall { day, at, zone })
}

fn exception() -> impl Strategy<Value = Exception> {
    let moved = (day(), wall_time()).prop_map(|(day, at)| DateChange::Moved(day, at));
    let change = prop_oneof![Just(DateChange::Cancelled), moved];
    (day(), change).prop_map(|(on, change)| Exception { on, change })
}

/// Any group.
pub fn group() -> impl Strategy<Value = Group> {
    let kinds = vec![GroupKind::Programme, GroupKind::Meeting, GroupKind::Family];
    (
        (tag(), select(kinds), vec(0..7u8, 0..4)),
        (wall_time(), any::<u16>(), of(zone())),
        (day(), of(day()), vec(exception(), 0..3)),
        (of(note()), of(note())),
    )
        .prop_map(
            |(
                (name, kind, weekdays),
                (at, minutes, zone),
                (first, last, exceptions),
                (place, way),
            )| {
                Group {
                    name,
                    kind,
                    weekdays,
                    at,
                    minutes,
                    zone,
                    first,
                    last,
                    exceptions,
                    place,
                    way,
                }
            },
        )
}

fn session() -> impl Strategy<Value = Session> {
    (
        (id(), tag(), day(), of(any::<bool>())),
        (of(note()), of(note()), of(note())),
        (of("[a-z-]{1,20}"), any::<bool>()),
    )
        .prop_map(
            |((group, name, on, attended), (bring, takeaway, homework), (exercise, practised))| {
                Session {
                    group,
                    name,
                    on,
                    attended,
                    bring,
                    takeaway,
                    homework,
                    exercise,
                    practised,
                }
            },
        )
}

/// Any appointment.
pub fn appointment() -> impl Strategy<Value = Appointment> {
    let occasions = vec![
        Occasion::Counselling,
        Occasion::Medical,
        Occasion::Family,
        Occasion::Other,
    ];
    (
        (tag(), select(occasions), wall(), any::<u16>()),
        (of(note()), vec(note(), 0..3), of(note()), of(any::<bool>())),
    )
        .prop_map(
            |((with, occasion, start, minutes), (place, questions, notes, held))| Appointment {
                with,
                occasion,
                start,
                minutes,
                place,
                questions,
                notes,
                held,
            },
        )
}

fn goal() -> impl Strategy<Value = Goal> {
    let step = (note(), any::<bool>()).prop_map(|(what, done)| GoalStep { what, done });
    let states = vec![GoalState::Open, GoalState::Reached, GoalState::LetGo];
    (
        note(),
        of(note()),
        vec(step, 0..3),
        of(day()),
        select(states),
    )
        .prop_map(|(what, sign, steps, review, state)| Goal {
            what,
            sign,
            steps,
            review,
            state,
        })
}

fn assignment() -> impl Strategy<Value = Assignment> {
    let name = || of("[a-z0-9-]{1,20}");
    (
        (note(), of(tag())),
        (name(), name(), name()),
        (of(day()), of(day())),
    )
        .prop_map(
            |((what, from), (exercise, lesson, instrument), (due, done))| Assignment {
                what,
                from,
                exercise,
                lesson,
                every_weeks: instrument.as_ref().and_then(|_| NonZeroU8::new(2)),
                instrument,
                due,
                done,
            },
        )
}

fn day_plan() -> impl Strategy<Value = Entry> {
    (
        (vec(tag(), 0..4), of(note()), of(kept())),
        (of(note()), of(note()), of(any::<u16>())),
    )
        .prop_map(|((wants, words, went), (good, tomorrow, used))| {
            Entry::DayPlan(DayPlan {
                wants,
                words,
                went,
                good,
                tomorrow,
                used,
            })
        })
}

fn reduction_plan() -> impl Strategy<Value = Entry> {
    let step = (day(), of(any::<u16>()), of(any::<u8>()));
    let step = step.prop_map(|(from, units, days)| ReductionStep { from, units, days });
    (tag(), tag(), of(tag()), vec(step, 0..4), of(note())).prop_map(
        |(substance, unit, with, steps, note)| {
            Entry::ReductionPlan(ReductionPlan {
                substance,
                unit,
                with,
                steps,
                note,
            })
        },
    )
}

fn kept() -> impl Strategy<Value = CommitmentKept> {
    select(vec![
        CommitmentKept::Kept,
        CommitmentKept::Partly,
        CommitmentKept::NotThisTime,
    ])
}

fn commitment() -> impl Strategy<Value = Commitment> {
    (note(), of(tag()), of(day()), of(kept())).prop_map(|(what, to, due, kept)| Commitment {
        what,
        to,
        due,
        kept,
    })
}

fn phase() -> impl Strategy<Value = Phase> {
    let kinds = vec![PhaseKind::Iop, PhaseKind::Outpatient, PhaseKind::Aftercare];
    (select(kinds), day(), of(any::<u8>()), vec(note(), 0..3)).prop_map(
        |(kind, from, hours, changes)| Phase {
            kind,
            from,
            hours,
            changes,
        },
    )
}

fn prescription() -> impl Strategy<Value = Prescription> {
    (
        tag(),
        of(note()),
        vec(wall_time(), 0..3),
        of(day()),
        of(day()),
    )
        .prop_map(|(name, how, at, from, until)| Prescription {
            name,
            how,
            at,
            from,
            until,
        })
}

fn dose() -> impl Strategy<Value = Dose> {
    let taken = select(vec![Taken::AsPrescribed, Taken::Missed, Taken::Otherwise]);
    (id(), tag(), taken, of(note())).prop_map(|(prescription, name, taken, note)| Dose {
        prescription,
        name,
        taken,
        note,
    })
}

/// Anything of a programme.
pub fn entry() -> impl Strategy<Value = Entry> {
    let to_bring = (note(), any::<bool>(), any::<bool>()).prop_map(|(what, for_group, done)| {
        Entry::ToBring(ToBring {
            what,
            for_group,
            done,
        })
    });
    let step_down = (vec(tag(), 0..3), vec(tag(), 0..3))
        .prop_map(|(open, done)| Entry::StepDown(StepDown { open, done }));
    let start =
        (day(), of(tag())).prop_map(|(day, substance)| Entry::Start(Start { day, substance }));
    let read = ("[a-z-]{1,20}", of(note()))
        .prop_map(|(lesson, takeaway)| Entry::LessonRead(LessonRead { lesson, takeaway }));
    let weekdays = || vec(0..7_u8, 0..3);
    let reminder = (
        select(vec![
            ReminderFor::CheckIn,
            ReminderFor::HardHour,
            ReminderFor::Other,
        ]),
        (of(tag()), weekdays(), wall_time(), day()),
        (of(note()), any::<bool>()),
    )
        .prop_map(|(of, (name, weekdays, at, first), (says, stopped))| {
            Entry::Reminder(Reminder {
                of,
                name,
                weekdays,
                at,
                first,
                says,
                stopped,
            })
        });
    let if_then = (
        (of(tag()), of(tag()), of(tag()), of(0..24_u8), weekdays()),
        (of("[a-z-]{1,20}"), of(tag()), of(note()), of(note())),
    )
        .prop_map(
            |((trigger, place, company, hour, weekdays), (exercise, call, go, words))| {
                Entry::IfThen(IfThen {
                    trigger,
                    place,
                    company,
                    hour,
                    weekdays,
                    exercise,
                    call,
                    go,
                    words,
                })
            },
        );
    let used = (id(), note(), of(id()))
        .prop_map(|(plan, did, craving)| Entry::PlanUsed(PlanUsed { plan, did, craving }));
    let trial = ("[a-z-]{1,20}", "[a-z-]{1,20}", any::<u8>(), any::<bool>()).prop_map(
        |(a, b, cravings, stopped)| {
            Entry::Trial(Trial {
                a,
                b,
                cravings,
                stopped,
            })
        },
    );
    prop_oneof![
        day_plan(),
        reduction_plan(),
        reminder,
        if_then,
        trial,
        used,
        group().prop_map(Entry::Group),
        session().prop_map(Entry::Session),
        appointment().prop_map(Entry::Appointment),
        to_bring,
        goal().prop_map(Entry::Goal),
        assignment().prop_map(Entry::Assignment),
        commitment().prop_map(Entry::Commitment),
        phase().prop_map(Entry::Phase),
        step_down,
        start,
        prescription().prop_map(Entry::Prescription),
        dose().prop_map(Entry::Dose),
        read,
    ]
}
