//! What a share and assignments have in common: how a file begins, and the list inside.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::code;
use super::signing::Signer;
use super::{FORMAT, PADDED_TO, SealedFor, ShareError};

const MAGIC: &[u8] = b"age-encryption.org/";
const ARMOR_BEGIN: &[u8] = b"-----BEGIN AGE ENCRYPTED FILE-----";
/// Enough of an armored file to see the first recipient, a multiple of four.
const ARMOR_HEAD: usize = 8 * 1024;
/// Enough of a file to see its header.
const HEAD: usize = 16 * 1024;

/// See [`super::sealed_for`].
pub(super) fn sealed_for(file: &[u8]) -> Result<SealedFor, ShareError> {
    let start = file.trim_ascii_start();
    if start.first() == Some(&b'{') {
        return Ok(SealedFor::Plain);
    }
    if let Some(armored) = start.strip_prefix(ARMOR_BEGIN) {
        let text: Vec<u8> = armored
            .iter()
            .copied()
            .take_while(|byte| *byte != b'-')
            .filter(|byte| !byte.is_ascii_whitespace() && *byte != b'=')
            .take(ARMOR_HEAD)
            .collect();
        let text = std::str::from_utf8(&text).map_err(|_| ShareError::Damaged)?;
        // Letters of several bytes have no place in an armor, and none of them may be cut in two.
        let whole = text.get(..text.len() / 4 * 4);
        let head = whole.and_then(code::base64).ok_or(ShareError::Damaged)?;
        return recipients(&head);
    }
    recipients(file)
}

/// Counts the recipients in a header.
fn recipients(file: &[u8]) -> Result<SealedFor, ShareError> {
    if !file.starts_with(MAGIC) {
        let cut = !file.is_empty() && MAGIC.starts_with(file);
        return Err(if cut {
            ShareError::Incomplete
        } else {
            ShareError::NotAge
        });
    }
    let head = &file[..file.len().min(HEAD)];
    let lines = || head.split(|byte| *byte == b'\n');
    if lines().any(|line| line.starts_with(b"-> scrypt ")) {
        return Ok(SealedFor::Phrase);
    }
    if !lines().any(|line| line.starts_with(b"--- ")) {
        return Err(ShareError::Incomplete);
    }
    // The `age` program adds lines that are nobody's, so that readers learn to pass over them.
    let keys = lines().filter(|line| line.starts_with(b"-> X25519 "));
    Ok(SealedFor::Keys(keys.count()))
}

#[derive(Deserialize)]
struct Head<'a> {
    #[serde(borrow)]
    ebb: Cow<'a, str>,
    v: u64,
}

/// A signed bundle.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Outside<'a> {
    #[serde(rename = "ebb")]
    _ebb: &'a RawValue,
    #[serde(rename = "v")]
    _v: u16,
    key: &'a str,
    signature: &'a str,
    #[serde(borrow)]
    signed: &'a RawValue,
}

/// Takes the bytes of a bundle that has to be called `name`, as text, and says who signed it.
pub(super) fn signed_text_of<'a>(
    bytes: &'a [u8],
    name: &str,
    limit: usize,
) -> Result<(&'a str, Option<Signer>), ShareError> {
    let text = text_of(bytes, name, limit)?;
    let Ok(Outside {
        key,
        signature,
        signed,
        ..
    }) = serde_json::from_str(text)
    else {
        return Ok((text, None));
    };
    let signer = Signer::parse(key).map_err(|_| ShareError::Forged)?;
    if !signer.signed_bundle(signed.get().as_bytes(), signature) {
        return Err(ShareError::Forged);
    }
    // What is inside has to say of itself what it is: a signature of one kind is none of another.
    Ok((text_of(signed.get().as_bytes(), name, limit)?, Some(signer)))
}

/// Takes the bytes of a bundle that has to be called `name`, as text.
fn text_of<'a>(bytes: &'a [u8], name: &str, limit: usize) -> Result<&'a str, ShareError> {
    if bytes.len() > limit {
        return Err(ShareError::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| unreadable(bytes))?;
    match serde_json::from_str::<Head<'_>>(text) {
        Ok(Head { ebb, .. }) if ebb != name => Err(other(&ebb)),
        Ok(Head { v, .. }) if v > u64::from(FORMAT) => Err(ShareError::Newer),
        Ok(Head { v, .. }) if v > 0 => Ok(text),
        Ok(_) => Err(ShareError::Damaged),
        Err(_) => Err(unreadable(bytes)),
    }
}

fn other(name: &str) -> ShareError {
    match name {
        "backup" => ShareError::ABackup,
        "assignment" => ShareError::AnAssignment,
        "share" => ShareError::AShare,
        _ => ShareError::Foreign,
    }
}

/// What cannot be read was one of Ebb's if it starts like one.
fn unreadable(bytes: &[u8]) -> ShareError {
    if bytes.starts_with(br#"{"ebb":""#) {
        ShareError::Damaged
    } else {
        ShareError::Foreign
    }
}

/// Spaces and a line feed at the end, up to the next multiple.
pub(super) fn pad(bytes: &mut Vec<u8>) {
    let padded = (bytes.len() + 1).next_multiple_of(PADDED_TO);
    bytes.resize(padded - 1, b' ');
    bytes.push(b'\n');
}

/// Goes through a JSON array without holding all of it, and stops at `most` elements.
pub(super) fn each<'a>(
    array: &'a RawValue,
    most: usize,
    take: &mut dyn FnMut(&'a RawValue),
) -> Result<usize, ShareError> {
    let mut reader = Each {
        most,
        count: 0,
        take,
    };
    let done = (&mut reader).deserialize(&mut serde_json::Deserializer::from_str(array.get()));
    let count = reader.count;
    if count > most {
        return Err(ShareError::TooManyEntries);
    }
    done.map(|()| count).map_err(|_| ShareError::Damaged)
}

struct Each<'t, 'de> {
    most: usize,
    count: usize,
    take: &'t mut dyn FnMut(&'de RawValue),
}

impl<'de> DeserializeSeed<'de> for &mut Each<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for &mut Each<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while let Some(element) = list.next_element::<&'de RawValue>()? {
            self.count += 1;
            if self.count > self.most {
                return Err(A::Error::custom("too many"));
            }
            (self.take)(element);
        }
        Ok(())
    }
}
