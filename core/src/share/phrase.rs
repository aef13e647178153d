//! The phrase of a share: words that can be told by voice.

use zeroize::Zeroizing;

use super::words::{BITS, ENGLISH_WORDS, number, word};

/// 64 random bits and 8 that check them: eight words of nine bits.
const COUNT: usize = 8;

/// Why a text is not a phrase. Nothing has been derived from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PhraseError {
    /// Not eight words.
    #[error("a phrase has {COUNT} words, not {0}")]
    Count(usize),
    /// The word at this place, from 1, is none of the list.
    #[error("word {0} is not one that Ebb uses")]
    Unknown(usize),
    /// All are words of the list, and do not belong together: one was misheard.
    #[error("the words do not fit together")]
    Typo,
}

/// A phrase. It is overwritten with zeros when dropped.
pub struct Phrase(Zeroizing<String>);

impl Phrase {
    /// Makes a phrase of 64 random bits: the lowest of these.
    #[must_use]
    pub fn new(random: u128) -> Self {
        let bits = random & u128::from(u64::MAX);
        let whole = bits << 8 | u128::from(check(bits));
        let mut text = Zeroizing::new(String::with_capacity(COUNT * 9));
        for place in (0..COUNT).rev() {
            let shift = BITS * u32::try_from(place).unwrap_or(0);
            if !text.is_empty() {
                text.push('-');
            }
            text.push_str(word(
                u16::try_from(whole >> shift & 511).unwrap_or(0),
                ENGLISH_WORDS,
            ));
        }
        Self(text)
    }

    /// Reads a phrase as somebody types it: in any case, with anything but letters between the
    /// words, and a word may be cut after four letters.
    ///
    /// # Errors
    /// [`PhraseError`].
    pub fn parse(text: &str) -> Result<Self, PhraseError> {
        let lower = Zeroizing::new(text.to_lowercase());
        let words = || {
            lower
                .split(|c: char| !c.is_alphabetic())
                .filter(|word| !word.is_empty())
        };
        if words().count() != COUNT {
            return Err(PhraseError::Count(words().count()));
        }
        let mut whole = 0;
        for (place, word) in words().enumerate() {
            let number = number(word).ok_or(PhraseError::Unknown(place + 1))?;
            whole = whole << BITS | u128::from(number);
        }
        let bits = whole >> 8;
        if u128::from(check(bits)) == whole & 255 {
            Ok(Self::new(bits))
        } else {
            Err(PhraseError::Typo)
        }
    }

    /// The phrase in its one spelling, words joined by dashes. This is the passphrase of the
    /// `age` file.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }

    /// Its words.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.0.split('-')
    }
}

/// CRC-8 (x^8 + x^2 + x + 1) of 64 bits: every single word that is wrong is found, as its nine
/// bits are a burst, all but those whose two ends are the only change (one in 255 of them).
fn check(bits: u128) -> u8 {
    (0..64).rev().fold(0, |sum: u8, place| {
        let bit = u8::from(bits >> place & 1 == 1);
        let carry = (sum >> 7) ^ bit;
        sum << 1 ^ if carry == 1 { 7 } else { 0 }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<String, PhraseError> {
        Phrase::parse(text).map(|phrase| phrase.text().to_owned())
    }

    const SAMPLE: u128 = 0xfeed_0123_4567_89ab_cdef;

    #[test]
    fn a_phrase_is_read_however_it_is_typed() {
        for random in [0, 1, SAMPLE, u128::MAX] {
            let phrase = Phrase::new(random);
            let text = phrase.text().to_owned();
            assert_eq!(phrase.words().count(), COUNT);
            assert_eq!(read(&text), Ok(text.clone()));
            let typed = text.to_uppercase().replace('-', " , ");
            assert_eq!(read(&format!("  {typed}.")), Ok(text.clone()));
            let short: Vec<String> = phrase
                .words()
                .map(|w| w.chars().take(4).collect())
                .collect();
            assert_eq!(read(&short.join(" ")), Ok(text));
        }
    }

    #[test]
    fn a_missing_an_unknown_and_a_misheard_word_are_told_apart() {
        let phrase = Phrase::new(SAMPLE);
        let mut words: Vec<&str> = phrase.words().collect();
        assert_eq!(read(&words[1..].join(" ")), Err(PhraseError::Count(7)));
        let third = std::mem::replace(&mut words[2], "qqqq");
        assert_eq!(read(&words.join(" ")), Err(PhraseError::Unknown(3)));
        words[2] = third;
        words.swap(0, 1);
        assert_eq!(read(&words.join(" ")), Err(PhraseError::Typo));
    }

    #[test]
    fn only_64_bits_count_and_each_of_them_does() {
        assert_eq!(
            Phrase::new(SAMPLE).text(),
            Phrase::new(SAMPLE & u128::from(u64::MAX)).text()
        );
        for place in 0..64 {
            assert_ne!(Phrase::new(0).text(), Phrase::new(1 << place).text());
        }
    }
}
