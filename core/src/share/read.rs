//! Reading a bundle, without taking its word for anything.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::card::Card;
use super::category::Category;
use super::envelope::{each, signed_text_of};
use super::key::PublicKey;
use super::shown::make_safe;
use super::signing::{Renewal, Signer};
use super::{FORMAT, NAME, ShareError, ShareLimits};
use crate::insight::Span;
use crate::journal::{DeviceId, RecordId};
use crate::log::{Entry, Journal, Record};
use crate::text::Note;
use crate::time::{DayBoundary, LocalDay, Moment};

/// A share that was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// Whose it is: the same in every share of one person.
    pub person: RecordId,
    /// Who signed it: the same in every share of one person with this recipient. `None` when it
    /// is not signed, and then anybody may have made it.
    pub signer: Option<Signer>,
    /// Former signing keys' word for the present one, oldest first. They are not checked here: see
    /// [`Self::follows`].
    pub renewed: Vec<Renewal>,
    /// For whose key it was made.
    pub to: Option<PublicKey>,
    /// The person's own key, for what is sent back.
    pub reply: Option<PublicKey>,
    /// The last day on which it may be kept.
    pub expires: Option<LocalDay>,
    /// What it is for.
    pub purpose: Option<Note>,
    /// When it was made, by the clock of that device.
    pub issued_at: Moment,
    /// The first day it is about.
    pub first: LocalDay,
    /// The last.
    pub last: LocalDay,
    /// What it says about passing it on.
    pub notice: String,
    /// How many entries of each kind it holds, by the kinds of the journal's format.
    pub counts: BTreeMap<String, usize>,
    /// How many of each kind were left out, and `note` for notes; `None` when it does not say.
    pub left_out: Option<BTreeMap<String, usize>>,
    /// The entries. Ids are of this share alone; device and time of writing are not known, and
    /// stand as 0 and as when it happened.
    pub journal: Journal,
    /// Entries that could not be read.
    pub unreadable: usize,
    /// Entries that were larger than is read.
    pub oversized: usize,
    /// Entries of days after the share was made: a clock was wrong, or the file was changed.
    pub ahead: usize,
}

/// Borrowed, so that nothing is held twice.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Reading<'a> {
    #[serde(borrow)]
    ebb: Cow<'a, str>,
    v: u16,
    person: RecordId,
    issued_at: Moment,
    #[serde(default)]
    to: Option<String>,
    #[serde(default)]
    reply: Option<String>,
    #[serde(default)]
    expires: Option<LocalDay>,
    #[serde(default)]
    purpose: Option<Note>,
    #[serde(default)]
    renewed: Vec<Renewal>,
    first: LocalDay,
    last: LocalDay,
    notice: String,
    count: usize,
    counts: BTreeMap<String, usize>,
    #[serde(default)]
    left_out: Option<BTreeMap<String, usize>>,
    #[serde(borrow)]
    entries: &'a RawValue,
}

/// A signed bundle, with what was signed read on the way.
#[derive(Deserialize)]
struct Signed<'a> {
    key: &'a str,
    #[serde(borrow)]
    signed: Reading<'a>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    id: RecordId,
    happened_at: Moment,
    local_day: LocalDay,
    entry: Entry,
}

/// Reads a bundle. Entries that cannot be read are counted and do not keep the others from being
/// read. Characters that could make a text read as another one are [replaced](super::shown).
///
/// # Errors
/// [`ShareError`]
pub fn read(bytes: &[u8], limits: &ShareLimits) -> Result<Share, ShareError> {
    let (text, signer) = signed_text_of(bytes, NAME, limits.bytes)?;
    let read: Reading<'_> = serde_json::from_str(text).map_err(|_| ShareError::Damaged)?;
    share_of(read, signer, limits)
}

/// Reads a bundle once more that [`read`] took, from where nobody else can write. Its signature is
/// taken as checked: that takes ten times as long as all the rest.
///
/// # Errors
/// [`ShareError`]
pub(crate) fn read_again(bundle: &str, limits: &ShareLimits) -> Result<Share, ShareError> {
    let (read, signer) = match serde_json::from_str::<Signed<'_>>(bundle) {
        Ok(outside) => (outside.signed, Some(outside.key)),
        // Made for a phrase, or from before there were signatures.
        Err(_) => (
            serde_json::from_str(bundle).map_err(|_| ShareError::Damaged)?,
            None,
        ),
    };
    let signer = signer.map(Signer::parse_again).transpose();
    let signer = signer.map_err(|_| ShareError::Forged)?;
    if read.v > FORMAT {
        return Err(ShareError::Newer);
    }
    if read.ebb != NAME || read.v == 0 {
        return Err(ShareError::Foreign);
    }
    share_of(read, signer, limits)
}

