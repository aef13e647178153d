//! Taking notes out, and putting a mask over names.

use std::collections::BTreeMap;

use super::walk::{Walker, walk};
use crate::journal::RecordId;
use crate::log::{Entry, Journal, Person};
use crate::text::{Note, Tag};

/// Parts of a name shorter than this are not masked alone: 'Jo' would hit half of all words.
const SHORTEST: usize = 3;

/// The names that the journal knows, in every spelling that is masked, and the number that stands
/// for each person. Numbers are given out in the order in which people come up in what is
/// shared, so they tell nothing of the others.
#[derive(Default)]
pub(super) struct Mask {
    /// Lower-case spelling, longest first where it matters, with the person.
    spellings: Vec<(Vec<char>, usize)>,
    people: usize,
    numbers: BTreeMap<usize, usize>,
}

/// Gathers what names somebody.
struct Names<'a>(&'a mut Mask);

impl Walker for Names<'_> {
    fn who(&mut self, name: &mut Tag) {
        if name.suggestion().is_none() {
            self.0.learn(name.as_str());
        }
    }
}

impl Mask {
    /// Learns every name in a journal, also those that are not shared: they may stand in a note
    /// that is.
    pub fn of(journal: &Journal) -> Self {
        let mut mask = Self::default();
        for (_, record) in journal.entries() {
            walk(&mut record.entry.clone(), &mut Names(&mut mask));
        }
        mask.spellings
            .sort_by_key(|(spelling, _)| std::cmp::Reverse(spelling.len()));
        mask
    }

    fn learn(&mut self, name: &str) {
        let whole = folded(name);
        if self.spellings.iter().any(|(known, _)| *known == whole) {
            return;
        }
        let person = self.people;
        self.people += 1;
        for part in name.split_whitespace() {
            let long = part.chars().count() >= SHORTEST;
            let spelling = folded(part);
            let known = self.spellings.iter().any(|(known, _)| *known == spelling);
            if long && part.starts_with(char::is_uppercase) && spelling != whole && !known {
                self.spellings.push((spelling, person));
            }
        }
        self.spellings.push((whole, person));
    }

    fn label(&mut self, person: usize) -> String {
        let next = self.numbers.len() + 1;
        let number = self.numbers.entry(person).or_insert(next);
        format!("[person {number}]")
    }

    /// The text with a mask over every name; `None` when it names nobody.
    fn over(&mut self, text: &str) -> Option<String> {
        let mut masked = String::with_capacity(text.len());
        let mut rest = text;
        let mut before = None;
        let mut found = false;
        while let Some(first) = rest.chars().next() {
            let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            let hit = if inside(before) {
                None
            } else {
                self.spellings.iter().find_map(|(spelling, person)| {
                    let length = match_at(rest, spelling)?;
                    let after = rest[length..].chars().next();
                    (!inside(after)).then_some((length, *person))
                })
            };
            if let Some((length, person)) = hit {
                masked.push_str(&self.label(person));
                before = rest[..length].chars().next_back();
                rest = &rest[length..];
                found = true;
            } else {
                masked.push(first);
                before = Some(first);
                rest = &rest[first.len_utf8()..];
            }
        }
        found.then_some(masked)
    }

    fn note(&mut self, note: &mut Note) {
        if let Some(masked) = self.over(note.as_str())
            && let Ok(short) = Note::new(masked.chars().take(Note::LIMIT).collect::<String>())
        {
            *note = short;
        }
    }

    fn tag(&mut self, tag: &mut Tag) {
        if tag.suggestion().is_none()
            && let Some(masked) = self.over(tag.as_str())
            && let Ok(short) = Tag::own(&masked.chars().take(Tag::LIMIT).collect::<String>())
        {
            *tag = short;
        }
    }
}

fn folded(text: &str) -> Vec<char> {
    text.trim().chars().flat_map(char::to_lowercase).collect()
}

/// How many bytes of `text` spell `name`, whatever the case.
fn match_at(text: &str, name: &[char]) -> Option<usize> {
    let mut wanted = name.iter();
    let mut length = 0;
    for character in text.chars() {
        if wanted.as_slice().is_empty() {
            break;
        }
        for folded in character.to_lowercase() {
            if wanted.next() != Some(&folded) {
                return None;
            }
        }
        length += character.len_utf8();
    }
    wanted.as_slice().is_empty().then_some(length)
}

/// Makes an entry fit to leave.
pub(super) struct Redactor<'a> {
    /// Whether notes stay.
    pub notes: bool,
    /// The mask, when names do not stay.
    pub mask: Option<&'a mut Mask>,
    /// The new names of the entries that are shared.
    pub ids: &'a BTreeMap<RecordId, RecordId>,
    /// How many notes were taken out.
    pub notes_out: usize,
}

impl Redactor<'_> {
    /// Changes an entry in place.
    pub fn redact(&mut self, entry: &mut Entry) {
        walk(entry, self);
    }
}

impl Walker for Redactor<'_> {
    fn tag(&mut self, tag: &mut Tag) {
        if let Some(mask) = &mut self.mask {
            mask.tag(tag);
        }
    }

    fn note(&mut self, note: &mut Note) {
        if let Some(mask) = &mut self.mask {
            mask.note(note);
        }
    }

    fn beside(&mut self, note: &mut Option<Note>) {
        if !self.notes {
            self.notes_out += usize::from(note.take().is_some());
        }
        if let Some(note) = note {
            self.note(note);
        }
    }

    fn list_beside(&mut self, notes: &mut Vec<Note>) {
        if !self.notes {
            self.notes_out += notes.len();
            notes.clear();
        }
        for note in notes {
            self.note(note);
        }
    }

    fn person(&mut self, person: &mut Person) {
        self.who(&mut person.name);
        self.beside(&mut person.good_for);
        self.beside(&mut person.line);
        if self.mask.is_some() {
            person.phone = None;
        }
    }

    fn id(&mut self, id: &mut RecordId) {
        let nothing = RecordId::next(None, 0, 0);
        *id = self.ids.get(id).copied().unwrap_or(nothing);
    }

    fn maybe_id(&mut self, id: &mut Option<RecordId>) {
        *id = id.and_then(|id| self.ids.get(&id).copied());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn masked(names: &[&str], text: &str) -> String {
        let mut mask = Mask::default();
        for name in names {
            mask.learn(name);
        }
        mask.spellings
            .sort_by_key(|(spelling, _)| std::cmp::Reverse(spelling.len()));
        mask.over(text).unwrap_or_else(|| text.to_owned())
    }

    #[test]
    fn a_name_is_masked_whole_in_part_and_in_any_case_but_not_inside_a_word() {
        let names = ["Maria López", "Sam", "Jo"];
        assert_eq!(
            masked(&names, "SAM met maria, then Maria López. Same samples."),
            "[person 1] met [person 2], then [person 2]. Same samples."
        );
        assert_eq!(masked(&names, "jo's joke"), "[person 1]'s joke");
    }

    #[test]
    fn a_small_word_in_a_name_is_not_masked_everywhere() {
        assert_eq!(
            masked(&["my sister"], "My day. My sister came."),
            "My day. [person 1] came."
        );
    }

    #[test]
    fn letters_that_change_their_length_in_lower_case_do_not_break_the_search() {
        assert_eq!(masked(&["İrem"], "İREM, i̇rem"), "[person 1], [person 1]");
    }
}
