//! Prints what a backup of Ebb holds: `read_backup FILE`, the passphrase on the standard input.
//!
//! It needs nothing but this crate: a backup can be read without the app, and without this
//! program too, as `core/FORMAT.md` describes.

use std::collections::BTreeMap;
use std::error::Error;
use std::io::{self, BufRead as _};
use std::{env, fs};

use ebb_core::backup::{Backup, BackupLimits, open, read};
use ebb_core::vault::Passphrase;

fn main() -> Result<(), Box<dyn Error>> {
    let Some(path) = env::args_os().nth(1) else {
        return Err(
            "which file? read_backup FILE, with the passphrase on the standard input".into(),
        );
    };
    let file = fs::read(path)?;
    let mut line = String::new();
    io::stdin().lock().read_line(&mut line)?;
    let passphrase = Passphrase::new(line.trim_end_matches(['\r', '\n']))?;
    let limits = BackupLimits::default();
    let backup = read(&open(&file, &passphrase, &limits)?, &limits)?;
    print!("{}", summary(&backup));
    Ok(())
}

/// How much of what there is, and from when to when. Not a word of what was written.
fn summary(backup: &Backup) -> String {
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    let (mut first, mut last) = (None, None);
    for (_, record) in backup.journal.entries() {
        *kinds.entry(record.entry.kind()).or_default() += 1;
        first = first.or(Some(record.local_day));
        last = Some(record.local_day);
    }
    let mut lines = vec![format!("made at {}", backup.issued_at)];
    if let (Some(first), Some(last)) = (first, last) {
        lines.push(format!("entries from {first} to {last}"));
    }
    lines.extend(
        kinds
            .iter()
            .map(|(kind, count)| format!("{count:>6} {kind}")),
    );
    for (count, why) in [
        (backup.unreadable, "could not be read"),
        (backup.newer, "were written by a newer version"),
    ] {
        if count > 0 {
            lines.push(format!("{count:>6} {why}"));
        }
    }
    lines.join("\n") + "\n"
}
