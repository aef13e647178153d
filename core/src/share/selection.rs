//! What a person chooses to share.

use std::collections::{BTreeMap, BTreeSet};

use super::category::Category;
use super::choice::shares;
use crate::journal::RecordId;
use crate::log::Recipient;
use crate::log::{Entry, GoalState, Journal, Record, Shared};
use crate::text::Tag;
use crate::time::{DayBoundary, LocalDay};

/// Days that are looked at when nothing was shared before: four weeks.
pub const FIRST_DAYS: i32 = 28;

/// A choice to begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// What helps to prepare an appointment: all but plans and people.
    NextAppointment,
    /// Cravings and exercises, without notes.
    CravingsAndSkills,
    /// All there is, with names, but for [things to live for](Category::Keepsakes).
    Everything,
}

impl Preset {
    /// All of them.
    pub const ALL: [Self; 3] = [
        Self::NextAppointment,
        Self::CravingsAndSkills,
        Self::Everything,
    ];
}

/// What goes into a share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The first day of what happened.
    pub first: LocalDay,
    /// The last day.
    pub last: LocalDay,
    /// The parts that are shared.
    pub kinds: BTreeSet<Category>,
    /// Single entries that are not.
    pub without: BTreeSet<RecordId>,
    /// Whether notes are shared: all free text beside the entries.
    pub notes: bool,
    /// Whether people's names are shared; if not they are masked, also in notes.
    pub names: bool,
    /// Whether the share tells how many entries of each kind, and how many notes, were left out.
    pub tell_left_out: bool,
}

impl Selection {
    /// A preset over the days since the last share with this recipient (by the root of who that
    /// is; `None` for a phrase) was handed over, that day included as it may not have been over, or
    /// over the last [`FIRST_DAYS`] days.
    #[must_use]
    pub fn preset(
        preset: Preset,
        journal: &Journal,
        today: LocalDay,
        with: Option<RecordId>,
    ) -> Self {
        let last_shared = last_share(journal, with).map(|shared| shared.last);
        let first = match preset {
            Preset::Everything => journal.entries().next().map(|(_, r)| r.local_day),
            _ => last_shared,
        };
        let first = first.unwrap_or_else(|| today.plus(1 - FIRST_DAYS));
        let mut kinds: BTreeSet<Category> = Category::ALL.into();
        kinds.remove(&Category::Keepsakes);
        match preset {
            Preset::NextAppointment => {
                kinds.remove(&Category::Plans);
                kinds.remove(&Category::People);
            }
            Preset::CravingsAndSkills => {
                kinds = [Category::Cravings, Category::Skills].into();
            }
            Preset::Everything => {}
        }
        Self {
            first: first.min(today),
            last: today,
            kinds,
            without: BTreeSet::new(),
            notes: preset != Preset::CravingsAndSkills,
            names: preset == Preset::Everything,
            tell_left_out: false,
        }
    }

    /// Whether an entry is in reach: in the range, or standing now.
    fn reaches(&self, record: &Record) -> bool {
        let in_range = |day: LocalDay| (self.first..=self.last).contains(&day);
        let changed = in_range(record.written_at.local_day(DayBoundary::default()));
        match &record.entry {
            entry if entry.tells_of_the_past() => in_range(record.local_day),
            Entry::Goal(goal) => goal.state == GoalState::Open || changed,
            Entry::Commitment(commitment) => commitment.kept.is_none() || changed,
            Entry::Assignment(task) => task.done.is_none_or(in_range),
            Entry::ToBring(item) => !item.for_group && !item.done,
            Entry::Appointment(appointment) => {
                let day = appointment.start.day;
                appointment.held != Some(false) && day >= self.first
            }
            Entry::Group(group) => group.last.is_none_or(|last| last >= self.first),
            Entry::Prescription(prescription) => {
                prescription.until.is_none_or(|until| until >= self.first)
            }
            // Plans, phases, people and things to live for are shared as they stand.
            _ => true,
        }
    }

    /// Every entry that could be shared over these days, with its part, oldest first.
    pub fn offered<'a>(
        &self,
        journal: &'a Journal,
    ) -> impl Iterator<Item = (RecordId, &'a Record, Category)> {
        journal.entries().filter_map(|(root, record)| {
            let kind = Category::of(&record.entry)?;
            self.reaches(record).then_some((root, record, kind))
        })
    }

    /// Whether an entry that is offered is chosen.
    #[must_use]
    pub fn takes(&self, root: RecordId, kind: Category) -> bool {
        self.kinds.contains(&kind) && !self.without.contains(&root)
    }

    /// How many entries of each kind are offered and not chosen.
    #[must_use]
    pub fn left_out(&self, journal: &Journal) -> BTreeMap<&'static str, usize> {
        let mut counts = BTreeMap::new();
        for (root, record, kind) in self.offered(journal) {
            if !self.takes(root, kind) {
                *counts.entry(record.entry.kind()).or_default() += 1;
            }
        }
        counts
    }
}

/// The share with this recipient, or by a phrase, that reaches furthest. Those of format 1 name
/// the recipient only.
#[must_use]
pub fn last_share(journal: &Journal, with: Option<RecordId>) -> Option<&Shared> {
    let name = with.and_then(|root| journal.get(root)).and_then(|record| {
        let Entry::Recipient(Recipient { name, .. }) = &record.entry else {
            return None;
        };
        Some(name)
    });
    let theirs = shares(journal).filter(|(_, _, shared)| match (with, shared.recipient) {
        (None, _) => shared.to.is_empty(),
        (Some(root), Some(known)) => root == known,
        (Some(_), None) => name.is_some_and(|name| shared.to.contains(name)),
    });
    let furthest = theirs.max_by_key(|(root, _, shared)| (shared.last, *root));
    furthest.map(|(_, _, shared)| shared)
}

impl Shared {
    /// What to keep of a share that was made.
    #[must_use]
    pub fn of(selection: &Selection, count: usize, to: Vec<Tag>) -> Self {
        let kinds = selection.kinds.iter().map(|kind| kind.name().to_owned());
        Self {
            first: selection.first,
            last: selection.last,
            count: u16::try_from(count).unwrap_or(u16::MAX),
            kinds: kinds.collect(),
            to,
            notes: selection.notes,
            names: selection.names,
            told: selection.tell_left_out,
            without: selection.without.iter().copied().collect(),
            recipient: None,
            expires: None,
        }
    }

    /// The same choice for the days since, but for [things to live for](Category::Keepsakes): those are
    /// ticked each time.
    #[must_use]
    pub fn again(&self, today: LocalDay) -> Selection {
        Selection {
            first: self.last.min(today),
            last: today,
            kinds: self
                .kinds
                .iter()
                .filter_map(|name| Category::by_name(name))
                .filter(|kind| *kind != Category::Keepsakes)
                .collect(),
            without: self.without.iter().copied().collect(),
            notes: self.notes,
            names: self.names,
            tell_left_out: self.told,
        }
    }
}
