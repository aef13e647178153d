//! Somebody to turn to.

use serde::{Deserialize, Serialize};

use crate::text::{Note, Tag};

/// Why a text is not a phone number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a phone number has 3 to 20 digits, and may have +, spaces, dots, dashes and brackets")]
pub struct NotAPhone;

/// A phone number as the person wrote it: 3 to 20 digits, with the usual marks between them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Phone(String);

impl Phone {
    /// Takes a number as written, trimmed.
    ///
    /// # Errors
    /// [`NotAPhone`].
    pub fn new(text: &str) -> Result<Self, NotAPhone> {
        let text = text.trim();
        let digits = text.chars().filter(char::is_ascii_digit).count();
        let marks_only = text
            .chars()
            .all(|c| c.is_ascii_digit() || "+ .-()/*#".contains(c));
        if (3..=20).contains(&digits) && marks_only && text.len() <= 40 {
            Ok(Self(text.to_owned()))
        } else {
            Err(NotAPhone)
        }
    }

    /// As written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As a `tel:` or `sms:` link wants it: digits, `+`, `*` and `#` only, `#` escaped.
    #[must_use]
    pub fn dialled(&self) -> String {
        self.0
            .chars()
            .filter(|c| c.is_ascii_digit() || matches!(c, '+' | '*' | '#'))
            .collect::<String>()
            .replace('#', "%23")
    }
}

impl TryFrom<String> for Phone {
    type Error = NotAPhone;

    fn try_from(text: String) -> Result<Self, NotAPhone> {
        Self::new(&text)
    }
}

impl From<Phone> for String {
    fn from(phone: Phone) -> Self {
        phone.0
    }
}

/// Somebody to turn to, and what they are good for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// What the person calls them.
    pub name: Tag,
    /// Their number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<Phone>,
    /// What they can help with, such as "will come and pick me up".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub good_for: Option<Note>,
    /// What the person would say to them, prepared for when words are hard to find.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<Note>,
}

impl Person {
    /// The link that begins a text message to them, with the prepared line in it (RFC 5724).
    #[must_use]
    pub fn text_link(&self) -> Option<String> {
        let number = self.phone.as_ref()?.dialled();
        let line = self.line.as_ref().map(|line| escaped(line.as_str()));
        let body = line.map_or_else(String::new, |line| format!("?body={line}"));
        Some(format!("sms:{number}{body}"))
    }
}

/// A text as a part of an address: letters, digits and `-._~` as they are, all else by its bytes.
fn escaped(text: &str) -> String {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let mut escaped = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            escaped.push(char::from(byte));
        } else {
            escaped.push('%');
            for half in [byte >> 4, byte & 15] {
                escaped.push(HEX.get(usize::from(half)).copied().map_or('0', char::from));
            }
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_keeps_its_look_and_dials_clean() {
        let phone = Phone::new(" +1 (555) 010-0199 ").unwrap();
        assert_eq!(phone.as_str(), "+1 (555) 010-0199");
        assert_eq!(phone.dialled(), "+15550100199");
    }

    #[test]
    fn words_and_scripts_are_no_number() {
        assert_eq!(Phone::new("mum"), Err(NotAPhone));
        assert_eq!(Phone::new("javascript:1234"), Err(NotAPhone));
        assert_eq!(Phone::new("12"), Err(NotAPhone));
    }

    #[test]
    fn a_prepared_line_stands_in_the_message_as_it_was_written() {
        let mut person = Person {
            name: Tag::own("Sam").unwrap(),
            phone: Phone::new("+1 (555) 010-0199").ok(),
            good_for: None,
            line: None,
        };
        assert_eq!(person.text_link().unwrap(), "sms:+15550100199");
        person.line = Note::new("Can you talk? & don't hang up: ñ").ok();
        assert_eq!(
            person.text_link().unwrap(),
            "sms:+15550100199?body=Can%20you%20talk%3F%20%26%20don%27t%20hang%20up%3A%20%C3%B1"
        );
        person.phone = None;
        assert_eq!(person.text_link(), None);
    }
}
