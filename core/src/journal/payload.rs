//! The kinds of entries: their names, and what each holds.

use super::record::Entry;
use crate::checkin::CheckIn;
use crate::craving::{Craving, Rerating};
use crate::exercise::Practice;
use crate::instrument::Questionnaire;
use crate::lesson::LessonRead;
use crate::plan::{AfterPlan, Person, Places, Reasons, RelapsePlan, RiskySituation, SafetyPlan};
use crate::programme::{
    Appointment, Assignment, Commitment, Dose, Goal, Group, Phase, Prescription, Session, Start,
    StepDown, ToBring,
};
use crate::share::{Recipient, ShareKey, Shared};
use crate::slip::Slip;

/// What entries of one kind hold.
pub trait Payload: Sized + 'static {
    /// The name of the kind, as in the format.
    const KIND: &'static str;

    /// What the entry holds, if it is of this kind.
    fn of(entry: &Entry) -> Option<&Self>;
}

macro_rules! kinds {
    ($($kind:ident = $name:literal,)*) => {
        $(
            impl Payload for $kind {
                const KIND: &'static str = $name;

                fn of(entry: &Entry) -> Option<&Self> {
                    match entry {
                        Entry::$kind(held) => Some(held),
                        _ => None,
                    }
                }
            }
        )*

        impl Entry {
            /// The name of its kind, as in the format.
            #[must_use]
            pub const fn kind(&self) -> &'static str {
                match self {
                    $(Self::$kind(_) => $name,)*
                    Self::Deleted => "deleted",
                }
            }
        }
    };
}

kinds! {
    Craving = "craving",
    Rerating = "rerating",
    CheckIn = "check_in",
    Slip = "slip",
    Practice = "practice",
    Person = "person",
    Questionnaire = "questionnaire",
    SafetyPlan = "safety_plan",
    RelapsePlan = "relapse_plan",
    Reasons = "reasons",
    RiskySituation = "risky_situation",
    AfterPlan = "after_plan",
    Group = "group",
    Session = "session",
    Appointment = "appointment",
    ToBring = "to_bring",
    Goal = "goal",
    Assignment = "assignment",
    Commitment = "commitment",
    Phase = "phase",
    StepDown = "step_down",
    Start = "start",
    Prescription = "prescription",
    Dose = "dose",
    LessonRead = "lesson_read",
    Places = "places",
    Recipient = "recipient",
    Shared = "shared",
    ShareKey = "share_key",
}
