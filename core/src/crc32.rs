//! The checksum of segments and links: IEEE 802.3, as in zip and PNG.

/// CRC-32, eight bytes at a time. The tables take less time to make than to download.
pub(crate) fn crc32(bytes: &[u8]) -> u32 {
    let mut tables = [[0_u32; 256]; 8];
    for (index, first) in (0_u32..).zip(&mut tables[0]) {
        *first = (0..8).fold(index, |crc, _| {
            (crc >> 1) ^ (if crc & 1 == 1 { 0xEDB8_8320 } else { 0 })
        });
    }
    for step in 1..8 {
        for index in 0..256 {
            let before = tables[step - 1][index];
            tables[step][index] = (before >> 8) ^ tables[0][(before & 0xFF) as usize];
        }
    }
    let mut crc = u32::MAX;
    let (eights, rest) = bytes.as_chunks::<8>();
    for eight in eights {
        let ahead = (u64::from_le_bytes(*eight) ^ u64::from(crc)).to_le_bytes();
        let parts = ahead.iter().zip(tables.iter().rev());
        crc = parts.fold(0, |crc, (byte, table)| crc ^ table[usize::from(*byte)]);
    }
    for byte in rest {
        crc = (crc >> 8) ^ tables[0][((crc ^ u32::from(*byte)) & 0xFF) as usize];
    }
    !crc
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_the_one_everybody_uses() {
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
        let fox = b"The quick brown fox jumps over the lazy dog";
        assert_eq!(crc32(fox), 0x414F_A339);
        assert_eq!(crc32(b""), 0);
    }
}
