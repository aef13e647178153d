//! The recovery code: the second way in, printed on paper.
//!
//! 128 random bits as 26 characters of Crockford's base 32, which has no I, L, O and U, followed
//! by two check characters. The 28 are a Reed-Solomon code word over GF(32), so that every slip
//! in one or two characters is found, two characters changed about among them.

use zeroize::Zeroizing;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const DATA: usize = 26;
const CHECKS: usize = 2;
const LENGTH: usize = DATA + CHECKS;
const GROUP: usize = 4;

/// Why a text is not a recovery code. Nothing has been derived from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecoveryCodeError {
    /// A character that no code has.
    #[error("the recovery code holds a character that none has")]
    Character,
    /// Not 28 characters.
    #[error("a recovery code has 28 characters, not {0}")]
    Length(usize),
    /// The check characters do not fit: there is a slip somewhere.
    #[error("the recovery code has a slip in it")]
    Typo,
}

/// A recovery code. It is overwritten with zeros when dropped.
pub struct RecoveryCode(Zeroizing<[u8; 16]>);

impl RecoveryCode {
    /// Makes a code of 128 random bits.
    #[must_use]
    pub fn new(random: u128) -> Self {
        Self(Zeroizing::new(random.to_be_bytes()))
    }

    /// Reads a code as somebody types it: in any case, with or without spaces and dashes, and
    /// with O for 0 and I or L for 1.
    ///
    /// # Errors
    /// [`RecoveryCodeError`].
    pub fn parse(text: &str) -> Result<Self, RecoveryCodeError> {
        let mut word = Zeroizing::new([0_u8; LENGTH]);
        let mut length = 0;
        for character in text.chars().filter(|c| !is_separator(*c)) {
            let value = value_of(character).ok_or(RecoveryCodeError::Character)?;
            if let Some(place) = word.get_mut(length) {
                *place = value;
            }
            length += 1;
        }
        if length != LENGTH {
            return Err(RecoveryCodeError::Length(length));
        }
        // 26 characters have room for 130 bits; the two that are too many are 0.
        if checks(&word[..DATA]) != word[DATA..] || word[0] >= 8 {
            return Err(RecoveryCodeError::Typo);
        }
        let bits = word[..DATA]
            .iter()
            .fold(0, |bits: u128, value| bits << 5 | u128::from(*value));
        Ok(Self::new(bits))
    }

    /// The code as it is printed: seven groups of four characters, joined by dashes. This is also
    /// the passphrase of its keyslot, for the `age` program.
    #[must_use]
    pub fn text(&self) -> Zeroizing<String> {
        let bits = u128::from_be_bytes(*self.0);
        let mut word = Zeroizing::new([0_u8; LENGTH]);
        for (index, value) in word[..DATA].iter_mut().enumerate() {
            let shift = 5 * (DATA - 1 - index);
            *value = u8::try_from(bits >> shift & 31).unwrap_or(0);
        }
        let checks = checks(&word[..DATA]);
        word[DATA..].copy_from_slice(&checks);
        let mut text = Zeroizing::new(String::with_capacity(LENGTH + LENGTH / GROUP));
        for (index, value) in word.iter().enumerate() {
            if index > 0 && index % GROUP == 0 {
                text.push('-');
            }
            text.push(char::from(ALPHABET[usize::from(value & 31)]));
        }
        text
    }
}

/// What people put between groups, and what a word processor makes of a dash.
fn is_separator(character: char) -> bool {
    character.is_whitespace() || matches!(character, '-' | '\u{2010}'..='\u{2015}' | '.' | '_')
}

fn value_of(character: char) -> Option<u8> {
    let upper = match character.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let place = ALPHABET.iter().position(|c| char::from(*c) == upper)?;
    u8::try_from(place).ok()
}