fn share_of(
    read: Reading<'_>,
    signer: Option<Signer>,
    limits: &ShareLimits,
) -> Result<Share, ShareError> {
    if read.count > limits.entries {
        return Err(ShareError::TooManyEntries);
    }
    if read.first > read.last {
        return Err(ShareError::Damaged);
    }
    let to = key_of(read.to.as_deref())?;
    // A signature that says not for whom could be shown to anybody.
    if signer.is_some() && to.is_none() {
        return Err(ShareError::Damaged);
    }
    let purpose = read
        .purpose
        .map(|note| super::shown(note.as_str()).into_owned());
    let mut share = Share {
        person: read.person,
        signer,
        renewed: read.renewed,
        to,
        reply: key_of(read.reply.as_deref())?,
        expires: read.expires,
        purpose: purpose.and_then(|text| Note::new(text).ok()),
        issued_at: read.issued_at,
        first: read.first,
        last: read.last,
        notice: super::shown(&read.notice).into_owned(),
        counts: BTreeMap::new(),
        left_out: read.left_out,
        journal: Journal::default(),
        unreadable: 0,
        oversized: 0,
        ahead: 0,
    };
    let mut records = Vec::new();
    let count = each(read.entries, limits.entries, &mut |raw| {
        records.extend(share.take(raw.get(), limits));
    })?;
    share.journal = records.into_iter().collect();
    let found = share.entries();
    // What is told and what is there must be the same, or somebody has cut or added something.
    let aside = share.unreadable + share.oversized;
    let told: usize = read.counts.values().sum();
    let same = aside > 0 || read.counts == share.counts;
    if count != read.count || told != read.count || found + aside != count || !same {
        return Err(ShareError::Damaged);
    }
    Ok(share)
}

fn key_of(text: Option<&str>) -> Result<Option<PublicKey>, ShareError> {
    let key = text.map(PublicKey::parse).transpose();
    key.map_err(|_| ShareError::Damaged)
}

impl Share {
    /// The public keys of whoever made it, by whose words they can be known.
    #[must_use]
    pub fn card(&self) -> Option<Card> {
        Some(Card {
            signer: self.signer,
            ..self.reply?.into()
        })
    }

    /// Whether it may be read today by the owner of these keys.
    ///
    /// # Errors
    /// [`ShareError::OtherRecipient`] when it was signed for somebody else and passed on,
    /// [`ShareError::Expired`] when it may not be kept any more.
    pub fn check(&self, own: &[PublicKey], today: LocalDay) -> Result<(), ShareError> {
        if self.to.is_some_and(|to| !own.contains(&to)) {
            return Err(ShareError::OtherRecipient);
        }
        if self.expires.is_some_and(|expires| expires < today) {
            return Err(ShareError::Expired);
        }
        Ok(())
    }

    /// Whether it was signed by this key, or by one that takes its place by its own word.
    #[must_use]
    pub fn follows(&self, known: Signer) -> bool {
        let Some(signer) = self.signer else {
            return false;
        };
        let after = self.renewed.iter().skip(1).map(|next| next.key);
        let mut at = known;
        for (renewal, after) in self.renewed.iter().zip(after.chain([signer])) {
            if renewal.key == at && renewal.is_of(&after.text()) {
                at = after;
            }
        }
        at == signer
    }

    /// How many entries it holds.
    #[must_use]
    pub fn entries(&self) -> usize {
        self.journal.records().count()
    }

    /// Its days as a span to look back over: at most the last [`Span::LONGEST`].
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        let days = self.last.days_since(self.first) + 1;
        let days = u16::try_from(days).unwrap_or(Span::LONGEST);
        Span::ending(self.last, days.min(Span::LONGEST)).ok()
    }

    /// Counts one entry, and gives it if it can be read.
    fn take(&mut self, json: &str, limits: &ShareLimits) -> Option<Record> {
        if json.len() > limits.entry_bytes {
            self.oversized += 1;
            return None;
        }
        let line = serde_json::from_str::<Line>(json).ok();
        let Some(mut line) = line.filter(|line| Category::of(&line.entry).is_some()) else {
            self.unreadable += 1;
            return None;
        };
        make_safe(&mut line.entry);
        let kind = line.entry.kind();
        match self.counts.get_mut(kind) {
            Some(count) => *count += 1,
            None => drop(self.counts.insert(kind.to_owned(), 1)),
        }
        let made_on = self.issued_at.local_day(DayBoundary::default());
        self.ahead += usize::from(line.local_day > made_on.plus(1));
        Some(Record {
            id: line.id,
            device: DeviceId::new(0),
            written_at: line.happened_at,
            happened_at: line.happened_at,
            local_day: line.local_day,
            replaces: None,
            entry: line.entry,
        })
    }
}

/// Shares of one person, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shares(Vec<Arc<Share>>);

impl Shares {
    /// Adds a share and says whether it was new; the same one twice is one.
    ///
    /// # Errors
    /// [`ShareError::OtherPerson`]: those of two people are never laid side by side.
    pub fn add(&mut self, share: Share) -> Result<bool, ShareError> {
        if self.0.iter().any(|known| known.person != share.person) {
            return Err(ShareError::OtherPerson);
        }
        if self.0.iter().any(|known| **known == share) {
            return Ok(false);
        }
        let later = |known: &Arc<Share>| known.issued_at.utc_ms() <= share.issued_at.utc_ms();
        let at = self.0.partition_point(later);
        self.0.insert(at, Arc::new(share));
        Ok(true)
    }

    /// All of them, oldest first.
    #[must_use]
    pub fn all(&self) -> &[Arc<Share>] {
        &self.0
    }

    /// One of them and, when there is one, the one before it: what it is compared with.
    #[must_use]
    pub fn at(&self, place: usize) -> Option<(&Arc<Share>, Option<&Arc<Share>>)> {
        let share = self.0.get(place)?;
        let earlier = place.checked_sub(1).and_then(|earlier| self.0.get(earlier));
        Some((share, earlier))
    }
}
