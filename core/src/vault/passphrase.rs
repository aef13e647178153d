//! The passphrase as a person gave it.

use zeroize::Zeroizing;

/// Why a text cannot be a passphrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PassphraseError {
    /// Nothing was given.
    #[error("the passphrase is empty")]
    Empty,
    /// More than [`Passphrase::LIMIT`] bytes.
    #[error("the passphrase is too long")]
    TooLong,
    /// A line break or a control character, which no prompt of the `age` program could take.
    #[error("the passphrase holds a character that cannot be typed")]
    Untypable,
}

/// A passphrase. It is overwritten with zeros when dropped.
///
/// There are no rules of composition. One text can be spelt in several ways in Unicode; give it
/// in normalisation form C, as keyboards do. In a browser `String.prototype.normalize` does that
/// without a table to download. Not form KC: it would change what the person typed, and the
/// `age` program would then not open what Ebb has sealed.
#[derive(PartialEq, Eq)]
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// The most bytes a passphrase may have.
    pub const LIMIT: usize = 1024;

    /// Takes what was typed or pasted. One line break at the end, as pasting may bring it along,
    /// is not part of it.
    ///
    /// # Errors
    /// [`PassphraseError`].
    pub fn new(text: &str) -> Result<Self, PassphraseError> {
        let line = text.strip_suffix('\n').unwrap_or(text);
        let line = line.strip_suffix('\r').unwrap_or(line);
        if line.is_empty() {
            return Err(PassphraseError::Empty);
        }
        if line.len() > Self::LIMIT {
            return Err(PassphraseError::TooLong);
        }
        if line.chars().any(char::is_control) {
            return Err(PassphraseError::Untypable);
        }
        Ok(Self(Zeroizing::new(line.to_owned())))
    }

    /// The text, for the key derivation.
    pub(crate) fn expose(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(text: &str) -> Result<String, PassphraseError> {
        Passphrase::new(text).map(|passphrase| passphrase.expose().to_owned())
    }

    #[test]
    fn every_text_that_can_be_typed_is_taken_as_it_is() {
        for text in ["x", " two  spaces ", "пароль 🌊", "12345"] {
            assert_eq!(taken(text).as_deref(), Ok(text));
        }
    }

    #[test]
    fn one_line_break_that_came_with_pasting_is_left_out() {
        assert_eq!(taken("calm sea\r\n").as_deref(), Ok("calm sea"));
        assert_eq!(taken("calm sea\n").as_deref(), Ok("calm sea"));
        assert_eq!(taken("\n"), Err(PassphraseError::Empty));
        assert_eq!(taken("calm\nsea"), Err(PassphraseError::Untypable));
        assert_eq!(
            taken(&"x".repeat(Passphrase::LIMIT + 1)),
            Err(PassphraseError::TooLong)
        );
    }
}
