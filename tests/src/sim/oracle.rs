//! What must be true of the disk, whatever went wrong.

use std::collections::{BTreeMap, BTreeSet};

use ebb_core::journal::{Journal, Record, RecordId, decode};
use ebb_core::store::{
    Held, Opened, Quarantined, Seal, StoreError, Table, is_sealed, read_segment,
};

use super::schedule::secret_of;
use super::tab::{Step, shown_of};
use super::toy::{KEYS, Toy};
use super::written::Written;

/// What was asked for, what was acknowledged and what was ever seen on the disk.
pub struct Oracle<E: Written> {
    /// Everything that has to be there, unless nobody can see it any more.
    pub kept: Journal<E>,
    actions: Vec<Vec<RecordId>>,
    asked: BTreeMap<RecordId, Record<E>>,
    /// What the draft may be.
    drafts: BTreeSet<Option<Vec<u8>>>,
    quarantined: BTreeMap<(Table, String), Vec<u8>>,
    /// What a compaction has erased and nobody has tried to store again since.
    gone: BTreeSet<RecordId>,
    /// Whether everything is sealed, or plain, since a conversion came to its end.
    form: Option<bool>,
}

impl<E: Written> Default for Oracle<E> {
    fn default() -> Self {
        Self {
            kept: Journal::default(),
            actions: Vec::new(),
            asked: BTreeMap::new(),
            drafts: BTreeSet::from([None]),
            quarantined: BTreeMap::new(),
            gone: BTreeSet::new(),
            form: None,
        }
    }
}

fn promise(held: bool, what: &str) -> Result<(), String> {
    if held { Ok(()) } else { Err(what.to_owned()) }
}

impl<E: Written> Oracle<E> {
    /// A step is about to be tried.
    pub fn asks(&mut self, step: &Step<E>) {
        match step {
            Step::Append(records, finish) => {
                self.actions.push(records.iter().map(|r| r.id).collect());
                for record in records {
                    self.gone.remove(&record.id);
                }
                self.asked.extend(records.iter().map(|r| (r.id, r.clone())));
                if *finish {
                    self.drafts.insert(None);
                }
            }
            Step::Draft(bytes) => {
                self.drafts.insert(Some(bytes.clone()));
            }
            Step::Switch(_) => self.form = None,
            _ => {}
        }
    }

    /// A step was acknowledged; `alone` when nothing else was going on.
    pub fn acknowledged(&mut self, step: &Step<E>, alone: bool) {
        let draft = match step {
            Step::Append(records, finish) => {
                for record in records {
                    self.kept.absorb(record.clone());
                }
                finish.then_some(None)
            }
            Step::Draft(bytes) => Some(Some(bytes.clone())),
            _ => None,
        };
        if let Some(draft) = draft
            && alone
        {
            self.drafts = BTreeSet::from([draft]);
        }
    }

    /// Whether it was right to say that an id is taken: only when its own value was cut short.
    ///
    /// # Errors
    /// What is wrong.
    pub fn taken(records: &[Record<E>], cut: &BTreeSet<(Table, String)>) -> Result<(), String> {
        let torn = |record: &Record<E>| {
            let key = record.id.to_string();
            [Table::Records, Table::Segments]
                .iter()
                .any(|table| cut.contains(&(*table, key.clone())))
        };
        promise(
            records.iter().any(torn),
            "an id that nobody else can have was refused as taken",
        )
    }

    /// What any tab read, however old its view: nothing strange, no half of an action.
    ///
    /// # Errors
    /// What is wrong.
    pub fn plausible(&self, journal: &Journal<E>) -> Result<(), String> {
        for record in journal.records() {
            promise(
                self.asked.get(&record.id) == Some(record),
                "a record shows that nobody wrote",
            )?;
        }
        let mut halves = self.actions.iter().filter(|action| {
            let shown = action.iter().filter(|id| journal.record(**id).is_some());
            let shown = shown.count();
            shown > 0 && shown < action.len()
        });
        let Some(first) = halves.next() else {
            return Ok(());
        };
        let mut all = self.kept.clone();
        all.merge(journal);
        let erasable: BTreeSet<_> = all.erasable().into_iter().collect();
        let mut half = std::iter::once(first).chain(halves).flatten();
        promise(
            half.all(|id| journal.record(*id).is_some() || erasable.contains(id)),
            "half of an action shows",
        )
    }

