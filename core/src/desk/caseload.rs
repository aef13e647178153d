//! What is kept, read and put together for each person.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Client, DeskJournal, DeskNote, Received, SentItems};
use crate::journal::RecordId;
use crate::log::{Entry, Journal, Record};
use crate::queries::last_result;
use crate::share::{Share, ShareLimits, is_taken, read};
use crate::time::{LocalDay, Moment};

/// Ids below this are numbers in one file (format 1), not of the entry.
const NUMBERED: usize = 10;

/// Somebody with all that they shared.
#[derive(Clone, Debug)]
pub struct CaseloadPerson {
    /// The root of what is known of them.
    pub root: RecordId,
    /// What is known of them.
    pub client: Client,
    /// Their shares, the oldest first.
    pub shares: Vec<Arc<Share>>,
    /// All of them as one, over all of their days; `None` when every share is gone.
    pub whole: Option<Arc<Share>>,
}

/// Everybody on a desk.
#[derive(Clone, Debug, Default)]
pub struct Caseload {
    /// In the order in which they came.
    pub people: Vec<CaseloadPerson>,
    /// Shares that could not be read again.
    pub unreadable: usize,
}

impl Caseload {
    /// Reads everything that is kept.
    #[must_use]
    pub fn of(desk: &DeskJournal, limits: &ShareLimits) -> Self {
        let mut caseload = Self::default();
        let mut shares: BTreeMap<RecordId, Vec<Arc<Share>>> = BTreeMap::new();
        for (_, _, one) in desk.all_of::<Received>() {
            match read(one.bundle.as_bytes(), limits) {
                Ok(share) if share.person == one.person => {
                    shares.entry(one.person).or_default().push(Arc::new(share));
                }
                _ => caseload.unreadable += 1,
            }
        }
        let mut seen = BTreeSet::new();
        for (root, _, client) in desk.all_of::<Client>() {
            if !seen.insert(client.person) {
                continue;
            }
            let mut theirs = shares.remove(&client.person).unwrap_or_default();
            theirs.sort_by_key(|share| share.issued_at.utc_ms());
            caseload.people.push(CaseloadPerson {
                root,
                client: client.clone(),
                whole: united(&theirs).map(Arc::new),
                shares: theirs,
            });
        }
        caseload
    }

    /// Somebody by their name.
    #[must_use]
    pub fn person(&self, person: RecordId) -> Option<&CaseloadPerson> {
        self.people.iter().find(|one| one.client.person == person)
    }
}

/// Which entry of a person it is, in whatever share it stands.
fn identity(id: RecordId) -> Option<String> {
    let number = id.to_string().split_off(10);
    // A number in a file of format 1 has many zeros in front.
    (!number.starts_with(&"0".repeat(NUMBERED))).then_some(number)
}

/// Shares of one person as one: the union of their entries. Of an entry that was changed since, the
/// share made last has the word.
fn united(shares: &[Arc<Share>]) -> Option<Share> {
    let newest = shares.last()?;
    let mut entries: Vec<Record> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut told: BTreeMap<Moment, Vec<usize>> = BTreeMap::new();
    for share in shares {
        for record in share.journal.records() {
            let name = identity(record.id);
            if let Some(place) = name.as_ref().and_then(|name| places.get(name)) {
                entries[*place] = record.clone();
                continue;
            }
            let at = told.entry(record.happened_at).or_default();
            if at.iter().any(|place| entries[*place].entry == record.entry) {
                continue;
            }
            at.push(entries.len());
            if let Some(name) = name {
                places.insert(name, entries.len());
            }
            entries.push(record.clone());
        }
    }
    let journal: Journal = entries.into_iter().collect();
    let mut counts = BTreeMap::new();
    for record in journal.records() {
        *counts.entry(record.entry.kind().to_owned()).or_default() += 1;
    }
    let sum = |of: fn(&Share) -> usize| shares.iter().map(|share| of(share)).sum();
    Some(Share {
        first: shares.iter().map(|share| share.first).min()?,
        last: shares.iter().map(|share| share.last).max()?,
        counts,
        left_out: None,
        journal,
        unreadable: sum(|share| share.unreadable),
        oversized: sum(|share| share.oversized),
        ahead: sum(|share| share.ahead),
        ..Share::clone(newest)
    })
}

/// What became of something that was set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Nothing that was shared tells that it was taken.
    Unknown,
    /// It was taken and is open.
    Taken,
    /// It was done on this day.
    Done(LocalDay),
    /// It is asked again and again, and was answered last on this day.
    Answered(LocalDay),
}

/// What was set for a person, with the day and what became of each item.
#[must_use]
pub fn fates<'a>(desk: &'a DeskJournal, person: &CaseloadPerson) -> Vec<(Moment, &'a Entry, Fate)> {
    let sent = desk.all_of::<SentItems>();
    let sent = sent.filter(|(_, _, sent)| sent.person == person.client.person);
    let mut fates = Vec::new();
    for (_, record, sent) in sent {
        for item in &sent.items {
            let fate = person
                .whole
                .as_ref()
                .map_or(Fate::Unknown, |whole| fate(whole, item));
            fates.push((record.happened_at, item, fate));
        }
    }
    fates
}

fn fate(whole: &Share, item: &Entry) -> Fate {
    if !is_taken(&whole.journal, item) {
        return Fate::Unknown;
    }
    let done = whole
        .journal
        .entries()
        .find_map(|(_, record)| match (&record.entry, item) {
            (Entry::Assignment(known), Entry::Assignment(item)) if known.what == item.what => {
                known.done
            }
            _ => None,
        });
    if let Some(done) = done {
        return Fate::Done(done);
    }
    let repeated = match item {
        Entry::Assignment(task) if task.every_weeks.is_some() => task.instrument.as_deref(),
        _ => None,
    };
    let answered = repeated.and_then(|instrument| last_result(&whole.journal, instrument));
    answered.map_or(Fate::Taken, |(_, record, _)| {
        Fate::Answered(record.local_day)
    })
}

impl CaseloadPerson {
    /// The therapist's notes about them, the newest first.
    #[must_use]
    pub fn notes<'a>(&self, desk: &'a DeskJournal) -> Vec<(RecordId, Moment, &'a DeskNote)> {
        let all = desk.all_of::<DeskNote>().rev();
        let theirs = all.filter(|(_, _, note)| note.person == self.client.person);
        theirs
            .map(|(root, record, note)| (root, record.happened_at, note))
            .collect()
    }
}
