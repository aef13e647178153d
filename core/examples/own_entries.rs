//! Keeps a journal of another kind of entry in a file, one record a line: `own_entries FILE TEXT`
//! adds a line and prints all.

use std::error::Error;
use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::time::{SystemTime, UNIX_EPOCH};

use ebb_core::journal::{Action, DeviceId, EntryList, Journal, Stamp, decode, encode};
use ebb_core::time::{DayBoundary, Moment};
use serde::{Deserialize, Serialize};

/// What is kept: birds that were seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Sighting {
    Bird(String),
    Deleted,
}

impl EntryList for Sighting {
    fn kind(&self) -> &'static str {
        match self {
            Self::Bird(_) => "bird",
            Self::Deleted => "deleted",
        }
    }

    fn deleted() -> Self {
        Self::Deleted
    }

    fn is_deleted(&self) -> bool {
        *self == Self::Deleted
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let file = arguments
        .next()
        .ok_or("which file? own_entries FILE TEXT")?;
    let stored = fs::read_to_string(&file).unwrap_or_default();
    let mut journal: Journal<Sighting> = stored
        .lines()
        .map(|line| decode(line.as_bytes()))
        .collect::<Result<_, _>>()?;
    if let Some(bird) = arguments.next() {
        let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH)?;
        // A program that merges journals of several devices takes good random bits here.
        let mut random = || since_1970.as_nanos();
        let mut stamp = Stamp {
            now: Moment::new(i64::try_from(since_1970.as_millis())?, 0)?,
            device: DeviceId::new(1),
            boundary: DayBoundary::default(),
            random: &mut random,
        };
        let entry = Sighting::Bird(bird);
        let log = Action::Log {
            entry,
            happened_at: None,
        };
        let mut file = OpenOptions::new().create(true).append(true).open(&file)?;
        for record in journal.prepare(&log, &mut stamp)? {
            file.write_all(&[encode(&record)?, b"\n".to_vec()].concat())?;
            journal.absorb(record);
        }
        file.sync_all()?;
    }
    for (_, record) in journal.entries() {
        println!("{} {:?}", record.happened_at, record.entry);
    }
    Ok(())
}