    /// What a tab read that had `before` already: whatever other tabs do meanwhile, nothing is
    /// missing now.
    ///
    /// # Errors
    /// What is wrong.
    pub fn looked_again(&self, before: &Journal<E>, now: &Journal<E>) -> Result<(), String> {
        self.plausible(now)?;
        let mut missing = before.records().filter(|r| now.record(r.id).is_none());
        let Some(first) = missing.next() else {
            return Ok(());
        };
        let mut all = self.kept.clone();
        all.merge(now);
        // It may have seen what was never acknowledged, and deleted it.
        all.merge(before);
        let erasable: BTreeSet<_> = all.erasable().into_iter().collect();
        let mut missing = std::iter::once(first).chain(missing);
        promise(
            missing.all(|record| erasable.contains(&record.id)),
            "a tab misses what it had seen",
        )
    }

    /// What a tab read that sees everything there is.
    ///
    /// # Errors
    /// What is wrong.
    pub fn opened(
        &mut self,
        opened: &Opened<E>,
        held: &Held,
        cut: &BTreeSet<(Table, String)>,
    ) -> Result<(), String> {
        self.plausible(&opened.journal)?;
        // What is on the disk stays, whether it was acknowledged or not.
        self.kept.merge(&opened.journal);
        let erasable: BTreeSet<_> = self.kept.erasable().into_iter().collect();
        for record in self.kept.records() {
            let there = opened.journal.record(record.id).is_some();
            promise(
                there || erasable.contains(&record.id),
                "an acknowledged record is lost",
            )?;
        }
        promise(
            self.kept.entries().eq(opened.journal.entries()),
            "what a person sees has changed",
        )?;
        promise(opened.locked == 0, "something is locked for its owner")?;
        self.quarantined(&opened.quarantined, held, cut)?;
        let back = |record: &Record<E>| self.gone.contains(&record.id);
        promise(
            !opened.journal.records().any(back),
            "an erased record has come back",
        )?;
        if let Some(sealed) = self.form {
            all_in_form::<E>(held, sealed)?;
        }
        promise(
            independently_read(held) == opened.journal,
            "replay is not segments and tail",
        )
    }

    fn quarantined(
        &mut self,
        quarantined: &[Quarantined],
        held: &Held,
        cut: &BTreeSet<(Table, String)>,
    ) -> Result<(), String> {
        let held: BTreeMap<_, _> = opened_values(held)
            .into_iter()
            .map(|(place, bytes, _)| (place, bytes))
            .collect();
        for Quarantined { table, key, .. } in quarantined {
            let place = (*table, key.clone());
            promise(cut.contains(&place), "a whole value was quarantined")?;
            let bytes = held.get(&place).cloned().unwrap_or_default();
            self.quarantined.entry(place).or_insert(bytes);
        }
        for (place, bytes) in &self.quarantined {
            // A segment that did not read back holds nothing but copies, and may be taken away. So
            // may the remains of a record that a person deleted or changed since.
            let over = |r: &Record<E>| r.replaces.is_some_and(|id| id.to_string() == place.1);
            let spare = place.0 == Table::Segments || self.kept.records().any(over);
            let gone = spare && !held.contains_key(place);
            promise(
                gone || held.get(place) == Some(bytes),
                "what was quarantined has changed",
            )?;
        }
        Ok(())
    }

    /// The draft, as read.
    ///
    /// # Errors
    /// What is wrong.
    pub fn draft(
        &mut self,
        draft: Option<Vec<u8>>,
        cut: &BTreeSet<(Table, String)>,
    ) -> Result<(), String> {
        // So is what the newest manifest may have said of it, when that was cut short.
        let names = KEYS.map(|seal| Toy(seal).name("drafts/form"));
        let torn = cut.iter().any(|(table, key)| {
            *table == Table::Drafts || key.starts_with("manifest") || names.contains(key)
        });
        promise(
            torn || self.drafts.contains(&draft),
            "the draft is not what was kept",
        )?;
        self.drafts = BTreeSet::from([draft]);
        Ok(())
    }

    /// What was kept for the first screen, as read: what the journal shows now, or nothing.
    ///
    /// # Errors
    /// What is wrong.
    pub fn home_cache(home_cache: Option<&[u8]>, journal: &Journal<E>) -> Result<(), String> {
        promise(
            home_cache.is_none_or(|cache| cache == shown_of(journal)),
            "the first screen shows what is not so any more",
        )
    }

