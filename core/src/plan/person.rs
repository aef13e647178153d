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
    /// What they are good for, such as "will come and fetch me".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub good_for: Option<Note>,
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
}
