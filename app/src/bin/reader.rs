//! The third Web Worker: reads a whole backup before the page does, which must never be held up by
//! what turns out to be none. Apart from the one that seals, as who unlocks needs nothing of it.

#[path = "../platform/work/reply.rs"]
mod reply;
#[path = "../platform/work/worker_host.rs"]
mod worker_host;

use ebb_core::backup::{self, BackupLimits};
use reply::Reply;

fn main() {
    worker_host::answer(|_, bundle| {
        let backup = backup::read(bundle, &BackupLimits::default())?;
        let reply = Reply::Read {
            entries: backup.journal.entries().count(),
            unread: backup.unreadable + backup.newer,
        };
        Ok((reply, Vec::new()))
    });
}
