//! The manifest of a sealed store: which values there are, in which version, and in which form.
//!
//! It is one sealed value, written anew with every commit, so that a value that was taken away,
//! put back in an older version or added by somebody else does not go unnoticed. `core/FORMAT.md`
//! describes its bytes.

use std::collections::BTreeMap;

use super::backend::Table;

/// The version of the manifest's bytes that this build writes, and the newest it reads.
const VERSION: u8 = 1;
/// Up to here a size is padded to a power of two, above it to a multiple of this.
const STEP: usize = 4096;
/// The smallest padded size.
const LEAST: usize = 256;

/// Tells one version of a value from another: 128 bits that nobody without the key can choose.
pub type Mark = [u8; 16];

/// Where a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whereabouts {
    /// In a sealed row of this form.
    Row(Mark),
    /// Where and as it was before the conversion that is under way.
    Former(Mark),
}

/// Which conversion is under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// None: everything is in sealed rows.
    Settled,
    /// From plain values.
    FromPlain,
    /// From values that format 1 sealed, each under its own name.
    FromFormat1,
    /// From rows under another key, which is sealed here.
    FromKey(Vec<u8>),
    /// To plain values. What is written now is written plain.
    ToPlain,
}

/// What the store holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Manifest {
    /// Counts the commits.
    pub counter: u64,
    pub form: Form,
    /// The mark of the vault file that was kept last.
    pub vault: Option<Mark>,
    pub rows: BTreeMap<(Table, String), Whereabouts>,
}

impl Manifest {
    pub const fn new(form: Form) -> Self {
        Self {
            counter: 0,
            form,
            vault: None,
            rows: BTreeMap::new(),
        }
    }

    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = vec![VERSION];
        bytes.extend_from_slice(&self.counter.to_be_bytes());
        let (form, key): (u8, &[u8]) = match &self.form {
            Form::Settled => (0, &[]),
            Form::FromPlain => (1, &[]),
            Form::FromFormat1 => (2, &[]),
            Form::FromKey(key) => (3, key),
            Form::ToPlain => (4, &[]),
        };
        bytes.push(form);
        with_length(&mut bytes, key);
        with_length(
            &mut bytes,
            self.vault.as_ref().map_or(&[], |mark| &mark[..]),
        );
        for ((table, key), whereabouts) in &self.rows {
            let (state, mark) = match whereabouts {
                Whereabouts::Row(mark) => (1, mark),
                Whereabouts::Former(mark) => (2, mark),
            };
            bytes.push(state);
            bytes.push(code(*table));
            with_length(&mut bytes, key.as_bytes());
            bytes.extend_from_slice(mark);
        }
        // A zero is no state, so the padding ends the list.
        pad(&mut bytes);
        bytes
    }

    pub fn decode(bytes: &[u8]) -> Option<Self> {
        let mut rest = bytes;
        if take(&mut rest, 1)? != [VERSION] {
            return None;
        }
        let counter = u64::from_be_bytes(take(&mut rest, 8)?.try_into().ok()?);
        let form = take(&mut rest, 1)?[0];
        let key = take_with_length(&mut rest)?;
        let form = match form {
            0 => Form::Settled,
            1 => Form::FromPlain,
            2 => Form::FromFormat1,
            3 => Form::FromKey(key.to_vec()),
            4 => Form::ToPlain,
            _ => return None,
        };
        let vault = match take_with_length(&mut rest)? {
            [] => None,
            mark => Some(mark.try_into().ok()?),
        };
        let mut rows = BTreeMap::new();
        while let Some([state @ 1..=2]) = take(&mut rest, 1) {
            let table = table_of(take(&mut rest, 1)?[0])?;
            let key = std::str::from_utf8(take_with_length(&mut rest)?).ok()?;
            let mark = take(&mut rest, 16)?.try_into().ok()?;
            let whereabouts = match state {
                1 => Whereabouts::Row(mark),
                _ => Whereabouts::Former(mark),
            };
            rows.insert((table, key.to_owned()), whereabouts);
        }
        Some(Self {
            counter,
            form,
            vault,
            rows,
        })
    }
}

