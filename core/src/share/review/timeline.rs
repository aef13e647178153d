//! Everything in a share, to be filtered and searched.

use std::collections::BTreeSet;

use crate::journal::RecordId;
use crate::log::{Entry, Record};
use crate::share::walk::{Walker, walk};
use crate::share::{Category, Share};
use crate::text::{Note, Tag};
use crate::time::LocalDay;

/// What is to be seen of the timeline. The default is all of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only these parts; none for all.
    pub kinds: BTreeSet<Category>,
    /// Only what has all of these words in it, in any case.
    pub words: String,
    /// Only from this day on.
    pub first: Option<LocalDay>,
    /// Only up to this day.
    pub last: Option<LocalDay>,
}

/// The entries that a filter lets through, newest first. What belongs to another entry, such as a
/// craving's later ratings, comes with that: see
/// [`Journal::children`](crate::log::Journal::children).
#[must_use]
pub fn timeline<'a>(share: &'a Share, filter: &Filter) -> Vec<(RecordId, &'a Record)> {
    let words: Vec<String> = filter
        .words
        .split_whitespace()
        .map(str::to_lowercase)
        .collect();
    let entries = share.journal.entries().rev();
    entries
        .filter(|(_, record)| {
            let kind = Category::of(&record.entry);
            let day = record.local_day;
            (filter.kinds.is_empty() || kind.is_some_and(|kind| filter.kinds.contains(&kind)))
                && filter.first.is_none_or(|first| first <= day)
                && filter.last.is_none_or(|last| day <= last)
                && (words.is_empty() || has_all(&record.entry, &words))
        })
        .collect()
}

/// Gathers all that is said in an entry.
#[derive(Default)]
struct Said(String);

impl Said {
    fn add(&mut self, text: &str) {
        self.0.push_str(&text.to_lowercase());
        self.0.push('\n');
    }
}

impl Walker for Said {
    fn tag(&mut self, tag: &mut Tag) {
        match tag.suggestion() {
            Some(name) => self.add(&name.replace('-', " ")),
            None => self.add(tag.as_str()),
        }
    }

    fn note(&mut self, note: &mut Note) {
        self.add(note.as_str());
    }

    fn name(&mut self, name: &mut String) {
        let name = name.replace('-', " ");
        self.add(&name);
    }
}

fn has_all(entry: &Entry, words: &[String]) -> bool {
    let mut said = Said::default();
    said.add(&entry.kind().replace('_', " "));
    walk(&mut entry.clone(), &mut said);
    words.iter().all(|word| said.0.contains(word.as_str()))
}
