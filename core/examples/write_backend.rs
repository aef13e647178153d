//! A storage of one's own: each transaction writes a whole new file and renames it, so that a kill
//! leaves the old one or the new one. `write_backend FILE` opens a store in it and says how much
//! it holds.

use std::error::Error;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::PathBuf;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use ebb_core::journal::RecordId;
use ebb_core::log::Store;
use ebb_core::store::{Backend, Held, Op, StoreError, Stored, Table, apply};

struct OneFile(PathBuf);

impl OneFile {
    fn load(&self) -> Result<Held, StoreError> {
        let Ok(text) = fs::read_to_string(&self.0) else {
            return Ok(Held::new());
        };
        let rows: Vec<(usize, String, Vec<u8>)> =
            serde_json::from_str(&text).map_err(|_| StoreError::Failed)?;
        let place = |(table, key, bytes)| Some(((*Table::ALL.get(table)?, key), bytes));
        Ok(rows.into_iter().filter_map(place).collect())
    }

    fn save(&self, held: &Held) -> Result<(), StoreError> {
        let rows = held.iter().filter_map(|((table, key), bytes)| {
            Some((Table::ALL.iter().position(|t| t == table)?, key, bytes))
        });
        let rows: Vec<_> = rows.collect();
        let text = serde_json::to_vec(&rows).map_err(|_| StoreError::Failed)?;
        let beside = self.0.with_extension("new");
        let written = File::create(&beside).and_then(|mut file| {
            file.write_all(&text)?;
            file.sync_all()?;
            fs::rename(&beside, &self.0)
        });
        written.map_err(|_| StoreError::Failed)
    }
}

impl Backend for OneFile {
    async fn read_all(&self, table: Table) -> Result<impl Iterator<Item = Stored>, StoreError> {
        let rows: Vec<Stored> = self
            .load()?
            .into_iter()
            .filter(|((of, _), _)| *of == table)
            .map(|((_, key), bytes)| (key, bytes))
            .collect();
        Ok(rows.into_iter())
    }

    async fn read(&self, table: Table, keys: &[String]) -> Result<Vec<Stored>, StoreError> {
        let held = self.load()?;
        let found = keys.iter().filter_map(|key| {
            let bytes = held.get(&(table, key.clone()))?;
            Some((key.clone(), bytes.clone()))
        });
        Ok(found.collect())
    }

    async fn keys(&self, table: Table) -> Result<Vec<String>, StoreError> {
        let rows = self.read_all(table).await?;
        Ok(rows.map(|(key, _)| key).collect())
    }

    async fn commit(&self, ops: Vec<Op>) -> Result<(), StoreError> {
        let mut held = self.load()?;
        apply(&mut held, ops)?;
        self.save(&held)
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args_os()
        .nth(1)
        .ok_or("which file? write_backend FILE")?;
    let store: Store<OneFile> = Store::new(
        OneFile(path.into()),
        // A program that writes gives the time now and fresh random bits.
        || Some(RecordId::next(None, 0, 1)),
    );
    // Nothing here ever waits, so the first poll is the last.
    let opened = match pin!(store.open()).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(opened) => opened?,
        Poll::Pending => return Err("the storage waits".into()),
    };
    println!("{} records", opened.stats.records);
    Ok(())
}
