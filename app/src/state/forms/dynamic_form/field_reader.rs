//! Reading a sheet's fields, with what is wrong collected field by field.

use ebb_core::log::{Entry, Person, Phone};
use ebb_core::text::{Note, Tag, TextError};
use ebb_core::time::{LocalDay, Moment, WallTime};

use super::super::{Problem, Problems, Reader};
use super::{DynamicForm, FormKind};
use crate::platform::clock;

/// The name of a field.
type Name = &'static str;

/// A sheet while it is read.
pub(super) struct FieldReader<'a> {
    sheet: &'a DynamicForm,
    reader: Reader,
}

impl<'a> FieldReader<'a> {
    pub fn new(sheet: &'a DynamicForm) -> Self {
        Self {
            sheet,
            reader: Reader::default(),
        }
    }

    pub fn one(&self, field: Name) -> &'a str {
        self.sheet.one(field).trim()
    }

    pub fn flag(&self, field: Name) -> bool {
        !self.one(field).is_empty()
    }

    pub fn all(&self, field: Name) -> &'a [String] {
        self.sheet.all(field)
    }

    /// The rows of a field that have something in them.
    pub fn rows(&self, field: Name, width: usize) -> impl Iterator<Item = &'a [String]> + use<'a> {
        let rows = self.all(field).chunks(width);
        rows.filter(|row| row.iter().any(|cell| !cell.trim().is_empty()))
    }

    fn wrong(&mut self, field: Name, error: TextError) {
        self.reader.problems.push((field, Problem::Text(error)));
    }

    fn missing<T>(&mut self, field: Name) -> Option<T> {
        self.wrong(field, TextError::Blank);
        None
    }

    fn not_a_date<T>(&mut self, field: Name) -> Option<T> {
        self.reader.problems.push((field, Problem::Date));
        None
    }

    pub fn note(&mut self, field: Name) -> Option<Note> {
        self.reader.note(field, self.sheet.one(field))
    }

    pub fn maybe_note_in(&mut self, field: Name, text: &str) -> Option<Note> {
        self.reader.note(field, text)
    }

    pub fn note_in(&mut self, field: Name, text: &str) -> Option<Note> {
        match Note::new(text) {
            Ok(note) => Some(note),
            Err(error) => {
                self.wrong(field, error);
                None
            }
        }
    }

    pub fn needed_note(&mut self, field: Name) -> Option<Note> {
        self.note_in(field, self.sheet.one(field))
    }

    pub fn notes(&mut self, field: Name) -> Vec<Note> {
        let cells = self.all(field).iter();
        cells
            .filter(|text| !text.trim().is_empty())
            .filter_map(|text| self.note_in(field, text))
            .collect()
    }

    pub fn tag(&mut self, field: Name) -> Option<Tag> {
        if self.one(field).is_empty() {
            return None;
        }
        self.tag_in(field, self.one(field))
    }

    pub fn tag_in(&mut self, field: Name, text: &str) -> Option<Tag> {
        match Tag::own(text) {
            Ok(tag) => Some(tag),
            Err(error) => {
                self.wrong(field, error);
                None
            }
        }
    }

    pub fn needed_tag(&mut self, field: Name) -> Option<Tag> {
        self.tag_in(field, self.one(field))
    }

    /// Tags that were tapped: suggestions and own ones, as stored.
    pub fn tapped(&self, field: Name) -> Vec<Tag> {
        let cells = self.all(field).iter();
        cells
            .filter_map(|cell| Tag::try_from(cell.clone()).ok())
            .collect()
    }

    pub fn people(&mut self, field: Name) -> Vec<Person> {
        let rows = self.rows(field, 3);
        rows.filter_map(|row| self.person(field, row)).collect()
    }

    fn person(&mut self, field: Name, row: &[String]) -> Option<Person> {
        let cell = |place: usize| row.get(place).map_or("", String::as_str);
        let name = self.tag_in(field, cell(0));
        let phone = Phone::new(cell(1)).ok();
        if phone.is_none() && !cell(1).trim().is_empty() {
            self.reader.problems.push((field, Problem::NotAPhone));
        }
        let good_for = self.reader.note(field, cell(2));
        Some(Person {
            name: name?,
            phone,
            good_for,
            line: None,
        })
    }

    pub fn day(&mut self, field: Name) -> Option<LocalDay> {
        let text = self.one(field);
        if text.is_empty() {
            return None;
        }
        self.day_in(field, text)
    }

    pub fn day_in(&mut self, field: Name, text: &str) -> Option<LocalDay> {
        match text.trim().parse() {
            Ok(day) => Some(day),
            Err(_) => self.not_a_date(field),
        }
    }

    pub fn needed_day(&mut self, field: Name) -> Option<LocalDay> {
        match self.one(field) {
            "" => self.missing(field),
            text => self.day_in(field, text),
        }
    }

    pub fn time_in(&mut self, field: Name, text: &str) -> Option<WallTime> {
        match text.trim().parse() {
            Ok(time) => Some(time),
            Err(_) => self.not_a_date(field),
        }
    }

    pub fn needed_time(&mut self, field: Name) -> Option<WallTime> {
        match self.one(field) {
            "" => self.missing(field),
            text => self.time_in(field, text),
        }
    }

    /// A whole number, or `usual` when nothing was written.
    pub fn number(&mut self, field: Name, usual: u16) -> u16 {
        self.number_in(field, self.one(field), u16::MAX)
            .unwrap_or(usual)
    }

    /// A whole number up to `most`; `None` when nothing was written.
    pub fn number_in(&mut self, field: Name, text: &str, most: u16) -> Option<u16> {
        if text.is_empty() {
            return None;
        }
        let number = text.parse().ok().filter(|number| *number <= most);
        if number.is_none() {
            self.reader.problems.push((field, Problem::Number));
        }
        number
    }

    pub fn need(&mut self, field: Name, is_there: bool) {
        if !is_there {
            self.wrong(field, TextError::Blank);
        }
    }

    /// When what a session tells of was, once it is over: an hour after the fact it is still that
    /// hour's. Before it, and for everything else, now.
    pub fn begun(&self) -> Option<Moment> {
        if self.sheet.sort != FormKind::Session || self.one("begins").is_empty() {
            return None;
        }
        let at = clock::from_field(self.one("begins")).ok()?;
        (at.utc_ms() <= clock::now().utc_ms()).then_some(at)
    }

    pub fn done(self, entry: Option<Entry>) -> Result<Entry, Problems> {
        let problems = self.reader.problems;
        match entry {
            Some(entry) if problems.is_empty() => Ok(entry),
            _ => Err(problems),
        }
    }
}
