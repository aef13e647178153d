//! Years of heavy use, made up the same way every time, for what measures speed.
#![allow(
    clippy::unwrap_used,
    clippy::missing_panics_doc,
    reason = "made-up values that are valid by construction"
)]

use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering::Relaxed;
use std::task::{Context, Poll, Waker};

use ebb_core::journal::{DeviceId, RecordId};
use ebb_core::log::{
    CheckIn, Craving, CravingOutcome, Entry, Finish, Journal, Practice, Record, Rerating, Slip,
    Store,
};
use ebb_core::rating::Rating;
use ebb_core::store::{Disk, Held, Memory, Op, Seal, StoreLimits, Table};
use ebb_core::text::{Note, Tag};
use ebb_core::time::{DayBoundary, LocalDay, Moment};
use ebb_core::vault::{DataKey, Sealer, StoreId};

/// The last day of every diary here.
pub const TODAY: (i32, u32, u32) = (2026, 11, 24);
/// Records of a day of heavy use: 50,000 are ten years, 200,000 are forty.
const A_DAY: usize = 14;
const MS_A_DAY: i64 = 24 * 60 * 60 * 1000;
const TRIGGERS: [&str; 6] = ["stress", "argument", "boredom", "payday", "people", "place"];
const EXERCISES: [&str; 3] = ["box-breathing", "urge-surfing", "grounding-5-4-3-2-1"];

/// The last day as the journal knows days.
#[must_use]
pub fn today() -> LocalDay {
    LocalDay::new(TODAY.0, TODAY.1, TODAY.2).unwrap()
}

/// So many records of one device, oldest first, ending on the evening of [`today`].
///
/// `device` also moves every record by so many milliseconds, so that two diaries can be merged.
#[must_use]
pub fn heavy(records: usize, device: u64) -> Vec<Record> {
    let days = records.div_ceil(A_DAY);
    // 2026-11-24, midnight in UTC.
    let midnight = 1_795_478_400_000;
    let first = midnight - MS_A_DAY * (i64::try_from(days).unwrap() - 1);
    let mut made = Making {
        device,
        drawn: u128::from(device) << 64,
        last: None,
        craving: None,
        records: Vec::with_capacity(records),
    };
    for at in 0..records {
        let (day, slot) = (at / A_DAY, at % A_DAY);
        let minutes = 7 * 60 + 70 * i64::try_from(slot).unwrap();
        let ms = first + MS_A_DAY * i64::try_from(day).unwrap() + minutes * 60_000;
        made.one(at, slot, ms + i64::try_from(device).unwrap());
    }
    made.records
}

struct Making {
    device: u64,
    drawn: u128,
    last: Option<RecordId>,
    craving: Option<RecordId>,
    records: Vec<Record>,
}

impl Making {
    fn one(&mut self, at: usize, slot: usize, ms: i64) {
        self.drawn += 1;
        let id = RecordId::next(self.last, ms, self.drawn);
        self.last = Some(id);
        let entry = self.entry(at, slot);
        if matches!(entry, Entry::Craving(_)) {
            self.craving = Some(id);
        }
        let moment = Moment::new(ms, 0).unwrap();
        self.records.push(Record {
            id,
            device: DeviceId::new(self.device),
            written_at: moment,
            happened_at: moment,
            local_day: moment.local_day(DayBoundary::default()),
            replaces: None,
            entry,
        });
    }

