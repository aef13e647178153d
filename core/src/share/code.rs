//! Bytes as text: base 64, and a check sum.

const STANDARD: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const FOR_URLS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Base 64 for addresses (RFC 4648, section 5), without padding.
pub(super) fn to_url_text(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 4 / 3 + 3);
    for group in bytes.chunks(3) {
        let whole = [0, 1, 2].map(|at| u32::from(group.get(at).copied().unwrap_or(0)));
        let bits = whole[0] << 16 | whole[1] << 8 | whole[2];
        for at in 0..=group.len() {
            let shift = 18 - 6 * u32::try_from(at).unwrap_or(0);
            let place = usize::try_from(bits >> shift & 63).unwrap_or(0);
            text.push(char::from(FOR_URLS[place]));
        }
    }
    text
}

/// The bytes of such a text; `None` when it is none, or not in the one canonical spelling.
pub(super) fn from_url_text(text: &str) -> Option<Vec<u8>> {
    let bytes = decode(text, FOR_URLS)?;
    (to_url_text(&bytes) == text).then_some(bytes)
}

/// The bytes of a text in the standard alphabet (RFC 4648, section 4), without padding.
pub(super) fn base64(text: &str) -> Option<Vec<u8>> {
    decode(text, STANDARD)
}

fn decode(text: &str, alphabet: &[u8; 64]) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() * 3 / 4);
    let (mut bits, mut held) = (0_u32, 0);
    for character in text.bytes() {
        let place = alphabet.iter().position(|known| *known == character)?;
        bits = bits << 6 | u32::try_from(place).ok()?;
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push(u8::try_from(bits >> held & 255).ok()?);
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_examples_of_rfc_4648_come_out() {
        for (plain, text) in [
            ("", ""),
            ("f", "Zg"),
            ("fo", "Zm8"),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg"),
            ("fooba", "Zm9vYmE"),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(to_url_text(plain.as_bytes()), text);
            assert_eq!(from_url_text(text).as_deref(), Some(plain.as_bytes()));
            assert_eq!(base64(text).as_deref(), Some(plain.as_bytes()));
        }
    }

    #[test]
    fn another_spelling_of_the_same_bytes_is_refused() {
        assert_eq!(from_url_text("Zh"), None);
        assert_eq!(from_url_text("Z g"), None);
        assert_eq!(from_url_text("Zg=="), None);
    }
}
