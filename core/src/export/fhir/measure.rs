//! Ebb's own measures.

use crate::insight::CheckInItem;

/// What stands in a bundle by Ebb's own code, and is named by the caller in the reader's language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// A craving from 0 to 10.
    Craving,
    /// What set it off.
    CravingTriggers,
    /// A feeling around it.
    CravingFeelings,
    /// Where.
    CravingPlace,
    /// With whom.
    CravingCompany,
    /// For what.
    CravingSubstance,
    /// A check-in.
    CheckIn,
    /// Of HALT: hungry.
    CheckInHungry,
    /// Of HALT: angry.
    CheckInAngry,
    /// Of HALT: lonely.
    CheckInLonely,
    /// Of HALT: tired.
    CheckInTired,
    /// Medication for recovery.
    CheckInMedication,
    /// A skill that was used.
    CheckInSkills,
    /// An exercise.
    Practice,
    /// The craving before it, 0 to 10.
    PracticeBefore,
    /// The craving after it, 0 to 10.
    PracticeAfter,
    /// An if-then plan that was used.
    PlanUsed,
    /// A day's intention and how it went.
    DayPlan,
    /// What the person wanted of the day.
    DayPlanWants,
    /// What was used that day, in the unit of the plan for using less.
    DayPlanUsed,
    /// A slip.
    Slip,
    /// What was used.
    SlipSubstance,
    /// What set it off.
    SlipTriggers,
    /// As prescribed.
    MedicationTaken,
    /// Missed.
    MedicationMissed,
    /// None prescribed.
    MedicationNone,
    /// An answer of a check-in.
    Item(CheckInItem),
}

impl Measure {
    /// Its code, by the names of the journal's format.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Craving => "craving",
            Self::CravingTriggers => "craving.triggers",
            Self::CravingFeelings => "craving.feelings",
            Self::CravingPlace => "craving.place",
            Self::CravingCompany => "craving.company",
            Self::CravingSubstance => "craving.substance",
            Self::CheckIn => "check_in",
            Self::CheckInHungry => "check_in.halt.hungry",
            Self::CheckInAngry => "check_in.halt.angry",
            Self::CheckInLonely => "check_in.halt.lonely",
            Self::CheckInTired => "check_in.halt.tired",
            Self::CheckInMedication => "check_in.medication",
            Self::CheckInSkills => "check_in.skills",
            Self::Practice => "practice",
            Self::PracticeBefore => "practice.before",
            Self::PracticeAfter => "practice.after",
            Self::PlanUsed => "plan_used",
            Self::DayPlan => "day_plan",
            Self::DayPlanWants => "day_plan.wants",
            Self::DayPlanUsed => "day_plan.used",
            Self::Slip => "slip",
            Self::SlipSubstance => "slip.substance",
            Self::SlipTriggers => "slip.triggers",
            Self::MedicationTaken => "taken",
            Self::MedicationMissed => "missed",
            Self::MedicationNone => "none",
            Self::Item(CheckInItem::Mood) => "check_in.mood",
            Self::Item(CheckInItem::Stress) => "check_in.stress",
            Self::Item(CheckInItem::Sleep) => "check_in.sleep",
            Self::Item(CheckInItem::Energy) => "check_in.energy",
            Self::Item(CheckInItem::CravingNow) => "check_in.craving_now",
            Self::Item(CheckInItem::CravingStrongest) => "check_in.craving_strongest",
            Self::Item(CheckInItem::Confidence) => "check_in.confidence",
            Self::Item(CheckInItem::Presence) => "check_in.presence",
        }
    }
}
