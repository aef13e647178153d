//! The form of a person to turn to.

use ebb_core::log::{Entry, Person, Phone};
use ebb_core::text::Tag;
use serde::{Deserialize, Serialize};

use super::{Form, Parsed, Problem, Reader};

/// A person as they are being written down.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PersonForm {
    pub name: String,
    pub phone: String,
    pub good_for: String,
    pub line: String,
}

impl Form for PersonForm {
    fn parse(&self) -> Parsed {
        let mut reader = Reader::default();
        let name = match Tag::own(&self.name) {
            Ok(name) => name,
            Err(error) => {
                reader.problems.push(("name", Problem::Text(error)));
                Tag::suggested("")
            }
        };
        let phone = if self.phone.trim().is_empty() {
            None
        } else {
            let phone = Phone::new(&self.phone).ok();
            if phone.is_none() {
                reader.problems.push(("phone", Problem::NotAPhone));
            }
            phone
        };
        let good_for = reader.note("good_for", &self.good_for);
        let line = reader.note("line", &self.line);
        reader.done((
            Entry::Person(Person {
                name,
                phone,
                good_for,
                line,
            }),
            None,
        ))
    }
}
