//! What can go wrong, and when it is to.

use std::collections::{BTreeMap, BTreeSet};

/// What can go wrong. Each is counted, so that a run can show that it was met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// Killed before the transaction reached the disk.
    CrashLost,
    /// Killed after it did, before anybody heard.
    CrashKept,
    /// Killed while a value was written.
    CrashTorn,
    /// Killed; on the next start the last transaction is carried out once more.
    CrashReplayed,
    /// Killed while reading.
    CrashReading,
    /// No space.
    Full,
    /// Failed; nothing was done.
    Failed,
    /// Failed, as was said; but it was done.
    FailedAfter,
    /// Failed, and one value is cut short.
    Torn,
    /// Carried out twice; the second time decides what is said.
    Twice,
    /// Acknowledged, but a value of a rewriting is cut short.
    Rotten,
    /// A read failed.
    ReadFailed,
    /// A read showed what was there before another tab's newest transactions.
    Stale,
}

impl Fault {
    /// Every one.
    pub const ALL: [Self; 13] = [
        Self::CrashLost,
        Self::CrashKept,
        Self::CrashTorn,
        Self::CrashReplayed,
        Self::CrashReading,
        Self::Full,
        Self::Failed,
        Self::FailedAfter,
        Self::Torn,
        Self::Twice,
        Self::Rotten,
        Self::ReadFailed,
        Self::Stale,
    ];

    /// Those that a transaction can meet; a read meets the others.
    pub const COMMIT: [Self; 10] = [
        Self::CrashLost,
        Self::CrashKept,
        Self::CrashTorn,
        Self::CrashReplayed,
        Self::Full,
        Self::Failed,
        Self::FailedAfter,
        Self::Torn,
        Self::Twice,
        Self::Rotten,
    ];
}

/// How often which fault was met.
pub type Met = BTreeMap<Fault, u64>;

/// What decides which call fails how.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// Out of a hundred calls, so many fail.
    pub percent: usize,
    /// The only faults to choose from.
    pub kinds: BTreeSet<Fault>,
    /// This call, counted from 0, meets this fault.
    pub at: Option<(usize, Fault)>,
}
