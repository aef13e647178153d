//! The public key of whoever a share is for, as text with a check.

/// The characters of bech32 (BIP 173), by value.
const ALPHABET: &[u8; 32] = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";
/// What stands before the key.
const PREFIX: &str = "age";
/// `age1`, 52 characters of key, 6 of check.
const LENGTH: usize = 62;
const CHECK: usize = 6;
const BYTES: usize = 32;

/// Why a text is not a public key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// It does not look like one.
    #[error("not a public key")]
    NotAKey,
    /// This is the *secret* part of a key, which must not be passed on.
    #[error("this is a secret key, not a public one")]
    Secret,
    /// The beginning of one.
    #[error("the key is not complete")]
    Incomplete,
    /// The check does not fit: there is a slip somewhere.
    #[error("the key has a slip in it")]
    Typo,
}

/// The public half of an `age` X25519 key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PublicKey([u8; BYTES]);

impl PublicKey {
    /// Reads `age1…`, in small or in capital letters, with white space anywhere.
    ///
    /// # Errors
    /// [`KeyError`]
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let lower = text.to_ascii_lowercase();
        if lower.starts_with("age-secret-key-") {
            return Err(KeyError::Secret);
        }
        let data = lower.strip_prefix("age1").ok_or(KeyError::NotAKey)?;
        let value = |c: u8| ALPHABET.iter().position(|known| *known == c);
        let values: Option<Vec<u8>> = data.bytes().map(|c| u8::try_from(value(c)?).ok()).collect();
        let values = values.ok_or(KeyError::Typo)?;
        match lower.len() {
            LENGTH => {}
            0..LENGTH => return Err(KeyError::Incomplete),
            _ => return Err(KeyError::Typo),
        }
        if checksum(&values) != 1 {
            return Err(KeyError::Typo);
        }
        let key = &values[..values.len() - CHECK];
        bytes_of(key).map(Self).ok_or(KeyError::Typo)
    }

    /// The key as text, `age1…`.
    #[must_use]
    pub fn text(&self) -> String {
        let mut values = Vec::with_capacity(LENGTH);
        let (mut bits, mut held) = (0_u32, 0);
        for byte in self.0 {
            bits = bits << 8 | u32::from(byte);
            held += 8;
            while held >= 5 {
                held -= 5;
                values.push(u8::try_from(bits >> held & 31).unwrap_or(0));
            }
        }
        values.push(u8::try_from(bits << (5 - held) & 31).unwrap_or(0));
        let mut checked = values.clone();
        checked.extend([0; CHECK]);
        let sum = checksum(&checked) ^ 1;
        values.extend((0..CHECK).map(|at| u8::try_from(sum >> (5 * (5 - at)) & 31).unwrap_or(0)));
        let data = values
            .iter()
            .map(|value| char::from(ALPHABET[usize::from(*value)]));
        format!("{PREFIX}1{}", data.collect::<String>())
    }

    /// The 32 bytes.
    #[must_use]
    pub const fn bytes(&self) -> &[u8; BYTES] {
        &self.0
    }
}

/// Eight bits each out of five bits each; what is left over has to be zero.
fn bytes_of(values: &[u8]) -> Option<[u8; BYTES]> {
    let mut bytes = Vec::with_capacity(BYTES);
    let (mut bits, mut held) = (0_u32, 0);
    for value in values {
        bits = bits << 5 | u32::from(*value);
        held += 5;
        if held >= 8 {
            held -= 8;
            bytes.push(u8::try_from(bits >> held & 255).ok()?);
        }
    }
    let left = bits & ((1 << held) - 1);
    if left != 0 {
        return None;
    }
    bytes.try_into().ok()
}

/// The polynomial check of bech32 over the prefix and the values.
fn checksum(values: &[u8]) -> u32 {
    const GENERATOR: [u32; 5] = [
        0x3b6a_57b2,
        0x2650_8e6d,
        0x1ea1_19fa,
        0x3d42_33dd,
        0x2a14_62b3,
    ];
    let prefix = PREFIX.bytes();
    let expanded = prefix.clone().map(|c| c >> 5);
    let expanded = expanded.chain([0]).chain(prefix.map(|c| c & 31));
    expanded
        .chain(values.iter().copied())
        .fold(1, |sum, value| {
            let top = sum >> 25;
            let shifted = (sum & 0x01ff_ffff) << 5 ^ u32::from(value);
            let places = GENERATOR.iter().enumerate();
            places.fold(shifted, |sum, (place, part)| {
                if top >> place & 1 == 1 {
                    sum ^ part
                } else {
                    sum
                }
            })
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Printed in the README of the `age` program.
    const KEY: &str = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";

    #[test]
    fn a_key_of_the_age_program_is_read_and_written_back() {
        let key = PublicKey::parse(KEY).unwrap();
        assert_eq!(key.text(), KEY);
        let wrapped = format!(" {}\n{} ", &KEY[..30], KEY[30..].to_uppercase());
        assert_eq!(PublicKey::parse(&wrapped), Ok(key));
    }

    #[test]
    fn every_slip_in_one_character_and_every_swap_is_found() {
        for at in 4..KEY.len() {
            let mut slip = KEY.as_bytes().to_vec();
            slip[at] = if slip[at] == b'q' { b'p' } else { b'q' };
            let slip = String::from_utf8(slip).unwrap();
            assert_eq!(PublicKey::parse(&slip), Err(KeyError::Typo));
        }
        for at in 4..KEY.len() - 1 {
            let mut slip = KEY.as_bytes().to_vec();
            slip.swap(at, at + 1);
            let slip = String::from_utf8(slip).unwrap();
            assert!(slip == KEY || PublicKey::parse(&slip) == Err(KeyError::Typo));
        }
    }

    #[test]
    fn what_else_is_pasted_is_told_apart() {
        assert_eq!(PublicKey::parse("hello"), Err(KeyError::NotAKey));
        assert_eq!(PublicKey::parse(&KEY[..40]), Err(KeyError::Incomplete));
        assert_eq!(PublicKey::parse(&format!("{KEY}q")), Err(KeyError::Typo));
        assert_eq!(
            PublicKey::parse("AGE-SECRET-KEY-1QQQ"),
            Err(KeyError::Secret)
        );
    }
}
