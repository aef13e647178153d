//! What screens and shares ask of a journal.

mod appointment_agenda;
mod crisis_answers;
mod days;
mod find;
mod future_scenes;
mod if_then;
mod lists;
mod now;
mod plans;
mod questionnaires;
mod reduction;
mod reminders;
mod score_trends;
mod today;
mod trial;

pub use appointment_agenda::{AppointmentAgenda, appointment_agenda};
#[cfg(feature = "share")]
pub(crate) use crisis_answers::answers_in;
pub use crisis_answers::{
    ASK_AGAIN_DAYS, CrisisAnswer, crisis_answers, latest_crisis_answer, to_ask_again,
};
pub use days::{Days, MILESTONES, days, last_milestone, next_milestone, starts};
pub use find::{Named, Search, find};
pub use future_scenes::{FUTURE_SCENES, future_scenes};
pub use if_then::{
    PlanUses, frequent_hours, if_thens, most_frequent, plan_uses, plans_for, was_used,
};
pub use lists::{
    appointments, assignments, commitments, goals, groups, keepsakes, lessons_read, own_tags,
    people, phase_on, phases, prescriptions, recordings, risky_situations, session_of, sessions,
    to_bring,
};
pub use now::{DayTally, OpenCraving, open_craving};
pub use plans::{
    after_plan, places, reasons, relapse_plan, safety_plan, step_down, to_turn_to, write_single,
};
pub use questionnaires::{RESUME_HOURS, due, due_from, last_result, unfinished};
#[cfg(feature = "share")]
pub(crate) use questionnaires::{assigned_days, is_due};
pub use reduction::{SevenDays, intention_on, look_back_on, reduction_plan, seven_days};
pub use reminders::{DueReminder, LATE_REMINDER_MINUTES, due_reminders, reminders};
pub use score_trends::{ScorePoint, ScoreTrend, score_trends};
pub use today::{MOST_TODAY, Material, TodayItem, today};
pub use trial::{draw_for, draw_offered, trials};

use crate::journal::{Payload, RecordId};
use crate::log::{Entry, Journal, Record};

/// An entry: its root, its newest record, whose `written_at` says when it was last changed, and
/// what it holds.
pub type Written<'a, T> = (RecordId, &'a Record, &'a T);

fn every<T: Payload<Entry>>(journal: &Journal) -> impl DoubleEndedIterator<Item = Written<'_, T>> {
    journal.all_of()
}
