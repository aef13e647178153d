//! Making a bundle of what was chosen.

use std::collections::BTreeMap;

use serde::Serialize;

use super::envelope::pad;
use super::redact::{Mask, Redactor};
use super::selection::Selection;
use super::{FORMAT, NAME, NotWritten};
use crate::journal::RecordId;
use crate::log::{Entry, Journal, Record};
use crate::time::{LocalDay, Moment};

/// A new name for a person's shares, of 80 of these random bits.
#[must_use]
pub fn new_person(random: u128) -> RecordId {
    RecordId::next(None, 0, random)
}

#[derive(Serialize)]
struct Head<'a> {
    ebb: &'a str,
    v: u16,
    person: RecordId,
    issued_at: Moment,
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

/// Writes what was chosen, one entry a line. `person` is the [name](crate::log::ShareKey::person)
/// under which this person shares; `notice` says to whoever opens it what may be done with it. In
/// the United States 42 CFR part 2 asks for one.
///
/// The same choice of the same entries gives the same bytes, whatever else the journal holds,
/// as long as nothing is to be said about what was left out.
///
/// # Errors
/// [`NotWritten`], which no journal causes.
pub fn bundle(
    journal: &Journal,
    selection: &Selection,
    person: RecordId,
    issued_at: Moment,
    notice: &str,
) -> Result<Vec<u8>, NotWritten> {
    let chosen = chosen(journal, selection);
    let ids = new_ids(&chosen);
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
        person,
        issued_at,
        first: selection.first,
        last: selection.last,
        notice,
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

/// New ids: the time of the entry, which it carries anyway, and its number.
fn new_ids(chosen: &[(RecordId, &Record)]) -> BTreeMap<RecordId, RecordId> {
    let numbered = chosen.iter().zip(1_u128..);
    numbered
        .map(|((root, record), number)| {
            let id = RecordId::next(None, record.happened_at.utc_ms(), number);
            (*root, id)
        })
        .collect()
}
