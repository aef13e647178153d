//! A storage that forgets everything when the program ends.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::backend::{Backend, Op, StoreError, Stored, Table};

/// What a [`Memory`] holds, by table and key.
pub type Held = BTreeMap<(Table, String), Vec<u8>>;

/// A storage in memory. Clones share what they hold, as the tabs of one browser do.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    held: Arc<Mutex<Held>>,
}

impl Memory {
    /// Holding this from the start.
    #[must_use]
    pub fn holding(held: Held) -> Self {
        Self {
            held: Arc::new(Mutex::new(held)),
        }
    }

    fn locked(&self) -> MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A copy of all it holds.
    #[must_use]
    pub fn held(&self) -> Held {
        self.locked().clone()
    }
}

/// Carries out `ops` on `held`, all of them or none.
///
/// # Errors
/// [`StoreError::Taken`] and [`StoreError::Changed`], as [`Op`] says.
pub fn apply(held: &mut Held, ops: Vec<Op>) -> Result<(), StoreError> {
    let mut undo = Vec::new();
    let done = ops
        .into_iter()
        .try_for_each(|op| apply_one(held, op, &mut undo));
    if done.is_err() {
        for (place, before) in undo.into_iter().rev() {
            match before {
                Some(bytes) => held.insert(place, bytes),
                None => held.remove(&place),
            };
        }
    }
    done
}

type Undo = Vec<((Table, String), Option<Vec<u8>>)>;

fn apply_one(held: &mut Held, op: Op, undo: &mut Undo) -> Result<(), StoreError> {
    match op {
        Op::Add { table, key, bytes } => {
            let place = (table, key);
            if held.contains_key(&place) {
                return Err(StoreError::Taken);
            }
            held.insert(place.clone(), bytes);
            undo.push((place, None));
        }
        Op::Put { table, key, bytes } => {
            let place = (table, key);
            let before = held.insert(place.clone(), bytes);
            undo.push((place, before));
        }
        Op::Delete { table, key } => {
            let place = (table, key);
            let before = held.remove(&place);
            undo.push((place, before));
        }
        Op::Clear { table: cleared } => {
            let gone = table(held, cleared);
            held.retain(|(of, _), _| *of != cleared);
            undo.extend(
                gone.into_iter()
                    .map(|(key, bytes)| ((cleared, key), Some(bytes))),
            );
        }
        Op::Expect { table, key, bytes } => {
            if held.get(&(table, key)) != bytes.as_ref() {
                return Err(StoreError::Changed);
            }
        }
    }
    Ok(())
}

/// Everything in a table of `held`, by key.
#[must_use]
pub fn table(held: &Held, table: Table) -> Vec<Stored> {
    held.range((table, String::new())..)
        .take_while(|((of, _), _)| *of == table)
        .map(|((_, key), bytes)| (key.clone(), bytes.clone()))
        .collect()
}

impl Backend for Memory {
    async fn read_all(&self, table_: Table) -> Result<impl Iterator<Item = Stored>, StoreError> {
        Ok(table(&self.locked(), table_).into_iter())
    }

    async fn read(&self, table: Table, keys: &[String]) -> Result<Vec<Stored>, StoreError> {
        let held = self.locked();
        let found = keys.iter().filter_map(|key| {
            let bytes = held.get(&(table, key.clone()))?;
            Some((key.clone(), bytes.clone()))
        });
        Ok(found.collect())
    }

    async fn keys(&self, table_: Table) -> Result<Vec<String>, StoreError> {
        let all = table(&self.locked(), table_);
        Ok(all.into_iter().map(|(key, _)| key).collect())
    }

    async fn commit(&self, ops: Vec<Op>) -> Result<(), StoreError> {
        apply(&mut self.locked(), ops)
    }
}
