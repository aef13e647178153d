//! Keys and small files in an address, behind the `#`: a browser never sends that part anywhere.
//!
//! `ebb1.<kind>.<length>.<check>.<data>`: the kind is `k` for a public key, `s` for a share, `a`
//! for assignments; length is the number of characters of the data, check the CRC-32 of them in
//! hexadecimal; the data is the key as text, or a sealed `age` file in base 64 for addresses. So a
//! link that a mail program has cut is known as one.

use super::card::Card;
use super::code::{from_url_text, to_url_text};
use crate::crc32::crc32;

/// The most characters of a link's data: more is cut by some mail and chat programs.
pub const LINK_LIMIT: usize = 8_000;
/// The most characters of a link that is shown as a QR code, so that a phone's camera reads it
/// from a screen.
pub const QR_LIMIT: usize = 1_800;
const MARK: &str = "ebb1";

/// What is in a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkKind {
    /// A public key.
    Key,
    /// A share.
    Share,
    /// Assignments.
    Assignment,
}

impl LinkKind {
    const fn letter(self) -> &'static str {
        match self {
            Self::Key => "k",
            Self::Share => "s",
            Self::Assignment => "a",
        }
    }
}

/// What was read from a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// Public keys.
    Key(Card),
    /// The sealed file of a share.
    Share(Vec<u8>),
    /// The sealed file of assignments.
    Assignment(Vec<u8>),
}

/// Why a text is not a link of Ebb, or why none was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    /// Too much for a link: this many characters.
    #[error("{0} characters are too many for a link, {LINK_LIMIT} at most")]
    TooLong(usize),
    /// It has no part of Ebb.
    #[error("not a link of Ebb")]
    Foreign,
    /// Made by a newer Ebb.
    #[error("the link was made by a newer version of Ebb")]
    Newer,
    /// The end is missing.
    #[error("the link was cut: {found} of {expected} characters are there")]
    Cut {
        /// Characters that are there.
        found: usize,
        /// Characters that were sent.
        expected: usize,
    },
    /// All of it is there, and not as it was sent.
    #[error("the link was changed on its way")]
    Damaged,
}

/// What goes behind the `#` of an address. A share or assignments have to be sealed: anybody who
/// sees the address has the file.
///
/// # Errors
/// [`LinkError::TooLong`]
pub fn link(what: &Link) -> Result<String, LinkError> {
    let (kind, data) = match what {
        Link::Key(key) => (LinkKind::Key, key.text()),
        Link::Share(file) => (LinkKind::Share, to_url_text(file)),
        Link::Assignment(file) => (LinkKind::Assignment, to_url_text(file)),
    };
    if data.len() > LINK_LIMIT {
        return Err(LinkError::TooLong(data.len()));
    }
    let check = crc32(data.as_bytes());
    let (kind, length) = (kind.letter(), data.len());
    Ok(format!("{MARK}.{kind}.{length}.{check:08x}.{data}"))
}

/// Reads what stands behind the `#`, or a whole address, or the text of a QR code. A bare public
/// key is taken as well.
///
/// # Errors
/// [`LinkError`]
pub fn read_link(text: &str) -> Result<Link, LinkError> {
    let text = text.trim();
    if let Ok(key) = Card::parse(text) {
        return Ok(Link::Key(key));
    }
    let fragment = text.rsplit_once('#').map_or(text, |(_, fragment)| fragment);
    let rest = fragment.strip_prefix("ebb").ok_or(LinkError::Foreign)?;
    let (version, rest) = match rest.split_once('.') {
        Some(parts) => parts,
        None if rest.starts_with('1') => return Err(cut(0, 0)),
        None => return Err(LinkError::Foreign),
    };
    match version.parse::<u32>() {
        Ok(1) => {}
        Ok(2..) => return Err(LinkError::Newer),
        _ => return Err(LinkError::Foreign),
    }
    let mut parts = rest.splitn(4, '.');
    let kind = match parts.next().unwrap_or_default() {
        "k" => LinkKind::Key,
        "s" => LinkKind::Share,
        "a" => LinkKind::Assignment,
        _ => return Err(LinkError::Foreign),
    };
    let length = parts.next().and_then(|length| length.parse().ok());
    let length = length.filter(|length| *length <= LINK_LIMIT);
    let (Some(expected), Some(check), Some(data)) = (length, parts.next(), parts.next()) else {
        return Err(cut(0, length.unwrap_or(0)));
    };
    if data.len() < expected {
        return Err(cut(data.len(), expected));
    }
    if data.len() > expected || check != format!("{:08x}", crc32(data.as_bytes())) {
        return Err(LinkError::Damaged);
    }
    let read = match kind {
        LinkKind::Key => Card::parse(data).ok().map(Link::Key),
        LinkKind::Share => from_url_text(data).map(Link::Share),
        LinkKind::Assignment => from_url_text(data).map(Link::Assignment),
    };
    read.ok_or(LinkError::Damaged)
}

const fn cut(found: usize, expected: usize) -> LinkError {
    LinkError::Cut { found, expected }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";

    #[test]
    fn what_is_put_into_a_link_comes_out_also_of_a_whole_address() {
        let key = Link::Key(Card::parse(KEY).unwrap());
        for what in [
            key.clone(),
            Link::Share(vec![0, 255, 7]),
            Link::Assignment(b"age-encryption.org/v1".to_vec()),
        ] {
            let text = link(&what).unwrap();
            assert_eq!(read_link(&text), Ok(what.clone()));
            let address = format!(" https://ebb.example/review#{text}\n");
            assert_eq!(read_link(&address), Ok(what));
        }
        assert_eq!(read_link(KEY), Ok(key));
    }

    #[test]
    fn a_link_cut_anywhere_behind_its_kind_says_so() {
        let text = link(&Link::Share(vec![9; 300])).unwrap();
        for end in "ebb1.s.".len()..text.len() {
            let read = read_link(&text[..end]);
            assert!(matches!(read, Err(LinkError::Cut { .. })), "{end} {read:?}");
        }
    }

    #[test]
    fn other_texts_changed_ones_and_too_much_are_told_apart() {
        let text = link(&Link::Share(vec![9; 30])).unwrap();
        let mut changed = text.clone().into_bytes();
        changed[20] ^= 1;
        let changed = String::from_utf8(changed).unwrap();
        assert_eq!(read_link(&changed), Err(LinkError::Damaged));
        assert_eq!(read_link(&format!("{text}x")), Err(LinkError::Damaged));
        assert_eq!(
            read_link("https://example.org/#top"),
            Err(LinkError::Foreign)
        );
        assert_eq!(
            read_link(&text.replace("ebb1", "ebb2")),
            Err(LinkError::Newer)
        );
        let much = link(&Link::Share(vec![1; 9_000]));
        assert_eq!(much, Err(LinkError::TooLong(12_000)));
    }
}
