//! The sections of a WebAssembly module.

use anyhow::{Context, Result, bail};

/// Magic number and version.
const HEADER: usize = 8;
const CUSTOM: u8 = 0;

/// A section: what it is and what is in it.
pub type Section<'a> = (u8, &'a [u8]);

/// The header of a module and its sections.
pub fn sections(module: &[u8]) -> Result<(&[u8], Vec<Section<'_>>)> {
    let mut reader = Reader::new(module);
    let header = reader.take(HEADER)?;
    let mut sections = Vec::new();
    while !reader.is_at_end() {
        let id = reader.byte()?;
        let length = reader.number()?;
        sections.push((id, reader.take(length)?));
    }
    Ok((header, sections))
}

/// The module without what only a linker reads.
pub fn without_relocations(module: &[u8]) -> Result<Vec<u8>> {
    let (header, sections) = sections(module)?;
    let mut kept = header.to_vec();
    for (id, content) in sections {
        if id == CUSTOM {
            let name = Reader::new(content).text()?;
            if name == "linking" || name.starts_with("reloc.") {
                continue;
            }
        }
        kept.push(id);
        write_number(&mut kept, content.len());
        kept.extend(content);
    }
    Ok(kept)
}

/// Reads through bytes.
pub struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    /// A reader at the start of `bytes`.
    pub const fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// Whether nothing is left.
    pub const fn is_at_end(&self) -> bool {
        self.at >= self.bytes.len()
    }

    /// The next `length` bytes.
    pub fn take(&mut self, length: usize) -> Result<&'a [u8]> {
        let end = self.at.checked_add(length).context("too long")?;
        let taken = self
            .bytes
            .get(self.at..end)
            .context("the module ends early")?;
        self.at = end;
        Ok(taken)
    }

    /// The next byte.
    pub fn byte(&mut self) -> Result<u8> {
        Ok(self.take(1)?[0])
    }

    /// An unsigned LEB128 number.
    pub fn number(&mut self) -> Result<usize> {
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        bail!("a number in the module is too long")
    }

    /// A name: its length, then its letters.
    pub fn text(&mut self) -> Result<&'a str> {
        let length = self.number()?;
        std::str::from_utf8(self.take(length)?).context("a name in the module is not text")
    }
}

/// Writes an unsigned LEB128 number.
pub fn write_number(out: &mut Vec<u8>, mut number: usize) {
    loop {
        let low = u8::try_from(number & 0x7f).unwrap_or(0);
        number >>= 7;
        if number == 0 {
            out.push(low);
            return;
        }
        out.push(low | 0x80);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_linker_reads_is_left_out() {
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        let custom = |name: &str| {
            let length = u8::try_from(name.len()).unwrap();
            let mut section = vec![CUSTOM, length + 1, length];
            section.extend(name.as_bytes());
            section
        };
        module.extend(custom("linking"));
        module.extend(custom("reloc.CODE"));
        let kept = [custom("name"), vec![1, 1, 0]].concat();
        module.extend(&kept);
        let stripped = without_relocations(&module).unwrap();
        assert_eq!(stripped, [b"\0asm\x01\0\0\0".to_vec(), kept].concat());
    }

    #[test]
    fn a_module_that_ends_early_is_refused() {
        assert!(sections(b"\0asm\x01\0\0\0\x01\x05\0").is_err());
    }
}
