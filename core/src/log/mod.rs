//! What a person writes: one file for each kind or family of kinds, with its fields and how they
//! are read and written, and the list of all kinds, [`Entry`].

mod after_plan;
mod appointment;
mod check_in;
mod course;
mod craving;
mod day_plan;
mod goal;
mod group;
mod if_then;
mod keepsake;
mod lesson_read;
mod medicine;
mod person;
mod phase;
mod places;
mod practice;
mod questionnaire;
mod recording;
mod reduction_plan;
mod relapse_plan;
mod reminder;
mod safety_plan;
mod sharing;
mod slip;
mod start;
mod task;
mod trial;

use serde::{Deserialize, Serialize};

pub use after_plan::{AfterPlan, CHECKPOINTS};
pub use appointment::{Appointment, Occasion, ToBring};
pub use check_in::{CheckIn, Halt, Medication};
pub use course::{CORRECTED_MS, CoursePoint, course, rate_again};
pub use craving::{
    COMPANY, Craving, CravingOutcome, FEELINGS, PLACES, RERATING_MINUTES, Rerating, SUBSTANCES,
    TRIGGERS, asked_at, waiting_rerating,
};
pub use day_plan::{DayPlan, WANTS};
pub use goal::{Goal, GoalState, GoalStep};
pub use group::{DateChange, Exception, Group, GroupKind, Occurrence, Session};
pub use if_then::{IfThen, Occurring, PlanUsed};
pub use keepsake::{Keepsake, MOST_KEEPSAKES, NotAPicture, Picture};
pub use lesson_read::LessonRead;
pub use medicine::{Dose, Prescription, Taken};
pub use person::{NotAPhone, Person, Phone};
pub use phase::{Phase, PhaseKind, STEP_DOWN, StepDown};
pub use places::{Place, Places};
pub use practice::{Answer, AnswerValue, Finish, Practice, PracticeOutcome};
pub use questionnaire::{Questionnaire, Reply, Scored};
pub use recording::{MOST_RECORDINGS, NotASound, Recording, Sound};
pub use reduction_plan::{ReductionPlan, ReductionStep};
pub use relapse_plan::{Reasons, RelapsePlan, Response, RiskySituation};
pub use reminder::{Reminder, ReminderFor};
pub use safety_plan::{SafetyPlan, SafetyStep};
pub use sharing::{Recipient, ShareKey, Shared, Trust};
pub use slip::Slip;
pub use start::Start;
pub use task::{Assignment, Commitment, CommitmentKept};
pub use trial::{DRAWN_WITHIN_MINUTES, Draw, Trial, TrialError, draw_of, draws, running_trial};

use crate::journal::{self, EntryList, Payload, RecordId};

/// The journal of one person.
pub type Journal = journal::Journal<Entry>;
/// A record of it.
pub type Record = journal::Record<Entry>;
/// What a person does to it.
pub type Action = journal::Action<Entry>;
/// Where it is kept.
#[cfg(feature = "store")]
pub type Store<B> = crate::store::Store<B, Entry>;

