//! The programme: groups, appointments, goals, things to do, medication, and the way through it.

use super::Text;
use super::plans::Asked;

/// The programme.
pub struct Programme {
    pub title: Text,
    pub lead: Text,
    pub coming: Text,
    pub nothing_coming: Text,
    pub plans: Text,
    pub way: Text,
    pub family: Text,
    pub groups: Text,
    pub add_group: Text,
    /// Days of the week, and the time of day.
    pub weekly: fn(&[&str], &str) -> String,
    pub appointments: Text,
    pub add_appointment: Text,
    pub bring_list: Text,
    pub bring_lead: Text,
    pub add_bring: Text,
    pub brought: fn(&str) -> String,
    pub goals: Text,
    pub add_goal: Text,
    pub next_step: fn(&str) -> String,
    pub review_on: fn(&str) -> String,
    pub tasks: Text,
    pub add_assignment: Text,
    pub add_commitment: Text,
    pub mark_done: fn(&str) -> String,
    pub due: fn(&str) -> String,
    pub every_weeks: fn(u8) -> String,
    pub stop: fn(&str) -> String,
    pub how_went: Text,
    pub medicines: Text,
    pub medicines_lead: Text,
    pub add_medicine: Text,
    pub today_taken: fn(&str) -> String,
    pub dose: Text,
    pub group: Asked<11>,
    pub session: Asked<6>,
    pub appointment: Asked<10>,
    pub bring: Asked<2>,
    pub goal: Asked<5>,
    pub assignment: Asked<3>,
    pub commitment: Asked<4>,
    pub medicine: Asked<5>,
    pub upcoming_dates: Text,
    pub past_dates: Text,
    pub was_there: Text,
    pub was_not: Text,
    pub agenda: Agenda,
    pub calendar: Calendar,
    pub today: TodayTexts,
}

/// What an appointment's agenda says.
pub struct Agenda {
    pub title: Text,
    pub since: fn(&str) -> String,
    pub since_ever: Text,
    /// Days that something is known of.
    pub days: fn(usize) -> String,
    /// Cravings, the strongest.
    pub cravings: fn(usize, Option<u8>) -> String,
    pub slips: fn(usize) -> String,
    pub practices: fn(usize) -> String,
    pub questionnaires: fn(usize) -> String,
    /// Attended, missed.
    pub groups: fn(usize, usize) -> String,
    pub takeaways: Text,
    pub questions: Text,
    pub to_bring: Text,
}

/// The calendar file.
pub struct Calendar {
    pub title: Text,
    pub lead: Text,
    pub remind: Text,
    pub remind_never: Text,
    pub minutes_before: fn(u16) -> String,
    pub discreet: Text,
    pub discreet_hint: Text,
    pub discreet_name: Text,
    pub save: Text,
    pub saved: Text,
    pub not_saved: Text,
    pub nothing: Text,
}

/// The list of what matters today.
pub struct TodayTexts {
    pub group: fn(&str, &str) -> String,
    pub medicine: fn(&str) -> String,
    pub check_in: Text,
    pub intention: Text,
    /// What the person wants of the day.
    pub day: fn(&str) -> String,
    pub look_back: Text,
    pub homework: fn(&str) -> String,
    pub goal: fn(&str) -> String,
    pub questionnaire: fn(&str) -> String,
    pub lesson: fn(&str) -> String,
    pub after: fn(i64) -> String,
}

/// The way through the programme and out of it.
pub struct RecoveryProgress {
    pub title: Text,
    pub lead: Text,
    pub days: Text,
    pub days_lead: Text,
    /// Before any counting: stopping alcohol or sedatives can be dangerous.
    pub days_safety: Text,
    pub days_safety_more: Text,
    pub add_start: Text,
    pub without: fn(&str) -> String,
    pub without_all: Text,
    pub won: fn(i64) -> String,
    pub current: fn(i64) -> String,
    pub best: fn(i64) -> String,
    pub reached: fn(i64) -> String,
    pub next: fn(i64) -> String,
    pub hide: Text,
    pub hidden: Text,
    pub show_legend: Text,
    pub show: Text,
    pub phases: Text,
    pub phases_lead: Text,
    pub add_phase: Text,
    pub phase_now: Text,
    pub phase_from: fn(&str) -> String,
    pub hours: fn(u8) -> String,
    pub step_down: Text,
    pub step_down_lead: Text,
    pub begin_list: Text,
    pub own_line: Text,
    pub item: fn(&str) -> String,
    pub phase: Asked<4>,
    pub start: Asked<2>,
}

/// The exercises after which cravings were rated lower than without one.
pub struct Helped {
    pub title: Text,
    pub why: Text,
    pub show: Text,
    /// Times it was weaker, times in all.
    pub times: fn(usize, usize) -> String,
}

/// The page for family.
pub struct Family {
    pub title: Text,
    pub lead: Text,
    pub helps: Text,
    pub helps_list: [Text; 6],
    pub hurts: Text,
    pub hurts_list: [Text; 5],
    pub ask: Text,
    pub ask_words: Text,
    pub ask_list: [Text; 4],
    pub builder: Text,
    pub builder_words: Text,
    pub build: Text,
    pub summary: Text,
    pub summary_lead: Text,
    pub pick: Text,
    pub pick_days: Text,
    pub pick_phase: Text,
    pub pick_groups: Text,
    pub pick_goals: Text,
    pub pick_reasons: Text,
    pub pick_helps: Text,
    pub own_words: Text,
    pub show: Text,
    pub nothing_picked: Text,
    pub heading: Text,
    pub note: Text,
}
