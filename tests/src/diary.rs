//! A journal together with the clock, device and randomness that a person's browser would give.

use ebb_core::journal::{ActionError, DeviceId, RecordId, Stamp};
use ebb_core::log::{Action, CheckIn, Craving, Entry, Journal, Record, Rerating};
use ebb_core::rating::Rating;
use ebb_core::text::{Note, Tag};
use ebb_core::time::{DayBoundary, Moment};

/// One person's journal on one device.
pub struct Diary {
    /// What was kept.
    pub journal: Journal,
    /// What the clock says.
    pub now: Moment,
    /// Which device this is.
    pub device: DeviceId,
    /// When the person's day ends.
    pub boundary: DayBoundary,
    drawn: u128,
}

impl Diary {
    /// An empty journal at a time given as RFC 3339.
    #[must_use]
    pub fn at(now: &str) -> Self {
        Self {
            journal: Journal::default(),
            now: now.parse().unwrap(),
            device: DeviceId::new(1),
            boundary: DayBoundary::default(),
            drawn: 0,
        }
    }

    /// The same journal on a second device with the same clock.
    #[must_use]
    pub fn copied_to(&self, device: u64) -> Self {
        Self {
            journal: self.journal.clone(),
            now: self.now,
            device: DeviceId::new(device),
            boundary: self.boundary,
            drawn: u128::from(device) << 64,
        }
    }

    /// Sets the clock, forward or back.
    pub fn clock(&mut self, now: &str) {
        self.now = now.parse().unwrap();
    }

    /// The records an action would need.
    ///
    /// # Errors
    /// Whatever the journal refuses it with.
    pub fn prepare(&mut self, action: &Action) -> Result<Vec<Record>, ActionError> {
        let drawn = &mut self.drawn;
        let mut stamp = Stamp {
            now: self.now,
            device: self.device,
            boundary: self.boundary,
            random: &mut || {
                *drawn += 1;
                *drawn
            },
        };
        self.journal.prepare(action, &mut stamp)
    }

    /// Does it, as if the store had acknowledged at once, and gives the ids written.
    ///
    /// # Errors
    /// Whatever the journal refuses it with; then nothing has changed.
    pub fn act(&mut self, action: &Action) -> Result<Vec<RecordId>, ActionError> {
        let records = self.prepare(action)?;
        let ids = records.iter().map(|record| record.id).collect();
        for record in records {
            self.journal.absorb(record);
        }
        Ok(ids)
    }

    /// Logs something that happens now.
    pub fn log(&mut self, entry: Entry) -> RecordId {
        let log = Action::Log {
            entry,
            happened_at: None,
        };
        self.act(&log).unwrap()[0]
    }

    /// Logs something that happened at another time, given as RFC 3339.
    pub fn log_at(&mut self, entry: Entry, happened_at: &str) -> RecordId {
        let log = Action::Log {
            entry,
            happened_at: Some(happened_at.parse().unwrap()),
        };
        self.act(&log).unwrap()[0]
    }

    /// Changes an entry's content and leaves its time alone.
    ///
    /// # Errors
    /// Whatever the journal refuses it with.
    pub fn edit(&mut self, root: RecordId, entry: Entry) -> Result<Vec<RecordId>, ActionError> {
        let happened_at = self
            .journal
            .get(root)
            .map_or(self.now, |record| record.happened_at);
        self.act(&Action::Edit {
            root,
            entry,
            happened_at,
        })
    }

    /// Deletes an entry and its children.
    ///
    /// # Errors
    /// Whatever the journal refuses it with.
    pub fn delete(&mut self, root: RecordId) -> Result<Vec<RecordId>, ActionError> {
        self.act(&Action::Delete { root })
    }

    /// Brings an entry and its children back.
    ///
    /// # Errors
    /// Whatever the journal refuses it with.
    pub fn restore(&mut self, root: RecordId) -> Result<Vec<RecordId>, ActionError> {
        self.act(&Action::Restore { root })
    }

    /// What the person sees, oldest first.
    #[must_use]
    pub fn seen(&self) -> Vec<Entry> {
        self.journal
            .entries()
            .map(|(_, record)| record.entry.clone())
            .collect()
    }

    /// What a store would hold: key and bytes of every record.
    #[must_use]
    pub fn stored(&self) -> Vec<(String, Vec<u8>)> {
        self.journal
            .records()
            .map(|record| {
                (
                    record.id.to_string(),
                    ebb_core::journal::encode(record).unwrap(),
                )
            })
            .collect()
    }
}

/// A rating, 0 to 10.
#[must_use]
pub fn rating(value: u8) -> Rating {
    Rating::new(value).unwrap()
}

/// A craving with nothing but its strength.
#[must_use]
pub fn craving(intensity: u8) -> Entry {
    Entry::Craving(Craving::of(rating(intensity)))
}

/// A craving with suggested triggers.
#[must_use]
pub fn triggered(intensity: u8, triggers: &[&str]) -> Entry {
    Entry::Craving(Craving {
        triggers: triggers.iter().map(|name| Tag::suggested(name)).collect(),
        ..Craving::of(rating(intensity))
    })
}

/// A later rating of a craving.
#[must_use]
pub fn rerating(craving: RecordId, intensity: u8, asked_at: u16) -> Entry {
    Entry::Rerating(Rerating {
        craving,
        intensity: rating(intensity),
        asked_at,
    })
}

/// A check-in with a mood and nothing else.
#[must_use]
pub fn mood(value: u8) -> Entry {
    Entry::CheckIn(CheckIn {
        mood: Some(rating(value)),
        ..CheckIn::default()
    })
}

/// A check-in with a mood and a note.
#[must_use]
pub fn noted(text: &str) -> Entry {
    Entry::CheckIn(CheckIn {
        note: Some(Note::new(text).unwrap()),
        ..CheckIn::default()
    })
}
