//! One immutable record and what it can hold.

use serde::{Deserialize, Serialize};

use super::id::{DeviceId, RecordId};
use crate::checkin::CheckIn;
use crate::craving::{Craving, Rerating};
use crate::exercise::Practice;
use crate::instrument::Questionnaire;
use crate::lesson::LessonRead;
use crate::moment::{LocalDay, Moment};
use crate::plan::{AfterPlan, Person, Places, Reasons, RelapsePlan, RiskySituation, SafetyPlan};
use crate::programme::{
    Appointment, Assignment, Commitment, Dose, Goal, Group, Phase, Prescription, Session, Start,
    StepDown, ToBring,
};
use crate::share::{Recipient, ShareKey, Shared};
use crate::slip::Slip;

/// What a record says. A new kind of log is one more variant here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
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
    /// The safety plan; see [`plan`](crate::plan) for the entries there is only one of.
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
}

impl Entry {
    /// Whether two entries are of the same kind, so that one may be an edit of the other.
    #[must_use]
    pub fn same_kind(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }

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
        )
    }

    /// The entry this one belongs to and disappears with.
    #[must_use]
    pub const fn parent(&self) -> Option<RecordId> {
        match self {
            Self::Rerating(rerating) => Some(rerating.craving),
            _ => None,
        }
    }
}

/// Everything a person does is one of these. It is never changed: an edit and a delete are new
/// records whose `replaces` names the first record of that entry (its *root*).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Its name, which also orders edits.
    pub id: RecordId,
    /// The device that wrote it.
    pub device: DeviceId,
    /// When it was written.
    pub written_at: Moment,
    /// When what it tells of happened.
    pub happened_at: Moment,
    /// The day that belongs to, as the person's days were when it was written.
    pub local_day: LocalDay,
    /// The root of the entry that this edits or deletes.
    pub replaces: Option<RecordId>,
    /// What it says.
    pub entry: Entry,
}

impl Record {
    /// The first record of the entry this belongs to: itself, unless it replaces one.
    #[must_use]
    pub fn root(&self) -> RecordId {
        self.replaces.unwrap_or(self.id)
    }

    /// Whether this is a tombstone.
    #[must_use]
    pub const fn is_tombstone(&self) -> bool {
        matches!(self.entry, Entry::Deleted)
    }
}
