//! What can be chosen for a share, in the parts in which people think of it.

use crate::log::Entry;

/// A part of the journal that is shared or left out as a whole, before single entries are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    /// Cravings with their later ratings and what chance picked for them.
    Cravings,
    /// Check-ins, and days with an intention and an evening.
    CheckIns,
    /// Slips.
    Slips,
    /// Exercises that were done, and plans that were used.
    Skills,
    /// Questionnaires.
    Questionnaires,
    /// What to bring up, and appointments with their questions.
    ToBring,
    /// Goals.
    Goals,
    /// What was set by somebody or promised.
    Tasks,
    /// Groups and what was taken away from them.
    Groups,
    /// Medication for recovery.
    Medication,
    /// Lessons that were read.
    Lessons,
    /// Phases, the checklist for stepping down, and from when days are counted.
    Programme,
    /// Safety plan, plan for keeping well, reasons, risky situations, the first 90 days,
    /// if-then plans, the plan for using less, coin-flip trials, reminders.
    Plans,
    /// People to turn to, with their numbers.
    People,
    /// Things to live for: pictures and messages to oneself. In no choice to begin with.
    Keepsakes,
}

impl Category {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 15] = [
        Self::Cravings,
        Self::CheckIns,
        Self::Slips,
        Self::Skills,
        Self::Questionnaires,
        Self::ToBring,
        Self::Goals,
        Self::Tasks,
        Self::Groups,
        Self::Medication,
        Self::Lessons,
        Self::Programme,
        Self::Plans,
        Self::People,
        Self::Keepsakes,
    ];

    /// Where an entry belongs. `None` for what is never shared: tombstones, and what the journal keeps
    /// about sharing itself.
    #[must_use]
    pub const fn of(entry: &Entry) -> Option<Self> {
        Some(match entry {
            Entry::Craving(_) | Entry::Rerating(_) | Entry::Draw(_) => Self::Cravings,
            Entry::CheckIn(_) | Entry::DayPlan(_) => Self::CheckIns,
            Entry::Slip(_) => Self::Slips,
            Entry::Practice(_) | Entry::PlanUsed(_) => Self::Skills,
            Entry::Questionnaire(_) => Self::Questionnaires,
            Entry::ToBring(_) | Entry::Appointment(_) => Self::ToBring,
            Entry::Goal(_) => Self::Goals,
            Entry::Assignment(_) | Entry::Commitment(_) => Self::Tasks,
            Entry::Group(_) | Entry::Session(_) => Self::Groups,
            Entry::Prescription(_) | Entry::Dose(_) => Self::Medication,
            Entry::LessonRead(_) => Self::Lessons,
            Entry::Phase(_) | Entry::StepDown(_) | Entry::Start(_) => Self::Programme,
            Entry::SafetyPlan(_)
            | Entry::RelapsePlan(_)
            | Entry::Reasons(_)
            | Entry::RiskySituation(_)
            | Entry::AfterPlan(_)
            | Entry::Places(_)
            | Entry::IfThen(_)
            | Entry::ReductionPlan(_)
            | Entry::Trial(_)
            | Entry::Reminder(_) => Self::Plans,
            Entry::Person(_) => Self::People,
            Entry::Keepsake(_) | Entry::Recording(_) => Self::Keepsakes,
            Entry::Deleted | Entry::Recipient(_) | Entry::Shared(_) | Entry::ShareKey(_) => {
                return None;
            }
        })
    }

    /// Its name, as the journal keeps it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Cravings => "cravings",
            Self::CheckIns => "check_ins",
            Self::Slips => "slips",
            Self::Skills => "skills",
            Self::Questionnaires => "questionnaires",
            Self::ToBring => "to_bring",
            Self::Goals => "goals",
            Self::Tasks => "tasks",
            Self::Groups => "groups",
            Self::Medication => "medication",
            Self::Lessons => "lessons",
            Self::Programme => "programme",
            Self::Plans => "plans",
            Self::People => "people",
            Self::Keepsakes => "keepsakes",
        }
    }

    /// The one with this name.
    #[must_use]
    pub fn by_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}
