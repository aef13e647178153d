//! What a programme is made of: groups, appointments, goals, things to do, phases, and what of
//! all that matters today.
//!
//! Dates of the future are kept as a date, a time on the wall clock and the *name* of a time zone
//! ([`Wall`]): 'Wednesdays at 18:00 in New York' stays 18:00 when the clocks change, on a journey,
//! and when a government changes its rules. Core holds no table of zones; whoever needs an instant
//! passes in what the browser knows of the zone ([`Offsets`]).

mod agenda;
mod appointment;
mod days;
mod goal;
mod group;
mod medicine;
mod phase;
mod task;
mod today;
mod wall;

pub use agenda::{Agenda, agenda};
pub use appointment::{Appointment, Occasion, ToBring, appointments, to_bring};
pub use days::{Days, MILESTONES, Start, days, last_milestone, next_milestone, starts};
pub use goal::{Goal, GoalState, GoalStep, goals};
pub use group::{Change, Exception, Group, GroupKind, Occurrence, Session, groups, sessions};
pub use medicine::{Dose, Prescription, Taken, prescriptions};
pub use phase::{Phase, PhaseKind, STEP_DOWN, StepDown, phase_on, phases, step_down};
pub use task::{Assignment, Commitment, Kept, assignments, commitments};
pub use today::{MOST, Material, TodayItem, today};
pub use wall::{Offsets, Wall, WallError, WallTime, Zone};
