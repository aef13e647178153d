//! Making a bundle of what was chosen.

use std::collections::BTreeMap;

use hmac::{Hmac, Mac};
use serde::Serialize;
use sha2::Sha256;

use super::envelope::pad;
use super::key::PublicKey;
use super::redact::{Mask, Redactor};
use super::selection::Selection;
use super::signing::{Renewal, SigningKey};
use super::{FORMAT, NAME, NotWritten, PADDED_TO};
use crate::journal::RecordId;
use crate::log::{Entry, Journal, Record};
use crate::text::Note;
use crate::time::{LocalDay, Moment};

/// A new name for a person's shares, of 80 of these random bits.
#[must_use]
pub fn new_person(random: u128) -> RecordId {
    RecordId::next(None, 0, random)
}

/// Who shares, with whom, and until when it may be kept.
#[derive(Clone, Copy, Debug)]
pub struct Terms<'a> {
    /// The [name](crate::log::ShareKey::person) under which this person shares with them.
    pub person: RecordId,
    /// What only the person knows of that name: ids of entries come from it, so that they are the
    /// same in every share with them and in no other.
    pub secret: &'a str,
    /// When it is made.
    pub issued_at: Moment,
    /// What is said to whoever opens it of what may be done with it. In the United States
    /// 42 CFR part 2 asks for such a notice.
    pub notice: &'a str,
    /// For whose key; none for a phrase.
    pub to: Option<PublicKey>,
    /// The person's own key, for what is sent back.
    pub reply: Option<PublicKey>,
    /// The last day on which it may be kept.
    pub expires: Option<LocalDay>,
    /// What it is for.
    pub purpose: Option<&'a Note>,
    /// The former signing keys' word for the present one, oldest first.
    pub renewed: &'a [Renewal],
}

impl<'a> Terms<'a> {
    /// Terms that say nothing of whom it is for and how long it may be kept.
    #[must_use]
    pub const fn new(
        person: RecordId,
        secret: &'a str,
        issued_at: Moment,
        notice: &'a str,
    ) -> Self {
        Self {
            person,
            secret,
            issued_at,
            notice,
            to: None,
            reply: None,
            expires: None,
            purpose: None,
            renewed: &[],
        }
    }
}

#[derive(Serialize)]
struct Head<'a> {
    ebb: &'a str,
    v: u16,
    person: RecordId,
    issued_at: Moment,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expires: Option<LocalDay>,
    #[serde(skip_serializing_if = "Option::is_none")]
    purpose: Option<&'a Note>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    renewed: &'a [Renewal],
    first: LocalDay,
    last: LocalDay,
    notice: &'a str,
    count: usize,
    counts: &'a BTreeMap<&'static str, usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    left_out: Option<BTreeMap<&'static str, usize>>,
}

#[derive(Serialize)]
struct Line<'a> {
    id: RecordId,
    happened_at: Moment,
    local_day: LocalDay,
    entry: &'a Entry,
}

/// Writes what was chosen, one entry a line.
///
/// The same choice of the same entries gives the same bytes, whatever else the journal holds,
/// as long as nothing is to be said about what was left out.
///
/// # Errors
/// [`NotWritten`], which no journal causes.
pub fn bundle(
    journal: &Journal,
    selection: &Selection,
    terms: &Terms<'_>,
) -> Result<Vec<u8>, NotWritten> {
    let chosen = chosen(journal, selection);
    let ids = new_ids(&chosen, terms.secret).ok_or(NotWritten)?;
    let mut mask = (!selection.names).then(|| Mask::of(journal));
    let mut redactor = Redactor {
        notes: selection.notes,
        mask: mask.as_mut(),
        ids: &ids,
        notes_out: 0,
    };
    let mut lines = Vec::new();
    let mut counts = BTreeMap::new();
    for (root, record) in &chosen {
        let mut entry = record.entry.clone();
        redactor.redact(&mut entry);
        let line = Line {
            id: ids.get(root).copied().ok_or(NotWritten)?,
            happened_at: record.happened_at,
            local_day: record.local_day,
            entry: &entry,
        };
        lines.extend_from_slice(if lines.is_empty() { b"\n" } else { b",\n" });
        serde_json::to_writer(&mut lines, &line).map_err(|_| NotWritten)?;
        *counts.entry(entry.kind()).or_default() += 1;
    }
    let notes_out = redactor.notes_out;
    let left_out = selection.tell_left_out.then(|| {
        let mut left_out = selection.left_out(journal);
        if notes_out > 0 {
            left_out.insert("note", notes_out);
        }
        left_out
    });
    let head = Head {
        ebb: NAME,
        v: FORMAT,
        person: terms.person,
        issued_at: terms.issued_at,
        to: terms.to.map(|key| key.text()),
        reply: terms.reply.map(|key| key.text()),
        expires: terms.expires,
        purpose: terms.purpose,
        renewed: terms.renewed,
        first: selection.first,
        last: selection.last,
        notice: terms.notice,
        count: chosen.len(),
        counts: &counts,
        left_out,
    };
    let mut bytes = serde_json::to_vec(&head).map_err(|_| NotWritten)?;
    bytes.pop();
    bytes.extend_from_slice(br#","entries":["#);
    bytes.append(&mut lines);
    bytes.extend_from_slice(b"\n]}");
    pad(&mut bytes);
    Ok(bytes)
}

/// What goes: the chosen entries, and with each what belongs to it.
fn chosen<'a>(journal: &'a Journal, selection: &Selection) -> Vec<(RecordId, &'a Record)> {
    let mut chosen = Vec::new();
    for (root, record, kind) in selection.offered(journal) {
        if selection.takes(root, kind) {
            chosen.push((root, record));
            chosen.extend(journal.children(root));
        }
    }
    chosen
}

/// New ids: the time of the entry, which it carries anyway, and a number that only the person can
/// tell from the entry's own id: 80 bits of HMAC-SHA256 by the secret.
fn new_ids(chosen: &[(RecordId, &Record)], secret: &str) -> Option<BTreeMap<RecordId, RecordId>> {
    let mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).ok()?;
    let ids = chosen.iter().map(|(root, record)| {
        let mut mac = mac.clone();
        mac.update(root.to_string().as_bytes());
        let digest = mac.finalize().into_bytes();
        let number = digest[..10]
            .iter()
            .fold(0_u128, |n, byte| n << 8 | u128::from(*byte));
        (
            *root,
            RecordId::next(None, record.happened_at.utc_ms(), number),
        )
    });
    Some(ids.collect())
}

#[derive(Serialize)]
struct Outside<'a> {
    ebb: &'a str,
    v: u16,
    key: String,
    signature: String,
}

/// Signs a bundle of a share or of assignments.
///
/// # Errors
/// [`NotWritten`] when it is none.
pub fn sign(bundle: &[u8], with: &SigningKey) -> Result<Vec<u8>, NotWritten> {
    let inside = bundle.trim_ascii();
    let ebb = [NAME, super::assignment::NAME]
        .into_iter()
        .find(|name| inside.starts_with(format!(r#"{{"ebb":"{name}""#).as_bytes()))
        .ok_or(NotWritten)?;
    let outside = Outside {
        ebb,
        v: FORMAT,
        key: with.signer().text(),
        signature: with.sign_bundle(inside),
    };
    let mut bytes = serde_json::to_vec(&outside).map_err(|_| NotWritten)?;
    bytes.pop();
    bytes.reserve(inside.len() + PADDED_TO);
    bytes.extend_from_slice(br#","signed":"#);
    bytes.extend_from_slice(inside);
    bytes.push(b'}');
    pad(&mut bytes);
    Ok(bytes)
}
