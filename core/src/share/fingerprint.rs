//! A key in a few words, to be compared by two people.

use sha2::{Digest, Sha256};

use super::key::PublicKey;
use super::words::{BITS, word};

/// Keeps these words apart from every other use of the hash.
const DOMAIN: &[u8] = b"ebb key fingerprint v1\0";
/// 54 bits: whoever wants another key with the same words has to try some 10^16 keys, and to be in
/// the way when two people show each other a screen.
const COUNT: u32 = 6;

/// Six words that stand for a key: the first bits of the SHA-256 of it.
#[must_use]
pub fn fingerprint(key: &PublicKey) -> [&'static str; COUNT as usize] {
    let mut hash = Sha256::new();
    hash.update(DOMAIN);
    hash.update(key.bytes());
    let first: [u8; 8] = std::array::from_fn({
        let digest = hash.finalize();
        move |at| digest[at]
    });
    let bits = u64::from_be_bytes(first) >> (64 - COUNT * BITS);
    let mut place = COUNT;
    [(); COUNT as usize].map(|()| {
        place -= 1;
        word(u16::try_from(bits >> (place * BITS) & 511).unwrap_or(0))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_key_never_change() {
        let key =
            PublicKey::parse("age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p");
        let words = fingerprint(&key.unwrap()).join(" ");
        assert_eq!(words, "globe onion pepper lentil tractor dream");
    }
}