/// Multiplication in GF(32), modulo x^5 + x^2 + 1.
fn times(left: u8, right: u8) -> u8 {
    let (mut left, mut product) = (left, 0);
    for bit in 0..5 {
        if right >> bit & 1 == 1 {
            product ^= left;
        }
        left <<= 1;
        if left & 32 != 0 {
            left ^= 0b10_0101;
        }
    }
    product
}

/// The remainder of the data by (x - 2)(x - 4), whose roots are two powers of the generator: a
/// code of distance three.
fn checks(data: &[u8]) -> [u8; CHECKS] {
    let (sum, product) = (2 ^ 4, times(2, 4));
    let mut remainder = [0, 0];
    for value in data {
        let lead = remainder[0] ^ value;
        remainder = [remainder[1] ^ times(lead, sum), times(lead, product)];
    }
    remainder
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<u128, RecoveryCodeError> {
        RecoveryCode::parse(text).map(|code| u128::from_be_bytes(*code.0))
    }

    const SAMPLE: u128 = 0x0123_4567_89ab_cdef_fedc_ba98_7654_3210;

    #[test]
    fn a_code_reads_back_as_it_was_printed() {
        for bits in [0, 1, SAMPLE, u128::MAX, u128::MAX - 1] {
            let text = RecoveryCode::new(bits).text();
            assert_eq!(read(&text), Ok(bits));
            assert_eq!(text.split('-').map(str::len).collect::<Vec<_>>(), [4; 7]);
        }
    }

    #[test]
    fn case_separators_and_look_alikes_do_not_matter() {
        let text = RecoveryCode::new(SAMPLE).text();
        let spoken = text
            .to_lowercase()
            .replace('-', " – ")
            .replace('0', "o")
            .replacen('1', "l", 1)
            .replace('1', "i");
        assert_ne!(spoken, *text);
        assert_eq!(read(&spoken), Ok(SAMPLE));
        assert_eq!(read(&text.replace('-', "")), Ok(SAMPLE));
    }

    #[test]
    fn every_slip_in_one_or_two_characters_is_found() {
        let text = RecoveryCode::new(SAMPLE).text().replace('-', "");
        let code: Vec<u8> = text.bytes().filter_map(|b| value_of(b.into())).collect();
        let is_code = |word: &[u8]| checks(&word[..DATA]) == word[DATA..];
        assert!(is_code(&code));
        for first in 0..LENGTH {
            for second in first..LENGTH {
                for changes in 1..1024_u16 {
                    let [high, low] = (changes << 3).to_be_bytes();
                    let mut word = code.clone();
                    word[first] ^= high;
                    word[second] ^= low >> 3;
                    assert!(word == code || !is_code(&word), "{first} {second}");
                }
            }
        }
    }

    #[test]
    fn neighbours_changed_about_are_found() {
        let text = RecoveryCode::new(SAMPLE).text().replace('-', "");
        for at in 0..LENGTH - 1 {
            let mut letters: Vec<char> = text.chars().collect();
            letters.swap(at, at + 1);
            let swapped: String = letters.into_iter().collect();
            if swapped != text {
                assert_eq!(read(&swapped), Err(RecoveryCodeError::Typo), "{at}");
            }
        }
    }

    #[test]
    fn what_is_missing_or_foreign_has_an_error_of_its_own() {
        let text = RecoveryCode::new(SAMPLE).text();
        assert_eq!(
            read(&text[..text.len() - 1]),
            Err(RecoveryCodeError::Length(27))
        );
        assert_eq!(read(""), Err(RecoveryCodeError::Length(0)));
        assert_eq!(
            read(&text.replacen('-', "u", 1)),
            Err(RecoveryCodeError::Character)
        );
        // The two spare bits are not free to carry anything.
        let mut word = [0_u8; LENGTH];
        word[0] = 8;
        let checks = checks(&word[..DATA]);
        word[DATA..].copy_from_slice(&checks);
        let text: String = word
            .iter()
            .map(|v| char::from(ALPHABET[usize::from(*v)]))
            .collect();
        assert_eq!(read(&text), Err(RecoveryCodeError::Typo));
    }
}