    /// A day: a check-in, cravings with later ratings, exercises, now and then a slip.
    fn entry(&self, at: usize, slot: usize) -> Entry {
        let rating =
            |salt: usize| Rating::new(u8::try_from((at * 7 + salt) % 11).unwrap()).unwrap();
        let trigger = Tag::suggested(TRIGGERS[at % TRIGGERS.len()]);
        match (slot, self.craving) {
            (0 | 13, _) => Entry::CheckIn(CheckIn {
                mood: Some(rating(1)),
                stress: Some(rating(2)),
                sleep: Some(rating(3)),
                energy: Some(rating(4)),
                craving_now: Some(rating(5)),
                note: Some(Note::new("Slept badly, walked to group anyway.").unwrap()),
                ..CheckIn::default()
            }),
            (2 | 6 | 10, Some(craving)) => Entry::Rerating(Rerating {
                craving,
                intensity: rating(6),
                asked_at: 15,
            }),
            (3 | 7 | 11, craving) => Entry::Practice(Practice {
                exercise: EXERCISES[at % EXERCISES.len()].to_owned(),
                before: Some(rating(7)),
                after: Some(rating(8)),
                seconds: 180,
                finish: Finish::Completed,
                answers: Vec::new(),
                craving,
                note: None,
            }),
            (8, _) if at.is_multiple_of(A_DAY * 30 + 8) => Entry::Slip(Slip {
                triggers: vec![trigger],
                ..Slip::default()
            }),
            _ => Entry::Craving(Craving {
                triggers: vec![trigger],
                thought: Some(Note::new("It will not end unless I give in.").unwrap()),
                outcome: Some(CravingOutcome::Eased),
                ..Craving::of(rating(9))
            }),
        }
    }
}

/// A journal of these records.
#[must_use]
pub fn journal_of(records: Vec<Record>) -> Journal {
    let mut journal = Journal::default();
    for record in records {
        journal.absorb(record);
    }
    journal
}

/// Numbers that never come twice, in the place of randomness.
#[must_use]
pub fn counting(from: u128) -> Box<dyn FnMut() -> u128 + Send> {
    let mut drawn = from;
    Box::new(move || {
        drawn = drawn.wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835) + 1;
        drawn
    })
}

/// A data key that is always the same.
#[must_use]
pub fn key() -> DataKey {
    DataKey::random(&mut counting(7))
}

/// The store of the sealed diaries.
pub const STORE: StoreId = StoreId::new(0x0ebb_0ebb_0ebb_0ebb_0ebb_0ebb_0ebb_0ebb);

/// A sealer with [`key`].
#[must_use]
pub fn sealer() -> Arc<dyn Seal> {
    let mut drawn = counting(11);
    Arc::new(Sealer::new(&key(), STORE, Box::new(move || Some(drawn()))))
}

/// What a store holds after these records were kept in it: full segments, and a tail as it is
/// just before it is packed. With a vault file it is sealed by [`sealer`].
#[must_use]
pub fn kept(records: &[Record], vault: Option<Vec<u8>>) -> Held {
    let memory = Memory::default();
    let limits = StoreLimits::default();
    let drawn = AtomicU64::new(0);
    let fresh = move || Some(RecordId::next(None, 0, drawn.fetch_add(1, Relaxed).into()));
    let store = Store::new(Disk::new(memory.clone()), fresh);
    block_on(store.open()).unwrap();
    let packed = records.len().saturating_sub(limits.tail - 1);
    for part in records[..packed].chunks(limits.segment) {
        block_on(store.append(part, None)).unwrap();
    }
    for record in &records[packed..] {
        block_on(store.append(std::slice::from_ref(record), None)).unwrap();
    }
    if let Some(vault) = vault {
        let vault = Op::put(Table::Meta, "vault", vault);
        let disk = store.backend();
        block_on(disk.put_on(sealer(), vec![vault])).unwrap();
        while !block_on(disk.convert_step()).unwrap().finished {}
    }
    memory.held()
}

/// The store of what [`kept`] gives.
#[must_use]
pub fn unlocked(memory: &Memory) -> Store<Disk<Memory>> {
    let disk = Disk::new(memory.clone());
    disk.unlock(sealer());
    Store::new(disk, || Some(RecordId::next(None, 0, 0)))
}

/// Finishes what never has to wait, as a store in memory does.
pub fn block_on<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    loop {
        if let Poll::Ready(done) = future
            .as_mut()
            .poll(&mut Context::from_waker(Waker::noop()))
        {
            return done;
        }
    }
}