/// What a record says. A new kind of log is a file of its own and one more line here and in `kinds!`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Entry {
    /// A craving.
    Craving(Craving),
    /// A craving rated again.
    Rerating(Rerating),
    /// A check-in.
    CheckIn(CheckIn),
    /// A slip.
    Slip(Slip),
    /// An exercise that was done.
    Practice(Practice),
    /// Somebody to turn to.
    Person(Person),
    /// A tombstone: the record named by `replaces` was deleted.
    Deleted,
    /// A questionnaire, whole or half-way.
    Questionnaire(Questionnaire),
    /// The safety plan; see [`plan`](crate::queries) for the entries there is only one of.
    SafetyPlan(SafetyPlan),
    /// The plan for keeping well.
    RelapsePlan(RelapsePlan),
    /// The person's reasons.
    Reasons(Reasons),
    /// A high-risk situation with its plan.
    RiskySituation(RiskySituation),
    /// The plan for the first 90 days after the programme.
    AfterPlan(AfterPlan),
    /// A group or meeting with its weekly pattern.
    Group(Group),
    /// One time of a group: what to bring, whether one was there, what one takes away.
    Session(Session),
    /// An appointment.
    Appointment(Appointment),
    /// Something to bring up at the next occasion.
    ToBring(ToBring),
    /// A goal.
    Goal(Goal),
    /// Something a counsellor set.
    Assignment(Assignment),
    /// Something the person said they would do.
    Commitment(Commitment),
    /// A phase of the programme.
    Phase(Phase),
    /// The checklist for stepping down, of which there is one.
    StepDown(StepDown),
    /// From when the person counts days.
    Start(Start),
    /// Medication for recovery, as prescribed.
    Prescription(Prescription),
    /// A time it was taken or not. Never a slip.
    Dose(Dose),
    /// A lesson that was read.
    LessonRead(LessonRead),
    /// The places to go.
    Places(Places),
    /// Somebody who can be sent a share.
    Recipient(Recipient),
    /// That something was shared, and what.
    Shared(Shared),
    /// Under which name and key the person shares.
    ShareKey(ShareKey),
    /// A reminder in the person's calendar.
    Reminder(Reminder),
    /// An if-then plan.
    IfThen(IfThen),
    /// That an if-then plan was used.
    PlanUsed(PlanUsed),
    /// A day's intention and how it went.
    DayPlan(DayPlan),
    /// The plan for using less.
    ReductionPlan(ReductionPlan),
    /// A picture to live for.
    Keepsake(Keepsake),
    /// A message to oneself.
    Recording(Recording),
    /// A coin-flip trial.
    Trial(Trial),
    /// What chance picked for a craving in a trial.
    Draw(Draw),
}

impl Entry {
    /// Whether it tells of something that was, and so belongs into a history; the others are
    /// prepared for what comes, and have a place of their own.
    #[must_use]
    pub const fn tells_of_the_past(&self) -> bool {
        matches!(
            self,
            Self::Craving(_)
                | Self::Rerating(_)
                | Self::CheckIn(_)
                | Self::Slip(_)
                | Self::Practice(_)
                | Self::Questionnaire(_)
                | Self::Session(_)
                | Self::Dose(_)
                | Self::LessonRead(_)
                | Self::PlanUsed(_)
                | Self::DayPlan(_)
        )
    }

    /// The entry this one belongs to and disappears with.
    #[must_use]
    pub const fn parent(&self) -> Option<RecordId> {
        match self {
            Self::Rerating(rerating) => Some(rerating.craving),
            Self::Draw(draw) => Some(draw.craving),
            _ => None,
        }
    }
}

impl EntryList for Entry {
    fn kind(&self) -> &'static str {
        self.kind()
    }

    fn deleted() -> Self {
        Self::Deleted
    }

    fn is_deleted(&self) -> bool {
        matches!(self, Self::Deleted)
    }

    fn parent(&self) -> Option<RecordId> {
        self.parent()
    }

    fn set_parent(&mut self, parent: RecordId) {
        match self {
            Self::Rerating(rerating) => rerating.craving = parent,
            Self::Draw(draw) => draw.craving = parent,
            _ => {}
        }
    }

    fn is_blank(&self) -> bool {
        match self {
            Self::CheckIn(check_in) => *check_in == CheckIn::default(),
            Self::Questionnaire(kept) => kept.answers.is_empty(),
            Self::DayPlan(day) => !day.has_intention() && !day.has_look_back(),
            _ => false,
        }
    }
}

macro_rules! kinds {
    ($($kind:ident = $name:literal,)*) => {
        $(
            impl Payload<Entry> for $kind {
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
    Reminder = "reminder",
    IfThen = "if_then",
    PlanUsed = "plan_used",
    DayPlan = "day_plan",
    ReductionPlan = "reduction_plan",
    Keepsake = "keepsake",
    Recording = "recording",
    Trial = "trial",
    Draw = "draw",
}
