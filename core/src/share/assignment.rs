//! The other way: what a therapist sets, for the person to look at and to take or leave.
//!
//! An offer holds entries of two kinds, assignments (an exercise, a lesson, a questionnaire, or
//! something in words, with a date) and goals. Taking one adds an entry of the journal; nothing in
//! an offer can change or delete one.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::envelope::{each, pad, signed_text_of};
use super::key::PublicKey;
use super::shown::make_safe;
use super::signing::Signer;
use super::{FORMAT, NotWritten, ShareError, ShareLimits, shown};
use crate::log::{Action, Entry, GoalState, Journal};
use crate::text::{Note, Tag};
use crate::time::Moment;

pub(super) const NAME: &str = "assignment";
/// The most items in an offer: more is no homework.
pub const MOST_ITEMS: usize = 50;

/// What was set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// When it was made, by the clock of that device.
    pub issued_at: Moment,
    /// Who signed it; `None` when it is not signed, or not yet.
    pub signer: Option<Signer>,
    /// For whose key it was made.
    pub to: Option<PublicKey>,
    /// Who set it, in their own words. Only who signed it is a fact.
    pub from: Option<Tag>,
    /// Some words with it.
    pub note: Option<Note>,
    /// The items: [`Entry::Assignment`] and [`Entry::Goal`] only, not done and not reached.
    pub items: Vec<Entry>,
    /// Items that could not be read.
    pub unreadable: usize,
}

#[derive(Serialize)]
struct Writing<'a> {
    ebb: &'a str,
    v: u16,
    issued_at: Moment,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: &'a Option<Tag>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: &'a Option<Note>,
    items: &'a [Entry],
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Reading<'a> {
    #[serde(rename = "ebb")]
    _ebb: &'a RawValue,
    #[serde(rename = "v")]
    _v: u16,
    issued_at: Moment,
    #[serde(default)]
    to: Option<String>,
    #[serde(default)]
    from: Option<Tag>,
    #[serde(default)]
    note: Option<Note>,
    #[serde(borrow)]
    items: &'a RawValue,
}

/// Whether an entry can be offered: something to do, of a kind that only adds.
fn can_be_offered(entry: &Entry) -> bool {
    match entry {
        Entry::Assignment(task) => task.done.is_none(),
        Entry::Goal(goal) => {
            goal.state == GoalState::Open && goal.steps.iter().all(|step| !step.done)
        }
        _ => false,
    }
}

/// Writes an offer.
///
/// # Errors
/// [`NotWritten`] when it has no items, too many, or one that cannot be offered.
pub fn offer(offer: &Offer) -> Result<Vec<u8>, NotWritten> {
    let fits = (1..=MOST_ITEMS).contains(&offer.items.len());
    if !fits || !offer.items.iter().all(can_be_offered) {
        return Err(NotWritten);
    }
    let writing = Writing {
        ebb: NAME,
        v: FORMAT,
        issued_at: offer.issued_at,
        to: offer.to.map(|key| key.text()),
        from: &offer.from,
        note: &offer.note,
        items: &offer.items,
    };
    let mut bytes = serde_json::to_vec(&writing).map_err(|_| NotWritten)?;
    pad(&mut bytes);
    Ok(bytes)
}

/// Reads an offer. Items that cannot be read or offered are counted and do not keep the others
/// from being read.
///
/// # Errors
/// [`ShareError`]
pub fn read_offer(bytes: &[u8], limits: &ShareLimits) -> Result<Offer, ShareError> {
    let (text, signer) = signed_text_of(bytes, NAME, limits.bytes)?;
    let read: Reading<'_> = serde_json::from_str(text).map_err(|_| ShareError::Damaged)?;
    let to = read.to.as_deref().map(PublicKey::parse).transpose();
    let to = to.map_err(|_| ShareError::Damaged)?;
    if signer.is_some() && to.is_none() {
        return Err(ShareError::Damaged);
    }
    let mut items = Vec::new();
    let mut unreadable = 0;
    each(read.items, limits.entries.min(MOST_ITEMS), &mut |raw| {
        let entry = serde_json::from_str(raw.get()).ok();
        match entry.filter(can_be_offered) {
            Some(mut entry) => {
                make_safe(&mut entry);
                items.push(entry);
            }
            None => unreadable += 1,
        }
    })?;
    let safe = |text: &str| shown(text).into_owned();
    Ok(Offer {
        issued_at: read.issued_at,
        signer,
        to,
        from: read
            .from
            .and_then(|tag| Tag::try_from(safe(tag.as_str())).ok()),
        note: read
            .note
            .and_then(|note| Note::new(safe(note.as_str())).ok()),
        items,
        unreadable,
    })
}

impl Offer {
    /// How to take one item: it is added, and nothing else happens. `None` when there is no such
    /// item. `from` is who is known to have set it; what the file says of that is no fact.
    #[must_use]
    pub fn accept(&self, item: usize, from: Option<Tag>) -> Option<Action> {
        let mut entry = self.items.get(item)?.clone();
        if let Entry::Assignment(task) = &mut entry {
            task.from = from;
        }
        Some(Action::Log {
            entry,
            happened_at: None,
        })
    }
}

/// Whether an item was taken already: the journal has it, whatever became of it since.
#[must_use]
pub fn is_accepted(journal: &Journal, offer: &Offer, item: usize) -> bool {
    let wanted = offer.items.get(item);
    wanted.is_some_and(|wanted| is_taken(journal, wanted))
}

/// [`is_accepted`] of an item without its offer.
pub(crate) fn is_taken(journal: &Journal, wanted: &Entry) -> bool {
    journal
        .entries()
        .any(|(_, record)| match (&record.entry, wanted) {
            (Entry::Assignment(known), Entry::Assignment(wanted)) => {
                known.what == wanted.what
                    && known.exercise == wanted.exercise
                    && known.lesson == wanted.lesson
                    && known.instrument == wanted.instrument
                    && known.every_weeks == wanted.every_weeks
                    && known.due == wanted.due
            }
            (Entry::Goal(known), Entry::Goal(wanted)) => known.what == wanted.what,
            _ => false,
        })
}
