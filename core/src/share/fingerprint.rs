//! Keys in a few words, to be compared by two people.

use sha2::{Digest, Sha256};

use super::card::Card;
use super::words::{BITS, word};

/// Keeps these words apart from every other use of the hash.
const DOMAIN: &[u8] = b"ebb key fingerprint v1\0";
/// The same where there is a key for signatures, too.
const WITH_SIGNER: &[u8] = b"ebb key fingerprint v2\0";
/// 54 bits: whoever wants other keys with the same words has to try some 10^16, and to be in
/// the way when two people show each other a screen.
const COUNT: u32 = 6;

/// Six numbers below 512 that stand for a card: the first bits of the SHA-256 of its keys. They
/// are the same in every language.
#[must_use]
pub fn numbers(card: &Card) -> [u16; COUNT as usize] {
    let mut hash = Sha256::new();
    hash.update(if card.signer.is_some() {
        WITH_SIGNER
    } else {
        DOMAIN
    });
    hash.update(card.key.bytes());
    if let Some(signer) = &card.signer {
        hash.update(signer.bytes());
    }
    first_bits(hash)
}

/// The same for a whole file: the first bits of its SHA-256.
#[must_use]
pub fn file_numbers(bytes: &[u8]) -> [u16; COUNT as usize] {
    first_bits(Sha256::new().chain_update(bytes))
}

/// The words of such numbers in a language: `list` is [`ENGLISH_WORDS`](super::ENGLISH_WORDS) or its like.
#[must_use]
pub fn number_words(
    numbers: [u16; COUNT as usize],
    list: &'static str,
) -> [&'static str; COUNT as usize] {
    numbers.map(|number| word(number, list))
}

fn first_bits(hash: Sha256) -> [u16; COUNT as usize] {
    let digest = hash.finalize();
    let first: [u8; 8] = std::array::from_fn(|at| digest[at]);
    let bits = u64::from_be_bytes(first) >> (64 - COUNT * BITS);
    let mut place = COUNT;
    [(); COUNT as usize].map(|()| {
        place -= 1;
        u16::try_from(bits >> (place * BITS) & 511).unwrap_or(0)
    })
}

#[cfg(test)]
mod tests {
    use super::super::key::PublicKey;
    use super::super::signing::SigningKey;
    use super::super::words::{ENGLISH_WORDS, SPANISH_WORDS};
    use super::*;

    #[test]
    fn a_file_has_the_numbers_that_its_sha_256_begins_with() {
        // ba7816bf 8f01cf.., the digest of "abc" (FIPS 180-2, B.1), nine bits at a time.
        assert_eq!(file_numbers(b"abc"), [372, 480, 181, 504, 480, 115]);
        let words = number_words(file_numbers(b"abc"), ENGLISH_WORDS);
        assert_eq!(words[0], word(372, ENGLISH_WORDS));
    }

    #[test]
    fn the_words_of_a_key_never_change() {
        let key =
            PublicKey::parse("age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p");
        let mut card = Card::from(key.unwrap());
        let words = number_words(numbers(&card), ENGLISH_WORDS).join(" ");
        assert_eq!(words, "globe onion pepper lentil tractor dream");
        let words = number_words(numbers(&card), SPANISH_WORDS).join(" ");
        assert_eq!(words, "feria marfil narciso iguana torre dado");
        card.signer = Some(SigningKey::from_seed(&[3; 32]).signer());
        assert_ne!(number_words(numbers(&card), SPANISH_WORDS).join(" "), words);
    }
}
