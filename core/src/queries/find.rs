//! Finding what was written: by words, kind, days and strength.

use crate::journal::RecordId;
use crate::log::{AnswerValue, Entry, Journal, Record};
use crate::rating::Rating;
use crate::text::{Note, Tag};
use crate::time::LocalDay;

/// What is looked for. The default finds everything that tells of the past.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// Words that all have to be in the entry, in any case, with or without accents, as parts of
    /// words too.
    pub words: String,
    /// Only this kind, named as in the format.
    pub kind: Option<String>,
    /// Only from this day on.
    pub first: Option<LocalDay>,
    /// Only up to this day.
    pub last: Option<LocalDay>,
    /// Only where a craving was rated this strong or stronger.
    pub least: Option<Rating>,
}

/// How Ebb's own names read in the person's language: of suggestions, exercises, questionnaires and
/// lessons. Asked for each of them in each entry, so it should not take long.
pub type Named<'a> = &'a dyn Fn(&str) -> String;

/// The entries that are found, the latest first. It reads each entry once and keeps nothing.
#[must_use]
pub fn find<'a>(
    journal: &'a Journal,
    search: &Search,
    named: Named<'_>,
) -> Vec<(RecordId, &'a Record)> {
    let mut said = Said {
        text: String::new(),
        named,
        names: Vec::new(),
    };
    let words: Vec<String> = search.words.split_whitespace().map(folded).collect();
    let entries = journal.entries().rev();
    entries
        .filter(|(root, record)| {
            let (entry, day) = (&record.entry, record.local_day);
            entry.tells_of_the_past()
                && search.first.is_none_or(|first| first <= day)
                && search.last.is_none_or(|last| day <= last)
                && search
                    .kind
                    .as_deref()
                    .is_none_or(|kind| entry.kind() == kind)
                && search
                    .least
                    .is_none_or(|least| strongest(journal, *root, entry) >= Some(least))
                && (words.is_empty() || said.has_all(entry, &words))
        })
        .collect()
}

/// The strongest craving that an entry tells of.
fn strongest(journal: &Journal, root: RecordId, entry: &Entry) -> Option<Rating> {
    match entry {
        Entry::Craving(craving) => {
            let again = journal
                .children(root)
                .filter_map(|(_, child)| match &child.entry {
                    Entry::Rerating(again) => Some(again.intensity),
                    _ => None,
                });
            again.chain([craving.intensity]).max()
        }
        Entry::CheckIn(check_in) => check_in.craving_now.max(check_in.craving_strongest),
        Entry::Practice(practice) => practice.before.max(practice.after),
        _ => None,
    }
}

/// All that one entry says.
struct Said<'a> {
    text: String,
    named: Named<'a>,
    /// Names that were asked for, and how they read. There are few, and each comes often.
    names: Vec<(String, String)>,
}

impl Said<'_> {
    fn has_all(&mut self, entry: &Entry, words: &[String]) -> bool {
        self.text.clear();
        self.take(entry);
        words.iter().all(|word| self.text.contains(word.as_str()))
    }

    fn take(&mut self, entry: &Entry) {
        match entry {
            Entry::Craving(craving) => {
                self.tags(&craving.triggers);
                self.tags(&craving.feelings);
                self.tags(&craving.place);
                self.tags(&craving.company);
                self.tags(&craving.substance);
                self.notes([&craving.thought, &craving.did]);
            }
            Entry::CheckIn(check_in) => {
                self.tags(&check_in.skills);
                self.notes([&check_in.note]);
            }
            Entry::Slip(slip) => {
                self.tags(&slip.substance);
                self.tags(&slip.triggers);
                self.notes([&slip.amount, &slip.happened, &slip.next_day, &slip.reach]);
            }
            Entry::Practice(practice) => {
                self.name(&practice.exercise);
                self.notes([&practice.note]);
                for answer in &practice.answers {
                    match &answer.value {
                        AnswerValue::Text(note) => self.words(note.as_str()),
                        AnswerValue::List(notes) => self.notes_of(notes),
                        AnswerValue::YesNo(_) | AnswerValue::Rating(_) => {}
                    }
                }
            }
            Entry::Questionnaire(kept) => self.name(&kept.instrument),
            Entry::Session(session) => {
                self.tags([&session.name]);
                self.notes([&session.bring, &session.takeaway, &session.homework]);
            }
            Entry::Dose(dose) => {
                self.tags([&dose.name]);
                self.notes([&dose.note]);
            }
            Entry::LessonRead(read) => {
                self.name(&read.lesson);
                self.notes([&read.takeaway]);
            }
            Entry::DayPlan(day) => {
                self.tags(&day.wants);
                self.notes([&day.words, &day.good, &day.tomorrow]);
            }
            Entry::PlanUsed(used) => self.words(used.did.as_str()),
            _ => {}
        }
    }

    fn words(&mut self, words: &str) {
        fold(words, &mut self.text);
        self.text.push('\n');
    }

    fn notes<const N: usize>(&mut self, notes: [&Option<Note>; N]) {
        for note in notes.into_iter().flatten() {
            self.words(note.as_str());
        }
    }

    fn notes_of(&mut self, notes: &[Note]) {
        for note in notes {
            self.words(note.as_str());
        }
    }

    fn tags<'t>(&mut self, tags: impl IntoIterator<Item = &'t Tag>) {
        for tag in tags {
            match tag.suggestion() {
                Some(name) => self.name(name),
                None => self.words(tag.as_str()),
            }
        }
    }

    fn name(&mut self, name: &str) {
        let at = self.names.iter().position(|(known, _)| known == name);
        let at = at.unwrap_or_else(|| {
            let reads = folded(&(self.named)(name));
            self.names.push((name.to_owned(), reads));
            self.names.len() - 1
        });
        if let Some((_, reads)) = self.names.get(at) {
            self.text.push_str(reads);
            self.text.push('\n');
        }
    }
}

fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold(text, &mut folded);
    folded
}

/// Letters as one looks for them: small, and without the accents of English and Spanish words.
fn fold(text: &str, into: &mut String) {
    for character in text.chars() {
        if character.is_ascii() {
            into.push(character.to_ascii_lowercase());
            continue;
        }
        for small in character.to_lowercase() {
            into.push(match small {
                'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' => 'a',
                'é' | 'è' | 'ê' | 'ë' => 'e',
                'í' | 'ì' | 'î' | 'ï' => 'i',
                'ó' | 'ò' | 'ô' | 'ö' | 'õ' => 'o',
                'ú' | 'ù' | 'û' | 'ü' => 'u',
                'ñ' => 'n',
                'ç' => 'c',
                // Written apart: the accent alone.
                '\u{300}'..='\u{36f}' => continue,
                other => other,
            });
        }
    }
}
