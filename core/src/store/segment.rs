//! Many records as one value.
//!
//! A segment is UTF-8 text. Its first line is a header, and after it comes one line for each
//! record, exactly as [`encode`](crate::journal::encode) writes it; every line ends with `\n`:
//!
//! ```text
//! {"v":1,"segment":"01J…","count":2,"crc32":907060870}
//! {"v":1,"id":"01H…",…}
//! {"v":1,"id":"01J…",…}
//! ```
//!
//! `segment` is the key the segment is kept under, `count` the number of lines after the header
//! and `crc32` the checksum (IEEE 802.3, as in zip and PNG) of all bytes after the header's line.
//! So a segment that is cut short, damaged or moved is noticed. Lines are in no promised order,
//! and a reader must not mind a record that is in another segment or in the tail as well.

use serde::Deserialize;

use crate::crc32::crc32;
use crate::journal::DecodeError;

/// The format this build writes, and the newest it reads.
pub const SEGMENT_FORMAT: u16 = 1;

#[derive(Deserialize)]
struct Version {
    v: u16,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Header<'a> {
    v: u16,
    segment: &'a str,
    count: usize,
    crc32: u32,
}

/// Writes lines, none of which holds a line break, as the segment called `key`.
#[must_use]
pub fn write_segment<'a>(key: &str, lines: impl Iterator<Item = &'a [u8]>) -> Vec<u8> {
    let mut body = Vec::new();
    let mut count = 0_usize;
    for line in lines {
        body.extend_from_slice(line);
        body.push(b'\n');
        count += 1;
    }
    let crc32 = crc32(&body);
    let mut text = format!(
        "{{\"v\":{SEGMENT_FORMAT},\"segment\":\"{key}\",\"count\":{count},\"crc32\":{crc32}}}\n"
    )
    .into_bytes();
    text.append(&mut body);
    text
}

/// The lines of the segment called `key`.
///
/// # Errors
/// [`DecodeError`] when it is not whole.
pub fn read_segment<'a>(
    key: &str,
    text: &'a [u8],
) -> Result<impl Iterator<Item = &'a str> + use<'a>, DecodeError> {
    let text = std::str::from_utf8(text).map_err(|_| DecodeError::Damaged)?;
    let (header, body) = text.split_once('\n').ok_or(DecodeError::Damaged)?;
    let version: Version = serde_json::from_str(header).map_err(|_| DecodeError::Damaged)?;
    if version.v > SEGMENT_FORMAT {
        return Err(DecodeError::Newer(version.v));
    }
    let header: Header<'_> = serde_json::from_str(header).map_err(|_| DecodeError::Damaged)?;
    let whole = header.v == SEGMENT_FORMAT
        && header.segment == key
        && header.crc32 == crc32(body.as_bytes())
        && header.count == body.matches('\n').count()
        && (body.is_empty() || body.ends_with('\n'));
    if whole {
        Ok(body.split_terminator('\n'))
    } else {
        Err(DecodeError::Damaged)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Vec<u8> {
        write_segment("A", [&b"{\"one\":1}"[..], b"{}"].into_iter())
    }

    #[test]
    fn a_segment_reads_back_line_by_line() {
        let text = sample();
        let lines: Vec<_> = read_segment("A", &text).unwrap().collect();
        assert_eq!(lines, ["{\"one\":1}", "{}"]);
    }

    #[test]
    fn an_empty_segment_is_whole() {
        let text = write_segment("A", std::iter::empty());
        assert_eq!(read_segment("A", &text).unwrap().count(), 0);
    }

    #[test]
    fn every_cut_and_every_flipped_bit_is_noticed() {
        let text = sample();
        for end in 0..text.len() {
            assert!(read_segment("A", &text[..end]).is_err(), "cut at {end}");
        }
        for bit in 0..text.len() * 8 {
            let mut flipped = text.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            assert!(read_segment("A", &flipped).is_err(), "bit {bit}");
        }
    }

    #[test]
    fn a_segment_under_another_name_is_refused() {
        assert!(read_segment("B", &sample()).is_err());
    }

    #[test]
    fn a_newer_segment_is_told_from_a_damaged_one() {
        let newer = b"{\"v\":2,\"whatever\":true}\n";
        let refused = read_segment("A", newer).err();
        assert_eq!(refused, Some(DecodeError::Newer(2)));
    }
}