    /// After a compaction of `journal`: nothing it could erase is anywhere in the bytes.
    ///
    /// # Errors
    /// What is wrong.
    pub fn erased(&mut self, journal: &Journal<E>, held: &Held) -> Result<(), String> {
        let erasable = journal.erasable();
        let gone: BTreeSet<_> = erasable.iter().copied().collect();
        // A restored entry has the words of the one it brings back, under an id of its own.
        let stored = independently_read::<E>(held);
        let others = stored.records().filter(|r| !gone.contains(&r.id));
        let words: BTreeSet<String> = others.map(secret_of).collect();
        let values = plain_values::<E>(held);
        let everything: Vec<_> = values.iter().map(|(_, plain, _)| plain.as_str()).collect();
        let everything = everything.concat();
        for id in erasable {
            let mark = format!("\"id\":\"{id}\"");
            promise(
                !everything.contains(&mark),
                "an erased record is still there",
            )?;
            let record = journal
                .record(id)
                .ok_or("an erasable record is not there")?;
            let secret = secret_of(record);
            promise(
                words.contains(&secret) || secret.is_empty() || !everything.contains(&secret),
                "the words of an erased record are still there",
            )?;
        }
        self.gone.extend(gone);
        Ok(())
    }

    /// After a conversion: everything that can be read is sealed, or plain, and stays so.
    ///
    /// # Errors
    /// What is wrong.
    pub fn converted(&mut self, held: &Held, sealed: bool) -> Result<(), String> {
        self.form = Some(sealed);
        all_in_form::<E>(held, sealed)
    }
}

fn all_in_form<E: Written>(held: &Held, sealed: bool) -> Result<(), String> {
    for ((table, _), _, was_sealed) in plain_values::<E>(held) {
        promise(
            table == Table::Meta || was_sealed == sealed,
            "a value is in the wrong form",
        )?;
    }
    Ok(())
}

/// Every value, opened, where the journal's store has it; and whether it was sealed.
fn opened_values(held: &Held) -> Vec<((Table, String), Vec<u8>, bool)> {
    let values = held.iter().filter_map(|((table, key), stored)| {
        if !is_sealed(stored) {
            return Some(((*table, key.clone()), stored.clone(), false));
        }
        let row = KEYS
            .iter()
            .find_map(|seal| Toy(*seal).open(key, stored).ok())?;
        let (table, rest) = row.split_first()?;
        let table = [Table::Records, Table::Segments, Table::Drafts, Table::Meta]
            .get(usize::from(*table).checked_sub(1)?)?;
        let (key, rest) = cut_off(rest)?;
        let (value, _) = cut_off(rest)?;
        let key = String::from_utf8(key.to_vec()).ok()?;
        Some(((*table, key), value.to_vec(), true))
    });
    values.collect()
}

/// A length of four bytes, so many bytes, and the rest.
fn cut_off(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    rest.split_at_checked(usize::try_from(u32::from_be_bytes(*length)).ok()?)
}

/// Every value that is whole; and whether it was sealed.
fn plain_values<E: Written>(held: &Held) -> Vec<((Table, String), String, bool)> {
    let values = opened_values(held)
        .into_iter()
        .filter_map(|((table, key), plain, sealed)| {
            let text = String::from_utf8(plain).ok()?;
            let whole = match table {
                Table::Records => decode::<E>(text.as_bytes()).is_ok(),
                Table::Segments => read_segment(&key, text.as_bytes()).is_ok(),
                // Cut down to nothing, a draft is neither sealed nor plain.
                Table::Drafts => !text.is_empty(),
                Table::Meta => true,
            };
            whole.then_some(((table, key), text, sealed))
        });
    values.collect()
}

/// The union of segments and tail, read without the store.
fn independently_read<E: Written>(held: &Held) -> Journal<E> {
    let mut journal = Journal::default();
    for ((table, key), text, _) in plain_values::<E>(held) {
        match table {
            Table::Records => {
                journal.absorb(decode(text.as_bytes()).unwrap());
            }
            Table::Segments => {
                for line in read_segment(&key, text.as_bytes()).unwrap() {
                    journal.absorb(decode(line.as_bytes()).unwrap());
                }
            }
            Table::Drafts | Table::Meta => {}
        }
    }
    journal
}

/// Merging is commutative, associative and idempotent.
///
/// # Errors
/// What is wrong.
pub fn merges<E: Written>(a: &Journal<E>, b: &Journal<E>, c: &Journal<E>) -> Result<(), String> {
    let merged = |left: &Journal<E>, right: &Journal<E>| {
        let mut all = left.clone();
        all.merge(right);
        all
    };
    promise(merged(a, b) == merged(b, a), "merging is not commutative")?;
    promise(
        merged(&merged(a, b), c) == merged(a, &merged(b, c)),
        "merging is not associative",
    )?;
    promise(merged(a, a) == *a, "merging is not idempotent")
}

/// Errors that a step may end with.
#[must_use]
pub const fn allowed(error: StoreError) -> bool {
    matches!(
        error,
        StoreError::Full | StoreError::Taken | StoreError::Changed | StoreError::Failed
    )
}
