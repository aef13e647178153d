//! The lock and the backup.

use ebb_core::backup::Preview;
use ebb_core::vault::{Reason, Strength, Verdict};

use super::Text;

/// What is known of a passphrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Estimate {
    /// The list of common words is on its way.
    Waiting,
    /// The estimate.
    Known(Strength),
    /// The list did not come.
    Unknown,
}

/// The lock.
pub struct Lock {
    pub title: Text,
    pub off: Text,
    pub off_words: Text,
    pub never_needs: Text,
    pub lost_both: Text,
    pub passphrase: Text,
    pub passphrase_hint: Text,
    pub show: Text,
    pub estimating: Text,
    pub no_estimate: Text,
    pub weak: Text,
    pub fair: Text,
    pub strong: Text,
    pub common: Text,
    pub repeated: Text,
    pub in_a_row: Text,
    pub date: Text,
    pub few_words: Text,
    pub short: Text,
    pub make: Text,
    pub making: Text,
    pub stop: Text,
    pub finishing: Text,
    pub code_title: Text,
    pub code_words: Text,
    pub copy: Text,
    pub copied: Text,
    pub not_copied: Text,
    pub print: Text,
    pub prove: Text,
    pub prove_hint: Text,
    pub not_proven: Text,
    pub put_on: Text,
    pub is_on: Text,
    pub is_on_words: Text,
    pub sealing: fn(usize) -> String,
    pub unsealing: fn(usize) -> String,
    pub now: Text,
    pub after: Text,
    pub minutes: fn(u16) -> String,
    pub hidden_after: Text,
    pub hidden_hint: Text,
    /// At once for 0, never for nothing.
    pub hidden_minutes: fn(Option<u16>) -> String,
    pub change: Text,
    pub old: Text,
    pub new: Text,
    pub changed: Text,
    pub new_code: Text,
    pub new_code_words: Text,
    pub panic: Text,
    pub panic_words: Text,
    pub panic_limits: Text,
    pub panic_use: Text,
    pub panic_none: Text,
    pub panic_done: Text,
    pub panic_removed: Text,
    pub panic_same: Text,
    pub passkey: Text,
    pub passkey_words: Text,
    pub passkey_forced: Text,
    pub passkey_add: Text,
    pub passkey_adding: Text,
    pub passkey_added: Text,
    pub passkey_remove: Text,
    pub passkey_removed: Text,
    pub passkey_unlock: Text,
    pub passkey_refused: Text,
    pub passkey_unfit: Text,
    pub take_off: Text,
    pub take_off_words: Text,
    pub locked_title: Text,
    pub locked_words: Text,
    pub unlock: Text,
    pub unlocking: Text,
    pub use_code: Text,
    pub use_passphrase: Text,
    pub code: Text,
    pub help_title: Text,
    pub help_words: Text,
    pub wrong: Text,
    pub wrong_code: Text,
    pub typo: Text,
    pub unusable: Text,
    pub damaged: Text,
    pub broken: Text,
    pub meanwhile: Text,
    pub use_it: Text,
    pub new_key: Text,
    pub new_key_words: Text,
    pub changed_key: Text,
    pub not_as_left: Text,
    /// How many pieces are missing, and the day of the newest in words, where it is known.
    pub missing: fn(usize, Option<String>) -> String,
    pub planted: fn(usize) -> String,
    pub unchecked: Text,
    pub other_vault: Text,
    pub vault_missing_title: Text,
    pub vault_missing: Text,
    pub lost_title: Text,
    pub lost_words: Text,
    pub lost_sure: Text,
}

impl Lock {
    /// What is known of a passphrase's strength.
    pub fn estimate(&self, estimate: Estimate) -> String {
        match estimate {
            Estimate::Waiting => self.estimating.to_owned(),
            Estimate::Unknown => self.no_estimate.to_owned(),
            Estimate::Known(strength) => {
                [self.verdict(strength.verdict), self.reason(strength.reason)].join(" ")
            }
        }
    }

    const fn verdict(&self, verdict: Verdict) -> Text {
        match verdict {
            Verdict::Weak => self.weak,
            Verdict::Fair => self.fair,
            Verdict::Strong => self.strong,
        }
    }

    const fn reason(&self, reason: Reason) -> Text {
        match reason {
            Reason::Nothing => "",
            Reason::Common => self.common,
            Reason::Repeated => self.repeated,
            Reason::InARow => self.in_a_row,
            Reason::Date => self.date,
            Reason::FewWords => self.few_words,
            Reason::Short => self.short,
        }
    }
}

/// The backup.
pub struct Backup {
    pub title: Text,
    pub words: Text,
    pub make_title: Text,
    pub passphrase: Text,
    pub passphrase_hint: Text,
    pub make: Text,
    pub making: Text,
    pub made: fn(usize) -> String,
    pub made_words: Text,
    pub not_saved: Text,
    pub restore_title: Text,
    pub restore_words: Text,
    pub file: Text,
    pub file_passphrase: Text,
    pub look: Text,
    pub looking: Text,
    pub no_file: Text,
    pub preview_title: Text,
    /// When the backup was made, in words.
    pub issued: fn(&str) -> String,
    /// The first and the last day in it, in words.
    pub range: fn(&str, &str) -> String,
    pub preview: fn(&Preview) -> Vec<String>,
    pub nothing_new: Text,
    pub bring_in: Text,
    pub brought_in: fn(usize) -> String,
    pub leave: Text,
    pub last: fn(&str, usize) -> String,
    pub never: Text,
    pub since: fn(usize) -> String,
    pub wrong: Text,
    pub not_age: Text,
    pub to_a_key: Text,
    pub incomplete: Text,
    pub damaged: Text,
    pub too_heavy: Text,
    pub too_large: Text,
    pub newer: Text,
    pub something_else: Text,
    pub unreadable_file: Text,
}

/// The truth about storage, told once before the first entry, and the rescue of what cannot be
/// read.
pub struct Storage {
    pub title: Text,
    pub only_here: Text,
    pub may_go: Text,
    pub promised: Text,
    pub understood: Text,
    /// The way to a first look around.
    pub new_here: Text,
    pub emptied: Text,
    pub more: Text,
    pub rescue: Text,
    pub rescue_words: Text,
}
