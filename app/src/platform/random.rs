//! The browser's random source.

/// 128 random bits from Web Crypto.
pub fn bits128() -> u128 {
    let mut bytes = [0; 16];
    if let Some(crypto) = web_sys::window().and_then(|window| window.crypto().ok()) {
        // It can only fail for requests above 65,536 bytes.
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    u128::from_le_bytes(bytes)
}

/// 64 random bits from Web Crypto.
pub fn bits64() -> u64 {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "half of the bits are wanted"
    )]
    {
        bits128() as u64
    }
}