/// What a row holds before it is sealed: its table and key, the value, and padding.
pub(super) fn to_row(table: Table, key: &str, value: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(value.len() + key.len() + 16);
    bytes.push(code(table));
    with_length(&mut bytes, key.as_bytes());
    with_length(&mut bytes, value);
    pad(&mut bytes);
    bytes
}

/// Reads what [`to_row`] made.
pub(super) fn from_row(mut bytes: &[u8]) -> Option<((Table, String), Vec<u8>)> {
    let rest = &mut bytes;
    let table = table_of(take(rest, 1)?[0])?;
    let key = std::str::from_utf8(take_with_length(rest)?)
        .ok()?
        .to_owned();
    let value = take_with_length(rest)?.to_vec();
    Some(((table, key), value))
}

/// Fills up with zeros, so that the length tells little.
fn pad(bytes: &mut Vec<u8>) {
    let size = bytes.len().max(LEAST);
    let padded = if size < STEP {
        size.next_power_of_two()
    } else {
        size.next_multiple_of(STEP)
    };
    bytes.resize(padded, 0);
}

fn code(table: Table) -> u8 {
    match table {
        Table::Records => 1,
        Table::Segments => 2,
        Table::Drafts => 3,
        Table::Meta => 4,
    }
}

fn table_of(code: u8) -> Option<Table> {
    match code {
        1 => Some(Table::Records),
        2 => Some(Table::Segments),
        3 => Some(Table::Drafts),
        4 => Some(Table::Meta),
        _ => None,
    }
}

/// Four bytes of length, and the bytes. No value of a store comes near 4 GiB.
fn with_length(bytes: &mut Vec<u8>, part: &[u8]) {
    let length = u32::try_from(part.len()).unwrap_or(u32::MAX);
    bytes.extend_from_slice(&length.to_be_bytes());
    bytes.extend_from_slice(part);
}

fn take<'a>(rest: &mut &'a [u8], count: usize) -> Option<&'a [u8]> {
    let (head, tail) = rest.split_at_checked(count)?;
    *rest = tail;
    Some(head)
}

fn take_with_length<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let length = u32::from_be_bytes(take(rest, 4)?.try_into().ok()?);
    take(rest, usize::try_from(length).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_reads_as_it_was_written_and_its_length_tells_little() {
        let mut manifest = Manifest::new(Form::FromKey(b"sealed".to_vec()));
        manifest.counter = 7;
        manifest.vault = Some([9; 16]);
        let empty = manifest.encode();
        assert_eq!(empty.len(), LEAST);
        for (number, table) in Table::ALL.into_iter().enumerate() {
            let whereabouts = if number % 2 == 0 {
                Whereabouts::Row([1; 16])
            } else {
                Whereabouts::Former([2; 16])
            };
            manifest
                .rows
                .insert((table, "é key".to_owned()), whereabouts);
        }
        let bytes = manifest.encode();
        assert_eq!(bytes.len(), LEAST);
        assert_eq!(Manifest::decode(&bytes), Some(manifest));
    }

    #[test]
    fn a_manifest_that_is_cut_off_or_of_another_version_is_none() {
        let mut manifest = Manifest::new(Form::Settled);
        let place = (Table::Segments, "0".repeat(26));
        manifest.rows.insert(place, Whereabouts::Row([3; 16]));
        let bytes = manifest.encode();
        // Up to the end of the only row, after which there are zeros.
        for length in 0..64 {
            assert_ne!(Manifest::decode(&bytes[..length]), Some(manifest.clone()));
        }
        let mut newer = bytes;
        newer[0] = 2;
        assert_eq!(Manifest::decode(&newer), None);
    }

    #[test]
    fn a_row_tells_its_place_and_is_as_long_as_others_of_its_size() {
        let short = to_row(Table::Drafts, "slip", b"a");
        let longer = to_row(Table::Records, "01J", &[b'x'; 200]);
        assert_eq!((short.len(), longer.len()), (LEAST, LEAST));
        let place = (Table::Drafts, "slip".to_owned());
        assert_eq!(from_row(&short), Some((place, b"a".to_vec())));
        assert_eq!(
            to_row(Table::Segments, "01J", &[b'x'; 4090]).len(),
            2 * STEP
        );
        assert_eq!(from_row(&short[..6]), None);
    }
}
