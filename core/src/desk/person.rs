//! One person with all that they shared.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Client, DeskJournal, DeskNote, Received, SentItems};
use crate::journal::{Payload, RecordId};
use crate::log::{Entry, Journal, Record};
use crate::queries::last_result;
use crate::share::{Share, ShareLimits, is_taken, read_again};
use crate::time::{LocalDay, Moment};

/// Ids with smaller random bits are numbers in one file (format 1), not of the entry.
const SMALLEST_NAME: u128 = 1 << 30;

/// What is kept of somebody, by the names of its records. Nothing is read to find them, and two that
/// are equal stand for the same words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClientRecords {
    /// The person.
    pub person: RecordId,
    /// The root of what is known of them.
    pub root: RecordId,
    /// The newest version of it.
    pub version: RecordId,
    /// Their shares.
    pub shares: Vec<RecordId>,
}

impl ClientRecords {
    /// Those of everybody.
    #[must_use]
    pub fn all(desk: &DeskJournal) -> Vec<Self> {
        let mut shares: BTreeMap<RecordId, Vec<RecordId>> = BTreeMap::new();
        for (root, _, share) in desk.all_of::<Received>() {
            shares.entry(share.person).or_default().push(root);
        }
        let mut found: BTreeMap<RecordId, Self> = BTreeMap::new();
        for (root, record, client) in desk.all_of::<Client>() {
            let person = client.person;
            found.entry(person).or_insert_with(|| Self {
                person,
                root,
                version: record.id,
                shares: shares.remove(&person).unwrap_or_default(),
            });
        }
        found.into_values().collect()
    }

    /// Those of one person; `None` when nothing is known of them.
    #[must_use]
    pub fn of(desk: &DeskJournal, person: RecordId) -> Option<Self> {
        let mut clients = desk.all_of::<Client>();
        let (root, record, _) = clients.find(|(_, _, client)| client.person == person)?;
        let shares = desk.all_of::<Received>();
        let theirs = shares.filter(|(_, _, share)| share.person == person);
        Some(Self {
            person,
            root,
            version: record.id,
            shares: theirs.map(|(root, _, _)| root).collect(),
        })
    }
}

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
    /// Shares that could not be read again.
    pub unreadable: usize,
}

impl CaseloadPerson {
    /// Reads what is kept of one person; `None` when they are gone from the desk.
    ///
    /// Signatures are not checked again: that was done before anything was kept, by
    /// [`take_in`](super::take_in) or, for a backup, by [`is_genuine`](super::backup::is_genuine), and
    /// whoever could change what is kept since has the key of the desk.
    #[must_use]
    pub fn read(desk: &DeskJournal, records: &ClientRecords) -> Option<Self> {
        let client = Client::of(&desk.get(records.root)?.entry)?;
        let limits = ShareLimits::default();
        let (mut shares, mut unreadable) = (Vec::new(), 0);
        let kept = records.shares.iter().filter_map(|root| desk.get(*root));
        for kept in kept.filter_map(|record| Received::of(&record.entry)) {
            match read_again(&kept.bundle, &limits) {
                Ok(share) if share.person == kept.person => shares.push(Arc::new(share)),
                _ => unreadable += 1,
            }
        }
        shares.sort_by_key(|share| share.issued_at.utc_ms());
        Some(Self {
            root: records.root,
            client: client.clone(),
            whole: united(&shares).map(Arc::new),
            shares,
            unreadable,
        })
    }

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

/// Which entry of a person it is, in whatever share it stands.
fn identity(id: RecordId) -> Option<u128> {
    let name = id.random();
    (name >= SMALLEST_NAME).then_some(name)
}

/// Shares of one person as one: the union of their entries. Of an entry that was changed since, the
/// share made last has the word.
fn united(shares: &[Arc<Share>]) -> Option<Share> {
    let newest = shares.last()?;
    let mut entries: Vec<Record> = Vec::new();
    let mut places: BTreeMap<u128, usize> = BTreeMap::new();
    let mut told: BTreeMap<Moment, Vec<usize>> = BTreeMap::new();
    for share in shares {
        for record in share.journal.records() {
            let name = identity(record.id);
            if let Some(place) = name.and_then(|name| places.get(&name)) {
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
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for record in journal.records() {
        *counts.entry(record.entry.kind()).or_default() += 1;
    }
    let counts = counts.into_iter().map(|(kind, n)| (kind.to_owned(), n));
    let sum = |of: fn(&Share) -> usize| shares.iter().map(|share| of(share)).sum();
    Some(Share {
        first: shares.iter().map(|share| share.first).min()?,
        last: shares.iter().map(|share| share.last).max()?,
        counts: counts.collect(),
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
